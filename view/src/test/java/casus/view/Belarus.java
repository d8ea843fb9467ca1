package casus.view;

import casus.answer.Answer;
import casus.answer.ClaimAnswer;
import casus.answer.Conflict;
import casus.answer.CouldAnswer;
import casus.answer.CouldAnswer.ConditionAnswer;
import casus.answer.CouldAnswer.PathwayAnswer;
import casus.answer.CouldAnswer.ReadingAnswer;
import casus.answer.CouldAnswer.State;
import casus.answer.CouldAnswer.StatusAnswer;
import casus.answer.Driver;
import casus.answer.Explanation;
import casus.answer.Flip;
import casus.answer.Interval;
import casus.answer.LeverAnswer;
import casus.answer.OutcomeAnswer;
import casus.answer.ScenarioAnswer;
import casus.answer.SourceAnswer;
import casus.answer.Story;
import casus.answer.Story.FactValue;
import casus.answer.Swing;
import casus.answer.Watch;
import casus.answer.WouldAnswer;
import casus.answer.WouldAnswer.BaseAnswer;
import casus.answer.WouldAnswer.ClassAnswer;
import casus.answer.WouldAnswer.GateAnswer;
import casus.answer.WouldAnswer.ReasonAnswer;
import casus.model.Act;
import casus.model.Actor;
import casus.model.Chance;
import casus.model.Dossier;
import casus.model.Fact;
import casus.model.Instrument;
import casus.model.Law;
import casus.model.Origin;
import casus.model.Quantity;
import casus.model.Question;
import casus.model.Scenario;
import casus.model.Yardstick;
import casus.text.Code;
import casus.text.Place;
import casus.text.Problem;
import casus.text.SourceText;
import casus.text.Span;
import casus.treaty.LegalStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An answer like that of the founding case, made by hand. Its numbers are plausible, not computed.
final class Belarus {
  private static final String FILE = "cases/belarus-2020/dossier.md";

  private Belarus() {}

  static Answer answer() {
    var question = question();
    return new Answer(
        dossier(question),
        question,
        LocalDate.of(2020, 8, 17),
        new Answer.Setting(null, List.of(), List.of(), List.of(), 2000, 20200817L),
        outcomes(),
        2,
        could(),
        would(),
        drivers(),
        swing(),
        watch(),
        List.of(
            new Flip(
                List.of("request(BLR) = true", "hostile = false"),
                0.05,
                0.00969,
                0.0907,
                "very unlikely"),
            new Flip(
                List.of("un-charter.consent = broad"), 0.01, 0.00969, 0.01124, "almost no chance")),
        stories(),
        scenarios(),
        List.of(
            new LeverAnswer(
                "leave-symbols",
                "a transitional government leaves language status and monuments alone",
                "BLR",
                List.of("provoked = false"),
                List.of(0.57527, 0.41504, 0.00969),
                List.of(0.57561, 0.41511, 0.00928),
                new Interval(0.00928, 0.01201))),
        new Conflict(-0.084, List.of(new Conflict.Pair("C3", "C4", -0.071))),
        sources(),
        claims());
  }

  /// As `answer()`, spoken of as a middle rung, under a scenario and with much that is absent.
  static Answer sparse() {
    var full = answer();
    return new Answer(
        full.dossier(),
        full.question(),
        full.asOf(),
        new Answer.Setting(
            "asked", List.of("not hostile"), List.of("provoked = false"), List.of(), 500, 1L),
        full.outcomes(),
        1,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Conflict(Double.NaN, List.of()),
        List.of(),
        List.of());
  }

  static List<Problem> lints() {
    var text =
        new SourceText(
            FILE,
            """
            # Will Russia use force in Belarus?

            fact sanctions prior 90%
            fact foreign(BLR) prior 1..6%
            source kremlin grade B
            source vardom grade C
            """);
    var sanctions = text.text().indexOf("90%");
    return List.of(
        Problem.of(Code.W101, at(text, sanctions, 3), "90% for sanctions rests on no claim")
            .expecting("a claim in square brackets, as in [C9]"),
        Problem.of(
            Code.W101,
            at(text, text.text().indexOf("1..6"), 5),
            "1..6% for foreign(BLR) rests on no claim"),
        Problem.of(
                Code.W104,
                at(text, text.text().indexOf("kremlin"), 7),
                "source kremlin says no lean")
            .expecting("leans for OUTCOME, leans against OUTCOME or leans none")
            .grammar("source NAME TEXT grade LETTER [leans …]"),
        Problem.of(
            Code.W104, at(text, text.text().indexOf("vardom"), 6), "source vardom says no lean"));
  }

  static Problem error() {
    var text = new SourceText(FILE, "fact a prior 30%\nweigh troops\n  - \"x\" strong if hostle\n");
    return Problem.of(Code.E201, at(text, text.text().indexOf("hostle"), 6), "unknown name hostle")
        .hint("hostile");
  }

  private static Place at(SourceText text, int start, int length) {
    return new Place(text, new Span(start, start + length));
  }

  static Explanation explanation() {
    var passage =
        new Explanation(
            "C1",
            "academy, grade C, 70% → 74%",
            "under 7% want to join Russia, under 25% a closer union",
            new Origin("cases/belarus-2020/sources/112-international.md", 12, 3),
            "less than 7 % support joining Russia",
            List.of());
    var hostile =
        new Explanation(
            "hostile",
            "81%",
            "prior 70%, raised by C1 and C2; most Belarusians would oppose Russian troops",
            new Origin(FILE, 61, 1),
            null,
            List.of(passage));
    return new Explanation(
        "P(troops = open)",
        "1.0%",
        "the first reading of every term, every number at its point; 1.0–1.3% over readings",
        null,
        null,
        List.of(
            new Explanation(
                "base rate",
                "21%",
                "from 1 of 6 past cases",
                new Origin(FILE, 101, 1),
                null,
                List.of()),
            new Explanation(
                "reason: the population resists",
                "÷8, active with 81%",
                "",
                new Origin(FILE, 112, 5),
                null,
                List.of(hostile)),
            new Explanation(
                "gate: only if request(BLR) or attack(BLR)",
                "open with 30%",
                "",
                new Origin(FILE, 118, 3),
                null,
                List.of())));
  }

  private static Question question() {
    return new Question(
        "troops",
        "Will Russian state forces be used inside Belarus to keep the government in power?",
        LocalDate.of(2020, 8, 17),
        LocalDate.of(2020, 12, 31),
        true,
        List.of(
            new Question.Outcome("none", "no Russian forces used"),
            new Question.Outcome("covert", "advisers, media crews, unmarked or police personnel"),
            new Question.Outcome(
                "open", "announced deployment of army, national guard or CSTO units")),
        "a statement of either government, or two independent sources graded B or better",
        line(24));
  }

  private static Origin line(int line) {
    return new Origin(FILE, line, 1);
  }

  private static Dossier dossier(Question question) {
    return new Dossier(
        "belarus-2020",
        "Will Russia use force in Belarus?",
        LocalDate.of(2020, 8, 17),
        LocalDate.of(2020, 8, 17),
        new Dossier.LeftOut(3, 1, 0, 0, 0),
        Yardstick.ICD203,
        List.of(
            strength("slight", 1.5),
            strength("moderate", 3),
            strength("strong", 8),
            strength("decisive", 20)),
        List.of(question),
        List.of(
            new Actor("RUS", "Russia", Actor.Kind.STATE, line(30)),
            new Actor("BLR", "Belarus", Actor.Kind.STATE, line(30))),
        List.of(),
        List.of(),
        List.of(
            fact(
                "hostile",
                "most Belarusians would oppose Russian troops",
                "60..80%",
                0.7,
                0.6,
                0.8),
            fact(
                "provoked",
                "Moscow sees its vital symbols under attack",
                "5..15%",
                0.09,
                0.05,
                0.15)),
        new Law(
            List.of(
                new Instrument(
                    "un-charter",
                    "Charter of the United Nations",
                    null,
                    LocalDate.of(1945, 6, 26),
                    true,
                    "1 UNTS XVI",
                    false,
                    List.of(),
                    List.of(),
                    List.of(),
                    true,
                    true,
                    line(90))),
            List.of(),
            List.of(),
            List.of(),
            List.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of(new Scenario("asked", "Minsk asks in writing", List.of(), List.of(), line(130))),
        List.of(),
        List.of(),
        line(18));
  }

  private static Quantity strength(String word, double factor) {
    return new Quantity(
        "strength " + word,
        "what " + word + " means",
        "x" + factor,
        Quantity.Unit.FACTOR,
        factor,
        factor,
        factor,
        line(22));
  }

  private static Fact fact(
      String id, String text, String written, double point, double low, double high) {
    var prior =
        new Quantity(
            "prior " + id,
            "prior that " + text,
            written,
            Quantity.Unit.PROBABILITY,
            point,
            low,
            high,
            line(61));
    return new Fact(
        id,
        text,
        new Fact.Basis.Prior(new Chance(List.of(new Chance.Case(null, prior)))),
        List.of(),
        line(61));
  }

  private static List<OutcomeAnswer> outcomes() {
    return List.of(
        new OutcomeAnswer(
            "none",
            "no Russian forces used",
            0.57527,
            1,
            new Interval(0.57379, 0.57527),
            new Interval(1, 1),
            new Interval(0.55, 0.6011),
            new Interval(0.5301, 0.6188),
            true,
            "likely",
            "virtually certain"),
        new OutcomeAnswer(
            "covert",
            "advisers, media crews, unmarked or police personnel",
            0.41504,
            0.42473,
            new Interval(0.41368, 0.41504),
            new Interval(0.42473, 0.42622),
            new Interval(0.3981, 0.43),
            new Interval(0.39345, 0.43694),
            true,
            "unlikely",
            "unlikely"),
        new OutcomeAnswer(
            "open",
            "announced deployment of army, national guard or CSTO units",
            0.00969,
            0.00969,
            new Interval(0.00969, 0.01254),
            new Interval(0.00969, 0.01254),
            new Interval(0.0041, 0.0214),
            new Interval(0.0019, 0.0364),
            false,
            "remote",
            "remote"));
  }

  private static CouldAnswer could() {
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
        text, state, p, new Interval(low, high), List.of("request(BLR)"), List.of("C5"), contested);
  }

  private static WouldAnswer would() {
    var cases =
        List.of(new ClassAnswer("Moscow and a street revolt next door, 2003-2020", 1, 6, 1));
    return new WouldAnswer(
        List.of(
            new BaseAnswer("none", 0.5502, new Interval(0.49, 0.63), true, cases),
            new BaseAnswer("covert", 0.2358, new Interval(0.21, 0.27), false, cases),
            new BaseAnswer("open", 0.214, new Interval(0.1, 0.3), true, cases)),
        -1.3,
        -4.627,
        true,
        List.of(
            reason(
                "ally",
                "an ally and its air-defence belt would be lost",
                true,
                3,
                "moderate",
                1,
                0.93,
                0.0037,
                null,
                List.of()),
            reason(
                "cover",
                "lawful cover exists",
                true,
                1.5,
                "slight",
                0.07616,
                0.04,
                0.0089,
                "could(RUS use-force BLR)",
                List.of()),
            reason(
                "resists",
                "the population resists",
                false,
                0.125,
                "strong",
                0.81373,
                -1.51,
                0.0303,
                "hostile",
                List.of("C1", "C2", "C11")),
            reason(
                "sanctions",
                "sanctions harsher than those over Crimea",
                false,
                1 / 3.0,
                "moderate",
                0.9,
                -0.97,
                0.024,
                "sanctions",
                List.of("C9")),
            reason(
                "opinion",
                "opinion at home",
                false,
                1 / 1.5,
                "slight",
                0.73103,
                -0.29,
                0.0128,
                "ru-opinion",
                List.of("C8")),
            reason(
                "incumbent",
                "no love for the incumbent",
                false,
                1 / 3.0,
                "x3",
                0.61597,
                -0.61,
                0.0166,
                "lukewarm",
                List.of("C6", "C10")),
            new ReasonAnswer(
                "legitimacy",
                "no legitimacy to win",
                "open",
                false,
                Double.NaN,
                "",
                1,
                0,
                0.00969,
                true,
                null,
                List.of("C12")),
            new ReasonAnswer(
                "resists-covert",
                "the population resists",
                "covert",
                false,
                1 / 1.5,
                "slight",
                0.81373,
                0.07,
                0.0091,
                false,
                "hostile",
                List.of("C1"))),
        new GateAnswer("request(BLR) or attack(BLR)", 0.3036, -1.24, false));
  }

  private static ReasonAnswer reason(
      String id,
      String text,
      boolean favours,
      double factor,
      String strength,
      double active,
      double share,
      double without,
      @Nullable String condition,
      List<String> claims) {
    return new ReasonAnswer(
        id, text, "open", favours, factor, strength, active, share, without, false, condition,
        claims);
  }

  private static List<Driver> drivers() {
    return List.of(
        new Driver(
            "attack(BLR)", "a state has made an armed attack on Belarus", 0.00514, 0.0334, 0.00957),
        new Driver("request(BLR)", "Minsk formally asks for forces", 0.3, 0.03196, 0.00015),
        new Driver(
            "hostile", "most Belarusians would oppose Russian troops", 0.81373, 0.00533, 0.02874),
        new Driver(
            "crisis(BLR)",
            "security and stability of Belarus are threatened",
            1,
            0.00969,
            Double.NaN),
        new Driver(
            "lukewarm", "the Kremlin is not wedded to the incumbent", 0.61597, 0.0065, 0.01482));
  }

  private static List<Swing> swing() {
    return List.of(
        new Swing(
            "base troops open",
            "base rate of open",
            "number",
            "10%",
            "30%",
            0.0042,
            0.0144,
            line(101)),
        new Swing(
            "prior request(BLR)",
            "prior that Minsk formally asks for forces",
            "number",
            "20%",
            "45%",
            0.0065,
            0.0145,
            line(58)),
        new Swing(
            "un-charter.consent",
            "consent in the UN Charter",
            "reading",
            "strict",
            "broad",
            0.00969,
            0.01124,
            line(92)),
        new Swing(
            "prior hostile",
            "prior that most Belarusians would oppose Russian troops",
            "number",
            "60%",
            "80%",
            0.0116,
            0.0079,
            line(61)),
        new Swing(
            "prior attack(BLR)",
            "prior of an attack",
            "number",
            "0.2%",
            "2%",
            0.00962,
            0.0098,
            null));
  }

  private static List<Watch> watch() {
    return List.of(
        new Watch(
            "column",
            "unmarked columns near the border road",
            "indicator",
            0.0714,
            0.155,
            0.0425,
            0.0037),
        new Watch(
            "consent-vote",
            "the Federation Council is asked to approve forces abroad",
            "indicator",
            0.0391,
            0.0276,
            0.281,
            0.0020),
        new Watch(
            "request(BLR)",
            "Minsk formally asks for forces",
            "fact",
            0.0158,
            0.3,
            0.03196,
            0.00015),
        new Watch(
            "lukewarm",
            "the Kremlin is not wedded to the incumbent",
            "fact",
            0.0003,
            0.61597,
            0.0065,
            0.01482));
  }

  private static List<Story> stories() {
    return List.of(
        new Story(
            "none",
            0.21,
            List.of(
                new FactValue(
                    "hostile", "most Belarusians would oppose Russian troops", true, true))),
        new Story(
            "open",
            0.118,
            List.of(
                new FactValue("request(BLR)", "Minsk formally asks for forces", true, false),
                new FactValue(
                    "hostile", "most Belarusians would oppose Russian troops", false, false),
                new FactValue("sanctions", "harsher sanctions would follow", true, true))));
  }

  private static List<ScenarioAnswer> scenarios() {
    return List.of(
        new ScenarioAnswer(
            "asked",
            "Minsk asks in writing",
            List.of("request(BLR)"),
            0.3,
            List.of(0.56378, 0.40426, 0.03196),
            new Interval(0.03196, 0.04144),
            null),
        new ScenarioAnswer(
            "welcome",
            "the polls were wrong",
            List.of("request(BLR)", "not hostile"),
            0.056,
            List.of(0.4682, 0.4411, 0.0907),
            new Interval(0.0907, 0.12983),
            null),
        new ScenarioAnswer(
            "calm",
            "there was never a crisis",
            List.of("not crisis(BLR)"),
            0,
            List.of(Double.NaN, Double.NaN, Double.NaN),
            new Interval(Double.NaN, Double.NaN),
            "crisis(BLR) is given"));
  }

  private static List<SourceAnswer> sources() {
    return List.of(
        new SourceAnswer(
            "meduza",
            "Meduza explainer, Aug 2020",
            "B",
            0.85,
            0.861,
            null,
            "unknown",
            List.of("C8"),
            0.0117),
        new SourceAnswer(
            "o112",
            "112.international column, Aug 2020",
            "C",
            0.7,
            0.742,
            null,
            "against open",
            List.of("C1", "C6"),
            0.0161),
        new SourceAnswer(
            "academy",
            "Academy of Sciences poll",
            "C",
            0.7,
            0.738,
            "o112",
            "none",
            List.of("C1"),
            0.0134),
        new SourceAnswer(
            "minsk",
            "Lukashenka, public statements",
            "D",
            0.5,
            0.441,
            "meduza",
            "for open",
            List.of("C3"),
            0.0096));
  }

  private static List<ClaimAnswer> claims() {
    var notes = "cases/belarus-2020/sources/112-international.md";
    return List.of(
        new ClaimAnswer(
            "C1",
            "academy",
            LocalDate.of(2020, 8, 1),
            "under 7% want to join Russia, under 25% a closer union",
            List.of("hostile"),
            0.0134,
            "less than 7 % support joining Russia",
            new Origin(notes, 12, 3),
            line(44)),
        new ClaimAnswer(
            "C3",
            "minsk",
            LocalDate.of(2020, 8, 16),
            "foreign armies are massing on the western border",
            List.of("attack(BLR)"),
            0.0096,
            "build-up of military power",
            new Origin("cases/belarus-2020/sources/meduza.md", 31, 1),
            line(46)),
        new ClaimAnswer(
            "C6",
            "o112",
            LocalDate.of(2020, 8, 16),
            "the read-out praises friendship and never backs the incumbent",
            List.of("lukewarm"),
            0.0112,
            null,
            null,
            line(49)),
        new ClaimAnswer(
            "C8",
            "meduza",
            LocalDate.of(2020, 8, 16),
            "many Russians side with the protesters",
            List.of("ru-opinion", "opinion"),
            0.0101,
            "many Russians appear to support",
            null,
            line(51)),
        new ClaimAnswer(
            "C12",
            "unlisted",
            LocalDate.of(2020, 8, 16),
            "treaties will be cited, political factors will decide",
            List.of(),
            0.00969,
            null,
            null,
            line(55)));
  }
}
