package casus.cli;

import casus.desk.Assessed;
import casus.desk.Judging;
import casus.desk.NetworkWritten;
import casus.text.Problem;
import casus.view.ExcerptText;
import casus.view.Page;
import casus.view.ProblemsText;
import java.util.List;

/// What the commands say when there is no answer, on stderr, and the exit code that goes with it.
final class Messages {
  private Messages() {}

  /// The dossier is at fault: every problem with its line.
  static int problems(Terminal terminal, Page page, List<Problem> problems) {
    terminal.err().print(ExcerptText.of(problems.stream().filter(Problem::isError).toList(), page));
    terminal.err().println(ProblemsText.summary(problems));
    return ExitCode.FOUND;
  }

  /// The dossier cannot be opened, or nobody of the name that was asked for has judged it.
  static int notOpened(Terminal terminal, Page page, Problem problem) {
    return problem.place().source().name().equals(Judging.OPTION)
        ? misread(terminal, page, List.of(problem))
        : problems(terminal, page, List.of(problem));
  }

  /// The request is at fault: the dossier would not have read it either.
  static int misread(Terminal terminal, Page page, List<Problem> problems) {
    terminal.err().print(ExcerptText.of(problems, page));
    return ExitCode.USAGE;
  }

  static int unknown(Terminal terminal, Assessed.Unknown unknown) {
    var known =
        unknown.known().isEmpty()
            ? "the dossier has none"
            : "the dossier has " + String.join(", ", unknown.known());
    return misuse(
        terminal,
        "there is no "
            + unknown.kind()
            + " `"
            + unknown.typed()
            + "`; "
            + (unknown.nearest() == null ? known : "did you mean `" + unknown.nearest() + "`?"));
  }

  static int refused(Terminal terminal, Page page, Problem problem, List<String> names) {
    terminal
        .err()
        .print(ProblemsText.of(List.of(problem), page).lines().findFirst().orElse("") + "\n");
    names.forEach(name -> terminal.err().println("  " + name));
    return ExitCode.NO_ANSWER;
  }

  /// Why there is no answer.
  static int unanswered(Terminal terminal, Page page, Assessed because) {
    return switch (because) {
      case Assessed.Answered _ -> throw new IllegalStateException("there is an answer");
      case Assessed.Faulty(var problems) -> problems(terminal, page, problems);
      case Assessed.Misread(var problems) -> misread(terminal, page, problems);
      case Assessed.Unknown unknown -> unknown(terminal, unknown);
      case Assessed.Refused(var problem, var names) -> refused(terminal, page, problem, names);
    };
  }

  /// What a command that writes a network has to say.
  static int written(Terminal terminal, Page page, NetworkWritten written) {
    return switch (written) {
      case NetworkWritten.Misused(var because) -> misuse(terminal, because);
      case NetworkWritten.Faulty(var problems) -> problems(terminal, page, problems);
      case NetworkWritten.Misread(var problems) -> misread(terminal, page, problems);
      case NetworkWritten.Done(var summary, var remarks, var details) -> {
        terminal.err().print(ExcerptText.of(remarks, page));
        terminal.out().println(summary);
        details.forEach(one -> terminal.out().println("  " + one));
        yield ExitCode.OK;
      }
    };
  }

  /// What was asked could not be done, though it was asked rightly.
  static int failed(Terminal terminal, String because) {
    terminal.err().println("casus: " + because);
    return ExitCode.FOUND;
  }

  static int misuse(Terminal terminal, String what) {
    terminal.err().println("casus: " + what);
    return ExitCode.USAGE;
  }
}
