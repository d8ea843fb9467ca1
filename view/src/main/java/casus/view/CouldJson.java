package casus.view;

import casus.answer.CouldAnswer;
import casus.answer.CouldAnswer.ConditionAnswer;
import casus.answer.CouldAnswer.PathwayAnswer;
import casus.answer.CouldAnswer.ReadingAnswer;
import casus.answer.CouldAnswer.StatusAnswer;
import casus.answer.CouldAnswer.Unverified;
import casus.treaty.LegalStatus;
import java.util.Locale;
import java.util.Map;

/// `could`: the legal answer as JSON.
final class CouldJson {
  private CouldJson() {}

  static void could(JsonOut out, CouldAnswer could) {
    out.text("act", could.act().toString());
    status(out, could.overall());
    out.object("givenRequest", could.givenRequest(), CouldJson::status)
        .array("readings", could.readings(), CouldJson::reading)
        .array("pathways", could.pathways(), CouldJson::pathway);
  }

  private static void status(JsonOut out, StatusAnswer status) {
    out.text("status", status.dependsOnReading() ? "depends on reading" : word(status.status()))
        .object("statusProbabilities", status.probabilities(), CouldJson::probabilities)
        .probability("lawful", status.lawful())
        .interval("lawfulReadings", status.lawfulOverReadings())
        .flag("dependsOnReading", status.dependsOnReading())
        .texts("pivotal", status.pivotal())
        .object("unverified", status.unverified(), CouldJson::unverified);
  }

  private static void unverified(JsonOut out, Unverified unverified) {
    out.texts("provisions", unverified.provisions())
        .text("statusWithout", word(unverified.status()))
        .probability("lawfulWithout", unverified.lawful());
  }

  private static String word(LegalStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  /// Every status, also those of probability 0.
  private static void probabilities(JsonOut out, Map<LegalStatus, Double> probabilities) {
    for (var status : LegalStatus.values())
      out.probability(word(status), probabilities.getOrDefault(status, 0.0));
  }

  private static void reading(JsonOut out, ReadingAnswer reading) {
    out.texts("assignment", reading.assignment())
        .object("status", reading.status(), CouldJson::probabilities)
        .probability("lawful", reading.lawful())
        .object("statusGivenRequest", reading.statusGivenRequest(), CouldJson::probabilities)
        .probability("lawfulGivenRequest", reading.lawfulGivenRequest())
        .probability("outcome", reading.outcome());
  }

  private static void pathway(JsonOut out, PathwayAnswer pathway) {
    out.text("treaty", pathway.treaty())
        .text("treatyTitle", pathway.treatyTitle())
        .text("article", pathway.article())
        .text("exception", pathway.exception())
        .text("gives", pathway.gives())
        .interval("open", pathway.openOverReadings())
        .probability("probability", pathway.open())
        .probability("givenRequest", pathway.openGivenRequest())
        .flag("outranked", pathway.outranked())
        .flag("dormant", pathway.dormant())
        .flag("fromMemory", pathway.fromMemory())
        .text("cite", pathway.cite())
        .array("conditions", pathway.conditions(), CouldJson::condition);
  }

  private static void condition(JsonOut out, ConditionAnswer condition) {
    out.text("text", condition.text())
        .text("words", condition.words())
        .text("state", condition.state().name().toLowerCase(Locale.ROOT))
        .probability("probability", condition.probability())
        .interval("readings", condition.overReadings())
        .texts("facts", condition.facts())
        .texts("claims", condition.claims())
        .text("contested", condition.contested());
  }
}
