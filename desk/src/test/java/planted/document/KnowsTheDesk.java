package planted.document;

import planted.desk.KnowsTheCommandLine;

/// A document that asks the desk.
final class KnowsTheDesk {
  private KnowsTheDesk() {}

  static Class<?> desk() {
    return KnowsTheCommandLine.class;
  }
}
