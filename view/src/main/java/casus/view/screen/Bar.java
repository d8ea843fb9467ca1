package casus.view.screen;

import casus.view.chart.Markup;
import java.util.Locale;

/// A bar of a table: a picture beside the number that says the same. Everything on it is placed by
/// fractions of its length.
final class Bar {
  private static final double LENGTH = 200;

  /// The shortest piece that is still seen.
  private static final double LEAST = 1;

  private final Markup out;

  private Bar(Markup out) {
    this.out = out;
    out.open(
        "svg",
        "class",
        "drawing",
        "viewBox",
        "0 0 " + at(1) + " 10",
        "preserveAspectRatio",
        "none",
        "aria-hidden",
        "true");
  }

  /// A bar that shows how long it could be.
  static Bar onTrack(Markup out) {
    return new Bar(out).piece("track", 0, 1);
  }

  /// A bar on nothing.
  static Bar bare(Markup out) {
    return new Bar(out);
  }

  /// @param kind its class in the style sheet
  /// @param from where it begins, 0..1
  /// @param to where it ends, from there on
  Bar piece(String kind, double from, double to) {
    out.empty(
        "rect",
        "class",
        kind,
        "x",
        at(from),
        "width",
        at(Math.max(LEAST / LENGTH, to - from)),
        "height",
        "10");
    return this;
  }

  /// A line across.
  ///
  /// @param kind its class in the style sheet
  /// @param where 0..1
  Bar mark(String kind, double where) {
    out.empty("line", "class", kind, "x1", at(where), "y1", "0", "x2", at(where), "y2", "10");
    return this;
  }

  void end() {
    out.close();
  }

  private static String at(double fraction) {
    return String.format(Locale.ROOT, "%.1f", LENGTH * fraction);
  }
}
