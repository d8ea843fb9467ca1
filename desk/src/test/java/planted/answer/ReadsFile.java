package planted.answer;

import java.nio.file.Files;
import java.nio.file.Path;

/// Breaks a rule of the house on purpose.
final class ReadsFile {
  static boolean reads(Path path) {
    return Files.exists(path);
  }

  private ReadsFile() {}
}
