package casus.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PropagationTest {
  private static final double CLOSE = 1e-10;
  private final Network.Builder builder = Network.builder();

  /// A thousand links, against the forward and backward recursions.
  @Test
  void longChain() {
    var random = new SplittableRandom(5);
    var links = new ArrayList<Variable>();
    var stay = new double[1000][];
    for (var i = 0; i < 1000; i++) {
      var link = builder.addBinary("link" + i);
      stay[i] = new double[] {random.nextDouble(), random.nextDouble()};
      var a = stay[i][0];
      var b = stay[i][1];
      if (i == 0) builder.prior(link, 0.5, 0.5);
      else builder.table(link, List.of(links.getLast()), a, 1 - a, 1 - b, b);
      links.add(link);
    }
    var circuit = Circuit.compile(builder.build(), links.get(500)).circuit();
    var answer = circuit.propagate(Evidence.none().with(links.getLast(), 1));
    var forward = new double[] {0.5, 0.5};
    for (var i = 1; i <= 500; i++) {
      forward =
          new double[] {
            forward[0] * stay[i][0] + forward[1] * (1 - stay[i][1]),
            forward[0] * (1 - stay[i][0]) + forward[1] * stay[i][1]
          };
    }
    var backward = new double[] {0, 1};
    for (var i = 999; i > 500; i--) {
      backward =
          new double[] {
            stay[i][0] * backward[0] + (1 - stay[i][0]) * backward[1],
            (1 - stay[i][1]) * backward[0] + stay[i][1] * backward[1]
          };
    }
    var total = forward[0] * backward[0] + forward[1] * backward[1];
    assertThat(answer.evidenceProbability()).isCloseTo(total, within(CLOSE));
    assertThat(answer.posterior()[1]).isCloseTo(forward[1] * backward[1] / total, within(CLOSE));
    assertThat(circuit.mostProbable(circuit.network().parameters(), Evidence.none()).states())
        .hasSize(1000);
  }

  /// Two thousand findings, P(evidence) near 1e-1200, which no double holds.
  @Test
  void evidenceFarBelowTheSmallestDouble() {
    var fact = builder.addBinary("fact");
    builder.prior(fact, 0.7, 0.3);
    var evidence = Evidence.none();
    var claims = new ArrayList<Variable>();
    for (var i = 0; i < 2000; i++) {
      var claim = builder.addBinary("claim" + i);
      builder.table(
          claim, List.of(fact), 0.75, 0.25, i % 2 == 0 ? 0.7505 : 0.75, i % 2 == 0 ? 0.2495 : 0.25);
      claims.add(claim);
      evidence = evidence.with(claim, 1);
    }
    var network = builder.build();
    var circuit = Circuit.compile(network, fact).circuit();
    var answer = circuit.propagate(evidence);
    var logFalse = Math.log(0.7) + 2000 * Math.log(0.25);
    var logTrue = Math.log(0.3) + 1000 * Math.log(0.2495) + 1000 * Math.log(0.25);
    var odds = Math.exp(logTrue - logFalse);
    assertThat(answer.isImpossible()).isFalse();
    assertThat(answer.logEvidence()).isCloseTo(logFalse + Math.log1p(odds), within(1e-8));
    assertThat(answer.posterior()[1]).isCloseTo(odds / (1 + odds), within(CLOSE));
    assertThat(answer.joint(claims.get(4))[1][1]).isCloseTo(odds / (1 + odds), within(CLOSE));
    var without = odds * 0.25 / 0.2495;
    assertThat(answer.jointWithoutFinding(claims.get(4))[1][1])
        .isCloseTo(without / (1 + without) * 0.2495, within(CLOSE));
    // d P(fact | e) / d P(claim 4 = true | fact): of odds / (1 + odds), odds linear in it.
    var slope = odds / 0.2495 / ((1 + odds) * (1 + odds));
    var theta = network.parameterOffset(claims.get(4)) + 3;
    assertThat(answer.posteriorDerivatives()[1][theta]).isCloseTo(slope, within(CLOSE));
    assertThat(circuit.mostProbable(network.parameters(), evidence).state(fact)).isZero();
    var parameters = network.parameters();
    var prior = network.parameterOffset(fact);
    var varying = new BitSet();
    varying.set(prior, prior + 2);
    var batch =
        circuit.posteriors(
            parameters, varying, 10, (draw, p) -> p[prior] = 1 - (p[prior + 1] = 0.3), evidence);
    assertThat(batch[9][1]).isCloseTo(odds / (1 + odds), within(CLOSE));
  }

  @Test
  void impossibleEvidenceNamesTheFindingsThatConflict() {
    var a = builder.addBinary("a");
    var b = builder.addBinary("b");
    var both = builder.addBinary("both");
    var apart = builder.addBinary("apart");
    builder.prior(a, 0.5, 0.5).prior(b, 0.5, 0.5).and(both, List.of(a, b)).prior(apart, 0.5, 0.5);
    var network = builder.build();
    var circuit = Circuit.compile(network, b).circuit();
    var evidence = Evidence.none().with(a, "false").with(both, "true").with(apart, "true");
    var answer = circuit.propagate(evidence);
    assertThat(answer.isImpossible()).isTrue();
    assertThat(answer.evidenceProbability()).isZero();
    assertThat(answer.posterior()).containsExactly(0, 0);
    assertThat(answer.posterior(apart)).containsExactly(0, 0);
    assertThat(answer.jointWithoutFinding(a)[1]).containsExactly(0, 1);
    assertThat(answer.posteriorDerivatives()[0]).containsOnly(0);
    assertThat(answer.conflict()).containsExactly(a, both);
    assertThat(circuit.mostProbable(network.parameters(), evidence).isImpossible()).isTrue();
    assertThat(circuit.posteriors(network.parameters(), List.of(evidence, Evidence.none())))
        .isDeepEqualTo(new double[][] {{0, 0}, {0.5, 0.5}});
  }

  @Test
  void likelihoodsAreWeightsAndFindingsCanBeWithdrawn() {
    var fact = builder.addBinary("fact");
    builder.prior(fact, 0.8, 0.2);
    var circuit = Circuit.compile(builder.build(), fact).circuit();
    var evidence = Evidence.none().withLikelihood(fact, 1, 3);
    assertThat(circuit.propagate(evidence).posterior()[1]).isCloseTo(0.6 / 1.4, within(CLOSE));
    assertThat(circuit.propagate(evidence).evidenceProbability()).isCloseTo(1.4, within(CLOSE));
    assertThat(circuit.propagate(evidence.without(fact)).posterior()[1])
        .isCloseTo(0.2, within(CLOSE));
    assertThatThrownBy(() -> Evidence.none().withLikelihood(fact, 0, 0))
        .hasMessageContaining("fact");
    assertThatThrownBy(() -> Evidence.none().with(fact, 2))
        .hasMessageContaining("fact has no state 2");
  }

  @Test
  void hiddenVariablesTakeNoFindingAndHaveNoPosterior() {
    var cause = builder.addBinary("cause");
    var effect = builder.addBinary("effect");
    builder.prior(cause, 0.5, 0.5);
    var hidden = builder.noisyOr(effect, List.of(cause), new double[] {0.5}, 0).getFirst();
    var network = builder.build();
    var circuit = Circuit.compile(network, effect).circuit();
    assertThatThrownBy(() -> circuit.propagate(Evidence.none().with(hidden, 1)))
        .hasMessageContaining("hidden");
    assertThatThrownBy(() -> circuit.propagate(Evidence.none()).joint(hidden))
        .hasMessageContaining("hidden");
    assertThatThrownBy(() -> Circuit.compile(network, hidden)).hasMessageContaining("hidden");
    assertThatThrownBy(() -> circuit.propagate(new double[3], Evidence.none()))
        .hasMessageContaining("parameters");
  }
}
