package casus.inference.formats;

/// How a format spells names that it cannot hold. A UTF-16 unit that a name of the format cannot
/// have is written `x_uHHHH_` with its four hexadecimal digits; an x that happens to begin such a
/// sequence is written so itself; the empty name is `x_u_`. Reading undoes exactly what writing
/// does, and leaves alone what writing would not have written.
record Spelling(Legal legal) {
  private static final String EMPTY = "x_u_";

  /// Whether the character at this place of the name can stand in a name of the format.
  interface Legal {
    boolean at(String name, int index);
  }

  /// Letters, digits and underscores, beginning with a letter.
  static final Spelling IDENTIFIER =
      new Spelling((name, i) -> {
        var c = name.charAt(i);
        var letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        return letter || (i > 0 && ((c >= '0' && c <= '9') || c == '_'));
      });

  /// Anything printable but a quotation mark.
  static final Spelling IN_QUOTES =
      new Spelling((name, i) -> name.charAt(i) != '"' && isPrintable(name, i));

  /// Anything printable: quotation marks have an escape of their own.
  static final Spelling PRINTABLE = new Spelling(Spelling::isPrintable);

  /// Anything printable that survives the trimming of blanks.
  static final Spelling TRIMMED =
      new Spelling((name, i) ->
          isPrintable(name, i)
              && ((i > 0 && i + 1 < name.length()) || !Source.isBlank(name.charAt(i))));

  private static boolean isPrintable(String name, int i) {
    var c = name.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 < name.length() && Character.isLowSurrogate(name.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i > 0 && Character.isHighSurrogate(name.charAt(i - 1));
    }
    return !Character.isISOControl(c) && c != '\ufeff' && c < '\ufffe';
  }

  String written(String name) {
    if (name.isEmpty()) return EMPTY;
    var text = new StringBuilder(name.length());
    for (var i = 0; i < name.length(); i++) {
      if (legal.at(name, i) && !name.equals(EMPTY) && !isEscape(name, i)) {
        text.append(name.charAt(i));
      } else {
        escape(text, name.charAt(i));
      }
    }
    return text.toString();
  }

  String read(String text) {
    if (!text.contains("x_u")) return text;
    if (text.equals(EMPTY)) return "";
    var name = new StringBuilder(text.length());
    for (var i = 0; i < text.length(); i++) {
      if (isEscape(text, i)) {
        name.append((char) Integer.parseInt(text, i + 3, i + 7, 16));
        i += 7;
      } else {
        name.append(text.charAt(i));
      }
    }
    var decoded = name.toString();
    return written(decoded).equals(text) ? decoded : text;
  }

  private static void escape(StringBuilder text, char c) {
    text.append("x_u");
    for (var shift = 12; shift >= 0; shift -= 4) {
      text.append("0123456789ABCDEF".charAt(c >> shift & 15));
    }
    text.append('_');
  }

  private static boolean isEscape(String text, int at) {
    if (!text.startsWith("x_u", at) || at + 7 >= text.length() || text.charAt(at + 7) != '_') {
      return false;
    }
    for (var i = at + 3; i < at + 7; i++) {
      var c = text.charAt(i);
      if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'F'))) return false;
    }
    return true;
  }
}
