package casus.names;

/// A word, a number or a mark of a text.
///
/// @param start offset of its first character
/// @param end offset after its last
/// @param text its characters
/// @param first whether its sentence begins with it, marks aside
/// @param joined whether nothing but blanks, or the break of a wrapped line, stands before it
record Token(int start, int end, String text, boolean first, boolean joined) {
  /// Whether it begins with a letter.
  boolean word() {
    return Character.isLetter(text.codePointAt(0));
  }

  /// Whether it is written as a name is: `Berg`, `NATO`, `al-Asad`, `ez-Zor`.
  boolean capital() {
    if (Character.isUpperCase(text.charAt(0))) return true;
    var hyphen = text.indexOf('-');
    return hyphen > 0
        && hyphen <= 3
        && hyphen + 1 < text.length()
        && Character.isLowerCase(text.charAt(0))
        && startsUpper(hyphen + 1);
  }

  private boolean startsUpper(int at) {
    var i = at;
    while (i < text.length() && !Character.isLetter(text.charAt(i))) i++;
    return i < text.length() && Character.isUpperCase(text.charAt(i));
  }

  /// Whether all its letters are capitals, and more than one: `NATO`, `U.S.`, `CJTF`.
  boolean capitals() {
    var letters = 0;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (Character.isLowerCase(c)) return false;
      if (Character.isUpperCase(c)) letters++;
    }
    return letters > 1;
  }

  /// Whether it is an initial: `J.`.
  boolean initial() {
    return Character.isUpperCase(text.charAt(0))
        && (text.length() == 1 || (text.length() == 2 && text.charAt(1) == '.'));
  }

  boolean is(String other) {
    return text.equals(other);
  }
}
