package casus.attribution;

/// Whether the speaker stands behind the content.
public enum Polarity {
  /// Said to be so.
  ASSERTED,
  /// Said not to be so: `denied`, `rejected`.
  DENIED,
  /// Not said: `did not say`, `declined to comment`.
  UNSAID
}
