package casus.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casus.inference.Circuit;
import casus.inference.Propagation;
import casus.model.BaseRate;
import casus.model.Chance;
import casus.model.Claim;
import casus.model.Council;
import casus.model.Dossier;
import casus.model.Fact;
import casus.model.Quantity;
import casus.model.Weighing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Dossiers far too large to enumerate: exact answers, compared with a dynamic program written for
/// the one case. Prints how long the way from dossier to answer takes. 24 uncertain reasons by
/// default, 40 with -Dcasus.full=true.
class LargeDossiersTest {
  private static final long SEED = 40;
  private static final int REASONS = Boolean.getBoolean("casus.full") ? 40 : 24;
  private static final double CLOSE = 1e-9;
  private static final double[] FACTORS = {1.5, 3, 8, 20};

  private final SplittableRandom random = new SplittableRandom(SEED);

  @Test
  void manyReasons() {
    reasons(REASONS + " reasons", false);
  }

  @Test
  void manyReasonsWithRangesOnTheWords() {
    reasons(REASONS + " reasons, words with ranges", true);
  }

  /// An uncertain reason with a fact of its own.
  private record Reason(double probability, int outcome, double log) {}

  private void reasons(String name, boolean ranges) {
    var draft = new Draft();
    var words = new ArrayList<Quantity>();
    for (var factor : FACTORS)
      words.add(
          ranges
              ? Draft.factor("word x" + factor, factor, factor / 1.2, factor * 1.2)
              : Draft.factor("word x" + factor, factor));
    draft.question("troops", "none", "covert", "open");
    draft.base(
        "troops",
        new BaseRate.Rate(2, draft.probability(0.2), false, false),
        new BaseRate.Rate(1, draft.probability(0.3), true, false));
    var reasons = new ArrayList<Weighing.Reason>();
    var plain = new ArrayList<Reason>();
    for (var i = 0; i < REASONS; i++) {
      var word = random.nextInt(FACTORS.length);
      var outcome = 1 + random.nextInt(2);
      var favours = random.nextBoolean();
      var p = random.nextDouble(0.05, 0.95);
      draft.fact("f" + i, draft.probability(p));
      reasons.add(Draft.reason("r" + i, outcome, favours, words.get(word), Draft.holds("f" + i)));
      plain.add(
          new Reason(p, outcome, favours ? Math.log(FACTORS[word]) : -Math.log(FACTORS[word])));
    }
    draft.weigh("troops", reasons, List.of(), List.of());
    var actual = timed(name, draft.dossier(), "troops").posterior();
    var expected = expected(plain, new double[] {0.8 * 0.7, 0.8 * 0.3, 0.2});
    for (var o = 0; o < 3; o++) assertThat(actual[o]).isCloseTo(expected[o], within(CLOSE));
  }

  /// The reasons for one outcome are independent of those for the other: the distribution of each
  /// sum of logs, then every pair of sums.
  private static double[] expected(List<Reason> reasons, double[] base) {
    var covert = sums(reasons, 1);
    var open = sums(reasons, 2);
    var expected = new double[3];
    for (var c : covert.entrySet())
      for (var o : open.entrySet()) {
        var odds =
            new double[] {
              base[0], base[1] * Math.exp(c.getKey() / 1e9), base[2] * Math.exp(o.getKey() / 1e9)
            };
        var weight = c.getValue() * o.getValue() / (odds[0] + odds[1] + odds[2]);
        for (var i = 0; i < 3; i++) expected[i] += odds[i] * weight;
      }
    return expected;
  }

  /// The distribution of the sum of logs, in billionths.
  private static Map<Long, Double> sums(List<Reason> reasons, int outcome) {
    Map<Long, Double> sums = Map.of(0L, 1.0);
    for (var reason : reasons) {
      if (reason.outcome() != outcome) continue;
      var next = new HashMap<Long, Double>();
      for (var sum : sums.entrySet()) {
        next.merge(sum.getKey(), sum.getValue() * (1 - reason.probability()), Double::sum);
        next.merge(
            sum.getKey() + Math.round(reason.log() * 1e9),
            sum.getValue() * reason.probability(),
            Double::sum);
      }
      sums = next;
    }
    return sums;
  }

  @Test
  void hundredCauses() {
    var draft = new Draft();
    draft.question("troops", "no", "yes");
    var causes = new ArrayList<Fact.Cause>();
    var without = 1 - 0.01;
    var p = new double[100];
    var strength = new double[100];
    for (var i = 0; i < 100; i++) {
      p[i] = random.nextDouble(0.01, 0.1);
      strength[i] = random.nextDouble(0.05, 0.5);
      without *= 1 - p[i] * strength[i];
      draft.fact("cause" + i, draft.probability(p[i]));
      causes.add(new Fact.Cause(Draft.holds("cause" + i), draft.probability(strength[i])));
    }
    draft.source("agency", draft.probability(0.8), null);
    draft.claim("C1", List.of(Draft.link("agency")), List.<Claim.Link>of());
    draft.fact(
        "strike",
        new Fact.Basis.ArisesFrom(causes, draft.probability(0.01)),
        Draft.evidence("C1", true, Draft.factor("strong", 8)));
    draft.base("troops", new BaseRate.Rate(1, draft.probability(0.1), false, false));
    draft.weigh(
        "troops",
        List.of(Draft.reason("r", 1, true, Draft.factor("moderate", 3), Draft.holds("strike"))),
        List.of(),
        List.of());
    var dossier = draft.dossier();
    var network = Draft.network(dossier, Set.of(), List.of(), List.of());
    var propagation = timed("100 causes", dossier, "troops");
    var ifTrue = 0.8 * 0.9 + 0.2 * 0.5;
    var ifFalse = 0.8 * 0.9 / 8 + 0.2 * 0.5;
    var evidence = ifTrue * (1 - without) + ifFalse * without;
    var strike = ifTrue * (1 - without) / evidence;
    var open = 0.1 * 3 / (0.1 * 3 + 0.9);
    assertThat(propagation.posterior()[1])
        .isCloseTo(strike * open + (1 - strike) * 0.1, within(CLOSE));
    for (var i = 0; i < 100; i++) {
      var others = without / (1 - p[i] * strength[i]);
      var falseIfCause = (1 - strength[i]) * others;
      var expected = p[i] * (ifTrue * (1 - falseIfCause) + ifFalse * falseIfCause) / evidence;
      var variable = Objects.requireNonNull(network.fact("cause" + i));
      assertThat(propagation.posterior(variable)[1]).isCloseTo(expected, within(CLOSE));
    }
  }

  @Test
  void thirtyVoters() {
    var draft = new Draft();
    draft.question("troops", "no", "yes");
    draft.fact("leader-favours", draft.probability(0.4));
    var members = new ArrayList<String>();
    var votes = new ArrayList<Council.Vote>();
    var chances = new double[2][30];
    var abstains = new double[30];
    var absent = new double[30];
    for (var i = 0; i < 30; i++) {
      members.add("M" + i);
      chances[0][i] = random.nextDouble(0.3, 0.6);
      chances[1][i] = random.nextDouble(0.5, 0.8);
      abstains[i] = random.nextDouble(0.1);
      absent[i] = random.nextDouble(0.1);
      votes.add(
          new Council.Vote(
              "M" + i,
              new Chance(
                  List.of(
                      new Chance.Case(
                          Draft.holds("leader-favours"), draft.probability(chances[1][i])),
                      new Chance.Case(null, draft.probability(chances[0][i])))),
              draft.probability(abstains[i]),
              draft.probability(absent[i])));
    }
    draft.councils.add(
        new Council(
            "assembly",
            null,
            members,
            false,
            List.of(),
            new Council.Rule.Share(2, 3, false, true, List.of("M0")),
            votes,
            Draft.HERE));
    draft.fact("agrees", new Fact.Basis.Decision("assembly"));
    draft.base("troops", new BaseRate.Rate(1, draft.probability(0.5), false, false));
    draft.weigh("troops", List.of(), List.of(Draft.gate(1, Draft.holds("agrees"))), List.of());
    var actual = timed("30 voters", draft.dossier(), "troops").posterior()[1];
    var decides = 0.0;
    for (var f = 0; f < 2; f++)
      decides += (f == 1 ? 0.4 : 0.6) * decides(chances[f], abstains, absent);
    assertThat(actual).isCloseTo(decides * 0.5, within(CLOSE));
  }

  /// P(two thirds of those present favour it and the first member does not vote against), by
  /// counting how many are present and how many favour it.
  private static double decides(double[] favours, double[] abstains, double[] absent) {
    var counts = new double[31][31];
    counts[0][0] = 1;
    for (var i = 0; i < favours.length; i++) {
      var next = new double[31][31];
      for (var present = 0; present <= i; present++)
        for (var yes = 0; yes <= present; yes++) {
          var p = counts[present][yes];
          next[present][yes] += p * absent[i];
          next[present + 1][yes + 1] += p * favours[i];
          next[present + 1][yes] += p * (i == 0 ? abstains[i] : 1 - favours[i] - absent[i]);
        }
      counts = next;
    }
    var sum = 0.0;
    for (var present = 1; present <= 30; present++)
      for (var yes = 0; yes <= present; yes++)
        if (3 * yes >= 2 * present) sum += counts[present][yes];
    return sum;
  }

  /// From the dossier to the posterior, timed.
  private static Propagation timed(String name, Dossier dossier, String question) {
    var start = System.nanoTime();
    var network = Draft.network(dossier, Set.of(), List.of(), List.of());
    var built = System.nanoTime();
    var circuit = Circuit.compile(network.network(), network.outcome(question)).circuit();
    var compiled = System.nanoTime();
    var propagation = circuit.propagate(network.parameters(network.points()), network.observed());
    var done = System.nanoTime();
    System.out.printf(
        "%s: %.0f ms (network %.0f, circuit %.0f with %d products, answer %.0f)%n",
        name,
        (done - start) / 1e6,
        (built - start) / 1e6,
        (compiled - built) / 1e6,
        circuit.size(),
        (done - compiled) / 1e6);
    return propagation;
  }
}
