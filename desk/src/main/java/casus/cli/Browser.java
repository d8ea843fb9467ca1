package casus.cli;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/// The browser that the user's system opens addresses with.
final class Browser {
  private Browser() {}

  /// Asks the system to open an address; where it cannot, the printed address is there.
  static void open(URI address, Terminal terminal) {
    var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    var command =
        system.contains("mac")
            ? List.of("open", address.toString())
            : system.contains("win")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", address.toString())
                : List.of("xdg-open", address.toString());
    try {
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException none) {
      terminal.out().println("No browser could be started from here: open the address yourself.");
      terminal.flush();
    }
  }
}
