package casus.cli;

import casus.desk.Checking;
import casus.text.Problem;
import casus.view.ExcerptText;
import casus.view.ProblemsText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `casus check`.
@Command(
    name = "check",
    header = "Says what is wrong (errors) or weak (warnings) in dossiers, without answering them.",
    footer = {
      "",
      "  casus check cases/belarus-2020",
      "  casus check cases treaties            everything in two folders and the folders in them",
      "  casus check cases/belarus-2020 --full  with the lines themselves, and how they should look",
      ""
    })
final class CheckCommand implements Callable<Integer> {
  @ParentCommand private Casus casus = new Casus(Terminal.ofProcess());

  @Mixin private ManyDossiers dossiers = new ManyDossiers();

  @Option(
      names = "--full",
      description = "Each problem with its line, underlined, and the form that was expected.")
  private boolean full;

  @Override
  public Integer call() {
    var terminal = casus.terminal();
    var page = dossiers.look().page(terminal);
    var problems = new LinkedHashSet<Problem>();
    for (var dossier : dossiers.written())
      problems.addAll(Checking.check(terminal.folder(), dossier, terminal.environment()));
    var found = List.copyOf(problems);
    terminal.out().print(full ? ExcerptText.of(found, page) : ProblemsText.of(found, page));
    return found.stream().anyMatch(Problem::isError) ? ExitCode.FOUND : ExitCode.OK;
  }
}
