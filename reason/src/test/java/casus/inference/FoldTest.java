package casus.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Folds over many parents, against formulas and dynamic programming that share nothing with the
/// engine.
class FoldTest {
  private static final double CLOSE = 1e-12;
  private final SplittableRandom random = new SplittableRandom(19990101);
  private final Network.Builder builder = Network.builder();
  private final List<Double> priors = new ArrayList<>();

  @Test
  void noisyOrOfAHundredCauses() {
    var causes = roots(100);
    var strengths = random.doubles(100).map(x -> x / 20).toArray();
    var effect = builder.addBinary("effect");
    var activations = builder.noisyOr(effect, causes, strengths, 0.01);
    var network = builder.build();
    var circuit = Circuit.compile(network, effect).circuit();
    assertThat(circuit.size()).isLessThan(3000);

    var none = 0.99;
    for (var i = 0; i < 100; i++) none *= 1 - priors.get(i) * strengths[i];
    var answer = circuit.propagate(Evidence.none());
    assertThat(answer.posterior()[0]).isCloseTo(none, within(CLOSE));
    assertThat(network.isHidden(activations.getFirst())).isTrue();

    // P(cause 7 | effect), and the slope along the strength of cause 7.
    var rest = none / (1 - priors.get(7) * strengths[7]);
    var joint = circuit.propagate(Evidence.none().with(effect, 1)).posterior(causes.get(7));
    var expected = priors.get(7) * (1 - rest * (1 - strengths[7])) / (1 - none);
    assertThat(joint[1]).isCloseTo(expected, within(CLOSE));
    var offset = network.parameterOffset(activations.get(7));
    var slopes = answer.derivatives()[1];
    assertThat(slopes[offset + 3] - slopes[offset + 2])
        .isCloseTo(priors.get(7) * rest, within(CLOSE));
  }

  @ParameterizedTest
  @CsvSource({"30, 1", "30, 16", "30, 30", "30, 31", "30, 0", "200, 101"})
  void councilOf(int voters, int k) {
    var votes = roots(voters);
    var carried = builder.addBinary("carried");
    builder.threshold(carried, votes, k);
    var circuit = Circuit.compile(builder.build(), carried).circuit();
    var count = new double[voters + 1];
    count[0] = 1;
    for (var p : priors) {
      for (var m = voters; m >= 0; m--)
        count[m] = count[m] * (1 - p) + (m > 0 ? count[m - 1] * p : 0);
    }
    var expected = Arrays.stream(count).skip(k).sum();
    assertThat(circuit.propagate(Evidence.none()).posterior()[1])
        .isCloseTo(expected, within(CLOSE));
    assertThat(circuit.size()).isLessThan(8 * voters * (Math.min(voters, k) + 2));
  }

  /// Forty uncertain reasons of four strengths, for and against. The strengths are multiples of one
  /// step, so the memory is the signed sum so far.
  @Test
  void fortyReasonsOfFourStrengths() {
    var reasons = roots(40);
    var steps = new int[] {1, 2, 3, 5};
    var outcome = builder.addBinary("outcome");
    var lowest = 0;
    var highest = 0;
    var next = new int[40][][];
    var weights = new int[40];
    for (var i = 0; i < 40; i++) {
      weights[i] = steps[i / 10] * (i % 2 == 0 ? 1 : -1);
      var size = highest - lowest + 1;
      var newLowest = lowest + Math.min(0, weights[i]);
      next[i] = new int[size][];
      for (var m = 0; m < size; m++) {
        next[i][m] = new int[] {lowest + m - newLowest, lowest + m + weights[i] - newLowest};
      }
      lowest = newLowest;
      highest += Math.max(0, weights[i]);
    }
    var rows = new double[2 * (highest - lowest + 1)];
    for (var m = 0; m < rows.length / 2; m++) {
      rows[2 * m + 1] = 1 / (1 + Math.exp(2 - 0.4 * (lowest + m)));
      rows[2 * m] = 1 - rows[2 * m + 1];
    }
    builder.fold(outcome, reasons, next, rows, new boolean[rows.length]);
    var circuit = Circuit.compile(builder.build(), outcome).circuit();

    // The distribution of the sum, by polynomial multiplication around an offset of 200.
    var sums = new double[401];
    sums[200] = 1;
    for (var i = 0; i < 40; i++) {
      var after = new double[401];
      for (var s = 6; s < 395; s++) {
        after[s] += sums[s] * (1 - priors.get(i));
        after[s + weights[i]] += sums[s] * priors.get(i);
      }
      sums = after;
    }
    var expected = 0.0;
    for (var s = 0; s < 401; s++) expected += sums[s] / (1 + Math.exp(2 - 0.4 * (s - 200)));
    assertThat(circuit.propagate(Evidence.none()).posterior()[1])
        .isCloseTo(expected, within(CLOSE));
    assertThat(circuit.size()).isLessThan(30_000);
  }

  @Test
  void foldsWithoutParentsAreConstants() {
    var any = builder.addBinary("any");
    var all = builder.addBinary("all");
    builder.or(any, List.of());
    builder.and(all, List.of());
    var circuit = Circuit.compile(builder.build(), any).circuit();
    var answer = circuit.propagate(Evidence.none());
    assertThat(answer.posterior()).containsExactly(1, 0);
    assertThat(answer.posterior(all)).containsExactly(0, 1);
  }

  private List<Variable> roots(int count) {
    var roots = new ArrayList<Variable>();
    for (var i = 0; i < count; i++) {
      var p = 0.1 + 0.8 * random.nextDouble();
      priors.add(p);
      var root = builder.addBinary("root" + i);
      builder.prior(root, 1 - p, p);
      roots.add(root);
    }
    return roots;
  }
}
