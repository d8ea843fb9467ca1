package casus.view;

import casus.text.Problem;
import java.util.List;
import java.util.stream.Collectors;

/// Problems as `casus check` prints them: one line each, as compilers do, so that editors and
/// `grep` understand them.
public final class ProblemsText {
  private ProblemsText() {}

  /// One line each, in the order given, then how many there are; empty where there are none.
  public static String of(List<Problem> problems, Page page) {
    if (problems.isEmpty()) return "";
    return problems.stream().map(p -> line(p, page) + "\n").collect(Collectors.joining())
        + summary(problems)
        + "\n";
  }

  /// `file:line:column: error E201: unknown name hostle; did you mean hostile`
  public static String line(Problem problem) {
    return problem.place().label() + ": " + kind(problem) + ": " + message(problem);
  }

  private static String line(Problem problem, Page page) {
    var kind = kind(problem);
    var place = Columns.clean(problem.place().label());
    var message = Columns.clean(message(problem));
    if (page.ascii()) message = Columns.ascii(message);
    if (!page.colour()) return place + ": " + kind + ": " + message;
    var ink = problem.isError() ? Ink.BAD : Ink.UNSETTLED;
    return Ink.STRONG.apply(place + ":") + " " + ink.apply(kind + ":") + " " + message;
  }

  private static String kind(Problem problem) {
    return (problem.isError() ? "error " : "warning ") + problem.code().name();
  }

  private static String message(Problem problem) {
    return problem.found()
        + (problem.expected() == null ? "" : "; expected " + problem.expected())
        + (problem.hint() == null ? "" : "; did you mean " + problem.hint());
  }

  /// "2 errors, 1 warning", or "no problems".
  public static String summary(List<Problem> problems) {
    if (problems.isEmpty()) return "no problems";
    var errors = (int) problems.stream().filter(Problem::isError).count();
    return Counted.list(
        List.of(new Counted(errors, "error"), new Counted(problems.size() - errors, "warning")));
  }
}
