package casus.syntax;

import static casus.syntax.Token.Kind.NUMERAL;
import static casus.syntax.Token.Kind.SYMBOL;
import static casus.syntax.Token.Kind.TEXT;
import static casus.syntax.Token.Kind.WORD;

import casus.text.DisplayWidth;
import casus.text.SourceText;
import java.util.List;
import java.util.Set;

/// The layout of one line: its tokens and the blanks before each.
final class LineFormat {
  /// Words before which a bracket opens a condition; after other words it holds an argument.
  private static final Set<String> BEFORE_CONDITIONS = Set.of("cases", "from");

  private final String text;
  private final List<Token> tokens;
  private final int[] gaps;
  private final String comment;

  private LineFormat(String text, List<Token> tokens, String comment) {
    this.text = text;
    this.tokens = tokens;
    this.comment = comment;
    this.gaps = new int[tokens.size()];
  }

  /// The layout of a line without problems.
  static LineFormat of(SourceText source, Block block) {
    var lexed = Lexer.lex(source, block.start(), block.end(), new ProblemList(source));
    var text = source.text();
    var comment = text.substring(lexed.commentStart(), block.end());
    var line = new LineFormat(text, lexed.tokens(), comment);
    line.space();
    return line;
  }

  private void space() {
    var free = false;
    for (var i = 1; i < gaps.length; i++) {
      // What follows from an article is free text, whose marks keep their places.
      free |= is(i - 1, "then") && tokens.get(i).kind() != TEXT;
      var written = written(tokens.get(i - 1).end(), tokens.get(i).start());
      gaps[i] = free ? written : isTight(i) ? 0 : Math.max(1, written);
    }
  }

  /// The blanks between two tokens as they count: none, one, or two for more.
  private int written(int from, int to) {
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

  private boolean is(int index, String written) {
    var token = tokens.get(index);
    return (token.kind() == SYMBOL || token.kind() == WORD)
        && token.end() - token.start() == written.length()
        && text.startsWith(written, token.start());
  }

  private String slice(int index) {
    return text.substring(tokens.get(index).start(), tokens.get(index).end());
  }

  boolean startsWith(String word) {
    return is(0, word);
  }

  /// Whether the token at an index is a quoted text.
  boolean hasText(int index) {
    return index < tokens.size() && tokens.get(index).kind() == TEXT;
  }

  /// Columns from the first token to the end of the one before an index.
  int widthBefore(int index) {
    var width = 0;
    for (var i = 0; i < index && i < tokens.size(); i++)
      width += gaps[i] + DisplayWidth.of(slice(i));
    return width;
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
    if (comment.isEmpty()) return;
    var last = tokens.getLast().end();
    var gap = Math.max(1, written(last, commentStart(last)));
    formatted.append(" ".repeat(gap)).append(comment);
  }

  private int commentStart(int from) {
    var at = from;
    while (Lexer.isBlank(text.charAt(at))) at++;
    return at;
  }
}
