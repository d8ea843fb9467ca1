package casus.answer;

import static casus.answer.Dossiers.fact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casus.model.Dossier;
import casus.model.Weighing;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class WouldAnswersTest {
  @Test
  void theFoundingCase() {
    var inquiry = Dossiers.open(Dossiers.golden(false));
    assertThat(inquiry.headline().posterior()[2]).isCloseTo(.00969, within(5e-6));
    var would = Objects.requireNonNull(WouldAnswers.of(inquiry));
    assertThat(would.exactShares()).isTrue();
    assertThat(would.start()).isCloseTo(Math.log(.214 / .786), within(1e-12));
    assertThat(sum(would)).isCloseTo(would.end() - would.start() - would.observed(), within(1e-9));
    var gate = Objects.requireNonNull(would.gate());
    assertThat(gate.holds()).isCloseTo(1 - .7 * (1 - .00514), within(1e-4));
    assertThat(gate.ruledOut()).isFalse();
    assertThat(would.reasons().get(2).active()).isCloseTo(.81373, within(5e-6));
    assertThat(would.reasons().get(2).claims()).containsExactly("C1", "C2");
    assertThat(would.reasons().get(1).claims()).containsExactlyInAnyOrder("C3", "C4");
    assertThat(would.reasons().get(2).factor()).isCloseTo(1 / 8.0, within(1e-12));
    assertThat(would.reasons().get(2).strength()).isEqualTo("strong");
    assertThat(would.base().get(2).range()).isEqualTo(new Interval(.10, .30));
    assertThat(would.base().get(2).classes().getFirst().successes()).isEqualTo(1);
  }

  @Test
  void sharesEqualThoseOfDossiersWithReasonsRemoved() {
    var random = new SplittableRandom(1);
    for (var round = 0; round < 12; round++) {
      var dossier = Dossiers.random(random, 4, 1 + random.nextInt(4));
      var inquiry = Dossiers.open(dossier);
      var would = Objects.requireNonNull(WouldAnswers.of(inquiry));
      var players = new ArrayList<String>();
      for (var reason : dossier.weighings().getFirst().reasons())
        if (!reason.inBase()) players.add(reason.id());
      var gated = !dossier.weighings().getFirst().gates().isEmpty();
      if (gated) players.add("gate");
      var values = new double[1 << players.size()];
      for (var set = 0; set < values.length; set++)
        values[set] = value(dossier, players, set, inquiry.subject());
      assertThat(would.start()).isCloseTo(baseRate(would, inquiry.subject()), within(1e-9));
      assertThat(would.start() + would.observed()).isCloseTo(values[0], within(1e-9));
      for (var i = 0; i < players.size(); i++) {
        var expected = shapley(values, players.size(), i);
        var name = players.get(i);
        var share =
            name.equals("gate")
                ? Objects.requireNonNull(would.gate()).share()
                : reason(would, name).share();
        assertThat(share).as("round %d, %s", round, name).isCloseTo(expected, within(1e-9));
        if (name.equals("gate")) continue;
        var without = values[values.length - 1 & ~(1 << i)];
        assertThat(reason(would, name).without())
            .isCloseTo(CountedReasons.probability(without), within(1e-9));
      }
      assertThat(sum(would))
          .isCloseTo(would.end() - would.start() - would.observed(), within(1e-8));
    }
  }

  @Test
  void signsMoveTheBaseRateBeforeAnyReasonCounts() {
    var inquiry =
        Dossiers.open(
            new DossierBuilder("q", "no", "yes")
                .rate(1, .25, .25, .25, false)
                .sign("sign", 1, .6, .2, true)
                .fact("f", .5)
                .reason("r", 1, true, "moderate", fact("f"))
                .build());
    var would = Objects.requireNonNull(WouldAnswers.of(inquiry));
    assertThat(would.start()).isCloseTo(Math.log(1 / 3.0), within(1e-12));
    assertThat(would.observed()).isCloseTo(Math.log(3), within(1e-9));
    assertThat(would.start() + would.observed() + sum(would)).isCloseTo(would.end(), within(1e-9));
  }

  @Test
  void thePathIntegralSumsToTheMoveAndLeavesOutAsTheExactSharesDo() {
    var random = new SplittableRandom(2);
    for (var round = 0; round < 12; round++) {
      var inquiry = Dossiers.open(Dossiers.random(random, 5, 3 + random.nextInt(4)));
      var counted = CountedReasons.of(inquiry);
      var exact = ReasonShares.of(inquiry, counted, inquiry.subject());
      var path = PathShares.of(inquiry, counted, inquiry.subject());
      assertThat(exact.exact()).isTrue();
      assertThat(path.exact()).isFalse();
      assertThat(path.start()).isCloseTo(exact.start(), within(1e-9));
      assertThat(sum(path)).isCloseTo(sum(exact), within(1e-7));
      for (var i = 0; i < counted.rows().size(); i++)
        assertThat(path.without()[i]).isCloseTo(exact.without()[i], within(1e-9));
    }
  }

  @Test
  void symmetricReasonsHaveEqualShares() {
    var builder = new DossierBuilder("q", "no", "yes").rate(1, .3, .3, .3, false);
    for (var i = 0; i < 4; i++)
      builder.fact("f" + i, .4).reason("r" + i, 1, false, "moderate", fact("f" + i));
    var inquiry = Dossiers.open(builder.gate(1, fact("f0")).build());
    for (var shares :
        List.of(
            ReasonShares.of(inquiry, CountedReasons.of(inquiry), 1),
            PathShares.of(inquiry, CountedReasons.of(inquiry), 1))) {
      assertThat(shares.reasons()[2]).isCloseTo(shares.reasons()[1], within(1e-9));
      assertThat(shares.reasons()[3]).isCloseTo(shares.reasons()[1], within(1e-9));
      assertThat(Math.abs(shares.reasons()[0] - shares.reasons()[1])).isGreaterThan(.01);
    }
  }

  @Test
  void fortyUncertainReasons() {
    var builder =
        new DossierBuilder("q", "no", "some", "yes")
            .rate(2, .2, .1, .3, false)
            .rate(1, .3, .3, .3, true);
    var words = List.of("slight", "moderate");
    for (var i = 0; i < 40; i++)
      builder
          .fact("f" + i, .2 + .015 * i)
          .reason("r" + i, 1 + i / 20, i % 3 == 0, words.get(i % 2), fact("f" + i));
    var inquiry = Dossiers.open(builder.gate(2, fact("f0")).build());
    var would = Objects.requireNonNull(WouldAnswers.of(inquiry));
    assertThat(would.exactShares()).isFalse();
    assertThat(sum(would)).isCloseTo(would.end() - would.start() - would.observed(), within(1e-7));
  }

  @Test
  void aGateThatCannotOpenRulesOut() {
    var dossier =
        new DossierBuilder("q", "no", "yes")
            .rate(1, .3, .3, .3, false)
            .given("never", false)
            .fact("f", .5)
            .reason("r", 1, true, "moderate", fact("f"))
            .gate(1, fact("never"))
            .build();
    var would = Objects.requireNonNull(WouldAnswers.of(Dossiers.open(dossier)));
    var gate = Objects.requireNonNull(would.gate());
    assertThat(gate.ruledOut()).isTrue();
    assertThat(gate.holds()).isZero();
    assertThat(would.end()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(would.reasons().getFirst().share()).isPositive();
    assertThat(would.reasons().getFirst().without()).isZero();
  }

  @Test
  void reasonsInTheBaseAreShownAndNotCounted() {
    var dossier =
        new DossierBuilder("q", "no", "yes")
            .rate(1, .3, .3, .3, false)
            .fact("f", .5)
            .reason("shown", 1, true, null, fact("f"), true)
            .reason("counted", 1, true, "moderate", fact("f"))
            .build();
    var would = Objects.requireNonNull(WouldAnswers.of(Dossiers.open(dossier)));
    assertThat(would.reasons().getFirst().share()).isZero();
    assertThat(would.reasons().getFirst().factor()).isNaN();
    assertThat(would.reasons().getFirst().active()).isCloseTo(.5, within(1e-12));
    assertThat(would.reasons().getLast().share()).isPositive();
  }

  @Test
  void noBaseRateNoAnswer() {
    var dossier = new DossierBuilder("q", "no", "yes").fact("f", .5).build();
    assertThat(WouldAnswers.of(Dossiers.open(dossier))).isNull();
  }

  private static WouldAnswer.ReasonAnswer reason(WouldAnswer would, String id) {
    return would.reasons().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
  }

  private static double baseRate(WouldAnswer would, int subject) {
    var rate = would.base().get(subject).probability();
    return Math.log(rate / (1 - rate));
  }

  private static double sum(WouldAnswer would) {
    var sum = would.reasons().stream().mapToDouble(WouldAnswer.ReasonAnswer::share).sum();
    return would.gate() == null ? sum : sum + would.gate().share();
  }

  private static double sum(ReasonShares shares) {
    var sum = shares.gate();
    for (var share : shares.reasons()) sum += share;
    return sum;
  }

  private static double value(Dossier dossier, List<String> players, int set, int subject) {
    var kept = new ArrayList<String>();
    for (var i = 0; i < players.size(); i++) if ((set >> i & 1) == 1) kept.add(players.get(i));
    var reasons =
        dossier.weighings().getFirst().reasons().stream()
            .filter(Weighing.Reason::inBase)
            .map(Weighing.Reason::id)
            .toList();
    var all = new ArrayList<>(kept);
    all.addAll(reasons);
    var smaller = Dossiers.keeping(dossier, all, kept.contains("gate"));
    return CountedReasons.logit(Dossiers.open(smaller).headline().posterior(), subject);
  }

  private static double shapley(double[] values, int players, int player) {
    var share = 0.0;
    for (var set = 0; set < values.length; set++) {
      if ((set >> player & 1) == 1) continue;
      var size = Integer.bitCount(set);
      var weight = factorial(size) * factorial(players - size - 1) / factorial(players);
      share += weight * (values[set | 1 << player] - values[set]);
    }
    return share;
  }

  private static double factorial(int n) {
    return n < 2 ? 1 : n * factorial(n - 1);
  }
}
