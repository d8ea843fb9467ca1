package casus.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casus.answer.WhatIf.Changes;
import casus.answer.WhatIf.Picture;
import casus.answer.WhatIf.Picture.Drawn;
import casus.model.Dossier;
import casus.model.Expectation.ReadingChoice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// A dossier compiled once says the same as one that is assessed anew with the change in it.
class WhatIfTest {
  private static final double EXACT = 1e-12;

  private static final Dossier FOUNDING = CaseFiles.dossier(CaseFiles.FOUNDING);
  private static final WhatIf WHAT_IF = open(FOUNDING);

  private static WhatIf open(Dossier dossier) {
    return switch (WhatIf.open(dossier, null, null)) {
      case WhatIf.Opening.Opened(var opened) -> opened;
      case WhatIf.Opening.Closed(var refused) -> throw new AssertionError(refused);
    };
  }

  private Drawn under(Changes changes) {
    return switch (WHAT_IF.under(changes)) {
      case Drawn drawn -> drawn;
      case Picture other -> throw new AssertionError(other);
    };
  }

  private static Changes numbers(Map<String, Double> numbers) {
    return new Changes(numbers, Map.of(), Map.of());
  }

  private static Changes facts(Map<String, Boolean> facts) {
    return new Changes(Map.of(), facts, Map.of());
  }

  @Test
  void withoutChangesItIsTheAnswer() {
    var answer = answer(Asked.PLAIN);
    var drawn = under(Changes.NONE);
    for (var o = 0; o < drawn.outcomes().size(); o++) {
      var rung = drawn.outcomes().get(o);
      var outcome = answer.outcomes().get(o);
      assertThat(rung.probability()).isCloseTo(outcome.probability(), within(EXACT));
      assertThat(rung.atLeast()).isCloseTo(outcome.atLeast(), within(EXACT));
      assertThat(rung.words()).isEqualTo(outcome.words());
    }
    assertThat(WHAT_IF.subject()).isEqualTo(answer.subject());
    for (var driver : answer.drivers())
      assertThat(drawn.facts().get(driver.fact())).isCloseTo(driver.probability(), within(EXACT));
  }

  @Test
  void movingANumberToTheEndsOfItsRangeGivesTheRowsOfTheTornado() {
    var answer = answer(Asked.PLAIN);
    assertThat(answer.swing()).hasSizeGreaterThan(20);
    for (var swing : answer.swing()) {
      if (!swing.kind().equals("number")) continue;
      var quantity =
          WHAT_IF.numbers().stream()
              .filter(q -> q.id().equals(swing.id()))
              .findFirst()
              .orElseThrow();
      assertThat(subject(numbers(Map.of(swing.id(), quantity.low()))))
          .isCloseTo(swing.atLow(), within(EXACT));
      assertThat(subject(numbers(Map.of(swing.id(), quantity.high()))))
          .isCloseTo(swing.atHigh(), within(EXACT));
    }
  }

  /// Where no reading is chosen a smaller circuit answers; the headline's readings chosen by name
  /// are answered by the whole one.
  @Test
  void theSmallCircuitSaysWhatTheWholeOneDoes() {
    var seed = 20200817L;
    System.out.println("WhatIfTest seed " + seed);
    var random = new SplittableRandom(seed);
    var readings = new LinkedHashMap<String, String>();
    for (var issue : WHAT_IF.readings()) readings.put(issue.id(), issue.readings().getFirst());
    for (var round = 0; round < 60; round++) {
      var numbers = new LinkedHashMap<String, Double>();
      for (var number : WHAT_IF.numbers())
        if (random.nextInt(6) == 0)
          numbers.put(
              number.id(), number.low() + random.nextDouble() * (number.high() - number.low()));
      var facts = new LinkedHashMap<String, Boolean>();
      for (var fact : WHAT_IF.facts())
        if (random.nextInt(8) == 0) facts.put(fact.id(), random.nextBoolean());
      var small = WHAT_IF.under(new Changes(numbers, facts, Map.of()));
      var whole = WHAT_IF.under(new Changes(numbers, facts, readings));
      if (!(small instanceof Drawn(var rungs, var found))) {
        assertThat(small).isEqualTo(whole);
        continue;
      }
      var expected = (Drawn) whole;
      for (var o = 0; o < rungs.size(); o++)
        assertThat(rungs.get(o).probability())
            .isCloseTo(expected.outcomes().get(o).probability(), within(EXACT));
      found.forEach(
          (fact, p) -> assertThat(p).as(fact).isCloseTo(expected.facts().get(fact), within(EXACT)));
    }
  }

  private double subject(Changes changes) {
    return under(changes).outcomes().get(WHAT_IF.subject()).probability();
  }

  @Test
  void factsAndReadingsAreThoseOfAnAssessmentThatSupposesThem() {
    var random = new SplittableRandom(20201117);
    for (var i = 0; i < 12; i++) {
      var fact = WHAT_IF.facts().get(random.nextInt(WHAT_IF.facts().size())).id();
      var value = random.nextBoolean();
      var issue = WHAT_IF.readings().get(random.nextInt(WHAT_IF.readings().size()));
      var reading = issue.readings().get(random.nextInt(issue.readings().size()));
      var condition = Dossiers.fact(fact);
      var asked =
          new Asked(
              null,
              null,
              null,
              List.of(value ? condition : Dossiers.not(condition)),
              List.of(),
              List.of(new ReadingChoice(issue.id(), reading)),
              1,
              1,
              Double.NaN,
              false);
      var inquiry = Dossiers.open(FOUNDING, asked);
      assertThat(subject(new Changes(Map.of(), Map.of(fact, value), Map.of(issue.id(), reading))))
          .as("%s = %s, %s = %s", fact, value, issue.id(), reading)
          .isCloseTo(inquiry.headline().posterior()[inquiry.subject()], within(EXACT));
    }
  }

  @Test
  void whatIsNotThereIsSaidWithWhatIs() {
    assertThat(WHAT_IF.under(facts(Map.of("asked(BLR)", true))))
        .isInstanceOfSatisfying(
            Picture.Misplaced.class,
            wrong -> {
              assertThat(wrong.because()).isEqualTo("there is no fact asked(BLR)");
              assertThat(wrong.known()).contains("request(BLR)");
            });
    assertThat(WHAT_IF.under(numbers(Map.of("prior request(BLR)", 1.5))))
        .isInstanceOf(Picture.Misplaced.class);
    assertThat(WHAT_IF.under(numbers(Map.of("prior request(BLR)", Double.NaN))))
        .isInstanceOf(Picture.Misplaced.class);
    assertThat(WHAT_IF.under(new Changes(Map.of(), Map.of(), Map.of("cst.aggression", "enormous"))))
        .isInstanceOf(Picture.Misplaced.class);
  }

  private Answer answer(Asked asked) {
    return switch (Assessor.of(FOUNDING).assess(asked)) {
      case Assessment.Answered(var answer) -> answer;
      case Assessment.Refused refused -> throw new AssertionError(refused);
    };
  }
}
