package casus.view;

import casus.answer.Answer;
import casus.answer.WouldAnswer;
import casus.answer.WouldAnswer.BaseAnswer;
import casus.answer.WouldAnswer.ClassAnswer;
import casus.answer.WouldAnswer.GateAnswer;
import casus.answer.WouldAnswer.ReasonAnswer;

/// `would`: the base rate and the reasons as JSON.
final class WouldJson {
  private WouldJson() {}

  static void would(JsonOut out, Answer answer, WouldAnswer would) {
    var subject = answer.subjectOutcome().id();
    var base =
        would.base().stream().filter(b -> b.outcome().equals(subject)).findFirst().orElse(null);
    out.object("base", base, WouldJson::base)
        .array("bases", would.base(), WouldJson::base)
        .number("start", would.start())
        .number("observed", would.observed())
        .number("end", would.end())
        .flag("exactShares", would.exactShares())
        .array("reasons", would.reasons(), WouldJson::reason)
        .object("gate", would.gate(), WouldJson::gate);
  }

  private static void base(JsonOut out, BaseAnswer base) {
    out.text("outcome", base.outcome())
        .probability("probability", base.probability())
        .interval("range", base.range())
        .flag("fromClass", base.fromClass())
        .probability("inside", base.inside())
        .probability("gateOpen", base.gateOpen())
        .number("odds", base.odds())
        .array("classes", base.classes(), WouldJson::known);
  }

  private static void known(JsonOut out, ClassAnswer known) {
    out.text("text", known.text())
        .count("successes", known.successes())
        .count("cases", known.cases())
        .number("weight", known.weight())
        .number("part", known.part())
        .probability("mean", known.mean())
        .interval("interval", known.interval())
        .number("worth", known.worth())
        .text("sharing", known.sharing())
        .text("records", known.records())
        .text("unit", known.unit())
        .text("counts", known.counts());
  }

  private static void reason(JsonOut out, ReasonAnswer reason) {
    out.text("id", reason.id())
        .text("text", reason.text())
        .text("outcome", reason.outcome())
        .flag("favours", reason.favours())
        .number("factor", reason.factor())
        .text("strength", reason.strength())
        .probability("active", reason.active())
        .number("share", reason.share())
        .probability("without", reason.without())
        .flag("inBase", reason.inBase())
        .text("condition", reason.condition())
        .texts("claims", reason.claims());
  }

  private static void gate(JsonOut out, GateAnswer gate) {
    out.text("condition", gate.condition())
        .text("words", gate.words())
        .probability("holds", gate.holds())
        .number("share", gate.share())
        .flag("ruledOut", gate.ruledOut());
  }
}
