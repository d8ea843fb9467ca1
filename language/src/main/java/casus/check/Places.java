package casus.check;

import casus.model.Origin;
import casus.text.Place;
import casus.text.SourceText;
import casus.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// From where the model says something was written back to the place to underline: from there to
/// the end of the line, without a comment.
final class Places {
  private final Map<String, SourceText> files = new HashMap<>();
  private final SourceText main;

  Places(List<Uses.Loaded> loaded) {
    main = loaded.getFirst().source();
    for (var file : loaded) files.putIfAbsent(file.source().name(), file.source());
  }

  Place of(Origin origin) {
    var source = files.getOrDefault(origin.file(), main);
    if (origin.line() > source.lineCount()) return new Place(source, new Span(0, 0));
    var line = source.lineText(origin.line());
    var from =
        Math.min(
            line.length(),
            line.offsetByCodePoints(
                0, Math.min(origin.column() - 1, line.codePointCount(0, line.length()))));
    var to = end(line, from);
    var start = source.lineStart(origin.line());
    return new Place(source, new Span(start + from, start + to));
  }

  /// Where the statement ends: before a `#` outside quotes, without blanks.
  private static int end(String line, int from) {
    var quoted = false;
    var end = line.length();
    for (var i = from; i < line.length(); i++) {
      var c = line.charAt(i);
      if (c == '"') quoted = !quoted;
      if (c == '#' && !quoted) {
        end = i;
        break;
      }
    }
    while (end > from && Character.isWhitespace(line.charAt(end - 1))) end--;
    return end;
  }
}
