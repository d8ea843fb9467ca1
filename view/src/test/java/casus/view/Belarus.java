package casus.view;

import casus.answer.Answer;
import casus.answer.Conflict;
import casus.answer.Explanation;
import casus.answer.Flip;
import casus.answer.Interval;
import casus.answer.LeverAnswer;
import casus.answer.OutcomeAnswer;
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
import java.time.LocalDate;
import java.util.List;

/// An answer like that of the founding case, made by hand. Its numbers are plausible, not computed.
final class Belarus {
  static final String FILE = "cases/belarus-2020/dossier.md";

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
        BelarusLaw.could(),
        BelarusReasons.would(),
        BelarusReasons.drivers(),
        BelarusReasons.swing(),
        BelarusReasons.watch(),
        List.of(
            new Flip(
                List.of("request(BLR) = true", "hostile = false"),
                0.05,
                0.00969,
                0.0907,
                "very unlikely"),
            new Flip(
                List.of("un-charter.consent = broad"), 0.01, 0.00969, 0.01124, "almost no chance")),
        BelarusReasons.stories(),
        BelarusVoices.scenarios(),
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
        BelarusVoices.sources(),
        BelarusVoices.claims());
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

  static Question question() {
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

  static Origin line(int line) {
    return new Origin(FILE, line, 1);
  }

  static Dossier dossier(Question question) {
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
}
