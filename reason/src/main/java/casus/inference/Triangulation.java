package casus.inference;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/// An order in which to sum out the variables of a network, and the cliques that come about.
///
/// @param order every vertex, in the order of elimination
/// @param cliques for each place of the order the vertex and those it is next to at that moment,
///   ascending; cliques that are part of another are included
/// @param states the sum of the sizes of the maximal cliques as dense tables; may exceed any
///   integer
record Triangulation(int[] order, int[][] cliques, double states) {
  private static Triangulation of(int[] order, int[][] cliques, int[] sizes) {
    var maximal = maximal(order, cliques);
    var states = 0.0;
    for (var i = 0; i < order.length; i++) {
      if (!maximal[i]) continue;
      var size = 1.0;
      for (var v : cliques[i]) size *= sizes[v];
      states += size;
    }
    return new Triangulation(order, cliques, states);
  }

  /// Which cliques are not part of another: of a clique whose first neighbour to go has one
  /// neighbour less, that one's is a part.
  private static boolean[] maximal(int[] order, int[][] cliques) {
    var place = new int[order.length];
    for (var i = 0; i < order.length; i++) place[order[i]] = i;
    var maximal = new boolean[order.length];
    Arrays.fill(maximal, true);
    for (var i = 0; i < order.length; i++) {
      var next = order.length;
      for (var v : cliques[i]) if (v != order[i]) next = Math.min(next, place[v]);
      if (next < order.length && cliques[next].length == cliques[i].length - 1)
        maximal[next] = false;
    }
    return maximal;
  }

  /// Finds orders: first every vertex goes whose neighbours are all neighbours of each other, which
  /// costs nothing (Bodlaender, Koster & van den Eijkhof 2005); for the rest there are greedy runs
  /// under several costs, the later ones with seeded noise, because no single cost wins everywhere
  /// (Kjærulff 1990; Fishelson & Geiger 2003).
  static final class Search {
    private static final long SEED = 0x5EED;
    private static final double NOISE = 0.6;

    private final int[] sizes;
    private final double[] logSize;
    private final Graph start;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private Triangulation best;
    private int runs = 1;

    private enum Cost {
      WEIGHTED_FILL,
      FILL,
      WEIGHT,
      LOG_FILL
    }

    /// @param sizes the number of states by vertex
    /// @param scopes vertices that must be together in a clique
    Search(int[] sizes, List<int[]> scopes) {
      this.sizes = sizes;
      logSize = new double[sizes.length];
      for (var v = 0; v < sizes.length; v++) logSize[v] = Math.log(sizes[v]) / Math.log(2);
      start = new Graph(sizes.length, scopes);
      start.eliminateSimplicial();
      best = new Run(Cost.WEIGHTED_FILL, 0, Double.POSITIVE_INFINITY).triangulation();
    }

    /// The best order of `wanted` greedy runs in all.
    Triangulation after(int wanted) {
      for (; runs < wanted && !isSettled(); runs++) again();
      return best;
    }

    /// The best order when somebody says that it is enough.
    Triangulation until(BooleanSupplier enough) {
      for (; !isSettled() && !enough.getAsBoolean(); runs++) again();
      return best;
    }

    /// Whether no other order can be better.
    boolean isSettled() {
      return start.left == 0;
    }

    private void again() {
      var costs = Cost.values();
      var noise = runs < costs.length ? 0 : NOISE * random.nextDouble();
      var found = new Run(costs[runs % costs.length], noise, best.states).triangulation();
      if (found.states < best.states) best = found;
    }

    /// One greedy elimination of what is not simplicial.
    private final class Run {
      private final Cost cost;
      private final double noise;
      private final double bound;
      private final Graph graph = new Graph(start);
      private final double[] price = new double[logSize.length];

      Run(Cost cost, double noise, double bound) {
        this.cost = cost;
        this.noise = noise;
        this.bound = bound;
      }

      /// The result, with infinitely many states as soon as it is clear that there are more than
      /// the bound.
      Triangulation triangulation() {
        var open = graph.remaining();
        for (var v : open) price[v] = price(v);
        var states = 0.0;
        for (var left = open.length; left > 0; left--) {
          var chosen = 0;
          for (var i = 1; i < left; i++) if (price[open[i]] < price[open[chosen]]) chosen = i;
          var v = open[chosen];
          open[chosen] = open[left - 1];
          states += weight(v);
          // Cliques that are part of others are in this sum: less than twice too much.
          if (states > 2 * bound)
            return new Triangulation(graph.order, graph.cliques, Double.POSITIVE_INFINITY);
          var stale = graph.eliminate(v);
          for (var w = 0; w < stale.length; w++) {
            for (var bits = stale[w]; bits != 0; bits &= bits - 1) {
              var u = (w << 6) + Long.numberOfTrailingZeros(bits);
              price[u] = price(u);
            }
          }
        }
        return of(graph.order, graph.cliques, sizes);
      }

      /// The size of the table that eliminating `v` takes.
      private double weight(int v) {
        var weight = (double) sizes[v];
        var around = graph.adjacency[v];
        for (var w = 0; w < around.length; w++) {
          for (var bits = around[w]; bits != 0; bits &= bits - 1)
            weight *= sizes[(w << 6) + Long.numberOfTrailingZeros(bits)];
        }
        return weight;
      }

      /// Ties of fill go to the smaller table.
      private double price(int v) {
        var weight = weight(v);
        var exact = cost == Cost.WEIGHT ? weight : fill(v) + 1e-3 * weight / (1e3 + weight);
        if (noise == 0) return exact;
        return cost == Cost.WEIGHT
            ? exact * (1 + noise * random.nextDouble())
            : (exact + 1) * (1 + noise * random.nextDouble());
      }

      /// The number, or the summed weights, of pairs of neighbours that are not neighbours.
      private double fill(int v) {
        var around = graph.adjacency[v];
        var fill = 0.0;
        for (var w = 0; w < around.length; w++) {
          for (var bits = around[w]; bits != 0; bits &= bits - 1) {
            var a = (w << 6) + Long.numberOfTrailingZeros(bits);
            var other = graph.adjacency[a];
            for (var k = w; k < around.length; k++) {
              // Each pair once: the neighbours above a.
              var missing = around[k] & ~other[k] & (k == w ? -2L << a : -1L);
              if (missing == 0) continue;
              if (cost == Cost.FILL) {
                fill += Long.bitCount(missing);
                continue;
              }
              for (; missing != 0; missing &= missing - 1) {
                var b = (k << 6) + Long.numberOfTrailingZeros(missing);
                fill +=
                    cost == Cost.LOG_FILL ? logSize[a] + logSize[b] : (double) sizes[a] * sizes[b];
              }
            }
          }
        }
        return fill;
      }
    }
  }

  /// Who is next to whom while vertices are eliminated, as sets of bits.
  private static final class Graph {
    final long[][] adjacency;
    final int[] order;
    final int[][] cliques;
    final boolean[] gone;

    /// How many vertices are not eliminated.
    int left;

    Graph(int vertices, List<int[]> scopes) {
      adjacency = new long[vertices][(vertices + 63) / 64];
      order = new int[vertices];
      cliques = new int[vertices][];
      gone = new boolean[vertices];
      left = vertices;
      for (var scope : scopes) {
        for (var a : scope) for (var b : scope) if (a != b) adjacency[a][b >> 6] |= 1L << b;
      }
    }

    Graph(Graph other) {
      adjacency = new long[other.adjacency.length][];
      for (var v = 0; v < adjacency.length; v++)
        adjacency[v] = other.gone[v] ? other.adjacency[v] : other.adjacency[v].clone();
      order = other.order.clone();
      cliques = other.cliques.clone();
      gone = other.gone.clone();
      left = other.left;
    }

    int[] remaining() {
      var remaining = new int[left];
      var n = 0;
      for (var v = 0; v < gone.length; v++) if (!gone[v]) remaining[n++] = v;
      return remaining;
    }

    void eliminateSimplicial() {
      var queued = new boolean[gone.length];
      Arrays.fill(queued, true);
      var waiting = new ArrayDeque<Integer>();
      for (var v = 0; v < queued.length; v++) waiting.add(v);
      for (var next = waiting.poll(); next != null; next = waiting.poll()) {
        int v = next;
        queued[v] = false;
        if (gone[v] || !isSimplicial(v)) continue;
        eliminate(v);
        for (var u : cliques[order.length - left - 1]) {
          if (u == v || queued[u]) continue;
          queued[u] = true;
          waiting.add(u);
        }
      }
    }

    private boolean isSimplicial(int v) {
      var around = adjacency[v];
      for (var w = 0; w < around.length; w++) {
        for (var bits = around[w]; bits != 0; bits &= bits - 1) {
          var a = (w << 6) + Long.numberOfTrailingZeros(bits);
          var other = adjacency[a];
          for (var k = w; k < around.length; k++) {
            if ((around[k] & ~other[k] & (k == w ? -2L << a : -1L)) != 0) return false;
          }
        }
      }
      return true;
    }

    /// Makes the neighbours of `v` neighbours of each other and takes `v` out.
    ///
    /// @return the vertices around which something has changed: the neighbours, and who is next to
    ///   both ends of a new edge
    long[] eliminate(int v) {
      var around = adjacency[v];
      var stale = around.clone();
      var clique = new int[1 + Arrays.stream(around).mapToInt(Long::bitCount).sum()];
      var n = 0;
      clique[n++] = v;
      for (var w = 0; w < around.length; w++) {
        for (var bits = around[w]; bits != 0; bits &= bits - 1) {
          var a = (w << 6) + Long.numberOfTrailingZeros(bits);
          clique[n++] = a;
          join(a, v, stale);
        }
      }
      Arrays.sort(clique);
      cliques[order.length - left] = clique;
      order[order.length - left] = v;
      gone[v] = true;
      left--;
      stale[v >> 6] &= ~(1L << v);
      return stale;
    }

    private void join(int a, int v, long[] stale) {
      var around = adjacency[v];
      var mine = adjacency[a];
      mine[v >> 6] &= ~(1L << v);
      for (var w = 0; w < around.length; w++) {
        var missing = around[w] & ~mine[w] & (w == a >> 6 ? ~(1L << a) : -1L);
        mine[w] |= missing;
        for (; missing != 0; missing &= missing - 1) {
          var other = adjacency[(w << 6) + Long.numberOfTrailingZeros(missing)];
          other[a >> 6] |= 1L << a;
          for (var k = 0; k < stale.length; k++) stale[k] |= mine[k] & other[k];
        }
      }
    }
  }
}
