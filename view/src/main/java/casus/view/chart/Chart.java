package casus.view.chart;

/// A picture, what it says in a sentence, and the table that says the same.
///
/// @param svg escaped where it was drawn; its ids begin with the name of the chart, so that a page
///   may hold one of each kind
public record Chart(String svg, String sentence, Grid grid) {

  /// A page gives a chart its ground; a file has none.
  private static final String ALONE = "svg { background: var(--paper); }\n";

  /// The picture as a file of its own, which brings its style along.
  public String file() {
    var end = svg.indexOf('>') + 1;
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + svg.substring(0, end)
        + new Markup().element("style", ChartStyle.css() + ALONE)
        + svg.substring(end)
        + "\n";
  }
}
