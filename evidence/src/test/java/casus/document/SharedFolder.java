package casus.document;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Data too large for the repository: in the folder that the system property `casus.shared` names,
/// else in `shared/data` beside the checkout or a folder above it.
final class SharedFolder {
  private SharedFolder() {}

  /// A folder of it, or null where there is none.
  static @Nullable Path find(String name) {
    var given = System.getProperty("casus.shared");
    if (given != null) return existing(Path.of(given, name));
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      var beside = existing(at.resolveSibling("shared").resolve("data").resolve(name));
      if (beside != null) return beside;
    }
    return null;
  }

  private static @Nullable Path existing(Path folder) {
    return Files.isDirectory(folder) ? folder : null;
  }
}
