package casus.inference.formats;

/// The words, quoted texts and signs of a text in a format with braces, one at a time.
final class Tokens {
  private final Source source;
  private final String text;
  private final Lexis lexis;
  private int position;
  private Token next;

  /// What tells the words of one format from those of another.
  ///
  /// @param signs the characters that are tokens of their own
  /// @param alsoBlank characters that separate words as blanks do
  /// @param percentComments whether `%` begins a comment up to the end of the line; else `//` does
  ///   so where a token would begin, and `/* */` encloses one
  /// @param escapes whether a backslash within a quoted text escapes the next character
  record Lexis(String signs, String alsoBlank, boolean percentComments, boolean escapes) {}

  enum Kind {
    WORD("word"),
    QUOTED("text in quotation marks"),
    SIGN("sign"),
    END("end");

    final String said;

    Kind(String said) {
      this.said = said;
    }
  }

  record Token(Kind kind, String text, int at) {
    /// Whether it is this sign.
    boolean is(char sign) {
      return kind == Kind.SIGN && text.charAt(0) == sign;
    }

    /// Whether it is this word, not in quotation marks.
    boolean is(String word) {
      return kind == Kind.WORD && text.equals(word);
    }

    boolean isName() {
      return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    String said() {
      return kind == Kind.END ? "the end of the file" : Source.quoted(text);
    }

    Word word() {
      return new Word(text, at);
    }
  }

  Tokens(Source source, Lexis lexis) {
    this.source = source;
    this.text = source.text;
    this.lexis = lexis;
    this.next = scan();
  }

  Token peek() {
    return next;
  }

  Token take() {
    var taken = next;
    next = scan();
    return taken;
  }

  /// Takes the sign if it is next.
  boolean takes(char sign) {
    if (!next.is(sign)) return false;
    take();
    return true;
  }

  /// Takes the word if it is next.
  boolean takes(String word) {
    if (!next.is(word)) return false;
    take();
    return true;
  }

  void expect(char sign) {
    if (!takes(sign)) throw unexpected("\"" + sign + "\"");
  }

  void expect(String word) {
    if (!takes(word)) throw unexpected("\"" + word + "\"");
  }

  /// Takes a word or a quoted text.
  Word name(String expected) {
    if (!next.isName()) throw unexpected(expected);
    return take().word();
  }

  Source.Broken unexpected(String expected) {
    return source.broken(next.at(), next.said(), expected);
  }

  /// Goes on after the next semicolon, whatever stands before it.
  void skipPastSemicolon() {
    var start = next.at();
    var semicolon = text.indexOf(';', start);
    if (semicolon < 0) throw source.broken(text.length(), "the end of the file", "\";\"");
    position = semicolon + 1;
    next = scan();
  }

  private Token scan() {
    skipBlanks();
    if (position >= text.length()) return new Token(Kind.END, "", text.length());
    var start = position;
    var c = text.charAt(start);
    if (c == '"') return quoted(start);
    if (lexis.signs.indexOf(c) >= 0) {
      position++;
      return new Token(Kind.SIGN, String.valueOf(c), start);
    }
    while (position < text.length() && isInWord(text.charAt(position))) position++;
    return new Token(Kind.WORD, text.substring(start, position), start);
  }

  private boolean isInWord(char c) {
    return !isBlank(c)
        && c != '"'
        && lexis.signs.indexOf(c) < 0
        && !(lexis.percentComments && c == '%');
  }

  private boolean isBlank(char c) {
    return Source.isBlank(c) || lexis.alsoBlank.indexOf(c) >= 0;
  }

  private void skipBlanks() {
    while (position < text.length()) {
      if (isBlank(text.charAt(position))) {
        position++;
      } else if (lexis.percentComments
          ? text.charAt(position) == '%'
          : text.startsWith("//", position)) {
        while (position < text.length()
            && text.charAt(position) != '\n'
            && text.charAt(position) != '\r') position++;
      } else if (!lexis.percentComments && text.startsWith("/*", position)) {
        var end = text.indexOf("*/", position + 2);
        if (end < 0) throw source.broken(position, "a comment without its end", "\"*/\"");
        position = end + 2;
      } else {
        return;
      }
    }
  }

  private Token quoted(int start) {
    var content = new StringBuilder();
    for (position = start + 1; position < text.length(); position++) {
      var c = text.charAt(position);
      if (c == '"') {
        position++;
        return new Token(Kind.QUOTED, content.toString(), start);
      }
      if (c == '\\' && lexis.escapes && position + 1 < text.length()) {
        var escaped = text.charAt(++position);
        content.append(escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped);
      } else {
        content.append(c);
      }
    }
    throw source.broken(start, "a text without its end", "a closing quotation mark");
  }
}
