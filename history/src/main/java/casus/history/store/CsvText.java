package casus.history.store;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Comma-separated values, record by record, as RFC 4180 has them: a value in double quotes may
/// hold the delimiter, line ends, and quotes doubled.
final class CsvText {
  /// A record longer than this is no record.
  private static final int LONGEST = 1 << 20;

  private final Reader reader;
  private final char delimiter;
  private int line = 1;
  private int pushedBack = -1;

  CsvText(Reader reader, char delimiter) {
    this.reader = reader;
    this.delimiter = delimiter;
  }

  /// @param line on which it begins, from 1
  record Row(int line, List<String> values) {}

  /// The next record, or null at the end. Lines without any character are passed over.
  ///
  /// @throws IOException also where a record is longer than a megabyte
  @Nullable Row next() throws IOException {
    var c = read();
    while (c == '\n' || c == '\r') {
      if (c == '\n') line++;
      c = read();
    }
    if (c < 0) return null;
    var began = line;
    var values = new ArrayList<String>();
    var value = new StringBuilder();
    var length = 0;
    for (; ; c = read()) {
      if (++length > LONGEST) throw new IOException("line " + began + " is longer than a megabyte");
      if (c == '"' && value.isEmpty()) quoted(value, began);
      else if (c == delimiter) {
        values.add(value.toString());
        value.setLength(0);
      } else if (c < 0 || c == '\n' || c == '\r') {
        values.add(value.toString());
        if (c == '\n') line++;
        return new Row(began, values);
      } else value.append((char) c);
    }
  }

  private void quoted(StringBuilder value, int began) throws IOException {
    for (var c = read(); c >= 0; c = read()) {
      if (c == '\n') line++;
      if (c == '"') {
        var after = read();
        if (after != '"') {
          pushedBack = after;
          return;
        }
      }
      value.append((char) c);
      if (value.length() > LONGEST)
        throw new IOException("a quoted text that begins on line " + began + " does not end");
    }
  }

  private int read() throws IOException {
    if (pushedBack >= 0) {
      var c = pushedBack;
      pushedBack = -1;
      return c;
    }
    return reader.read();
  }
}
