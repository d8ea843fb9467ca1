package casus.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;

/// `casus import`.
@Command(
    name = "import",
    header = "Takes in what others have on record: forecasts as their sites give them.",
    footer = {
      "",
      "  casus import forecasts pros.csv                       a file, told by its columns",
      "  casus import forecasts survey.csv --questions ifps.csv",
      ""
    },
    commandListHeading = "%nCommands (`casus import COMMAND --help` says more):%n",
    subcommands = {ImportForecastsCommand.class})
final class ImportCommand implements Runnable {
  @ParentCommand private Casus casus = new Casus(Terminal.ofProcess());

  private @CommandLine.Spec @Nullable CommandSpec spec;

  Terminal terminal() {
    return casus.terminal();
  }

  /// `casus import` alone: the help.
  @Override
  public void run() {
    Objects.requireNonNull(spec).commandLine().usage(terminal().out());
  }
}
