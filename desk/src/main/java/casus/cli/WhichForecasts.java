package casus.cli;

import casus.desk.ForecastSets;
import casus.desk.ForecastSets.Asked;
import casus.desk.ForecastSets.Gathered;
import casus.ledger.formats.Imported;
import casus.view.Page;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which forecasts a command is about.
final class WhichForecasts {
  @Parameters(
      arity = "0..*",
      paramLabel = "WHAT",
      description =
          "Dossiers, folders of them, files of forecasts, or names of imported sets; this folder by default.")
  private List<String> written = new ArrayList<>();

  @Option(
      names = "--questions",
      paramLabel = "FILE",
      description =
          "The file with the questions, where a site keeps them apart from the forecasts.")
  private List<String> questions = new ArrayList<>();

  @Option(
      names = "--only",
      paramLabel = "ID",
      description = "These questions only; `*` stands for any characters. May be repeated.")
  private List<String> only = new ArrayList<>();

  @Option(names = "--binary", description = "Questions with two outcomes only.")
  private boolean binary;

  @Option(
      names = "--index",
      description = "All forecasts of the index that `casus index` keeps; --only chooses.")
  private boolean index;

  Asked asked() {
    return new Asked(
        written.isEmpty() && !index ? List.of(".") : written, questions, only, binary, index);
  }

  Gathered gather(Terminal terminal) {
    return ForecastSets.gather(terminal.folder(), asked(), terminal.environment());
  }

  /// What was meant, as the user wrote it.
  static List<String> titles(List<ForecastSets.Part> parts) {
    return parts.stream().map(ForecastSets.Part::name).toList();
  }

  static List<Imported> imported(List<ForecastSets.Part> parts) {
    return parts.stream().map(ForecastSets.Part::imported).toList();
  }

  /// Says why there are none.
  static int none(Terminal terminal, Page page, Gathered gathered) {
    return switch (gathered) {
      case Gathered.Faulty(var problems) -> Messages.problems(terminal, page, problems);
      case Gathered.Nothing(var because) -> Messages.misuse(terminal, because);
      case Gathered.Unknown(var typed, var nearest, var sets) ->
          Messages.misuse(
              terminal,
              "there is no file, dossier or imported set `"
                  + typed
                  + "`; "
                  + (nearest != null
                      ? "did you mean `" + nearest + "`?"
                      : sets.isEmpty()
                          ? "`casus import forecasts FILE` takes one in"
                          : "the imported sets are " + String.join(", ", sets)));
      case Gathered.Found _ -> ExitCode.OK;
    };
  }
}
