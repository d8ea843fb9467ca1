package casus.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class NetworkTest {
  @Test
  void parametersLieInOrderOfDeclaration() {
    var builder = Network.builder();
    var rain = builder.addBinary("rain");
    var wet = builder.addVariable("wet", "dry", "damp", "wet");
    builder.table(wet, List.of(rain), 0.7, 0.2, 0.1, 0, 0.3, 0.7);
    builder.prior(rain, 0.8, 0.2);
    var network = builder.build();
    assertThat(network.parameters()).containsExactly(0.8, 0.2, 0.7, 0.2, 0.1, 0, 0.3, 0.7);
    assertThat(network.parameterOffset(wet)).isEqualTo(2);
    assertThat(network.variable("wet")).isEqualTo(wet);
    assertThat(network.isHidden(wet)).isFalse();
  }

  /// Against the table: the highest (lowest) of independent contributions.
  @Test
  void aNoisyMaxEqualsItsExpandedTable() {
    for (var lowest : new boolean[] {false, true}) {
      var builder = Network.builder();
      var first = builder.addVariable("first", "none", "some", "much");
      var second = builder.addBinary("second");
      builder.prior(first, 0.5, 0.3, 0.2);
      builder.prior(second, 0.6, 0.4);
      var child = builder.addVariable("child", "low", "middle", "high");
      builder.addHidden("child from second", "taken");
      builder.prior(new Variable(3, "child from second", List.of("taken")), 1);
      double[][] contributions = {
        {1, 0, 0, 0.5, 0.3, 0.2, 0.1, 0.3, 0.6}, {0.9, 0.1, 0, 0.2, 0.3, 0.5}
      };
      double[] leak = {0.8, 0.15, 0.05};
      var hidden =
          lowest
              ? builder.noisyMin(child, List.of(first, second), contributions, leak)
              : builder.noisyMax(child, List.of(first, second), contributions, leak);
      assertThat(hidden)
          .extracting(Variable::name)
          .containsExactly("child from first", "child from second'", "child from other causes");
      var network = builder.build();
      var circuit = Circuit.compile(network, child).circuit();
      for (var i = 0; i < 3; i++) {
        for (var j = 0; j < 2; j++) {
          var expected = new double[3];
          for (var a = 0; a < 27; a++) {
            int[] s = {a / 9, a / 3 % 3, a % 3};
            var p = contributions[0][i * 3 + s[0]] * contributions[1][j * 3 + s[1]] * leak[s[2]];
            var extreme = Arrays.stream(s);
            expected[lowest ? extreme.min().orElseThrow() : extreme.max().orElseThrow()] += p;
          }
          var evidence = Evidence.none().with(first, i).with(second, j);
          assertThat(circuit.propagate(evidence).posterior())
              .containsExactly(expected, within(1e-12));
        }
      }
    }
  }

  @Test
  void refusesWhatIsNoNetworkAndNamesTheCulprit() {
    refused("a has no local model", b -> b.addBinary("a"));
    refused(
        "a is declared twice",
        b -> {
          b.prior(b.addBinary("a"), 0.5, 0.5);
          b.prior(b.addBinary("a"), 0.5, 0.5);
        });
    refused(
        "a has two local models",
        b -> {
          var a = b.addBinary("a");
          b.prior(a, 0.5, 0.5);
          b.prior(a, 0.5, 0.5);
        });
    refused("row 0 of a sums to 0.9", b -> b.prior(b.addBinary("a"), 0.5, 0.4));
    refused("a has the probability -0.5", b -> b.prior(b.addBinary("a"), 1.5 - 2, 1.5));
    refused("a has the probability NaN", b -> b.prior(b.addBinary("a"), Double.NaN, 1));
    refused("the table of a needs 2 values", b -> b.prior(b.addBinary("a"), 1));
    refused(
        "a cycle: a -> b -> c -> a",
        b -> {
          var first = b.addBinary("a");
          var second = b.addBinary("b");
          var third = b.addBinary("c");
          b.and(first, List.of(third));
          b.and(second, List.of(first));
          b.and(third, List.of(second));
        });
    refused(
        "a is twice a parent of b",
        b -> {
          var a = b.addBinary("a");
          b.prior(a, 0.5, 0.5);
          b.or(b.addBinary("b"), List.of(a, a));
        });
    refused(
        "x was not declared here",
        b -> b.and(b.addBinary("a"), List.of(new Variable(7, "x", List.of("f", "t")))));
    refused(
        "the fold of b reaches memory 2 of 2 after a",
        b -> {
          var a = b.addBinary("a");
          b.prior(a, 0.5, 0.5);
          b.fold(
              b.addBinary("b"),
              List.of(a),
              new int[][][] {{{0, 2}}},
              new double[] {1, 0, 0, 1},
              new boolean[4]);
        });
    refused(
        "c has 0 causes, 1 strengths",
        b -> b.noisyOr(b.addBinary("c"), List.of(), new double[] {1}, 0));
    refused(
        "c has 0 causes, 1 contributions",
        b -> b.noisyMax(b.addBinary("c"), List.of(), new double[][] {{1, 0}}, new double[] {1, 0}));
  }

  private static void refused(String message, Consumer<Network.Builder> mistake) {
    assertThatThrownBy(
            () -> {
              var builder = Network.builder();
              mistake.accept(builder);
              builder.build();
            })
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
