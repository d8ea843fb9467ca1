package casus.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casus.inference.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class FlipsTest {
  @Test
  void theFoundingCase() {
    var flips = Flips.of(Dossiers.open(Dossiers.golden(false)));
    assertThat(flips.exhaustive()).isTrue();
    assertThat(flips.found().getFirst().boundary()).isEqualTo(.01);
    assertThat(flips.found().getFirst().changes()).hasSize(1);
    assertThat(flips.found().stream().map(f -> f.changes().getFirst()))
        .contains("request(BLR) = true", "hostile = false");
    assertThat(flips.found()).allMatch(flip -> flip.after() >= .01 && flip.before() < .01);
  }

  /// Against all sets of up to three, each as a propagation of its own.
  @Test
  void theSmallestSetsAreThoseOfExhaustiveEnumeration() {
    var random = new SplittableRandom(4);
    for (var round = 0; round < 20; round++) {
      var dossier = Dossiers.random(random, 4, 4);
      var before = Dossiers.open(dossier).headline().posterior()[2];
      var away = random.nextDouble(.02, .5);
      var threshold = random.nextBoolean() ? before + away * (1 - before) : before * (1 - away);
      var inquiry = Dossiers.open(dossier, Dossiers.threshold(threshold));
      var subject = inquiry.subject();
      var headline = inquiry.headline().posterior()[subject];
      var expected = new HashMap<Set<String>, Double>();
      for (var size = 1; size <= 3 && expected.isEmpty(); size++)
        for (var set : sets(inquiry, size)) {
          var propagation =
              inquiry.circuit().propagate(inquiry.parameters(), evidence(inquiry, set));
          if (propagation.isImpossible()) continue;
          var after = propagation.posterior()[subject];
          if (after >= threshold != headline >= threshold) expected.put(set.keySet(), after);
        }
      var found = Flips.of(inquiry);
      assertThat(found.exhaustive()).isTrue();
      assertThat(found.found()).hasSize(Math.min(5, expected.size()));
      var last = Double.POSITIVE_INFINITY;
      for (var flip : found.found()) {
        assertThat(expected).containsKey(Set.copyOf(flip.changes()));
        assertThat(flip.after())
            .isCloseTo(
                Objects.requireNonNull(expected.get(Set.copyOf(flip.changes()))), within(1e-10));
        var effect = Math.abs(flip.after() - headline);
        assertThat(effect).isLessThanOrEqualTo(last);
        last = effect;
      }
      var stronger = last;
      if (found.found().size() == 5)
        assertThat(
                expected.values().stream()
                    .filter(after -> Math.abs(after - headline) > stronger + 1e-10)
                    .count())
            .isLessThan(5);
    }
  }

  private static List<Map<String, Integer>> sets(Inquiry inquiry, int size) {
    var sets = List.of(Map.<String, Integer>of());
    for (var i = 0; i < size; i++) {
      var longer = new ArrayList<Map<String, Integer>>();
      for (var set : sets)
        for (var change : changes(inquiry)) {
          var about = change.substring(0, change.indexOf(' '));
          if (set.keySet().stream().anyMatch(c -> c.startsWith(about + " "))) continue;
          var more = new HashMap<>(set);
          more.put(change, 1);
          longer.add(more);
        }
      sets = longer.stream().distinct().toList();
    }
    return sets;
  }

  private static List<String> changes(Inquiry inquiry) {
    var changes = new ArrayList<String>();
    for (var fact : inquiry.dossier().facts()) {
      changes.add(fact.id() + " = true");
      changes.add(fact.id() + " = false");
    }
    if (!inquiry.issues().isEmpty()) changes.add("t = broad");
    return changes;
  }

  private static Evidence evidence(Inquiry inquiry, Map<String, Integer> set) {
    var evidence = inquiry.evidence();
    for (var change : set.keySet()) {
      var about = change.substring(0, change.indexOf(' '));
      var fact = inquiry.network().fact(about);
      evidence =
          fact == null
              ? inquiry.network().read(evidence, about, 1)
              : evidence.with(fact, change.endsWith("true") ? 1 : 0);
    }
    return evidence;
  }

  @Test
  void whereThereAreTooManySetsItSaysSo() {
    var builder = new DossierBuilder("q", "no", "yes").rate(1, .3, .3, .3, false);
    for (var i = 0; i < 50; i++)
      builder.fact("f" + i, .5).reason("r" + i, 1, i % 2 == 0, "slight", Dossiers.fact("f" + i));
    var flips = Flips.of(Dossiers.open(builder.build(), Dossiers.threshold(.999999)));
    assertThat(flips.found()).isEmpty();
    assertThat(flips.exhaustive()).isFalse();
  }
}
