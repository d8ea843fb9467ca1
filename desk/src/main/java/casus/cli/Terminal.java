package casus.cli;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// Everything the program knows of the world: where it was called, by whom, and whom it talks to.
/// Tests hand in their own.
///
/// @param folder that relative paths start from
/// @param environment variables such as NO_COLOR
/// @param streams which of the streams are a person's terminal: any of the letters `i`, `o`, `e`
/// @param unicode whether a terminal shows more than ASCII
/// @param clock tells when something is recorded, and the date where a command needs one and none
///   is given
record Terminal(
    Path folder,
    Map<String, String> environment,
    String streams,
    boolean unicode,
    Clock clock,
    BufferedReader in,
    PrintWriter out,
    PrintWriter err) {
  private static final int PLAIN_WIDTH = 100;

  /// The process's own.
  static Terminal ofProcess() {
    var streams = System.getProperty("casus.tty", "");
    var unicode =
        !streams.contains("o")
            || System.getProperty("stdout.encoding", "UTF-8").equalsIgnoreCase("UTF-8");
    return new Terminal(
        Path.of(""),
        System.getenv(),
        streams,
        unicode,
        Clock.systemUTC(),
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
        writer(FileDescriptor.out),
        writer(FileDescriptor.err));
  }

  /// A reader that has gone away (`| head`) is no error: a PrintWriter drops what nobody reads.
  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), false);
  }

  /// To the second.
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /// By universal time, like everything that is recorded.
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  boolean asks() {
    return streams.contains("i") && streams.contains("e");
  }

  boolean showsProgress() {
    return streams.contains("e");
  }

  boolean coloured() {
    return streams.contains("o")
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /// COLUMNS where it is a sensible number, else 100.
  int width() {
    try {
      var columns = Integer.parseInt(environment.getOrDefault("COLUMNS", "").strip());
      return columns < 20 ? PLAIN_WIDTH : Math.min(columns, 400);
    } catch (NumberFormatException none) {
      return PLAIN_WIDTH;
    }
  }

  void flush() {
    out.flush();
    err.flush();
  }
}
