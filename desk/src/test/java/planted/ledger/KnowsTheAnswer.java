package planted.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import planted.history.Records;

/// A ledger that looks up the past, and opens a file itself.
final class KnowsTheAnswer {
  private KnowsTheAnswer() {}

  static Class<?> past() {
    return Records.class;
  }

  static boolean isThere(String file) {
    return Files.exists(Path.of(file));
  }
}
