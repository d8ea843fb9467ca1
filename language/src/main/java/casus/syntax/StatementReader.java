package casus.syntax;

import org.jspecify.annotations.Nullable;

/// Reads the statements that start with one keyword.
interface StatementReader {
  /// @param line stands after the keyword
  /// @param block the line with those below it, which are all read, whether or not the line is well
  ///   formed
  /// @return the statement, in part where something was wrong, or null where not even its name was
  ///   understood
  @Nullable Statement read(LineReader line, Block block);
}
