package casus.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Problems as the tests of this module expect them: where, what, the line with the place
/// underlined, and how to put it right.
///
/// ```
/// dossier.md:12:38: error E301: found `30` without a unit
///   12 | fact hostile "most would oppose it" prior 30
///      |                                           ^^
///   expected: a probability, such as `30%` or `20..45%`
///   grammar: fact NAME[(ARG)] TEXT (prior CHANCE | …)
///   did you mean: 30%
/// ```
public final class ProblemText {
  private static final String RED = "\u001b[1;31m";
  private static final String YELLOW = "\u001b[1;33m";
  private static final String BOLD = "\u001b[1m";
  private static final String PLAIN = "\u001b[0m";

  private ProblemText() {}

  /// One problem, each line ended by a line feed.
  ///
  /// @param colour whether to use ANSI colours
  public static String of(Problem problem, boolean colour) {
    var place = problem.place();
    var paint = problem.isError() ? RED : YELLOW;
    var kind = (problem.isError() ? "error " : "warning ") + problem.code();
    var text = new StringBuilder();
    text.append(painted(place.label() + ":", BOLD, colour))
        .append(' ')
        .append(painted(kind + ":", paint, colour))
        .append(' ')
        .append(DisplayWidth.visible(problem.found()))
        .append('\n');
    excerpt(text, place, paint, colour);
    detail(text, "expected", problem.expected());
    detail(text, "grammar", problem.grammar());
    detail(text, "did you mean", problem.hint());
    return text.toString();
  }

  /// All problems, with an empty line between.
  public static String of(List<Problem> problems, boolean colour) {
    var text = new StringBuilder();
    for (var problem : problems) {
      if (!text.isEmpty()) text.append('\n');
      text.append(of(problem, colour));
    }
    return text.toString();
  }

  private static void excerpt(StringBuilder text, Place place, String paint, boolean colour) {
    var source = place.source();
    var start = Math.min(place.span().start(), source.text().length());
    var line = source.line(start);
    var number = String.valueOf(line);
    var excerpt = Excerpt.of(source.lineText(line), start - source.lineStart(line), length(place));
    text.append(String.format("%4s | ", number)).append(excerpt.text()).append('\n');
    var margin = " ".repeat(Math.max(4, number.length()));
    text.append(margin)
        .append(" | ")
        .append(" ".repeat(excerpt.before()))
        .append(painted("^".repeat(excerpt.marked()), paint, colour))
        .append('\n');
  }

  private static int length(Place place) {
    return place.span().end() - place.span().start();
  }

  private static void detail(StringBuilder text, String label, @Nullable String detail) {
    if (detail == null) return;
    text.append("  ").append(label).append(": ").append(DisplayWidth.visible(detail)).append('\n');
  }

  private static String painted(String text, String paint, boolean colour) {
    return colour ? paint + text + PLAIN : text;
  }
}
