package casus.network;

import casus.inference.Evidence;
import casus.inference.LocalModel;
import casus.inference.Network;
import casus.inference.Variable;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A dossier's network as other programs hold one: a table for each variable, nothing hidden, every
/// number at its point, one reading of every contested term. Its posteriors are those of the
/// dossier's.
///
/// What the dossier names is kept, and what that depends on. What is settled once readings are
/// chosen, and what only repeats another variable, is left out. A variable that many others decide
/// is reached in steps, one of them at a time, each step a variable of its own.
///
/// @param network its names are words of letters, digits and `_`, which every format can hold
/// @param findings what the dossier has observed: its claims were made, its signs were seen or not
/// @param variables the variable here for each that the dossier names there
public record PlainNetwork(Network network, Evidence findings, Map<Variable, Variable> variables) {
  /// Entries of a table that is written as one; beyond that it is reached in steps.
  static final int LARGEST_TABLE = 1 << 14;

  /// Entries of one step.
  static final int LARGEST_STEP = 1 << 20;

  /// What came of it.
  public sealed interface Made {
    record Plain(PlainNetwork plain) implements Made {}

    /// @param reasons one sentence for each variable that no table can hold
    record TooLarge(List<String> reasons) implements Made {}
  }

  /// @param observed what was observed, with a finding on every contested term
  public static Made of(DossierNetwork dossier, Evidence observed) {
    return of(dossier, observed, LARGEST_TABLE);
  }

  static Made of(DossierNetwork dossier, Evidence observed, int largestTable) {
    var maker = new Maker(dossier, observed, largestTable);
    maker.makeAll();
    return maker.tooLarge.isEmpty()
        ? new Made.Plain(
            new PlainNetwork(maker.builder.build(), maker.findings(), maker.variables()))
        : new Made.TooLarge(List.copyOf(maker.tooLarge));
  }

  /// An old variable in terms of new ones.
  private sealed interface Known {
    /// A function of one new variable; of none where it is settled.
    ///
    /// @param states the old state for each state of the new one
    record Follows(@Nullable Variable base, int[] states) implements Known {}

    /// Summed out into its only child.
    record Within(Rows rows) implements Known {}
  }

  /// A distribution for each configuration of new variables, the first varying slowest.
  private record Rows(List<Variable> bases, double[] values) {}

  /// What tells unnamed conditions apart.
  private record Condition(List<Variable> bases, int hash) {}

  private record Declared(Variable variable, double[] values) {
    int size() {
      return variable.size();
    }
  }

  private static final class Maker {
    private final Network old;
    private final Network.Builder builder = Network.builder();
    private final double[] parameters;
    private final Evidence observed;
    private final int largestTable;
    private final Set<Variable> chosen = new HashSet<>();
    private final Set<Variable> named = new LinkedHashSet<>();
    private final Map<Variable, Known> known = new HashMap<>();
    private final Map<Variable, Integer> children = new HashMap<>();
    private final Map<Condition, Declared> conditions = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final List<String> tooLarge = new ArrayList<>();

    Maker(DossierNetwork dossier, Evidence observed, int largestTable) {
      this.observed = observed;
      this.largestTable = largestTable;
      old = dossier.network();
      parameters = dossier.parameters(dossier.points());
      chosen.addAll(dossier.readings(dossier.issues()));
      var places = dossier.places();
      named.addAll(places.facts().values());
      named.addAll(places.outcomes().values());
      named.addAll(places.sources().values());
      named.addAll(places.claims().values());
      named.addAll(places.indicators().values());
      named.addAll(places.statuses().values());
      places.issues().values().stream().filter(v -> !chosen.contains(v)).forEach(named::add);
      for (var variable : old.variables())
        for (var parent : old.model(variable).parents()) children.merge(parent, 1, Integer::sum);
    }

    void makeAll() {
      named.forEach(this::known);
    }

    Evidence findings() {
      var findings = Evidence.none();
      for (var variable : observed.variables()) {
        if (!(known.get(variable) instanceof Known.Follows(var base, var states)) || base == null)
          continue;
        var likelihood = observed.likelihood(variable);
        var ours = new double[base.size()];
        for (var s = 0; s < ours.length; s++) ours[s] = likelihood[states[s]];
        findings = findings.withLikelihood(base, ours);
      }
      return findings;
    }

    Map<Variable, Variable> variables() {
      var variables = new HashMap<Variable, Variable>();
      for (var variable : named)
        if (known.get(variable) instanceof Known.Follows(var base, var _) && base != null)
          variables.put(variable, base);
      return variables;
    }

    private Known known(Variable variable) {
      var already = known.get(variable);
      if (already != null) return already;
      var made = make(variable);
      known.put(variable, made);
      return made;
    }

    private Known make(Variable variable) {
      if (chosen.contains(variable)) return settled(reading(variable));
      var rows = rows(variable);
      if (rows == null) return steps(variable);
      if (old.isHidden(variable) && children.getOrDefault(variable, 0) == 1)
        return new Known.Within(rows);
      rows = withoutIdle(rows, variable.size());
      if (!named.contains(variable) && rows.bases().size() < 2) {
        var states = certain(rows, variable.size());
        if (states != null)
          return new Known.Follows(rows.bases().isEmpty() ? null : rows.bases().getFirst(), states);
      }
      if (named.contains(variable)) return follows(declare(variable, rows));
      var condition = new Condition(rows.bases(), Arrays.hashCode(rows.values()));
      var alike = conditions.get(condition);
      if (alike != null
          && Arrays.equals(alike.values(), rows.values())
          && alike.size() == variable.size()) return follows(alike.variable());
      var made = declare(variable, rows);
      if (certain(rows, variable.size()) != null)
        conditions.put(condition, new Declared(made, rows.values()));
      return follows(made);
    }

    private int reading(Variable issue) {
      var likelihood = observed.likelihood(issue);
      for (var s = 0; s < likelihood.length; s++) if (likelihood[s] > 0) return s;
      return 0;
    }

    private static Known settled(int state) {
      return new Known.Follows(null, new int[] {state});
    }

    private static Known follows(Variable variable) {
      var states = new int[variable.size()];
      Arrays.setAll(states, s -> s);
      return new Known.Follows(variable, states);
    }

    /// The state for each row, or null where a row leaves more than one.
    private static int @Nullable [] certain(Rows rows, int size) {
      var states = new int[rows.values().length / size];
      for (var row = 0; row < states.length; row++) {
        states[row] = -1;
        for (var s = 0; s < size; s++) if (rows.values()[row * size + s] == 1) states[row] = s;
        if (states[row] < 0) return null;
      }
      return states;
    }

    /// The variable as a table over new variables, or null where that would be too large.
    private @Nullable Rows rows(Variable variable) {
      var model = old.model(variable);
      var bases = new LinkedHashSet<Variable>();
      for (var parent : model.parents()) bases.addAll(bases(known(parent)));
      var order = List.copyOf(bases);
      var entries = (long) variable.size();
      for (var base : order) {
        entries *= base.size();
        if (entries > (model instanceof LocalModel.Table ? LARGEST_STEP : largestTable))
          return null;
      }
      var values = new double[(int) entries];
      var states = new HashMap<Variable, Integer>();
      for (var row = 0; row < values.length / variable.size(); row++) {
        var rest = row;
        for (var i = order.size() - 1; i >= 0; i--) {
          states.put(order.get(i), rest % order.get(i).size());
          rest /= order.get(i).size();
        }
        var distribution = distribution(model, states);
        System.arraycopy(distribution, 0, values, row * variable.size(), variable.size());
      }
      return new Rows(order, values);
    }

    private static List<Variable> bases(Known known) {
      return switch (known) {
        case Known.Follows(var base, var _) -> base == null ? List.of() : List.of(base);
        case Known.Within(var rows) -> rows.bases();
      };
    }

    private double[] distribution(LocalModel model, Map<Variable, Integer> states) {
      var weights = new double[] {1};
      for (var i = 0; i < model.parents().size(); i++) {
        var parent = model.parents().get(i);
        var weight = distribution(known(parent), parent.size(), states);
        weights =
            switch (model) {
              case LocalModel.Table _ -> outer(weights, weight);
              case LocalModel.Fold fold -> step(weights, weight, fold.next()[i]);
            };
      }
      var size = model.child().size();
      var offset = old.parameterOffset(model.child());
      var result = new double[size];
      for (var row = 0; row < weights.length; row++)
        if (weights[row] > 0)
          for (var s = 0; s < size; s++)
            result[s] += weights[row] * parameters[offset + row * size + s];
      return result;
    }

    private static double[] distribution(Known known, int size, Map<Variable, Integer> states) {
      var distribution = new double[size];
      switch (known) {
        case Known.Follows(var base, var of) ->
            distribution[of[base == null ? 0 : Objects.requireNonNull(states.get(base))]] = 1;
        case Known.Within(var rows) -> {
          var row = 0;
          for (var base : rows.bases())
            row = row * base.size() + Objects.requireNonNull(states.get(base));
          System.arraycopy(rows.values(), row * size, distribution, 0, size);
        }
      }
      return distribution;
    }

    private static double[] outer(double[] slow, double[] fast) {
      var product = new double[slow.length * fast.length];
      for (var i = 0; i < slow.length; i++)
        for (var j = 0; j < fast.length; j++) product[i * fast.length + j] = slow[i] * fast[j];
      return product;
    }

    private static double[] step(double[] memory, double[] weight, int[][] next) {
      var after = new double[memories(next)];
      for (var m = 0; m < memory.length; m++)
        if (memory[m] > 0)
          for (var s = 0; s < weight.length; s++) after[next[m][s]] += memory[m] * weight[s];
      return after;
    }

    private static int memories(int[][] next) {
      return Arrays.stream(next).flatMapToInt(Arrays::stream).max().orElse(0) + 1;
    }

    /// A fold too large for a table: a chain of variables, each the memory after one more parent.
    private Known steps(Variable variable) {
      if (!(old.model(variable) instanceof LocalModel.Fold fold)) {
        tooLarge.add(
            variable.name() + " would need a table of more than " + LARGEST_STEP + " entries");
        return settled(0);
      }
      Known memory = settled(0);
      for (var i = 0; i < fold.next().length; i++) {
        var parent = visible(fold.parents().get(i));
        memory = stepped(variable, i, memory, parent, fold.next()[i]);
        if (!tooLarge.isEmpty()) return settled(0);
      }
      var size = variable.size();
      var offset = old.parameterOffset(variable);
      var last = (Known.Follows) memory;
      var values = new double[last.states().length * size];
      for (var m = 0; m < last.states().length; m++)
        System.arraycopy(parameters, offset + last.states()[m] * size, values, m * size, size);
      return follows(
          declare(
              variable, new Rows(last.base() == null ? List.of() : List.of(last.base()), values)));
    }

    /// What was summed out for a table has to be a variable where there is none.
    private Known.Follows visible(Variable parent) {
      if (known(parent) instanceof Known.Follows follows) return follows;
      var within = (Known.Within) known(parent);
      var made = (Known.Follows) follows(declare(parent, within.rows()));
      known.put(parent, made);
      return made;
    }

    private Known stepped(
        Variable variable, int position, Known before, Known.Follows parent, int[][] next) {
      var memory = (Known.Follows) before;
      var bases = new LinkedHashSet<>(bases(memory));
      bases.addAll(bases(parent));
      if (bases.size() < 2) {
        // The first parent, or one that is settled or seen before: no variable of its own.
        var states = new int[Math.max(memory.states().length, parent.states().length)];
        for (var s = 0; s < states.length; s++)
          states[s] =
              next[memory.states()[memory.base() == null ? 0 : s]][
                  parent.states()[parent.base() == null ? 0 : s]];
        return new Known.Follows(bases.isEmpty() ? null : List.copyOf(bases).getFirst(), states);
      }
      var reached = new int[memory.states().length * parent.states().length];
      for (var m = 0; m < memory.states().length; m++)
        for (var s = 0; s < parent.states().length; s++)
          reached[m * parent.states().length + s] = next[memory.states()[m]][parent.states()[s]];
      var memories = Arrays.stream(reached).distinct().sorted().toArray();
      if ((long) reached.length * memories.length > LARGEST_STEP) {
        tooLarge.add(
            variable.name()
                + " is decided by so many different factors that no table can hold their products");
        return settled(0);
      }
      var values = new double[reached.length * memories.length];
      for (var row = 0; row < reached.length; row++)
        values[row * memories.length + Arrays.binarySearch(memories, reached[row])] = 1;
      var states = new ArrayList<String>();
      for (var m = 0; m < memories.length; m++) states.add("m" + m);
      var made =
          builder.addVariable(
              unused(word(variable.name()) + "_step_" + position), List.copyOf(states));
      builder.table(made, List.copyOf(bases), values);
      return new Known.Follows(made, memories);
    }

    /// The same without the variables that make no difference.
    private static Rows withoutIdle(Rows rows, int size) {
      var left = rows;
      for (var base : rows.bases()) {
        var at = left.bases().indexOf(base);
        var inner = size;
        for (var i = at + 1; i < left.bases().size(); i++) inner *= left.bases().get(i).size();
        if (!isIdle(left.values(), base.size(), inner)) continue;
        var values = new double[left.values().length / base.size()];
        for (var block = 0; block < values.length / inner; block++)
          System.arraycopy(
              left.values(), block * base.size() * inner, values, block * inner, inner);
        var bases = new ArrayList<>(left.bases());
        bases.remove(at);
        left = new Rows(List.copyOf(bases), values);
      }
      return left;
    }

    private static boolean isIdle(double[] values, int states, int inner) {
      for (var block = 0; block < values.length; block += states * inner)
        for (var s = 1; s < states; s++)
          if (!Arrays.equals(
              values, block, block + inner, values, block + s * inner, block + (s + 1) * inner))
            return false;
      return true;
    }

    private Variable declare(Variable variable, Rows rows) {
      var states = new ArrayList<String>();
      for (var state : variable.states()) {
        var word = word(state);
        while (states.contains(word)) word += "_";
        states.add(word);
      }
      var made = builder.addVariable(unused(name(variable, rows)), List.copyOf(states));
      builder.table(made, rows.bases(), normalised(rows.values(), made.size()));
      return made;
    }

    private static double[] normalised(double[] values, int size) {
      var result = values.clone();
      for (var row = 0; row < values.length; row += size) {
        var sum = 0.0;
        for (var s = 0; s < size; s++) sum += values[row + s];
        if (sum != 1) for (var s = 0; s < size; s++) result[row + s] = values[row + s] / sum;
      }
      return result;
    }

    /// A name that says what an unnamed condition is, where it is short enough to say.
    private String name(Variable variable, Rows rows) {
      if (named.contains(variable) || rows.bases().size() > 3) return word(variable.name());
      var described = description(rows);
      return described == null || described.length() > 60 ? word(variable.name()) : described;
    }

    /// `request_BLR_and_not_hostile`, where the rows say so.
    private static @Nullable String description(Rows rows) {
      if (rows.bases().size() < 2 || rows.bases().stream().anyMatch(base -> base.size() != 2))
        return null;
      var states = certain(rows, 2);
      if (states == null) return null;
      var ones = Arrays.stream(states).sum();
      var all = ones == 1;
      if (!all && ones != states.length - 1) return null;
      var single = 0;
      while (states[single] != (all ? 1 : 0)) single++;
      var parts = new ArrayList<String>();
      for (var i = 0; i < rows.bases().size(); i++) {
        var state = (single >> (rows.bases().size() - 1 - i)) & 1;
        parts.add(((state == 1) == all ? "" : "not_") + rows.bases().get(i).name());
      }
      return String.join(all ? "_and_" : "_or_", parts);
    }

    private String unused(String name) {
      var unused = name;
      for (var i = 2; !names.add(unused); i++) unused = name + "_" + i;
      return unused;
    }

    /// The name as a word of letters, digits and `_`, a letter first.
    private static String word(String name) {
      var word =
          Normalizer.normalize(name, Normalizer.Form.NFD)
              .replaceAll("\\p{M}+", "")
              .replace(">=", " at least ")
              .replace("=", " is ")
              .replaceAll("[^A-Za-z0-9]+", "_")
              .replaceAll("^_+|_+$", "");
      return word.isEmpty() ? "x" : Character.isDigit(word.charAt(0)) ? "x" + word : word;
    }
  }
}
