package casus.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

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
    /// How many entries could be propagated in the time that one more node takes.
    private static final double JOINING = 40;

    /// How many times fewer entries such a node must have.
    private static final double CHEAPER = 3;

    /// For how many children at once [CliqueTable] has loops of their own.
    private static final int SIDE_BY_SIDE = 3;

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
                without(cliques[last], order[last]),
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
      private int[] separator;
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
      for (var f : node.factors) size *= density(potentials.factors().get(f));
      var children = node.children;
      while (children.size() > 1) {
        // A node costs something of itself, and one without factors of its own has few zeros. Of
        // more children than can be read side by side, any join is worth it.
        var fewest =
            children.size() > SIDE_BY_SIDE ? size : Math.min(size / CHEAPER, size - JOINING);
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
        var scope = union(first.separator, second.separator);
        var join = new Node(scope, scope, new int[0]);
        join.children.add(first);
        join.children.add(second);
        children.removeAll(join.children);
        // A third child costs less here than another node.
        for (var third : children) {
          if (join.children.size() == SIDE_BY_SIDE) break;
          if (union(scope, third.separator).length == scope.length) join.children.add(third);
        }
        children.removeAll(join.children);
        children.add(join);
        before.add(join);
      }
    }

    private CliqueTree numbered(List<Node> nodes) {
      for (var k = 0; k < nodes.size(); k++) nodes.get(k).number = k;
      var cliques = new Clique[nodes.size()];
      var parents = new int[nodes.size()];
      Arrays.fill(parents, -1);
      for (var k = cliques.length - 1; k >= 0; k--) {
        var node = nodes.get(k);
        var inChildren = new int[potentials.sizes().length];
        for (var child : node.children) for (var v : child.separator) inChildren[v]++;
        var inSeparator = bits(node.separator);
        var rest = Arrays.stream(node.variables).filter(v -> !inSeparator.get(v)).toArray();
        var shared =
            sorted(
                Arrays.stream(rest).filter(v -> inChildren[v] > 0).toArray(), v -> inChildren[v]);
        var own =
            sorted(
                Arrays.stream(rest).filter(v -> inChildren[v] == 0).toArray(),
                v -> potentials.sizes()[v]);
        var children = new int[node.children.size()];
        for (var c = 0; c < children.length; c++) {
          var child = node.children.get(c);
          children[c] = child.number;
          parents[child.number] = k;
          // In the order of the loops here, so that messages are read from end to end.
          child.separator = inOrder(child.separator, node.separator, shared);
        }
        cliques[k] = new Clique(node.separator, shared, own, parents[k], children, node.factors);
      }
      return new CliqueTree(List.of(cliques), homes(List.of(cliques)));
    }

    /// What is in most messages varies fastest: entries that follow each other then add to
    /// different places of a message, and need not wait for each other.
    private static int[] sorted(int[] variables, IntUnaryOperator slowness) {
      return Arrays.stream(variables)
          .boxed()
          .sorted(Comparator.comparingInt(slowness::applyAsInt))
          .mapToInt(Integer::intValue)
          .toArray();
    }

    private static int[] inOrder(int[] variables, int[] first, int[] then) {
      var wanted = bits(variables);
      return IntStream.concat(Arrays.stream(first), Arrays.stream(then))
          .filter(wanted::get)
          .toArray();
    }

    /// Which part of a factor is not structurally 0.
    private double density(Potentials.Factor factor) {
      var states = new int[factor.scope().length];
      var place = factor.offset();
      var possible = 0;
      var count = 0;
      for (var digit = 0; digit >= 0; ) {
        if (potentials.numbers()[place] >= 0) possible++;
        count++;
        for (digit = states.length - 1; digit >= 0; digit--) {
          place += factor.strides()[digit];
          if (++states[digit] < potentials.sizes()[factor.scope()[digit]]) break;
          place -= factor.strides()[digit] * states[digit];
          states[digit] = 0;
        }
      }
      return (double) possible / count;
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
