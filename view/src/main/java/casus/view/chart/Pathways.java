package casus.view.chart;

import casus.answer.CouldAnswer;
import casus.answer.CouldAnswer.ConditionAnswer;
import casus.answer.CouldAnswer.PathwayAnswer;
import casus.answer.CouldAnswer.State;
import casus.view.Counted;
import casus.view.Numbers;
import casus.view.PathwayWords;
import casus.view.chart.Grid.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The ways in which the act could be lawful, each as a line of stops: what it needs, one by one,
/// and what it gives. The line is whole as far as the way is open.
public final class Pathways {
  private static final int COLUMNS = 48;
  private static final int MOST = 6;
  private static final double STOP = 9;

  private final CouldAnswer could;
  private final Links links;
  private final List<PathwayAnswer> pathways;

  private Pathways(CouldAnswer could, Links links) {
    this.could = could;
    this.links = links;
    this.pathways = PathwayWords.likeliestFirst(could);
  }

  /// @param could with at least one pathway
  public static Chart of(CouldAnswer could, Links links) {
    var drawn = new Pathways(could, links);
    return new Chart(drawn.draw(), drawn.sentence(), drawn.grid());
  }

  private String draw() {
    var drawing = new Drawing();
    drawing.note("✓ holds   ? unknown   × missing   – not in the dossier", "").space(8);
    var treaty = "";
    for (var pathway : pathways.subList(0, Math.min(MOST, pathways.size()))) {
      if (!pathway.treatyTitle().equals(treaty)) {
        drawing.space(treaty.isEmpty() ? 0 : 6);
        treaty = pathway.treatyTitle();
        drawing.note(treaty, "");
      }
      drawing.heading(article(pathway), COLUMNS - 6, "open " + Numbers.percent(pathway.open()));
      stops(pathway, drawing);
    }
    return drawing.svg("pathways", "Ways in which the act could be lawful", sentence());
  }

  private static String article(PathwayAnswer pathway) {
    return "Article "
        + pathway.article()
        + (pathway.exception() == null ? "" : ", " + pathway.exception());
  }

  private static void stops(PathwayAnswer pathway, Drawing drawing) {
    var from = drawing.bottom() + 10;
    var open = true;
    drawing.space(4);
    for (var condition : pathway.conditions()) {
      var y = drawing.bottom() + 10;
      if (y > from) drawing.line(open ? "way" : "way shut", STOP, from + 6, STOP, y - 6);
      stop(condition.state(), y, drawing);
      drawing.label(26, words(condition), COLUMNS, "");
      drawing.space(8);
      open = open && condition.state() == State.HOLDS;
      from = y;
    }
    var y = drawing.bottom() + 10;
    if (y > from) drawing.line(open ? "way" : "way shut", STOP, from + 6, STOP, y - 6);
    drawing.bar(open ? "goal" : "goal shut", STOP - 6, STOP + 6, y - 6, 12);
    drawing.label(26, gives(pathway), COLUMNS, "");
    drawing.space(14);
  }

  /// Each state has a sign of its own: nothing hangs on its colour.
  private static void stop(State state, double y, Drawing drawing) {
    drawing.dot("stop " + kind(state), STOP, y, 7);
    drawing.wordsAround("sign " + kind(state), STOP, y + 4, sign(state));
  }

  private static String kind(State state) {
    return switch (state) {
      case HOLDS -> "holds";
      case MISSING -> "missing";
      case UNKNOWN, UNDECLARED -> "unknown";
    };
  }

  private static String sign(State state) {
    return switch (state) {
      case HOLDS -> "✓";
      case MISSING -> "×";
      case UNKNOWN -> "?";
      case UNDECLARED -> "–";
    };
  }

  private static String words(ConditionAnswer condition) {
    return PathwayWords.word(condition.state()) + ": " + PathwayWords.condition(condition);
  }

  private static String gives(PathwayAnswer pathway) {
    return pathway.gives()
        + (pathway.outranked() ? ", outranked" : "")
        + (pathway.dormant() ? ", dormant" : "");
  }

  /// What the whole way is: open where everything holds, shut where something is missing.
  private static State state(PathwayAnswer pathway) {
    var states = pathway.conditions().stream().map(ConditionAnswer::state).toList();
    if (pathway.dormant() || states.contains(State.MISSING)) return State.MISSING;
    return states.stream().allMatch(s -> s == State.HOLDS) ? State.HOLDS : State.UNKNOWN;
  }

  private String sentence() {
    return "Of "
        + new Counted(pathways.size(), "pathway")
        + ", "
        + count(State.HOLDS)
        + (count(State.HOLDS) == 1 ? " has" : " have")
        + " all they need, "
        + count(State.UNKNOWN)
        + (count(State.UNKNOWN) == 1 ? " hangs" : " hang")
        + " on what is unknown, "
        + count(State.MISSING)
        + (count(State.MISSING) == 1 ? " lacks" : " lack")
        + " something. A pathway opens its own treaty only; another may still forbid the act.";
  }

  private long count(State state) {
    return pathways.stream().filter(p -> state(p) == state).count();
  }

  private Grid grid() {
    var asked = could.givenRequest() != null;
    var rows = new ArrayList<Row>();
    for (var pathway : pathways) {
      var cells = new ArrayList<List<Run>>();
      cells.add(List.of(Run.strong(PathwayWords.name(pathway))));
      cells.add(List.of(Run.plain(gives(pathway))));
      cells.add(
          List.of(
              Run.strong(Numbers.percent(pathway.open())),
              Run.plain(PathwayWords.overReadings(pathway.openOverReadings()))));
      if (asked) {
        var open = pathway.openGivenRequest();
        cells.add(List.of(Run.plain(open == null ? "" : Numbers.percent(open))));
      }
      cells.add(conditions(pathway));
      rows.add(new Row("", cells));
    }
    return new Grid(
        "Every pathway and what it needs",
        asked
            ? List.of("pathway", "gives", "open", "if asked", "conditions")
            : List.of("pathway", "gives", "open", "conditions"),
        asked ? List.of(false, false, true, true, false) : List.of(false, false, true, false),
        rows);
  }

  private List<Run> conditions(PathwayAnswer pathway) {
    var runs = new ArrayList<Run>();
    runs.add(
        Run.plain(
            pathway.conditions().stream().map(Pathways::words).collect(Collectors.joining("; "))));
    var said = pathway.conditions().stream().flatMap(c -> c.claims().stream()).distinct().toList();
    if (!said.isEmpty()) {
      runs.add(Run.plain(" "));
      runs.addAll(links.claims(said));
    }
    if (pathway.fromMemory()) runs.add(Run.plain("; provision from memory, unverified"));
    return runs;
  }
}
