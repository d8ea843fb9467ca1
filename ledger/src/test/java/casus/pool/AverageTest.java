package casus.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AverageTest {
  private static final long SEED = 20261122;

  private static Stream<Average> all() {
    return Stream.of(
        new Average.Mean(),
        new Average.Median(),
        new Average.LogOdds(),
        new Average.Geometric(),
        new Average.Trimmed(0.2),
        new Average.Extremised(1.7));
  }

  @Test
  void threeVoicesByHand() {
    var voices = binary(0.1, 0.2, 0.6);
    assertThat(yes(new Average.Mean(), voices)).isCloseTo(0.3, within(1e-12));
    assertThat(yes(new Average.Median(), voices)).isCloseTo(0.2, within(1e-12));
    // Odds 1/9, 1/4 and 3/2: their product is 1/24.
    var odds = Math.cbrt(1 / 24.0);
    assertThat(yes(new Average.LogOdds(), voices)).isCloseTo(odds / (1 + odds), within(1e-12));
    assertThat(yes(new Average.Extremised(3), voices)).isCloseTo(1 / 25.0, within(1e-12));
    // A fifth of three is none; of five, one at each end.
    assertThat(yes(new Average.Trimmed(0.2), voices)).isCloseTo(0.3, within(1e-12));
    assertThat(yes(new Average.Trimmed(0.2), binary(0, 0.1, 0.2, 0.6, 1)))
        .isCloseTo(0.3, within(1e-12));
  }

  @Test
  void theMedianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
    assertThat(yes(new Average.Median(), binary(0.9, 0.1, 0.2, 0.4))).isCloseTo(0.3, within(1e-12));
  }

  @Test
  void betweenAnyTwoOutcomesTheOddsAreTheGeometricMean() {
    var voices =
        List.of(
            Entrant.equal("a", new double[] {0.5, 0.3, 0.2}),
            Entrant.equal("b", new double[] {0.1, 0.3, 0.6}));
    var pooled = new Average.Geometric().of(voices);
    assertThat(pooled[0] / pooled[1]).isCloseTo(Math.sqrt(5 / 3.0 / 3), within(1e-12));
    assertThat(pooled[1] / pooled[2]).isCloseTo(Math.sqrt(1.5 / 2), within(1e-12));
    assertThat(new Average.LogOdds().of(voices)).isNotEqualTo(pooled);
  }

  @Test
  void nobodyIsTakenToBeSurerThanOneIn100() {
    assertThat(yes(new Average.LogOdds(), binary(0, 0.5)))
        .isCloseTo(1 / (1 + Math.sqrt(99)), within(1e-12));
    assertThat(yes(new Average.Mean(), binary(0, 0.5))).isEqualTo(0.25);
  }

  @Test
  void aWeightOfTwoIsTheSameVoiceTwice() {
    var random = random();
    for (var round = 0; round < 200; round++) {
      var voices = some(random, 2 + random.nextInt(3), 1 + random.nextInt(5));
      var doubled = new ArrayList<>(voices);
      doubled.add(voices.getFirst());
      var weighed = new ArrayList<>(voices);
      weighed.set(0, voices.getFirst().weighing(2));
      for (var average :
          List.of(new Average.Mean(), new Average.LogOdds(), new Average.Geometric()))
        assertThat(average.of(weighed)).containsExactly(average.of(doubled), within(1e-12));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void theOrderOfVoicesNeverMatters(Average average) {
    var random = random();
    for (var round = 0; round < 200; round++) {
      var voices = some(random, 2 + random.nextInt(4), 1 + random.nextInt(9));
      var shuffled = new ArrayList<>(voices);
      Collections.shuffle(shuffled, random);
      assertThat(average.of(shuffled)).containsExactly(average.of(voices), within(1e-12));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyPoolIsADistribution(Average average) {
    var random = random();
    for (var round = 0; round < 200; round++) {
      var pooled = average.of(some(random, 2 + random.nextInt(4), 1 + random.nextInt(9)));
      assertThat(Arrays.stream(pooled).sum()).isCloseTo(1, within(1e-12));
      assertThat(Arrays.stream(pooled).allMatch(p -> p >= 0 && p <= 1)).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void whereAllAgreeThePoolAgreesUnlessItIsExtremised(Average average) {
    var random = random();
    for (var round = 0; round < 100; round++) {
      var held = distribution(random, 2 + random.nextInt(4), 0.02);
      var pooled = average.of(Collections.nCopies(1 + random.nextInt(6), Entrant.equal("a", held)));
      if (average instanceof Average.Extremised) {
        var likeliest = Arrays.stream(held).max().orElseThrow();
        assertThat(Arrays.stream(pooled).max().orElseThrow()).isGreaterThan(likeliest);
      } else assertThat(pooled).containsExactly(held, within(1e-12));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void ofYesAndNoThePoolLiesBetweenTheVoicesUnlessItIsExtremised(Average average) {
    if (average instanceof Average.Extremised) return;
    var random = random();
    for (var round = 0; round < 200; round++) {
      var voices = binary(random.doubles(1 + random.nextInt(9), 0.01, 0.99).toArray());
      var range = voices.stream().mapToDouble(v -> v.probabilities()[1]).summaryStatistics();
      assertThat(yes(average, voices)).isBetween(range.getMin() - 1e-12, range.getMax() + 1e-12);
    }
  }

  @Test
  void extremisedByOneIsTheMeanOfLogOdds() {
    var random = random();
    for (var round = 0; round < 200; round++) {
      var voices = binary(random.doubles(1 + random.nextInt(9)).toArray());
      assertThat(yes(new Average.Extremised(1), voices))
          .isCloseTo(yes(new Average.LogOdds(), voices), within(1e-12));
      assertThat(yes(new Average.Geometric(), voices))
          .isCloseTo(yes(new Average.LogOdds(), voices), within(1e-12));
    }
  }

  @Test
  void aShareOfAHalfWouldLeaveNobody() {
    assertThatThrownBy(() -> new Average.Trimmed(0.5)).hasMessageContaining("0.5");
    assertThatThrownBy(() -> new Average.Extremised(0)).hasMessageContaining("0.0");
    assertThatThrownBy(() -> new Average.Mean().of(List.of())).hasMessageContaining("nobody");
  }

  static List<Entrant> binary(double... probabilities) {
    var voices = new ArrayList<Entrant>();
    for (var p : probabilities)
      voices.add(Entrant.equal("f" + voices.size(), new double[] {1 - p, p}));
    return voices;
  }

  private static double yes(Average average, List<Entrant> voices) {
    return average.of(voices)[1];
  }

  private static List<Entrant> some(Random random, int outcomes, int voices) {
    var some = new ArrayList<Entrant>();
    for (var v = 0; v < voices; v++)
      some.add(Entrant.equal("f" + v, distribution(random, outcomes, 0)));
    return some;
  }

  static double[] distribution(Random random, int outcomes, double least) {
    var masses = random.doubles(outcomes, 0, 1).toArray();
    var sum = Arrays.stream(masses).sum();
    return Arrays.stream(masses).map(mass -> least + (1 - outcomes * least) * mass / sum).toArray();
  }

  private static Random random() {
    System.out.println("seed " + SEED);
    return new Random(SEED);
  }
}
