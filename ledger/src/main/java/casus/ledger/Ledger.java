package casus.ledger;

import casus.ledger.Content.RecordedForecast;
import casus.ledger.Content.Resolution;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was forecast of a dossier's questions, and how they came out: entries that name the entries
/// before them, as the commits of a repository do, so that none can be changed or taken out of
/// their midst unseen.
///
/// @param entries in the order of the file
public record Ledger(List<Entry> entries) {
  public static final Ledger EMPTY = new Ledger(List.of());

  public Ledger {
    entries = List.copyOf(entries);
  }

  /// Ids of the entries that no entry follows, in the order of the file: one, or several after
  /// ledgers were merged.
  public List<String> heads() {
    var followed = new HashSet<String>();
    for (var entry : entries) followed.addAll(entry.after());
    return entries.stream().map(Entry::id).filter(id -> !followed.contains(id)).distinct().toList();
  }

  /// The entry with that id or, if it is the only one, with an id that begins so; null where there
  /// is none.
  public @Nullable Entry entry(String id) {
    var found = entries.stream().filter(entry -> entry.id().startsWith(id)).distinct().toList();
    return found.size() == 1 ? found.getFirst() : null;
  }

  /// The forecasts, by time.
  public List<RecordedForecast> forecasts() {
    return contents(RecordedForecast.class);
  }

  /// The resolutions, by time.
  public List<Resolution> resolutions() {
    return contents(Resolution.class);
  }

  private <T extends Content> List<T> contents(Class<T> type) {
    return entries.stream()
        .distinct()
        .map(Entry::content)
        .filter(type::isInstance)
        .map(type::cast)
        .sorted(Comparator.comparing(Content::at))
        .toList();
  }

  /// The questions that were forecast, each in its latest wording and with its name in this ledger:
  /// `troops`, and `troops#1`, `troops#2` for what it asked before it got other outcomes or another
  /// deadline.
  public List<Asked> questions() {
    var versions = new LinkedHashMap<String, List<QuestionAsked>>();
    for (var forecast : forecasts()) {
      var same = versions.computeIfAbsent(forecast.question().id(), _ -> new ArrayList<>());
      same.removeIf(forecast.question()::isSameAs);
      same.add(forecast.question());
    }
    var questions = new ArrayList<Asked>();
    versions.forEach((id, same) -> {
      for (var i = 0; i < same.size(); i++)
        questions.add(new Asked(i + 1 < same.size() ? id + "#" + (i + 1) : id, same.get(i)));
    });
    return questions;
  }

  /// A question by its name in this ledger.
  public record Asked(String name, QuestionAsked question) {}

  /// What the last resolution of a question says, or null where there is none.
  public @Nullable Resolution resolution(QuestionAsked question) {
    var of = resolutions().stream().filter(r -> r.question().isSameAs(question)).toList();
    return of.isEmpty() ? null : of.getLast();
  }

  /// As scores take them. Forecasts under a scenario are left out: they are of something else.
  ///
  /// @param folder what stands before each question's name: `belarus-2020/`, or nothing
  public ForecastSet set(String folder) {
    var questions = new ArrayList<PosedQuestion>();
    var forecasts = new ArrayList<Forecast>();
    for (var asked : questions()) {
      var name = folder + asked.name();
      questions.add(asked.question().posed(name, outcome(asked.question())));
      for (var forecast : forecasts())
        if (forecast.scenario() == null && forecast.question().isSameAs(asked.question()))
          forecasts.add(
              new Forecast(
                  name,
                  forecast.by(),
                  forecast.at(),
                  forecast.probabilities().stream().mapToDouble(Double::doubleValue).toArray()));
    }
    forecasts.sort(Comparator.comparing(Forecast::at));
    return ForecastSet.of(questions, forecasts);
  }

  private Outcome outcome(QuestionAsked question) {
    var last = resolution(question);
    if (last == null) return Outcome.Pending.PENDING;
    if (last.outcome() == null)
      return new Outcome.Void(last.because() == null ? "" : last.because());
    return new Outcome.Happened(
        question.outcomeIds().indexOf(last.outcome()),
        last.on().atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
