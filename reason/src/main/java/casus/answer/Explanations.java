package casus.answer;

import static casus.answer.Telling.node;

import casus.model.Condition;
import casus.model.Fact;
import casus.model.Indicator;
import casus.model.Weighing;
import casus.treaty.Formula;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a number comes from: a tree from the number down to the quoted passages. What was told
/// once is pointed to afterwards.
final class Explanations {
  private Explanations() {}

  /// @param event a condition the inquiry was opened with, or an outcome of its question
  static Explanation ofProbability(Inquiry inquiry, Condition event) {
    var words = Wording.of(event, inquiry.dossier());
    if (event instanceof Condition.Reached reached && ExplainedOutcome.isAbout(inquiry, event)) {
      var last = inquiry.question().outcomes().size() - 1;
      if (!reached.orMore() || reached.outcome() == last)
        return outcome(inquiry, reached.outcome(), "P(" + words + ")");
      return ladder(inquiry, reached.outcome(), "P(" + words + ")");
    }
    var literal = inquiry.network().literal(inquiry.network().grounding().condition(event));
    var telling = new Telling(inquiry, "P(" + words + ")", p -> Inquiry.probability(p, literal));
    var because = new ArrayList<Explanation>();
    because.add(new ExplainedConditions(telling).of(event));
    because.addAll(new ExplainedEvidence(telling).further());
    return node(
        telling.explained(),
        Figures.percent(telling.probability()),
        inquiry.dossier().yardstick().words(telling.probability()) + ", " + telling.readings(),
        null,
        because);
  }

  private static Explanation outcome(Inquiry inquiry, int outcome, String words) {
    var telling = new Telling(inquiry, words, propagation -> propagation.posterior()[outcome]);
    return new ExplainedOutcome(telling, outcome).explanation();
  }

  /// An outcome or a later rung: the sum of its rungs.
  private static Explanation ladder(Inquiry inquiry, int from, String words) {
    var rungs = new ArrayList<Explanation>();
    var sum = 0.0;
    for (var o = from; o < inquiry.question().outcomes().size(); o++) {
      rungs.add(new ExplainedOutcome(Telling.outcome(inquiry, o), o).explanation());
      sum += inquiry.headline().posterior()[o];
    }
    return node(
        words,
        Figures.percent(sum),
        "the sum over this outcome and the later rungs",
        inquiry.question().origin(),
        rungs);
  }

  /// Where a fact, claim, finding, source, article ("cst.4"), term, reason, indicator or question
  /// stands and what rests on it; null where nothing has that name.
  static @Nullable Explanation of(Inquiry inquiry, String id) {
    var telling = Telling.outcome(inquiry, inquiry.subject());
    var dossier = inquiry.dossier();
    var evidence = new ExplainedEvidence(telling);
    if (id.equals(inquiry.question().id()))
      return new ExplainedOutcome(telling, inquiry.subject()).explanation();
    var fact = dossier.fact(id);
    if (fact != null) return fact(telling, fact);
    var claim = dossier.claim(id);
    if (claim != null) return evidence.claim(claim);
    var source = dossier.source(id);
    if (source != null) return evidence.source(source);
    for (var term : dossier.law().terms())
      if (term.id().equals(id)) return new ExplainedConditions(telling).term(term);
    for (var instrument : dossier.law().instruments())
      for (var article : instrument.articles())
        if (article.id().equals(id)) return new ExplainedConditions(telling).article(article);
    for (var indicator : dossier.indicators())
      if (indicator.id().equals(id)) return sign(telling, indicator);
    for (var weighing : dossier.weighings())
      for (var reason : weighing.reasons())
        if (reason.id().equals(id)) return reason(telling, weighing, reason);
    return null;
  }

  private static Explanation reason(Telling telling, Weighing weighing, Weighing.Reason reason) {
    if (weighing.question().equals(telling.inquiry().question().id()))
      return new ExplainedOutcome(telling, telling.inquiry().subject()).reason(reason);
    var because =
        reason.condition() == null
            ? List.<Explanation>of()
            : List.of(new ExplainedConditions(telling).of(reason.condition()));
    return node(
        "reason: " + reason.text(),
        reason.factor() == null ? "in the base" : reason.factor().written(),
        "a reason of the question " + weighing.question(),
        reason.origin(),
        because);
  }

  private static Explanation sign(Telling telling, Indicator indicator) {
    return new ExplainedOutcome(telling, telling.inquiry().subject()).sign(indicator);
  }

  /// A fact, and after its claims what rests on it.
  private static Explanation fact(Telling telling, Fact fact) {
    var told = new ExplainedEvidence(telling).fact(fact.id());
    var because = new ArrayList<>(told.because());
    because.add(
        node("what rests on it", "", restsOn(telling.inquiry(), fact), fact.origin(), List.of()));
    return node(told.label(), told.value(), told.note(), told.origin(), because);
  }

  private static String restsOn(Inquiry inquiry, Fact fact) {
    var found = new ArrayList<String>();
    for (var weighing : inquiry.dossier().weighings()) {
      for (var reason : weighing.reasons())
        if (reason.condition() != null && mentions(inquiry, reason.condition(), fact))
          found.add("the reason “" + reason.text() + "”");
      for (var gate : weighing.gates())
        if (mentions(inquiry, gate.condition(), fact))
          found.add("the gate “" + Wording.of(gate.condition(), inquiry.dossier()) + "”");
    }
    for (var other : inquiry.dossier().facts())
      if (other.basis() instanceof Fact.Basis.ArisesFrom arises)
        for (var cause : arises.causes())
          if (mentions(inquiry, cause.condition(), fact)) found.add("the fact " + other.id());
    return found.isEmpty() ? "no reason and no gate" : String.join("; ", found);
  }

  private static boolean mentions(Inquiry inquiry, Condition condition, Fact fact) {
    return inquiry.network().grounding().condition(condition).everyPart().stream()
        .anyMatch(
            part -> part instanceof Formula.FactHolds holds && holds.fact().equals(fact.id()));
  }
}
