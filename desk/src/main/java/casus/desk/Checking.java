package casus.desk;

import casus.check.Checker;
import casus.text.Problem;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The problems of dossiers.
public final class Checking {
  private Checking() {}

  /// Checks a file, or every dossier and treaty file in a folder and the folders in it. A problem
  /// of a file that several dossiers use is reported once.
  ///
  /// @param from the folder that `written` is relative to
  /// @param written a folder or file, as the user wrote it
  /// @param environment the caller's variables, which name the folder of its record sets
  public static List<Problem> check(Path from, String written, Map<String, String> environment) {
    var found = new LinkedHashMap<String, Problem>();
    var below = isFolder(from, written) ? Dossiers.below(from, written) : List.of(written);
    for (var dossier : below.isEmpty() ? List.of(written) : below)
      for (var problem : problems(from, dossier, environment))
        found.putIfAbsent(
            problem.place().label() + " " + problem.code() + " " + problem.found(), problem);
    return List.copyOf(found.values());
  }

  private static boolean isFolder(Path from, String written) {
    try {
      return Files.isDirectory(from.resolve(written));
    } catch (InvalidPathException unwritable) {
      return false;
    }
  }

  private static List<Problem> problems(
      Path from, String dossier, Map<String, String> environment) {
    return switch (Dossiers.open(from, dossier, environment)) {
      case Opening.NotOpened(var problem) -> List.of(problem);
      case Opening.Opened opened -> {
        var all = new ArrayList<>(Checker.check(opened.source(), opened.files(), null).problems());
        // Where the dossier is at fault, so is it with anybody's numbers.
        if (all.stream().noneMatch(Problem::isError)) all.addAll(Judging.problems(opened));
        yield all;
      }
    };
  }
}
