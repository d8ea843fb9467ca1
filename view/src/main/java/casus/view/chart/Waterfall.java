package casus.view.chart;

import casus.answer.Answer;
import casus.answer.WouldAnswer;
import casus.answer.WouldAnswer.ReasonAnswer;
import casus.view.Numbers;
import casus.view.ReasonWords;
import casus.view.chart.Grid.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// From the base rate to the answer, one reason after another, on a scale of odds: equal lengths
/// multiply the odds by equal factors.
public final class Waterfall {
  private static final int COLUMNS = 44;

  /// Steps that are drawn one by one; the table has them all.
  private static final int MOST = 9;

  private static final double[] MARKS = {
    0.0001, 0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999
  };

  /// @param share in logits
  /// @param factor "×2.1", what it does to the odds
  private record Step(String text, double share, String factor) {}

  private final Answer answer;
  private final WouldAnswer would;
  private final Links links;
  private final List<Step> steps = new ArrayList<>();
  private final Drawing drawing = new Drawing();
  private double least;
  private double most;

  private Waterfall(Answer answer, WouldAnswer would, Links links) {
    this.answer = answer;
    this.would = would;
    this.links = links;
  }

  /// @return null where the odds are 0 or without bound at either end, so that no scale holds them
  public static @Nullable Chart of(Answer answer, WouldAnswer would, Links links) {
    var gate = would.gate();
    if (!Double.isFinite(would.start())
        || !Double.isFinite(would.end())
        || (gate != null && gate.ruledOut())) return null;
    return new Waterfall(answer, would, links).chart();
  }

  private Chart chart() {
    var gate = would.gate();
    if (gate != null)
      steps.add(
          new Step(
              "only if " + gate.condition(), gate.share(), Numbers.factor(Math.exp(gate.share()))));
    for (var reason : ReasonWords.strongestFirst(would))
      if (!reason.inBase()) steps.add(new Step(text(reason), reason.share(), factor(reason)));
    scale();
    draw();
    return new Chart(
        drawing.svg("waterfall", "From the base rate to the answer", sentence()),
        sentence(),
        grid());
  }

  private String text(ReasonAnswer reason) {
    var elsewhere = !reason.outcome().equals(answer.subjectOutcome().id());
    return (reason.favours() ? "+ " : "− ")
        + reason.text()
        + (elsewhere ? " (for " + reason.outcome() + ")" : "");
  }

  private static String factor(ReasonAnswer reason) {
    return Numbers.factor(Math.exp(reason.share()));
  }

  private void scale() {
    least = Math.min(would.start(), would.end());
    most = Math.max(would.start(), would.end());
    var at = would.start();
    for (var step : steps) {
      at += step.share();
      least = Math.min(least, at);
      most = Math.max(most, at);
    }
    var margin = Math.max(0.3, (most - least) * 0.06);
    least -= margin;
    most += margin;
  }

  private double x(double logit) {
    return Drawing.WIDTH * (logit - least) / (most - least);
  }

  private void draw() {
    end("before any reason", would.start());
    var at = would.start();
    for (var i = 0; i < Math.min(MOST, steps.size()); i++) {
      var step = steps.get(i);
      step(step.text(), at, at + step.share(), step.factor());
      at += step.share();
    }
    if (steps.size() > MOST) {
      var rest = steps.size() - MOST;
      step(
          rest + (rest == 1 ? " smaller reason" : " smaller reasons together"),
          at,
          would.end(),
          Numbers.factor(Math.exp(would.end() - at)));
    }
    end("the answer", would.end());
    axis();
  }

  private void end(String text, double logit) {
    drawing.label(0, text, COLUMNS, Numbers.percent(probability(logit)));
    var y = drawing.bottom() + 3;
    drawing.bar("track", 0, Drawing.WIDTH, y, 12);
    drawing.dot("point", x(logit), y + 6, 6);
    drawing.space(26);
  }

  private void step(String text, double from, double to, String factor) {
    drawing.label(0, text, COLUMNS, factor + " → " + Numbers.percent(probability(to)));
    var y = drawing.bottom() + 3;
    drawing.bar("track", 0, Drawing.WIDTH, y, 12);
    drawing.bar(to >= from ? "for" : "against", x(from), x(to), y, 12);
    drawing.line("edge", x(to), y - 1, x(to), y + 13);
    drawing.space(26);
  }

  private void axis() {
    var y = drawing.bottom() - 4;
    drawing.line("axis", 0, y, Drawing.WIDTH, y);
    var last = Double.NEGATIVE_INFINITY;
    for (var mark : MARKS) {
      var x = x(Math.log(mark / (1 - mark)));
      if (x < 12 || x > Drawing.WIDTH - 12 || x - last < 40) continue;
      drawing.line("axis", x, y, x, y + 4);
      drawing.wordsAround("axis", x, y + 16, Numbers.percent(mark));
      last = x;
    }
    drawing.space(18);
  }

  private static double probability(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  private String sentence() {
    var text =
        new StringBuilder("Before any reason counts, the answer would be ")
            .append(Numbers.percent(probability(would.start())));
    if (!steps.isEmpty()) {
      var strongest = steps.getFirst();
      for (var step : steps)
        if (Math.abs(step.share()) > Math.abs(strongest.share())) strongest = step;
      text.append("; what moves it most is “")
          .append(strongest.text().replaceFirst("^[+−] ", ""))
          .append("”, which ")
          .append(strongest.share() >= 0 ? "raises" : "lowers")
          .append(" the odds (")
          .append(strongest.factor())
          .append(")");
    }
    return text.append("; all together make it ")
        .append(Numbers.percent(probability(would.end())))
        .append(".")
        .toString();
  }

  private Grid grid() {
    var rows = new ArrayList<Row>();
    rows.add(row("before any reason", "", "", probability(would.start()), List.of()));
    var at = would.start();
    var gate = would.gate();
    if (gate != null) {
      at += gate.share();
      rows.add(
          row(
              steps.getFirst().text(),
              "gate, " + Numbers.percent(gate.holds()),
              steps.getFirst().factor(),
              probability(at),
              List.of()));
    }
    for (var reason : ReasonWords.strongestFirst(would)) {
      if (reason.inBase()) {
        rows.add(row(text(reason), "in the base rate", "", Double.NaN, reason.claims()));
        continue;
      }
      at += reason.share();
      rows.add(
          row(
              text(reason),
              ReasonWords.strength(reason) + ", active " + Numbers.percent(reason.active()),
              factor(reason),
              probability(at),
              reason.claims()));
    }
    rows.add(row("the answer", "", "", probability(would.end()), List.of()));
    return new Grid(
        "From the base rate to the answer, in odds",
        List.of("step", "strength", "odds", "then", "claims"),
        List.of(false, false, true, true, false),
        rows);
  }

  private Row row(String text, String strength, String factor, double then, List<String> claims) {
    return new Row(
        "",
        List.of(
            List.of(Run.plain(text)),
            List.of(Run.plain(strength)),
            List.of(Run.strong(factor)),
            List.of(Run.plain(Double.isNaN(then) ? "" : Numbers.percent(then))),
            links.claims(claims)));
  }
}
