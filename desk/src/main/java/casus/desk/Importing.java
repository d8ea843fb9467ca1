package casus.desk;

import casus.ledger.formats.ForecastLines;
import casus.ledger.formats.Imported;
import casus.ledger.formats.Reading;
import casus.text.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes in forecasts that were made elsewhere, and keeps them as a set with a name.
public final class Importing {
  private Importing() {}

  /// What came of it.
  public sealed interface Taken {
    /// @param replaced whether a set of that name was there already
    record In(String name, Imported imported, boolean replaced) implements Taken {}

    record Faulty(List<Problem> problems) implements Taken {}

    /// No set can have the name.
    record Misnamed(String name) implements Taken {}

    /// There is nowhere to keep it.
    record Homeless() implements Taken {}
  }

  /// Reads a file and keeps its forecasts.
  ///
  /// @param from the folder that paths are relative to
  /// @param file only read
  /// @param questions files that say more of its questions
  /// @param name of the set, or null for the file's own
  /// @throws IOException where the data folder cannot be written
  public static Taken take(
      Path from,
      String file,
      List<String> questions,
      @Nullable String name,
      Map<String, String> environment)
      throws IOException {
    var called = name == null ? named(file) : name;
    if (!ForecastSets.isName(called)) return new Taken.Misnamed(called);
    var kept = ForecastSets.file(called, environment);
    if (kept == null) return new Taken.Homeless();
    return switch (ForecastSets.reading(from, file, questions)) {
      case Reading.Faulty(var problems) -> new Taken.Faulty(problems);
      case Reading.Read(var imported) -> {
        var replaced = Files.exists(kept);
        write(imported, file, kept);
        yield new Taken.In(called, imported, replaced);
      }
    };
  }

  /// The file's name without folder and ending, with `-` for what a name cannot have.
  private static String named(String file) {
    var last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    var stem = last.replaceFirst("\\.[A-Za-z]{1,5}$", "");
    var name = stem.replaceAll("[^\\p{L}\\p{N}_.-]+", "-").replaceFirst("^[.-]+", "");
    return name.substring(0, Math.min(60, name.length()));
  }

  /// Replaces the set in one step.
  private static void write(Imported imported, String file, Path kept) throws IOException {
    var folder = kept.toAbsolutePath().getParent();
    if (folder == null) throw new IOException(kept + " is not a file");
    Files.createDirectories(folder);
    var fresh =
        folder.resolve("." + kept.getFileName() + "." + ProcessHandle.current().pid() + ".new");
    try {
      try (var out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
        ForecastLines.write(imported.set(), imported.format(), file, out);
      }
      try {
        Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException unsupported) {
        Files.move(fresh, kept, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
