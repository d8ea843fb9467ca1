package casus.document;

import java.nio.charset.Charset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Plain text and Markdown: the text is the text.
final class TextReader {
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,2} +(.+?) *#*$");

  private TextReader() {}

  static StoredDocument read(byte[] bytes, @Nullable Charset declared, Format format) {
    var text = clean(Encoding.decode(bytes, Encoding.of(bytes, declared)));
    var title = title(text, format);
    var about = new About(title, null, null, null, null, TextLines.address(text));
    return new StoredDocument(format, text, TextLines.masked(text, title), about);
  }

  /// Line ends alike, without characters that print nothing and steer terminals.
  static String clean(String text) {
    return text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .replaceAll("[\\p{Cc}\uFEFF&&[^\n\t]]", "")
        .strip();
  }

  private static @Nullable String title(String text, Format format) {
    var heading = HEADING.matcher(text);
    if (format == Format.MARKDOWN || text.startsWith("# "))
      return heading.find() ? About.line(heading.group(1)) : null;
    var lines = text.lines().limit(2).toList();
    var first = lines.isEmpty() ? "" : lines.getFirst();
    var alone = lines.size() == 2 && first.length() <= 120 && !first.matches(".*[.,;:]\\s*");
    return alone ? About.line(first) : null;
  }
}
