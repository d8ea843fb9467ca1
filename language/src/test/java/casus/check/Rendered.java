package casus.check;

import casus.text.Problem;
import java.util.List;

/// Problems as one line each, for tests.
final class Rendered {
  private Rendered() {}

  static String lines(List<Problem> problems) {
    var lines = new StringBuilder();
    for (var problem : problems) lines.append(line(problem)).append('\n');
    return lines.toString();
  }

  static String line(Problem problem) {
    var line = new StringBuilder(problem.code().name());
    line.append(' ').append(problem.place().label());
    line.append(" [").append(problem.place().source().slice(problem.place().span())).append("] ");
    line.append(problem.found());
    if (problem.expected() != null) line.append(" | expected: ").append(problem.expected());
    if (problem.grammar() != null) line.append(" | grammar: ").append(problem.grammar());
    if (problem.hint() != null) line.append(" | hint: ").append(problem.hint());
    return line.toString();
  }
}
