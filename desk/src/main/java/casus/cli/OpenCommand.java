package casus.cli;

import casus.desk.Workbench;
import casus.desk.Workspace;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `casus open`.
@Command(
    name = "open",
    header =
        "Opens a dossier, or a folder of dossiers, in the browser: to read, question and edit.",
    footer = {
      "",
      "  casus open                            this folder; offers a first dossier where there is none",
      "  casus open cases/belarus-2020         one dossier",
      "  casus open cases                      a shelf of them",
      "  casus open cases --port 8080 --no-browser",
      ""
    },
    description = {
      "Serves this machine only, until you stop it with Ctrl-C. Nothing is written until you save.",
      ""
    })
final class OpenCommand implements Callable<Integer> {
  @ParentCommand private Casus casus = new Casus(Terminal.ofProcess());

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DOSSIER",
      description =
          "The dossier's folder or file, or a folder of dossiers; this folder by default.")
  private String written = ".";

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "The port to serve; any that is free by default.")
  private int port;

  @Option(names = "--no-browser", description = "Only print the address.")
  private boolean noBrowser;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var terminal = casus.terminal();
    if (port < 0 || port > 65_535)
      return Messages.misuse(terminal, "--port takes a number from 0 to 65535");
    var workspace = Workspace.of(terminal.folder(), written, terminal.environment());
    if (workspace == null)
      return Messages.misuse(terminal, "there is no file or folder " + written);
    var workbench = ServiceLoader.load(Workbench.class).findFirst().orElseThrow();
    Workbench.Running running;
    try {
      running =
          workbench.start(
              workspace, port, Casus.Version.words(), Clock.system(ZoneId.systemDefault()));
    } catch (IOException taken) {
      return Messages.misuse(
          terminal, "port " + port + " cannot be served (" + taken.getMessage() + ")");
    }
    try (running) {
      terminal.out().println("casus serves " + written + " at");
      terminal.out().println("  " + running.entrance());
      terminal.out().println("Ctrl-C stops it.");
      terminal.flush();
      if (!noBrowser) Browser.open(running.entrance(), terminal);
      var stopped = new CountDownLatch(1);
      Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
      stopped.await();
    }
    return ExitCode.OK;
  }
}
