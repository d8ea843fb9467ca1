package casus.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casus.ledger.Forecast;
import casus.ledger.ForecastSet;
import casus.ledger.Outcome;
import casus.ledger.PosedQuestion;
import casus.ledger.store.ForecastIndex.Contents;
import casus.ledger.store.ForecastIndex.Opening;
import casus.ledger.store.Origin.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The index on both databases.
@ParameterizedClass
@EnumSource
class ForecastIndexTest {
  private static final long SEED = 42;
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456789Z");

  @Parameter private Database database = Database.SQLITE;

  @TempDir private Path folder = Path.of("");

  @Test
  void whatGoesInComesOut() throws IOException {
    var place = database.empty(folder);
    var questions =
        List.of(
            new PosedQuestion(
                "troops",
                "Will “troops” be sent?\nOr 'not'?",
                List.of("none", "covert", "open"),
                true,
                NOON,
                NOON.plusSeconds(60),
                new Outcome.Happened(2, NOON.plusSeconds(90))),
            new PosedQuestion(
                "35387", "Б", List.of("no", "yes"), false, null, null, Outcome.Pending.PENDING),
            new PosedQuestion(
                "void", "v", List.of("no", "yes"), false, NOON, null, new Outcome.Void("moved")));
    var forecasts =
        List.of(
            new Forecast("35387", "анна", NOON, new double[] {0.1 + 0.2, 0.7 - 1e-17}),
            new Forecast("troops", "b", NOON.minusNanos(1), new double[] {1e-300, 0, 1}),
            new Forecast("35387", "анна", NOON, new double[] {1, 0}));
    var set = ForecastSet.of(questions, forecasts);
    try (var index = open(place)) {
      index.change(List.of(), List.of(contents("pros", "1", set)), List.of());
    }
    try (var index = open(place)) {
      assertThat(index.read()).isEqualTo(named("pros", set));
      assertThat(index.origins()).containsExactly(origin("pros", "1", 3, 3));
    }
  }

  @Test
  void aChangedFileReplacesWhatWasReadFromIt() throws IOException {
    var random = random();
    try (var index = open(database.empty(folder))) {
      var first = some(random, 5);
      var second = some(random, 7);
      var third = some(random, 3);
      index.change(
          List.of(), List.of(contents("b", "1", second), contents("a", "1", first)), List.of());
      index.change(List.of(), List.of(contents("a", "2", third)), List.of());
      assertThat(index.read()).isEqualTo(joined(named("a", third), named("b", second)));
      index.change(List.of(origin("b", "", 0, 0)), List.of(), List.of());
      assertThat(index.read()).isEqualTo(named("a", third));
      assertThat(index.origins()).extracting(Origin::stamp).containsExactly("2");
    }
  }

  @Test
  void namesCanChangeWithoutTheContents() throws IOException {
    try (var index = open(database.empty(folder))) {
      var set = some(random(), 4);
      index.change(List.of(), List.of(contents("a", "1", set)), List.of());
      index.change(List.of(), List.of(), List.of(origin("a", "1", 0, 0).named("north/a")));
      assertThat(index.read()).isEqualTo(named("north/a", set));
    }
  }

  @Test
  void headsAreRemembered() throws IOException {
    var place = database.empty(folder);
    var origin = new Origin(Kind.LEDGER, "/x/forecasts.jsonl", "x", "s", List.of("aa", "bb"), 0, 0);
    try (var index = open(place)) {
      index.change(
          List.of(),
          List.of(new Contents(origin, ForecastSet.of(List.of(), List.of()))),
          List.of());
    }
    try (var index = open(place)) {
      assertThat(index.origins()).containsExactly(origin);
    }
  }

  @Test
  void aChangeThatFailsChangesNothing() throws IOException {
    var place = database.empty(folder);
    var set = some(random(), 5);
    try (var index = open(place)) {
      index.change(List.of(), List.of(contents("a", "1", set)), List.of());
      // A stamp of 65 characters is too long, and a head named twice is refused by both.
      var wrong = new Origin(Kind.LEDGER, "/y", "y", "s", List.of("aa", "aa"), 0, 0);
      assertThatThrownBy(() ->
              index.change(
                  List.of(origin("a", "1", 0, 0)),
                  List.of(contents("b", "1", set), new Contents(wrong, set)),
                  List.of()))
          .isInstanceOf(IOException.class);
      assertThat(index.read()).isEqualTo(named("a", set));
    }
    try (var index = open(place)) {
      assertThat(index.read()).isEqualTo(named("a", set));
    }
  }

  @Test
  void aReaderSeesAllOfAChangeOrNothing() throws Exception {
    var place = database.empty(folder);
    var random = random();
    var before = some(random, 40);
    var after = some(random, 60);
    try (var index = open(place)) {
      index.change(List.of(), List.of(contents("a", "0", before)), List.of());
    }
    var started = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var writing =
          threads.submit(() -> {
            try (var index = open(place)) {
              for (var i = 1; i <= 20; i++) {
                index.change(
                    List.of(),
                    List.of(contents("a", "" + i, i % 2 == 0 ? before : after)),
                    List.of());
                started.countDown();
              }
            }
            return true;
          });
      started.await();
      try (var index = open(place)) {
        do {
          assertThat(index.read()).isIn(named("a", before), named("a", after));
        } while (!writing.isDone());
      }
      assertThat(writing.get()).isTrue();
    }
  }

  @Test
  void twoWritersWaitForEachOther() throws Exception {
    var place = database.empty(folder);
    open(place).close();
    try (var threads = Executors.newFixedThreadPool(2)) {
      var writers =
          List.of("a", "b").stream()
              .map(name ->
                  threads.submit(() -> {
                    try (var index = open(place)) {
                      for (var i = 0; i < 10; i++)
                        index.change(
                            List.of(),
                            List.of(contents(name, "" + i, some(new Random(i), 3 + i))),
                            List.of());
                    }
                    return true;
                  }))
              .toList();
      for (var writer : writers) assertThat(writer.get()).isTrue();
    }
    try (var index = open(place)) {
      var last = some(new Random(9), 12);
      assertThat(index.read()).isEqualTo(joined(named("a", last), named("b", last)));
    }
  }

  @Test
  void oneForecasterIsOneAcrossFiles() throws IOException, SQLException {
    var place = database.empty(folder);
    var random = random();
    try (var index = open(place)) {
      index.change(
          List.of(),
          List.of(contents("a", "1", some(random, 9)), contents("b", "1", some(random, 9))),
          List.of());
    }
    try (var connection = new Connected(place).getConnection();
        var statement = connection.createStatement();
        var count = statement.executeQuery("select count(*) from casus_forecaster")) {
      count.next();
      assertThat(count.getInt(1)).isEqualTo(4);
    }
  }

  private static ForecastIndex open(IndexPlace place) {
    return switch (ForecastIndex.open(place)) {
      case Opening.Open(var index) -> index;
      case Opening.Refused(var because) -> throw new AssertionError(because);
    };
  }

  private static Contents contents(String name, String stamp, ForecastSet set) {
    return new Contents(origin(name, stamp, 0, 0), set);
  }

  private static Origin origin(String name, String stamp, int questions, int forecasts) {
    return new Origin(Kind.SET, name, name, stamp, List.of(), questions, forecasts);
  }

  private static ForecastSet some(Random random, int count) {
    var questions = new ArrayList<PosedQuestion>();
    var forecasts = new ArrayList<Forecast>();
    for (var q = 0; q < count; q++) {
      questions.add(
          new PosedQuestion(
              "q" + q,
              "title " + random.nextInt(100),
              List.of("no", "yes"),
              false,
              NOON,
              NOON.plusSeconds(random.nextInt(10_000)),
              new Outcome.Happened(random.nextInt(2), NOON.plusSeconds(20_000))));
      for (var f = 0; f < 4; f++) {
        var p = random.nextDouble();
        forecasts.add(
            new Forecast(
                "q" + q, "f" + f, NOON.plusSeconds(random.nextInt(100)), new double[] {1 - p, p}));
      }
    }
    return ForecastSet.of(questions, forecasts);
  }

  private static ForecastSet named(String name, ForecastSet set) {
    return ForecastSet.of(
        set.questions().values().stream()
            .map(q ->
                new PosedQuestion(
                    name + "/" + q.id(),
                    q.title(),
                    q.outcomes(),
                    q.ladder(),
                    q.opens(),
                    q.closes(),
                    q.outcome()))
            .toList(),
        set.forecasts().stream()
            .map(f ->
                new Forecast(name + "/" + f.question(), f.forecaster(), f.at(), f.probabilities()))
            .toList());
  }

  private static ForecastSet joined(ForecastSet left, ForecastSet right) {
    var questions = new ArrayList<>(left.questions().values());
    questions.addAll(right.questions().values());
    var forecasts = new ArrayList<>(left.forecasts());
    forecasts.addAll(right.forecasts());
    return ForecastSet.of(questions, forecasts);
  }

  private static Random random() {
    System.out.println("seed " + SEED);
    return new Random(SEED);
  }
}
