package casus.pool;

import casus.ledger.ForecastSet;
import casus.ledger.Outcome.Happened;
import casus.ledger.PosedQuestion;
import casus.score.Bootstrap;
import casus.score.Bounds;
import java.util.ArrayList;
import java.util.List;

/// Pools of the same questions side by side, each with its score where outcomes are known. No pool
/// has seen the outcome of a question that it is scored on.
///
/// @param questions that are pooled, in the order of the set
/// @param resolved how many of them have an outcome: what scores are means over
/// @param forecasters how many different ones enter
/// @param voices how many forecasts enter
/// @param individual the mean score of all forecasts that enter, each counted once; NaN where no
///   outcome is known
/// @param bootstrap how the intervals were made: over questions
public record PoolTable(
    Moment moment,
    List<PosedQuestion> questions,
    int resolved,
    int forecasters,
    int voices,
    double individual,
    Bounds individualBounds,
    List<Row> rows,
    Bootstrap bootstrap) {

  /// One pool.
  ///
  /// @param pooled one for each question, in their order
  /// @param score the mean one-sided Brier score over the questions with an outcome; NaN without
  ///   one
  public record Row(Pool pool, List<Pooled> pooled, double score, Bounds bounds) {}

  public static PoolTable of(
      ForecastSet set, Moment moment, Links links, List<Pool> wanted, Bootstrap bootstrap) {
    var pools = new Pools(set, moment, links);
    var standings = pools.standings();
    var resolved = standings.stream().filter(standing -> standing.knownAt(null)).toList();
    var sums = new double[resolved.size()];
    var counts = new double[resolved.size()];
    for (var i = 0; i < sums.length; i++) {
      for (var voice : resolved.get(i).voices())
        sums[i] += resolved.get(i).loss(voice.probabilities());
      counts[i] = resolved.get(i).voices().size();
    }
    var rows = new ArrayList<Row>();
    for (var pool : wanted) {
      var pooled = pools.of(pool);
      var losses = new double[sums.length];
      var ones = new double[sums.length];
      for (int i = 0, r = 0; i < pooled.size(); i++)
        if (pooled.get(i).question().outcome() instanceof Happened) {
          losses[r] = standings.get(i).loss(pooled.get(i).probabilities());
          ones[r++] = 1;
        }
      rows.add(new Row(pool, pooled, ratio(losses, ones), bootstrap.ofRatio(losses, ones, STREAM)));
    }
    return new PoolTable(
        moment,
        pools.questions(),
        resolved.size(),
        pools.forecasters(),
        standings.stream().mapToInt(standing -> standing.voices().size()).sum(),
        ratio(sums, counts),
        bootstrap.ofRatio(sums, counts, STREAM),
        rows,
        bootstrap);
  }

  /// One for all pools: the same questions are drawn for each, so that they can be compared.
  private static final long STREAM = 8;

  private static double ratio(double[] above, double[] below) {
    var up = 0.0;
    var down = 0.0;
    for (var i = 0; i < above.length; i++) {
      up += above[i];
      down += below[i];
    }
    return up / down;
  }
}
