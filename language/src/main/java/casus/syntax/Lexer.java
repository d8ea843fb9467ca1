package casus.syntax;

import static casus.syntax.Token.Kind.NUMERAL;
import static casus.syntax.Token.Kind.SYMBOL;
import static casus.syntax.Token.Kind.TEXT;
import static casus.syntax.Token.Kind.WORD;

import casus.text.Code;
import casus.text.SourceText;
import casus.text.Span;
import java.util.ArrayList;
import java.util.List;

/// Cuts one line (or another stretch of a file) into tokens. Every stretch gives tokens; what
/// cannot be part of any line is reported, at most once a line for each kind of mistake.
final class Lexer {
  /// Longer lines are not read: no person wrote them, and they would take the memory of many.
  static final int LONGEST_LINE = 100_000;

  private final String text;
  private final int end;
  private final ProblemList problems;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private boolean clean = true;

  /// @param tokens without comment and without an END
  /// @param commentStart offset of `#`, or the end of the stretch
  /// @param clean whether no problem was reported
  record Lexed(List<Token> tokens, int commentStart, boolean clean) {}

  private Lexer(SourceText source, int start, int end, ProblemList problems) {
    this.text = source.text();
    this.at = start;
    this.end = end;
    this.problems = problems;
  }

  static Lexed lex(SourceText source, int start, int end, ProblemList problems) {
    if (end - start > LONGEST_LINE) {
      problems.add(
          Code.E107,
          new Span(start, start + 1),
          "the line has " + (end - start) + " characters",
          "at most " + LONGEST_LINE);
      return new Lexed(List.of(), end, false);
    }
    return new Lexer(source, start, end, problems).lex();
  }

  private Lexed lex() {
    rejectInvisible();
    while (at < end) {
      var c = text.charAt(at);
      if (isBlank(c)) at++;
      else if (c == '#') return new Lexed(tokens, at, clean);
      else if (c == '"' || c == '“') quoted(c == '"' ? '"' : '”');
      else if (startsNumeral()) run(NUMERAL);
      else if (startsWord()) run(WORD);
      else symbol();
    }
    return new Lexed(tokens, end, clean);
  }

  /// Blanks between tokens: a space or tab, a line end (in prose a value may be wrapped), and the
  /// spaces that word processors put in: non-breaking, narrow, thin and the like.
  static boolean isBlank(char c) {
    return c == ' '
        || c == '\t'
        || c == '\n'
        || c == '\r'
        || c == '\u00a0'
        || c == '\u202f'
        || (c >= '\u2000' && c <= '\u200a')
        || c == '\u3000';
  }

  /// Characters that nobody sees, in texts and comments too: what is read must be what is shown.
  private void rejectInvisible() {
    for (var i = at; i < end; i++) {
      var c = text.charAt(i);
      if (c >= ' ' && c < '\u007f') continue;
      if (Character.isHighSurrogate(c)
          && i + 1 < end
          && Character.isLowSurrogate(text.charAt(i + 1))) i++;
      else if (!isVisible(c) && !isBlank(c)) {
        clean = false;
        if (problems.isFull()) return;
        problems.add(
            problems
                .at(Code.E108, new Span(i, i + 1), "found " + named(c))
                .expecting("only characters that can be seen"));
        return;
      }
    }
  }

  private static boolean isVisible(char c) {
    return !Character.isISOControl(c)
        && !Character.isSurrogate(c)
        && (c < '\u202a' || c > '\u202e')
        && (c < '\u2060' || c > '\u206f')
        && c != '\u200b'
        && c != '\ufeff'
        && c < '\ufffe';
  }

  private static String named(char c) {
    var code = String.format("U+%04X", (int) c);
    if (Character.isSurrogate(c)) return "half of a character (" + code + ")";
    var name = Character.getName(c);
    return "the invisible character " + code + (name == null ? "" : " (" + name + ")");
  }

  private void quoted(char close) {
    var start = at++;
    while (at < end && text.charAt(at) != close)
      at += text.charAt(at) == '\\' && at + 1 < end ? 2 : 1;
    if (at < end) at++;
    else {
      at = end;
      clean = false;
      var other = close == '"' ? '”' : '"';
      var mixed = text.indexOf(other, start + 1);
      problems.add(
          problems
              .at(Code.E103, new Span(start, start + 1), "found no closing quote on this line")
              .expecting("a " + close + " after the text")
              .hint(mixed >= 0 && mixed < end ? close + " in place of " + other : null));
    }
    tokens.add(new Token(TEXT, start, at));
  }

  private char next(int ahead) {
    return at + ahead < end ? text.charAt(at + ahead) : '\n';
  }

  private boolean startsNumeral() {
    var c = text.charAt(at);
    return isDigit(c) || ((c == 'x' || c == '×' || c == '.') && isDigit(next(1)));
  }

  private boolean startsWord() {
    var c = text.charAt(at);
    return isLetter(c)
        || ((c == '.' || c == '/') && (next(1) == '.' || next(1) == '/' || isLetter(next(1))));
  }

  private void run(Token.Kind kind) {
    var start = at++;
    while (at < end && continues(kind, text.charAt(at))) at++;
    tokens.add(new Token(kind, start, at));
  }

  /// Whether dots and slashes are followed by something that they belong to: what ends in them
  /// would be read another way once a blank stands behind it.
  private boolean marksLeadOn() {
    var ahead = 1;
    while (next(ahead) == '.' || next(ahead) == '/') ahead++;
    return isLetter(next(ahead)) || isDigit(next(ahead));
  }

  private boolean continues(Token.Kind kind, char c) {
    if (isLetter(c) || isDigit(c)) return true;
    var next = next(1);
    return switch (c) {
      case '.', '/' -> marksLeadOn();
      case '-', '\'', '’' -> isLetter(next) || isDigit(next);
      // Dashes and percent signs inside a number are mistakes that Amounts explains as a whole.
      case '–', '—', '−', ':' -> kind == NUMERAL && isDigit(next);
      case '%' -> kind == NUMERAL;
      default -> false;
    };
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// Letters and marks of every script, the underscore, and both halves of the characters beyond 16
  /// bits (a lone half is reported elsewhere).
  static boolean isLetter(char c) {
    if (c < '\u0080') return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK
        || c == '\u200c'
        || c == '\u200d'
        || Character.isSurrogate(c);
  }

  private void symbol() {
    var c = text.charAt(at);
    var two = (c == '>' || c == '=' || c == '<') && (next(1) == '=' || next(1) == '>');
    var start = at;
    at += two ? 2 : 1;
    tokens.add(new Token(SYMBOL, start, at));
  }
}
