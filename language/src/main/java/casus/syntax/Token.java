package casus.syntax;

import casus.text.Span;

/// The smallest piece of a line, by its place in the file: offsets in UTF-16 units, as in [Span].
/// The characters stay in the file, because most tokens are only compared with a keyword.
record Token(Kind kind, int start, int end) {
  enum Kind {
    /// Starts with a letter: a keyword, a name, a path; `un-charter.2.4`, `Georgia-2003`.
    WORD,
    /// Starts with a digit or is a factor; a number, a date, a range, an article: `6.7%`,
    /// `20..45%`, `x2..5`, `2020-08-17`, `3:1`, `4.h`. What it means depends on where it stands.
    NUMERAL,
    /// A quoted text with its quotes.
    TEXT,
    /// Punctuation, or a character that the language does not have.
    SYMBOL,
    /// The end of the line, an empty stretch.
    END
  }

  Span span() {
    return new Span(start, end);
  }
}
