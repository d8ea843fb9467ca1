package casus.answer;

import static org.assertj.core.api.Assertions.assertThat;

import casus.model.Act;
import casus.model.Condition;
import casus.model.Dossier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ExplanationsTest {
  @Test
  void theFoundingCaseFromTheNumberToThePassages() {
    var inquiry = Dossiers.open(Dossiers.golden(false));
    var told = Explanations.ofProbability(inquiry, new Condition.Reached("troops", 2, false));
    assertThat(told.label()).isEqualTo("P(troops = open)");
    assertThat(told.value()).isEqualTo("1.0%");
    var all = nodes(told);
    assertThat(all).allMatch(node -> !node.value().isEmpty() || !node.note().isEmpty());
    assertThat(labels(all))
        .contains("base rate of open", "reason: text of resists", "hostile", "C1", "source o112")
        .contains("un-charter.2.4: consent(S)", "un-charter.consent(BLR)", "request(BLR)")
        .contains("gate: open only if request(BLR) or attack(BLR)");
    for (var claim : inquiry.dossier().claims()) {
      assertThat(all).anyMatch(n -> n.label().equals(claim.id()) && n.note().contains("withdrawn"));
      assertThat(all)
          .anyMatch(n -> ("words of " + claim.id()).equals(n.quote()) && n.origin() != null);
    }
    assertThat(all)
        .anyMatch(n ->
            n.label().equals("un-charter.consent(BLR)")
                && n.note().contains("read as strict")
                && n.note().contains("read as broad it would be 30%"));
    assertThat(told.because().get(3).value()).isEqualTo("÷8, active with 81%");
  }

  @Test
  void whatWasToldIsPointedTo() {
    var inquiry = Dossiers.open(Dossiers.golden(false));
    var all = nodes(Explanations.ofProbability(inquiry, new Condition.Reached("troops", 2, false)));
    var hostile = all.stream().filter(n -> n.label().equals("hostile")).toList();
    assertThat(hostile).hasSize(2);
    assertThat(hostile.getFirst().because()).isNotEmpty();
    assertThat(hostile.getLast().note()).isEqualTo("see above");
    assertThat(hostile.getLast().because()).isEmpty();
  }

  @Test
  void everythingWithANameHasAnExplanation() {
    var inquiry = Dossiers.open(Dossiers.golden(false));
    for (var id : names(inquiry.dossier())) {
      var told = Objects.requireNonNull(Explanations.of(inquiry, id), id);
      assertThat(nodes(told)).allMatch(n -> !n.value().isEmpty() || !n.note().isEmpty());
    }
    assertThat(Explanations.of(inquiry, "nothing-of-that-name")).isNull();
  }

  @Test
  void randomDossiersMentionEveryClaimWithAnEffect() {
    var random = new SplittableRandom(6);
    for (var round = 0; round < 4; round++) {
      var inquiry = Dossiers.open(Dossiers.random(random, 5, 6));
      var told = new HashSet<String>();
      for (var o = 0; o < 3; o++)
        told.addAll(
            labels(
                nodes(
                    Explanations.ofProbability(inquiry, new Condition.Reached("what", o, false)))));
      for (var claim : SaysWho.claims(inquiry))
        if (Math.abs(claim.without() - inquiry.headline().posterior()[inquiry.subject()]) > 1e-9)
          assertThat(told).contains(claim.id());
      for (var id : names(inquiry.dossier())) assertThat(Explanations.of(inquiry, id)).isNotNull();
      assertThat(
              Explanations.ofProbability(inquiry, new Condition.Reached("what", 1, true)).because())
          .hasSize(2);
    }
  }

  /// An act of which the dossier itself says nothing is told by its pathways too.
  @Test
  void anyActIsToldByItsPathways() {
    var could = new Condition.Could(new Act("RUS", "deploy", "BLR"), null);
    var told = Objects.requireNonNull(Assessor.of(Dossiers.golden(false)).explain(could));
    var all = nodes(told);
    assertThat(labels(all)).contains("could(RUS deploy BLR)", "un-charter.2.4: consent(S)");
    assertThat(labels(all)).allMatch(label -> label.length() < 100);
    assertThat(all).allMatch(node -> !node.value().isEmpty() || !node.note().isEmpty());
  }

  private static List<String> names(Dossier dossier) {
    var names = new ArrayList<String>();
    dossier.questions().forEach(q -> names.add(q.id()));
    dossier.facts().forEach(f -> names.add(f.id()));
    dossier.claims().forEach(c -> names.add(c.id()));
    dossier.sources().forEach(s -> names.add(s.id()));
    dossier.indicators().forEach(i -> names.add(i.id()));
    dossier.law().terms().forEach(t -> names.add(t.id()));
    dossier.law().instruments().forEach(i -> i.articles().forEach(a -> names.add(a.id())));
    dossier.weighings().forEach(w -> w.reasons().forEach(r -> names.add(r.id())));
    return names;
  }

  private static List<Explanation> nodes(Explanation root) {
    var all = new ArrayList<Explanation>();
    all.add(root);
    for (var i = 0; i < all.size(); i++) all.addAll(all.get(i).because());
    return all;
  }

  private static List<String> labels(List<Explanation> nodes) {
    return nodes.stream().map(Explanation::label).toList();
  }
}
