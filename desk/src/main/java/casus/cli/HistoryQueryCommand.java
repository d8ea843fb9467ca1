package casus.cli;

import casus.desk.LookingBack;
import casus.desk.LookingBack.Looked;
import casus.history.ReferenceClass;
import casus.view.HistoryJson;
import casus.view.HistoryText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `casus history query`.
@Command(
    name = "query",
    header =
        "Counts a reference class: k of n, how sure, the cases, and what else it might have been.",
    footer = {
      "",
      "  casus history query requests 'responder = RUS and trigger = internal-unrest' --success troops_sent",
      "  casus history query ucdp-episodes 'onset between 1990 and 2001' --success government-troops",
      ""
    })
final class HistoryQueryCommand implements Callable<Integer> {
  @ParentCommand private HistoryCommand history = new HistoryCommand();

  @Parameters(index = "0", paramLabel = "SET", description = "A record set by its name.")
  private String set = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILTER",
      description = "Which records: conditions over its columns; all without it.")
  private String filter = "";

  @Option(
      names = "--success",
      required = true,
      paramLabel = "CONDITION",
      description = "What counts: a condition, a column of yes or no, or a value of the outcome.")
  private String success = "";

  @Option(
      names = "--with-unverified",
      description = "Take in records that nobody has checked, too.")
  private boolean withUnverified;

  @Option(names = "--full", description = "All cases, not the first of them.")
  private boolean full;

  @Option(names = "--json", description = "The answer as JSON (docs/json.md), nothing else.")
  private boolean json;

  @Mixin private Look look = new Look();

  @Override
  public Integer call() {
    var terminal = history.terminal();
    var page = look.page(terminal).full(true);
    var asked = new ReferenceClass(set, filter, success, withUnverified);
    var most = full || json ? Integer.MAX_VALUE : HistoryText.someCases();
    return switch (LookingBack.in(terminal.environment()).count(asked, most)) {
      case Looked.Nowhere(var found) -> HistoryCommand.nowhere(terminal, found);
      case Looked.Misread(var problems) -> Messages.misread(terminal, page, problems);
      case Looked.Seen(var view, var stored) -> {
        terminal.out().print(json ? HistoryJson.of(view, stored) : HistoryText.of(view, page));
        yield ExitCode.OK;
      }
    };
  }
}
