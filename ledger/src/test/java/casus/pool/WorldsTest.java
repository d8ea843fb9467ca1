package casus.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casus.ledger.Outcome;
import casus.ledger.PosedQuestion;
import casus.pool.Link.Event;
import casus.pool.Link.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorldsTest {
  private static final long SEED = 1908;
  private static final List<Kind> KINDS = List.of(Kind.values());

  @Test
  void twoDeadlinesTheWrongWayRoundMeetInTheMiddle() {
    var worlds = chain("september", "october");
    assertThat(worlds.count()).isEqualTo(3);
    var nearest = worlds.nearest(Map.of("september", yes(0.5), "october", yes(0.3)));
    assertThat(nearest.answers().get("september")).containsExactly(yes(0.4), within(1e-9));
    assertThat(nearest.answers().get("october")).containsExactly(yes(0.4), within(1e-9));
    // Four numbers, each moved by a tenth.
    assertThat(nearest.incoherence()).isCloseTo(0.2, within(1e-9));
    assertThat(nearest.weight()).isCloseTo(Math.exp(-1), within(1e-9));
  }

  @Test
  void whatIsCoherentStays() {
    var nearest =
        chain("september", "october").nearest(Map.of("september", yes(0.1), "october", yes(0.3)));
    assertThat(nearest.incoherence()).isLessThan(1e-9);
    assertThat(nearest.weight()).isCloseTo(1, within(1e-7));
  }

  /// The nearest point of a simplex has a closed form: a number is taken from all, and what falls
  /// below 0 is 0 (Held, Wolfe and Crowder 1974).
  @Test
  void aQuestionByItselfIsBroughtToTheSimplex() {
    var random = random();
    for (var round = 0; round < 500; round++) {
      var outcomes = 2 + random.nextInt(6);
      var given = random.doubles(outcomes, -0.5, 1.5).toArray();
      var question = question("q", outcomes);
      var nearest = Worlds.of(question).nearest(Map.of("q", given)).answers().get("q");
      assertThat(nearest).containsExactly(onSimplex(given), within(1e-9));
    }
  }

  private static double[] onSimplex(double[] given) {
    double low = -3;
    double high = 3;
    for (var i = 0; i < 200; i++) {
      var middle = (low + high) / 2;
      var sum = 0.0;
      for (var value : given) sum += Math.max(0, value - middle);
      if (sum > 1) low = middle;
      else high = middle;
    }
    var taken = low;
    return java.util.Arrays.stream(given).map(value -> Math.max(0, value - taken)).toArray();
  }

  @Test
  void threeEventsThatExcludeEachOtherAddUpToOneAtMost() {
    var questions = List.of(question("a", 2), question("b", 2), question("c", 2));
    var links =
        List.of(
            link("a", Kind.EXCLUDES, "b"),
            link("b", Kind.EXCLUDES, "c"),
            link("a", Kind.EXCLUDES, "c"));
    var worlds = Objects.requireNonNull(Worlds.of(questions, links));
    assertThat(worlds.count()).isEqualTo(4);
    // Every pair keeps to its link, and yet nobody can hold this.
    var nearest = worlds.nearest(Map.of("a", yes(0.5), "b", yes(0.5), "c", yes(0.5))).answers();
    for (var answer : nearest.values())
      assertThat(answer).containsExactly(yes(1 / 3.0), within(1e-9));
  }

  @Test
  void complementsAndEquals() {
    var questions = List.of(question("a", 2), question("b", 2), question("c", 2));
    var links = List.of(link("a", Kind.COMPLEMENTS, "b"), link("b", Kind.EQUALS, "c"));
    var worlds = Objects.requireNonNull(Worlds.of(questions, links));
    assertThat(worlds.count()).isEqualTo(2);
    var nearest = worlds.nearest(Map.of("a", yes(0.6), "b", yes(0.6), "c", yes(0.5))).answers();
    // Of b they say 0.4, 0.6 and 0.5.
    assertThat(nearest.get("b")).containsExactly(yes(0.5), within(1e-9));
    assertThat(nearest.get("a")).containsExactly(yes(0.5), within(1e-9));
  }

  @Test
  void whoAnswersOnlySomeIsHeldToWhatLinksThose() {
    // September implies October implies November: without October the outer two are still linked.
    var nearest =
        chain("september", "october", "november")
            .nearest(Map.of("september", yes(0.8), "november", yes(0.6)));
    assertThat(nearest.answers()).containsOnlyKeys("september", "november");
    assertThat(nearest.answers().get("september")).containsExactly(yes(0.7), within(1e-9));
  }

  @Test
  void itIsAProjection() {
    var random = random();
    for (var round = 0; round < 400; round++) {
      var worlds = someWorlds(random);
      var given = new LinkedHashMap<String, double[]>();
      for (var question : worlds.questions())
        given.put(question.id(), random.doubles(question.outcomes().size(), 0, 1).toArray());
      var nearest = worlds.nearest(given);
      var again = worlds.nearest(nearest.answers());
      for (var id : given.keySet())
        assertThat(again.answers().get(id))
            .containsExactly(nearest.answers().get(id), within(1e-7));
      assertThat(again.incoherence()).isLessThan(1e-6);
      for (var other = 0; other < 20; other++) {
        var coherent = someCoherent(random, worlds);
        assertThat(distance(nearest.answers(), coherent))
            .isLessThanOrEqualTo(distance(given, coherent) + 1e-7);
        assertThat(nearest.incoherence()).isLessThanOrEqualTo(distance(given, coherent) + 1e-7);
      }
    }
  }

  @Test
  void itsAnswerIsCoherent() {
    var random = random();
    for (var round = 0; round < 300; round++) {
      var months = IntStream.range(0, 2 + random.nextInt(6)).mapToObj(m -> "m" + m).toList();
      var worlds = chain(months.toArray(String[]::new));
      var given = new LinkedHashMap<String, double[]>();
      for (var month : months) given.put(month, yes(random.nextDouble()));
      var last = 0.0;
      for (var answer : worlds.nearest(given).answers().values()) {
        assertThat(answer[0] + answer[1]).isCloseTo(1, within(1e-12));
        assertThat(answer[1]).isBetween(last - 1e-12, 1 + 1e-12);
        last = answer[1];
      }
    }
  }

  @Test
  void linksThatContradictEachOtherLeaveNoWorld() {
    var questions = List.of(question("a", 2), question("b", 2));
    var worlds =
        Worlds.of(
            questions, List.of(link("a", Kind.EQUALS, "b"), link("a", Kind.COMPLEMENTS, "b")));
    assertThat(Objects.requireNonNull(worlds).count()).isZero();
  }

  @Test
  void tooManyWorldsAreNotListed() {
    var questions = IntStream.range(0, 30).mapToObj(q -> question("q" + q, 2)).toList();
    assertThat(Worlds.of(questions, List.of())).isNull();
  }

  /// A chain of three deadlines, or three questions of several outcomes with random links.
  private static Worlds someWorlds(Random random) {
    while (true) {
      var questions =
          List.of(
              question("a", 2 + random.nextInt(2)),
              question("b", 2 + random.nextInt(3)),
              question("c", 2));
      var links = new ArrayList<Link>();
      for (var l = 0; l < 1 + random.nextInt(3); l++)
        links.add(
            new Link(
                someEvent(random, questions.get(random.nextInt(3))),
                KINDS.get(random.nextInt(KINDS.size())),
                someEvent(random, questions.get(random.nextInt(3)))));
      var worlds = Worlds.of(questions, links);
      if (worlds != null && worlds.count() > 0) return worlds;
    }
  }

  private static Event someEvent(Random random, PosedQuestion question) {
    return new Event(question.id(), List.of(random.nextInt(question.outcomes().size())));
  }

  /// A weighted mean of answers that are nearest to far corners, each of which is coherent.
  private static Map<String, double[]> someCoherent(Random random, Worlds worlds) {
    var mean = new LinkedHashMap<String, double[]>();
    var weights = AverageTest.distribution(random, 3, 0);
    for (var weight : weights) {
      var far = new LinkedHashMap<String, double[]>();
      for (var question : worlds.questions())
        far.put(question.id(), random.doubles(question.outcomes().size(), -50, 50).toArray());
      worlds
          .nearest(far)
          .answers()
          .forEach((id, answer) -> {
            var sum = mean.computeIfAbsent(id, _ -> new double[answer.length]);
            for (var o = 0; o < answer.length; o++) sum[o] += weight * answer[o];
          });
    }
    return mean;
  }

  private static double distance(Map<String, double[]> left, Map<String, double[]> right) {
    var sum = 0.0;
    for (var answer : left.entrySet()) {
      var other = Objects.requireNonNull(right.get(answer.getKey()));
      for (var o = 0; o < other.length; o++) sum += Math.pow(answer.getValue()[o] - other[o], 2);
    }
    return Math.sqrt(sum);
  }

  private static Worlds chain(String... ids) {
    var questions = new ArrayList<PosedQuestion>();
    var links = new ArrayList<Link>();
    for (var i = 0; i < ids.length; i++) {
      questions.add(question(ids[i], 2));
      if (i > 0) links.add(link(ids[i - 1], Kind.IMPLIES, ids[i]));
    }
    return Objects.requireNonNull(Worlds.of(questions, links));
  }

  private static Link link(String left, Kind kind, String right) {
    return new Link(new Event(left, List.of(1)), kind, new Event(right, List.of(1)));
  }

  private static PosedQuestion question(String id, int outcomes) {
    var names = IntStream.range(0, outcomes).mapToObj(o -> "o" + o).toList();
    return new PosedQuestion(id, id, names, false, null, null, Outcome.Pending.PENDING);
  }

  private static double[] yes(double p) {
    return new double[] {1 - p, p};
  }

  private static Random random() {
    System.out.println("seed " + SEED);
    return new Random(SEED);
  }
}
