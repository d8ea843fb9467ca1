package casus.answer;

import casus.inference.LocalModel;
import casus.inference.Variable;
import casus.network.Literal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// What each row of an outcome's local model stands for: the sums of the log factors of the active
/// reasons, how many of each overlapping group are active, and which outcomes are ruled out. All
/// conditions that lead to one row agree on that.
final class OutcomeMemories {
  private final CountedReasons reasons;

  /// `[row][group + 1][outcome]`, group −1 being the reasons without one.
  private final double[][][] logs;

  /// `[row][group]`
  private final int[][] active;

  /// `[row][outcome]`
  private final boolean[][] ruledOut;

  OutcomeMemories(CountedReasons reasons, LocalModel model) {
    this.reasons = reasons;
    var rows = model.parameterCount() / reasons.outcomes();
    logs = new double[rows][reasons.correlation().length + 1][reasons.outcomes()];
    active = new int[rows][reasons.correlation().length];
    ruledOut = new boolean[rows][];
    switch (model) {
      case LocalModel.Table _ -> read(0, Map.of());
      case LocalModel.Fold fold -> {
        var position = new HashMap<Variable, Integer>();
        for (var i = 0; i < fold.parents().size(); i++) position.put(fold.parents().get(i), i);
        var paths = paths(fold);
        for (var m = 0; m < rows; m++) read(m, states(paths[m], position));
      }
    }
  }

  /// For every final memory the states of the parents that lead to it, on one of the ways there.
  private static int[][] paths(LocalModel.Fold fold) {
    var before = new int[][] {new int[0]};
    for (var step : fold.next()) {
      var most = 0;
      for (var row : step) for (var to : row) most = Math.max(most, to);
      var after = new int[most + 1][];
      for (var m = 0; m < step.length; m++)
        for (var s = 0; s < step[m].length; s++) {
          if (after[step[m][s]] != null) continue;
          var longer = Arrays.copyOf(before[m], before[m].length + 1);
          longer[before[m].length] = s;
          after[step[m][s]] = longer;
        }
      before = after;
    }
    return before;
  }

  private static Map<Variable, Integer> states(int[] path, Map<Variable, Integer> position) {
    var states = new HashMap<Variable, Integer>();
    position.forEach((variable, at) -> states.put(variable, path[at]));
    return states;
  }

  private void read(int row, Map<Variable, Integer> states) {
    for (var reason : reasons.rows()) {
      if (!holds(reason.condition(), states)) continue;
      logs[row][reason.group() + 1][reason.outcome()] += reason.log();
      if (reason.group() >= 0) active[row][reason.group()]++;
    }
    var shut = new boolean[reasons.gates().size()];
    for (var g = 0; g < shut.length; g++)
      shut[g] = !holds(reasons.gates().get(g).condition(), states);
    ruledOut[row] = reasons.ruledOut(shut);
  }

  private static boolean holds(Literal literal, Map<Variable, Integer> states) {
    if (literal.variable() == null) return literal.positive();
    return CountedReasons.holds(literal, states.getOrDefault(literal.variable(), 0));
  }

  int rows() {
    return logs.length;
  }

  /// What the log factor of a reason of that group is divided by in a row, as one over it.
  double damping(int row, int group) {
    return group < 0 ? 1 : 1 / reasons.divisor(group, active[row][group]);
  }

  /// The outcome's distribution in a row.
  ///
  /// @param scale of all log factors: 0 for the base rate alone, 1 for the headline
  /// @param gated whether gates count
  double[] theta(int row, double scale, boolean gated) {
    return theta(row, scale, gated, logs[row], active[row]);
  }

  /// The outcome's distribution in a row where the reason is active, were it left out.
  double[] thetaWithout(int row, CountedReasons.Row reason) {
    var group = reason.group();
    var logs = Arrays.stream(this.logs[row]).map(double[]::clone).toArray(double[][]::new);
    var active = this.active[row].clone();
    logs[group + 1][reason.outcome()] -= reason.log();
    if (group >= 0) active[group]--;
    return theta(row, 1, true, logs, active);
  }

  private double[] theta(int row, double scale, boolean gated, double[][] logs, int[] active) {
    var theta = new double[reasons.outcomes()];
    for (var o = 0; o < theta.length; o++) {
      var sum = logs[0][o];
      for (var g = 0; g < active.length; g++) sum += logs[g + 1][o] / reasons.divisor(g, active[g]);
      theta[o] = gated && ruledOut[row][o] ? 0 : reasons.base()[o] * Math.exp(scale * sum);
    }
    CountedReasons.normalise(theta);
    return theta;
  }
}
