package casus.answer;

import casus.answer.CouldAnswer.ConditionAnswer;
import casus.answer.CouldAnswer.PathwayAnswer;
import casus.answer.CouldAnswer.ReadingAnswer;
import casus.answer.CouldAnswer.State;
import casus.answer.CouldAnswer.StatusAnswer;
import casus.inference.Evidence;
import casus.inference.ReducedCircuit;
import casus.inference.ReducedPropagation;
import casus.inference.Variable;
import casus.model.Article;
import casus.model.Condition;
import casus.model.Fact;
import casus.network.DossierNetwork;
import casus.network.Literal;
import casus.treaty.Formula;
import casus.treaty.GroundNorm;
import casus.treaty.LegalOpinion;
import casus.treaty.LegalStatus;
import casus.treaty.Pathway;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The legal answer: the status of an act under every combination of readings, what it turns on,
/// and its pathways.
final class CouldAnswers {
  private static final DossierNetwork.Status[] STATES = DossierNetwork.Status.values();

  private final Inquiry inquiry;
  private final LegalOpinion opinion;
  private final Variable status;
  private final @Nullable Variable verified;

  /// With every number at its point: what is left is the law.
  private final ReducedCircuit circuit;

  private final @Nullable Evidence request;
  private final Map<Map<String, Integer>, ReducedPropagation> propagations = new HashMap<>();
  private @Nullable ReducedPropagation underRequest;

  /// What one combination of readings gives.
  ///
  /// @param verified the same without unverified provisions, or null where there are none
  private record Under(Map<LegalStatus, Double> status, double lawful, @Nullable Under verified) {}

  private CouldAnswers(Inquiry inquiry, Condition.Could could) {
    this.inquiry = inquiry;
    var network = inquiry.network();
    opinion = network.grounding().opinion(could.act(), could.order());
    status = network.status(could);
    verified = network.statusByVerified(could);
    var told = new LinkedHashSet<>(network.readings(inquiry.issues()));
    told.add(status);
    if (verified != null) told.add(verified);
    var asked = requestVariable();
    if (asked != null) told.add(asked);
    for (var pathway : opinion.pathways()) {
      note(told, pathway.open());
      pathway.conditions().forEach(need -> note(told, need.holds()));
    }
    circuit =
        inquiry.circuit().specialise(inquiry.parameters(), inquiry.evidence(), new BitSet(), told);
    request = asked == null ? null : request(asked);
  }

  private void note(Set<Variable> variables, Formula formula) {
    var variable = literal(formula).variable();
    if (variable != null) variables.add(variable);
  }

  /// @param overReadings the outcome distribution under every combination
  static CouldAnswer of(Inquiry inquiry, Condition.Could could, double[][] overReadings) {
    return new CouldAnswers(inquiry, could).answer(overReadings);
  }

  /// The status alone, for a `could(…)` under one legal order or all.
  static StatusAnswer status(Inquiry inquiry, Condition.Could could) {
    var answers = new CouldAnswers(inquiry, could);
    return answers.summary(answers.under(Evidence.none()));
  }

  private CouldAnswer answer(double[][] overReadings) {
    var under = under(Evidence.none());
    var requested = request == null ? null : under(request);
    var readings = new ArrayList<ReadingAnswer>();
    for (var c = 0; c < under.size(); c++) {
      var given = requested == null ? null : requested.get(c);
      readings.add(
          new ReadingAnswer(
              inquiry.combinations().get(c).assignment(),
              under.get(c).status(),
              under.get(c).lawful(),
              given == null ? null : given.status(),
              given == null ? null : given.lawful(),
              overReadings[c][inquiry.subject()]));
    }
    return new CouldAnswer(
        opinion.act(),
        summary(under),
        requested == null ? null : summary(requested),
        readings,
        opinion.pathways().stream().map(this::pathway).toList());
  }

  private @Nullable Variable requestVariable() {
    var fact = inquiry.dossier().fact("request(" + opinion.act().target() + ")");
    if (fact == null || fact.basis() instanceof Fact.Basis.Given) return null;
    return inquiry.network().literal(new Formula.FactHolds(fact.id())).variable();
  }

  /// The target's request, or null where it cannot be.
  private @Nullable Evidence request(Variable asked) {
    if (inquiry.evidence().likelihood(asked)[1] == 0) return null;
    var evidence = Evidence.none().with(asked, 1);
    return circuit.propagate(evidence).isImpossible() ? null : evidence;
  }

  /// @param supposed on top of the evidence
  private List<Under> under(Evidence supposed) {
    return inquiry.underAll(supposed).stream()
        .map(circuit::propagate)
        .map(p ->
            under(
                p.posterior(status), verified == null ? null : under(p.posterior(verified), null)))
        .toList();
  }

  private static Under under(double[] posterior, @Nullable Under verified) {
    var status = new EnumMap<LegalStatus, Double>(LegalStatus.class);
    var lawful = 0.0;
    for (var i = 0; i < posterior.length; i++) {
      var state = STATES[i];
      var named =
          switch (state) {
            case SILENT, LIFTED -> LegalStatus.SILENT;
            case PERMITTED -> LegalStatus.PERMITTED;
            case OBLIGED -> LegalStatus.OBLIGED;
            case FORBIDDEN -> LegalStatus.FORBIDDEN;
            case CONFLICT -> LegalStatus.CONFLICT;
          };
      if (posterior[i] > 0) status.merge(named, posterior[i], Double::sum);
      lawful +=
          switch (state) {
            case LIFTED, PERMITTED, OBLIGED -> posterior[i];
            case SILENT, FORBIDDEN, CONFLICT -> 0;
          };
    }
    return new Under(status, Math.min(1, lawful), verified);
  }

  private Literal literal(Formula formula) {
    return inquiry.network().literal(formula);
  }

  private StatusAnswer summary(List<Under> under) {
    var headline = under.getFirst();
    var lawful = new Interval(headline.lawful(), headline.lawful());
    var statuses = new LinkedHashSet<LegalStatus>();
    for (var one : under) {
      // A combination that contradicts the evidence says nothing.
      if (one.status().isEmpty()) continue;
      lawful = lawful.including(one.lawful());
      statuses.add(CouldAnswer.mostProbable(one.status()));
    }
    return new StatusAnswer(
        CouldAnswer.mostProbable(headline.status()),
        headline.status(),
        headline.lawful(),
        lawful,
        statuses.size() > 1,
        pivotal(under),
        unverified(headline));
  }

  private CouldAnswer.@Nullable Unverified unverified(Under headline) {
    var without = headline.verified();
    if (without == null || headline.status().isEmpty()) return null;
    var same =
        Arrays.stream(LegalStatus.values())
            .allMatch(s ->
                Math.abs(
                        headline.status().getOrDefault(s, 0.0)
                            - without.status().getOrDefault(s, 0.0))
                    < 1e-9);
    if (same) return null;
    var provisions =
        opinion.norms().stream()
            .map(GroundNorm::article)
            .filter(inquiry.network().grounding()::isUnverified)
            .map(Article::id)
            .distinct()
            .toList();
    return new CouldAnswer.Unverified(
        provisions, CouldAnswer.mostProbable(without.status()), without.lawful());
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

  private PathwayAnswer pathway(Pathway pathway) {
    var norm = pathway.norm();
    var open = literal(pathway.open());
    return new PathwayAnswer(
        norm.instrument().id(),
        norm.instrument().title(),
        norm.article().number(),
        pathway.exception() == null ? null : pathway.exception().label(),
        pathway.gives(),
        probability(headline(), open),
        over(pathway.open()),
        request == null ? null : probability(asked(), open),
        pathway.outranked(),
        norm.article().dormant(),
        inquiry.network().grounding().isUnverified(norm.article()),
        norm.article().cite() == null ? norm.instrument().cite() : norm.article().cite(),
        pathway.conditions().stream().map(this::condition).toList());
  }

  static double probability(ReducedPropagation propagation, Literal literal) {
    if (literal.isConstant()) return literal.positive() ? 1 : 0;
    return propagation
        .posterior(Objects.requireNonNull(literal.variable()))[literal.positive() ? 1 : 0];
  }

  private ReducedPropagation headline() {
    return propagations.computeIfAbsent(Map.of(), this::propagation);
  }

  /// The headline supposing the request.
  private ReducedPropagation asked() {
    if (underRequest == null) underRequest = circuit.propagate(Objects.requireNonNull(request));
    return underRequest;
  }

  /// The range of a formula's probability over the readings that occur in it; all other readings
  /// are the headline's.
  private Interval over(Formula formula) {
    var literal = literal(formula);
    var headline = probability(headline(), literal);
    var interval = new Interval(headline, headline);
    if (literal.isConstant()) return interval;
    var choices = List.of(Map.<String, Integer>of());
    for (var issue : inquiry.issues()) {
      var occurs =
          formula.everyPart().stream()
              .anyMatch(p -> p instanceof Formula.ReadingIs r && r.issue().equals(issue.id()));
      if (!occurs) continue;
      var longer = new ArrayList<Map<String, Integer>>();
      for (var shorter : choices)
        for (var r = 0; r < issue.readings().size(); r++) {
          var choice = new LinkedHashMap<>(shorter);
          if (r > 0) choice.put(issue.id(), r);
          longer.add(choice);
        }
      choices = longer;
    }
    for (var choice : choices) {
      var propagation = propagations.computeIfAbsent(choice, this::propagation);
      if (!propagation.isImpossible())
        interval = interval.including(probability(propagation, literal));
    }
    return interval;
  }

  private ReducedPropagation propagation(Map<String, Integer> choice) {
    var evidence = Evidence.none();
    for (var reading : choice.entrySet())
      evidence = inquiry.network().read(evidence, reading.getKey(), reading.getValue());
    return circuit.propagate(evidence);
  }

  private ConditionAnswer condition(Pathway.Need need) {
    var literal = literal(need.holds());
    var p = probability(headline(), literal);
    var dossier = inquiry.dossier();
    var declared = need.facts().stream().filter(f -> dossier.fact(f) != null).toList();
    var undeclared = !need.facts().isEmpty() && declared.isEmpty() && literal.isConstant();
    var claims = new LinkedHashSet<String>();
    for (var id : declared) {
      var fact = dossier.fact(id);
      if (fact != null) fact.evidence().forEach(evidence -> claims.add(evidence.claim()));
    }
    var state = undeclared ? State.UNDECLARED : Grounds.state(p);
    return new ConditionAnswer(
        need.text(),
        need.words(),
        state,
        p,
        over(need.holds()),
        need.facts(),
        List.copyOf(claims),
        need.issue());
  }
}
