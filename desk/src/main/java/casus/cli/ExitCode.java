package casus.cli;

/// What the program says to the shell when it ends; the table in `docs/cli.md`. Two more come from
/// outside: 78 from the launcher where there is no JDK 25, 130 from the JVM on Ctrl-C.
final class ExitCode {
  static final int OK = 0;

  /// Errors in a dossier, a failed test, a file that is not formatted.
  static final int FOUND = 1;

  /// The command itself is wrong.
  static final int USAGE = 2;

  /// There is no exact answer: E801, E802, E803.
  static final int NO_ANSWER = 3;

  /// A fault in casus.
  static final int FAULT = 70;

  private ExitCode() {}
}
