package casus.desk;

import casus.inference.formats.NetworkFormat;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A network from one file format to another.
public final class Converting {
  private Converting() {}

  /// What is to be converted.
  ///
  /// @param input the file to read, as the user wrote it
  /// @param inputFormat its format, or null for the one that its ending names
  /// @param output the file to write
  /// @param outputFormat its format, or null for the one that its ending names
  /// @param force whether a file that is there is replaced
  public record Request(
      String input,
      @Nullable String inputFormat,
      String output,
      @Nullable String outputFormat,
      boolean force) {}

  /// @param from the folder that the files are relative to
  public static NetworkWritten convert(Path from, Request request) throws IOException {
    NetworkFormat input;
    NetworkFormat output;
    switch (Networks.format(request.input(), request.inputFormat(), "--from")) {
      case Networks.Named.NoFormat(var because) -> {
        return new NetworkWritten.Misused(because);
      }
      case Networks.Named.Format(var format) -> input = format;
    }
    switch (Networks.format(request.output(), request.outputFormat(), "--to")) {
      case Networks.Named.NoFormat(var because) -> {
        return new NetworkWritten.Misused(because);
      }
      case Networks.Named.Format(var format) -> output = format;
    }
    if (Networks.exists(from, request.output()) && !request.force())
      return new NetworkWritten.Misused(
          request.output() + " is there already; --force replaces it");
    return switch (Networks.open(from, request.input(), input)) {
      case Networks.Opened.Faulty(var problems) -> new NetworkWritten.Faulty(problems);
      case Networks.Opened.Sound sound ->
          Networks.write(from, request.output(), output, sound.network(), sound.remarks());
    };
  }
}
