package casus.cli;

import casus.desk.Opening;
import casus.desk.Rendering;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `casus render`.
@Command(
    name = "render",
    header = "Prints a dossier as Markdown with every {{ … }} in its prose replaced by the number.",
    footer = {
      "",
      "  casus render cases/belarus-2020",
      "  casus render cases/belarus-2020 -o report.md",
      ""
    })
final class RenderCommand implements Callable<Integer> {
  @ParentCommand private Casus casus = new Casus(Terminal.ofProcess());

  @Mixin private OneDossier dossier = new OneDossier();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to a file instead.")
  private @Nullable String output;

  @Override
  public Integer call() throws IOException {
    var terminal = casus.terminal();
    var page = dossier.look().page(terminal);
    return switch (dossier.open(terminal)) {
      case Opening.NotOpened(var problem) -> Messages.notOpened(terminal, page, problem);
      case Opening.Opened opened -> {
        var rendered = Rendering.render(opened, dossier.asOf());
        var markdown = rendered.markdown();
        if (markdown == null) yield Messages.problems(terminal, page, rendered.problems());
        if (output == null) terminal.out().print(markdown);
        else if (Rendering.overwrites(opened, terminal.folder().resolve(output)))
          yield Messages.misuse(terminal, output + " is the dossier itself; choose another file");
        else Rendering.write(terminal.folder().resolve(output), markdown);
        yield ExitCode.OK;
      }
    };
  }
}
