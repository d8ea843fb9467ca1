package casus.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/// Runs the program in this process, with a world of its own.
final class Session {
  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private String streams = "";
  private String input = "";
  private Instant now = Instant.parse("2020-08-17T09:00:00Z");

  Session(Path folder) {
    this.folder = folder;
  }

  Session with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /// @param letters `i`, `o`, `e`: which streams are a person's terminal
  Session at(String letters) {
    streams = letters;
    return this;
  }

  /// What the clock says; else nine in the morning of 17 August 2020.
  Session at(Instant moment) {
    now = moment;
    return this;
  }

  Session typing(String lines) {
    input = lines;
    return this;
  }

  Ran run(String... command) {
    var out = new StringWriter();
    var err = new StringWriter();
    return run(out, err, command);
  }

  /// Both streams in one, as a terminal shows them.
  Ran runMixed(String... command) {
    var both = new StringWriter();
    var ran = run(both, both, command);
    return new Ran(ran.exit(), ran.out(), "");
  }

  private Ran run(StringWriter out, StringWriter err, String... command) {
    var terminal =
        new Terminal(
            folder,
            environment,
            streams,
            true,
            Clock.fixed(now, ZoneOffset.UTC),
            new BufferedReader(new StringReader(input)),
            new PrintWriter(out),
            new PrintWriter(err));
    var exit = Casus.run(terminal, command);
    return new Ran(exit, out.toString(), err.toString());
  }

  record Ran(int exit, String out, String err) {
    /// What a `casus-run` fence holds.
    String shown() {
      var text = out.isEmpty() || out.endsWith("\n") ? out : out + "\n";
      return exit == 0 ? text : text + "[exit " + exit + "]\n";
    }
  }
}
