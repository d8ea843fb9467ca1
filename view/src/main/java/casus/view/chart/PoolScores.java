package casus.view.chart;

import casus.pool.PoolTable;
import casus.pool.PoolTable.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How good each pool has been: its score with the interval, beside that of a single forecast.
public final class PoolScores {
  private static final int COLUMNS = 46;

  private PoolScores() {}

  /// @return null where no outcome is known
  public static @Nullable Chart of(PoolTable table) {
    if (table.resolved() == 0) return null;
    var sentence = sentence(table);
    return new Chart(draw(table, sentence), sentence, grid(table));
  }

  private static String sentence(PoolTable table) {
    var best = table.rows().stream().min(Comparator.comparingDouble(Row::score)).orElseThrow();
    return "Over %d questions a single forecast scores %s (Brier, one-sided: less is better); the best of the pools is the %s with %s."
        .formatted(
            table.resolved(), score(table.individual()), best.pool().words(), score(best.score()));
  }

  private static String draw(PoolTable table, String sentence) {
    var most = Math.max(table.individual(), table.individualBounds().high());
    for (var row : table.rows()) most = Math.max(most, Math.max(row.score(), row.bounds().high()));
    if (Double.isNaN(most) || most <= 0) most = 1;
    var unit = Drawing.WIDTH / (1.04 * most);
    var drawing = new Drawing();
    var x = unit * table.individual();
    drawing.space(16);
    drawing.words(
        "note", Math.clamp(x - 20, 0, 260), 12, "a single forecast " + score(table.individual()));
    for (var row : table.rows()) {
      drawing.label(0, row.pool().words(), COLUMNS, score(row.score()), null);
      var y = drawing.bottom() + 3;
      drawing.bar("track", 0, Drawing.WIDTH, y, 10);
      if (row.bounds().isKnown())
        drawing.bar("interval", unit * row.bounds().low(), unit * row.bounds().high(), y, 10);
      drawing.line("now", x, y - 3, x, y + 13);
      drawing.dot("point", Math.clamp(unit * row.score(), 5, Drawing.WIDTH - 5), y + 5, 4.5);
      drawing.space(24);
    }
    drawing.note("bars: 90% interval over questions", "less is better");
    return drawing.svg("pools", "How good each pool has been", sentence);
  }

  private static Grid grid(PoolTable table) {
    var rows = new ArrayList<Grid.Row>();
    rows.add(
        row(
            "a single forecast",
            table.individual(),
            table.individualBounds().low(),
            table.individualBounds().high()));
    for (var row : table.rows())
      rows.add(row(row.pool().words(), row.score(), row.bounds().low(), row.bounds().high()));
    return new Grid(
        "Brier scores of pools",
        List.of("pool", "Brier", "90% interval"),
        List.of(false, true, true),
        rows);
  }

  private static Grid.Row row(String words, double score, double low, double high) {
    return new Grid.Row(
        "",
        List.of(
            List.of(Run.plain(words)),
            List.of(Run.strong(score(score))),
            List.of(Run.plain(Double.isNaN(low) ? "–" : score(low) + "–" + score(high)))));
  }

  private static String score(double score) {
    return String.format(Locale.ROOT, "%.3f", score);
  }
}
