package casus.attribution;

import casus.text.Span;
import java.util.Locale;

/// A word, a number, a mark, or a whole quotation, which the grammar around it takes for one unit.
///
/// @param lower the text in lower case with straight apostrophes; empty for a quotation
record Token(Span span, String text, String lower, Kind kind) {
  enum Kind {
    WORD,
    NUMBER,
    MARK,
    QUOTATION
  }

  static Token of(String text, int start, int end, Kind kind) {
    var slice = text.substring(start, end);
    return new Token(
        new Span(start, end),
        kind == Kind.QUOTATION ? "" : slice,
        kind == Kind.QUOTATION ? "" : slice.toLowerCase(Locale.ROOT).replace('’', '\''),
        kind);
  }

  boolean is(String word) {
    return lower.equals(word);
  }

  boolean quotation() {
    return kind == Kind.QUOTATION;
  }

  boolean word() {
    return kind == Kind.WORD;
  }

  boolean capital() {
    return kind == Kind.WORD && Character.isUpperCase(text.charAt(0));
  }
}
