package casus.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Everything the engine answers equals enumeration on random dossier-shaped networks: a sample by
/// default, all 2,000 with -Dcasus.full=true.
class RandomNetworksTest {
  private static final long SEED = 20200809;
  private static final int NETWORKS = Boolean.getBoolean("casus.full") ? 2000 : 40;
  private static final double CLOSE = 1e-10;

  @Test
  void engineEqualsEnumeration() {
    var impossible = 0;
    for (var i = 0; i < NETWORKS; i++) {
      var seed = SEED + i;
      try {
        if (!check(RandomNetworks.instance(seed), new SplittableRandom(seed))) impossible++;
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("random network with seed " + seed, e);
      }
    }
    System.out.println(
        "random networks: "
            + NETWORKS
            + " from seed "
            + SEED
            + ", impossible evidence in "
            + impossible);
    assertThat(impossible).isLessThan(NETWORKS / 2);
  }

  private static boolean check(RandomNetworks.Instance instance, SplittableRandom random) {
    var network = instance.network();
    var query = instance.query();
    var circuit = Circuit.compile(network, query).circuit();
    var parameters = redrawn(network, random);
    var expected = new Enumeration(network, query, parameters, instance.evidence());
    var answer = circuit.propagate(parameters, instance.evidence());
    var derivatives = answer.derivatives();
    for (var o = 0; o < query.size(); o++) {
      for (var i = 0; i < parameters.length; i++) {
        if (circuit.leaves().theta()[i] <= 0 || parameters[i] == 0) continue;
        assertThat(derivatives[o][i]).isCloseTo(expected.derivatives[o][i], within(CLOSE));
      }
    }
    if (expected.evidence() == 0) {
      checkConflict(circuit, parameters, instance.evidence(), answer);
      return false;
    }
    var total = expected.evidence();
    assertThat(answer.evidenceProbability()).isCloseTo(total, within(CLOSE));
    assertClose(answer.posterior(), scaled(expected.byQuery, total));
    for (var v : network.variables()) {
      if (network.isHidden(v)) continue;
      var joint = answer.joint(v);
      for (var o = 0; o < query.size(); o++)
        assertClose(joint[o], scaled(expected.joint[v.index()][o], total));
    }
    var withdrawn = instance.evidence().variables();
    if (!withdrawn.isEmpty()) {
      var v = withdrawn.getFirst();
      var without = new Enumeration(network, query, parameters, instance.evidence().without(v));
      var joint = answer.jointWithoutFinding(v);
      for (var o = 0; o < query.size(); o++) {
        assertClose(joint[o], scaled(without.joint[v.index()][o], without.evidence()));
      }
    }
    checkPosteriorDerivatives(circuit, parameters, instance.evidence(), answer);
    var explanation = circuit.mostProbable(parameters, instance.evidence());
    assertThat(Math.exp(explanation.logProbability())).isCloseTo(expected.best, within(CLOSE));
    assertThat(explanation.states()).isEqualTo(expected.bestStates);
    checkCertain(network, query, parameters, instance.evidence(), answer);
    checkBatches(circuit, parameters, instance.evidence(), random);
    checkSwitched(circuit, parameters, instance.evidence(), random);
    return true;
  }

  private static void checkConflict(
      Circuit circuit, double[] parameters, Evidence evidence, Propagation answer) {
    assertThat(answer.isImpossible()).isTrue();
    assertThat(answer.posterior()).containsOnly(0);
    assertThat(circuit.mostProbable(parameters, evidence).isImpossible()).isTrue();
    var conflict = answer.conflict();
    assertThat(conflict).isNotEmpty();
    var core = Evidence.none();
    for (var v : conflict) core = core.withLikelihood(v, evidence.likelihood(v));
    assertThat(circuit.propagate(parameters, core).isImpossible()).isTrue();
    for (var v : conflict) {
      assertThat(circuit.propagate(parameters, core.without(v)).isImpossible()).isFalse();
    }
  }

  private static void checkPosteriorDerivatives(
      Circuit circuit, double[] parameters, Evidence evidence, Propagation answer) {
    var exact = answer.posteriorDerivatives();
    var step = 1e-6;
    for (var i = 0; i < parameters.length; i += 3) {
      if (circuit.leaves().theta()[i] <= 0 || parameters[i] < 0.05) continue;
      var up = parameters.clone();
      var down = parameters.clone();
      up[i] += step;
      down[i] -= step;
      var high = circuit.propagate(up, evidence).posterior();
      var low = circuit.propagate(down, evidence).posterior();
      for (var o = 0; o < high.length; o++) {
        assertThat(exact[o][i]).isCloseTo((high[o] - low[o]) / (2 * step), within(1e-6));
      }
    }
  }

  private static void checkCertain(
      Network network, Variable query, double[] parameters, Evidence evidence, Propagation answer) {
    var sliced =
        Circuit.compile(network, query, Workload.any(network).withCertain(evidence)).circuit();
    assertClose(sliced.propagate(parameters, Evidence.none()).posterior(), answer.posterior());
  }

  private static void checkBatches(
      Circuit circuit, double[] parameters, Evidence evidence, SplittableRandom random) {
    var network = circuit.network();
    var varying = new BitSet();
    var draws = 11;
    var drawn = new double[draws][];
    for (var d = 0; d < draws; d++) drawn[d] = parameters.clone();
    for (var v : network.variables()) {
      if (random.nextInt(2) == 0) continue;
      var from = network.parameterOffset(v);
      varying.set(from, from + network.model(v).parameterCount());
      for (var d = 0; d < draws; d++) redraw(network, v, drawn[d], random);
    }
    var other = evidence;
    for (var v : network.variables()) {
      if (!network.isHidden(v) && random.nextInt(6) == 0)
        other = other.with(v, random.nextInt(v.size()));
    }
    var evidences = List.of(evidence, other, Evidence.none());
    ParameterSource source =
        (draw, target) -> varying.stream().forEach(i -> target[i] = drawn[draw][i]);
    var batch = circuit.posteriors(parameters, varying, draws, source, evidences);
    for (var e = 0; e < evidences.size(); e++) {
      for (var d = 0; d < draws; d++) {
        assertClose(batch[e][d], circuit.propagate(drawn[d], evidences.get(e)).posterior());
      }
    }
    var byEvidence = circuit.posteriors(parameters, evidences);
    for (var e = 0; e < evidences.size(); e++) {
      assertClose(byEvidence[e], circuit.propagate(parameters, evidences.get(e)).posterior());
    }
  }

  /// Compiled for findings that switch, and with all else fixed: the same answers.
  private static void checkSwitched(
      Circuit circuit, double[] parameters, Evidence evidence, SplittableRandom random) {
    var network = circuit.network();
    var switched = new HashSet<Variable>();
    for (var v : network.variables())
      if (!network.isHidden(v) && random.nextInt(4) == 0) switched.add(v);
    var workload = Workload.any(network).withSwitched(switched);
    var prepared = Circuit.compile(network, circuit.query(), workload).circuit();
    assertClose(
        prepared.propagate(parameters, evidence).posterior(),
        circuit.propagate(parameters, evidence).posterior());
    var other = evidence;
    for (var v : switched) other = other.with(v, random.nextInt(v.size()));
    var expected = circuit.propagate(parameters, other);
    var reduced =
        prepared.specialise(parameters, evidence, new BitSet(), switched).propagate(other);
    assertThat(reduced.isImpossible()).isEqualTo(expected.isImpossible());
    for (var v : switched) assertClose(reduced.posterior(v), expected.posterior(v));
  }

  private static double[] redrawn(Network network, SplittableRandom random) {
    var parameters = network.parameters();
    for (var v : network.variables())
      if (random.nextInt(3) == 0) redraw(network, v, parameters, random);
    return parameters;
  }

  /// Redraws what may be redrawn, keeping structural zeros and the sums of rows.
  private static void redraw(
      Network network, Variable v, double[] parameters, SplittableRandom random) {
    var from = network.parameterOffset(v);
    var values = Network.values(network.model(v));
    var free = Network.free(network.model(v));
    for (var row = 0; row < values.length; row += v.size()) {
      var sum = 0.0;
      for (var i = row; i < row + v.size(); i++) {
        parameters[from + i] = values[i] == 0 && !free[i] ? 0 : random.nextDouble();
        sum += parameters[from + i];
      }
      for (var i = row; i < row + v.size(); i++) parameters[from + i] /= sum;
    }
  }

  private static double[] scaled(double[] values, double total) {
    return Arrays.stream(values).map(x -> x / total).toArray();
  }

  private static void assertClose(double[] actual, double[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    IntStream.range(0, actual.length)
        .forEach(i -> assertThat(actual[i]).isCloseTo(expected[i], within(CLOSE)));
  }
}
