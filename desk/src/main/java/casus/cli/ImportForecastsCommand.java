package casus.cli;

import casus.desk.Importing;
import casus.desk.Importing.Taken;
import casus.view.ForecastsText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `casus import forecasts`.
@Command(
    name = "forecasts",
    header =
        "Takes in forecasts of Metaculus, Good Judgment, Manifold, PredictionBook, ForecastBench, or a plain table.",
    footer = {
      "",
      "  casus import forecasts pros.csv --name pros             kept as the set `pros`",
      "  casus import forecasts survey.csv --questions ifps.csv  Good Judgment keeps its questions apart",
      "  casus score pros                                        how good they were",
      ""
    })
final class ImportForecastsCommand implements Callable<Integer> {
  @ParentCommand private ImportCommand parent = new ImportCommand();

  @Parameters(
      paramLabel = "FILE",
      description = "The file as its site gives it, told by its columns; only read.")
  private String file = "";

  @Option(
      names = "--questions",
      paramLabel = "FILE",
      description =
          "The file with the questions, or with their outcomes, where the site keeps them apart.")
  private List<String> questions = new ArrayList<>();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What the set is to be called; as the file by default.")
  private @Nullable String name;

  @Mixin private Look look = new Look();

  @Override
  public Integer call() throws IOException {
    var terminal = parent.terminal();
    var page = look.page(terminal);
    Taken taken;
    try (var _ = Progress.of(terminal, "importing")) {
      taken = Importing.take(terminal.folder(), file, questions, name, terminal.environment());
    }
    return switch (taken) {
      case Taken.Homeless _ ->
          Messages.misuse(terminal, "there is no folder to keep it in: set CASUS_HOME to one");
      case Taken.Misnamed(var wrong) ->
          Messages.misuse(
              terminal,
              "no set can be called `"
                  + wrong
                  + "`: letters, digits, `-`, `_` and `.`, at most 60; --name gives it another");
      case Taken.Faulty(var problems) -> Messages.problems(terminal, page, problems);
      case Taken.In(var called, var imported, var replaced) -> {
        terminal.out().print(ForecastsText.imported(called, file, imported, replaced, page));
        yield ExitCode.OK;
      }
    };
  }
}
