package casus.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casus.inference.Circuit;
import casus.model.Chance;
import casus.model.Condition;
import casus.model.Council;
import casus.model.Council.Rule;
import casus.model.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Councils decide as their rules say.
class VotesTest {
  private static final long SEED = 20190406;
  private static final int COUNCILS = Boolean.getBoolean("casus.full") ? 400 : 40;
  private static final List<String> VOTES =
      List.of(VoteCount.AGAINST, VoteCount.FAVOURS, VoteCount.ABSTAINS, VoteCount.ABSENT);

  /// All votes of up to five members under every kind of rule, without a veto, with one and with
  /// two.
  @Test
  void countingFollowsTheRule() {
    var cases = 0;
    for (var size = 1; size <= 5; size++) {
      var members = List.of("A", "B", "C", "D", "E").subList(0, size);
      for (var vetoes :
          List.of(List.<String>of(), members.subList(0, 1), members.subList(0, Math.min(2, size))))
        for (var rule : rules(size, vetoes))
          for (var votes = 0; votes < 1 << (2 * size); votes++) {
            var ballot = new LinkedHashMap<String, String>();
            for (var i = 0; i < size; i++)
              ballot.put(members.get(i), VOTES.get((votes >> (2 * i)) & 3));
            assertThat(counted(rule, ballot))
                .as("%s: %s", rule, ballot)
                .isEqualTo(OracleLaw.decides(rule, ballot));
            cases++;
          }
    }
    System.out.println("votes: " + cases + " ballots counted");
  }

  private static List<Rule> rules(int members, List<String> vetoes) {
    var rules = new ArrayList<Rule>();
    rules.add(new Rule.Consensus(vetoes));
    rules.add(new Rule.Unanimity(vetoes));
    for (var k = 1; k <= members; k++) rules.add(new Rule.Count(k, vetoes));
    for (var ofPresent : List.of(false, true)) {
      rules.add(new Rule.Share(2, 3, false, ofPresent, vetoes));
      rules.add(new Rule.Share(1, 2, true, ofPresent, vetoes));
      rules.add(new Rule.Share(3, 4, false, ofPresent, vetoes));
    }
    return rules;
  }

  /// Who votes may depend on facts: then those excluded are no members.
  @Test
  void theExcludedAreNotThere() {
    var states = List.of("against", "favours", "abstains", "absent", "excluded");
    var cases = 0;
    for (var rule : rules(3, List.of("A")))
      for (var a : states)
        for (var b : states)
          for (var c : states) {
            var ballot = new LinkedHashMap<String, String>();
            ballot.put("A", a);
            ballot.put("B", b);
            ballot.put("C", c);
            var voting = new LinkedHashMap<>(ballot);
            voting.values().removeIf("excluded"::equals);
            assertThat(counted(rule, ballot, true))
                .as("%s: %s", rule, ballot)
                .isEqualTo(OracleLaw.decides(rule, voting));
            cases++;
          }
    assertThat(cases).isGreaterThan(1000);
  }

  private static boolean counted(Rule rule, Map<String, String> ballot) {
    return counted(rule, ballot, false);
  }

  private static boolean counted(Rule rule, Map<String, String> ballot, boolean mayExclude) {
    var members = List.copyOf(ballot.keySet());
    var count = new VoteCount(rule, members, mayExclude);
    var memory = VoteCount.Memory.START;
    for (var i = 0; i < members.size(); i++)
      memory = count.after(memory, i, ballot.getOrDefault(members.get(i), ""));
    return count.decides(memory);
  }

  /// Words of the rules, spelled out on votes that tell them apart.
  @Test
  void abstentionAndAbsence() {
    var none = List.<String>of();
    var oneOfThree = Map.of("A", "favours", "B", "abstains", "C", "absent");
    assertThat(counted(new Rule.Consensus(none), oneOfThree)).isTrue();
    assertThat(counted(new Rule.Unanimity(none), oneOfThree)).isFalse();
    assertThat(counted(new Rule.Count(1, none), oneOfThree)).isTrue();
    assertThat(counted(new Rule.Share(1, 2, true, true, none), oneOfThree)).isFalse();
    assertThat(counted(new Rule.Share(1, 2, false, true, none), oneOfThree)).isTrue();
    assertThat(counted(new Rule.Share(1, 2, false, false, none), oneOfThree)).isFalse();
    assertThat(counted(new Rule.Share(2, 3, false, true, none), Map.of("A", "absent"))).isFalse();
  }

  /// Whole networks: votes that depend on facts, targets left out, and decisions as facts.
  @Test
  void randomCouncilsEqualEnumeration() {
    var seeds = new SplittableRandom(SEED);
    for (var i = 0; i < COUNCILS; i++) {
      var seed = seeds.nextLong();
      var size = 1 + i % 6;
      var dossier = RandomDossiers.council(new SplittableRandom(seed), size).dossier();
      List<Condition> events = List.of(new Condition.DecisionOf("council"));
      var expected =
          new BruteForce(dossier)
              .answers(
                  Map.of(),
                  Map.of(),
                  true,
                  List.of(List.of()),
                  new BruteForce.Query(List.of(), events))
              .getFirst();
      var network = Draft.network(dossier, Set.of(), events, List.of());
      var propagation =
          Circuit.compile(network.network(), network.outcome("first"))
              .circuit()
              .propagate(network.observed());
      var decision = network.literal(network.grounding().condition(events.getFirst()));
      var message = "council of seed " + seed;
      assertThat(decision.variable()).as(message).isNotNull();
      if (decision.variable() != null)
        assertThat(propagation.posterior(decision.variable())[decision.positive() ? 1 : 0])
            .as(message)
            .isCloseTo(expected.events()[0], within(1e-10));
      for (var fact : expected.facts().entrySet()) {
        var variable = network.fact(fact.getKey());
        assertThat(variable).as(message).isNotNull();
        if (variable != null)
          assertThat(propagation.posterior(variable)[1])
              .as("%s: %s", message, fact.getKey())
              .isCloseTo(fact.getValue(), within(1e-10));
      }
    }
    System.out.println("councils: " + COUNCILS + " random ones from seed " + SEED);
  }

  /// A fact that is a decision follows the same members as the decision itself: whoever the act is
  /// directed at does not vote, where the council says so.
  @Test
  void decisionAsFactLeavesOutTheTarget() {
    var draft = new Draft();
    draft.actor("RUS");
    var sure = draft.chance(1);
    var never = draft.chance(0);
    draft.councils.add(
        new Council(
            "council",
            null,
            List.of("RUS", "BLR"),
            true,
            List.of(),
            new Rule.Consensus(List.of()),
            List.of(
                new Council.Vote("RUS", sure, null, null),
                new Council.Vote("BLR", never, null, null)),
            Draft.HERE));
    draft.fact("agrees", new Fact.Basis.Decision("council"));
    draft.fact("agrees(BLR)", new Fact.Basis.Decision("council"));
    draft.fact("agrees(RUS)", new Fact.Basis.Decision("council"));
    draft.question("troops", "no", "yes");
    draft.weigh(
        "troops",
        List.of(),
        List.of(Draft.gate(1, Draft.not(Draft.could("RUS", "use-force", "BLR")))),
        List.of());
    List<Condition> events = List.of(new Condition.DecisionOf("council"));
    var network = Draft.network(draft.dossier(), Set.of(), events, List.of());
    var propagation =
        Circuit.compile(network.network(), network.outcome("troops"))
            .circuit()
            .propagate(network.observed());
    var probabilities = new ArrayList<Double>();
    for (var fact : List.of("agrees", "agrees(BLR)", "agrees(RUS)")) {
      var variable = network.fact(fact);
      if (variable != null) probabilities.add(propagation.posterior(variable)[1]);
    }
    assertThat(probabilities).containsExactly(1.0, 1.0, 0.0);
  }

  /// A council whose only member is the target cannot decide.
  @Test
  void nobodyLeftDecidesNothing() {
    var draft = new Draft();
    draft.actor("RUS");
    draft.councils.add(
        new Council(
            "council",
            null,
            List.of("BLR"),
            true,
            List.of(),
            new Rule.Consensus(List.of()),
            List.of(new Council.Vote("BLR", draft.chance(1), null, null)),
            Draft.HERE));
    draft.fact("agrees(BLR)", new Fact.Basis.Decision("council"));
    draft.question("troops", "no", "yes");
    var network = Draft.network(draft.dossier(), Set.of(), List.of(), List.of());
    var variable = network.fact("agrees(BLR)");
    assertThat(variable).isNotNull();
    if (variable != null)
      assertThat(
              Circuit.compile(network.network(), variable)
                  .circuit()
                  .propagate(network.observed())
                  .posterior()[1])
          .isZero();
  }

  /// K of n with a probability for each voter, against the sum over all 2^n ballots; in the second
  /// half all vote with a leader, more or less.
  @Test
  void kOfNEqualsEnumeration() {
    var random = new SplittableRandom(SEED);
    for (var n = 1; n <= 15; n++)
      for (var follow : List.of(false, true)) {
        var leads = random.nextDouble();
        var yes = random.doubles(n).toArray();
        var otherwise = follow ? random.doubles(n).toArray() : yes;
        var needed = 1 + random.nextInt(n);
        assertThat(decision(leads, yes, otherwise, needed))
            .as("seed %d: %d of %d, followers %s", SEED, needed, n, follow)
            .isCloseTo(
                leads * ballots(yes, needed) + (1 - leads) * ballots(otherwise, needed),
                within(1e-12));
      }
  }

  private static double ballots(double[] favours, int needed) {
    var sum = 0.0;
    for (var ballot = 0; ballot < 1 << favours.length; ballot++) {
      if (Integer.bitCount(ballot) < needed) continue;
      var product = 1.0;
      for (var i = 0; i < favours.length; i++)
        product *= (ballot >> i & 1) != 0 ? favours[i] : 1 - favours[i];
      sum += product;
    }
    return sum;
  }

  /// Two hundred voters, against the textbook recursion over how many are in favour so far.
  @Test
  void twoHundredVoters() {
    var yes = new SplittableRandom(SEED).doubles(200).toArray();
    var tally = new double[201];
    tally[0] = 1;
    for (var p : yes)
      for (var k = 200; k >= 0; k--)
        tally[k] = tally[k] * (1 - p) + (k == 0 ? 0 : tally[k - 1] * p);
    var expected = 0.0;
    for (var k = 101; k <= 200; k++) expected += tally[k];
    assertThat(decision(0.5, yes, yes, 101)).isCloseTo(expected, within(1e-12));
  }

  /// @param leads the chance of the fact that the votes depend on
  /// @param yes each member's chance to be in favour where it holds
  /// @param otherwise the same where it does not
  private static double decision(double leads, double[] yes, double[] otherwise, int needed) {
    var draft = new Draft();
    draft.question("first", "no", "yes");
    draft.fact("leads", new Fact.Basis.Prior(draft.chance(leads)));
    var members = new ArrayList<String>();
    var votes = new ArrayList<Council.Vote>();
    for (var i = 0; i < yes.length; i++) {
      var member = "M" + i;
      members.add(member);
      votes.add(
          new Council.Vote(
              member,
              new Chance(
                  List.of(
                      new Chance.Case(Draft.holds("leads"), draft.probability(yes[i])),
                      new Chance.Case(null, draft.probability(otherwise[i])))),
              null,
              null));
    }
    draft.councils.add(
        new Council(
            "council",
            null,
            members,
            false,
            List.of(),
            new Rule.Count(needed, List.of()),
            votes,
            Draft.HERE));
    List<Condition> events = List.of(new Condition.DecisionOf("council"));
    var network = Draft.network(draft.dossier(), Set.of(), events, List.of());
    var propagation =
        Circuit.compile(network.network(), network.outcome("first"))
            .circuit()
            .propagate(network.observed());
    var decision = network.literal(network.grounding().condition(events.getFirst()));
    return propagation
        .posterior(java.util.Objects.requireNonNull(decision.variable()))[
        decision.positive() ? 1 : 0];
  }
}
