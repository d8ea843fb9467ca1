package casus.ledger.formats;

import casus.ledger.Forecast;
import casus.ledger.ForecastSet;
import casus.ledger.Outcome;
import casus.ledger.PosedQuestion;
import casus.ledger.formats.Imported.Remark;
import casus.text.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A set of forecasts being put together from a file.
final class Gathering {
  static final List<String> YES_NO = List.of("no", "yes");

  /// Sums that are so near to 1 are rounded numbers, and are put right without a word.
  private static final double ROUNDED = 1e-6;

  /// Sums that are farther from 1 are no probabilities of answers that exclude each other.
  private static final double SLIP = 0.05;

  private final Map<String, Draft> drafts = new LinkedHashMap<>();
  private final List<Forecast> forecasts = new ArrayList<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, Counted> leftOut = new LinkedHashMap<>();
  private final Map<String, Counted> changed = new LinkedHashMap<>();

  private static final class Counted {
    private final @Nullable Place first;
    private int rows;

    private Counted(@Nullable Place first) {
      this.first = first;
    }
  }

  /// A question of which not everything is known yet.
  static final class Draft {
    final String id;
    String title = "";
    List<String> outcomes = YES_NO;
    boolean ladder;
    @Nullable Instant opens;
    @Nullable Instant closes;
    @Nullable Instant known;
    Instant latest = Instant.MIN;
    int happened = -1;
    @Nullable String isVoid;

    /// As the file wrote it, so that rows can be compared.
    @Nullable String verdict;

    private Draft(String id) {
      this.id = id;
    }

    private PosedQuestion posed(boolean[] unsaid) {
      Outcome outcome;
      if (isVoid != null) outcome = new Outcome.Void(isVoid);
      else if (happened < 0) outcome = Outcome.Pending.PENDING;
      else {
        var at = known;
        if (at == null) {
          // Later than the last forecast, which would be too late otherwise.
          var after = latest.plusSeconds(1);
          at = closes == null || closes.isBefore(after) ? after : closes;
          unsaid[0] = true;
        }
        outcome = new Outcome.Happened(happened, at);
      }
      return new PosedQuestion(
          id, title.isEmpty() ? id : title, outcomes, ladder, opens, closes, outcome);
    }
  }

  /// The question of that id, begun where there is none yet.
  Draft question(String id) {
    return drafts.computeIfAbsent(id, Draft::new);
  }

  @Nullable Draft known(String id) {
    return drafts.get(id);
  }

  /// A forecast of a question with two outcomes.
  ///
  /// @param yes probability of the second of them
  void forecast(Draft question, String forecaster, Instant at, double yes) {
    forecast(question, forecaster, at, new double[] {1 - yes, yes});
  }

  /// @param probabilities of the question's outcomes in their order, with the sum 1
  void forecast(Draft question, String forecaster, Instant at, double[] probabilities) {
    if (at.isAfter(question.latest)) question.latest = at;
    // Of a million forecasts, each keeps the one text that names its forecaster.
    var name = names.computeIfAbsent(forecaster, same -> same);
    forecasts.add(new Forecast(question.id, name, at, probabilities));
  }

  /// The same probabilities with the sum 1; what had to be changed for it, or left out, is noted.
  ///
  /// @return null where they are too far from it
  double @Nullable [] summed(double[] probabilities, Supplier<Place> place) {
    var sum = 0.0;
    for (var p : probabilities) sum += p;
    if (Math.abs(sum - 1) > SLIP) {
      leaveOut("probabilities of one forecast that do not sum to 1", place);
      return null;
    }
    var same = probabilities.clone();
    if (sum == 1) return same;
    for (var i = 0; i < same.length; i++) same[i] /= sum;
    if (Math.abs(sum - 1) > ROUNDED)
      change("probabilities that missed the sum 1, renormalised", place);
    return same;
  }

  /// Notes that a row is not taken.
  void leaveOut(String because, Supplier<Place> place) {
    leftOut.computeIfAbsent(because, _ -> new Counted(place.get())).rows++;
  }

  /// Notes that a row is taken otherwise than it stands there.
  void change(String how, Supplier<Place> place) {
    changed.computeIfAbsent(how, _ -> new Counted(place.get())).rows++;
  }

  boolean isEmpty() {
    return forecasts.isEmpty();
  }

  List<Remark> leftOut() {
    return remarks(leftOut);
  }

  private static List<Remark> remarks(Map<String, Counted> counted) {
    return counted.entrySet().stream()
        .map(e -> new Remark(e.getKey(), e.getValue().rows, e.getValue().first))
        .toList();
  }

  /// The set, with the questions of which there are forecasts.
  Imported done(String format) {
    var asked = new LinkedHashMap<String, PosedQuestion>();
    var unsaid = new Counted(null);
    for (var forecast : forecasts) {
      var draft = drafts.get(forecast.question());
      if (draft == null || asked.containsKey(draft.id)) continue;
      var flag = new boolean[1];
      asked.put(draft.id, draft.posed(flag));
      if (flag[0]) unsaid.rows++;
    }
    if (unsaid.rows > 0)
      changed.put(
          "questions of which nobody says when their outcome was known: taken as when they closed,"
              + " or as their last forecast",
          unsaid);
    return new Imported(
        format, new ForecastSet(asked, forecasts), remarks(leftOut), remarks(changed));
  }
}
