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
import java.util.LinkedHashMap;
import java.util.List;

/// The ways in which the act could be lawful, treaty by treaty, each as a line of stops: what it
/// needs, one by one, and what it gives. The line is whole as far as the way is open.
public final class Pathways {
  private static final int COLUMNS = 50;
  private static final double STOP = 9;

  private final CouldAnswer could;
  private final Links links;
  private final List<PathwayAnswer> pathways;

  private Pathways(CouldAnswer could, Links links, List<PathwayAnswer> pathways) {
    this.could = could;
    this.links = links;
    this.pathways = pathways;
  }

  /// A chart for each treaty that has a pathway, that of the likeliest first.
  public static List<Chart> of(CouldAnswer could, Links links) {
    var byTreaty = new LinkedHashMap<String, List<PathwayAnswer>>();
    for (var pathway : PathwayWords.likeliestFirst(could))
      byTreaty.computeIfAbsent(pathway.treaty(), _ -> new ArrayList<>()).add(pathway);
    return byTreaty.values().stream().map(p -> new Pathways(could, links, p).chart()).toList();
  }

  /// How many pathways are open, hang on something or lack something.
  public static String summary(CouldAnswer could) {
    var all = could.pathways();
    return "Of "
        + new Counted(all.size(), "pathway")
        + ", "
        + count(all, State.HOLDS)
        + (count(all, State.HOLDS) == 1 ? " has" : " have")
        + " all they need, "
        + count(all, State.UNKNOWN)
        + (count(all, State.UNKNOWN) == 1 ? " hangs" : " hang")
        + " on what is unknown, "
        + count(all, State.MISSING)
        + (count(all, State.MISSING) == 1 ? " lacks" : " lack")
        + " something. A pathway opens its own treaty only; another may still forbid the act.";
  }

  private Chart chart() {
    return new Chart(draw(), sentence(), grid());
  }

  private String draw() {
    var drawing = new Drawing();
    drawing.note(pathways.getFirst().treatyTitle(), "").space(2);
    for (var pathway : pathways) {
      drawing.heading(
          PathwayWords.title(pathway),
          COLUMNS - 8,
          "open " + Numbers.percent(pathway.open()),
          links.to(anchor(pathway)));
      stops(pathway, drawing);
    }
    return drawing.svg(
        "pathways-" + pathways.getFirst().treaty(),
        "Pathways of " + pathways.getFirst().treatyTitle(),
        sentence());
  }

  private static Anchor anchor(PathwayAnswer pathway) {
    return new Anchor.OfPathway(PathwayWords.name(pathway));
  }

  private static void stops(PathwayAnswer pathway, Drawing drawing) {
    var from = drawing.bottom() + 10;
    var open = true;
    drawing.space(4);
    for (var condition : pathway.conditions()) {
      var y = drawing.bottom() + 10;
      if (y > from) drawing.line(open ? "way" : "way shut", STOP, from + 6, STOP, y - 6);
      stop(condition.state(), y, drawing);
      drawing.label(26, words(condition), COLUMNS, "", null);
      drawing.space(8);
      open = open && condition.state() == State.HOLDS;
      from = y;
    }
    var y = drawing.bottom() + 10;
    if (y > from) drawing.line(open ? "way" : "way shut", STOP, from + 6, STOP, y - 6);
    drawing.bar(open ? "goal" : "goal shut", STOP - 6, STOP + 6, y - 6, 12);
    drawing.label(26, gives(pathway), COLUMNS, "", null);
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
    return PathwayWords.word(condition.state()) + ": " + PathwayWords.plain(condition);
  }

  private static String gives(PathwayAnswer pathway) {
    return PathwayWords.gives(pathway)
        + (pathway.outranked() ? ", outranked" : "")
        + (pathway.dormant() ? ", dormant" : "");
  }

  /// What the whole way is: open where everything holds, shut where something is missing.
  private static State state(PathwayAnswer pathway) {
    var states = pathway.conditions().stream().map(ConditionAnswer::state).toList();
    if (pathway.dormant() || states.contains(State.MISSING)) return State.MISSING;
    return states.stream().allMatch(s -> s == State.HOLDS) ? State.HOLDS : State.UNKNOWN;
  }

  private static long count(List<PathwayAnswer> pathways, State state) {
    return pathways.stream().filter(p -> state(p) == state).count();
  }

  private String sentence() {
    var likeliest = pathways.getFirst();
    return likeliest.treatyTitle()
        + ": "
        + (pathways.size() == 1
            ? "its one pathway"
            : "the likeliest of its " + new Counted(pathways.size(), "pathway"))
        + ", by "
        + PathwayWords.title(likeliest).replaceFirst("^A", "a")
        + ", is open with "
        + Numbers.percent(likeliest.open())
        + PathwayWords.overReadings(likeliest.openOverReadings())
        + (likeliest.openGivenRequest() == null
            ? ""
            : "; if asked, with " + Numbers.percent(likeliest.openGivenRequest()))
        + ".";
  }

  private Grid grid() {
    var asked = could.givenRequest() != null;
    var rows = new ArrayList<Row>();
    for (var pathway : pathways) {
      var cells = new ArrayList<List<Run>>();
      cells.add(
          List.of(
              Run.strong(PathwayWords.title(pathway)),
              Run.plain(
                  " "
                      + gives(pathway)
                      + (pathway.fromMemory() ? "; from memory, unverified" : ""))));
      cells.add(
          List.of(
              Run.strong(Numbers.percent(pathway.open())),
              Run.plain(PathwayWords.overReadings(pathway.openOverReadings()))));
      if (asked) {
        var open = pathway.openGivenRequest();
        cells.add(List.of(Run.plain(open == null ? "" : Numbers.percent(open))));
      }
      cells.add(List.of());
      rows.add(new Row(anchor(pathway).name(), cells));
      for (var condition : pathway.conditions()) rows.add(row(condition, asked));
    }
    return new Grid(
        pathways.getFirst().treatyTitle(),
        asked
            ? List.of("what it needs", "holds with", "if asked", "claims")
            : List.of("what it needs", "holds with", "claims"),
        asked ? List.of(false, true, true, false) : List.of(false, true, false),
        rows);
  }

  private Row row(ConditionAnswer condition, boolean asked) {
    var cells = new ArrayList<List<Run>>();
    cells.add(
        List.of(
            Run.plain(
                sign(condition.state())
                    + " "
                    + PathwayWords.word(condition.state())
                    + ": "
                    + condition.words())));
    cells.add(
        condition.state() == State.UNDECLARED
            ? List.of()
            : List.of(
                Run.plain(
                    Numbers.percent(condition.probability())
                        + PathwayWords.overReadings(condition.overReadings()))));
    if (asked) cells.add(List.of());
    cells.add(links.claims(condition.claims()));
    return new Row("", cells);
  }
}
