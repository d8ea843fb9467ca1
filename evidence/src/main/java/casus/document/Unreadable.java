package casus.document;

import casus.document.DocumentReading.Fault;

/// Ends the reading of a document from deep inside a parser; it never leaves the package.
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1;

  private final Fault fault;
  private final String because;

  Unreadable(Fault fault, String because) {
    super(because, null, false, false);
    this.fault = fault;
    this.because = because;
  }

  DocumentReading.Unreadable reading() {
    return new DocumentReading.Unreadable(fault, because);
  }
}
