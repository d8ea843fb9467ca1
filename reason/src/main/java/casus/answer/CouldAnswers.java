package casus.answer;

import casus.answer.CouldAnswer.ConditionAnswer;
import casus.answer.CouldAnswer.PathwayAnswer;
import casus.answer.CouldAnswer.ReadingAnswer;
import casus.answer.CouldAnswer.State;
import casus.answer.CouldAnswer.StatusAnswer;
import casus.inference.Evidence;
import casus.inference.Propagation;
import casus.model.Act;
import casus.model.Condition;
import casus.model.Fact;
import casus.network.Literal;
import casus.treaty.Formula;
import casus.treaty.LegalOpinion;
import casus.treaty.LegalStatus;
import casus.treaty.Pathway;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The legal answer: the status of an act under every combination of readings, what it turns on,
/// and its pathways.
final class CouldAnswers {
  /// From here a condition is said to hold, and from 1 minus this to be missing.
  private static final double HOLDS = 0.95;

  private final Inquiry inquiry;
  private final LegalOpinion opinion;

  /// What one combination of readings gives; null where it is impossible.
  private record Under(Map<LegalStatus, Double> status, double lawful) {}

  private CouldAnswers(Inquiry inquiry, LegalOpinion opinion) {
    this.inquiry = inquiry;
    this.opinion = opinion;
  }

  /// @param overReadings the outcome distribution under every combination
  static CouldAnswer of(Inquiry inquiry, Act act, double[][] overReadings) {
    return new CouldAnswers(inquiry, inquiry.network().grounding().opinion(act, null))
        .answer(overReadings);
  }

  /// The status alone, for a `could(…)` under one legal order or all.
  static StatusAnswer status(Inquiry inquiry, Condition.Could could) {
    var opinion = inquiry.network().grounding().opinion(could.act(), could.order());
    var answers = new CouldAnswers(inquiry, opinion);
    return answers.summary(answers.under(answers.propagations(inquiry.evidence())));
  }

  private CouldAnswer answer(double[][] overReadings) {
    var propagations = propagations(inquiry.evidence());
    var under = under(propagations);
    var request = request();
    var asked = request == null ? null : propagations(request);
    var underRequest = asked == null ? null : under(asked);
    var readings = new ArrayList<ReadingAnswer>();
    for (var c = 0; c < under.size(); c++) {
      var given = underRequest == null ? null : underRequest.get(c);
      readings.add(
          new ReadingAnswer(
              inquiry.combinations().get(c).assignment(),
              under.get(c).status(),
              under.get(c).lawful(),
              given == null ? null : given.status(),
              given == null ? null : given.lawful(),
              overReadings[c][inquiry.subject()]));
    }
    var pathways = opinion.pathways().stream().map(p -> pathway(p, propagations, asked)).toList();
    return new CouldAnswer(
        opinion.act(),
        summary(under),
        underRequest == null ? null : summary(underRequest),
        readings,
        pathways);
  }

  private List<Propagation> propagations(Evidence evidence) {
    return inquiry.underAll(evidence).stream()
        .map(e -> inquiry.circuit().propagate(inquiry.parameters(), e))
        .toList();
  }

  /// The evidence with the target's request added, or null where there is no such fact or it cannot
  /// be.
  private @Nullable Evidence request() {
    var fact = "request(" + opinion.act().target() + ")";
    var declared = inquiry.dossier().fact(fact);
    if (declared == null || declared.basis() instanceof Fact.Basis.Given) return null;
    var literal = inquiry.network().literal(new Formula.FactHolds(fact));
    var evidence = inquiry.network().with(inquiry.evidence(), literal);
    return inquiry.circuit().propagate(inquiry.parameters(), evidence).isImpossible()
        ? null
        : evidence;
  }

  private List<Under> under(List<Propagation> propagations) {
    return propagations.stream().map(this::under).toList();
  }

  private Under under(Propagation propagation) {
    var status = new EnumMap<LegalStatus, Double>(LegalStatus.class);
    var silent = 1.0;
    var named =
        Map.of(
            LegalStatus.FORBIDDEN, opinion.forbidden(),
            LegalStatus.CONFLICT, opinion.conflict(),
            LegalStatus.OBLIGED, opinion.obliged(),
            LegalStatus.PERMITTED, opinion.permitted());
    for (var entry : named.entrySet()) {
      var p = Inquiry.probability(propagation, literal(entry.getValue()));
      silent -= p;
      if (p > 0) status.put(entry.getKey(), p);
    }
    // What rounding leaves of 1 is no status.
    if (silent > 1e-12) status.put(LegalStatus.SILENT, silent);
    return new Under(status, Inquiry.probability(propagation, literal(opinion.lawful())));
  }

  private Literal literal(Formula formula) {
    return inquiry.network().literal(formula);
  }

  private StatusAnswer summary(List<Under> under) {
    var headline = under.getFirst();
    var lawful = new Interval(headline.lawful(), headline.lawful());
    var statuses = new LinkedHashSet<LegalStatus>();
    for (var one : under) {
      lawful = lawful.including(one.lawful());
      statuses.add(mostProbable(one.status()));
    }
    return new StatusAnswer(
        mostProbable(headline.status()),
        headline.status(),
        headline.lawful(),
        lawful,
        statuses.size() > 1,
        pivotal(under));
  }

  /// The most probable status; the graver one where two are equally probable.
  static LegalStatus mostProbable(Map<LegalStatus, Double> status) {
    return status.entrySet().stream()
        .max(
            Comparator.comparingDouble(Map.Entry<LegalStatus, Double>::getValue)
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(LegalStatus.SILENT);
  }

  /// The issues whose choice, all others being the headline's or not, moves the answer: by the
  /// largest change in lawfulness or in the probability of the most probable status between two
  /// readings of that issue alone.
  private List<String> pivotal(List<Under> under) {
    var effect = new LinkedHashMap<String, Double>();
    var combinations = inquiry.combinations();
    for (var issue : inquiry.issues()) {
      var groups = new LinkedHashMap<Map<String, String>, List<Under>>();
      for (var c = 0; c < combinations.size(); c++) {
        var others = new LinkedHashMap<>(combinations.get(c).assignment());
        others.remove(issue.id());
        groups.computeIfAbsent(others, _ -> new ArrayList<>()).add(under.get(c));
      }
      var largest = 0.0;
      for (var group : groups.values())
        for (var one : group)
          for (var other : group) largest = Math.max(largest, distance(one, other));
      if (largest > 1e-9) effect.put(issue.id(), largest);
    }
    return effect.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static double distance(Under one, Under other) {
    return Math.abs(one.lawful() - other.lawful());
  }

  private PathwayAnswer pathway(
      Pathway pathway, List<Propagation> propagations, @Nullable List<Propagation> asked) {
    var norm = pathway.norm();
    var open = literal(pathway.open());
    var headline = Inquiry.probability(propagations.getFirst(), open);
    return new PathwayAnswer(
        norm.instrument().id(),
        norm.instrument().title(),
        norm.article().number(),
        pathway.exception() == null ? null : pathway.exception().label(),
        pathway.gives(),
        headline,
        over(propagations, open),
        asked == null ? null : Inquiry.probability(asked.getFirst(), open),
        pathway.outranked(),
        norm.article().dormant(),
        norm.article().fromMemory() || norm.instrument().fromMemory(),
        norm.article().cite() == null ? norm.instrument().cite() : norm.article().cite(),
        pathway.conditions().stream().map(need -> condition(need, propagations)).toList());
  }

  private static Interval over(List<Propagation> propagations, Literal literal) {
    var low = Double.POSITIVE_INFINITY;
    var high = Double.NEGATIVE_INFINITY;
    for (var propagation : propagations) {
      if (propagation.isImpossible()) continue;
      var p = Inquiry.probability(propagation, literal);
      low = Math.min(low, p);
      high = Math.max(high, p);
    }
    return low <= high ? new Interval(low, high) : new Interval(Double.NaN, Double.NaN);
  }

  private ConditionAnswer condition(Pathway.Need need, List<Propagation> propagations) {
    var literal = literal(need.holds());
    var p = Inquiry.probability(propagations.getFirst(), literal);
    var dossier = inquiry.dossier();
    var declared = need.facts().stream().filter(f -> dossier.fact(f) != null).toList();
    var undeclared = !need.facts().isEmpty() && declared.isEmpty() && literal.isConstant();
    var claims = new LinkedHashSet<String>();
    for (var id : declared) {
      var fact = dossier.fact(id);
      if (fact != null) fact.evidence().forEach(evidence -> claims.add(evidence.claim()));
    }
    var state =
        undeclared
            ? State.UNDECLARED
            : p >= HOLDS ? State.HOLDS : p <= 1 - HOLDS ? State.MISSING : State.UNKNOWN;
    return new ConditionAnswer(
        need.text(),
        state,
        p,
        over(propagations, literal),
        need.facts(),
        List.copyOf(claims),
        need.issue());
  }
}
