package casus.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// A network as dense factors over its variables and the memories of its folds, with findings that
/// are certain already entered: variables in known states are in no factor.
///
/// @param sizes the number of states by place; a place is a variable or a memory that is not known
/// @param owners by place the index of the variable of the network it belongs to
/// @param places by index of a variable of the network its place, or −1 − its state where known
/// @param factors together, and with the numbers that are entered, their product is P(all
///   variables)
/// @param numbers the parameters of the network, then the entries of the steps of folds; a
///   structural 0 is [#NEVER]
/// @param entered of each factor whose variables are all known the place of its number
record Potentials(
    int[] sizes,
    int[] owners,
    int[] places,
    List<Factor> factors,
    double[] numbers,
    int[] entered) {
  /// Stands for a 0 that stays 0 whatever the parameters are.
  static final double NEVER = -1;

  /// A table within the numbers: that of the states `s` stands at `offset + Σ strides[i] · s[i]`.
  ///
  /// @param scope places
  /// @param child the index of the variable whose distribution it is; −1 for a step of a fold
  record Factor(int[] scope, int[] strides, int offset, int child) {}

  /// @throws ArithmeticException if the steps of folds are too large as tables
  static Potentials of(Network network, double[] parameters) {
    return new Assembly(network, parameters).potentials();
  }

  /// The factors whose variables are all known, multiplied, as a logarithm; −∞ if what is known
  /// cannot be.
  double logEntered() {
    var log = 0.0;
    for (var place : entered) log += Math.log(Math.max(0, numbers[place]));
    return log;
  }

  /// With some variables known, where none was.
  ///
  /// @param known by place the state, −1 where it is not known
  /// @param set indices of variables that are in their states because somebody has put them there:
  ///   what they depend on no longer matters to them (Pearl 2009, section 3.2)
  Potentials given(int[] known, BitSet set) {
    var renumbered = new int[sizes.length];
    var newSizes = new int[sizes.length];
    var newOwners = new int[sizes.length];
    var n = 0;
    for (var p = 0; p < sizes.length; p++) {
      renumbered[p] = known[p] < 0 ? n : -1 - known[p];
      if (known[p] >= 0) continue;
      newSizes[n] = sizes[p];
      newOwners[n++] = owners[p];
    }
    var newPlaces = places.clone();
    for (var v = 0; v < places.length; v++)
      if (places[v] >= 0) newPlaces[v] = renumbered[places[v]];
    var newFactors = new ArrayList<Factor>();
    var newEntered = new int[factors.size()];
    var e = 0;
    for (var factor : factors) {
      if (factor.child >= 0 && set.get(factor.child)) continue;
      var scope = new int[factor.scope.length];
      var strides = new int[factor.scope.length];
      var offset = factor.offset;
      var m = 0;
      for (var i = 0; i < scope.length; i++) {
        var p = factor.scope[i];
        if (known[p] >= 0) {
          offset += factor.strides[i] * known[p];
        } else {
          scope[m] = renumbered[p];
          strides[m++] = factor.strides[i];
        }
      }
      if (m == 0) {
        newEntered[e++] = offset;
        continue;
      }
      newFactors.add(
          new Factor(Arrays.copyOf(scope, m), Arrays.copyOf(strides, m), offset, factor.child));
    }
    return new Potentials(
        Arrays.copyOf(newSizes, n),
        Arrays.copyOf(newOwners, n),
        newPlaces,
        List.copyOf(newFactors),
        numbers,
        Arrays.copyOf(newEntered, e));
  }

  private static final class Assembly {
    private final Network network;
    private final double[] parameters;
    private final List<Integer> sizes = new ArrayList<>();
    private final List<Integer> owners = new ArrayList<>();
    private final List<Factor> factors = new ArrayList<>();
    private final List<LocalModel.Fold> folds = new ArrayList<>();
    private long count;

    Assembly(Network network, double[] parameters) {
      this.network = network;
      this.parameters = parameters;
      count = parameters.length;
    }

    Potentials potentials() {
      for (var variable : network.variables()) {
        sizes.add(variable.size());
        owners.add(variable.index());
      }
      for (var variable : network.variables()) {
        switch (network.model(variable)) {
          case LocalModel.Table table -> addTable(table);
          case LocalModel.Fold fold -> addFold(fold);
        }
      }
      var numbers = Arrays.copyOf(parameters, (int) count);
      for (var variable : network.variables()) {
        var values = Network.values(network.model(variable));
        var free = Network.free(network.model(variable));
        var offset = network.parameterOffset(variable);
        for (var i = 0; i < values.length; i++)
          if (values[i] == 0 && !free[i]) numbers[offset + i] = NEVER;
      }
      Arrays.fill(numbers, parameters.length, numbers.length, NEVER);
      var next = parameters.length;
      for (var fold : folds) {
        for (var step = 0; step < fold.next().length; step++) {
          for (var memory : fold.next()[step]) {
            for (var after : memory) {
              numbers[next + after] = 1;
              next += after(fold, step);
            }
          }
        }
      }
      var places = new int[network.variables().size()];
      Arrays.setAll(places, v -> v);
      return new Potentials(
          sizes.stream().mapToInt(Integer::intValue).toArray(),
          owners.stream().mapToInt(Integer::intValue).toArray(),
          places,
          List.copyOf(factors),
          numbers,
          new int[0]);
    }

    private void addTable(LocalModel.Table table) {
      var child = table.child();
      var scope = new int[table.parents().size() + 1];
      var strides = new int[scope.length];
      scope[scope.length - 1] = child.index();
      strides[scope.length - 1] = 1;
      var stride = child.size();
      for (var i = scope.length - 2; i >= 0; i--) {
        scope[i] = table.parents().get(i).index();
        strides[i] = stride;
        stride *= table.parents().get(i).size();
      }
      factors.add(new Factor(scope, strides, network.parameterOffset(child), child.index()));
    }

    private void addFold(LocalModel.Fold fold) {
      folds.add(fold);
      var child = fold.child();
      var memory = -1;
      for (var i = 0; i < fold.next().length; i++) {
        var parent = fold.parents().get(i);
        var size = after(fold, i);
        var after = sizes.size();
        sizes.add(size);
        owners.add(child.index());
        // The memory before parent 0 has one state: it is left out of the first step.
        factors.add(
            memory < 0
                ? new Factor(
                    new int[] {parent.index(), after}, new int[] {size, 1}, (int) count, -1)
                : new Factor(
                    new int[] {memory, parent.index(), after},
                    new int[] {parent.size() * size, size, 1},
                    (int) count,
                    -1));
        count += (long) fold.next()[i].length * parent.size() * size;
        Math.toIntExact(count);
        memory = after;
      }
      var offset = network.parameterOffset(child);
      factors.add(
          memory < 0
              ? new Factor(new int[] {child.index()}, new int[] {1}, offset, child.index())
              : new Factor(
                  new int[] {memory, child.index()},
                  new int[] {child.size(), 1},
                  offset,
                  child.index()));
    }

    /// How many memories there are after a step.
    private static int after(LocalModel.Fold fold, int step) {
      return step + 1 < fold.next().length
          ? fold.next()[step + 1].length
          : fold.rows().length / fold.child().size();
    }
  }
}
