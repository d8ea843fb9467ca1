package planted.history;

import java.nio.file.Files;
import java.nio.file.Path;
import planted.desk.KnowsTheCommandLine;

/// Records of the past that ask the desk, and look into a file themselves.
final class KnowsTheDesk {
  private KnowsTheDesk() {}

  static Class<?> desk() {
    return KnowsTheCommandLine.class;
  }

  static boolean isThere(String file) {
    return Files.exists(Path.of(file));
  }
}
