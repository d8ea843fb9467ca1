package casus.cli;

import casus.desk.Dossiers;
import casus.desk.Formatting;
import casus.desk.Judging;
import casus.desk.Opening;
import casus.text.Problem;
import casus.view.ExcerptText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `casus fmt`.
@Command(
    name = "fmt",
    header =
        "Puts the fences of dossiers into their one layout; prose and comments stay as they are.",
    footer = {
      "",
      "  casus fmt my-case",
      "  casus fmt --check cases treaties      changes nothing, names the files that it would change",
      ""
    })
final class FmtCommand implements Callable<Integer> {
  @ParentCommand private Casus casus = new Casus(Terminal.ofProcess());

  @Mixin private ManyDossiers dossiers = new ManyDossiers();

  @Option(
      names = "--check",
      description = "Only name the files that are not formatted; exit code 1 if there are any.")
  private boolean check;

  @Override
  public Integer call() throws IOException {
    var code = ExitCode.OK;
    var files = new ArrayList<>(dossiers.files(casus.terminal()));
    for (var one : dossiers.written()) files.addAll(Judging.below(casus.terminal().folder(), one));
    for (var file : new LinkedHashSet<>(files)) code = Math.max(code, format(file));
    return code;
  }

  private int format(String file) throws IOException {
    var terminal = casus.terminal();
    var page = dossiers.look().page(terminal);
    return switch (Dossiers.open(terminal.folder(), file, terminal.environment())) {
      case Opening.NotOpened(var problem) -> Messages.problems(terminal, page, List.of(problem));
      case Opening.Opened opened -> {
        var formatted = Formatting.format(opened);
        var errors = formatted.problems().stream().filter(Problem::isError).toList();
        terminal.err().print(ExcerptText.of(errors, page));
        if (formatted.changes()) {
          terminal
              .out()
              .println((check ? "not formatted: " : "formatted ") + opened.source().name());
          if (!check) Formatting.write(formatted);
        }
        yield !errors.isEmpty() || (check && formatted.changes()) ? ExitCode.FOUND : ExitCode.OK;
      }
    };
  }
}
