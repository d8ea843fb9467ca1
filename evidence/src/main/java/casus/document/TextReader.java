package casus.document;

import java.nio.charset.Charset;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Plain text and Markdown: the text is the text.
final class TextReader {
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,2} +(.+?) *#*$");

  private TextReader() {}

  static StoredDocument read(byte[] bytes, @Nullable Charset declared, Format format) {
    var text = clean(Encoding.decode(bytes, Encoding.of(bytes, declared)));
    return new StoredDocument(
        format, text, List.of(), About.NOTHING.withTitle(title(text, format)));
  }

  /// Line ends alike, without characters that print nothing and steer terminals.
  static String clean(String text) {
    return text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .replaceAll("[\\p{Cc}\uFEFF&&[^\n\t]]", "")
        .strip();
  }

  private static @Nullable String title(String text, Format format) {
    if (format == Format.MARKDOWN) {
      var heading = HEADING.matcher(text);
      return heading.find() ? About.line(heading.group(1)) : null;
    }
    var lines = text.lines().limit(2).toList();
    var alone = lines.size() == 2 && lines.getLast().isBlank() && lines.getFirst().length() <= 120;
    return alone ? About.line(lines.getFirst()) : null;
  }
}
