package planted.document;

import planted.history.Records;

/// A document that counts records of the past.
final class KnowsHistory {
  private KnowsHistory() {}

  static Class<?> records() {
    return Records.class;
  }
}
