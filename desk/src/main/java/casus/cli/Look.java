package casus.cli;

import casus.view.Page;
import picocli.CommandLine.Option;

/// How the answer looks.
final class Look {
  enum Colour {
    AUTO,
    ALWAYS,
    NEVER
  }

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description =
          "Colours: auto (the default: in a terminal, unless NO_COLOR is set), always, never.")
  private Colour colour = Colour.AUTO;

  @Option(
      names = "--width",
      paramLabel = "N",
      description = "Columns to use; the terminal's own by default, 100 where there is none.")
  private int width;

  Page page(Terminal terminal) {
    var coloured = colour == Colour.ALWAYS || (colour == Colour.AUTO && terminal.coloured());
    return Page.PLAIN
        .width(width > 0 ? Math.clamp(width, 40, 400) : terminal.width())
        .colour(coloured)
        .ascii(!terminal.unicode());
  }
}
