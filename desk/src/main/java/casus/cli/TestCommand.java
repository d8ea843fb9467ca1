package casus.cli;

import casus.desk.Dossiers;
import casus.desk.Opening;
import casus.desk.Testing;
import casus.text.Problem;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `casus test`.
@Command(
    name = "test",
    header = "Runs the expectations in the `casus-test` fences of dossiers and treaty files.",
    footer = {"", "  casus test cases/belarus-2020", "  casus test cases treaties", ""})
final class TestCommand implements Callable<Integer> {
  @ParentCommand private Casus casus = new Casus(Terminal.ofProcess());

  @Mixin private Look look = new Look();

  @Parameters(
      paramLabel = "DOSSIER",
      arity = "1..*",
      description = "Folders, searched with the folders in them, and files.")
  private List<String> dossiers = new ArrayList<>();

  @Override
  public Integer call() {
    var terminal = casus.terminal();
    var code = ExitCode.OK;
    var tally = new Tally();
    for (var dossier : dossiers)
      for (var file : files(dossier)) {
        switch (Dossiers.open(terminal.folder(), file)) {
          case Opening.NotOpened(var problem) ->
              code = Messages.problems(terminal, look.page(terminal), List.of(problem));
          case Opening.Opened opened -> {
            Testing.Tested tested;
            try (var _ = Progress.of(terminal, "testing " + file)) {
              tested = Testing.test(opened);
            }
            if (tested.problems().stream().anyMatch(Problem::isError))
              Messages.problems(terminal, look.page(terminal), tested.problems());
            tested.results().forEach(result -> show(terminal, result, tally));
            if (!tested.allMet()) code = ExitCode.FOUND;
          }
        }
      }
    terminal.out().println(tally);
    return code;
  }

  private List<String> files(String dossier) {
    var from = casus.terminal().folder();
    if (!Files.isDirectory(from.resolve(dossier))) return List.of(dossier);
    var below = Dossiers.below(from, dossier);
    return below.isEmpty() ? List.of(dossier) : below;
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
