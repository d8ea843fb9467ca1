package casus.inference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/// Looks for cheap elimination orders.
///
/// First every variable goes that brings nothing together that is not together already (simplicial
/// vertices: Bodlaender, Koster & van den Eijkhof 2005), which in dossiers is most of them. For the
/// rest there are greedy runs under several costs, the later ones with seeded noise, because no
/// single greedy cost wins everywhere (Kjærulff 1990; Fishelson & Geiger 2003).
final class OrderSearch {
  private static final long SEED = 0x5EED;
  private static final double NOISE = 0.3;
  private static final int WIDEST_FILL = 40;
  private static final int LARGE = 3000;

  private final int query;
  private final BitSet late;
  private final Scopes core;
  private final Steps simple = new Steps();
  private int left;

  private enum Cost {
    SIZE,
    GROWTH,
    FILL,
    WEIGHTED_FILL
  }

  /// @param late variables to sum out after all others, where that is not simple
  OrderSearch(FactorGraph graph, int query, BitSet late) {
    this.query = query;
    this.late = late;
    core = new Scopes(graph);
    left = core.variables() - 1;
    eliminateSimple();
  }

  /// The orders found, cheapest first, no two with the same estimate; at least one.
  List<EliminationOrder> orders(int restarts) {
    if (left == 0) return List.of(simple.order());
    var random = new SplittableRandom(SEED);
    var costs = Cost.values();
    var found = new ArrayList<EliminationOrder>();
    var runs = left > LARGE ? 2 : restarts;
    for (var run = 0; run < runs; run++) {
      var noise = run < costs.length ? 0 : NOISE;
      var order = new Run(costs[run % costs.length], noise, random.split()).order();
      if (found.stream().noneMatch(other -> other.work() == order.work())) found.add(order);
    }
    found.sort((a, b) -> Double.compare(a.work(), b.work()));
    return found;
  }

  private void eliminateSimple() {
    var waiting = new ArrayDeque<Integer>();
    var queued = new boolean[core.variables()];
    for (var v = 0; v < queued.length; v++) {
      queued[v] = v != query;
      if (queued[v]) waiting.add(v);
    }
    for (var next = waiting.poll(); next != null; next = waiting.poll()) {
      int v = next;
      queued[v] = false;
      core.gather(v);
      if (!core.isCovered()) continue;
      simple.add(v, core);
      left--;
      for (var u : core.eliminate(v)) {
        if (u == query || queued[u]) continue;
        queued[u] = true;
        waiting.add(u);
      }
    }
  }

  /// The order so far and its cost.
  private static final class Steps {
    private final List<Integer> order = new ArrayList<>();
    private double work;
    private double worst = Double.NEGATIVE_INFINITY;
    private int[] widest = {};

    /// Summing out `v`, which `scopes` has gathered.
    void add(int v, Scopes scopes) {
      order.add(v);
      work += Math.exp(scopes.logSize());
      if (scopes.logSize() <= worst) return;
      worst = scopes.logSize();
      widest = scopes.met();
    }

    Steps copy() {
      var copy = new Steps();
      copy.order.addAll(order);
      copy.work = work;
      copy.worst = worst;
      copy.widest = widest;
      return copy;
    }

    EliminationOrder order() {
      var sorted = widest.clone();
      Arrays.sort(sorted);
      return new EliminationOrder(
          order.stream().mapToInt(Integer::intValue).toArray(), work, sorted);
    }
  }

  private final class Run {
    private final Cost cost;
    private final double noise;
    private final SplittableRandom random;
    private final Scopes scopes = core.copy();
    private final double[] price = new double[scopes.variables()];

    Run(Cost cost, double noise, SplittableRandom random) {
      this.cost = cost;
      this.noise = noise;
      this.random = random;
    }

    EliminationOrder order() {
      var steps = simple.copy();
      var open = new int[left];
      var n = 0;
      for (var v = 0; v < price.length; v++) {
        if (v == query || scopes.isGone(v)) continue;
        open[n++] = v;
        price[v] = price(v);
      }
      while (n > 0) {
        var best = 0;
        for (var i = 1; i < n; i++) if (isBefore(open[i], open[best])) best = i;
        var v = open[best];
        open[best] = open[--n];
        scopes.gather(v);
        steps.add(v, scopes);
        for (var u : scopes.eliminate(v)) if (u != query) price[u] = price(u);
      }
      return steps.order();
    }

    private boolean isBefore(int v, int other) {
      return late.get(v) == late.get(other) ? price[v] < price[other] : late.get(other);
    }

    private double price(int v) {
      scopes.gather(v);
      var exact =
          switch (cost) {
            case SIZE -> scopes.logSize();
            case GROWTH -> scopes.growth(v);
            case FILL -> fill(v, false);
            case WEIGHTED_FILL -> fill(v, true);
          };
      if (noise == 0) return exact;
      return cost == Cost.SIZE || cost == Cost.GROWTH
          ? exact + noise * random.nextDouble()
          : (exact + 1) * (1 + noise * random.nextDouble());
    }

    /// Ties go to the smaller step; where very many meet, their number must do.
    private double fill(int v, boolean weighted) {
      var tie = 1e-3 * scopes.logSize();
      var width = scopes.width();
      return tie + (width > WIDEST_FILL ? (double) width * width : scopes.fill(v, weighted));
    }
  }
}
