package casus.view.chart;

import casus.score.Calibration;
import casus.score.Calibration.Bin;
import casus.view.Numbers;
import casus.view.chart.Grid.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The reliability diagram: what was said against how often it happened, with the band in which
/// chance leaves a calibrated forecaster, and how many forecasts there are of each kind.
public final class Reliability {
  private static final double LEFT = 40;
  private static final double TOP = 12;
  private static final double SIDE = 330;

  /// Of the bars that count forecasts.
  private static final double COUNTS = 54;

  private final Calibration calibration;
  private final Drawing drawing = new Drawing();

  private Reliability(Calibration calibration) {
    this.calibration = calibration;
  }

  public static Chart of(Calibration calibration) {
    var chart = new Reliability(calibration);
    var sentence = chart.sentence();
    return new Chart(chart.draw(sentence), sentence, chart.grid());
  }

  private static double x(double p) {
    return LEFT + SIDE * p;
  }

  private static double y(double p) {
    return TOP + SIDE * (1 - p);
  }

  private String draw(String sentence) {
    for (var i = 0; i <= 10; i += 2) {
      var p = i / 10.0;
      drawing.line("axis", LEFT, y(p), LEFT + SIDE, y(p));
      drawing.wordsTo("axis", LEFT - 6, y(p) + 4, 10 * i + "%");
    }
    drawing.line("rests not", x(0), y(0), x(1), y(1));
    for (var bin : calibration.bins()) {
      var from = x(bin.said()) - 7;
      drawing.bar("interval", from, from + 14, y(bin.band().high()), height(bin));
    }
    var bins = calibration.bins();
    for (var i = 1; i < bins.size(); i++)
      drawing.line(
          "now",
          x(bins.get(i - 1).said()),
          y(bins.get(i - 1).happened()),
          x(bins.get(i).said()),
          y(bins.get(i).happened()));
    for (var bin : bins)
      drawing.dot(isOutside(bin) ? "against" : "point", x(bin.said()), y(bin.happened()), 5);
    drawing.words("note", LEFT + 6, TOP + 12, "how often it happened");
    counts();
    return drawing.svg("reliability", "What was said and how often it happened", sentence);
  }

  private static double height(Bin bin) {
    return Math.max(3, y(bin.band().low()) - y(bin.band().high()));
  }

  /// Below the diagram, and on its scale: how many forecasts say so.
  private void counts() {
    var top = TOP + SIDE + 26;
    for (var i = 0; i <= 10; i += 2)
      drawing.wordsAround("axis", x(i / 10.0), TOP + SIDE + 16, 10 * i + "%");
    var most = calibration.bins().stream().mapToInt(Bin::statements).max().orElse(1);
    for (var bin : calibration.bins()) {
      var height = Math.max(1.5, COUNTS * bin.statements() / most);
      drawing.bar("swing", x(bin.low()) + 2, x(bin.high()) - 2, top + 14 + COUNTS - height, height);
      drawing.wordsAround(
          "note",
          (x(bin.low()) + x(bin.high())) / 2,
          top + 10 + COUNTS - height,
          shortened(bin.statements()));
    }
    drawing.space(top + 14 + COUNTS);
    drawing.space(6);
    drawing.note("what was said, and how many forecasts said so", "");
    drawing.note(
        "● happened   ▮ where chance leaves it in 90 of 100 cases   ┈ as often as said", "");
  }

  private static String shortened(int count) {
    return count < 10_000
        ? String.format(Locale.ROOT, "%,d", count)
        : String.format(Locale.ROOT, "%,dk", Math.round(count / 1000.0));
  }

  private static boolean isOutside(Bin bin) {
    return bin.happened() < bin.band().low() || bin.happened() > bin.band().high();
  }

  private String sentence() {
    var outside = calibration.bins().stream().filter(Reliability::isOutside).toList();
    var start =
        String.format(
            Locale.ROOT,
            "Of %,d forecasts in %d bins, ",
            calibration.statements(),
            calibration.bins().size());
    if (outside.isEmpty())
      return start + "all happened about as often as was said, as far as chance lets one see.";
    var worst = outside.getFirst();
    for (var bin : outside)
      if (Math.abs(bin.happened() - bin.said()) > Math.abs(worst.happened() - worst.said()))
        worst = bin;
    return start
        + (outside.size() == 1 ? "one lies" : outside.size() + " lie")
        + " outside what chance explains; the farthest: said with "
        + Numbers.percent(worst.said())
        + " on average, it happened in "
        + Numbers.percent(worst.happened())
        + " of the cases.";
  }

  private Grid grid() {
    var rows = new ArrayList<Row>();
    for (var bin : calibration.bins())
      rows.add(
          new Row(
              "",
              List.of(
                  List.of(
                      Run.plain(
                          Math.round(100 * bin.low()) + "–" + Math.round(100 * bin.high()) + "%")),
                  List.of(Run.plain(String.format(Locale.ROOT, "%,d", bin.statements()))),
                  List.of(Run.plain(String.format(Locale.ROOT, "%,d", bin.questions()))),
                  List.of(Run.plain(Numbers.percent(bin.said()))),
                  List.of(Run.strong(Numbers.percent(bin.happened()))),
                  List.of(
                      Run.plain(
                          Numbers.percent(bin.band().low())
                              + " to "
                              + Numbers.percent(bin.band().high()))))));
    return new Grid(
        "What was said, and how often it happened",
        List.of("said", "forecasts", "questions", "on average", "happened", "if calibrated"),
        List.of(false, true, true, true, true, true),
        rows);
  }
}
