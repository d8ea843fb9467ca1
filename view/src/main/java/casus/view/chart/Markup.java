package casus.view.chart;

import casus.view.Columns;
import java.util.ArrayDeque;
import java.util.Deque;

/// HTML and SVG, written element by element: every text and every value is escaped, and what was
/// opened is closed. The result is well-formed XML too, so that it can be checked.
public final class Markup {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /// Begins an element.
  ///
  /// @param attributes names and values in turn
  public Markup open(String element, String... attributes) {
    tag(element, attributes);
    out.append('>');
    open.push(element);
    return this;
  }

  /// Ends the element opened last.
  public Markup close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /// An element without content.
  public Markup empty(String element, String... attributes) {
    tag(element, attributes);
    out.append("/>");
    return this;
  }

  /// An element that holds text alone.
  public Markup element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close();
  }

  /// Text, escaped.
  public Markup text(String text) {
    escape(Columns.clean(text));
    return this;
  }

  /// Text of several lines, escaped.
  public Markup lines(String text) {
    var first = true;
    for (var line : (Iterable<String>) text.lines()::iterator) {
      if (!first) out.append('\n');
      escape(Columns.clean(line));
      first = false;
    }
    return this;
  }

  /// Markup that was escaped where it was made.
  public Markup trusted(String markup) {
    out.append(markup);
    return this;
  }

  /// A line end, for who reads the source.
  public Markup line() {
    out.append('\n');
    return this;
  }

  private void tag(String element, String... attributes) {
    out.append('<').append(element);
    for (var i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(Columns.clean(attributes[i + 1]));
      out.append('"');
    }
  }

  private void escape(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) throw new IllegalStateException("not closed: " + open);
    return out.toString();
  }
}
