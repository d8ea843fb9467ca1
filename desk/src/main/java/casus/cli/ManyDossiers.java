package casus.cli;

import casus.desk.Dossiers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// What the commands take that go over many dossiers.
final class ManyDossiers {
  @Parameters(
      paramLabel = "DOSSIER",
      arity = "1..*",
      description = "Folders, searched with the folders in them, and files.")
  private List<String> written = new ArrayList<>();

  @Mixin private Look look = new Look();

  /// As the user wrote them.
  List<String> written() {
    return written;
  }

  Look look() {
    return look;
  }

  /// Each dossier below the folders, and each file, as written; a folder without any as itself.
  List<String> files(Terminal terminal) {
    var files = new ArrayList<String>();
    for (var one : written) {
      var below =
          Files.isDirectory(terminal.folder().resolve(one))
              ? Dossiers.below(terminal.folder(), one)
              : List.<String>of();
      if (below.isEmpty()) files.add(one);
      else files.addAll(below);
    }
    return files;
  }
}
