package casus.inference.formats;

import casus.inference.LocalModel;
import casus.inference.Network;
import casus.inference.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The visible variables of a network, each with its table: folds expanded, hidden variables summed
/// out.
///
/// A hidden variable that serves one child only is independent of the child's other parents given
/// the visible ones, so the sum is one product after the other.
final class Families {
  private static final long MOST_ENTRIES = 1 << 20;

  private final Network network;
  private final int[] children;
  private final List<String> reasons = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Family> families = new ArrayList<>();

  private Families(Network network, Predicate<Variable> untabled) {
    this.network = network;
    children = new int[network.variables().size()];
    for (var variable : network.variables()) {
      for (var parent : network.model(variable).parents()) children[parent.index()]++;
    }
    for (var variable : network.variables()) {
      if (network.isHidden(variable)) continue;
      if (new HashSet<>(variable.states()).size() < variable.size()) {
        reasons.add(variable.name() + " has two states of the same name");
      }
      var family = family(variable, untabled.test(variable));
      if (family != null) families.add(family);
    }
  }

  static Families of(Network network) {
    return new Families(network, _ -> false);
  }

  /// @param untabled which variables the format holds in another form than a table: theirs is left
  ///   empty, however large it would be
  static Families of(Network network, Predicate<Variable> untabled) {
    return new Families(network, untabled);
  }

  /// In order of declaration; complete where there are no reasons against.
  List<Family> inOrder() {
    return families;
  }

  /// As [#inOrder], but parents before their children.
  List<Family> parentsFirst() {
    var waiting = new HashMap<Integer, Integer>();
    var below = new HashMap<Integer, List<Family>>();
    var ready = new ArrayDeque<Family>();
    for (var family : families) {
      waiting.put(family.child().index(), family.parents().size());
      if (family.parents().isEmpty()) ready.add(family);
      for (var parent : family.parents()) {
        below.computeIfAbsent(parent.index(), _ -> new ArrayList<>()).add(family);
      }
    }
    var ordered = new ArrayList<Family>();
    for (var next = ready.poll(); next != null; next = ready.poll()) {
      ordered.add(next);
      for (var family : below.getOrDefault(next.child().index(), List.of())) {
        if (waiting.merge(family.child().index(), -1, Integer::sum) == 0) ready.add(family);
      }
    }
    return ordered;
  }

  /// Why the network cannot be written as tables, or nothing.
  List<String> reasons() {
    return reasons;
  }

  List<String> notes() {
    return notes;
  }

  private @Nullable Family family(Variable child, boolean untabled) {
    var model = network.model(child);
    var visible = model.parents().stream().noneMatch(network::isHidden);
    if (model instanceof LocalModel.Table table && visible) {
      return new Family(child, table.parents(), table.values());
    }
    var parents = new ArrayList<Variable>();
    if (!visibleAbove(child, parents, new HashSet<>())) return null;
    if (untabled) return new Family(child, List.copyOf(parents), new double[0]);
    if (!visible) {
      notes.add(child.name() + " is written as a table: what is hidden above it was summed out");
    }
    var rows = Draft.configurations(parents);
    if (rows > MOST_ENTRIES / child.size()) {
      reasons.add(child.name() + " would need a table of more than " + MOST_ENTRIES + " entries");
      return null;
    }
    var values = new double[(int) rows * child.size()];
    var states = new int[children.length];
    for (var row = 0; row < rows; row++) {
      var rest = row;
      for (var i = parents.size() - 1; i >= 0; i--) {
        states[parents.get(i).index()] = rest % parents.get(i).size();
        rest /= parents.get(i).size();
      }
      System.arraycopy(distribution(model, states), 0, values, row * child.size(), child.size());
    }
    return new Family(child, List.copyOf(parents), values);
  }

  private boolean visibleAbove(Variable child, List<Variable> found, Set<Integer> seen) {
    for (var parent : network.model(child).parents()) {
      if (!network.isHidden(parent)) {
        if (seen.add(parent.index())) found.add(parent);
      } else if (children[parent.index()] > 1) {
        reasons.add(
            child.name()
                + " depends on "
                + parent.name()
                + ", which is hidden and serves other variables too");
        return false;
      } else if (!visibleAbove(parent, found, seen)) {
        return false;
      }
    }
    return true;
  }

  /// The child's distribution where the visible variables above are in these states.
  private double[] distribution(LocalModel model, int[] states) {
    var weights = new double[] {1};
    for (var i = 0; i < model.parents().size(); i++) {
      var parent = model.parents().get(i);
      double[] weight;
      if (network.isHidden(parent)) {
        weight = distribution(network.model(parent), states);
      } else {
        weight = new double[parent.size()];
        weight[states[parent.index()]] = 1;
      }
      weights =
          switch (model) {
            case LocalModel.Table _ -> outer(weights, weight);
            case LocalModel.Fold fold -> step(weights, weight, fold.next()[i]);
          };
    }
    var rows =
        switch (model) {
          case LocalModel.Table table -> table.values();
          case LocalModel.Fold fold -> fold.rows();
        };
    var size = model.child().size();
    var result = new double[size];
    for (var row = 0; row < weights.length; row++) {
      if (weights[row] == 0) continue;
      for (var s = 0; s < size; s++) result[s] += weights[row] * rows[row * size + s];
    }
    return result;
  }

  private static double[] outer(double[] slow, double[] fast) {
    var product = new double[slow.length * fast.length];
    for (var i = 0; i < slow.length; i++) {
      for (var j = 0; j < fast.length; j++) product[i * fast.length + j] = slow[i] * fast[j];
    }
    return product;
  }

  private static double[] step(double[] memory, double[] weight, int[][] next) {
    var memories = Arrays.stream(next).flatMapToInt(Arrays::stream).max().orElse(0) + 1;
    var after = new double[memories];
    for (var m = 0; m < memory.length && m < next.length; m++) {
      if (memory[m] == 0) continue;
      for (var s = 0; s < weight.length; s++) after[next[m][s]] += memory[m] * weight[s];
    }
    return after;
  }

  /// The visible variables as a format spells them, by index.
  Map<Integer, String> names(Spelling spelling) {
    var names = new HashMap<Integer, String>();
    for (var family : families) {
      names.put(family.child().index(), spelling.written(family.child().name()));
    }
    return names;
  }
}
