package casus.syntax;

import casus.text.Code;
import casus.text.SourceText;
import casus.text.Span;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Turns the lines of a fence into blocks by their indentation. What belongs to what follows from
/// which line is deeper than which, as a reader sees it; that a level is two spaces is checked
/// apart, so that a wrongly indented file is still understood.
final class Outline {
  /// Deeper lines hang on this level: the language has four.
  static final int DEEPEST = 8;

  private final SourceText source;
  private final ProblemList problems;
  private final Consumer<Block> statements;
  private final int[] columns = new int[DEEPEST + 1];
  private final Block[] open = new Block[DEEPEST + 1];
  private final boolean[] reported = new boolean[DEEPEST + 1];
  private int depth;
  private @Nullable Block statement;

  private Outline(SourceText source, ProblemList problems, Consumer<Block> statements) {
    this.source = source;
    this.problems = problems;
    this.statements = statements;
  }

  /// Hands over the statements of the lines from `first` to `last`, both included, each as soon as
  /// it is whole: a file of a million statements need not be held twice.
  static void read(
      SourceText source, int first, int last, ProblemList problems, Consumer<Block> statements) {
    var outline = new Outline(source, problems, statements);
    for (var line = first; line <= last; line++) outline.add(line);
    outline.handOver();
  }

  private void handOver() {
    if (statement != null) statements.accept(statement);
    statement = null;
  }

  private void add(int line) {
    var start = source.lineStart(line);
    var end = lineEnd(source, line);
    var content = start;
    while (content < end && Lexer.isBlank(source.text().charAt(content))) content++;
    if (content == end) return;
    if (source.text().charAt(content) == '#') {
      Lexer.lex(source, content, end, problems);
      return;
    }
    var column = column(source, start, content);
    var known = false;
    while (depth > 0 && columns[depth - 1] >= column) {
      depth--;
      known = columns[depth] == column && reported[depth];
    }
    var level = Math.min(depth, DEEPEST);
    var wrong = check(start, content, column, level, known);
    var block = new Block(content, end, level, new ArrayList<>(0));
    if (level == 0) {
      handOver();
      statement = block;
    } else open[level - 1].children().add(block);
    if (depth > DEEPEST) return;
    columns[depth] = column;
    reported[depth] = wrong;
    open[depth++] = block;
  }

  /// Whether the indentation is wrong.
  ///
  /// @param known whether that was already said of a line before it in the same block
  private boolean check(int start, int content, int column, int level, boolean known) {
    var tab = source.text().substring(start, content).indexOf('\t');
    if (tab < 0 && column == 2 * level) return false;
    if (known) return true;
    if (tab >= 0)
      problems.add(
          Code.E104,
          new Span(start + tab, start + tab + 1),
          "found a tab in the indentation",
          spaces(2 * level));
    else
      problems.add(
          Code.E104,
          new Span(start, content),
          "found an indentation of " + spaces(column),
          spaces(2 * level));
    return true;
  }

  private static String spaces(int count) {
    return count == 0 ? "none" : count == 1 ? "1 space" : count + " spaces";
  }

  /// The width of an indentation; a tab is taken for one level.
  static int column(SourceText source, int start, int content) {
    var column = 0;
    for (var i = start; i < content; i++) column += source.text().charAt(i) == '\t' ? 2 : 1;
    return column;
  }

  /// Offset after the last character of a line that is neither blank nor part of the line end.
  static int lineEnd(SourceText source, int line) {
    var end = line < source.lineCount() ? source.lineStart(line + 1) : source.text().length();
    while (end > source.lineStart(line) && Lexer.isBlank(source.text().charAt(end - 1))) end--;
    return end;
  }
}
