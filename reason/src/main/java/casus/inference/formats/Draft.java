package casus.inference.formats;

import casus.inference.Network;
import casus.inference.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A network being put together from a text: names resolved, sizes and sums checked, every fault
/// recorded with its place. Declare all variables before the first local model: a local model may
/// add hidden ones.
final class Draft {
  /// Entries of tables that no number in the text stands for (a default row, a deterministic node),
  /// for the whole text: what keeps a short text from taking much memory.
  private static final long MOST_IMPLIED = 1 << 22;

  private static final long MOST_ENTRIES = 1 << 26;
  private static final double SILENT_PER_STATE = 1e-6;
  private static final double NOTED = 1e-3;

  private final Source source;
  private final Network.Builder builder = Network.builder();
  private final List<Variable> variables = new ArrayList<>();
  private final Map<String, Variable> byName = new HashMap<>();
  private final List<Map<String, Integer>> stateIndexes = new ArrayList<>();
  private final List<Integer> declaredAt = new ArrayList<>();

  /// By index of the variable: to hash a variable is to hash all its states.
  private final Map<Integer, Integer> definedAt = new HashMap<>();

  private final Map<Integer, List<Variable>> parents = new HashMap<>();
  private long implied;

  Draft(Source source) {
    this.source = source;
  }

  /// Declares a variable.
  void declare(Word name, List<Word> states) {
    var seen = new HashMap<String, Integer>();
    for (var state : states) {
      if (seen.put(state.text(), seen.size()) != null) {
        source.fault(
            state.at(),
            "a second state " + state.quoted() + " of " + name.quoted(),
            "a state of another name");
      }
    }
    if (states.isEmpty()) {
      source.fault(name.at(), name.quoted() + " without states", "at least one state");
      return;
    }
    if (byName.containsKey(name.text())) {
      source.fault(name.at(), "a second variable " + name.quoted(), "a variable of another name");
      return;
    }
    var variable = builder.addVariable(name.text(), states.stream().map(Word::text).toList());
    variables.add(variable);
    byName.put(name.text(), variable);
    stateIndexes.add(seen);
    declaredAt.add(name.at());
  }

  /// The variable of this name, or null and a fault.
  @Nullable Variable find(Word name) {
    var variable = byName.get(name.text());
    if (variable == null) {
      source.fault(
          name.at(),
          "the unknown name " + name.quoted(),
          "the name of a declared variable",
          byName.keySet());
    }
    return variable;
  }

  /// The index of the state of this name, or −1 and a fault.
  int state(Variable variable, Word name) {
    var index = stateIndexes.get(variable.index()).get(name.text());
    if (index != null) return index;
    source.fault(
        name.at(),
        name.quoted(),
        "a state of " + Source.quoted(variable.name()) + listed(variable),
        variable.states());
    return -1;
  }

  private static String listed(Variable variable) {
    return variable.size() > 8 ? "" : " (" + String.join(", ", variable.states()) + ")";
  }

  /// The child of a local model, or null and a fault: each variable has one local model.
  @Nullable Variable child(Word name) {
    var child = find(name);
    if (child == null) return null;
    if (definedAt.putIfAbsent(child.index(), name.at()) != null) {
      source.fault(name.at(), "a second table of " + name.quoted(), "one table for each variable");
      return null;
    }
    return child;
  }

  /// The parents, or null and faults.
  @Nullable List<Variable> parents(Variable child, List<Word> names) {
    var found = new ArrayList<Variable>();
    var seen = new HashSet<Integer>();
    for (var name : names) {
      var parent = find(name);
      if (parent == null) continue;
      if (!seen.add(parent.index())) {
        source.fault(
            name.at(),
            name.quoted() + " twice among the parents of " + Source.quoted(child.name()),
            "each parent once");
      } else {
        found.add(parent);
      }
    }
    if (found.size() < names.size()) return null;
    parents.put(child.index(), List.copyOf(found));
    return found;
  }

  /// How many configurations the variables have; at most 2^62, where there are more.
  static long configurations(List<Variable> variables) {
    var count = 1L;
    for (var variable : variables) {
      if (count > (1L << 62) / variable.size()) return 1L << 62;
      count *= variable.size();
    }
    return count;
  }

  /// Whether that many entries can be made though the text does not hold them; a fault if not.
  boolean canImply(long rows, long columns, int at, String what) {
    if (columns == 0 || rows <= (MOST_IMPLIED - implied) / columns) {
      implied += rows * columns;
      return true;
    }
    source.fault(
        at,
        what,
        "at most " + MOST_IMPLIED + " entries that the file implies without listing them");
    return false;
  }

  /// Gives the child a table: one row per configuration of the parents, the first varying slowest,
  /// the child's states side by side.
  ///
  /// @param at where the table stands, for a fault of size
  void table(Variable child, List<Variable> parents, int at, Numbers numbers) {
    if (!fits(child, parents, at, numbers)) return;
    var values = rows(child, numbers);
    if (values != null) builder.table(child, parents, values);
  }

  boolean fits(Variable child, List<Variable> parents, int at, Numbers numbers) {
    var rows = configurations(parents);
    if (rows <= MOST_ENTRIES / child.size() && rows * child.size() == numbers.size()) return true;
    source.fault(
        at,
        counted(numbers.size(), "number") + " for " + Source.quoted(child.name()),
        rows == 1
            ? counted(child.size(), "number")
            : counted(child.size(), "state") + " times " + counted(rows, "configuration"));
    return false;
  }

  static String counted(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  /// Makes the child the same in all configurations of its parents: each state as likely as any.
  void uniform(Variable child, List<Variable> parents, int at) {
    var rows = configurations(parents);
    if (!canImply(rows, child.size(), at, "a table of " + counted(rows, "row") + " left out")) {
      return;
    }
    var values = new double[(int) rows * child.size()];
    Arrays.fill(values, 1.0 / child.size());
    builder.table(child, parents, values);
  }

  void deterministic(Variable child, List<Variable> parents, int[] states) {
    builder.deterministic(child, parents, states);
  }

  /// Makes the child the noisy-max of its parents, its states listed from the strongest.
  ///
  /// @param contributions for each parent, then for the leak, the child's states side by side
  void strongestFirstNoisyMax(
      Variable child, List<Variable> parents, int at, double[][] contributions) {
    var size = child.size();
    if (!canImply((parents.size() + 1L) * size, size, at, "a noisy-max of " + size + " states")) {
      return;
    }
    builder.noisyMin(
        child,
        parents,
        Arrays.copyOf(contributions, parents.size()),
        contributions[parents.size()]);
  }

  /// The numbers as rows of distributions over the child's states, renormalised; null and a fault
  /// where a row is no distribution.
  double @Nullable [] rows(Variable child, Numbers numbers) {
    var size = child.size();
    var values = new double[numbers.size()];
    var sound = true;
    var noted = 0;
    var firstNoted = 0;
    for (var row = 0; row < values.length; row += size) {
      var sum = 0.0;
      for (var i = row; i < row + size; i++) sum += numbers.value(i);
      // A number that is none was told of where it stands.
      if (Double.isNaN(sum)) {
        sound = false;
        continue;
      }
      var off = Math.abs(sum - 1);
      if (off > Math.max(NOTED, SILENT_PER_STATE * size)) {
        source.fault(
            numbers.place(row),
            "a row of " + Source.quoted(child.name()) + " that sums to " + sum,
            "a sum of 1");
        sound = false;
        continue;
      }
      if (off > SILENT_PER_STATE * size && noted++ == 0) firstNoted = row;
      for (var i = row; i < row + size; i++) values[i] = numbers.value(i) / sum;
    }
    if (noted > 0) {
      source.note(
          numbers.place(firstNoted),
          counted(noted, "row")
              + " of "
              + Source.quoted(child.name())
              + " not summing to 1, renormalised",
          "a sum of 1");
    }
    return sound ? values : null;
  }

  List<Variable> variables() {
    return variables;
  }

  /// The network, or all that is wrong.
  Reading finish() {
    for (var variable : variables) {
      if (!definedAt.containsKey(variable.index())) {
        source.fault(
            declaredAt.get(variable.index()),
            Source.quoted(variable.name()) + " without probabilities",
            "a table for each variable");
      }
    }
    if (variables.isEmpty() && source.isSound()) {
      source.fault(0, "no variable", "at least one");
    }
    faultCycle();
    return source.isSound()
        ? new Reading.Read(builder.build(), source.notes())
        : new Reading.Malformed(source.faults());
  }

  private void faultCycle() {
    var waiting = new int[variables.size()];
    var children = new HashMap<Integer, List<Variable>>();
    var ready = new ArrayDeque<Variable>();
    for (var variable : variables) {
      var above = parents.getOrDefault(variable.index(), List.of());
      waiting[variable.index()] = above.size();
      if (above.isEmpty()) ready.add(variable);
      for (var parent : above) {
        children.computeIfAbsent(parent.index(), _ -> new ArrayList<>()).add(variable);
      }
    }
    for (var next = ready.poll(); next != null; next = ready.poll()) {
      for (var child : children.getOrDefault(next.index(), List.of())) {
        if (--waiting[child.index()] == 0) ready.add(child);
      }
    }
    var first = variables.stream().filter(v -> waiting[v.index()] > 0).findFirst().orElse(null);
    if (first == null) return;
    // Every variable left waiting has a parent left waiting: walking up must meet itself.
    var path = new ArrayList<Variable>();
    var seen = new HashSet<Integer>();
    var at = first;
    while (seen.add(at.index())) {
      path.add(at);
      for (var parent : parents.getOrDefault(at.index(), List.of())) {
        if (waiting[parent.index()] > 0) {
          at = parent;
          break;
        }
      }
    }
    path.add(at);
    var cycle = path.subList(path.indexOf(at), path.size()).reversed();
    var names = cycle.stream().limit(9).map(Variable::name).toList();
    source.fault(
        definedAt.getOrDefault(at.index(), 0),
        "a cycle: " + String.join(" -> ", names) + (cycle.size() > names.size() ? " -> …" : ""),
        "a graph without cycles");
  }
}
