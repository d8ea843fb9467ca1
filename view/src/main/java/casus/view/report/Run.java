package casus.view.report;

import org.jspecify.annotations.Nullable;

/// A stretch of text that looks alike.
///
/// @param target id of the place in the report that it leads to, or null
record Run(String text, boolean strong, @Nullable String target) {
  static Run plain(String text) {
    return new Run(text, false, null);
  }

  static Run strong(String text) {
    return new Run(text, true, null);
  }

  static Run link(String text, String target) {
    return new Run(text, false, target);
  }
}
