package casus.check;

import casus.text.SourceText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The treaty library and a case's folder as they stand in the repository, for tests.
record RepositoryFiles(Path folder) implements Files {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  static SourceText text(Path path) {
    try {
      return new SourceText(ROOT.relativize(path).toString(), java.nio.file.Files.readString(path));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public Reading read(String path) {
    var base = path.startsWith("treaties/") ? ROOT : folder;
    var file = base.resolve(path.startsWith("sources/") ? path : path + ".md");
    return java.nio.file.Files.exists(file)
        ? new Reading.Found(text(file))
        : new Reading.Missing(List.of());
  }
}
