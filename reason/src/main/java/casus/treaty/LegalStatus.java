package casus.treaty;

/// What the law says of an act.
public enum LegalStatus {
  PERMITTED,
  OBLIGED,
  FORBIDDEN,
  /// Nothing forbids it: no prohibition applies, or an exception lifted the one that did.
  SILENT,
  /// Two undefeated norms say opposite things.
  CONFLICT;

  /// In words: "permitted", "conflict of norms".
  public String words() {
    return this == CONFLICT ? "conflict of norms" : name().toLowerCase(java.util.Locale.ROOT);
  }
}
