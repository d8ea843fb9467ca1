package casus.cli;

import casus.desk.Dossiers;
import casus.desk.Opening;
import casus.desk.Testing;
import casus.text.Problem;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/// `casus test`.
@Command(
    name = "test",
    header = "Runs the expectations in the `casus-test` fences of dossiers and treaty files.",
    footer = {"", "  casus test cases/belarus-2020", "  casus test cases treaties", ""})
final class TestCommand implements Callable<Integer> {
  @ParentCommand private Casus casus = new Casus(Terminal.ofProcess());

  @Mixin private ManyDossiers dossiers = new ManyDossiers();

  @Override
  public Integer call() {
    var terminal = casus.terminal();
    var code = ExitCode.OK;
    var tally = new Tally();
    for (var file : dossiers.files(terminal)) {
      switch (Dossiers.open(terminal.folder(), file, terminal.environment())) {
        case Opening.NotOpened(var problem) ->
            code = Messages.problems(terminal, dossiers.look().page(terminal), List.of(problem));
        case Opening.Opened opened -> {
          Testing.Tested tested;
          try (var _ = Progress.of(terminal, "testing " + file)) {
            tested = Testing.test(opened);
          }
          if (tested.problems().stream().anyMatch(Problem::isError))
            Messages.problems(terminal, dossiers.look().page(terminal), tested.problems());
          tested.results().forEach(result -> show(terminal, result, tally));
          if (!tested.allMet()) code = ExitCode.FOUND;
        }
      }
    }
    terminal.out().println(tally);
    return code;
  }

  private static void show(Terminal terminal, Testing.Result result, Tally tally) {
    tally.count(result.met());
    if (result.met()) return;
    terminal
        .out()
        .println(
            result.expectation().origin() + ": failed: expect " + result.expectation().written());
    terminal.out().println("  found " + result.found());
  }

  private static final class Tally {
    private int met;
    private int failed;

    void count(boolean isMet) {
      if (isMet) met++;
      else failed++;
    }

    @Override
    public String toString() {
      var total = met + failed;
      if (total == 0) return "no expectations";
      return failed == 0
          ? total + (total == 1 ? " expectation met" : " expectations met")
          : met + " of " + total + " expectations met, " + failed + " failed";
    }
  }
}
