package casus.answer;

import java.util.List;
import java.util.Map;

/// Exact Shapley shares (Shapley 1953): a reason's share is the mean, over all orders in which the
/// reasons and the gates could come, of what it adds to the logit when its turn comes.
final class ShapleyShares {
  private final CountedReasons reasons;
  private final int subject;
  private final List<Map.Entry<ReasonPatterns.Pattern, double[]>> patterns;

  /// What the reasons of a set multiply the odds by, base rate included: `[set][outcome]`.
  private final double[][] odds;

  private ShapleyShares(CountedReasons reasons, ReasonPatterns patterns, int subject) {
    this.reasons = reasons;
    this.subject = subject;
    this.patterns = List.copyOf(patterns.weights().entrySet());
    odds = new double[1 << reasons.rows().size()][];
    for (var set = 0; set < odds.length; set++) odds[set] = odds(set);
  }

  static ReasonShares of(CountedReasons reasons, ReasonPatterns patterns, int subject) {
    return new ShapleyShares(reasons, patterns, subject).shares();
  }

  private double[] odds(int set) {
    var active = new int[reasons.correlation().length];
    for (var i = 0; i < reasons.rows().size(); i++) {
      var group = reasons.rows().get(i).group();
      if (group >= 0 && (set >> i & 1) == 1) active[group]++;
    }
    var logs = new double[reasons.outcomes()];
    for (var i = 0; i < reasons.rows().size(); i++) {
      var row = reasons.rows().get(i);
      if ((set >> i & 1) == 1)
        logs[row.outcome()] +=
            row.log() / (row.group() < 0 ? 1 : reasons.divisor(row.group(), active[row.group()]));
    }
    for (var o = 0; o < logs.length; o++) logs[o] = reasons.base()[o] * Math.exp(logs[o]);
    return logs;
  }

  /// The logit of the subject with only the reasons of a set, with or without the gates.
  private double value(int set, boolean gated) {
    var total = new double[reasons.outcomes()];
    var theta = new double[total.length];
    for (var entry : patterns) {
      var pattern = entry.getKey();
      var row = odds[set & pattern.active()];
      for (var o = 0; o < theta.length; o++)
        theta[o] = gated && (pattern.ruledOut() >> o & 1) == 1 ? 0 : row[o];
      CountedReasons.normalise(theta);
      for (var o = 0; o < theta.length; o++) total[o] += entry.getValue()[o] * theta[o];
    }
    return CountedReasons.logit(total, subject);
  }

  private ReasonShares shares() {
    var rows = reasons.rows().size();
    var open = new double[1 << rows];
    for (var set = 0; set < open.length; set++) open[set] = value(set, false);
    var start = open[0];
    var gated = open;
    if (!reasons.gates().isEmpty()) {
      gated = new double[open.length];
      for (var set = 0; set < gated.length; set++) gated[set] = value(set, true);
    }
    // Gates that decide the matter alone leave the reasons a game of their own.
    var decided = Double.isInfinite(gated[0]) && !Double.isInfinite(open[0]);
    var counted = decided ? open : gated;
    var players = rows + (reasons.gates().isEmpty() || decided ? 0 : 1);
    var weight = weights(players);
    var shares = new double[rows];
    var gate = decided ? gated[0] : 0.0;
    for (var set = 0; set < open.length; set++) {
      var size = Integer.bitCount(set);
      for (var i = 0; i < rows; i++) {
        if ((set >> i & 1) == 1) continue;
        var with = set | 1 << i;
        shares[i] += weight[size] * added(open[with], open[set]);
        if (players > rows) shares[i] += weight[size + 1] * added(counted[with], counted[set]);
      }
      if (players > rows) gate += weight[size] * added(counted[set], open[set]);
    }
    var without = new double[rows];
    for (var i = 0; i < rows; i++)
      without[i] = CountedReasons.probability(gated[(open.length - 1) & ~(1 << i)]);
    return new ReasonShares(start, shares, gate, without, true);
  }

  /// Two infinite logits are both ruled out, or both certain: nothing was added.
  private static double added(double with, double without) {
    return with == without ? 0 : with - without;
  }

  /// s! (n − s − 1)! / n! for every size s of the set that was there before.
  private static double[] weights(int players) {
    var weights = new double[players + 1];
    if (players == 0) return weights;
    weights[0] = 1.0 / players;
    for (var s = 1; s < players; s++) weights[s] = weights[s - 1] * s / (players - s);
    return weights;
  }
}
