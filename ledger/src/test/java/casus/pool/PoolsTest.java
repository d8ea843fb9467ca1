package casus.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casus.ledger.Forecast;
import casus.ledger.ForecastSet;
import casus.ledger.Outcome;
import casus.ledger.PosedQuestion;
import casus.pool.Pool.Training;
import casus.text.SourceText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PoolsTest {
  private static final long SEED = 1907;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void eachForecasterEntersByTheLastForecastBeforeTheClose() {
    var set =
        ForecastSet.of(
            List.of(asked("q", 10, 20, 1)),
            List.of(
                said("q", "anna", 1, 0.2),
                said("q", "anna", 9, 0.6),
                said("q", "boris", 2, 0.4),
                said("q", "boris", 11, 0.9)));
    assertThat(mean(set, new Moment.Close())).isCloseTo(0.5, within(1e-12));
    assertThat(mean(set, new Moment.At(day(8)))).isCloseTo(0.3, within(1e-12));
    assertThat(mean(set, new Moment.Every())).isCloseTo(0.4, within(1e-12));
    assertThat(new Pools(set, new Moment.At(day(0)), Links.NONE).questions()).isEmpty();
  }

  @Test
  void whatWasSaidWhenTheOutcomeWasKnownIsNoForecast() {
    var set =
        ForecastSet.of(
            List.of(asked("q", null, 5, 1)),
            List.of(said("q", "anna", 4, 0.3), said("q", "anna", 5, 1)));
    assertThat(mean(set, new Moment.Close())).isCloseTo(0.3, within(1e-12));
    assertThat(mean(set, new Moment.Every())).isCloseTo(0.3, within(1e-12));
  }

  @Test
  void ofTwoForecastsAtOneInstantTheLaterInTheSourceCounts() {
    var set =
        ForecastSet.of(
            List.of(asked("q", 10, 20, 1)),
            List.of(said("q", "anna", 4, 0.3), said("q", "anna", 4, 0.7)));
    assertThat(mean(set, new Moment.Close())).isCloseTo(0.7, within(1e-12));
  }

  @Test
  void aQuestionWithoutAnAnswerIsNotPooled() {
    var question =
        new PosedQuestion(
            "q", "q", List.of("no", "yes"), false, null, null, new Outcome.Void("moved"));
    var set = ForecastSet.of(List.of(question), List.of(said("q", "anna", 4, 0.3)));
    assertThat(new Pools(set, new Moment.Close(), Links.NONE).questions()).isEmpty();
  }

  @Test
  void timidVoicesAreExtremisedOncePastQuestionsShowIt() {
    // All say 70% of what comes about.
    var set = timid(30, 0.7);
    var pools = new Pools(set, new Moment.Close(), Links.NONE);
    var past = pools.of(new Pool.Fitted(Training.PAST));
    // Question i is open on day 10 i; what was asked before is known by then.
    for (var i = 0; i < 30; i++) {
      assertThat(past.get(i).learned()).isEqualTo(i);
      assertThat(past.get(i).factor().orElseThrow()).isEqualTo(i < Pool.FEWEST ? 1 : 4);
    }
    for (var pooled : pools.of(new Pool.Fitted(Training.OTHERS)))
      assertThat(pooled.learned()).isEqualTo(29);
  }

  @Test
  void calibratedVoicesAreLeftAlone() {
    var questions = new ArrayList<PosedQuestion>();
    var forecasts = new ArrayList<Forecast>();
    for (var i = 0; i < 40; i++) {
      questions.add(asked("q" + i, 10 * i + 5, 10 * i + 6, i % 4 == 0 ? 0 : 1));
      forecasts.add(said("q" + i, "anna", 10 * i, 0.75));
    }
    var set = ForecastSet.of(questions, forecasts);
    var pooled =
        new Pools(set, new Moment.Close(), Links.NONE).of(new Pool.Fitted(Training.PAST)).getLast();
    assertThat(pooled.factor().orElseThrow()).isCloseTo(1, within(0.11));
  }

  @Test
  void noPoolLearnsFromTheQuestionItIsMadeFor() {
    var random = random();
    for (var round = 0; round < 20; round++) {
      var set = some(random, 24);
      var turned = random.nextInt(24);
      var other = turnedRound(set, turned);
      for (var training : Training.values())
        for (var pool : List.of(new Pool.Fitted(training), new Pool.Proven(training)))
          assertThat(of(other, pool).get(turned).probabilities())
              .containsExactly(of(set, pool).get(turned).probabilities(), within(1e-12));
    }
  }

  @Test
  void thePastIsAllThatCountsOfThePast() {
    var random = random();
    for (var round = 0; round < 20; round++) {
      var set = some(random, 24);
      var turned = random.nextInt(24);
      var other = turnedRound(set, turned);
      for (var pool : List.of(new Pool.Fitted(Training.PAST), new Pool.Proven(Training.PAST)))
        for (var i = 0; i <= turned; i++)
          assertThat(of(other, pool).get(i).probabilities())
              .isEqualTo(of(set, pool).get(i).probabilities());
    }
  }

  @Test
  void whoWasRightCountsMore() {
    var questions = new ArrayList<PosedQuestion>();
    var forecasts = new ArrayList<Forecast>();
    for (var i = 0; i < 20; i++) {
      questions.add(asked("q" + i, 10 * i + 5, 10 * i + 6, 1));
      forecasts.add(said("q" + i, "anna", 10 * i, 0.9));
      forecasts.add(said("q" + i, "boris", 10 * i, 0.3));
    }
    var pooled = of(ForecastSet.of(questions, forecasts), new Pool.Proven(Training.PAST));
    assertThat(pooled.getFirst().probabilities()[1]).isCloseTo(0.6, within(1e-12));
    // Scores 0.01 and 0.49, so 0.25 and 0.24 from it, shrunk by 19 of 29; no less than 0.025.
    var anna = 0.25 - 0.24 * 19 / 29;
    var boris = 0.25 + 0.24 * 19 / 29;
    assertThat(pooled.getLast().probabilities()[1])
        .isCloseTo((0.9 / anna + 0.3 / boris) / (1 / anna + 1 / boris), within(1e-12));
  }

  @Test
  void incoherentAnswersAreMadeCoherentAndCountLess() {
    var set =
        ForecastSet.of(
            List.of(open("june"), open("december")),
            List.of(
                said("june", "anna", 1, 0.2),
                said("december", "anna", 2, 0.4),
                said("june", "boris", 1, 0.5),
                said("december", "boris", 2, 0.3)));
    var read = LinksReader.of(new SourceText("links.txt", "june implies december\n"), set);
    assertThat(read.problems()).isEmpty();
    var pooled = new Pools(set, new Moment.Close(), read.links()).of(new Pool.Coherentised());
    var weight = Math.exp(-1);
    assertThat(pooled.get(0).probabilities()[1])
        .isCloseTo((0.2 + weight * 0.4) / (1 + weight), within(1e-9));
    assertThat(pooled.get(1).probabilities()[1])
        .isCloseTo((0.4 + weight * 0.4) / (1 + weight), within(1e-9));
  }

  @Test
  void aLinkedQuestionWhoseOutcomeIsKnownHoldsNobody() {
    // June has passed when December is pooled.
    var set =
        ForecastSet.of(
            List.of(asked("june", 5, 6, 0), asked("december", 10, 20, 0)),
            List.of(said("june", "boris", 1, 0.5), said("december", "boris", 9, 0.1)));
    var read = LinksReader.of(new SourceText("links.txt", "june implies december"), set);
    var pooled = new Pools(set, new Moment.Close(), read.links()).of(new Pool.Coherentised());
    assertThat(pooled.get(1).probabilities()[1]).isCloseTo(0.1, within(1e-9));
  }

  @Test
  void withoutLinksTheCoherentPoolIsTheMean() {
    var random = random();
    var set = some(random, 20);
    var coherent = of(set, new Pool.Coherentised());
    var mean = of(set, new Pool.Averaged(new Average.Mean()));
    for (var i = 0; i < 20; i++)
      assertThat(coherent.get(i).probabilities())
          .containsExactly(mean.get(i).probabilities(), within(1e-6));
  }

  @Test
  void theOrderOfForecastsNeverMatters() {
    var random = random();
    var set = some(random, 20);
    var shuffled = new ArrayList<>(set.forecasts());
    Collections.shuffle(shuffled, random);
    var other = ForecastSet.of(List.copyOf(set.questions().values()), shuffled);
    for (var pool :
        List.of(
            new Pool.Averaged(new Average.Median()),
            new Pool.Fitted(Training.OTHERS),
            new Pool.Proven(Training.PAST),
            new Pool.Coherentised()))
      for (var i = 0; i < 20; i++)
        assertThat(of(other, pool).get(i).probabilities())
            .containsExactly(of(set, pool).get(i).probabilities(), within(1e-9));
  }

  private static List<Pooled> of(ForecastSet set, Pool pool) {
    return new Pools(set, new Moment.Close(), Links.NONE).of(pool);
  }

  private static double mean(ForecastSet set, Moment moment) {
    var pools = new Pools(set, moment, Links.NONE);
    return pools.of(new Pool.Averaged(new Average.Mean())).getFirst().probabilities()[1];
  }

  private static ForecastSet timid(int count, double held) {
    var questions = new ArrayList<PosedQuestion>();
    var forecasts = new ArrayList<Forecast>();
    for (var i = 0; i < count; i++) {
      questions.add(asked("q" + i, 10 * i + 5, 10 * i + 6, i % 2));
      for (var who : List.of("anna", "boris"))
        forecasts.add(said("q" + i, who, 10 * i, i % 2 == 1 ? held : 1 - held));
    }
    return ForecastSet.of(questions, forecasts);
  }

  /// Five forecasters of different skill, one question after the other.
  private static ForecastSet some(Random random, int count) {
    var questions = new ArrayList<PosedQuestion>();
    var forecasts = new ArrayList<Forecast>();
    for (var i = 0; i < count; i++) {
      var truth = random.nextDouble();
      questions.add(asked("q" + i, 10 * i + 5, 10 * i + 6, random.nextDouble() < truth ? 1 : 0));
      for (var f = 0; f < 5; f++)
        forecasts.add(
            said(
                "q" + i,
                "f" + f,
                10 * i,
                Math.clamp(truth + 0.1 * f * random.nextGaussian(), 0, 1)));
    }
    return ForecastSet.of(questions, forecasts);
  }

  private static ForecastSet turnedRound(ForecastSet set, int index) {
    var questions = new ArrayList<>(set.questions().values());
    var question = questions.get(index);
    var happened = (Outcome.Happened) question.outcome();
    questions.set(
        index,
        new PosedQuestion(
            question.id(),
            question.title(),
            question.outcomes(),
            false,
            question.opens(),
            question.closes(),
            new Outcome.Happened(1 - happened.index(), happened.at())));
    return ForecastSet.of(questions, set.forecasts());
  }

  private static PosedQuestion asked(String id, @Nullable Integer closes, int known, int happened) {
    return new PosedQuestion(
        id,
        id,
        List.of("no", "yes"),
        false,
        START,
        closes == null ? null : day(closes),
        new Outcome.Happened(happened, day(known)));
  }

  private static PosedQuestion open(String id) {
    return new PosedQuestion(
        id, id, List.of("no", "yes"), false, START, null, Outcome.Pending.PENDING);
  }

  private static Forecast said(String question, String who, int day, double yes) {
    return new Forecast(question, who, day(day), new double[] {1 - yes, yes});
  }

  private static Instant day(int day) {
    return START.plusSeconds(86_400L * day);
  }

  private static Random random() {
    System.out.println("seed " + SEED);
    return new Random(SEED);
  }
}
