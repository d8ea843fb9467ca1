package casus.answer;

/// A fact, and the subject's probability were it known.
///
/// @param probability of the fact now, after the claims
/// @param ifTrue the subject's probability were the fact known true; NaN where that is impossible
/// @param ifFalse likewise
public record Driver(String fact, String text, double probability, double ifTrue, double ifFalse) {}
