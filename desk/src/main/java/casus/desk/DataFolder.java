package casus.desk;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where a user's own data are kept: `CASUS_HOME`, else the platform's folder for such data.
public final class DataFolder {
  private DataFolder() {}

  /// The folder, or empty where the environment names no home.
  ///
  /// @param environment the process's variables
  public static Optional<Path> of(Map<String, String> environment) {
    return variable(environment, "CASUS_HOME")
        .or(() -> variable(environment, "XDG_DATA_HOME").map(data -> data.resolve("casus")))
        .or(() -> variable(environment, "LOCALAPPDATA").map(data -> data.resolve("casus")))
        .or(() -> variable(environment, "HOME").map(DataFolder::below));
  }

  private static Path below(Path home) {
    var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return system.startsWith("mac")
        ? home.resolve("Library").resolve("Application Support").resolve("casus")
        : home.resolve(".local").resolve("share").resolve("casus");
  }

  private static Optional<Path> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(v -> !v.isBlank()).map(Path::of);
  }
}
