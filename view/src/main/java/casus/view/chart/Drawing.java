package casus.view.chart;

import casus.view.Columns;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A picture of a given width that grows downwards. It has no colours of its own: classes name what
/// a mark is, and [ChartStyle] says how that looks by day, by night and on paper.
final class Drawing {
  /// In units that are pixels on a phone, where text must not shrink.
  static final double WIDTH = 400;

  private static final double LINE = 17;

  private final double width;
  private final boolean scrolls;
  private final Markup marks = new Markup();
  private double bottom;
  private boolean linked;

  /// A picture for any screen, of the [#WIDTH] of a phone.
  Drawing() {
    this(WIDTH);
  }

  /// @param width where it is more than a phone's, a small screen shows a part and scrolls
  Drawing(double width) {
    this(width, width > WIDTH);
  }

  /// @param scrolls whether a small screen shows a part of it and scrolls, rather than all of it
  ///   smaller
  Drawing(double width, boolean scrolls) {
    this.width = width;
    this.scrolls = scrolls;
  }

  double bottom() {
    return bottom;
  }

  Drawing space(double height) {
    bottom += height;
    return this;
  }

  /// A label that may take several lines, with a figure at the right end of the first.
  ///
  /// @param from where it begins, in units from the left
  /// @param columns characters in a line
  /// @param href where the figure leads, or null
  Drawing label(double from, String text, int columns, String figure, @Nullable String href) {
    return label("label", from, text, columns, figure, href);
  }

  /// A label that stands over others.
  Drawing heading(String text, int columns, String figure, @Nullable String href) {
    return label("heading", 0, text, columns, figure, href);
  }

  /// Words without a figure, as wide as they like.
  Drawing paragraph(String kind, String text, int columns) {
    return label(kind, 0, text, columns, "", null);
  }

  /// Marks that were drawn elsewhere from 0 to a height, put below what there is.
  ///
  /// @return where they begin
  double marks(Markup drawn, double height) {
    var top = bottom;
    marks.open("g", "transform", "translate(0 " + at(top) + ")").trusted(drawn.toString()).close();
    bottom += height;
    return top;
  }

  private Drawing label(
      String kind, double from, String text, int columns, String figure, @Nullable String href) {
    var first = true;
    for (var line : Columns.wrap(Columns.clean(text), columns)) {
      bottom += LINE;
      words(kind, from, bottom - 4, line);
      if (first && !figure.isEmpty()) {
        link(href);
        wordsTo("figure", WIDTH, bottom - 4, figure);
        unlink(href);
      }
      first = false;
    }
    return this;
  }

  /// What is drawn until [#unlink] leads there.
  ///
  /// @param href null for nowhere
  void link(@Nullable String href) {
    if (href == null) return;
    marks.open("a", "href", href);
    linked = true;
  }

  void unlink(@Nullable String href) {
    if (href != null) marks.close();
  }

  /// A small line with something at either end.
  Drawing note(String left, String right) {
    bottom += 15;
    if (!left.isEmpty()) words("note", 0, bottom - 4, left);
    if (!right.isEmpty()) wordsTo("note", WIDTH, bottom - 4, right);
    return this;
  }

  void words(String kind, double x, double y, String text) {
    marks.element("text", text, "class", kind, "x", at(x), "y", at(y));
  }

  void wordsTo(String kind, double x, double y, String text) {
    marks.element("text", text, "class", kind, "x", at(x), "y", at(y), "text-anchor", "end");
  }

  void wordsAround(String kind, double x, double y, String text) {
    marks.element("text", text, "class", kind, "x", at(x), "y", at(y), "text-anchor", "middle");
  }

  /// A bar between two places, never thinner than can be seen.
  void bar(String kind, double a, double b, double y, double height) {
    marks.empty(
        "rect",
        "class",
        kind,
        "x",
        at(Math.min(a, b)),
        "y",
        at(y),
        "width",
        at(Math.max(1.5, Math.abs(b - a))),
        "height",
        at(height),
        "rx",
        "2");
  }

  void dot(String kind, double x, double y, double radius) {
    marks.empty("circle", "class", kind, "cx", at(x), "cy", at(y), "r", at(radius));
  }

  void line(String kind, double x1, double y1, double x2, double y2) {
    marks.empty("line", "class", kind, "x1", at(x1), "y1", at(y1), "x2", at(x2), "y2", at(y2));
  }

  /// A curve of cubic Bézier pieces.
  ///
  /// @param points its beginning, then three for each piece
  /// @param thickness in units of the drawing
  void curve(String kind, List<MapLayout.Point> points, double thickness) {
    var path = new StringBuilder();
    for (var i = 0; i < points.size(); i++) {
      path.append(i == 0 ? 'M' : i == 1 ? 'C' : ' ');
      path.append(at(points.get(i).x())).append(' ').append(at(points.get(i).y()));
    }
    marks.empty("path", "class", kind, "d", path.toString(), "stroke-width", at(thickness));
  }

  /// The finished picture.
  ///
  /// @param name unique in the report
  /// @param title what it shows
  /// @param description the same for who cannot see it
  String svg(String name, String title, String description) {
    return new Markup()
        .open(
            "svg",
            "xmlns",
            "http://www.w3.org/2000/svg",
            "class",
            scrolls ? "drawing broad" : "drawing",
            "viewBox",
            "-2 0 " + at(width + 4) + " " + at(bottom + 4),
            "role",
            linked ? "group" : "img",
            "aria-labelledby",
            name + "-title " + name + "-desc")
        .element("title", title, "id", name + "-title")
        .element("desc", description, "id", name + "-desc")
        .trusted(marks.toString())
        .close()
        .toString();
  }

  private static String at(double value) {
    var rounded = String.format(Locale.ROOT, "%.1f", value);
    return rounded.endsWith(".0") ? rounded.substring(0, rounded.length() - 2) : rounded;
  }
}
