package casus.mention;

import casus.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A sentence as tokens: words without their possessive ending, numbers with their separators,
/// marks one by one.
///
/// @param paragraph which line of the text it stands in, from 0
public record Sentence(int paragraph, List<Token> tokens) {
  /// Tokens after which a sentence is cut, so that text without full stops takes no longer.
  private static final int LONGEST = 300;

  private static final Token NONE = new Token(0, 0, "", "", Token.Kind.MARK, true);

  /// How many tokens it has.
  public int size() {
    return tokens.size();
  }

  /// The token at a place; one without words outside the sentence.
  public Token at(int i) {
    return i >= 0 && i < tokens.size() ? tokens.get(i) : NONE;
  }

  /// Whether the token at a place is this word or mark, in lower case.
  public boolean is(int i, String lower) {
    return at(i).is(lower);
  }

  /// Whether two tokens stand together without white space.
  boolean joined(int i) {
    return i > 0 && i < tokens.size() && !tokens.get(i).spaced();
  }

  /// The stretch of text from one token to before another.
  public Span span(int from, int to) {
    return new Span(tokens.get(from).start(), tokens.get(to - 1).end());
  }

  /// The sentences of a text.
  public static List<Sentence> of(String text, Vocabulary vocabulary) {
    var found = new ArrayList<Sentence>();
    var paragraph = 0;
    var tokens = new ArrayList<Token>();
    for (var i = 0; i < text.length(); ) {
      var c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        close(paragraph, tokens, found);
        paragraph++;
        i++;
      } else if (space(c)) {
        i++;
      } else {
        var token = token(text, i);
        if (!tokens.isEmpty() && (tokens.size() == LONGEST || ends(tokens, token, vocabulary)))
          close(paragraph, tokens, found);
        tokens.add(token);
        i = token.end();
      }
    }
    close(paragraph, tokens, found);
    return found;
  }

  private static void close(int paragraph, List<Token> tokens, List<Sentence> found) {
    if (!tokens.isEmpty()) found.add(new Sentence(paragraph, List.copyOf(tokens)));
    tokens.clear();
  }

  private static boolean space(char c) {
    return Character.isWhitespace(c) || c == '\u00a0' || c == '\u202f' || c == '\u2009';
  }

  /// Whether a sentence ends before this token: after a full stop that belongs to no abbreviation.
  private static boolean ends(List<Token> tokens, Token next, Vocabulary vocabulary) {
    var last = tokens.size() - 1;
    while (last > 0 && "\"”’»)'".contains(tokens.get(last).text())) last--;
    var mark = tokens.get(last);
    if (mark.is("!") || mark.is("?")) return next.spaced();
    if (!mark.is(".") && !mark.is("…")) return false;
    if (!next.spaced()) return false;
    if (next.word() && !next.capital()) return false;
    if (last == 0 || mark.spaced()) return true;
    var before = tokens.get(last - 1);
    if (!before.word()) return true;
    return !vocabulary.abbreviation(before.lower())
        && !(before.text().length() == 1 && before.capital());
  }

  private static Token token(String text, int start) {
    var c = text.codePointAt(start);
    var spaced = start == 0 || space(text.charAt(start - 1)) || text.charAt(start - 1) == '\n';
    if (Character.isDigit(c)) return make(text, start, numberEnd(text, start), NUMBER, spaced);
    if (Character.isLetter(c)) return make(text, start, wordEnd(text, start), WORD, spaced);
    if ((c == '\'' || c == '’') && clitic(text, start))
      return make(text, start, start + 2, WORD, spaced);
    return make(text, start, start + Character.charCount(c), MARK, spaced);
  }

  private static final Token.Kind WORD = Token.Kind.WORD;
  private static final Token.Kind NUMBER = Token.Kind.NUMBER;
  private static final Token.Kind MARK = Token.Kind.MARK;

  private static Token make(String text, int start, int end, Token.Kind kind, boolean spaced) {
    var slice = text.substring(start, end);
    var lower = slice.toLowerCase(Locale.ROOT).replace('’', '\'');
    return new Token(start, end, slice, lower, kind, spaced);
  }

  /// `2,000`, `6.7`, `1 200` with a space that does not break, `3.2.1`.
  private static int numberEnd(String text, int start) {
    var i = start;
    while (i < text.length()) {
      var c = text.charAt(i);
      if (Character.isDigit(c)) i++;
      else if ((c == '.' || c == ',') && digit(text, i + 1)) i++;
      else if ((c == '\u00a0' || c == '\u202f' || c == '\u2009') && threeDigits(text, i + 1)) i++;
      else break;
    }
    return i;
  }

  private static boolean digit(String text, int i) {
    return i < text.length() && Character.isDigit(text.charAt(i));
  }

  private static boolean threeDigits(String text, int i) {
    return digit(text, i) && digit(text, i + 1) && digit(text, i + 2) && !digit(text, i + 3);
  }

  private static int wordEnd(String text, int start) {
    var i = start;
    while (i < text.length()) {
      var c = text.codePointAt(i);
      if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
        i += Character.charCount(c);
      } else if (c == '.' && initials(text, start, i)) {
        i++;
      } else if ((c == '\'' || c == '’')
          && i + 1 < text.length()
          && Character.isLetter(text.charAt(i + 1))
          && !clitic(text, i)) {
        i++;
      } else break;
    }
    return i;
  }

  /// Whether the stop belongs to letters with stops: `U.S.`, `p.m.`
  private static boolean initials(String text, int start, int stop) {
    if (!Character.isLetter(text.charAt(stop - 1))) return false;
    if (stop - 1 > start && text.charAt(stop - 2) != '.') return false;
    var more =
        stop + 2 < text.length()
            && Character.isLetter(text.charAt(stop + 1))
            && text.charAt(stop + 2) == '.';
    return more || stop - 1 > start;
  }

  /// Whether `'s` with nothing after it stands here.
  private static boolean clitic(String text, int i) {
    return i + 1 < text.length()
        && (text.charAt(i + 1) == 's' || text.charAt(i + 1) == 'S')
        && (i + 2 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 2)));
  }
}
