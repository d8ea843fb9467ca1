package casus.answer;

import casus.inference.Evidence;
import casus.inference.MostProbable;
import casus.model.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The most probable way to each outcome: the most probable assignment of everything unobserved,
/// facts and the soundness of sources alike, given the outcome and the claims.
final class Stories {
  private Stories() {}

  /// One per outcome, in order. An outcome that cannot come about has a story of probability 0
  /// without facts.
  static List<Story> of(Inquiry inquiry) {
    var usual = inquiry.circuit().mostProbable(inquiry.parameters(), inquiry.evidence());
    var outcome = inquiry.network().outcome(inquiry.question().id());
    var stories = new ArrayList<Story>();
    for (var o = 0; o < outcome.size(); o++) {
      var id = inquiry.question().outcomes().get(o).id();
      var supposed = Rewired.narrowed(inquiry.evidence(), outcome, o);
      stories.add(
          supposed == null ? new Story(id, 0, List.of()) : story(inquiry, id, supposed, usual));
    }
    return List.copyOf(stories);
  }

  private static Story story(
      Inquiry inquiry, String outcome, Evidence supposed, MostProbable usual) {
    var best = inquiry.circuit().mostProbable(inquiry.parameters(), supposed);
    if (best.isImpossible()) return new Story(outcome, 0, List.of());
    var all = inquiry.circuit().propagate(inquiry.parameters(), supposed).logEvidence();
    var facts = new ArrayList<Story.FactValue>();
    for (var value : List.of(true, false))
      for (var fact : inDoubt(inquiry)) {
        var variable = Objects.requireNonNull(inquiry.network().fact(fact.id()));
        var state = best.state(variable);
        if ((state == 1) == value)
          facts.add(
              new Story.FactValue(fact.id(), fact.text(), value, usual.state(variable) == state));
      }
    return new Story(
        outcome, Math.min(1, Math.exp(best.logProbability() - all)), List.copyOf(facts));
  }

  /// The facts that are not given, in order of declaration.
  private static List<Fact> inDoubt(Inquiry inquiry) {
    return inquiry.dossier().facts().stream()
        .filter(fact -> !(fact.basis() instanceof Fact.Basis.Given))
        .toList();
  }
}
