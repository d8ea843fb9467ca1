package casus.desk;

import casus.check.Files;
import casus.text.Problem;
import casus.text.SourceText;
import java.nio.file.Path;

/// What came of opening a dossier.
public sealed interface Opening {
  /// @param file the dossier itself, `dossier.md` where a folder was named
  /// @param source its text, named as the user named it
  /// @param files what it may refer to
  record Opened(Path file, SourceText source, Files files) implements Opening {}

  record NotOpened(Problem problem) implements Opening {}
}
