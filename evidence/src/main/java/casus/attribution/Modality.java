package casus.attribution;

/// How real the saying is, in the words of the text.
public enum Modality {
  /// It was said.
  ACTUAL,
  /// It would, could or might be said, or is said on a condition.
  HYPOTHETICAL,
  /// It is rumoured or alleged that it was said, or nobody is named who did: `reportedly`.
  RUMOURED
}
