package casus.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casus.model.BaseRate;
import casus.model.Chance;
import casus.model.Claim;
import casus.model.Condition;
import casus.model.Council;
import casus.model.Dossier;
import casus.model.Fact;
import casus.model.Indicator;
import casus.model.Quantity;
import casus.model.Weighing;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What a dossier comes to: the numbers, dates and resolved names of the model.
class ModelTest {
  private static Dossier model(SmallDossier small) {
    var checked = small.check();
    assertThat(Rendered.lines(checked.problems().stream().filter(p -> p.isError()).toList()))
        .isEmpty();
    return Objects.requireNonNull(checked.dossier());
  }

  private static Fact fact(Dossier dossier, String id) {
    return Objects.requireNonNull(dossier.fact(id));
  }

  private static Claim claim(Dossier dossier, String id) {
    return Objects.requireNonNull(dossier.claim(id));
  }

  private static Quantity prior(Dossier dossier, String id) {
    return chance(dossier, id).cases().getLast().probability();
  }

  private static Chance chance(Dossier dossier, String id) {
    return ((Fact.Basis.Prior) fact(dossier, id).basis()).chance();
  }

  @Test
  void aPointKeepsItsRange() {
    var prior = prior(model(new SmallDossier()), "request(BLR)");
    assertThat(prior.id()).isEqualTo("prior request(BLR)");
    assertThat(prior.written()).isEqualTo("30% (20..45%)");
    assertThat(List.of(prior.point(), prior.low(), prior.high())).containsExactly(.30, .20, .45);
  }

  /// The mean of a logit-normal with these quantiles, by quadrature in another system.
  @Test
  void aRangeAloneStandsForItsMean() {
    var prior = prior(model(new SmallDossier()), "hostile");
    assertThat(prior.point()).isCloseTo(.7063781645, within(1e-9));
    assertThat(LogitNormal.mean(.4, .6)).isCloseTo(.5, within(1e-12));
    assertThat(LogitNormal.mean(.002, .02)).isCloseTo(.0080937705, within(1e-9));
    assertThat(LogitNormal.mean(0, 1)).isCloseTo(.5, within(1e-12));
  }

  @Test
  void aRateRunsOverWhatIsLeft() {
    var small = new SmallDossier().replace("prior 60..80%", "prior 10% per month (5..20%)");
    var prior = prior(model(small), "hostile");
    var months = 4 + 15 / 31.0; // 17 August to 31 December, both inclusive
    assertThat(prior.point()).isCloseTo(1 - Math.pow(.9, months), within(1e-12));
    assertThat(prior.high()).isCloseTo(1 - Math.pow(.8, months), within(1e-12));
    var later = prior(model(small.asOf(LocalDate.of(2020, 12, 1))), "hostile");
    assertThat(later.point()).isCloseTo(.1, within(1e-12));
    assertThat(prior(model(small.asOf(LocalDate.of(2021, 6, 1))), "hostile").point()).isZero();
  }

  @Test
  void oddsFrequenciesAndWordsAreProbabilities() {
    assertThat(prior(model(new SmallDossier().replace("60..80%", "odds 3:1")), "hostile").point())
        .isEqualTo(.75);
    assertThat(prior(model(new SmallDossier().replace("60..80%", "1 in 8")), "hostile").point())
        .isEqualTo(.125);
    var word = prior(model(new SmallDossier().replace("60..80%", "very-likely")), "hostile");
    assertThat(List.of(word.low(), word.high())).containsExactly(.80, .95);
  }

  @Test
  void wordsOfTheScaleAreShared() {
    var dossier = model(new SmallDossier());
    var evidence = (Fact.Support.Ratio) fact(dossier, "hostile").evidence().getFirst().support();
    var cover = reason(dossier, "cover");
    assertThat(cover.factor()).isSameAs(evidence.ratio());
    assertThat(evidence.ratio().id()).isEqualTo("strength slight");
  }

  private static Weighing.Reason reason(Dossier dossier, String id) {
    return dossier.weighings().getFirst().reasons().stream()
        .filter(reason -> reason.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aReasonWithoutANameIsNamedByItsText() {
    var dossier = model(new SmallDossier().replace("as resistance  ", "").replace("as cover ", ""));
    assertThat(dossier.weighings().getFirst().reasons())
        .extracting(Weighing.Reason::id)
        .containsExactly("there-is-cover", "the-population-resists");
  }

  /// 1 of 3: Jeffreys (1 + ½) / (3 + 1), and the 5 % and 95 % quantiles of Beta(1.5, 2.5).
  @Test
  void baseRatesComeFromTheCases() {
    var rate = rate(model(new SmallDossier()));
    assertThat(rate.fromClass()).isTrue();
    assertThat(rate.probability().point()).isEqualTo(.375);
    assertThat(rate.probability().low()).isCloseTo(.0624125, within(1e-6));
    assertThat(rate.probability().high()).isCloseTo(.7644659, within(1e-6));
    assertThat(rate.probability().written()).isEqualTo("1 of 3");
  }

  private static BaseRate.Rate rate(Dossier dossier) {
    return dossier.baseRates().getFirst().rates().getFirst();
  }

  @Test
  void betaQuantilesMatchTheIntegral() {
    assertThat(new Beta(20.5, 10.5).cumulative(.7)).isCloseTo(.6627779, within(1e-6));
    assertThat(new Beta(.5, 6.5).cumulative(.2)).isCloseTo(.9053577, within(1e-5));
    assertThat(Math.exp(Beta.logGamma(.5))).isCloseTo(Math.sqrt(Math.PI), within(1e-12));
  }

  @Test
  void classesArePooledByWeight() {
    var small =
        new SmallDossier()
            .replace(
                "base troops",
                "base troops from class \"asked\" weight 3, class \"revolts next door\" weight 1")
            .replace(
                "  class \"revolts next door\"",
                "  class \"asked\"\n    Syria-2015 open 2015-09-30\n  class \"revolts next door\"");
    var rate = rate(model(small));
    assertThat(rate.probability().point()).isCloseTo((3 * .75 + .375) / 4, within(1e-12));
    assertThat(rate.probability().written()).isEqualTo("1 of 1, 1 of 3");
  }

  @Test
  void laterCasesAreLeftOut() {
    var dossier = model(new SmallDossier().asOf(LocalDate.of(2014, 1, 1)));
    assertThat(rate(dossier).probability().written()).isEqualTo("0 of 1");
    assertThat(dossier.leftOut()).isEqualTo(new Dossier.LeftOut(2, 0, 1, 2, 0));
    assertThat(dossier.claims()).isEmpty();
    assertThat(fact(dossier, "hostile").evidence()).isEmpty();
    assertThat(reason(dossier, "resistance").cites()).isEmpty();
    assertThat(dossier.indicators().getFirst().observation())
        .isEqualTo(new Indicator.Observation.None());
  }

  @Test
  void aTreatyBindsFromItsDay() {
    var before = model(new SmallDossier().asOf(LocalDate.of(1999, 12, 31)));
    var pact = before.law().instruments().getFirst();
    assertThat(pact.inForce()).isFalse();
    assertThat(pact.parties()).isEmpty();
    assertThat(before.leftOut().provisions()).isEqualTo(3);
    assertThat(model(new SmallDossier()).law().instruments().getFirst().parties())
        .containsExactly("RUS", "BLR");
  }

  @Test
  void aLaterDateFiltersNothingMore() {
    var dossier = model(new SmallDossier().asOf(LocalDate.of(2020, 10, 1)));
    assertThat(dossier.asOf()).isEqualTo(LocalDate.of(2020, 10, 1));
    assertThat(dossier.writtenAsOf()).isEqualTo(LocalDate.of(2020, 8, 17));
    assertThat(dossier.leftOut()).isEqualTo(Dossier.LeftOut.NOTHING);
  }

  @Test
  void theLatestNumberInForceCounts() {
    var small =
        new SmallDossier()
            .replace("prior 60..80%", "prior 70% since 2020-08-01, 80% since 2020-08-10");
    assertThat(prior(model(small), "hostile").point()).isEqualTo(.80);
    var then = model(small.asOf(LocalDate.of(2020, 8, 5)));
    assertThat(prior(then, "hostile").point()).isEqualTo(.70);
    assertThat(then.leftOut().numbers()).isEqualTo(1);
    assertThat(prior(model(small.asOf(LocalDate.of(2020, 1, 1))), "hostile").point())
        .isEqualTo(.70);
  }

  @Test
  void whatIsGivenSinceADayWasNotSoBefore() {
    var small = new SmallDossier().replace("prior 60..80%", "given true since 2020-08-10");
    assertThat(fact(model(small), "hostile").basis()).isEqualTo(new Fact.Basis.Given(true));
    assertThat(fact(model(small.asOf(LocalDate.of(2020, 8, 9))), "hostile").basis())
        .isEqualTo(new Fact.Basis.Given(false));
  }

  @Test
  void chainsFollowViaAndTopics() {
    var dossier =
        model(
            new SmallDossier()
                .replace("leans for open", "leans for open\n  grade E on request(BLR)"));
    var claim = claim(dossier, "C1");
    assertThat(claim.chain())
        .containsExactly(new Claim.Link("minsk", "request(BLR)"), new Claim.Link("paper", null));
    assertThat(claim.leaning()).containsExactly(new Claim.Link("minsk", "request(BLR)"));
    assertThat(dossier.source("minsk"))
        .satisfies(source ->
            assertThat(
                    Objects.requireNonNull(source).topicSoundness().getFirst().soundness().point())
                .isEqualTo(.30));
  }

  @Test
  void aStatedLeaningOverrides() {
    var small =
        new SmallDossier()
            .replace("first request\"  @paper", "first request\" leaning against open @paper");
    assertThat(claim(model(small), "C1").leaning()).isEmpty();
  }

  /// The gate gives request(BLR) its sign; through `not`, a reason against gives hostility minus.
  @Test
  void leansFollowTheGateAndTheReasons() {
    var gate = new SmallDossier();
    assertThat(claim(model(gate), "C1").leaning()).isNotEmpty();
    var against =
        new SmallDossier()
            .replace("if hostile  [C2]", "if not hostile  [C2]")
            .replace("leans none", "leans for open");
    assertThat(claim(model(against), "C2").leaning()).isNotEmpty();
    var hostile = new SmallDossier().replace("leans none", "leans for open");
    assertThat(claim(model(hostile), "C2").leaning()).isEmpty();
  }

  /// Without gate and reason of its own, the request bears through the law alone.
  @Test
  void leansFollowTheLaw() {
    var small = new SmallDossier().replace("  open only if request(BLR)\n", "");
    assertThat(claim(model(small), "C1").leaning()).isNotEmpty();
  }

  @Test
  void quotationsAreFoundAcrossLines() {
    var quote = Objects.requireNonNull(claim(model(new SmallDossier()), "C1").quote());
    assertThat(String.valueOf(quote.passage())).isEqualTo("sources/paper.md:1:56");
  }

  @Test
  void anInlineRuleMakesACouncil() {
    var dossier =
        model(
            new SmallDossier()
                .replace(
                    "when request(P) and consent(P)  parties may use-force(P)",
                    "when request(P)  parties may use-force(P)\n    needs decision by council rule 2 of 2"));
    var council = dossier.law().councils().getFirst();
    assertThat(council.id()).isEqualTo("pact.2 council");
    assertThat(council.members()).containsExactly("RUS", "BLR");
    assertThat(council.rule()).isEqualTo(new Council.Rule.Count(2, List.of()));
    var vote = council.votes().getFirst().favours().cases().getFirst().probability();
    assertThat(vote.id()).isEqualTo("votes default");
    assertThat(List.of(vote.low(), vote.point(), vote.high())).containsExactly(.1, .5, .9);
    assertThat(dossier.law().instruments().getFirst().articles().get(1).needs())
        .containsExactly(new Condition.DecisionOf("pact.2 council"));
  }

  @Test
  void votesFollowTheirLines() {
    var dossier =
        model(
            new SmallDossier()
                .add(
                    """
                    actor KAZ "Kazakhstan"
                    council elders members RUS, BLR, KAZ excludes requester
                      rule two-thirds of present no veto from RUS
                      votes RUS 90% if request(BLR), 20% otherwise
                      votes others 40% abstains 30%
                    fact agreed is decision of elders
                    """
                        .stripTrailing()));
    var council = dossier.law().councils().getFirst();
    assertThat(council.excludesTarget()).isTrue();
    assertThat(council.rule()).isEqualTo(new Council.Rule.Share(2, 3, false, true, List.of("RUS")));
    assertThat(council.votes().getFirst().favours().cases()).hasSize(2);
    assertThat(council.votes().get(1).favours()).isEqualTo(council.votes().get(2).favours());
    assertThat(council.votes().get(2).abstains()).isNotNull();
  }

  @Test
  void refiningReplacesByName() {
    var dossier =
        model(
            new SmallDossier()
                .add(
                    """
                    refine pact
                      article 2 "nothing" dormant
                      article 3 "more"
                    """
                        .stripTrailing()));
    var pact = dossier.law().instruments().getFirst();
    assertThat(pact.refined()).isTrue();
    assertThat(pact.articles()).extracting(a -> a.number()).containsExactly("1", "2", "3");
    assertThat(pact.articles().get(1).dormant()).isTrue();
  }

  @Test
  void namesOfAnInstrumentAreItsOwn() {
    var article = model(new SmallDossier()).law().instruments().getFirst().articles().getFirst();
    var unless = article.exceptions().getFirst();
    assertThat(unless.id()).isEqualTo("pact.1/invitation");
    assertThat(unless.label()).isEqualTo("consent(S)");
    assertThat(unless.condition()).isEqualTo(new Condition.TermHolds("pact.consent", "S"));
  }

  @Test
  void anIndicatorThatNamesAllOutcomesIsClosed() {
    var cases = model(new SmallDossier()).indicators().getFirst().cases().cases();
    assertThat(cases.getFirst().condition()).isEqualTo(new Condition.Reached("troops", 1, false));
    assertThat(cases.getLast().condition()).isNull();
    assertThat(cases.getLast().probability().id()).isEqualTo("columns if none");
  }

  @Test
  void quantitiesOfOneIdAreEqual() {
    var dossier = model(new SmallDossier());
    assertThat(dossier.strengths()).extracting(Quantity::id).doesNotHaveDuplicates();
  }
}
