package casus.view;

import casus.answer.Answer;
import casus.answer.Conflict;
import casus.answer.Driver;
import casus.answer.Flip;
import casus.answer.LeverAnswer;
import casus.answer.ScenarioAnswer;
import casus.answer.Story;
import casus.answer.Swing;
import casus.answer.Watch;
import java.util.List;

/// What would change the answer, as JSON: from `drivers` to `conflict`.
final class ChangeJson {
  private ChangeJson() {}

  static void change(JsonOut out, Answer answer) {
    out.array("drivers", answer.drivers(), ChangeJson::driver)
        .array("swing", answer.swing(), ChangeJson::swing)
        .array("watch", answer.watch(), ChangeJson::watch)
        .array("flips", answer.flips(), ChangeJson::flip)
        .array("stories", answer.stories(), ChangeJson::story)
        .array("scenarios", answer.scenarios(), (o, s) -> scenario(o, answer, s))
        .array("levers", answer.levers(), (o, l) -> lever(o, answer, l))
        .object("conflict", answer.conflict(), ChangeJson::conflict);
  }

  private static void driver(JsonOut out, Driver driver) {
    out.text("fact", driver.fact())
        .text("text", driver.text())
        .probability("probability", driver.probability())
        .probability("ifTrue", driver.ifTrue())
        .probability("ifFalse", driver.ifFalse());
  }

  private static void swing(JsonOut out, Swing swing) {
    out.text("id", swing.id())
        .text("label", swing.label())
        .text("kind", swing.kind())
        .text("low", swing.low())
        .text("high", swing.high())
        .probability("atLow", swing.atLow())
        .probability("atHigh", swing.atHigh())
        .place("origin", swing.origin());
  }

  private static void watch(JsonOut out, Watch watch) {
    out.text("id", watch.id())
        .text("text", watch.text())
        .text("kind", watch.kind())
        .number("bits", watch.bits())
        .probability("probability", watch.probability())
        .probability("ifSeen", watch.ifSeen())
        .probability("ifNotSeen", watch.ifNotSeen());
  }

  private static void flip(JsonOut out, Flip flip) {
    out.texts("changes", flip.changes())
        .probability("boundary", flip.boundary())
        .probability("before", flip.before())
        .probability("after", flip.after())
        .text("words", flip.words());
  }

  private static void story(JsonOut out, Story story) {
    out.text("outcome", story.outcome())
        .probability("probability", story.probability())
        .array(
            "facts",
            story.facts(),
            (o, fact) ->
                o.text("fact", fact.fact())
                    .text("text", fact.text())
                    .flag("value", fact.value())
                    .flag("usual", fact.usual()));
  }

  private static void scenario(JsonOut out, Answer answer, ScenarioAnswer scenario) {
    out.text("id", scenario.id())
        .text("text", scenario.text())
        .texts("supposes", scenario.supposes())
        .probability("chance", scenario.chance())
        .object("outcomes", scenario.outcomes(), (o, p) -> byOutcome(o, answer, p))
        .interval("readings", scenario.readings())
        .text("impossible", scenario.impossible());
  }

  private static void lever(JsonOut out, Answer answer, LeverAnswer lever) {
    out.text("id", lever.id())
        .text("text", lever.text())
        .text("by", lever.by())
        .texts("sets", lever.sets())
        .object("before", lever.before(), (o, p) -> byOutcome(o, answer, p))
        .object("after", lever.after(), (o, p) -> byOutcome(o, answer, p))
        .interval("readings", lever.readings());
  }

  private static void byOutcome(JsonOut out, Answer answer, List<Double> probabilities) {
    for (var i = 0; i < probabilities.size(); i++)
      out.probability(answer.outcomes().get(i).id(), probabilities.get(i));
  }

  private static void conflict(JsonOut out, Conflict conflict) {
    out.number("bits", conflict.bits())
        .array(
            "pairs",
            conflict.pairs(),
            (o, pair) ->
                o.text("first", pair.first())
                    .text("second", pair.second())
                    .number("bits", pair.bits()));
  }
}
