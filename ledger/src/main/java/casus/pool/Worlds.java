package casus.pool;

import casus.ledger.PosedQuestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Questions that hang together, with every way in which they can come out. An answer to them is
/// coherent if it is a weighted mean of these worlds (de Finetti), which is more than each link
/// asks by itself: of three events that exclude each other in pairs, the chances add up to 1 at
/// most.
public final class Worlds {
  /// More worlds of one group are not listed.
  public static final int MOST = 20_000;

  private static final int MOST_STEPS = 5_000_000;

  private final List<PosedQuestion> questions;
  private final List<int[]> worlds;

  private Worlds(List<PosedQuestion> questions, List<int[]> worlds) {
    this.questions = questions;
    this.worlds = worlds;
  }

  /// A single question with no links: one world for each outcome.
  public static Worlds of(PosedQuestion question) {
    var worlds = new ArrayList<int[]>();
    for (var o = 0; o < question.outcomes().size(); o++) worlds.add(new int[] {o});
    return new Worlds(List.of(question), worlds);
  }

  /// The worlds of some questions, listed by search with the links as soon as both ends are known.
  ///
  /// @return with none at all where the links contradict each other, or null where there are more
  ///   than [#MOST], or too many dead ends on the way
  public static @Nullable Worlds of(List<PosedQuestion> questions, List<Link> links) {
    var places = new LinkedHashMap<String, Integer>();
    for (var question : questions) places.put(question.id(), places.size());
    var dueAt = new ArrayList<List<Link>>();
    for (var q = 0; q < questions.size(); q++) dueAt.add(new ArrayList<>());
    for (var link : links)
      dueAt.get(Math.max(place(places, link.left()), place(places, link.right()))).add(link);
    var worlds = new ArrayList<int[]>();
    var world = new int[questions.size()];
    Arrays.fill(world, -1);
    var steps = 0;
    for (var q = 0; q >= 0; ) {
      if (steps++ == MOST_STEPS) return null;
      if (++world[q] == questions.get(q).outcomes().size()) {
        world[q--] = -1;
        continue;
      }
      var allowed =
          dueAt.get(q).stream()
              .allMatch(link ->
                  link.kind()
                      .allows(
                          happens(world, places, link.left()),
                          happens(world, places, link.right())));
      if (!allowed) continue;
      if (q + 1 < world.length) q++;
      else {
        if (worlds.size() == MOST) return null;
        worlds.add(world.clone());
      }
    }
    return new Worlds(List.copyOf(questions), worlds);
  }

  private static int place(Map<String, Integer> places, Link.Event event) {
    var place = places.get(event.question());
    if (place == null) throw new IllegalArgumentException("no question " + event.question());
    return place;
  }

  private static boolean happens(int[] world, Map<String, Integer> places, Link.Event event) {
    return event.outcomes().contains(world[place(places, event)]);
  }

  public List<PosedQuestion> questions() {
    return questions;
  }

  /// How many ways there are for all to come out.
  public int count() {
    return worlds.size();
  }

  /// The coherent answer that is nearest to a given one: the sum of the squared differences over
  /// all outcomes of all answered questions is least (the coherent approximation principle: Predd,
  /// Osherson, Kulkarni and Poor 2008, *Aggregating probabilistic forecasts from incoherent and
  /// abstaining experts*). Its two-sided Brier score is never worse than that of the given one,
  /// however the questions come out.
  ///
  /// @param answers of some of these questions; numbers of any size
  public Coherent nearest(Map<String, double[]> answers) {
    var answered = new ArrayList<Integer>();
    for (var q = 0; q < questions.size(); q++)
      if (answers.containsKey(questions.get(q).id())) answered.add(q);
    var target =
        answered.stream()
            .flatMapToDouble(
                q -> Arrays.stream(answers.getOrDefault(questions.get(q).id(), new double[0])))
            .toArray();
    var nearest = NearestPoint.to(target, corners(answered, target.length));
    var distance = 0.0;
    for (var d = 0; d < target.length; d++) distance += Math.pow(target[d] - nearest[d], 2);
    var parts = new LinkedHashMap<String, double[]>();
    var from = 0;
    for (var q : answered) {
      var size = questions.get(q).outcomes().size();
      parts.put(questions.get(q).id(), Arrays.copyOfRange(nearest, from, from + size));
      from += size;
    }
    return new Coherent(parts, Math.sqrt(distance));
  }

  /// The worlds as answers to the chosen questions, none twice.
  private double[][] corners(List<Integer> answered, int length) {
    var seen = new LinkedHashSet<List<Integer>>();
    for (var world : worlds) seen.add(answered.stream().map(q -> world[q]).toList());
    var corners = new double[seen.size()][length];
    var c = 0;
    for (var world : seen) {
      var from = 0;
      for (var i = 0; i < world.size(); i++) {
        corners[c][from + world.get(i)] = 1;
        from += questions.get(answered.get(i)).outcomes().size();
      }
      c++;
    }
    return corners;
  }

  /// An answer made coherent.
  ///
  /// @param answers to the questions that were answered
  /// @param incoherence how far it was moved: the Euclidean distance over all outcomes of all
  ///   answered questions, 0 where it was coherent (Karvetski, Olson, Mandel and Twardy 2013,
  ///   *Probabilistic coherence weighting for optimizing expert forecasts*)
  public record Coherent(Map<String, double[]> answers, double incoherence) {
    /// How much somebody so incoherent counts: `exp(-5 d)`. Falling exponentially with the distance
    /// is as Wang, Kulkarni, Poor and Osherson 2011 do it; the 5 is ours: who gives two linked
    /// yes-no questions 20 points the wrong way round is moved by 0.2 and counts 0.37 times.
    public double weight() {
      return Math.exp(-FALL * incoherence);
    }
  }

  private static final double FALL = 5;
}
