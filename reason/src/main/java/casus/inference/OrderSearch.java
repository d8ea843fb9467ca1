package casus.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Looks for cheap elimination orders: greedy runs under several costs, the later ones with seeded
/// noise, because no single greedy cost wins everywhere (Kjærulff 1990; Fishelson & Geiger 2003).
///
/// Costs count expected non-zero entries, not states: the density of a product is taken as the
/// product of the densities of its factors, so a variable that is a function of others in the same
/// step costs nothing.
final class OrderSearch {
  private static final long SEED = 0x5EED;
  private static final double NOISE = 0.3;
  private static final int WIDEST_FILL = 40;
  private static final int LARGE = 3000;

  private final int variables;
  private final int query;
  private final double[] logCardinality;
  private final List<int[]> firstScopes = new ArrayList<>();
  private final List<Double> firstSizes = new ArrayList<>();

  private enum Cost {
    SIZE,
    GROWTH,
    FILL,
    WEIGHTED_FILL
  }

  OrderSearch(FactorGraph graph, int query) {
    this.query = query;
    variables = graph.cardinalities().length;
    logCardinality = new double[variables];
    for (var v = 0; v < variables; v++) logCardinality[v] = Math.log(graph.cardinalities()[v]);
    for (var factor : graph.factors()) {
      firstScopes.add(factor.scope);
      firstSizes.add(Math.log(Math.max(1, factor.size)));
    }
  }

  /// The orders found, cheapest first, at least one.
  List<EliminationOrder> orders(int restarts) {
    var random = new SplittableRandom(SEED);
    var costs = Cost.values();
    var found = new ArrayList<EliminationOrder>();
    var runs = variables > LARGE ? 2 : restarts;
    for (var run = 0; run < runs; run++) {
      var noise = run < costs.length ? 0 : NOISE;
      found.add(new Run(costs[run % costs.length], noise, random.split()).order());
    }
    found.sort((a, b) -> Double.compare(a.work(), b.work()));
    return found;
  }

  private final class Run {
    private final Cost cost;
    private final double noise;
    private final SplittableRandom random;
    private final List<int[]> scopes = new ArrayList<>(firstScopes);
    private final List<Double> sizes = new ArrayList<>(firstSizes);
    private final List<List<Integer>> factorsOf = new ArrayList<>();
    private final double[] price = new double[variables];
    private final boolean[] gone = new boolean[variables];
    private final int[] stamp = new int[variables];
    private int stamps;

    /// The variables that meet in the step last looked at, itself included, and its log size.
    private int[] scope = new int[variables];

    private int width;
    private double logSize;

    Run(Cost cost, double noise, SplittableRandom random) {
      this.cost = cost;
      this.noise = noise;
      this.random = random;
      for (var v = 0; v < variables; v++) factorsOf.add(new ArrayList<>());
      for (var f = 0; f < scopes.size(); f++) {
        for (var v : scopes.get(f)) factorsOf.get(v).add(f);
      }
    }

    EliminationOrder order() {
      var order = new int[variables - 1];
      var work = 0.0;
      var worst = Double.NEGATIVE_INFINITY;
      var widest = new int[0];
      for (var v = 0; v < variables; v++) price[v] = price(v);
      for (var i = 0; i < order.length; i++) {
        var v = cheapest();
        order[i] = v;
        gather(v);
        work += Math.exp(logSize);
        if (logSize > worst) {
          worst = logSize;
          widest = Arrays.copyOf(scope, width);
          Arrays.sort(widest);
        }
        eliminate(v);
      }
      return new EliminationOrder(order, work, widest);
    }

    private int cheapest() {
      var best = -1;
      for (var v = 0; v < variables; v++) {
        if (!gone[v] && v != query && (best < 0 || price[v] < price[best])) best = v;
      }
      return best;
    }

    private void eliminate(int v) {
      var rest = new int[width - 1];
      var n = 0;
      var dense = 0.0;
      for (var i = 0; i < width; i++) {
        if (scope[i] == v) continue;
        rest[n++] = scope[i];
        dense += logCardinality[scope[i]];
      }
      var dead = List.copyOf(factorsOf.get(v));
      var added = scopes.size();
      scopes.add(rest);
      sizes.add(Math.min(dense, logSize));
      gone[v] = true;
      factorsOf.get(v).clear();
      for (var u : rest) {
        factorsOf.get(u).removeAll(dead);
        factorsOf.get(u).add(added);
      }
      for (var u : rest) price[u] = price(u);
    }

    /// Sets `scope`, `width` and `logSize` for summing out `v`.
    private void gather(int v) {
      stamps++;
      width = 0;
      var dense = 0.0;
      var density = 0.0;
      for (var f : factorsOf.get(v)) {
        density += sizes.get(f);
        for (var u : scopes.get(f)) {
          density -= logCardinality[u];
          if (stamp[u] == stamps) continue;
          stamp[u] = stamps;
          scope[width++] = u;
          dense += logCardinality[u];
        }
      }
      logSize = Math.max(0, dense + density);
    }

    private double price(int v) {
      if (v == query) return Double.POSITIVE_INFINITY;
      gather(v);
      var exact =
          switch (cost) {
            case SIZE -> logSize;
            case GROWTH -> growth(v);
            case FILL -> fill(v, false);
            case WEIGHTED_FILL -> fill(v, true);
          };
      if (noise == 0) return exact;
      return cost == Cost.SIZE || cost == Cost.GROWTH
          ? exact + noise * random.nextDouble()
          : (exact + 1) * (1 + noise * random.nextDouble());
    }

    /// The log of how many entries are gained, or minus that of how many are lost.
    private double growth(int v) {
      var before = 0.0;
      for (var f : factorsOf.get(v)) before += Math.exp(sizes.get(f));
      var change = Math.exp(Math.min(700, logSize)) - before;
      return change >= 0 ? Math.log1p(change) : -Math.log1p(-change);
    }

    /// How many pairs would meet that have not met, or the sum of the logs of their sizes. Ties go
    /// to the smaller step.
    private double fill(int v, boolean weighted) {
      var tie = 1e-3 * logSize;
      if (width > WIDEST_FILL) return (double) width * width + tie;
      var neighbours = Arrays.copyOf(scope, width);
      var missing = 0.0;
      for (var i = 0; i < neighbours.length; i++) {
        var a = neighbours[i];
        if (a == v) continue;
        stamps++;
        for (var f : factorsOf.get(a)) {
          for (var u : scopes.get(f)) stamp[u] = stamps;
        }
        for (var j = i + 1; j < neighbours.length; j++) {
          var b = neighbours[j];
          if (b == v || stamp[b] == stamps) continue;
          missing += weighted ? logCardinality[a] + logCardinality[b] : 1;
        }
      }
      return missing + tie;
    }
  }
}
