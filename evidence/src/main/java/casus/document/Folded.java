package casus.document;

import java.util.Arrays;

/// A text made comparable with quotations: quotes and dashes of all shapes alike, runs of blanks as
/// one, what does not print left out.
///
/// @param plain the comparable text
/// @param offsets for each of its characters, the offset in the text that it comes from; one more
///   for the end
record Folded(String plain, int[] offsets) {
  static Folded of(String text) {
    var plain = new StringBuilder(text.length());
    var offsets = new int[text.length() + 1];
    for (var i = 0; i < text.length(); i++) {
      var c = alike(text.charAt(i));
      if (c == 0 || (c == ' ' && (plain.isEmpty() || plain.charAt(plain.length() - 1) == ' ')))
        continue;
      offsets[plain.length()] = i;
      plain.append(c);
    }
    offsets[plain.length()] = text.length();
    return new Folded(plain.toString(), Arrays.copyOf(offsets, plain.length() + 1));
  }

  /// The place in the plain text of an offset of the text.
  int at(int offset) {
    var found = Arrays.binarySearch(offsets, offset);
    return found >= 0 ? found : Math.min(-found - 1, plain.length());
  }

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
