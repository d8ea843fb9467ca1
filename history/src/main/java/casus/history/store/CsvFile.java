package casus.history.store;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file of values as somebody downloaded it: what its first line says, and how it is written.
///
/// @param columns in the order of the file
/// @param delimiter comma, semicolon or tab: which of them its first line has most
/// @param charset UTF-8, or Latin-1 where it is not that
/// @param bytes its size
/// @param sha256 its checksum, 64 hexadecimal digits
record CsvFile(
    Path path, List<String> columns, char delimiter, Charset charset, long bytes, String sha256) {
  private static final char[] DELIMITERS = {',', ';', '\t'};

  /// @return null where the file has no line
  /// @throws IOException where it cannot be read
  static @Nullable CsvFile look(Path path) throws IOException {
    var digest = digest();
    var valid = true;
    long bytes = 0;
    try (var in = new DigestInputStream(Files.newInputStream(path), digest)) {
      var decoder =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      var chunk = ByteBuffer.allocate(1 << 16);
      var decoded = CharBuffer.allocate(1 << 16);
      for (var n = in.read(chunk.array(), chunk.position(), chunk.remaining());
          n >= 0;
          n = in.read(chunk.array(), chunk.position(), chunk.remaining())) {
        bytes += n;
        chunk.position(chunk.position() + n).flip();
        if (valid && decoder.decode(chunk, decoded, false).isError()) valid = false;
        decoded.clear();
        if (valid) chunk.compact();
        else chunk.clear();
      }
    }
    var charset = valid ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    try (var reader = reader(path, charset)) {
      reader.mark(1 << 20);
      var first = new StringBuilder();
      for (var c = reader.read();
          c >= 0 && c != '\n' && c != '\r' && first.length() < (1 << 20) - 1;
          c = reader.read()) first.append((char) c);
      reader.reset();
      var delimiter = delimiter(first);
      var row = new CsvText(reader, delimiter).next();
      return row == null
          ? null
          : new CsvFile(
              path,
              row.values().stream().map(String::strip).toList(),
              delimiter,
              charset,
              bytes,
              HexFormat.of().formatHex(digest.digest()));
    }
  }

  private static char delimiter(CharSequence line) {
    var best = ',';
    long most = 0;
    for (var delimiter : DELIMITERS) {
      var count = line.chars().filter(c -> c == delimiter).count();
      if (count > most) {
        most = count;
        best = delimiter;
      }
    }
    return best;
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Reads past a byte order mark.
  private static BufferedReader reader(Path path, Charset charset) throws IOException {
    var in = new BufferedInputStream(Files.newInputStream(path));
    in.mark(3);
    if (!startsWithMark(in)) in.reset();
    return new BufferedReader(new InputStreamReader(in, charset), 1 << 20);
  }

  private static boolean startsWithMark(InputStream in) throws IOException {
    return in.read() == 0xEF && in.read() == 0xBB && in.read() == 0xBF;
  }

  /// A record of the file.
  ///
  /// @param number from 1, the first after the columns
  CsvText.@Nullable Row record(long number) throws IOException {
    try (var reader = reader(path, charset)) {
      var text = new CsvText(reader, delimiter);
      var row = text.next();
      for (long n = 0; n < number && row != null; n++) row = text.next();
      return row;
    }
  }

  /// A line as it stands in the file, at most 10,000 characters of it.
  String line(int number) throws IOException {
    try (var reader = reader(path, charset)) {
      for (var n = 1; n < number; n++) if (reader.readLine() == null) return "";
      var line = reader.readLine();
      return line == null ? "" : line.substring(0, Math.min(10_000, line.length()));
    }
  }
}
