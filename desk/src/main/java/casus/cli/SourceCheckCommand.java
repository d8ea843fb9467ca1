package casus.cli;

import casus.desk.Dossiers;
import casus.desk.Opening;
import casus.desk.SourceChecking;
import casus.desk.SourceChecking.Remark;
import casus.desk.SourceChecking.State;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `casus source check`.
@Command(
    name = "check",
    header = "Says whether stored sources are unchanged and every quotation still stands in them.",
    footer = {"", "  casus source check my-case", "  casus source check my-case --full", ""})
final class SourceCheckCommand implements Callable<Integer> {
  @ParentCommand private SourceCommand source = new SourceCommand();

  @Mixin private NamedDossier dossier = new NamedDossier();

  @Option(names = "--full", description = "What is intact too, line by line.")
  private boolean full;

  @Option(names = "--json", description = "JSON for programs; docs/json.md describes it.")
  private boolean json;

  @Override
  public Integer call() {
    var terminal = source.terminal();
    return switch (Dossiers.open(terminal.folder(), dossier.written(), terminal.environment())) {
      case Opening.NotOpened(var problem) ->
          Messages.problems(terminal, dossier.look().page(terminal), List.of(problem));
      case Opening.Opened opened -> {
        var checked = SourceChecking.check(opened);
        if (json && checked.problems().isEmpty()) {
          terminal.out().print(checked.json());
          yield checked.isWrong() ? ExitCode.FOUND : ExitCode.OK;
        }
        Stream.concat(checked.files().stream(), checked.quotes().stream())
            .filter(one -> full || one.state() != State.INTACT)
            .forEach(one -> terminal.out().println(line(one)));
        terminal.out().println(summary("sources", checked.files()));
        if (!checked.problems().isEmpty())
          yield Messages.problems(terminal, dossier.look().page(terminal), checked.problems());
        terminal.out().println(summary("quotations", checked.quotes()));
        yield checked.isWrong() ? ExitCode.FOUND : ExitCode.OK;
      }
    };
  }

  private static String line(Remark one) {
    return String.format(
        Locale.ROOT,
        "%-9s  %s%s",
        one.state().words(),
        one.subject(),
        one.says().isEmpty() ? "" : ": " + one.says());
  }

  /// "sources: 2 (1 intact, 1 no record)".
  private static String summary(String what, List<Remark> remarks) {
    if (remarks.isEmpty()) return what + ": none";
    var counts = new TreeMap<State, Integer>();
    for (var one : remarks) counts.merge(one.state(), 1, Integer::sum);
    return what
        + ": "
        + remarks.size()
        + counts.entrySet().stream()
            .map(one -> one.getValue() + " " + one.getKey().words())
            .collect(Collectors.joining(", ", " (", ")"));
  }
}
