package casus.inference;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// Third-party data for tests, kept beside the project and not in it: the folder named by the
/// system property `casus.shared`, else `shared/data` next to the working directory or to a folder
/// above.
public final class SharedFolder {
  private SharedFolder() {}

  /// The folder, or the test is skipped.
  public static Path require(String name) {
    var folder = find().resolve(name);
    Assumptions.assumeTrue(
        Files.isDirectory(folder), "skipped: there is no shared data folder with " + name);
    return folder;
  }

  private static Path find() {
    var given = System.getProperty("casus.shared");
    if (given != null) return Path.of(given);
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      var beside = at.resolveSibling("shared").resolve("data");
      if (Files.isDirectory(beside)) return beside;
    }
    return Path.of("shared", "data");
  }
}
