package casus.pool;

import java.util.HashMap;
import java.util.Map;

/// How much surer than its voices a pool should have been: of the factors 0.50, 0.55 … 4.00 the one
/// with the least mean Brier score of [Average.Extremised] over the questions learned from; of
/// equally good ones the nearest to 1. From fewer than [Pool#FEWEST] questions nothing is learned,
/// and the factor is 1.
final class Sharpening {
  private static final int LOWEST = 10;
  private static final int HIGHEST = 80;
  private static final double STEP = 0.05;

  private final Map<String, double[]> losses = new HashMap<>();
  private final double[] sums = new double[HIGHEST - LOWEST + 1];
  private int questions;

  void learn(Standing standing) {
    add(standing, 1);
  }

  void forget(Standing standing) {
    add(standing, -1);
  }

  private void add(Standing standing, int sign) {
    var own = losses.computeIfAbsent(standing.question().id(), _ -> losses(standing));
    for (var i = 0; i < sums.length; i++) sums[i] += sign * own[i];
    questions += sign;
  }

  private static double[] losses(Standing standing) {
    var own = new double[HIGHEST - LOWEST + 1];
    for (var i = 0; i < own.length; i++)
      own[i] = standing.loss(new Average.Extremised(factor(i)).of(standing.voices()));
    return own;
  }

  /// @return how many questions it rests on
  int questions() {
    return questions;
  }

  double factor() {
    if (questions < Pool.FEWEST) return 1;
    var best = 0;
    for (var i = 1; i < sums.length; i++) {
      var gain = sums[best] - sums[i];
      if (gain > 1e-12 || (gain > -1e-12 && Math.abs(factor(i) - 1) < Math.abs(factor(best) - 1)))
        best = i;
    }
    return factor(best);
  }

  private static double factor(int i) {
    return (LOWEST + i) * STEP;
  }
}
