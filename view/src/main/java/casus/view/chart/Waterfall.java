package casus.view.chart;

import casus.answer.Answer;
import casus.answer.WouldAnswer;
import casus.answer.WouldAnswer.ReasonAnswer;
import casus.view.Numbers;
import casus.view.ReasonWords;
import casus.view.chart.Grid.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// From the base rate to the answer, one reason after another, on a scale of odds: equal lengths
/// multiply the odds by equal factors.
public final class Waterfall {
  private static final int COLUMNS = 44;

  /// Steps that are drawn one by one; the table has them all.
  private static final int MOST = 18;

  private static final double[] MARKS = {
    0.0001, 0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999
  };

  /// @param strength "strong ÷8, active 77%", or what else it is
  /// @param share in logits; NaN for what is shown and not counted
  /// @param anchor its own place in the page, or null
  private record Step(
      String text, String strength, double share, List<String> claims, @Nullable Anchor anchor) {
    /// "×2.1", what it does to the odds.
    String factor() {
      return Double.isNaN(share) ? "" : Numbers.factor(Math.exp(share));
    }

    boolean isCounted() {
      return !Double.isNaN(share);
    }
  }

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
        || !Double.isFinite(would.observed())
        || !Double.isFinite(would.end())
        || (gate != null && gate.ruledOut())) return null;
    return new Waterfall(answer, would, links).chart();
  }

  private Chart chart() {
    if (ReasonWords.observedShows(would))
      steps.add(new Step(ReasonWords.observed(answer), "", would.observed(), List.of(), null));
    var gate = would.gate();
    if (gate != null)
      steps.add(
          new Step(
              "only if " + gate.words(),
              "gate, open with " + Numbers.percent(gate.holds()),
              gate.share(),
              List.of(),
              null));
    for (var reason : ReasonWords.strongestFirst(would)) steps.add(step(reason));
    scale();
    draw();
    return new Chart(
        drawing.svg("waterfall", "From the base rate to the answer", sentence()),
        sentence(),
        grid());
  }

  private Step step(ReasonAnswer reason) {
    var elsewhere = !reason.outcome().equals(answer.subjectOutcome().id());
    return new Step(
        (reason.favours() ? "+ " : "− ")
            + reason.text()
            + (elsewhere ? " (for " + reason.outcome() + ")" : ""),
        reason.inBase()
            ? "in the base rate"
            : ReasonWords.strength(reason) + ", active " + Numbers.percent(reason.active()),
        reason.inBase() ? Double.NaN : reason.share(),
        reason.claims(),
        new Anchor.OfReason(reason.id()));
  }

  private List<Step> counted() {
    return steps.stream().filter(Step::isCounted).toList();
  }

  private void scale() {
    least = Math.min(would.start(), would.end());
    most = Math.max(would.start(), would.end());
    var at = would.start();
    for (var step : counted()) {
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
    end("the base rate: past cases alone", would.start());
    var at = would.start();
    var counted = counted();
    for (var step : counted.subList(0, Math.min(MOST, counted.size()))) {
      step(step, at, at + step.share());
      at += step.share();
    }
    if (counted.size() > MOST) {
      var rest = counted.size() - MOST;
      step(
          new Step(
              rest + (rest == 1 ? " smaller reason" : " smaller reasons together"),
              "",
              would.end() - at,
              List.of(),
              null),
          at,
          would.end());
    }
    end("the answer", would.end());
    axis();
  }

  private void end(String text, double logit) {
    drawing.label(
        0,
        text,
        COLUMNS,
        Numbers.percent(probability(logit)),
        links.to(new Anchor.OfOutcome(answer.subjectOutcome().id())));
    var y = drawing.bottom() + 3;
    drawing.bar("track", 0, Drawing.WIDTH, y, 12);
    drawing.dot("point", x(logit), y + 6, 6);
    drawing.space(26);
  }

  private void step(Step step, double from, double to) {
    drawing.label(
        0,
        step.text(),
        COLUMNS,
        step.factor() + " → " + Numbers.percent(probability(to)),
        step.anchor() == null ? null : links.to(step.anchor()));
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
        new StringBuilder("Past cases alone put it at ")
            .append(Numbers.percent(probability(would.start())));
    var strongest =
        counted().stream().max(Comparator.comparingDouble(step -> Math.abs(step.share())));
    strongest.ifPresent(step ->
        text.append("; what moves it most is “")
            .append(step.text().replaceFirst("^[+−] ", ""))
            .append("”, which ")
            .append(step.share() >= 0 ? "raises" : "lowers")
            .append(" the odds (")
            .append(step.factor())
            .append(")"));
    return text.append("; all together make it ")
        .append(Numbers.percent(probability(would.end())))
        .append(".")
        .toString();
  }

  private Grid grid() {
    var rows = new ArrayList<Row>();
    rows.add(row("the base rate", "", probability(would.start())));
    var at = would.start();
    for (var step : steps) {
      if (step.isCounted()) at += step.share();
      rows.add(
          new Row(
              step.anchor() == null ? "" : step.anchor().name(),
              List.of(
                  List.of(Run.plain(step.text())),
                  List.of(Run.plain(step.strength())),
                  List.of(Run.strong(step.factor())),
                  List.of(Run.plain(step.isCounted() ? Numbers.percent(probability(at)) : "")),
                  links.claims(step.claims()))));
    }
    rows.add(row("the answer", "", probability(would.end())));
    return new Grid(
        "From the base rate to the answer, in odds",
        List.of("step", "strength", "odds", "then", "claims"),
        List.of(false, false, true, true, false),
        rows);
  }

  private static Row row(String text, String strength, double then) {
    return new Row(
        "",
        List.of(
            List.of(Run.plain(text)),
            List.of(Run.plain(strength)),
            List.of(),
            List.of(Run.strong(Numbers.percent(then))),
            List.of()));
  }
}
