package casus.view;

import casus.answer.Driver;
import casus.answer.Interval;
import casus.answer.Story;
import casus.answer.Story.FactValue;
import casus.answer.Swing;
import casus.answer.Watch;
import casus.answer.WouldAnswer;
import casus.answer.WouldAnswer.BaseAnswer;
import casus.answer.WouldAnswer.ClassAnswer;
import casus.answer.WouldAnswer.GateAnswer;
import casus.answer.WouldAnswer.ReasonAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reasons, drivers, signs and stories in the answer of [Belarus].
final class BelarusReasons {
  private BelarusReasons() {}

  static WouldAnswer would() {
    var cases =
        List.of(
            new ClassAnswer(
                "Moscow and a street revolt next door, 2003-2020",
                1,
                6,
                1,
                1,
                0.214,
                new Interval(0.03, 0.5),
                6,
                null,
                null,
                null,
                null));
    return new WouldAnswer(
        List.of(
            new BaseAnswer("none", 0.5502, new Interval(0.49, 0.63), true, 0.7, Double.NaN, cases),
            new BaseAnswer(
                "covert", 0.2358, new Interval(0.21, 0.27), false, 0.29, Double.NaN, cases),
            new BaseAnswer("open", 0.214, new Interval(0.1, 0.3), true, 0.0097, 0.12, cases)),
        -1.301,
        0.254,
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
        new GateAnswer(
            "request(BLR) or attack(BLR)",
            "Minsk formally asks for forces, or a state has made an armed attack on Belarus",
            0.3036,
            -1.24,
            false));
  }

  static List<Driver> drivers() {
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

  static List<Swing> swing() {
    return List.of(
        new Swing(
            "base troops open",
            "base rate of open",
            "number",
            "10%",
            "30%",
            0.0042,
            0.0144,
            Belarus.line(101)),
        new Swing(
            "prior request(BLR)",
            "prior that Minsk formally asks for forces",
            "number",
            "20%",
            "45%",
            0.0065,
            0.0145,
            Belarus.line(58)),
        new Swing(
            "un-charter.consent",
            "consent in the UN Charter",
            "reading",
            "strict",
            "broad",
            0.00969,
            0.01124,
            Belarus.line(92)),
        new Swing(
            "prior hostile",
            "prior that most Belarusians would oppose Russian troops",
            "number",
            "60%",
            "80%",
            0.0116,
            0.0079,
            Belarus.line(61)),
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

  static List<Watch> watch() {
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

  static List<Story> stories() {
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
}
