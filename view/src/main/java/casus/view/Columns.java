package casus.view;

import casus.text.DisplayWidth;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Measures and cuts text in terminal columns: a Chinese character takes two, a combining accent
/// none.
public final class Columns {
  /// Below this every visible character takes one column.
  private static final int PLAIN_TO = 0x300;

  private Columns() {}

  static int width(String text) {
    for (var i = 0; i < text.length(); i++)
      if (text.charAt(i) >= PLAIN_TO && !isSetByUs(text.charAt(i))) return DisplayWidth.of(text);
    return text.length();
  }

  /// The marks that this package sets itself, each one column wide.
  private static boolean isSetByUs(char c) {
    return (c >= 0x2010 && c <= 0x2026) || (c >= 0x2500 && c <= 0x259F) || c == '→' || c == '−';
  }

  private static int width(int character) {
    return character < PLAIN_TO ? 1 : DisplayWidth.of(Character.toString(character));
  }

  /// Text that cannot move the cursor or change direction: control characters become blanks,
  /// invisible ones go.
  public static String clean(String text) {
    if (isClean(text)) return text;
    var clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          switch (Character.getType(c)) {
            case Character.CONTROL,
                Character.LINE_SEPARATOR,
                Character.PARAGRAPH_SEPARATOR,
                Character.SPACE_SEPARATOR ->
                clean.append(' ');
            case Character.FORMAT, Character.SURROGATE -> {}
            default -> clean.appendCodePoint(c);
          }
        });
    return clean.toString();
  }

  private static boolean isClean(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if ((c < ' ' || c > '~') && !isSetByUs(c)) return false;
    }
    return true;
  }

  /// At most `width` columns, the last of them an ellipsis where something was cut.
  static String cut(String text, int width) {
    if (width(text) <= width) return text;
    return width <= 0 ? "" : head(text, width - 1).stripTrailing() + "…";
  }

  /// As [#cut], keeping the end.
  static String cutStart(String text, int width) {
    if (width(text) <= width) return text;
    var start = 0;
    while (width(text.substring(start)) > width - 1) start = text.offsetByCodePoints(start, 1);
    return width <= 0 ? "" : "…" + text.substring(start);
  }

  /// The longest beginning of a text that takes at most `width` columns.
  private static String head(String text, int width) {
    var taken = 0;
    var end = 0;
    while (end < text.length()) {
      var c = text.codePointAt(end);
      taken += width(c);
      if (taken > width) break;
      end += Character.charCount(c);
    }
    return text.substring(0, end);
  }

  /// Breaks a text into lines of at most `width` columns, between words where it can.
  public static List<String> wrap(String text, int width) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    var taken = 0;
    for (var start = 0; start < text.length(); ) {
      var end = text.indexOf(' ', start);
      if (end < 0) end = text.length();
      var word = text.substring(start, end);
      start = end + 1;
      if (word.isEmpty()) continue;
      var length = width(word);
      if (taken > 0 && taken + 1 + length > width) {
        lines.add(line.toString());
        line.setLength(0);
        taken = 0;
      }
      while (length > width) {
        var part = head(word, Math.max(2, width));
        lines.add(part);
        word = word.substring(part.length());
        length = width(word);
      }
      if (taken > 0) {
        line.append(' ');
        taken++;
      }
      line.append(word);
      taken += length;
    }
    if (taken > 0) lines.add(line.toString());
    return lines;
  }

  /// The same columns in ASCII only.
  static String ascii(String text) {
    var ascii = new StringBuilder();
    text.codePoints().forEach(c -> ascii.append(c < 0x80 ? Character.toString(c) : ascii(c)));
    return ascii.toString();
  }

  private static String ascii(int c) {
    return switch (c) {
      case '–', '—', '−', '─', '‐', '‑' -> "-";
      case '“', '”', '„', '«', '»' -> "\"";
      case '‘', '’', '‚' -> "'";
      case '…' -> "~";
      case '×' -> "x";
      case '÷' -> "/";
      case '→' -> ">";
      case '·', '▏', '▎', '▍' -> ".";
      case '█', '▉', '▊', '▋', '▌' -> "#";
      case '├', '┤', '│' -> "|";
      case '└' -> "`";
      case '●' -> "o";
      case '≥' -> ">";
      default -> folded(c);
    };
  }

  private static String folded(int c) {
    var base = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD).codePointAt(0);
    return base < 0x80 ? Character.toString(base) : "?".repeat(width(c));
  }
}
