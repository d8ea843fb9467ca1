package casus.cli;

import casus.desk.LookingBack;
import casus.desk.LookingBack.Taken;
import casus.history.SetCatalogue.Near;
import casus.history.store.Imported;
import casus.view.ExcerptText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `casus history import`.
@Command(
    name = "import",
    header = "Takes in files of the field as you downloaded them, told by their columns.",
    footer = {
      "",
      "  casus history import UcdpPrioConflict_v25_1.csv",
      "  casus history import downloads/*.csv",
      ""
    })
final class HistoryImportCommand implements Callable<Integer> {
  @ParentCommand private HistoryCommand history = new HistoryCommand();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Comma-, semicolon- or tab-separated values with a line of columns; only read.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--any-edition",
      description = "Take in an edition that casus does not know, too.")
  private boolean anyEdition;

  @Mixin private Look look = new Look();

  @Override
  public Integer call() throws IOException {
    var terminal = history.terminal();
    var page = look.page(terminal);
    var past = LookingBack.in(terminal.environment());
    var worst = ExitCode.OK;
    for (var file : files) {
      Taken taken;
      try (var _ = Progress.of(terminal, "importing")) {
        taken = past.add(terminal.folder(), file, anyEdition, terminal.today());
      }
      var code =
          switch (taken) {
            case Taken.Homeless _ ->
                Messages.misuse(
                    terminal, "there is no folder to keep it in: set CASUS_HOME to one");
            case Taken.In(Imported.Faulty(var problems)) ->
                Messages.problems(terminal, page, problems);
            case Taken.In(Imported.Unrecognised(var problem, var nearest)) -> {
              terminal.err().print(ExcerptText.of(List.of(problem), page));
              nearest.forEach(near -> terminal.err().println(near(near)));
              yield ExitCode.FOUND;
            }
            case Taken.In(Imported.Done(var stored, var replaced, var remarks)) -> {
              terminal
                  .out()
                  .println(
                      String.format(
                              Locale.ROOT, "%s: %,d records", stored.set().name(), stored.records())
                          + (stored.edition().isEmpty() ? "" : " of " + stored.edition())
                          + " from "
                          + file
                          + (replaced ? ", in place of an earlier import" : ""));
              remarks.forEach(remark -> terminal.err().println("  note: " + remark));
              yield ExitCode.OK;
            }
          };
      worst = Math.max(worst, code);
    }
    return worst;
  }

  private static String near(Near near) {
    return "  nearest: "
        + near.set().name()
        + " ("
        + near.set().title()
        + "); missing "
        + String.join(", ", near.missing());
  }
}
