package casus.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.fail;

import casus.inference.Circuit;
import casus.inference.Evidence;
import casus.inference.LocalModel;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// A dossier's network with tables only gives the dossier's own probabilities, on random dossiers
/// under random readings. 100 by default, 2,000 with -Dcasus.full=true.
class PlainNetworkTest {
  private static final long SEED = 20261122;
  private static final int DOSSIERS = Boolean.getBoolean("casus.full") ? 2000 : 100;

  @Test
  void posteriorsAreThoseOfTheDossier() {
    compareAll(PlainNetwork.LARGEST_TABLE);
  }

  @Test
  void soTheyAreWhereEveryFoldIsWrittenInSteps() {
    compareAll(1);
  }

  private static void compareAll(int largestTable) {
    var seeds = new SplittableRandom(SEED);
    var compared = 0;
    for (var i = 0; i < DOSSIERS; i++) {
      var seed = seeds.nextLong();
      var example = RandomDossiers.next(new SplittableRandom(seed));
      try {
        compared += compare(example, new SplittableRandom(seed), largestTable);
      } catch (RuntimeException | AssertionError wrong) {
        throw new AssertionError("dossier of seed " + seed + ": " + wrong.getMessage(), wrong);
      }
    }
    System.out.printf("plain networks: %d from seed %d, %d posteriors%n", DOSSIERS, SEED, compared);
    assertThat(compared).isGreaterThan(DOSSIERS * 5);
  }

  private static int compare(
      RandomDossiers.Example example, SplittableRandom random, int largestTable) {
    var dossier = example.dossier();
    var network = Draft.network(dossier, Set.of(), List.of(), example.acts());
    var observed = network.observed();
    for (var issue : network.issues())
      observed = network.read(observed, issue.id(), random.nextInt(issue.readings().size()));
    var plain = plain(network, observed, largestTable);
    for (var variable : plain.network().variables()) {
      assertThat(variable.name()).matches("[A-Za-z][A-Za-z0-9_]*");
      assertThat(plain.network().isHidden(variable)).isFalse();
      assertThat(plain.network().model(variable)).isInstanceOf(LocalModel.Table.class);
    }
    var query = network.outcome(dossier.questions().getFirst().id());
    var theirs =
        Circuit.compile(network.network(), query)
            .circuit()
            .propagate(network.parameters(network.points()), observed);
    var ours =
        Circuit.compile(plain.network(), Objects.requireNonNull(plain.variables().get(query)))
            .circuit()
            .propagate(plain.findings());
    assertThat(ours.isImpossible()).isEqualTo(theirs.isImpossible());
    if (theirs.isImpossible()) return 0;
    assertThat(ours.logEvidence() - theirs.logEvidence())
        .isCloseTo(readings(network), within(1e-9));
    var compared = 0;
    for (var one : plain.variables().entrySet()) {
      assertThat(ours.posterior(one.getValue()))
          .as(one.getKey().name())
          .containsExactly(theirs.posterior(one.getKey()), within(1e-9));
      compared++;
    }
    return compared;
  }

  /// Readings are equally likely in the dossier's network, and certain in the other.
  private static double readings(DossierNetwork network) {
    return network.issues().stream().mapToDouble(i -> Math.log(i.readings().size())).sum();
  }

  private static PlainNetwork plain(DossierNetwork network, Evidence observed, int largestTable) {
    return switch (PlainNetwork.of(network, observed, largestTable)) {
      case PlainNetwork.Made.Plain(var plain) -> plain;
      case PlainNetwork.Made.TooLarge(var reasons) -> fail(reasons.toString());
    };
  }
}
