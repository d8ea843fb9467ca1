package casus.treaty;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormulaTest {
  @Test
  void everyPartIsFoundInsideNamesAndConnectives() {
    var attack = new Formula.FactHolds("attack(MER)");
    var strict = new Formula.ReadingIs("charter.consent", 0);
    var consent = Formula.named("charter.consent(MER)", Formula.and(strict, attack));
    var either = Formula.or(Formula.not(consent), new Formula.Decides("league.council", null));
    assertThat(Formula.and(either, attack).everyPart()).contains(strict, consent, either, attack);
    assertThat(either.everyPart()).contains(strict, attack);
  }
}
