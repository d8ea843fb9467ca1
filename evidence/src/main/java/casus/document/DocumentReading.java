package casus.document;

/// What came of reading a document.
public sealed interface DocumentReading {
  record Read(StoredDocument document) implements DocumentReading {}

  /// @param because why, as half a sentence without a full stop: "it is encrypted; …"
  record Unreadable(Fault fault, String because) implements DocumentReading {}

  /// Why a document cannot be read.
  enum Fault {
    EMPTY,
    UNKNOWN_FORMAT,
    TOO_LARGE,
    TOO_SLOW,
    ENCRYPTED,
    NO_TEXT,
    BROKEN
  }
}
