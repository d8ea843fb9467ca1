package casus.text;

import java.lang.Character.UnicodeScript;

/// How wide text is on a terminal or in a text editor with a fixed-width font. Roughly: what two
/// programs draw differently nobody can predict.
public final class DisplayWidth {
  private static final String TAB = "    ";

  private DisplayWidth() {}

  /// Columns taken by text without line ends and tabs: two for Chinese, Japanese, Korean and emoji,
  /// none for combining marks, else one.
  public static int of(String text) {
    return text.codePoints().map(DisplayWidth::of).sum();
  }

  private static int of(int character) {
    if (character < 0x300) return 1;
    var type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) return 0;
    return isWide(character) ? 2 : 1;
  }

  private static boolean isWide(int character) {
    if (character >= 0xff01 && character <= 0xff60) return true;
    if (Character.isEmojiPresentation(character)) return true;
    var script = UnicodeScript.of(character);
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA
        || script == UnicodeScript.HANGUL
        || (character >= 0x3000 && character <= 0x303f);
  }

  /// The text with what a terminal would obey or hide spelled out: tabs as four spaces, control
  /// characters, halves of characters and marks that reverse the direction as `<U+202E>`.
  static String visible(String text) {
    if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) return text;
    var visible = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          if (c == '\t') visible.append(TAB);
          else if (isHidden(c)) visible.append(String.format("<U+%04X>", c));
          else visible.appendCodePoint(c);
        });
    return visible.toString();
  }

  private static boolean isHidden(int character) {
    return Character.isISOControl(character)
        || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE)
        || (character >= 0x202a && character <= 0x202e)
        || (character >= 0x2060 && character <= 0x206f)
        || character == 0x200b
        || character == 0xfeff;
  }
}
