package casus.view;

import casus.text.Problem;
import java.util.List;
import java.util.stream.Collectors;

/// Problems with the lines they lie in: where, what, the place underlined, what was expected, how a
/// line of this kind is written, and the likely fix.
public final class ExcerptText {
  /// Columns that a line's number takes.
  private static final int NUMBER = 6;

  private ExcerptText() {}

  /// The problems in the order given, each followed by an empty line; empty where there are none.
  public static String of(List<Problem> problems, Page page) {
    return problems.stream().map(problem -> of(problem, page)).collect(Collectors.joining());
  }

  private static String of(Problem problem, Page page) {
    var text = new StringBuilder();
    var kind = (problem.isError() ? "error " : "warning ") + problem.code().name() + ": ";
    var place = Columns.clean(problem.place().label()) + ": ";
    line(text, place + ink(kind, problem, page) + shown(problem.found(), page));
    excerpt(text, problem, page);
    note(text, page, "expected", problem.expected());
    note(text, page, "grammar", problem.grammar());
    note(text, page, "did you mean", problem.hint());
    return text.append('\n').toString();
  }

  private static String ink(String kind, Problem problem, Page page) {
    if (!page.colour()) return kind;
    return (problem.isError() ? Ink.BAD : Ink.UNSETTLED).apply(kind);
  }

  /// The line and, below it, carets under the place. Of a long line only the part around the place
  /// is shown.
  private static void excerpt(StringBuilder text, Problem problem, Page page) {
    var source = problem.place().source();
    var span = problem.place().span();
    var number = source.line(span.start());
    var whole = source.lineText(number);
    if (whole.isBlank()) return;
    var room = Math.max(20, page.width() - NUMBER - 3);
    var at = Math.min(span.start() - source.lineStart(number), whole.length());
    var from = at < room * 2 / 3 ? 0 : boundary(whole, at - room / 3);
    var to = boundary(whole, Math.min(whole.length(), from + 2 * room));
    var before = shown(whole.substring(from, at), page);
    var rest = shown(whole.substring(at, Math.max(at, to)), page);
    var end = Math.min(span.end() - source.lineStart(number), Math.max(at, to));
    var marked = Columns.width(shown(whole.substring(at, Math.max(at, end)), page));
    var lead = from > 0 ? page.ascii() ? "~" : "…" : "";
    var column = Columns.width(lead + before);
    line(text, ("%" + NUMBER + "d | ").formatted(number) + Columns.cut(lead + before + rest, room));
    var carets = "^".repeat(Math.clamp(marked, 1, Math.max(1, room - column)));
    line(text, " ".repeat(NUMBER) + " | " + " ".repeat(column) + carets);
  }

  /// The nearest offset at or before `at` that does not split a character.
  private static int boundary(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }

  private static void note(
      StringBuilder text, Page page, String label, @org.jspecify.annotations.Nullable String note) {
    if (note == null) return;
    for (var part : note.split("\n", -1))
      line(text, " ".repeat(NUMBER) + " = " + label + ": " + shown(part, page));
  }

  private static String shown(String text, Page page) {
    var clean = Columns.clean(text);
    return page.ascii() ? Columns.ascii(clean) : clean;
  }

  private static void line(StringBuilder text, String line) {
    text.append(line.stripTrailing()).append('\n');
  }
}
