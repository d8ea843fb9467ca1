package casus.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casus.inference.Circuit;
import casus.inference.Evidence;
import casus.inference.Propagation;
import casus.model.Condition;
import casus.model.Fact;
import casus.network.OracleLaw.Status;
import casus.treaty.Formula;
import casus.treaty.Issue;
import casus.treaty.LegalOpinion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Compiled dossiers against [BruteForce] on random small ones: every outcome, fact, legal status
/// and pathway, and P(evidence), under every combination of readings, every scenario and
/// interventions. 40 dossiers by default, all 2,000 with -Dcasus.full=true.
class NetworkOracleTest {
  private static final long SEED = 20200817;
  private static final int DOSSIERS = Boolean.getBoolean("casus.full") ? 2000 : 40;
  private static final long MOST_WORLDS = 40_000;
  private static final double CLOSE = 1e-10;

  private int numbers;
  private int impossible;
  private String setting = "";

  @Test
  void randomDossiersEqualEnumeration() {
    var seeds = new SplittableRandom(SEED);
    var tooLarge = 0;
    var checked = 0;
    while (checked < DOSSIERS) {
      var seed = seeds.nextLong();
      var example = RandomDossiers.next(new SplittableRandom(seed));
      var oracle = new BruteForce(example.dossier());
      var combinations = combinations(oracle.openIssues());
      if (oracle.worlds() * combinations.size() > MOST_WORLDS) {
        tooLarge++;
        continue;
      }
      try {
        check(example, oracle, combinations, new SplittableRandom(seed));
      } catch (RuntimeException | AssertionError wrong) {
        throw new AssertionError(
            "dossier of seed " + seed + ", " + setting + ": " + wrong.getMessage(), wrong);
      }
      checked++;
    }
    System.out.printf(
        "random dossiers: %d from seed %d, %d numbers compared, %d times impossible evidence,"
            + " %d more too large to enumerate%n",
        checked, SEED, numbers, impossible, tooLarge);
    assertThat(numbers).isGreaterThan(checked * 20);
  }

  private static List<Map<String, Integer>> combinations(Map<String, Integer> issues) {
    List<Map<String, Integer>> combinations = List.of(Map.of());
    for (var issue : issues.entrySet()) {
      var longer = new ArrayList<Map<String, Integer>>();
      for (var shorter : combinations)
        for (var i = 0; i < issue.getValue(); i++) {
          var one = new HashMap<>(shorter);
          one.put(issue.getKey(), i);
          longer.add(one);
        }
      combinations = longer;
    }
    return combinations;
  }

  private void check(
      RandomDossiers.Example example,
      BruteForce oracle,
      List<Map<String, Integer>> combinations,
      SplittableRandom random) {
    var dossier = example.dossier();
    var settable = new TreeSet<String>();
    for (var fact : dossier.facts())
      if (random.nextInt(fact.basis() instanceof Fact.Basis.Given ? 2 : 4) == 0)
        settable.add(fact.id());
    var events =
        dossier.scenarios().stream()
            .flatMap(scenario -> scenario.suppose().stream())
            .collect(Collectors.toList());
    dossier.facts().forEach(fact -> events.add(Draft.holds(fact.id())));
    var network = Draft.network(dossier, settable, events, example.acts());
    var circuits =
        dossier.questions().stream()
            .map(q -> Circuit.compile(network.network(), network.outcome(q.id())).circuit())
            .toList();
    var supposed = new ArrayList<List<Condition>>();
    supposed.add(List.of());
    dossier.scenarios().forEach(scenario -> supposed.add(scenario.suppose()));
    var query = new BruteForce.Query(example.acts(), events);
    var interventions = new ArrayList<Map<String, Boolean>>();
    interventions.add(Map.of());
    for (var fact : settable) interventions.add(Map.of(fact, random.nextBoolean()));
    if (settable.size() > 1)
      interventions.add(
          settable.stream().collect(Collectors.toMap(fact -> fact, _ -> random.nextBoolean())));
    for (var readings : combinations)
      for (var set : interventions) {
        setting = "observed, readings " + readings + ", set " + set;
        compare(
            network,
            circuits,
            asked(network, network.observed(), readings, set),
            supposed,
            query,
            oracle.answers(readings, set, true, supposed, query));
        if (!set.isEmpty()) continue;
        setting = "nothing observed, readings " + readings;
        compare(
            network,
            circuits,
            asked(network, network.background(), readings, set),
            List.of(List.of()),
            query,
            oracle.answers(readings, set, false, List.of(List.of()), query));
      }
  }

  private static Evidence asked(
      DossierNetwork network,
      Evidence start,
      Map<String, Integer> readings,
      Map<String, Boolean> set) {
    var evidence = start;
    for (Issue issue : network.issues())
      evidence = network.read(evidence, issue.id(), readings.getOrDefault(issue.id(), 0));
    for (var one : set.entrySet()) evidence = network.set(evidence, one.getKey(), one.getValue());
    return evidence;
  }

  private void compare(
      DossierNetwork network,
      List<Circuit> circuits,
      Evidence start,
      List<List<Condition>> supposed,
      BruteForce.Query query,
      List<BruteForce.Answers> expected) {
    for (var s = 0; s < supposed.size(); s++) {
      var answers = expected.get(s);
      var evidence = supposing(network, start, supposed.get(s));
      if (evidence == null || answers.evidence() == 0) {
        impossible++;
        assertThat(answers.evidence()).as("P(evidence)").isZero();
        if (evidence != null)
          assertThat(propagate(network, circuits.getFirst(), evidence).isImpossible()).isTrue();
        continue;
      }
      for (var circuit : circuits) {
        var propagation = propagate(network, circuit, evidence);
        close(
            "P(evidence), relative",
            propagation.evidenceProbability() * undecided(network) / answers.evidence(),
            1);
        compare(network, propagation, query, answers);
      }
    }
  }

  /// Evidence with conditions supposed, or null where they contradict each other or what is given.
  private static @Nullable Evidence supposing(
      DossierNetwork network, Evidence start, List<Condition> supposed) {
    var evidence = start;
    for (var condition : supposed) {
      var literal = network.literal(network.grounding().condition(condition));
      var variable = literal.variable();
      if (variable == null) {
        if (!literal.positive()) return null;
        continue;
      }
      if (evidence.has(variable) && evidence.likelihood(variable)[literal.positive() ? 1 : 0] == 0)
        return null;
      evidence = network.with(evidence, literal);
    }
    return evidence;
  }

  private static Propagation propagate(DossierNetwork network, Circuit circuit, Evidence evidence) {
    return circuit.propagate(network.parameters(network.points()), evidence);
  }

  /// What the even chances of open readings and switches divide P(evidence) by.
  private static double undecided(DossierNetwork network) {
    var factor = 1.0;
    for (var issue : network.issues()) factor *= issue.readings().size();
    for (var fact : network.dossier().facts())
      if (network.network().variables().stream()
          .anyMatch(variable -> variable.name().equals("set " + fact.id()))) factor *= 3;
    return factor;
  }

  private void compare(
      DossierNetwork network,
      Propagation propagation,
      BruteForce.Query query,
      BruteForce.Answers answers) {
    for (var outcome : answers.outcomes().entrySet())
      for (var o = 0; o < outcome.getValue().length; o++)
        close(
            outcome.getKey() + " = " + o,
            propagation.posterior(network.outcome(outcome.getKey()))[o],
            outcome.getValue()[o]);
    for (var fact : answers.facts().entrySet()) {
      var variable = network.fact(fact.getKey());
      assertThat(variable).isNotNull();
      if (variable != null)
        close(fact.getKey(), propagation.posterior(variable)[1], fact.getValue());
    }
    for (var i = 0; i < query.events().size(); i++)
      close(
          query.events().get(i).toString(),
          probability(propagation, network, query.events().get(i)),
          answers.events()[i]);
    for (var i = 0; i < query.acts().size(); i++)
      compare(
          network,
          propagation,
          query.acts().get(i),
          answers.statuses().get(i),
          answers.verified().get(i),
          answers.pathways().get(i));
  }

  private void compare(
      DossierNetwork network,
      Propagation propagation,
      Condition.Could could,
      Map<Status, Double> statuses,
      Map<Status, Double> verified,
      Map<String, Double> pathways) {
    var opinion = network.grounding().opinion(could.act(), could.order());
    var certain = opinion.verified();
    if (certain == null) assertThat(verified).isEqualTo(statuses);
    else
      for (var status : Status.values())
        if (status != Status.NOTHING)
          close(
              could + " by verified provisions " + status,
              probability(propagation, network.literal(of(certain, status))),
              verified.getOrDefault(status, 0.0));
    var formulas =
        Map.of(
            Status.FORBIDDEN, opinion.forbidden(),
            Status.CONFLICT, opinion.conflict(),
            Status.OBLIGED, opinion.obliged(),
            Status.PERMITTED, opinion.permitted(),
            Status.LIFTED, opinion.lifted());
    var lawful = 0.0;
    for (var formula : formulas.entrySet()) {
      var status = formula.getKey();
      var wanted = statuses.getOrDefault(status, 0.0);
      if (status.isLawful()) lawful += wanted;
      close(
          could + " " + status,
          probability(propagation, network.literal(formula.getValue())),
          wanted);
    }
    close(could + " lawful", probability(propagation, network.literal(opinion.lawful())), lawful);
    var expected = List.copyOf(pathways.entrySet());
    assertThat(opinion.pathways()).as("pathways of %s", could).hasSameSizeAs(expected);
    for (var i = 0; i < expected.size(); i++)
      close(
          could + " by " + expected.get(i).getKey(),
          probability(propagation, network.literal(opinion.pathways().get(i).open())),
          expected.get(i).getValue());
  }

  private static Formula of(LegalOpinion opinion, Status status) {
    return switch (status) {
      case FORBIDDEN -> opinion.forbidden();
      case CONFLICT -> opinion.conflict();
      case OBLIGED -> opinion.obliged();
      case PERMITTED -> opinion.permitted();
      case LIFTED -> opinion.lifted();
      case NOTHING -> throw new IllegalArgumentException(status.toString());
    };
  }

  private static double probability(
      Propagation propagation, DossierNetwork network, Condition condition) {
    return probability(propagation, network.literal(network.grounding().condition(condition)));
  }

  private static double probability(Propagation propagation, Literal literal) {
    var variable = literal.variable();
    if (variable == null) return literal.positive() ? 1 : 0;
    return propagation.posterior(variable)[literal.positive() ? 1 : 0];
  }

  private void close(String what, double actual, double expected) {
    numbers++;
    if (!(Math.abs(actual - expected) <= CLOSE))
      assertThat(actual).as(what).isCloseTo(expected, within(CLOSE));
  }
}
