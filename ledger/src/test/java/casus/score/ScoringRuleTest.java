package casus.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScoringRuleTest {
  private static final long SEED = 20201231;

  /// Who believes `truth` and says something else loses more on average.
  @ParameterizedTest
  @EnumSource
  void isStrictlyProper(ScoringRule rule) {
    var random = new Random(SEED);
    for (var i = 0; i < 2000; i++) {
      var truth = distribution(random, 2 + random.nextInt(6));
      var said = distribution(random, truth.length);
      // Near misses as well as far ones.
      var share = random.nextDouble();
      for (var k = 0; k < said.length; k++) said[k] = share * said[k] + (1 - share) * truth[k];
      assertThat(expected(rule, truth, said))
          .as("%s, seed %d, draw %d", rule, SEED, i)
          .isGreaterThan(expected(rule, truth, truth));
    }
  }

  private static double expected(ScoringRule rule, double[] truth, double[] said) {
    var sum = 0.0;
    for (var h = 0; h < truth.length; h++) sum += truth[h] * rule.loss(said, h, true);
    return sum;
  }

  private static double[] distribution(Random random, int size) {
    var p = new double[size];
    var sum = 0.0;
    for (var k = 0; k < size; k++) {
      p[k] = -Math.log(1 - random.nextDouble());
      sum += p[k];
    }
    for (var k = 0; k < size; k++) p[k] /= sum;
    return p;
  }

  @Test
  void ofTwoOutcomesTheRankedScoreIsTheBrierScore() {
    var random = new Random(SEED);
    for (var i = 0; i < 1000; i++) {
      var p = distribution(random, 2);
      for (var h = 0; h < 2; h++) {
        var brier = (p[1] - h) * (p[1] - h);
        assertThat(ScoringRule.RANKED.loss(p, h, false)).isCloseTo(brier, within(1e-15));
        assertThat(ScoringRule.BRIER.loss(p, h, false)).isCloseTo(brier, within(1e-15));
        assertThat(ScoringRule.BRIER_TWO_SIDED.loss(p, h, false))
            .isCloseTo(2 * brier, within(1e-15));
      }
    }
  }

  @Test
  void aNearMissOnALadderIsALesserOne() {
    var nearly = new double[] {0, 1, 0, 0};
    assertThat(ScoringRule.RANKED.loss(nearly, 0, true)).isCloseTo(1 / 3.0, within(1e-15));
    assertThat(ScoringRule.RANKED.loss(nearly, 3, true)).isCloseTo(2 / 3.0, within(1e-15));
    assertThat(ScoringRule.BRIER.loss(nearly, 0, true))
        .isEqualTo(ScoringRule.BRIER.loss(nearly, 3, true));
    assertThat(ScoringRule.RANKED.loss(nearly, 0, false)).isNaN();
  }

  @Test
  void theBest() {
    for (var rule : ScoringRule.values())
      assertThat(rule.loss(new double[] {0, 1, 0}, 1, true)).as(rule.name()).isEqualTo(0.0);
    assertThat(ScoringRule.LOG.loss(new double[] {1, 0}, 1, false)).isInfinite();
    assertThat(ScoringRule.BRIER_TWO_SIDED.loss(new double[] {1, 0}, 1, false)).isEqualTo(2.0);
    assertThat(ScoringRule.SPHERICAL.loss(new double[] {1, 0}, 1, false)).isEqualTo(1.0);
  }
}
