package casus.score;

import java.util.Arrays;

/// Forecasts that stand side by side, and what the others of each say: the median of each outcome's
/// probabilities, brought to the sum 1.
final class Crowd {
  private final int outcomes;
  private final double[][] held;
  private final double[][] sorted;

  /// @param held for each forecaster a probability for each outcome
  /// @param size how many of them count
  Crowd(double[][] held, int size) {
    this.held = held;
    this.outcomes = held[0].length;
    // Of two outcomes the second says it all.
    this.sorted = new double[outcomes][];
    for (var k = outcomes == 2 ? 1 : 0; k < outcomes; k++) {
      var column = new double[size];
      for (var i = 0; i < size; i++) column[i] = held[i][k];
      Arrays.sort(column);
      sorted[k] = column;
    }
  }

  /// The median of all but one; there are two at least.
  double[] withoutOne(int one) {
    var median = new double[outcomes];
    if (outcomes == 2) {
      median[1] = median(sorted[1], held[one][1]);
      median[0] = 1 - median[1];
      return median;
    }
    var sum = 0.0;
    for (var k = 0; k < outcomes; k++) {
      median[k] = median(sorted[k], held[one][k]);
      sum += median[k];
    }
    for (var k = 0; k < outcomes; k++) median[k] = sum > 0 ? median[k] / sum : 1.0 / outcomes;
    return median;
  }

  /// The median of sorted values without one of them.
  private static double median(double[] values, double without) {
    var left = Arrays.binarySearch(values, without);
    var n = values.length - 1;
    var upper = at(values, left, n / 2);
    return n % 2 == 1 ? upper : (at(values, left, n / 2 - 1) + upper) / 2;
  }

  private static double at(double[] values, int left, int place) {
    return values[place < left ? place : place + 1];
  }
}
