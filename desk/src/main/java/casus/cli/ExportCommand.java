package casus.cli;

import casus.desk.Exporting;
import casus.desk.NetworkWritten;
import casus.desk.Opening;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `casus export`.
@Command(
    name = "export",
    header = "Writes a dossier's network for GeNIe (XDSL), Hugin (NET), BIF, XMLBIF or UAI.",
    footer = {
      "",
      "  casus export cases/belarus-2020 troops.xdsl",
      "  casus export cases/belarus-2020 troops.xdsl --evidence troops.txt   with what was observed",
      "  casus export cases/belarus-2020 troops.net --reading 'un-charter.consent = broad'",
      ""
    })
final class ExportCommand implements Callable<Integer> {
  @ParentCommand private Casus casus = new Casus(Terminal.ofProcess());

  @Mixin private OneDossier dossier = new OneDossier();

  @Parameters(index = "1", paramLabel = "FILE", description = "The file to write.")
  private String file = "";

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      description = "The format: bif, xmlbif, xdsl, net, uai; by default by the file's ending.")
  private @Nullable String to;

  @Option(
      names = "--evidence",
      paramLabel = "FILE",
      description =
          "Write what was observed to this file: for `casus infer`, or in UAI's form if it ends in .evid.")
  private @Nullable String evidence;

  @Option(
      names = "--reading",
      paramLabel = "TERM=READING",
      description = "The reading of a contested term; the first of each by default.")
  private List<String> readings = new ArrayList<>();

  @Option(names = "--force", description = "Replace files that are already there.")
  private boolean force;

  @Override
  public Integer call() throws IOException {
    var terminal = casus.terminal();
    var page = dossier.look().page(terminal);
    return switch (dossier.open(terminal)) {
      case Opening.NotOpened(var problem) -> Messages.notOpened(terminal, page, problem);
      case Opening.Opened opened -> {
        var request = new Exporting.Request(dossier.asOf(), readings, file, to, evidence, force);
        NetworkWritten written;
        try (var _ = Progress.of(terminal, "exporting")) {
          written = Exporting.export(opened, terminal.folder(), request);
        }
        yield Messages.written(terminal, page, written);
      }
    };
  }
}
