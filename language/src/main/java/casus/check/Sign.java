package casus.check;

/// Which way one thing moves another.
enum Sign {
  NONE,
  PLUS,
  MINUS,
  /// Both ways, or a way that cannot be told.
  MIXED;

  static Sign of(boolean plus) {
    return plus ? PLUS : MINUS;
  }

  /// Two ways at once.
  Sign and(Sign other) {
    if (this == NONE || this == other) return other;
    return other == NONE ? this : MIXED;
  }

  /// One way through another.
  Sign times(Sign other) {
    if (this == NONE || other == NONE) return NONE;
    if (this == MIXED || other == MIXED) return MIXED;
    return of(this == other);
  }

  Sign opposite() {
    return times(MINUS);
  }
}
