package casus.mention;

/// A word, a number or a mark of a text.
///
/// @param lower the text in lower case, with straight apostrophes
/// @param spaced whether white space or the start of a sentence stands before it
public record Token(int start, int end, String text, String lower, Kind kind, boolean spaced) {
  /// Kinds of tokens.
  public enum Kind {
    WORD,
    NUMBER,
    MARK
  }

  /// Whether it is this word or mark, in lower case.
  public boolean is(String word) {
    return lower.equals(word);
  }

  /// Whether it is a word.
  public boolean word() {
    return kind == Kind.WORD;
  }

  /// Whether it is a number.
  public boolean number() {
    return kind == Kind.NUMBER;
  }

  /// Whether it is a mark.
  public boolean mark() {
    return kind == Kind.MARK;
  }

  /// Whether it is a word that begins with a capital.
  public boolean capital() {
    return kind == Kind.WORD && Character.isUpperCase(text.codePointAt(0));
  }

  /// Whether it joins two words or numbers: `three-day`, `20–25`.
  public boolean dash() {
    return is("-") || is("–") || is("‑") || is("−") || is("—");
  }
}
