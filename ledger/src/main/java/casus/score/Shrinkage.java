package casus.score;

import casus.score.Scorecard.Spread;
import java.util.Arrays;

/// What differences on few questions let one expect of a forecaster.
///
/// The difference of a forecaster `f` on a question is `θ_f + ε`, where `ε ~ N(0, within²)` for
/// all, estimated from the differences of each forecaster about their mean, and `θ_f ~ N(0,
/// between²)`. Given `between`, `θ_f` of `n` questions with the mean difference `d` is expected to
/// be `d · between² / (between² + within²/n)`: Efron and Morris, *Stein's Estimation Rule and Its
/// Competitors*, JASA 68 (1973). `between` is not known either; every value is held equally likely
/// beforehand, as Gelman, *Prior Distributions for Variance Parameters in Hierarchical Models*,
/// Bayesian Analysis 1 (2006), advises, and weighed by how likely it makes the differences. So
/// chance that could explain all differences does not make all forecasters surely alike.
final class Shrinkage {
  private static final int POINTS = 400;
  private static final double HALF_OF_90 = 1.6448536269514722;

  /// Brier losses cannot differ by more.
  private static final double MOST = 1;

  private final double within;

  /// Values of `between`, and how much each weighs, with the sum 1.
  private final double[] between;

  private final double[] weights;

  private Shrinkage(double within, double[] between, double[] weights) {
    this.within = within;
    this.between = between;
    this.weights = weights;
  }

  /// @param means of each forecaster's differences
  /// @param counts of the questions that they are the means of
  /// @param within NaN where it cannot be told: nothing is expected of anybody then
  static Shrinkage of(double[] means, int[] counts, double within) {
    if (Double.isNaN(within) || within == 0 || means.length < 2)
      return new Shrinkage(Double.NaN, new double[0], new double[0]);
    var scale = 0.0;
    for (var f = 0; f < means.length; f++)
      scale += means[f] * means[f] + within * within / counts[f];
    var upper = Math.min(MOST, 10 * Math.sqrt(scale / means.length));
    var between = new double[POINTS];
    var logs = new double[POINTS];
    for (var i = 0; i < POINTS; i++) {
      between[i] = upper * (i + 0.5) / POINTS;
      for (var f = 0; f < means.length; f++) {
        var variance = between[i] * between[i] + within * within / counts[f];
        logs[i] -= (Math.log(variance) + means[f] * means[f] / variance) / 2;
      }
    }
    var best = Arrays.stream(logs).max().orElse(0);
    var weights = new double[POINTS];
    var sum = 0.0;
    for (var i = 0; i < POINTS; i++) {
      weights[i] = Math.exp(logs[i] - best);
      sum += weights[i];
    }
    for (var i = 0; i < POINTS; i++) weights[i] /= sum;
    return new Shrinkage(within, between, weights);
  }

  Spread spread() {
    if (between.length == 0) return new Spread(within, Double.NaN);
    var mean = 0.0;
    for (var i = 0; i < between.length; i++) mean += weights[i] * between[i];
    return new Spread(within, mean);
  }

  /// @param bounds of the normal distribution with this mean and the standard deviation
  record Expected(double mean, Bounds bounds) {}

  /// What to expect of a forecaster.
  ///
  /// @param difference mean over the questions
  /// @param count of the questions
  Expected expect(double difference, int count) {
    if (between.length == 0) return new Expected(Double.NaN, Bounds.NONE);
    var error = within * within / count;
    var mean = 0.0;
    var squares = 0.0;
    for (var i = 0; i < between.length; i++) {
      var own = between[i] * between[i];
      var kept = own / (own + error);
      mean += weights[i] * kept * difference;
      squares += weights[i] * (kept * error + kept * difference * kept * difference);
    }
    var half = HALF_OF_90 * Math.sqrt(Math.max(0, squares - mean * mean));
    return new Expected(mean, new Bounds(mean - half, mean + half));
  }
}
