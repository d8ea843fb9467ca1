package casus.mention;

/// A word, a number or a mark of a text.
///
/// @param lower the text in lower case, with straight apostrophes
/// @param spaced whether white space or the start of a sentence stands before it
record Token(int start, int end, String text, String lower, Kind kind, boolean spaced) {
  enum Kind {
    WORD,
    NUMBER,
    MARK
  }

  boolean is(String word) {
    return lower.equals(word);
  }

  boolean word() {
    return kind == Kind.WORD;
  }

  boolean number() {
    return kind == Kind.NUMBER;
  }

  boolean mark() {
    return kind == Kind.MARK;
  }

  boolean capital() {
    return kind == Kind.WORD && Character.isUpperCase(text.codePointAt(0));
  }

  /// Whether it joins two words or numbers: `three-day`, `20–25`.
  boolean dash() {
    return is("-") || is("–") || is("‑") || is("−") || is("—");
  }
}
