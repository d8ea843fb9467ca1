package casus.pool;

import casus.ledger.Forecast;
import casus.ledger.ForecastSet;
import casus.ledger.Outcome;
import casus.ledger.PosedQuestion;
import casus.pool.Pool.Training;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The questions of a set with who held what of each at the moment of pooling, and their pools.
///
/// Questions that turned out to have no answer, and those of which nobody said anything in time,
/// are left out.
public final class Pools {
  private final Links links;
  private final Map<String, Standing> standings = new LinkedHashMap<>();

  /// Of linked questions all forecasts in time, by question and forecaster, the earliest first.
  private final Map<String, Map<String, List<Forecast>>> histories = new HashMap<>();

  public Pools(ForecastSet set, Moment moment, Links links) {
    this.links = links;
    var byQuestion = new LinkedHashMap<String, List<Forecast>>();
    for (var forecast : set.forecasts())
      byQuestion.computeIfAbsent(forecast.question(), _ -> new ArrayList<>()).add(forecast);
    for (var question : set.questions().values()) {
      if (question.outcome() instanceof Outcome.Void) continue;
      var until = moment.of(question);
      var inTime =
          byQuestion.getOrDefault(question.id(), List.of()).stream()
              .filter(forecast -> until == null || !forecast.at().isAfter(until))
              .toList();
      if (inTime.isEmpty()) continue;
      var entering = moment instanceof Moment.Every ? inTime : latest(inTime);
      standings.put(
          question.id(),
          new Standing(
              question,
              until,
              entering.stream()
                  .map(one -> Entrant.equal(one.forecaster(), one.probabilities()))
                  .toList()));
      if (links.groups().containsKey(question.id()))
        histories.put(question.id(), byForecaster(inTime));
    }
  }

  /// Each forecaster's last forecast; of two at the same instant the later one in the source.
  private static Collection<Forecast> latest(List<Forecast> forecasts) {
    var latest = new LinkedHashMap<String, Forecast>();
    for (var forecast : forecasts)
      latest.merge(
          forecast.forecaster(), forecast, (old, now) -> now.at().isBefore(old.at()) ? old : now);
    return latest.values();
  }

  private static Map<String, List<Forecast>> byForecaster(List<Forecast> forecasts) {
    var byForecaster = new HashMap<String, List<Forecast>>();
    for (var forecast : forecasts)
      byForecaster.computeIfAbsent(forecast.forecaster(), _ -> new ArrayList<>()).add(forecast);
    for (var own : byForecaster.values()) own.sort(Comparator.comparing(Forecast::at));
    return byForecaster;
  }

  List<Standing> standings() {
    return List.copyOf(standings.values());
  }

  /// The questions that are pooled, in the order of the set.
  public List<PosedQuestion> questions() {
    return standings.values().stream().map(Standing::question).toList();
  }

  /// How many different forecasters enter.
  public int forecasters() {
    return (int)
        standings.values().stream()
            .flatMap(standing -> standing.voices().stream())
            .map(Entrant::forecaster)
            .distinct()
            .count();
  }

  /// Every question's pool, in the order of the set.
  public List<Pooled> of(Pool pool) {
    return switch (pool) {
      case Pool.Averaged(var average) -> each(standing -> plain(standing, average));
      case Pool.Fitted(var training) -> fitted(training);
      case Pool.Proven(var training) -> proven(training);
      case Pool.Coherentised _ -> each(this::coherent);
    };
  }

  private List<Pooled> each(Function<Standing, Pooled> pool) {
    return standings.values().stream().map(pool).toList();
  }

  private static Pooled plain(Standing standing, Average average) {
    return pooled(standing, average.of(standing.voices()), OptionalDouble.empty(), 0);
  }

  private static Pooled pooled(
      Standing standing, double[] probabilities, OptionalDouble factor, int learned) {
    return new Pooled(
        standing.question(),
        standing.moment(),
        standing.voices().size(),
        probabilities,
        factor,
        learned);
  }

  private List<Pooled> fitted(Training training) {
    var sharpening = new Sharpening();
    return learning(
        training,
        sharpening::learn,
        sharpening::forget,
        standing -> {
          var factor = sharpening.factor();
          return pooled(
              standing,
              new Average.Extremised(factor).of(standing.voices()),
              OptionalDouble.of(factor),
              sharpening.questions());
        });
  }

  private List<Pooled> proven(Training training) {
    var record = new TrackRecord();
    return learning(
        training,
        record::learn,
        record::forget,
        standing ->
            pooled(
                standing,
                new Average.Mean().of(record.weighed(standing.voices())),
                OptionalDouble.empty(),
                record.questions()));
  }

  /// Pools every question with what may have been learned from others.
  private List<Pooled> learning(
      Training training,
      Consumer<Standing> learn,
      Consumer<Standing> forget,
      Function<Standing, Pooled> pool) {
    var resolved = standings.values().stream().filter(standing -> standing.knownAt(null)).toList();
    var done = new HashMap<String, Pooled>();
    switch (training) {
      case PAST -> {
        var known = resolved.stream().sorted(Comparator.comparing(Pools::known)).iterator();
        var next = known.hasNext() ? known.next() : null;
        var byMoment = Comparator.nullsLast(Comparator.<Instant>naturalOrder());
        for (var standing :
            standings.values().stream()
                .sorted(Comparator.comparing(Standing::moment, byMoment))
                .toList()) {
          while (next != null && next.knownAt(standing.moment())) {
            learn.accept(next);
            next = known.hasNext() ? known.next() : null;
          }
          done.put(standing.question().id(), pool.apply(standing));
        }
      }
      case OTHERS -> {
        resolved.forEach(learn);
        for (var standing : standings.values()) {
          var own = standing.knownAt(null);
          if (own) forget.accept(standing);
          done.put(standing.question().id(), pool.apply(standing));
          if (own) learn.accept(standing);
        }
      }
    }
    return questions().stream().map(question -> done.get(question.id())).toList();
  }

  private static Instant known(Standing standing) {
    return standing.question().outcome() instanceof Outcome.Happened(var _, var known)
        ? known
        : Instant.MAX;
  }

  /// The forecasters' answers as they stood at this question's moment, to it and to the questions
  /// linked with it whose outcome was still open then.
  private Pooled coherent(Standing standing) {
    var worlds = links.of(standing.question());
    var voices = new ArrayList<Entrant>();
    for (var voice : standing.voices()) {
      var answers = new LinkedHashMap<String, double[]>();
      for (var question : worlds.questions()) {
        var held =
            question.id().equals(standing.question().id())
                ? voice.probabilities()
                : held(question, voice.forecaster(), standing.moment());
        if (held != null) answers.put(question.id(), held);
      }
      var nearest = worlds.nearest(answers);
      var own = nearest.answers().getOrDefault(standing.question().id(), voice.probabilities());
      voices.add(new Entrant(voice.forecaster(), own, nearest.weight()));
    }
    return pooled(standing, new Average.Mean().of(voices), OptionalDouble.empty(), 0);
  }

  private double @Nullable [] held(
      PosedQuestion question, String forecaster, @Nullable Instant when) {
    var linked = standings.get(question.id());
    if (linked == null || linked.knownAt(when)) return null;
    double[] held = null;
    for (var forecast :
        histories.getOrDefault(question.id(), Map.of()).getOrDefault(forecaster, List.of()))
      if (when == null || !forecast.at().isAfter(when)) held = forecast.probabilities();
    return held;
  }
}
