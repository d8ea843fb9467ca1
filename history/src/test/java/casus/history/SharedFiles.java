package casus.history;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// The field's own files, where they are at hand: they may not be shipped.
final class SharedFiles {
  private static final Path FOLDER =
      Path.of(System.getProperty("casus.shared", "../../shared/data"), "history");

  private SharedFiles() {}

  static boolean present() {
    return Files.isDirectory(FOLDER);
  }

  /// Skips the test where the folder is absent.
  static Path folder() {
    Assumptions.assumeTrue(present(), "no " + FOLDER + ": -Dcasus.shared names another place");
    return FOLDER;
  }
}
