package casus.score;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Intervals by drawing questions anew, with replacement: Efron, *Bootstrap Methods: Another Look
/// at the Jackknife*, Annals of Statistics 7 (1979); the percentile interval. Forecasts of one
/// question stand or fall together, so that a question is drawn with all of its forecasts, by its
/// sums.
///
/// @param draws how often
/// @param seed the same seed gives the same intervals
public record Bootstrap(int draws, long seed) {
  private static final double TAIL = 0.05;

  /// The interval of a ratio of sums.
  ///
  /// @param above for each question what it adds above the line
  /// @param below for each question what it adds below it: often how many forecasts it has
  /// @param stream another one for another statistic, so that they do not share their draws
  public Bounds ofRatio(double[] above, double[] below, long stream) {
    return interval(above, below, stream, false);
  }

  /// The interval of 1 minus a ratio of sums: of a skill.
  public Bounds ofSkill(double[] own, double[] others, long stream) {
    return interval(own, others, stream, true);
  }

  private Bounds interval(double[] above, double[] below, long stream, boolean skill) {
    var n = above.length;
    if (n < 2) return Bounds.NONE;
    var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + stream);
    var drawn = new double[draws];
    var kept = 0;
    for (var i = 0; i < draws; i++) {
      var up = 0.0;
      var down = 0.0;
      // Two questions from each 64 bits: most of the time of a million forecasts is spent here.
      for (var j = 0; j < n; j += 2) {
        var bits = random.nextLong();
        var q = (int) (((bits >>> 32) * n) >>> 32);
        up += above[q];
        down += below[q];
        if (j + 1 == n) break;
        q = (int) (((bits & 0xFFFFFFFFL) * n) >>> 32);
        up += above[q];
        down += below[q];
      }
      var ratio = up / down;
      if (!Double.isNaN(ratio)) drawn[kept++] = skill ? 1 - ratio : ratio;
    }
    if (kept < draws / 2) return Bounds.NONE;
    var sorted = Arrays.copyOf(drawn, kept);
    Arrays.sort(sorted);
    return new Bounds(at(sorted, TAIL), at(sorted, 1 - TAIL));
  }

  /// A quantile, between neighbours by the straight line.
  private static double at(double[] sorted, double share) {
    var place = share * (sorted.length - 1);
    var low = (int) Math.floor(place);
    var high = Math.min(low + 1, sorted.length - 1);
    if (sorted[low] == sorted[high]) return sorted[low];
    return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
  }
}
