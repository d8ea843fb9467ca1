package casus.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The scopes of factors while variables are summed out, with estimates of their sizes, but without
/// the factors themselves.
///
/// The size of a product is estimated from the density of its factors, as if their zeros were
/// independent: a variable that is a function of others in the same product costs nothing.
final class Scopes {
  private final double[] logCardinality;
  private final List<int[]> scopes;
  private final List<Double> logSizes;

  /// By variable, the factors it is in; the first `counts[v]` entries count.
  private final int[][] factorsOf;

  private final int[] counts;
  private final boolean[] gone;
  private final int[] stamp;
  private int stamps;

  /// The variables that would meet if the variable last given to [#gather] were summed out, itself
  /// included, in no order.
  private final int[] met;

  private int width;
  private double logSize;
  private boolean covered;

  Scopes(FactorGraph graph) {
    var variables = graph.cardinalities().length;
    logCardinality = new double[variables];
    for (var v = 0; v < variables; v++) logCardinality[v] = Math.log(graph.cardinalities()[v]);
    scopes = new ArrayList<>();
    logSizes = new ArrayList<>();
    factorsOf = new int[variables][4];
    counts = new int[variables];
    gone = new boolean[variables];
    stamp = new int[variables];
    met = new int[variables];
    for (var factor : graph.factors()) add(factor.scope, Math.log(Math.max(1, factor.size)));
  }

  private Scopes(Scopes other) {
    logCardinality = other.logCardinality;
    scopes = new ArrayList<>(other.scopes);
    logSizes = new ArrayList<>(other.logSizes);
    factorsOf = Arrays.stream(other.factorsOf).map(int[]::clone).toArray(int[][]::new);
    counts = other.counts.clone();
    gone = other.gone.clone();
    stamp = new int[gone.length];
    met = new int[gone.length];
  }

  Scopes copy() {
    return new Scopes(this);
  }

  int variables() {
    return gone.length;
  }

  boolean isGone(int v) {
    return gone[v];
  }

  /// Looks at what summing out `v` would bring together.
  void gather(int v) {
    stamps++;
    width = 0;
    var largest = 0;
    var dense = 0.0;
    var density = 0.0;
    for (var k = 0; k < counts[v]; k++) {
      var f = factorsOf[v][k];
      var scope = scopes.get(f);
      density += logSizes.get(f);
      largest = Math.max(largest, scope.length);
      for (var u : scope) {
        density -= logCardinality[u];
        if (stamp[u] == stamps) continue;
        stamp[u] = stamps;
        met[width++] = u;
        dense += logCardinality[u];
      }
    }
    logSize = Math.max(0, dense + density);
    covered = largest == width;
  }

  /// How many variables would meet; for the variable last gathered, as the following.
  int width() {
    return width;
  }

  /// The log of the estimated number of products.
  double logSize() {
    return logSize;
  }

  /// Whether one factor holds all of the variables already, so that nothing wider comes about.
  boolean isCovered() {
    return covered;
  }

  /// The variables that would meet, in a fresh array in no order.
  int[] met() {
    return Arrays.copyOf(met, width);
  }

  /// The log of how many entries would be gained, or minus that of how many would be lost.
  double growth(int v) {
    var before = 0.0;
    for (var k = 0; k < counts[v]; k++) before += Math.exp(logSizes.get(factorsOf[v][k]));
    var change = Math.exp(Math.min(700, logSize)) - before;
    return change >= 0 ? Math.log1p(change) : -Math.log1p(-change);
  }

  /// How many pairs would meet that have not met, or the sum of the logs of their sizes.
  double fill(int v, boolean weighted) {
    var neighbours = met();
    var missing = 0.0;
    for (var i = 0; i < neighbours.length; i++) {
      var a = neighbours[i];
      if (a == v) continue;
      stamps++;
      for (var k = 0; k < counts[a]; k++) {
        for (var u : scopes.get(factorsOf[a][k])) stamp[u] = stamps;
      }
      for (var j = i + 1; j < neighbours.length; j++) {
        var b = neighbours[j];
        if (b == v || stamp[b] == stamps) continue;
        missing += weighted ? logCardinality[a] + logCardinality[b] : 1;
      }
    }
    return missing;
  }

  /// Sums out `v`, which must be the variable last gathered.
  ///
  /// @return the variables that have met
  int[] eliminate(int v) {
    if (counts[v] == 0) {
      // Left out as barren: it meets nobody.
      gone[v] = true;
      return new int[0];
    }
    var rest = new int[width - 1];
    var n = 0;
    for (var i = 0; i < width; i++) if (met[i] != v) rest[n++] = met[i];
    Arrays.sort(rest);
    var size = logSize;
    gone[v] = true;
    for (var k = 0; k < counts[v]; k++) {
      var f = factorsOf[v][k];
      for (var u : scopes.get(f)) if (u != v) remove(u, f);
    }
    counts[v] = 0;
    add(rest, size);
    return rest;
  }

  /// Factors over the same variables become one.
  private void add(int[] scope, double logSize) {
    if (scope.length == 0) return;
    var dense = 0.0;
    for (var u : scope) dense += logCardinality[u];
    var size = Math.min(dense, logSize);
    for (var k = 0; k < counts[scope[0]]; k++) {
      var f = factorsOf[scope[0]][k];
      if (!Arrays.equals(scopes.get(f), scope)) continue;
      logSizes.set(f, Math.max(0, size + logSizes.get(f) - dense));
      return;
    }
    for (var u : scope) {
      if (counts[u] == factorsOf[u].length)
        factorsOf[u] = Arrays.copyOf(factorsOf[u], counts[u] * 2);
      factorsOf[u][counts[u]++] = scopes.size();
    }
    scopes.add(scope);
    logSizes.add(size);
  }

  private void remove(int u, int factor) {
    var k = 0;
    while (factorsOf[u][k] != factor) k++;
    factorsOf[u][k] = factorsOf[u][--counts[u]];
  }
}
