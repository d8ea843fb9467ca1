package casus.view.chart;

import casus.answer.Answer;
import casus.answer.Driver;
import casus.answer.Swing;
import casus.model.Quantity;
import casus.view.LawWords;
import casus.view.Numbers;
import casus.view.Quantities;
import casus.view.chart.Grid.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the answer would be if one thing were otherwise: the widest first.
public final class Tornado {
  private static final int COLUMNS = 54;

  /// Bars that are drawn, and rows beside them.
  private static final int MOST = 12;

  /// @param first what it might be: "20%", "if so"
  /// @param now its value, or empty
  /// @param href where the page says whence it comes, or null
  private record Bar(
      String text,
      String now,
      String first,
      double atFirst,
      String second,
      double atSecond,
      @Nullable String href) {
    double width() {
      return Math.abs(atFirst - atSecond);
    }
  }

  private final Answer answer;
  private final Links links;
  private final double now;

  private Tornado(Answer answer, Links links) {
    this.answer = answer;
    this.links = links;
    this.now = answer.subjectOutcome().probability();
  }

  /// The widest bars.
  ///
  /// @return null where nothing has two ends
  public static @Nullable Chart of(Answer answer, Links links) {
    return new Tornado(answer, links).chart();
  }

  /// All that the chart leaves out.
  ///
  /// @return null where it leaves out nothing
  public static @Nullable Grid rest(Answer answer, Links links) {
    var tornado = new Tornado(answer, links);
    var bars = tornado.bars();
    if (bars.size() <= MOST) return null;
    var less = bars.subList(MOST, bars.size());
    var shown = less.stream().filter(tornado::isSeen).toList();
    var hidden = less.size() - shown.size();
    return tornado.grid(
        "What moves it less"
            + (hidden == 0 ? "" : "; " + hidden + " more move it by less than can be shown"),
        shown);
  }

  private boolean isSeen(Bar bar) {
    var shown = Numbers.percent(now);
    return !Numbers.percent(bar.atFirst()).equals(shown)
        || !Numbers.percent(bar.atSecond()).equals(shown);
  }

  private @Nullable Chart chart() {
    var bars = bars();
    if (bars.isEmpty()) return null;
    var sentence = sentence(bars.getFirst());
    var shown = bars.subList(0, Math.min(MOST, bars.size()));
    return new Chart(
        draw(shown, sentence),
        sentence,
        grid("What the answer would be if one thing were otherwise", shown));
  }

  private List<Bar> bars() {
    Map<String, Quantity> quantities = new HashMap<>();
    for (var quantity : Quantities.of(answer.dossier())) quantities.put(quantity.id(), quantity);
    var bars = new ArrayList<Bar>();
    for (var driver : answer.drivers())
      if (!Double.isNaN(driver.ifTrue()) && !Double.isNaN(driver.ifFalse())) bars.add(bar(driver));
    for (var swing : answer.swing()) bars.add(bar(swing, quantities.get(swing.id())));
    bars.sort(Comparator.comparingDouble(Bar::width).reversed());
    return bars;
  }

  private Bar bar(Driver driver) {
    return new Bar(
        "whether "
            + (driver.text().isEmpty() || driver.text().equals(driver.fact())
                ? driver.fact().replace('-', ' ')
                : driver.text()),
        Numbers.percent(driver.probability()),
        "if not",
        driver.ifFalse(),
        "if so",
        driver.ifTrue(),
        links.to(new Anchor.OfFact(driver.fact())));
  }

  private Bar bar(Swing swing, @Nullable Quantity quantity) {
    var reading = swing.kind().equals("reading");
    return new Bar(
        reading
            ? "how “" + LawWords.issue(answer.dossier(), swing.id()) + "” is read"
            : swing.label().replace("`", "“").replaceFirst("“([^“]*)“", "“$1”"),
        quantity == null ? "" : quantity.written().replaceFirst("\\s*\\(.*", ""),
        (reading ? "if " : "at ") + swing.low(),
        swing.atLow(),
        (reading ? "if " : "at ") + swing.high(),
        swing.atHigh(),
        quantity == null ? null : links.to(Anchor.OfNumber.of(quantity)));
  }

  private String draw(List<Bar> bars, String sentence) {
    var top =
        bars.stream().mapToDouble(b -> Math.max(b.atFirst(), b.atSecond())).reduce(now, Math::max);
    var full = top > 0 ? top * 1.04 : 1;
    var drawing = new Drawing();
    var x = Drawing.WIDTH * now / full;
    drawing.space(16);
    drawing.words("note", Math.clamp(x - 20, 0, 330), 12, "now " + Numbers.percent(now));
    for (var bar : bars) {
      drawing.link(bar.href());
      drawing.label(0, bar.text(), COLUMNS, "", null);
      drawing.unlink(bar.href());
      var y = drawing.bottom() + 3;
      var low = Drawing.WIDTH * bar.atFirst() / full;
      var high = Drawing.WIDTH * bar.atSecond() / full;
      drawing.bar("track", 0, Drawing.WIDTH, y, 10);
      drawing.bar("swing", low, high, y, 10);
      drawing.line("now", x, y - 3, x, y + 13);
      drawing.dot("hollow", Math.clamp(low, 5, 395), y + 5, 4.5);
      drawing.dot("point", Math.clamp(high, 5, 395), y + 5, 4.5);
      drawing.space(16);
      drawing.note(
          "○ " + end(bar.first(), bar.atFirst()), "● " + end(bar.second(), bar.atSecond()));
      drawing.space(10);
    }
    return drawing.svg("tornado", "What moves the answer most", sentence);
  }

  private static String end(String what, double probability) {
    return what + ": " + Numbers.percent(probability);
  }

  private String sentence(Bar widest) {
    return "The answer is now "
        + Numbers.percent(now)
        + "; it moves most with “"
        + widest.text()
        + "”: "
        + end(widest.first(), widest.atFirst())
        + ", "
        + end(widest.second(), widest.atSecond())
        + ".";
  }

  private Grid grid(String caption, List<Bar> bars) {
    var rows = new ArrayList<Row>();
    for (var bar : bars) {
      rows.add(
          new Row(
              "",
              List.of(
                  List.of(Run.link(bar.text(), bar.href())),
                  List.of(Run.plain(bar.now())),
                  List.of(Run.plain(bar.first() + " "), Run.strong(Numbers.percent(bar.atFirst()))),
                  List.of(
                      Run.plain(bar.second() + " "),
                      Run.strong(Numbers.percent(bar.atSecond()))))));
    }
    return new Grid(
        caption,
        List.of("if this were otherwise", "now", "the answer would be", "or"),
        List.of(false, true, true, true),
        rows);
  }
}
