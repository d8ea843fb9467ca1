package casus.syntax;

import static casus.syntax.Token.Kind.NUMERAL;
import static casus.syntax.Token.Kind.SYMBOL;
import static casus.syntax.Token.Kind.TEXT;
import static casus.syntax.Token.Kind.WORD;

import casus.text.DisplayWidth;
import casus.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The layout of one line: its tokens, with its comment as the last, and the blanks before each.
final class LineFormat {
  /// Words before which a bracket opens a condition; after other words it holds an argument.
  private static final Set<String> BEFORE_CONDITIONS = Set.of("cases", "from");

  private final String text;
  private final List<Token> tokens;
  private final boolean comment;
  private final int[] gaps;

  /// Columns from the first token to each one as the author wrote them.
  private final int[] written;

  private int fixed;

  private LineFormat(String text, List<Token> tokens, boolean comment) {
    this.text = text;
    this.tokens = tokens;
    this.comment = comment;
    this.gaps = new int[tokens.size()];
    this.written = new int[tokens.size()];
  }

  /// The layout of a line without problems.
  static LineFormat of(SourceText source, Block block) {
    var lexed = Lexer.lex(source, block.start(), block.end(), new ProblemList(source));
    var comment = lexed.commentStart() < block.end();
    var tokens = new ArrayList<>(lexed.tokens());
    if (comment) tokens.add(new Token(SYMBOL, lexed.commentStart(), block.end()));
    var line = new LineFormat(source.text(), tokens, comment);
    line.space();
    return line;
  }

  private void space() {
    var free = false;
    for (var i = 1; i < gaps.length; i++) {
      // What follows from an article is free text, whose marks keep their places.
      free |= is(i - 1, "then") && tokens.get(i).kind() != TEXT;
      var gap = counted(tokens.get(i - 1).end(), tokens.get(i).start());
      if (isComment(i)) gaps[i] = Math.max(1, gap);
      else gaps[i] = free ? gap : isTight(i) ? 0 : Math.max(1, gap);
      written[i] =
          written[i - 1]
              + DisplayWidth.of(slice(i - 1))
              + tokens.get(i).start()
              - tokens.get(i - 1).end();
    }
  }

  private boolean isComment(int index) {
    return comment && index == tokens.size() - 1;
  }

  /// The blanks between two tokens as they count: none, one, or two for more.
  private int counted(int from, int to) {
    if (to - from == 1) return text.charAt(from) == '\t' ? 2 : 1;
    return Math.min(2, to - from);
  }

  /// Whether no blank belongs before a token.
  private boolean isTight(int index) {
    if (is(index, ")") || is(index, "]") || is(index, ",")) return true;
    if (is(index - 1, "(") || is(index - 1, "[") || is(index - 1, "@")) return true;
    if (!is(index, "(") || tokens.get(index - 1).kind() != WORD) return false;
    if (index + 1 < tokens.size() && tokens.get(index + 1).kind() == NUMERAL) return false;
    var word = slice(index - 1);
    return !Conditions.CONNECTIVES.contains(word) && !BEFORE_CONDITIONS.contains(word);
  }

  private boolean is(int index, String expected) {
    var token = tokens.get(index);
    return (token.kind() == SYMBOL || token.kind() == WORD)
        && token.end() - token.start() == expected.length()
        && text.startsWith(expected, token.start());
  }

  private String slice(int index) {
    return text.substring(tokens.get(index).start(), tokens.get(index).end());
  }

  int size() {
    return tokens.size();
  }

  boolean startsWith(String word) {
    return is(0, word);
  }

  /// Whether the token at an index is a quoted text.
  boolean hasText(int index) {
    return index < tokens.size() && tokens.get(index).kind() == TEXT;
  }

  /// The column of a token as the author wrote it, from the start of the first.
  int written(int index) {
    return written[index];
  }

  /// Whether the author left two blanks or more before a token.
  boolean isGrouped(int index) {
    return gaps[index] > 1;
  }

  /// Columns from the first token to the end of the one before an index.
  int widthBefore(int index) {
    var width = 0;
    for (var i = 0; i < index && i < tokens.size(); i++)
      width += gaps[i] + DisplayWidth.of(slice(i));
    return width;
  }

  /// The column of a token.
  int startOf(int index) {
    return widthBefore(index) + gaps[index];
  }

  /// Holds the tokens before an index in place.
  void fix(int end) {
    fixed = end;
  }

  boolean mayMove(int index) {
    return index >= fixed;
  }

  /// Moves the token at an index, if there is one, to a column.
  void start(int index, int column) {
    if (index < tokens.size()) gaps[index] = column - widthBefore(index);
  }

  void write(StringBuilder formatted) {
    for (var i = 0; i < tokens.size(); i++)
      formatted
          .append(" ".repeat(gaps[i]))
          .append(text, tokens.get(i).start(), tokens.get(i).end());
  }
}
