package casus.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `casus completion`.
@Command(
    name = "completion",
    header = "Prints a script that teaches bash or zsh to complete casus's commands and options.",
    footer = {
      "",
      "  source <(casus completion)            for bash and zsh, in ~/.bashrc or ~/.zshrc",
      ""
    })
final class CompletionCommand implements Callable<Integer> {
  @ParentCommand private Casus casus = new Casus(Terminal.ofProcess());

  @Override
  public Integer call() {
    var terminal = casus.terminal();
    terminal.out().print(AutoComplete.bash("casus", Casus.commandLine(terminal)));
    return ExitCode.OK;
  }
}
