package casus.score;

/// A proper scoring rule, as a loss: 0 is perfect, less is better, and who believes `p` loses least
/// on average by saying `p`.
///
/// Of outcomes `1..K` with the probabilities `p`, of which `h` came about, and `o` is 1 for `h` and
/// 0 for the others. Properness of all: Gneiting and Raftery, *Strictly Proper Scoring Rules,
/// Prediction, and Estimation*, JASA 102 (2007).
public enum ScoringRule {
  /// Half of `Σ (p − o)²`. Of a question of yes and no it is `(p − o)²` of the yes: 0.25 for who
  /// always says 50 %, 1 at worst.
  BRIER(0, "Brier", "one-sided") {
    @Override
    public double loss(double[] p, int happened, boolean ladder) {
      return BRIER_TWO_SIDED.loss(p, happened, ladder) / 2;
    }
  },

  /// `Σ (p − o)²` over all outcomes, as Brier had it: *Verification of Forecasts Expressed in Terms
  /// of Probability*, Monthly Weather Review 78 (1950). 2 at worst.
  BRIER_TWO_SIDED(1, "Brier", "two-sided") {
    @Override
    public double loss(double[] p, int happened, boolean ladder) {
      var sum = 0.0;
      for (var k = 0; k < p.length; k++) {
        var off = p[k] - (k == happened ? 1 : 0);
        sum += off * off;
      }
      return sum;
    }
  },

  /// `−ln p(h)`: Good, *Rational Decisions*, Journal of the Royal Statistical Society B 14 (1952).
  /// Infinite for who gave 0 to what happened.
  LOG(2, "log", "") {
    @Override
    public double loss(double[] p, int happened, boolean ladder) {
      return p[happened] >= 1 ? 0 : -Math.log(p[happened]);
    }
  },

  /// `1 − p(h) / √Σ p²`: Roby, *Belief States and the Uses of Evidence*, Behavioral Science 10
  /// (1965), turned round, so that less is better here too. 1 at worst.
  SPHERICAL(3, "spherical", "") {
    @Override
    public double loss(double[] p, int happened, boolean ladder) {
      var squares = 0.0;
      for (var one : p) squares += one * one;
      return 1 - p[happened] / Math.sqrt(squares);
    }
  },

  /// The mean over the `K − 1` thresholds of a ladder of `(P − O)²`, where `P` is the probability
  /// of an outcome up to the threshold and `O` is 1 where it was: Epstein, *A Scoring System for
  /// Probability Forecasts of Ranked Categories*, Journal of Applied Meteorology 8 (1969), in the
  /// form of Murphy, *A Note on the Ranked Probability Score*, ibid. 10 (1971). With two outcomes
  /// it is the one-sided Brier score; it is not defined for outcomes without an order.
  RANKED(4, "ranked", "ladders") {
    @Override
    public double loss(double[] p, int happened, boolean ladder) {
      if (!ladder && p.length > 2) return Double.NaN;
      var sum = 0.0;
      var upTo = 0.0;
      for (var k = 0; k + 1 < p.length; k++) {
        upTo += p[k];
        var off = upTo - (happened <= k ? 1 : 0);
        sum += off * off;
      }
      return sum / (p.length - 1);
    }
  };

  private final int place;
  private final String title;
  private final String detail;

  ScoringRule(int place, String title, String detail) {
    this.place = place;
    this.title = title;
    this.detail = detail;
  }

  /// Where its loss stands in a row of losses, from 0.
  public int place() {
    return place;
  }

  /// "Brier".
  public String title() {
    return title;
  }

  /// What tells it from another of its name, or what it is for: "two-sided"; may be empty.
  public String detail() {
    return detail;
  }

  /// What a forecast loses.
  ///
  /// @param p one probability for each outcome, with the sum 1
  /// @param happened index of the outcome that came about
  /// @param ladder whether the outcomes stand in order
  /// @return at least 0; NaN where the rule is not defined for the question
  public abstract double loss(double[] p, int happened, boolean ladder);
}
