package casus.check;

import casus.model.Origin;
import casus.text.Place;
import casus.text.SourceText;
import casus.text.Span;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A stored text made comparable with quotations: canonically composed (Unicode NFC), quotes and
/// dashes of all shapes alike, runs of blanks as one, so that a line break inside a quotation does
/// not matter.
final class StoredText {
  private final SourceText source;
  private final String plain;
  private final int[] offsets;
  private @Nullable String lowerCase;

  StoredText(SourceText source) {
    this.source = source;
    var text = source.text();
    var folded = new StringBuilder(text.length());
    this.offsets = fold(text, folded);
    this.plain = folded.toString();
  }

  /// Where the words stand, or null where they do not.
  @Nullable Origin find(String words) {
    var wanted = fold(words);
    var at = wanted.isEmpty() ? -1 : plain.indexOf(wanted);
    if (at < 0) return null;
    return Declared.origin(new Place(source, new Span(offsets[at], offsets[at])));
  }

  /// Whether the words stand anywhere, upper and lower case alike.
  boolean mentions(String words) {
    if (lowerCase == null) lowerCase = plain.toLowerCase(Locale.ROOT);
    var wanted = fold(words).toLowerCase(Locale.ROOT);
    return !wanted.isEmpty() && lowerCase.contains(wanted);
  }

  String name() {
    return source.name();
  }

  static String fold(String words) {
    var folded = new StringBuilder(words.length());
    fold(words, folded);
    return folded.toString().strip();
  }

  /// Appends the comparable form of a text.
  ///
  /// @return for each character of the result, the offset in the text that it comes from
  private static int[] fold(String text, StringBuilder folded) {
    var offsets = new int[text.length() + 16];
    var at = 0;
    while (at < text.length()) {
      var end = cluster(text, at);
      var piece = text.substring(at, end);
      var composed =
          piece.length() == 1 && piece.charAt(0) < 0x300
              ? piece
              : Normalizer.normalize(piece, Normalizer.Form.NFC);
      for (var i = 0; i < composed.length(); i++) {
        var c = alike(composed.charAt(i));
        if (c == 0 || (c == ' ' && (folded.isEmpty() || folded.charAt(folded.length() - 1) == ' ')))
          continue;
        if (folded.length() == offsets.length) offsets = Arrays.copyOf(offsets, 2 * offsets.length);
        offsets[folded.length()] = at;
        folded.append(c);
      }
      at = end;
    }
    return offsets;
  }

  /// The end of a character with its combining marks.
  private static int cluster(String text, int start) {
    var end = start + Character.charCount(text.codePointAt(start));
    while (end < text.length()) {
      var next = text.codePointAt(end);
      var type = Character.getType(next);
      if (type != Character.NON_SPACING_MARK && type != Character.COMBINING_SPACING_MARK) break;
      end += Character.charCount(next);
    }
    return end;
  }

  /// One character for all of its kind; 0 for one that does not print.
  private static char alike(char c) {
    return switch (c) {
      case '\u2018', '\u2019', '\u201A', '\u201B', '\u2032', '`', '\u00B4' -> '\'';
      case '\u201C', '\u201D', '\u201E', '\u201F', '\u00AB', '\u00BB', '\u2033' -> '"';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
      case '\u00AD', '\u200B', '\u200C', '\u200D', '\uFEFF' -> 0;
      default -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c;
    };
  }
}
