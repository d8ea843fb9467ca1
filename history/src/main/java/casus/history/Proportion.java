package casus.history;

import org.apache.commons.statistics.distribution.BetaDistribution;

/// A count of successes among cases and what can be said of the rate behind it.
///
/// @param successes k, at least 0; not whole where cases were counted for less than one each
/// @param cases n, at least k
public record Proportion(double successes, double cases) {
  /// The 0.975 quantile of the standard normal distribution.
  private static final double Z95 = 1.959963984540054;

  public Proportion {
    if (!(successes >= 0) || !(cases >= successes))
      throw new IllegalArgumentException(successes + " of " + cases);
  }

  /// An interval of rates, both ends from 0 to 1.
  public record Bounds(double low, double high) {}

  /// k/n; NaN without cases.
  public double rate() {
    return successes / cases;
  }

  /// The posterior under Jeffreys' prior, Beta(k + ½, n − k + ½).
  private BetaDistribution jeffreys() {
    return BetaDistribution.of(successes + 0.5, cases - successes + 0.5);
  }

  /// The mean of the posterior under Jeffreys' prior: (k + ½) / (n + 1).
  public double jeffreysMean() {
    return (successes + 0.5) / (cases + 1);
  }

  /// The central 90 % of that posterior.
  public Bounds jeffreys90() {
    var posterior = jeffreys();
    return new Bounds(
        posterior.inverseCumulativeProbability(0.05), posterior.inverseSurvivalProbability(0.05));
  }

  /// Wilson's score interval at 95 %, without continuity correction (Wilson 1927); 0 to 1 without
  /// cases.
  public Bounds wilson95() {
    if (cases == 0) return new Bounds(0, 1);
    var z2 = Z95 * Z95;
    var centre = (successes + z2 / 2) / (cases + z2);
    var half = Z95 / (cases + z2) * Math.sqrt(successes * (cases - successes) / cases + z2 / 4);
    return new Bounds(Math.max(0, centre - half), Math.min(1, centre + half));
  }

  /// Laplace's rule of succession: (k + 1) / (n + 2).
  public double laplace() {
    return (successes + 1) / (cases + 2);
  }
}
