package casus.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Everything a junction tree answers equals enumeration on random networks: a sample by default,
/// all 10,000 with -Dcasus.full=true.
class JunctionTreeTest {
  private static final long SEED = 20221122;
  private static final int NETWORKS = Boolean.getBoolean("casus.full") ? 10_000 : 40;
  private static final double CLOSE = 1e-10;
  private final Network.Builder builder = Network.builder();

  @Test
  void answersEqualEnumeration() {
    System.out.println("junction trees: " + NETWORKS + " networks from seed " + SEED);
    for (var i = 0; i < NETWORKS; i++) {
      var seed = SEED + i;
      try {
        check(RandomNetworks.instance(seed), new SplittableRandom(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("random network with seed " + seed, e);
      }
    }
  }

  private static void check(RandomNetworks.Instance instance, SplittableRandom random) {
    var network = instance.network();
    var tree = JunctionTree.of(network);
    var before = tree.infer(Evidence.none()).beliefs();
    for (var v : network.variables()) if (!network.isHidden(v)) before.posterior(v);
    // First the evidence, then more of it, and back: what was computed before must not show.
    var other = instance.evidence();
    for (var v : network.variables())
      if (!network.isHidden(v) && random.nextInt(5) == 0)
        other = other.with(v, random.nextInt(v.size()));
    for (var evidence : List.of(instance.evidence(), other, Evidence.none(), instance.evidence())) {
      var expected = new Enumeration(network, instance.query(), network.parameters(), evidence);
      check(network, tree.infer(evidence).beliefs(), expected, network.parameters());
      check(network, before.revise(evidence).beliefs(), expected, network.parameters());
    }
    checkInformation(network, tree.infer(instance.evidence()).beliefs(), instance);
    checkIntervention(network, tree, instance, random);
  }

  private static void check(
      Network network, Beliefs beliefs, Enumeration expected, double[] parameters) {
    var total = expected.evidence();
    assertThat(beliefs.isImpossible()).isEqualTo(total == 0);
    if (total == 0) {
      checkConflict(network, beliefs);
      return;
    }
    assertThat(beliefs.evidenceProbability()).isCloseTo(total, within(CLOSE));
    for (var v : network.variables()) {
      if (network.isHidden(v)) continue;
      var posterior = beliefs.posterior(v);
      for (var s = 0; s < v.size(); s++) {
        var sum = 0.0;
        for (var row : expected.joint[v.index()]) sum += row[s];
        assertThat(posterior[s]).isCloseTo(sum / total, within(CLOSE));
      }
    }
    var theta = Leaves.of(network).theta();
    var derivatives = beliefs.relativeDerivatives();
    for (var i = 0; i < parameters.length; i++) {
      if (theta[i] <= 0) assertThat(derivatives[i]).isZero();
      if (theta[i] <= 0 || parameters[i] == 0) continue;
      var sum = 0.0;
      for (var row : expected.derivatives) sum += row[i];
      assertThat(derivatives[i] * total).isCloseTo(sum, within(CLOSE));
    }
    var explanations = beliefs.mostProbable(expected.largest.length);
    for (var i = 0; i < expected.largest.length; i++) {
      if (i >= explanations.size()) {
        assertThat(expected.largest[i]).isZero();
        continue;
      }
      assertThat(Math.exp(explanations.get(i).logProbability()))
          .isCloseTo(expected.largest[i], within(CLOSE));
    }
    assertThat(probability(network, beliefs, explanations.getFirst()))
        .isCloseTo(expected.best, within(CLOSE));
  }

  /// Of the visible states of an explanation with the evidence, the hidden ones at their best.
  private static double probability(Network network, Beliefs beliefs, MostProbable explanation) {
    var evidence = beliefs.evidence();
    for (var v : network.variables()) {
      if (network.isHidden(v)) continue;
      var weighed = new double[v.size()];
      weighed[explanation.state(v)] = evidence.likelihood(v)[explanation.state(v)];
      evidence = evidence.withLikelihood(v, weighed);
    }
    return new Enumeration(network, network.variables().getFirst(), network.parameters(), evidence)
        .best;
  }

  private static void checkConflict(Network network, Beliefs beliefs) {
    var tree = JunctionTree.of(network);
    for (var v : network.variables())
      if (!network.isHidden(v)) assertThat(beliefs.posterior(v)).containsOnly(0);
    assertThat(beliefs.mostProbable(1)).isEmpty();
    var conflict = beliefs.conflict();
    assertThat(conflict).isNotEmpty();
    var core = Evidence.none();
    for (var v : conflict) core = core.withLikelihood(v, beliefs.evidence().likelihood(v));
    assertThat(tree.infer(core).beliefs().isImpossible()).isTrue();
    for (var v : conflict)
      assertThat(tree.infer(core.without(v)).beliefs().isImpossible()).isFalse();
  }

  private static void checkInformation(
      Network network, Beliefs beliefs, RandomNetworks.Instance instance) {
    var expected =
        new Enumeration(network, instance.query(), network.parameters(), instance.evidence());
    if (expected.evidence() == 0) return;
    var information = beliefs.information(instance.query());
    for (var v : network.variables()) {
      if (network.isHidden(v)) continue;
      assertThat(information[v.index()])
          .isCloseTo(Information.mutual(expected.joint[v.index()]), within(1e-9));
    }
  }

  /// What is set no longer depends on its parents: as in a network without these arrows.
  private static void checkIntervention(
      Network network,
      JunctionTree tree,
      RandomNetworks.Instance instance,
      SplittableRandom random) {
    var visible = network.variables().stream().filter(v -> !network.isHidden(v)).toList();
    var set = visible.get(random.nextInt(visible.size()));
    var state = random.nextInt(set.size());
    var cut = Network.builder();
    for (var v : network.variables()) {
      var states = v.states().toArray(String[]::new);
      if (network.isHidden(v)) cut.addHidden(v.name(), states);
      else cut.addVariable(v.name(), states);
    }
    for (var v : network.variables()) {
      if (!v.equals(set)) {
        cut.model(network.model(v));
        continue;
      }
      var certain = new double[v.size()];
      certain[state] = 1;
      cut.prior(v, certain);
    }
    var evidence = instance.evidence().without(set);
    var expected = JunctionTree.of(cut.build()).infer(evidence).beliefs();
    var beliefs = tree.infer(evidence, Map.of(set, state)).beliefs();
    assertThat(beliefs.isImpossible()).isEqualTo(expected.isImpossible());
    if (beliefs.isImpossible()) return;
    assertThat(beliefs.logEvidence()).isCloseTo(expected.logEvidence(), within(CLOSE));
    for (var v : visible) {
      for (var s = 0; s < v.size(); s++)
        assertThat(beliefs.posterior(v)[s]).isCloseTo(expected.posterior(v)[s], within(CLOSE));
    }
  }

  /// Two thousand findings, P(evidence) near 1e-1200; and where numbers leave the range of a double
  /// only inside: a thousand findings for one state, and that it is the other.
  @Test
  void evidenceFarBelowTheSmallestDouble() {
    var fact = builder.addBinary("fact");
    builder.prior(fact, 0.5, 0.5);
    var evidence = Evidence.none();
    var expected = new double[2];
    for (var i = 0; i < 2000; i++) {
      var sign = builder.addBinary("sign" + i);
      var yes = i % 2 == 0 ? 0.1 : 0.3;
      builder.table(sign, List.of(fact), 0.9, 0.1, 1 - yes, yes);
      evidence = evidence.with(sign, 1);
      expected[0] += Math.log(0.1);
      expected[1] += Math.log(yes);
    }
    var tree = JunctionTree.of(builder.build());
    var beliefs = tree.infer(evidence).beliefs();
    var sum = Math.log(0.5) + expected[1] + Math.log1p(Math.exp(expected[0] - expected[1]));
    assertThat(beliefs.logEvidence()).isCloseTo(sum, within(1e-8));
    assertThat(beliefs.posterior(fact)[0])
        .isCloseTo(Math.exp(expected[0] - expected[1]), within(1e-12));
    var contrary = tree.infer(evidence.with(fact, 0)).beliefs();
    assertThat(contrary.logEvidence()).isCloseTo(Math.log(0.5) + expected[0], within(1e-8));
    assertThat(contrary.posterior(fact)).containsExactly(1, 0);
    var derivatives = contrary.relativeDerivatives();
    var prior = tree.network().parameterOffset(fact);
    assertThat(derivatives[prior]).isCloseTo(2, within(1e-9));
  }

  /// Likelihoods are known up to a factor: any factor gives the same posteriors, also where what is
  /// multiplied first is far below the smallest double, and whatever was known before.
  @Test
  void likelihoodsOfAnyScale() {
    var fact = builder.addBinary("fact");
    builder.prior(fact, 0.3, 0.7);
    var signs = new ArrayList<Variable>();
    for (var i = 0; i < 3; i++) {
      signs.add(builder.addBinary("sign" + i));
      builder.table(signs.get(i), List.of(fact), 0.9, 0.1, 0.4, 0.6);
    }
    var tree = JunctionTree.of(builder.build());
    var plain =
        Evidence.none()
            .withLikelihood(signs.get(0), 1, 0.2)
            .withLikelihood(signs.get(1), 0.5, 1)
            .withLikelihood(signs.get(2), 0.25, 1);
    var scaled =
        Evidence.none()
            .withLikelihood(signs.get(0), 1e-250, 0.2e-250)
            .withLikelihood(signs.get(1), 0.5e-250, 1e-250)
            .withLikelihood(signs.get(2), 0.25e300, 1e300);
    var beliefs = tree.infer(plain).beliefs();
    var expected = beliefs.posterior(fact)[0];
    var log = beliefs.logEvidence();
    assertThat(expected).isCloseTo(0.3 * 0.92 * 0.55 * 0.325 / Math.exp(log), within(1e-15));
    for (var i = 0; i < 2; i++) {
      beliefs = beliefs.revise(scaled).beliefs();
      assertThat(beliefs.posterior(fact)[0]).isCloseTo(expected, within(1e-12));
      assertThat(beliefs.logEvidence()).isCloseTo(log - 200 * Math.log(10), within(1e-10));
      beliefs = beliefs.revise(plain).beliefs();
      assertThat(beliefs.posterior(fact)[0]).isEqualTo(expected);
      assertThat(beliefs.logEvidence()).isEqualTo(log);
    }
  }

  /// The same findings give the same bits, however they were reached and whoever asks.
  @Test
  void answersDoNotDependOnThreads() throws InterruptedException {
    var instance = RandomNetworks.instance(SEED);
    var tree = JunctionTree.of(instance.network());
    var visible =
        instance.network().variables().stream()
            .filter(v -> !instance.network().isHidden(v))
            .toList();
    var expected =
        visible.stream().map(tree.infer(instance.evidence()).beliefs()::posterior).toList();
    var answers = new ArrayList<List<double[]>>();
    var threads = new ArrayList<Thread>();
    for (var i = 0; i < 4; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                var beliefs = tree.infer(instance.evidence()).beliefs();
                var answer = visible.stream().map(beliefs::posterior).toList();
                synchronized (answers) {
                  answers.add(answer);
                }
              }));
    }
    for (var thread : threads) thread.join();
    assertThat(answers).hasSize(4);
    for (var answer : answers)
      for (var i = 0; i < visible.size(); i++)
        assertThat(Arrays.equals(answer.get(i), expected.get(i))).isTrue();
  }

  /// Thirty binary causes of one table-free effect are narrow as a fold; a grid is not.
  @Test
  void whatIsTooWideIsSaid() {
    var side = 40;
    var grid = new Variable[side][side];
    for (var i = 0; i < side; i++) {
      for (var j = 0; j < side; j++) {
        grid[i][j] = builder.addBinary("x" + i + "y" + j);
        var parents = new ArrayList<Variable>();
        if (i > 0) parents.add(grid[i - 1][j]);
        if (j > 0) parents.add(grid[i][j - 1]);
        var values = new double[2 << parents.size()];
        Arrays.fill(values, 0.5);
        builder.table(grid[i][j], parents, values);
      }
    }
    var tree = JunctionTree.of(builder.build());
    assertThat(tree.infer(Evidence.none()))
        .isInstanceOfSatisfying(
            Compilation.TooWide.class,
            wide -> {
              assertThat(wide.width()).isGreaterThanOrEqualTo(side);
              assertThat(wide.variables()).hasSizeGreaterThanOrEqualTo(side);
              assertThat(wide.bytes()).isGreaterThan(1e12);
            });
    // Known in one column, the grid falls apart into two that are narrower, but not narrow.
    var evidence = Evidence.none();
    for (var i = 0; i < side; i++)
      for (var j = 8; j < side; j += 9) evidence = evidence.with(grid[i][j], i % 2);
    var beliefs = tree.infer(evidence).beliefs();
    assertThat(beliefs.logEvidence())
        .isCloseTo(evidence.variables().size() * Math.log(0.5), within(1e-8));
    assertThat(beliefs.posterior(grid[3][3])[0]).isCloseTo(0.5, within(CLOSE));
  }

  @Test
  void hiddenVariablesTakeNoFinding() {
    var hidden = builder.addHidden("hidden", "no", "yes");
    builder.prior(hidden, 0.5, 0.5);
    var tree = JunctionTree.of(builder.build());
    assertThatThrownBy(() -> tree.infer(Evidence.none().with(hidden, 0)))
        .hasMessageContaining("hidden");
    var beliefs = tree.infer(Evidence.none()).beliefs();
    assertThatThrownBy(() -> beliefs.posterior(hidden)).hasMessageContaining("hidden");
  }

  @Test
  void theOutlineSaysWhatThereIs() {
    var a = builder.addBinary("a");
    var b = builder.addBinary("b");
    var c = builder.addBinary("c");
    builder.prior(a, 0.4, 0.6);
    builder.table(b, List.of(a), 0.1, 0.9, 0.8, 0.2);
    builder.deterministic(c, List.of(b), 1, 0);
    var tree = JunctionTree.of(builder.build());
    assertThat(tree.outline().entries()).isZero();
    tree.infer(Evidence.none());
    var outline = tree.outline();
    assertThat(outline.width()).isEqualTo(2);
    assertThat(outline.states()).isEqualTo(8);
    assertThat(outline.entries()).isEqualTo(6);
    assertThat(outline.order()).containsExactlyInAnyOrder(a, b, c);
    assertThat(outline.bytes()).isPositive();
  }
}
