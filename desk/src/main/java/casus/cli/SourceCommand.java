package casus.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;

/// `casus source`.
@Command(
    name = "source",
    header = "Stores the documents that a dossier quotes, and checks that they are still the same.",
    footer = {
      "",
      "  casus source add my-case article.html report.pdf   store two files in my-case/sources",
      "  casus source add my-case https://example.org/news  fetch a page and store it",
      "  casus source check my-case                         are they unchanged, and the quotes in them?",
      ""
    },
    commandListHeading = "%nCommands (`casus source COMMAND --help` says more):%n",
    subcommands = {SourceAddCommand.class, SourceCheckCommand.class})
final class SourceCommand implements Runnable {
  @ParentCommand private Casus casus = new Casus(Terminal.ofProcess());

  private @CommandLine.Spec @Nullable CommandSpec spec;

  Terminal terminal() {
    return casus.terminal();
  }

  /// `casus source` alone: the help.
  @Override
  public void run() {
    Objects.requireNonNull(spec).commandLine().usage(terminal().out());
  }
}
