package casus.cli;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What the commands take that speak of one dossier.
final class OneDossier {
  @Parameters(
      index = "0",
      paramLabel = "DOSSIER",
      description = "The dossier's folder, or its file.")
  private String written = "";

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Go back to a day, such as 2020-08-10: what became known later is left out.")
  private @Nullable LocalDate asOf;

  @Mixin private Look look = new Look();

  /// As the user wrote it.
  String written() {
    return written;
  }

  @Nullable LocalDate asOf() {
    return asOf;
  }

  Look look() {
    return look;
  }
}
