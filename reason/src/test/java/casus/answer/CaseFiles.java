package casus.answer;

import casus.check.Checker;
import casus.check.Files.Reading;
import casus.model.Dossier;
import casus.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// Dossiers as files: those of the repository with the treaty library, and small ones for tests.
final class CaseFiles {
  static final String FOUNDING = "cases/belarus-2020/dossier.md";

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private CaseFiles() {}

  /// @param path from the root of the repository
  static String text(String path) {
    try {
      return Files.readString(ROOT.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String resource(String name) {
    try (var in = CaseFiles.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Dossier dossier(String path) {
    return dossier(path, text(path));
  }

  static Dossier dossier(String path, String text) {
    var folder = path.substring(0, path.lastIndexOf('/') + 1);
    var checked = Checker.check(new SourceText(path, text), file -> read(folder, file), null);
    if (checked.hasErrors()) throw new AssertionError(checked.problems());
    return Objects.requireNonNull(checked.dossier());
  }

  private static Reading read(String folder, String written) {
    var path =
        written.startsWith("treaties/")
            ? written + ".md"
            : folder + (written.endsWith(".md") ? written : written + ".md");
    return Files.exists(ROOT.resolve(path))
        ? new Reading.Found(new SourceText(path, text(path)))
        : new Reading.Missing(List.of());
  }
}
