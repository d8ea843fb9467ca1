package casus.view.screen;

import casus.view.chart.Chart;
import casus.view.chart.Grid;
import casus.view.chart.Markup;
import casus.view.chart.Run;
import java.util.List;

/// A chart on a screen: the picture, its sentence, and its table.
final class ChartFigure {
  private ChartFigure() {}

  /// Puts the whole of it.
  static void put(Markup out, Chart chart) {
    out.open("figure", "class", "figure");
    out.open("div").trusted(chart.svg()).close().line();
    out.open("div").element("figcaption", chart.sentence());
    grid(out, chart.grid());
    out.close().close().line();
  }

  /// A table that scrolls by itself where it is too wide.
  static void grid(Markup out, Grid grid) {
    out.open(
        "div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", grid.caption());
    out.open("table", "class", "grid").element("caption", grid.caption());
    out.open("thead").open("tr");
    for (var i = 0; i < grid.columns().size(); i++)
      if (grid.numeric().get(i))
        out.element("th", grid.columns().get(i), "scope", "col", "class", "number");
      else out.element("th", grid.columns().get(i), "scope", "col");
    out.close().close().open("tbody");
    for (var row : grid.rows()) {
      out.open("tr");
      for (var i = 0; i < row.cells().size(); i++) {
        if (grid.numeric().get(i)) out.open("td", "class", "number");
        else out.open("td");
        runs(out, row.cells().get(i));
        out.close();
      }
      out.close().line();
    }
    out.close().close().close();
  }

  private static void runs(Markup out, List<Run> runs) {
    for (var run : runs) {
      if (run.href() != null) out.open("a", "href", run.href());
      if (run.strong()) out.element("strong", run.text());
      else out.text(run.text());
      if (run.href() != null) out.close();
    }
  }
}
