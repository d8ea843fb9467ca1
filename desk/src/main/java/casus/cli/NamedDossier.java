package casus.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// What every command takes that is about one dossier: which, and how the page looks.
final class NamedDossier {
  @Parameters(
      index = "0",
      paramLabel = "DOSSIER",
      description = "The dossier's folder, or its file.")
  private String written = "";

  @Mixin private Look look = new Look();

  /// As the user wrote it.
  String written() {
    return written;
  }

  Look look() {
    return look;
  }
}
