package casus.view.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// How charts look: the colours by day, by night and on paper as custom properties of the page, and
/// what each class of marks does with them.
public final class ChartStyle {
  private static final String CSS = read();

  private ChartStyle() {}

  /// The style sheet, to stand before that of the page. Its properties (`--paper`, `--ink`,
  /// `--quiet`, `--accent` …) are for the page's use too.
  public static String css() {
    return CSS;
  }

  private static String read() {
    try (var sheet = ChartStyle.class.getResourceAsStream("chart.css")) {
      if (sheet == null) throw new IllegalStateException("chart.css is not beside its class");
      return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
