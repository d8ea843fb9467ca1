package casus.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casus.inference.Evidence;
import casus.inference.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class StoriesTest {
  /// Every assignment of facts and sources, each as a propagation of its own.
  @Test
  void storiesAreTheMostProbableAssignments() {
    var random = new SplittableRandom(5);
    for (var round = 0; round < 10; round++) {
      var inquiry = Dossiers.open(Dossiers.random(random, 4, 4));
      var unknown = unknown(inquiry);
      var usual = best(inquiry, unknown, inquiry.evidence(), true);
      var stories = Stories.of(inquiry);
      assertThat(stories).hasSize(3);
      for (var o = 0; o < 3; o++) {
        var outcome = inquiry.network().outcome(inquiry.question().id());
        var supposed = inquiry.evidence().with(outcome, o);
        var best = best(inquiry, unknown, supposed, false);
        var story = stories.get(o);
        if (best.probability() < 0) {
          assertThat(story.probability()).isZero();
          continue;
        }
        assertThat(story.probability()).isCloseTo(best.probability(), within(1e-9));
        for (var fact : story.facts()) {
          var at = unknown.indexOf(Objects.requireNonNull(inquiry.network().fact(fact.fact())));
          assertThat(fact.value()).isEqualTo((best.states() >> at & 1) == 1);
          assertThat(fact.usual())
              .isEqualTo((best.states() >> at & 1) == (usual.states() >> at & 1));
        }
        var values = story.facts().stream().map(Story.FactValue::value).toList();
        assertThat(values).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(story.facts()).hasSize(4);
      }
    }
  }

  @Test
  void theFoundingCase() {
    var stories = Stories.of(Dossiers.open(Dossiers.golden(false)));
    var open = stories.get(2);
    assertThat(open.outcome()).isEqualTo("open");
    assertThat(open.facts().getFirst().fact()).isEqualTo("request(BLR)");
    assertThat(open.facts().getFirst().value()).isTrue();
    assertThat(open.facts().getFirst().usual()).isFalse();
    assertThat(open.facts()).noneMatch(fact -> fact.fact().equals("crisis(BLR)"));
  }

  @Test
  void anOutcomeThatIsRuledOutHasNoStory() {
    var dossier =
        new DossierBuilder("q", "no", "yes")
            .rate(1, .3, .3, .3, false)
            .given("never", false)
            .fact("f", .5)
            .gate(1, Dossiers.fact("never"))
            .build();
    var story = Stories.of(Dossiers.open(dossier)).getLast();
    assertThat(story.probability()).isZero();
    assertThat(story.facts()).isEmpty();
  }

  private record Best(int states, double probability) {}

  private static List<Variable> unknown(Inquiry inquiry) {
    var unknown = new ArrayList<Variable>();
    for (var fact : inquiry.dossier().facts())
      unknown.add(Objects.requireNonNull(inquiry.network().fact(fact.id())));
    for (var source : List.of("s1", "s2")) {
      var variable = inquiry.network().source(source);
      if (variable != null) unknown.add(variable);
    }
    return unknown;
  }

  /// @param outcomes whether the outcome is part of the assignment
  private static Best best(
      Inquiry inquiry, List<Variable> unknown, Evidence evidence, boolean outcomes) {
    var best = new Best(0, -1);
    var all = inquiry.circuit().propagate(inquiry.parameters(), evidence).logEvidence();
    for (var states = 0; states < 1 << unknown.size(); states++) {
      var assigned = evidence;
      for (var i = 0; i < unknown.size(); i++)
        assigned = assigned.with(unknown.get(i), states >> i & 1);
      // What is still open, an unseen sign and perhaps the outcome, takes its best value.
      var sign = Objects.requireNonNull(inquiry.network().indicator("open"));
      var outcome = inquiry.network().outcome(inquiry.question().id());
      var most = 0.0;
      for (var o = 0; o < outcome.size(); o++)
        for (var s = 0; s < 2; s++) {
          var whole = assigned.with(sign, s);
          if (outcomes) whole = whole.with(outcome, o);
          var propagation = inquiry.circuit().propagate(inquiry.parameters(), whole);
          most = Math.max(most, Math.exp(propagation.logEvidence() - all));
        }
      if (most > best.probability() + 1e-12) best = new Best(states, most);
    }
    return best;
  }
}
