package casus.view.chart;

import org.jspecify.annotations.Nullable;

/// A stretch of text that looks alike.
///
/// @param href where it leads, or null
public record Run(String text, boolean strong, @Nullable String href) {
  /// Text that leads nowhere.
  public static Run plain(String text) {
    return new Run(text, false, null);
  }

  /// Text that stands out.
  public static Run strong(String text) {
    return new Run(text, true, null);
  }

  /// @param href null where the page has no such place
  public static Run link(String text, @Nullable String href) {
    return new Run(text, false, href);
  }
}
