package casus.network;

import casus.model.Quantity;
import java.util.List;
import java.util.SplittableRandom;

/// Monte Carlo draws of the dossier's quantities, each independent of the others: a probability
/// from the logit-normal, a factor from the log-normal, whose 5 % and 95 % quantiles are the ends
/// of its range. The same seed gives the same draws.
final class Draws {
  /// The 95 % quantile of the standard normal distribution.
  private static final double Z95 = 1.6448536269514722;

  /// Ends at 0 and 1 are drawn towards, never reached.
  private static final double CLOSEST = 1e-9;

  private Draws() {}

  /// @return `[draw][quantity]`; a quantity without a range has its point in every draw
  static double[][] of(List<Quantity> quantities, int draws, long seed) {
    var random = new SplittableRandom(seed);
    var out = new double[draws][quantities.size()];
    for (var d = 0; d < draws; d++)
      for (var i = 0; i < quantities.size(); i++) {
        var quantity = quantities.get(i);
        out[d][i] =
            quantity.isUncertain() ? draw(quantity, random.nextGaussian()) : quantity.point();
      }
    return out;
  }

  private static double draw(Quantity quantity, double z) {
    return switch (quantity.unit()) {
      case PROBABILITY -> {
        var low = logit(quantity.low());
        var high = logit(quantity.high());
        var x = (low + high) / 2 + z * (high - low) / (2 * Z95);
        yield 1 / (1 + Math.exp(-x));
      }
      case FACTOR -> {
        var low = Math.log(quantity.low());
        var high = Math.log(quantity.high());
        yield Math.exp((low + high) / 2 + z * (high - low) / (2 * Z95));
      }
    };
  }

  private static double logit(double p) {
    var inside = Math.clamp(p, CLOSEST, 1 - CLOSEST);
    return Math.log(inside / (1 - inside));
  }
}
