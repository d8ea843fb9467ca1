package casus.cli;

import casus.desk.Dossiers;
import casus.desk.Judging;
import casus.desk.Opening;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// A dossier as of a day.
final class OneDossier {
  @Mixin private NamedDossier named = new NamedDossier();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Go back to a day, such as 2020-08-10: what became known later is left out.")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "With the numbers of an analyst, who wrote them in judgements/NAME.md.")
  private @Nullable String analyst;

  /// Opens it, with an analyst's numbers where they are asked for.
  Opening open(Terminal terminal) {
    var opening = Dossiers.open(terminal.folder(), written(), terminal.environment());
    return analyst != null && opening instanceof Opening.Opened opened
        ? Judging.as(opened, analyst)
        : opening;
  }

  /// As the user wrote it.
  String written() {
    return named.written();
  }

  @Nullable LocalDate asOf() {
    return asOf;
  }

  Look look() {
    return named.look();
  }
}
