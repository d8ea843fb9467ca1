package casus.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The checkout that the tests run in.
final class Repository {
  static final Path ROOT =
      Path.of(System.getProperty("casus.root", "..")).toAbsolutePath().normalize();

  private Repository() {}

  /// The files below some folders that match a glob, in alphabetical order, relative to the root;
  /// what build tools leave behind is not looked at.
  static List<Path> files(String glob) {
    var matcher = ROOT.getFileSystem().getPathMatcher("glob:" + glob);
    var first = ROOT.resolve(glob.replaceFirst("[*{].*", ""));
    if (!Files.exists(first)) return List.of();
    try (var files = Files.walk(first)) {
      return files.map(ROOT::relativize).filter(matcher::matches).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static String read(Path relative) {
    try {
      return Files.readString(ROOT.resolve(relative));
    } catch (IOException failure) {
      throw new UncheckedIOException(relative.toString(), failure);
    }
  }
}
