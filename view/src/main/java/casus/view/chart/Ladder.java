package casus.view.chart;

import casus.answer.Answer;
import casus.answer.OutcomeAnswer;
import casus.view.Numbers;
import casus.view.chart.Grid.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The outcomes, each with its probability and its 90 % interval on a scale from 0 to 100 %.
public final class Ladder {
  private static final int COLUMNS = 48;

  private Ladder() {}

  /// The chart of all outcomes.
  public static Chart of(Answer answer, Links links) {
    var drawing = new Drawing();
    for (var outcome : answer.outcomes()) rung(outcome, drawing, links);
    axis(drawing);
    return new Chart(
        drawing.svg("ladder", "How likely each outcome is", sentence(answer)),
        sentence(answer),
        grid(answer));
  }

  private static void rung(OutcomeAnswer outcome, Drawing drawing, Links links) {
    drawing.label(
        0,
        outcome.text(),
        COLUMNS,
        Numbers.percent(outcome.probability()),
        links.to(new Anchor.OfOutcome(outcome.id())));
    var y = drawing.bottom() + 3;
    drawing.bar("track", 0, Drawing.WIDTH, y, 10);
    drawing.bar(
        "interval",
        Drawing.WIDTH * outcome.interval().low(),
        Drawing.WIDTH * outcome.interval().high(),
        y,
        10);
    drawing.dot("point", Math.clamp(Drawing.WIDTH * outcome.probability(), 5, 395), y + 5, 6);
    drawing.space(17);
    drawing.note(
        outcome.words(),
        outcome.interval().width() < 1e-9 ? "" : "90% range " + Numbers.range(outcome.interval()));
    drawing.space(12);
  }

  private static void axis(Drawing drawing) {
    var y = drawing.bottom();
    drawing.line("axis", 0, y, Drawing.WIDTH, y);
    drawing.words("axis", 0, y + 14, "0%");
    drawing.wordsAround("axis", Drawing.WIDTH / 2, y + 14, "50%");
    drawing.wordsTo("axis", Drawing.WIDTH, y + 14, "100%");
    drawing.space(18);
  }

  private static String sentence(Answer answer) {
    var likeliest =
        answer.outcomes().stream()
            .max(Comparator.comparingDouble(OutcomeAnswer::probability))
            .orElse(answer.subjectOutcome());
    var subject = answer.subjectOutcome();
    var text =
        "Most probable is “"
            + likeliest.text()
            + "”, at "
            + Numbers.percent(likeliest.probability())
            + " ("
            + likeliest.words()
            + ")";
    return likeliest.id().equals(subject.id())
        ? text + "."
        : text
            + "; “"
            + subject.text()
            + "” stands at "
            + Numbers.percent(subject.probability())
            + " ("
            + subject.words()
            + ").";
  }

  private static Grid grid(Answer answer) {
    var rows = new ArrayList<Row>();
    for (var i = 0; i < answer.outcomes().size(); i++) {
      var outcome = answer.outcomes().get(i);
      var name = i == answer.subject() ? Run.strong(outcome.id()) : Run.plain(outcome.id());
      rows.add(
          new Row(
              new Anchor.OfOutcome(outcome.id()).name(),
              List.of(
                  List.of(name),
                  List.of(Run.strong(Numbers.percent(outcome.probability()))),
                  List.of(Run.plain(outcome.words())),
                  List.of(Run.plain(Numbers.range(outcome.interval()))),
                  List.of(Run.plain(Numbers.range(outcome.readings()))),
                  List.of(Run.plain(Numbers.percent(outcome.atLeast()))))));
    }
    return new Grid(
        "Probability of each outcome",
        List.of("outcome", "probability", "in words", "90% range", "over readings", "that or more"),
        List.of(false, true, false, true, true, true),
        rows);
  }
}
