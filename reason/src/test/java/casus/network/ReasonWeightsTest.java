package casus.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casus.network.ReasonFold.Coordinate;
import casus.network.ReasonFold.Memory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReasonWeightsTest {
  private static final int OUTCOMES = 3;

  @Test
  void aRowIsTheSoftmaxOfWhatIsActive() {
    check(new SplittableRandom(5), 1);
  }

  /// Factors of e^±600 and more, which no double holds multiplied.
  @Test
  void extremeFactorsDoNotOverflow() {
    check(new SplittableRandom(6), 600);
  }

  private static void check(SplittableRandom random, double size) {
    var coordinates = new ArrayList<Coordinate>();
    for (var c = 0; c < 6; c++) coordinates.add(new Coordinate(random.nextInt(OUTCOMES), -1, c));
    var memories = new ArrayList<Memory>();
    for (var m = 0; m < 64; m++) {
      var counts = new long[6];
      for (var c = 0; c < 6; c++) counts[c] = m >> c & 1;
      memories.add(new Memory(counts));
    }
    var open = new boolean[64 * OUTCOMES];
    Arrays.fill(open, true);
    var weights = new ReasonWeights(OUTCOMES, new double[0], coordinates, memories, open);
    var logs = random.doubles(6, -size, size).toArray();
    var q = Arrays.stream(logs).map(Math::exp).toArray();
    var odds = new double[] {.7, .2, .1};
    var out = new double[64 * OUTCOMES];
    weights.write(q, odds, out, 0);
    for (var m = 0; m < 64; m++) {
      var expected = softmax(memories.get(m), coordinates, logs, odds);
      for (var o = 0; o < OUTCOMES; o++)
        assertThat(out[m * OUTCOMES + o]).isCloseTo(expected[o], within(1e-12));
    }
  }

  private static double[] softmax(
      Memory memory, List<Coordinate> coordinates, double[] logs, double[] odds) {
    var sums = new double[OUTCOMES];
    for (var o = 0; o < OUTCOMES; o++) sums[o] = Math.log(odds[o]);
    for (var c = 0; c < coordinates.size(); c++)
      sums[coordinates.get(c).outcome()] += memory.counts()[c] * logs[c];
    var expected = new double[OUTCOMES];
    for (var o = 0; o < OUTCOMES; o++) {
      var others = 0.0;
      for (var sum : sums) others += Math.exp(sum - sums[o]);
      expected[o] = 1 / others;
    }
    return expected;
  }
}
