package casus.cli;

import casus.desk.Converting;
import casus.desk.NetworkWritten;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `casus convert`.
@Command(
    name = "convert",
    header = "Converts a Bayesian network between BIF, XMLBIF, XDSL (GeNIe), Hugin NET and UAI.",
    footer = {
      "",
      "  casus convert troops.bif troops.xdsl  for GeNIe; the formats are known by the endings",
      "  casus convert model.txt model.net --from bif",
      ""
    })
final class ConvertCommand implements Callable<Integer> {
  @ParentCommand private Casus casus = new Casus(Terminal.ofProcess());

  @Mixin private Look look = new Look();

  @Parameters(index = "0", paramLabel = "FILE", description = "The network to read.")
  private String input = "";

  @Parameters(index = "1", paramLabel = "NEW-FILE", description = "The file to write.")
  private String output = "";

  @Option(
      names = "--from",
      paramLabel = "FORMAT",
      description = "The format to read: bif, xmlbif, xdsl, net, uai; by default by the ending.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      description = "The format to write; by default by the ending.")
  private @Nullable String to;

  @Option(names = "--force", description = "Replace a file that is already there.")
  private boolean force;

  @Override
  public Integer call() throws IOException {
    var terminal = casus.terminal();
    var request = new Converting.Request(input, from, output, to, force);
    NetworkWritten written;
    try (var _ = Progress.of(terminal, "converting")) {
      written = Converting.convert(terminal.folder(), request);
    }
    return Messages.written(terminal, look.page(terminal), written);
  }
}
