package casus.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// A network as a product of sparse factors over its variables and the memories of its folds.
///
/// @param cardinalities by variable; first the variables of the network, then the memories
/// @param owners the index of the variable of the network that each belongs to
/// @param factors together their product is P(all variables) times all λ
record FactorGraph(int[] cardinalities, int[] owners, List<SparseFactor> factors) {
  /// @param certain findings that hold in every evaluation: what they exclude is left out
  /// @param relevant variables, by index, that bear on anything asked; the others are left out
  static FactorGraph of(Network network, Leaves leaves, Evidence certain, BitSet relevant) {
    return new Assembly(network, leaves, certain, relevant).graph();
  }

  private static final class Assembly {
    private final Network network;
    private final Leaves leaves;
    private final BitSet relevant;
    private final List<Integer> cardinalities = new ArrayList<>();
    private final List<Integer> owners = new ArrayList<>();
    private final List<boolean[]> possible = new ArrayList<>();
    private final List<SparseFactor> factors = new ArrayList<>();

    Assembly(Network network, Leaves leaves, Evidence certain, BitSet relevant) {
      this.network = network;
      this.leaves = leaves;
      this.relevant = relevant;
      for (var variable : network.variables()) {
        var likelihood = certain.likelihood(variable);
        var states = new boolean[variable.size()];
        for (var s = 0; s < states.length; s++) states[s] = likelihood[s] > 0;
        // A variable that is left out keeps its place, with one state and no factor.
        var size = relevant.get(variable.index()) ? variable.size() : 1;
        addVariable(size, variable.index(), states);
      }
    }

    FactorGraph graph() {
      for (var variable : network.variables()) {
        if (!relevant.get(variable.index())) continue;
        if (!network.isHidden(variable)) addIndicators(variable);
        switch (network.model(variable)) {
          case LocalModel.Table table -> addTable(table);
          case LocalModel.Fold fold -> addFold(fold);
        }
      }
      return new FactorGraph(
          cardinalities.stream().mapToInt(Integer::intValue).toArray(),
          owners.stream().mapToInt(Integer::intValue).toArray(),
          List.copyOf(factors));
    }

    private int addVariable(int cardinality, int owner, boolean[] states) {
      cardinalities.add(cardinality);
      owners.add(owner);
      possible.add(states);
      return cardinalities.size() - 1;
    }

    private void addIndicators(Variable variable) {
      var rows = new Rows(variable.index());
      for (var s = 0; s < variable.size(); s++) {
        rows.add(leaves.lambda()[variable.index()] + s, s);
      }
      factors.add(rows.factor());
    }

    private void addTable(LocalModel.Table table) {
      var child = table.child();
      var scope = new int[table.parents().size() + 1];
      for (var i = 0; i < scope.length - 1; i++) scope[i] = table.parents().get(i).index();
      scope[scope.length - 1] = child.index();
      var rows = new Rows(scope);
      var states = new int[scope.length];
      var offset = network.parameterOffset(child);
      for (var i = 0; i < table.values().length; i++) {
        if (leaves.theta()[offset + i] >= 0) rows.add(leaves.theta()[offset + i], states);
        for (var digit = scope.length - 1; digit >= 0; digit--) {
          if (++states[digit] < cardinalities.get(scope[digit])) break;
          states[digit] = 0;
        }
      }
      factors.add(rows.factor());
    }

    private void addFold(LocalModel.Fold fold) {
      var child = fold.child();
      var reachable = new BitSet();
      reachable.set(0);
      var memory = -1;
      for (var i = 0; i < fold.next().length; i++) {
        var step = fold.next()[i];
        var parent = fold.parents().get(i).index();
        var last = i + 1 == fold.next().length;
        var size = last ? fold.rows().length / child.size() : fold.next()[i + 1].length;
        var after = addVariable(size, child.index(), allStates(size));
        var rows = memory < 0 ? new Rows(parent, after) : new Rows(memory, parent, after);
        var reached = new BitSet();
        for (var m = reachable.nextSetBit(0); m >= 0; m = reachable.nextSetBit(m + 1)) {
          for (var s = 0; s < step[m].length; s++) {
            if (!possible.get(parent)[s]) continue;
            reached.set(step[m][s]);
            if (memory < 0) rows.add(Tape.ONE, s, step[m][s]);
            else rows.add(Tape.ONE, m, s, step[m][s]);
          }
        }
        factors.add(rows.factor());
        memory = after;
        reachable = reached;
      }
      var rows = memory < 0 ? new Rows(child.index()) : new Rows(memory, child.index());
      var offset = network.parameterOffset(child);
      for (var m = reachable.nextSetBit(0); m >= 0; m = reachable.nextSetBit(m + 1)) {
        for (var s = 0; s < child.size(); s++) {
          var node = leaves.theta()[offset + m * child.size() + s];
          if (node < 0) continue;
          if (memory < 0) rows.add(node, s);
          else rows.add(node, m, s);
        }
      }
      factors.add(rows.factor());
    }

    private static boolean[] allStates(int size) {
      var states = new boolean[size];
      Arrays.fill(states, true);
      return states;
    }

    /// The entries of one factor, over variables in any order.
    private final class Rows {
      private final int[] variables;
      private final int[] sorted;
      private final int[] shift;
      private long[] keys = new long[16];
      private int[] nodes = new int[16];
      private int size;

      Rows(int... variables) {
        this.variables = variables;
        sorted = variables.clone();
        Arrays.sort(sorted);
        shift = new int[variables.length];
        var next = 0;
        for (var v : sorted) {
          for (var i = 0; i < variables.length; i++) if (variables[i] == v) shift[i] = next;
          next += SparseFactor.bits(cardinalities.get(v));
        }
      }

      void add(int node, int... states) {
        var key = 0L;
        for (var i = 0; i < variables.length; i++) {
          if (!possible.get(variables[i])[states[i]]) return;
          key |= (long) states[i] << shift[i];
        }
        if (size == keys.length) {
          keys = Arrays.copyOf(keys, size * 2);
          nodes = Arrays.copyOf(nodes, size * 2);
        }
        keys[size] = key;
        nodes[size++] = node;
      }

      SparseFactor factor() {
        return new SparseFactor(sorted, keys, nodes, size);
      }
    }
  }
}
