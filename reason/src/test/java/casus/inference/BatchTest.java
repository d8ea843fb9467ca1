package casus.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BatchTest {
  private static final long SEED = 42;
  private final Network network = DossierBenchmark.dossier(new SplittableRandom(SEED));
  private final Evidence claims = DossierBenchmark.claims(network, new SplittableRandom(SEED));
  private final Circuit circuit = Circuit.compile(network, network.variable("outcome")).circuit();
  private final Variable fact = network.variable("fact3");
  private final double[] parameters = network.parameters();

  /// Enough draws for several threads; each draw alone is too little for one more.
  @Test
  void resultsDoNotDependOnThreadsOrNeighbours() {
    var varying = new BitSet();
    varying.set(0, network.parameterCount());
    var draws = 1003;
    ParameterSource source = (draw, p) -> redraw(draw, p);
    var evidence = List.of(claims, claims.with(fact, 1), Evidence.none());
    var together = circuit.posteriors(parameters, varying, draws, source, evidence);
    for (var draw : new int[] {0, 1, 7, 8, 500, 1002}) {
      var alone = circuit.posteriors(parameters, varying, 1, (d, p) -> redraw(draw, p), evidence);
      for (var e = 0; e < evidence.size(); e++)
        assertThat(together[e][draw]).isEqualTo(alone[e][0]);
    }
  }

  @Test
  void whatCannotVaryIsFoldedAway() {
    var varying = new BitSet();
    var offset = network.parameterOffset(fact);
    varying.set(offset, offset + 2);
    var reduced = circuit.specialise(parameters, claims, varying, Set.of());
    assertThat(reduced.size()).isPositive().isLessThan(circuit.size());
    var nothing = circuit.specialise(parameters, claims, new BitSet(), Set.of());
    assertThat(nothing.size()).isZero();
    assertThat(nothing.posteriors(List.of(Evidence.none()))[0])
        .usingComparatorWithPrecision(1e-12)
        .isEqualTo(circuit.propagate(claims).posterior());
  }

  @Test
  void aFailingSourceFailsTheBatch() {
    var varying = new BitSet();
    varying.set(0, network.parameterCount());
    ParameterSource source =
        (draw, p) -> {
          if (draw == 1900) throw new IllegalStateException("draw 1900");
        };
    assertThatThrownBy(() -> circuit.posteriors(parameters, varying, 2000, source, claims))
        .hasMessage("draw 1900");
  }

  private void redraw(int draw, double[] target) {
    var random = new SplittableRandom(SEED + draw);
    for (var i = 0; i < target.length; i++) target[i] = parameters[i] * (0.5 + random.nextDouble());
  }
}
