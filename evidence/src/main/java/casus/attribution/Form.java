package casus.attribution;

/// How the words of the speaker stand in the text.
public enum Form {
  /// All in quotation marks.
  DIRECT,
  /// Partly in quotation marks.
  MIXED,
  /// In the author's words.
  INDIRECT
}
