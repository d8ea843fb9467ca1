package casus.view;

import casus.answer.Answer;
import casus.answer.CouldAnswer;
import casus.answer.CouldAnswer.ConditionAnswer;
import casus.answer.CouldAnswer.PathwayAnswer;
import casus.answer.CouldAnswer.ReadingAnswer;
import casus.answer.CouldAnswer.State;
import casus.answer.CouldAnswer.StatusAnswer;
import casus.answer.Interval;
import casus.answer.LegalAnswer;
import casus.answer.LegalAnswer.Against;
import casus.answer.LegalAnswer.Contested;
import casus.answer.LegalAnswer.Ground;
import casus.answer.LegalAnswer.Lift;
import casus.answer.LegalAnswer.Mode;
import casus.answer.LegalAnswer.Prohibition;
import casus.answer.LegalAnswer.Reading;
import casus.answer.LegalAnswer.Requirement;
import casus.answer.LegalAnswer.Route;
import casus.answer.LegalAnswer.Ways;
import casus.model.Act;
import casus.model.Origin;
import casus.treaty.LegalOpinion.Prevails;
import casus.treaty.LegalStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the law says in the answer of [Belarus].
final class BelarusLaw {
  private BelarusLaw() {}

  static CouldAnswer could() {
    var readings = new ArrayList<ReadingAnswer>();
    for (var aggression : List.of("strict", "broad"))
      for (var consent : List.of("strict", "broad"))
        for (var union : List.of("programme", "mandate")) {
          var broad = consent.equals("broad");
          readings.add(
              new ReadingAnswer(
                  assignment(aggression, consent, union),
                  broad ? statuses(0.3, 0.7) : statuses(0.07616, 0.92384),
                  broad ? 0.3 : 0.07616,
                  broad ? statuses(1, 0) : statuses(0.25385, 0.74615),
                  broad ? 1.0 : 0.25385,
                  broad ? 0.01254 : 0.00969));
        }
    var overall =
        new StatusAnswer(
            LegalStatus.FORBIDDEN,
            statuses(0.07616, 0.92384),
            0.07616,
            new Interval(0.07616, 0.3),
            false,
            List.of(),
            null);
    var asked =
        new StatusAnswer(
            LegalStatus.FORBIDDEN,
            statuses(0.25385, 0.74615),
            0.25385,
            new Interval(0.25385, 1),
            true,
            List.of("un-charter.consent"),
            null);
    return new CouldAnswer(
        new Act("RUS", "use-force", "BLR"), overall, asked, readings, pathways());
  }

  private static Map<String, String> assignment(String aggression, String consent, String union) {
    var assignment = new LinkedHashMap<String, String>();
    assignment.put("cst.aggression", aggression);
    assignment.put("un-charter.consent", consent);
    assignment.put("union-state.2", union);
    return assignment;
  }

  private static Map<LegalStatus, Double> statuses(double permitted, double forbidden) {
    var statuses = new LinkedHashMap<LegalStatus, Double>();
    if (permitted > 0) statuses.put(LegalStatus.PERMITTED, permitted);
    if (forbidden > 0) statuses.put(LegalStatus.FORBIDDEN, forbidden);
    return statuses;
  }

  private static List<PathwayAnswer> pathways() {
    var request = condition("request(BLR)", State.UNKNOWN, 0.3, 0.3, 0.3, null);
    var crisis = condition("crisis(BLR)", State.HOLDS, 1, 1, 1, null);
    var decision =
        condition("a decision of csto-charter.council", State.UNKNOWN, 0.35, 0.35, 0.35, null);
    return List.of(
        new PathwayAnswer(
            "cst",
            "Collective Security Treaty",
            "4",
            null,
            "must assist",
            0.00054,
            new Interval(0.00054, 0.00367),
            0.0018,
            true,
            false,
            false,
            "UN reg. 32307",
            List.of(
                condition(
                    "aggression(BLR)", State.MISSING, 0.00514, 0.00514, 0.03503, "cst.aggression"),
                request,
                decision)),
        new PathwayAnswer(
            "csto-charter",
            "CSTO Charter",
            "7",
            null,
            "may deploy",
            0.105,
            new Interval(0.105, 0.105),
            0.35,
            true,
            false,
            true,
            null,
            List.of(crisis, request, decision)),
        new PathwayAnswer(
            "union-state",
            "Union State Treaty",
            "2",
            null,
            "may use-force",
            0,
            new Interval(0, 0.3036),
            0.0,
            true,
            false,
            false,
            "UN A/54/666",
            List.of(
                condition(
                    "request(BLR) or attack(BLR)",
                    State.UNKNOWN,
                    0.3036,
                    0,
                    0.3036,
                    "union-state.2"))),
        new PathwayAnswer(
            "un-charter",
            "Charter of the United Nations",
            "2.4",
            "consent(S)",
            "lifts the prohibition",
            0.075,
            new Interval(0.075, 0.3),
            0.25,
            false,
            false,
            false,
            "1 UNTS XVI",
            List.of(
                request,
                condition("lawful(BLR)", State.UNKNOWN, 0.25, 0.25, 0.25, "un-charter.consent"))),
        new PathwayAnswer(
            "un-charter",
            "Charter of the United Nations",
            "2.4",
            "article 51",
            "lifts the prohibition",
            0.00154,
            new Interval(0.00154, 0.00154),
            0.00514,
            false,
            false,
            false,
            "1 UNTS XVI",
            List.of(
                condition("attack(BLR)", State.MISSING, 0.00514, 0.00514, 0.00514, null),
                request,
                condition("reported to the Security Council", State.UNDECLARED, 0, 0, 0, null))));
  }

  private static ConditionAnswer condition(
      String text, State state, double p, double low, double high, @Nullable String contested) {
    return new ConditionAnswer(
        text,
        text.replaceAll("\\(BLR\\)", " of Belarus"),
        state,
        p,
        new Interval(low, high),
        List.of("request(BLR)"),
        List.of("C5"),
        contested);
  }

  /// The legal answer with its reasons: everything that can be there or be missing.
  static LegalAnswer legal() {
    var could = could();
    var said =
        new Ground(
            "C7",
            Mode.SAID,
            State.HOLDS,
            Double.NaN,
            "minsk, 2020-08-15, for, ×3: Moscow will help at the first request",
            new Origin("cases/belarus-2020/sources/112-international.md", 5, 77),
            "at the very first request",
            List.of());
    var request =
        new Ground(
            "request(BLR)",
            Mode.BELIEF,
            State.UNKNOWN,
            0.3,
            "Minsk formally asks Russia for forces",
            Belarus.line(85),
            null,
            List.of(said));
    var authorised =
        new Ground(
            "authorised(BLR)",
            Mode.BELIEF,
            State.UNDECLARED,
            0,
            "not there",
            null,
            null,
            List.of());
    var either =
        new Ground(
            "",
            Mode.LAW,
            State.UNKNOWN,
            Double.NaN,
            "any of these",
            null,
            null,
            List.of(request, authorised));
    var asked = new Requirement("request(BLR)", "Minsk formally asks Russia for forces", 0.3);
    var unknown = new Requirement("not aggressor(BLR)", null, Double.NaN);
    var routes = new ArrayList<Route>();
    for (var pathway : could.pathways())
      routes.add(
          new Route(
              pathway,
              routes.isEmpty() ? null : "no threat or use of force",
              new Origin("treaties/un-charter.md", 66, 12),
              List.of(either, request),
              List.of(
                  new Ways(null, false, List.of(List.of(asked, unknown))),
                  new Ways("un-charter.consent = broad", true, List.of()))));
    return new LegalAnswer(
        Belarus.dossier(Belarus.question()),
        new Answer.Setting(
            "asked", List.of("not hostile"), List.of("provoked = false"), List.of("a = b"), 1, 1),
        could,
        List.of(
            new Contested(
                "un-charter.consent",
                true,
                List.of(
                    new Reading(
                        "strict",
                        "by a government with a mandate",
                        true,
                        "the Union",
                        Belarus.line(1)),
                    new Reading(
                        "broad", "by whoever holds the office", false, null, Belarus.line(2)))),
            new Contested("cst.aggression", false, List.of())),
        routes,
        List.of(
            new Prohibition(
                "un-charter.2.4",
                null,
                "no threat or use of force",
                1,
                0.92,
                List.of(new Lift("consent(S)", 0.08), new Lift("article 42", 0)),
                List.of(
                    new Against("cst.6", Prevails.PROHIBITION, 0.01),
                    new Against("us.1", Prevails.PERMISSION, Double.NaN),
                    new Against("un-charter.51", Prevails.NEITHER, 0.02)),
                false,
                "1 UNTS XVI",
                Belarus.line(90)),
            new Prohibition(
                "csto-charter.5",
                "narrow",
                null,
                0,
                0,
                List.of(),
                List.of(),
                true,
                null,
                Belarus.line(91))),
        List.of(
            new Ways(null, false, List.of(List.of(asked))),
            new Ways("un-charter.consent = broad", false, List.of(List.of()))));
  }
}
