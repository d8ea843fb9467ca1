package casus.view;

import casus.answer.ClaimAnswer;
import casus.answer.Interval;
import casus.answer.ScenarioAnswer;
import casus.answer.SourceAnswer;
import casus.model.Origin;
import java.time.LocalDate;
import java.util.List;

/// Scenarios, sources and claims in the answer of [Belarus].
final class BelarusVoices {
  private BelarusVoices() {}

  static List<ScenarioAnswer> scenarios() {
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

  static List<SourceAnswer> sources() {
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

  static List<ClaimAnswer> claims() {
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
            Belarus.line(44)),
        new ClaimAnswer(
            "C3",
            "minsk",
            LocalDate.of(2020, 8, 16),
            "foreign armies are massing on the western border",
            List.of("attack(BLR)"),
            0.0096,
            "build-up of military power",
            new Origin("cases/belarus-2020/sources/meduza.md", 31, 1),
            Belarus.line(46)),
        new ClaimAnswer(
            "C6",
            "o112",
            LocalDate.of(2020, 8, 16),
            "the read-out praises friendship and never backs the incumbent",
            List.of("lukewarm"),
            0.0112,
            null,
            null,
            Belarus.line(49)),
        new ClaimAnswer(
            "C8",
            "meduza",
            LocalDate.of(2020, 8, 16),
            "many Russians side with the protesters",
            List.of("ru-opinion", "opinion"),
            0.0101,
            "many Russians appear to support",
            null,
            Belarus.line(51)),
        new ClaimAnswer(
            "C12",
            "unlisted",
            LocalDate.of(2020, 8, 16),
            "treaties will be cited, political factors will decide",
            List.of(),
            0.00969,
            null,
            null,
            Belarus.line(55)));
  }
}
