package casus.cli;

import casus.desk.LookingBack;
import casus.desk.LookingBack.Found;
import casus.history.StoredSet;
import casus.view.HistoryJson;
import casus.view.HistoryText;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `casus history`.
@Command(
    name = "history",
    header = "The outside view: records of the past, and how often what happened among them.",
    footer = {
      "",
      "  casus history                            the record sets that you have",
      "  casus history requests                   what is in one, column by column",
      "  casus history query requests 'responder = RUS and trigger = internal-unrest' --success troops_sent",
      "  casus history import ucdp-prio-acd-251.csv    a file that you downloaded",
      ""
    },
    commandListHeading = "%nCommands (`casus history COMMAND --help` says more):%n",
    subcommands = {HistoryQueryCommand.class, HistoryImportCommand.class})
final class HistoryCommand implements Callable<Integer> {
  @ParentCommand private Casus casus = new Casus(Terminal.ofProcess());

  @Parameters(
      arity = "0..1",
      paramLabel = "SET",
      description = "A record set by its name, to see its columns.")
  private @Nullable String set;

  @Option(names = "--json", description = "The same as JSON (docs/json.md), nothing else.")
  private boolean json;

  @Mixin private Look look = new Look();

  Terminal terminal() {
    return casus.terminal();
  }

  @Override
  public Integer call() {
    var terminal = terminal();
    var page = look.page(terminal);
    var past = LookingBack.in(terminal.environment());
    if (set == null) {
      var stored = past.stored();
      terminal
          .out()
          .print(
              json ? HistoryJson.of(stored) : HistoryText.list(stored, past.absent(stored), page));
      return ExitCode.OK;
    }
    return switch (past.find(set)) {
      case Found.Stored(var stored, var fields) -> {
        terminal
            .out()
            .print(
                json ? HistoryJson.of(List.of(stored)) : HistoryText.fields(stored, fields, page));
        yield ExitCode.OK;
      }
      case Found.Absent(var absent, _) -> {
        var known = new StoredSet(absent, "", 0, "", "", "");
        terminal
            .out()
            .print(
                json
                    ? HistoryJson.of(List.of(known))
                    : HistoryText.fields(known, absent.fields(), page));
        yield ExitCode.OK;
      }
      case Found other -> nowhere(terminal, other);
    };
  }

  /// Says that a set is not there.
  static int nowhere(Terminal terminal, Found found) {
    return Messages.misuse(
        terminal,
        switch (found) {
          case Found.Absent(var set, var from) ->
              "`"
                  + set.name()
                  + "` is not here: `casus history import FILE` takes its file as you downloaded it"
                  + (from.homepage() == null ? "" : " from " + from.homepage())
                  + (from.name().equals(set.name()) ? "" : "; it is computed from " + from.name());
          case Found.Unknown(var typed, var nearest) ->
              "there is no record set `"
                  + typed
                  + "`; "
                  + (nearest == null
                      ? "`casus history` lists them"
                      : "did you mean `" + nearest + "`?");
          case Found.Stored(var stored, _) -> "`" + stored.set().name() + "` cannot be read";
        });
  }
}
