package casus.inference;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The messages of a clique tree as logarithms: slower than [Beliefs], and true where numbers leave
/// the range of a double on the way.
final class LogMessages {
  private final Cliques cliques;
  private final CliqueTree tree;
  private final CliqueTable[] tables;

  /// By place and state the logarithm of the likelihood; null where nothing was found.
  private final double[] @Nullable [] found;

  private final double[][] up;
  private final double[][] down;
  private final double[][] own;
  private final double log;
  private boolean isSpread;

  /// @param likelihood by place; null where nothing was found
  LogMessages(Cliques cliques, double[] @Nullable [] likelihood) {
    this.cliques = cliques;
    tree = cliques.tree();
    tables = cliques.tables();
    found = new double[likelihood.length][];
    for (var p = 0; p < found.length; p++) {
      var likelihoods = likelihood[p];
      if (likelihoods != null) found[p] = Arrays.stream(likelihoods).map(Math::log).toArray();
    }
    up = new double[tables.length][];
    down = new double[tables.length][];
    own = new double[tables.length][];
    var sum = cliques.potentials().logEntered();
    for (var k = 0; k < tables.length; k++) {
      up[k] = upward(k);
      if (tree.cliques().get(k).parent() < 0)
        sum += up[k].length == 0 ? Double.NEGATIVE_INFINITY : up[k][0];
    }
    log = sum;
  }

  /// log P(findings), without what is known.
  double logEvidence() {
    return log;
  }

  private double[] upward(int k) {
    var table = tables[k];
    var message = new double[table.segmentCount()];
    var children = tree.cliques().get(k).children();
    for (var s = 0; s < message.length; s++) {
      var sum = Double.NEGATIVE_INFINITY;
      for (var r = table.segments()[s]; r < table.segments()[s + 1]; r++) {
        var product = 0.0;
        for (var c = 0; c < children.length; c++)
          product += up[children[c]][table.messages()[c][r]];
        for (var e = table.start(r); e < table.start(r + 1); e++)
          sum = plus(sum, product + entry(k, r, e));
      }
      message[s] = sum + separatorFindings(k, s);
    }
    return message;
  }

  /// The entry with the findings on the clique's own variables.
  private double entry(int k, int r, int e) {
    var table = tables[k];
    var log = Math.log(table.potential()[e]);
    var state = table.ownState(r, e);
    var variables = tree.cliques().get(k).own();
    for (var i = variables.length - 1; i >= 0; i--) {
      var size = cliques.potentials().sizes()[variables[i]];
      var findings = found[variables[i]];
      if (findings != null) log += findings[state % size];
      state /= size;
    }
    return log;
  }

  private double separatorFindings(int k, int s) {
    var log = 0.0;
    var separator = tree.cliques().get(k).separator();
    for (var i = 0; i < cliques.lookedUp()[k].length; i++) {
      var findings = found[separator[cliques.lookedUp()[k][i]]];
      if (findings != null) log += findings[tables[k].digits()[i][s]];
    }
    return log;
  }

  private void spread() {
    if (isSpread) return;
    isSpread = true;
    for (var k = tables.length - 1; k >= 0; k--) {
      if (tree.cliques().get(k).parent() < 0) down[k] = new double[tables[k].segmentCount()];
      for (var child : tree.cliques().get(k).children()) {
        down[child] = new double[tables[child].segmentCount()];
        Arrays.fill(down[child], Double.NEGATIVE_INFINITY);
      }
      own[k] = new double[tables[k].ownStates()];
      Arrays.fill(own[k], Double.NEGATIVE_INFINITY);
      spread(k);
    }
  }

  private void spread(int k) {
    var table = tables[k];
    var children = tree.cliques().get(k).children();
    for (var s = 0; s < table.segmentCount(); s++) {
      var above = down[k][s] + separatorFindings(k, s);
      for (var r = table.segments()[s]; r < table.segments()[s + 1]; r++) {
        for (var e = table.start(r); e < table.start(r + 1); e++) {
          var weight = above + entry(k, r, e);
          var all = weight;
          for (var c = 0; c < children.length; c++) all += up[children[c]][table.messages()[c][r]];
          var state = table.ownState(r, e);
          own[k][state] = plus(own[k][state], all);
          for (var c = 0; c < children.length; c++) {
            var others = weight;
            for (var d = 0; d < children.length; d++)
              if (d != c) others += up[children[d]][table.messages()[d][r]];
            var to = table.messages()[c][r];
            down[children[c]][to] = plus(down[children[c]][to], others);
          }
        }
      }
    }
  }

  /// Adds up to something proportional to the posterior of the variable at a place, with largest
  /// entry 1.
  void posterior(int place, double[] posterior) {
    spread();
    var logs = new double[posterior.length];
    Arrays.fill(logs, Double.NEGATIVE_INFINITY);
    var home = tree.home()[place];
    var k = home >= 0 ? home : -1 - home;
    if (home >= 0) {
      var variables = tree.cliques().get(k).own();
      var stride = 1;
      for (var i = variables.length - 1; variables[i] != place; i--)
        stride *= cliques.potentials().sizes()[variables[i]];
      for (var j = 0; j < own[k].length; j++) {
        var s = j / stride % posterior.length;
        logs[s] = plus(logs[s], own[k][j]);
      }
    } else {
      var separator = tree.cliques().get(k).separator();
      for (var i = 0; i < cliques.lookedUp()[k].length; i++) {
        if (separator[cliques.lookedUp()[k][i]] != place) continue;
        var digits = tables[k].digits()[i];
        for (var s = 0; s < digits.length; s++)
          logs[digits[s]] = plus(logs[digits[s]], up[k][s] + down[k][s]);
      }
    }
    var largest = Double.NEGATIVE_INFINITY;
    for (var l : logs) largest = Math.max(largest, l);
    for (var s = 0; s < posterior.length; s++) posterior[s] = Math.exp(logs[s] - largest);
  }

  /// What the rest of the network says at a segment of a clique.
  double below(int k, int s) {
    spread();
    return down[k][s] + separatorFindings(k, s);
  }

  double up(int k, int s) {
    return up[k][s];
  }

  /// log(eᵃ + eᵇ).
  private static double plus(double a, double b) {
    var large = Math.max(a, b);
    if (large == Double.NEGATIVE_INFINITY) return large;
    return large + Math.log1p(Math.exp(Math.min(a, b) - large));
  }
}
