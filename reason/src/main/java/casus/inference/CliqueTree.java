package casus.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// The maximal cliques of a triangulated network, joined in a tree in which all cliques that have a
/// variable in common hang together. Children stand before their parents.
///
/// @param cliques the cliques
/// @param home by variable, where it can be looked up: the clique it is alone in, as `clique`, or
///   the child end of the smallest separator it is in, as `−1 − clique`
record CliqueTree(List<Clique> cliques, int[] home) {
  /// One clique.
  ///
  /// @param separator the variables in common with the parent, empty for a root
  /// @param shared the other variables that some child has too
  /// @param own the variables in no other clique
  /// @param parent the place of the parent, −1 for a root
  /// @param children the places of its children
  /// @param factors the places of the factors that are multiplied here
  record Clique(
      int[] separator, int[] shared, int[] own, int parent, int[] children, int[] factors) {
    /// How many entries the table has if nothing is 0; may exceed any integer.
    double states(int[] sizes) {
      var states = 1.0;
      for (var v : separator) states *= sizes[v];
      for (var v : shared) states *= sizes[v];
      for (var v : own) states *= sizes[v];
      return states;
    }

    private Clique under(int parent) {
      return new Clique(separator, shared, own, parent, children, factors);
    }
  }

  /// By clique: the places in its separator of the variables that are looked up there.
  int[][] lookedUp() {
    var lookedUp = new int[cliques.size()][];
    for (var k = 0; k < lookedUp.length; k++) {
      var separator = cliques.get(k).separator();
      var places = new int[separator.length];
      var n = 0;
      for (var i = 0; i < separator.length; i++) if (home[separator[i]] == -1 - k) places[n++] = i;
      lookedUp[k] = Arrays.copyOf(places, n);
    }
    return lookedUp;
  }

  /// How many entries the tables have if nothing is 0; may exceed any integer.
  double states(int[] sizes) {
    var states = 0.0;
    for (var clique : cliques) states += clique.states(sizes);
    return states;
  }

  static CliqueTree of(Triangulation triangulation, Potentials potentials) {
    return new Assembly(triangulation, potentials).tree();
  }

  private static final class Assembly {
    private final int[] order;
    private final int[][] cliques;
    private final Potentials potentials;

    /// By variable: when it is eliminated.
    private final int[] place;

    /// By place in the order: the maximal clique it belongs to, known by its first place.
    private final int[] group;

    /// By first place of a maximal clique: the last place that belongs to it.
    private final int[] top;

    Assembly(Triangulation triangulation, Potentials potentials) {
      this.order = triangulation.order();
      this.cliques = triangulation.cliques();
      this.potentials = potentials;
      place = new int[order.length];
      for (var i = 0; i < order.length; i++) place[order[i]] = i;
      group = new int[order.length];
      top = new int[order.length];
    }

    CliqueTree tree() {
      Arrays.fill(group, -1);
      var firsts = new ArrayList<Integer>();
      for (var i = 0; i < order.length; i++) {
        if (group[i] < 0) {
          group[i] = i;
          firsts.add(i);
        }
        top[group[i]] = i;
        var next = next(i);
        if (next >= 0 && group[next] < 0 && cliques[next].length == cliques[i].length - 1)
          group[next] = group[i];
      }
      firsts.sort((a, b) -> Integer.compare(top[a], top[b]));
      var number = new int[order.length];
      for (var k = 0; k < firsts.size(); k++) number[firsts.get(k)] = k;

      var parents = new int[firsts.size()];
      for (var k = 0; k < parents.length; k++) {
        var next = next(top[firsts.get(k)]);
        parents[k] = next < 0 ? -1 : number[group[next]];
      }
      var factors = lists(firsts.size());
      for (var f = 0; f < potentials.factors().size(); f++) {
        var first = order.length;
        for (var v : potentials.factors().get(f).scope()) first = Math.min(first, place[v]);
        factors.get(number[group[first]]).add(f);
      }

      var nodes = new ArrayList<Node>();
      for (var k = 0; k < parents.length; k++) {
        var last = top[firsts.get(k)];
        nodes.add(
            new Node(
                cliques[firsts.get(k)],
                lateFirst(without(cliques[last], order[last])),
                array(factors.get(k))));
      }
      var inOrder = new ArrayList<Node>();
      for (var k = 0; k < parents.length; k++) {
        var node = nodes.get(k);
        joinChildren(node, inOrder);
        inOrder.add(node);
        if (parents[k] >= 0) nodes.get(parents[k]).children.add(node);
      }
      return numbered(inOrder);
    }

    private static final class Node {
      private final int[] variables;
      private final int[] separator;
      private final int[] factors;
      private final List<Node> children = new ArrayList<>();
      private int number;

      Node(int[] variables, int[] separator, int[] factors) {
        this.variables = variables;
        this.separator = separator;
        this.factors = factors;
      }
    }

    /// Multiplies the messages of children with each other where that is cheaper than with the
    /// clique itself (binary join trees: Shenoy 1997).
    ///
    /// @param before takes the nodes that come about, after their children
    private void joinChildren(Node node, List<Node> before) {
      var size = size(node.variables);
      var children = node.children;
      while (children.size() > 1) {
        var fewest = size / 2;
        Node first = null;
        Node second = null;
        for (var i = 0; i < children.size(); i++) {
          for (var j = i + 1; j < children.size(); j++) {
            var states = unionSize(children.get(i).separator, children.get(j).separator);
            if (states > fewest || (states == fewest && first != null)) continue;
            fewest = states;
            first = children.get(i);
            second = children.get(j);
          }
        }
        if (first == null || second == null) return;
        var scope = lateFirst(union(first.separator, second.separator));
        var join = new Node(scope, scope, new int[0]);
        join.children.add(first);
        join.children.add(second);
        children.remove(first);
        children.remove(second);
        children.add(join);
        before.add(join);
      }
    }

    private CliqueTree numbered(List<Node> nodes) {
      for (var k = 0; k < nodes.size(); k++) nodes.get(k).number = k;
      var parent = new int[nodes.size()];
      Arrays.fill(parent, -1);
      var result = new ArrayList<Clique>();
      for (var k = 0; k < parent.length; k++) {
        var node = nodes.get(k);
        var children = new int[node.children.size()];
        for (var c = 0; c < children.length; c++) {
          children[c] = node.children.get(c).number;
          parent[children[c]] = k;
        }
        var inSeparator = bits(node.separator);
        var inChildren = new BitSet();
        for (var child : node.children) for (var v : child.separator) inChildren.set(v);
        var shared =
            Arrays.stream(node.variables).filter(v -> !inSeparator.get(v) && inChildren.get(v));
        var own =
            Arrays.stream(node.variables).filter(v -> !inSeparator.get(v) && !inChildren.get(v));
        result.add(
            new Clique(
                node.separator,
                lateFirst(shared.toArray()),
                smallFirst(own.toArray()),
                -1,
                children,
                node.factors));
      }
      for (var k = 0; k < parent.length; k++) result.set(k, result.get(k).under(parent[k]));
      return new CliqueTree(List.copyOf(result), homes(result));
    }

    private double size(int[] variables) {
      var size = 1.0;
      for (var v : variables) size *= potentials.sizes()[v];
      return size;
    }

    private double unionSize(int[] a, int[] b) {
      var size = size(a);
      for (var v : b) if (!contains(a, v)) size *= potentials.sizes()[v];
      return size;
    }

    private static int[] union(int[] a, int[] b) {
      var union = Arrays.copyOf(a, a.length + b.length);
      var n = a.length;
      for (var v : b) if (!contains(a, v)) union[n++] = v;
      return Arrays.copyOf(union, n);
    }

    private static boolean contains(int[] variables, int variable) {
      for (var v : variables) if (v == variable) return true;
      return false;
    }

    private int[] homes(List<Clique> result) {
      var home = new int[order.length];
      var smallest = new double[order.length];
      Arrays.fill(smallest, Double.POSITIVE_INFINITY);
      for (var k = 0; k < result.size(); k++) {
        for (var v : result.get(k).own()) home[v] = k;
        var states = 1.0;
        for (var v : result.get(k).separator()) states *= potentials.sizes()[v];
        for (var v : result.get(k).separator()) {
          if (states >= smallest[v]) continue;
          smallest[v] = states;
          home[v] = -1 - k;
        }
      }
      return home;
    }

    /// The place of the first neighbour of the variable at place `i` to be eliminated after it, −1
    /// if there is none.
    private int next(int i) {
      var next = order.length;
      for (var v : cliques[i]) if (v != order[i]) next = Math.min(next, place[v]);
      return next == order.length ? -1 : next;
    }

    /// The order of all tables, so that what varies slowly in one does so in the next.
    private int[] lateFirst(int[] variables) {
      return Arrays.stream(variables)
          .boxed()
          .sorted((a, b) -> Integer.compare(place[b], place[a]))
          .mapToInt(Integer::intValue)
          .toArray();
    }

    /// The longest loop innermost.
    private int[] smallFirst(int[] variables) {
      return Arrays.stream(variables)
          .boxed()
          .sorted((a, b) -> Integer.compare(potentials.sizes()[a], potentials.sizes()[b]))
          .mapToInt(Integer::intValue)
          .toArray();
    }

    private static BitSet bits(int[] variables) {
      var bits = new BitSet();
      for (var v : variables) bits.set(v);
      return bits;
    }

    private static int[] without(int[] variables, int variable) {
      return Arrays.stream(variables).filter(v -> v != variable).toArray();
    }

    private static List<List<Integer>> lists(int size) {
      var lists = new ArrayList<List<Integer>>();
      for (var i = 0; i < size; i++) lists.add(new ArrayList<>());
      return lists;
    }

    private static int[] array(List<Integer> list) {
      return list.stream().mapToInt(Integer::intValue).toArray();
    }
  }
}
