package casus.text;

import java.util.Arrays;

/// A file as it was read: its name as the user knows it, its characters, and where its lines begin.
public final class SourceText {
  private final String name;
  private final String text;
  private final int[] lineStarts;

  /// @param name shown before `:line:column` in messages, usually a path relative to where the
  ///   command was run
  /// @param text the characters, decoded; line ends may be LF, CRLF or CR
  public SourceText(String name, String text) {
    this.name = name;
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  private static int[] lineStarts(String text) {
    var starts = new int[16];
    var count = 1;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c != '\n' && c != '\r') continue;
      if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') i++;
      if (count == starts.length) starts = Arrays.copyOf(starts, 2 * count);
      starts[count++] = i + 1;
    }
    return Arrays.copyOf(starts, count);
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  /// The number of lines; an empty file has one.
  public int lineCount() {
    return lineStarts.length;
  }

  /// The line an offset lies in, from 1.
  public int line(int offset) {
    var found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /// The column of an offset in its line, from 1, counted in Unicode code points (what an editor
  /// shows).
  public int column(int offset) {
    var start = lineStarts[line(offset) - 1];
    return text.codePointCount(start, Math.min(offset, text.length())) + 1;
  }

  /// Offset of the first character of a line.
  ///
  /// @param line from 1 to [#lineCount]
  public int lineStart(int line) {
    return lineStarts[line - 1];
  }

  /// The characters of a line without its line end.
  ///
  /// @param line from 1 to [#lineCount]
  public String lineText(int line) {
    var end = line < lineStarts.length ? lineStarts[line] : text.length();
    while (end > lineStarts[line - 1]
        && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) end--;
    return text.substring(lineStarts[line - 1], end);
  }

  /// The characters of a span.
  public String slice(Span span) {
    return text.substring(span.start(), span.end());
  }

  @Override
  public String toString() {
    return name;
  }
}
