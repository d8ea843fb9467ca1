package casus.desk;

import casus.desk.ForecastSets.Asked;
import casus.desk.ForecastSets.Gathered;
import casus.score.Scorecard;
import casus.score.Scorecard.Settings;
import casus.score.Scores;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Scores the forecasts that a user means.
public final class Scoring {
  private Scoring() {}

  /// What came of it.
  public sealed interface Scored {
    /// @param parts where the forecasts come from
    record Done(Scorecard card, List<ForecastSets.Part> parts) implements Scored {}

    /// There are no forecasts.
    record Without(Gathered because) implements Scored {}

    /// No question of theirs came out, or nobody forecast one that did before it had.
    record Unresolved(int pending, int dropped, long late) implements Scored {}
  }

  /// @param from the folder that paths are relative to
  public static Scored score(
      Path from, Asked asked, Settings settings, Map<String, String> environment) {
    var gathered = ForecastSets.gather(from, asked, environment);
    if (!(gathered instanceof Gathered.Found(var set, var parts)))
      return new Scored.Without(gathered);
    var card = Scores.of(set, settings);
    var counts = card.counts();
    return counts.questions() == 0
        ? new Scored.Unresolved(counts.pending(), counts.dropped(), counts.late())
        : new Scored.Done(card, parts);
  }
}
