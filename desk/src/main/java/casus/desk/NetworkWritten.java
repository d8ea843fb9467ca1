package casus.desk;

import casus.text.Problem;
import java.util.List;

/// What came of writing a network to a file.
public sealed interface NetworkWritten {
  /// @param summary what was written, as a sentence without a full stop
  /// @param remarks warnings of what was read
  /// @param details what the format cannot hold, and what goes with the file
  record Done(String summary, List<Problem> remarks, List<String> details)
      implements NetworkWritten {}

  /// What was read has errors, or cannot be written. Nothing was.
  record Faulty(List<Problem> problems) implements NetworkWritten {}

  /// What was asked cannot be read.
  record Misread(List<Problem> problems) implements NetworkWritten {}

  /// The command makes no sense; nothing was read.
  ///
  /// @param because a sentence without a full stop
  record Misused(String because) implements NetworkWritten {}
}
