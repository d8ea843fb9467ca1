package casus.cli;

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
