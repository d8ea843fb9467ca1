package casus.answer;

/// How much of the move to the headline each reason accounts for, in logits.
///
/// @param start logit without any reason or gate, everything observed
/// @param reasons one share per reason; NaN where the network is too wide to say
/// @param gate share of the gates together, infinite where they decide the matter alone; 0 where
///   there are none
/// @param without the probability were that reason left out
record ReasonShares(double start, double[] reasons, double gate, double[] without, boolean exact) {
  /// Up to this many reasons, gates counting as one, shares are exact.
  static final int MOST_EXACT = 12;

  /// @param subject index of the outcome
  static ReasonShares of(Inquiry inquiry, CountedReasons reasons, int subject) {
    if (reasons.players() <= MOST_EXACT) {
      var patterns = ReasonPatterns.of(inquiry, reasons);
      if (patterns != null) return ShapleyShares.of(reasons, patterns, subject);
    }
    return PathShares.of(inquiry, reasons, subject);
  }
}
