package casus.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/// A discrete Bayesian network: variables, and for each one how it depends on its parents.
/// Immutable. The graph may fall into parts that are not connected.
///
/// Every probability of every local model is one *parameter*: the parameters of all models lie one
/// after the other, in order of declaration of the children, in one flat array. That array can be
/// redrawn without compiling again.
public final class Network {
  private final List<Variable> variables;
  private final List<LocalModel> models;
  private final BitSet hidden;
  private final int[] offsets;

  private Network(List<Variable> variables, List<LocalModel> models, BitSet hidden) {
    this.variables = List.copyOf(variables);
    this.models = List.copyOf(models);
    this.hidden = (BitSet) hidden.clone();
    offsets = new int[models.size() + 1];
    for (var i = 0; i < models.size(); i++) {
      offsets[i + 1] = Math.addExact(offsets[i], models.get(i).parameterCount());
    }
  }

  /// An empty builder.
  public static Builder builder() {
    return new Builder();
  }

  /// All variables in order of declaration, hidden ones included; `variables().get(i).index()` is
  /// `i`.
  public List<Variable> variables() {
    return variables;
  }

  /// The variable with this name.
  ///
  /// @throws IllegalArgumentException if there is none
  public Variable variable(String name) {
    for (var variable : variables) {
      if (variable.name().equals(name)) return variable;
    }
    throw new IllegalArgumentException("no variable is named " + name);
  }

  /// How `child` depends on its parents.
  public LocalModel model(Variable child) {
    return models.get(member(child).index());
  }

  /// Whether the variable only carries a calculation (the activation of one cause of a noisy-or):
  /// it takes no finding and has no posterior of its own.
  public boolean isHidden(Variable variable) {
    return hidden.get(member(variable).index());
  }

  /// The default value of every parameter, in a fresh array of length [#parameterCount()].
  public double[] parameters() {
    var parameters = new double[parameterCount()];
    for (var i = 0; i < models.size(); i++) {
      var values = values(models.get(i));
      System.arraycopy(values, 0, parameters, offsets[i], values.length);
    }
    return parameters;
  }

  /// How many parameters the network has.
  public int parameterCount() {
    return offsets[models.size()];
  }

  /// Where the parameters of the model of `child` begin in [#parameters()]. Within a model the
  /// order is that of [LocalModel.Table#values] or [LocalModel.Fold#rows]: parameter
  /// `parameterOffset(child) + row * child.size() + state`.
  public int parameterOffset(Variable child) {
    return offsets[member(child).index()];
  }

  Variable member(Variable variable) {
    if (variable.index() < 0
        || variable.index() >= variables.size()
        || !variables.get(variable.index()).name().equals(variable.name())) {
      throw new IllegalArgumentException(variable.name() + " is not a variable of this network");
    }
    return variables.get(variable.index());
  }

  static double[] values(LocalModel model) {
    return switch (model) {
      case LocalModel.Table table -> table.values();
      case LocalModel.Fold fold -> fold.rows();
    };
  }

  static boolean[] free(LocalModel model) {
    return switch (model) {
      case LocalModel.Table table -> table.free();
      case LocalModel.Fold fold -> fold.free();
    };
  }

  /// Collects variables and their models; each variable needs exactly one model before [#build()].
  /// Methods copy the arrays they are given.
  public static final class Builder {
    private final List<Variable> variables = new ArrayList<>();
    private final List<LocalModel> models = new ArrayList<>();
    private final BitSet hidden = new BitSet();
    private final Set<String> names = new HashSet<>();

    private Builder() {}

    /// Declares a variable. A yes/no variable has the states "false" and "true", in that order.
    public Variable addVariable(String name, String... states) {
      return addVariable(name, List.of(states));
    }

    /// Declares a variable.
    public Variable addVariable(String name, List<String> states) {
      var variable = new Variable(variables.size(), name, states);
      variables.add(variable);
      names.add(name);
      return variable;
    }

    /// Declares a yes/no variable: state 0 is "false", state 1 is "true".
    public Variable addBinary(String name) {
      return addVariable(name, "false", "true");
    }

    /// Declares a variable that only carries a calculation; see [Network#isHidden].
    public Variable addHidden(String name, String... states) {
      var variable = addVariable(name, states);
      hidden.set(variable.index());
      return variable;
    }

    /// Gives `child` its local model.
    public Builder model(LocalModel model) {
      models.add(model);
      return this;
    }

    /// Gives `child` a conditional probability table; `values` as in [LocalModel.Table]. No entry
    /// that is 0 may be redrawn.
    public Builder table(Variable child, List<Variable> parents, double... values) {
      return table(child, parents, values, new boolean[values.length]);
    }

    /// Gives `child` a conditional probability table; arguments as in [LocalModel.Table].
    public Builder table(Variable child, List<Variable> parents, double[] values, boolean[] free) {
      return model(new LocalModel.Table(child, List.copyOf(parents), values.clone(), free.clone()));
    }

    /// Makes `child` a root with these probabilities, one per state.
    public Builder prior(Variable child, double... probabilities) {
      return table(child, List.of(), probabilities);
    }

    /// Makes `child` a function of its parents.
    ///
    /// @param childState the state of the child for each configuration of the parents, the first
    ///   parent varying slowest
    public Builder deterministic(Variable child, List<Variable> parents, int... childState) {
      var values = new double[Math.multiplyExact(childState.length, child.size())];
      for (var row = 0; row < childState.length; row++) {
        if (childState[row] < 0 || childState[row] >= child.size()) {
          throw new IllegalArgumentException(child.name() + " has no state " + childState[row]);
        }
        values[row * child.size() + childState[row]] = 1;
      }
      return model(
          new LocalModel.Table(child, List.copyOf(parents), values, new boolean[values.length]));
    }

    /// Makes `child` a function of its parents: `childState` is asked once for every configuration,
    /// given as one state per parent (the array is used again and must not be kept).
    public Builder deterministic(
        Variable child, List<Variable> parents, ToIntFunction<int[]> childState) {
      var configuration = new int[parents.size()];
      var results = new int[rows(child, parents)];
      for (var row = 0; row < results.length; row++) {
        results[row] = childState.applyAsInt(configuration);
        for (var i = parents.size() - 1; i >= 0; i--) {
          if (++configuration[i] < parents.get(i).size()) break;
          configuration[i] = 0;
        }
      }
      return deterministic(child, parents, results);
    }

    /// Gives `child` a left fold over its parents; arguments as in [LocalModel.Fold].
    public Builder fold(
        Variable child, List<Variable> parents, int[][][] next, double[] rows, boolean[] free) {
      return model(
          new LocalModel.Fold(child, List.copyOf(parents), copy(next), rows.clone(), free.clone()));
    }

    /// Makes `child` true when at least `k` of the yes/no `voters` are true. A fold that counts up
    /// to `k`: linear in the voters times `k`.
    ///
    /// @param k from 0 (always true) to any number; never true when above `voters.size()`
    public Builder threshold(Variable child, List<Variable> voters, int k) {
      if (k < 0) throw new IllegalArgumentException("a threshold of " + k + " for " + child.name());
      var next = new int[voters.size()][][];
      for (var i = 0; i < voters.size(); i++) {
        var reachable = Math.min(i, k) + 1;
        next[i] = new int[reachable][];
        for (var m = 0; m < reachable; m++) next[i][m] = new int[] {m, Math.min(m + 1, k)};
      }
      var rows = new double[(Math.min(voters.size(), k) + 1) * 2];
      for (var m = 0; m < rows.length / 2; m++) rows[m * 2 + (m >= k ? 1 : 0)] = 1;
      return model(
          new LocalModel.Fold(child, List.copyOf(voters), next, rows, new boolean[rows.length]));
    }

    /// Makes `child` true when any of the yes/no `parents` is true (false without parents).
    public Builder or(Variable child, List<Variable> parents) {
      return threshold(child, parents, 1);
    }

    /// Makes `child` true when all of the yes/no `parents` are true (true without parents).
    public Builder and(Variable child, List<Variable> parents) {
      var next = new int[parents.size()][][];
      for (var i = 0; i < next.length; i++) {
        // Memory 0: all true so far; memory 1: one was false.
        next[i] = i == 0 ? new int[][] {{1, 0}} : new int[][] {{1, 0}, {1, 1}};
      }
      var rows = parents.isEmpty() ? new double[] {0, 1} : new double[] {0, 1, 1, 0};
      return model(
          new LocalModel.Fold(child, List.copyOf(parents), next, rows, new boolean[rows.length]));
    }

    /// Makes `child` the noisy-or of the yes/no `causes` (Pearl 1988, section 4.3.2): each cause
    /// that is true brings it about with its own strength, independently; the leak stands for
    /// causes not named. P(child = false | causes) = (1 − leak) · Π over true causes (1 −
    /// strength).
    ///
    /// Adds one hidden yes/no variable per cause, and one for the leak, and an `or` over them: the
    /// cost is linear in the number of causes. Strength i is the last of the four parameters of
    /// activation i, 1 − strength the one before it; the leak is the last of the two parameters of
    /// the last activation.
    ///
    /// @param strengths one per cause, in [0, 1]; all of them, and the leak, may be redrawn
    /// @return the activations in order of the causes, then that of the leak
    public List<Variable> noisyOr(
        Variable child, List<Variable> causes, double[] strengths, double leak) {
      if (strengths.length != causes.size()) {
        throw new IllegalArgumentException(
            child.name() + " has " + causes.size() + " causes, " + strengths.length + " strengths");
      }
      var activations = new ArrayList<Variable>();
      for (var i = 0; i < strengths.length; i++) {
        var cause = causes.get(i);
        var activation = addHidden(child.name() + " from " + cause.name(), "false", "true");
        table(
            activation,
            List.of(cause),
            new double[] {1, 0, 1 - strengths[i], strengths[i]},
            new boolean[] {false, false, true, true});
        activations.add(activation);
      }
      var unnamed = addHidden(child.name() + " from other causes", "false", "true");
      table(unnamed, List.of(), new double[] {1 - leak, leak}, new boolean[] {true, true});
      activations.add(unnamed);
      or(child, activations);
      return List.copyOf(activations);
    }

    /// Makes `child` the noisy-max of its causes (Díez 1993; Henrion's noisy-or for more than two
    /// states): each cause contributes a state of the child, the leak one more, and the child is
    /// the highest of them in the order of its states. P(child ≤ s | causes) = P(leak ≤ s) · Π P(
    /// contribution i ≤ s | cause i).
    ///
    /// Adds one hidden variable per cause, and one for the leak, and a fold over them whose memory
    /// is the highest state so far: the cost is linear in the number of causes.
    ///
    /// @param contributions for each cause its table: one row per state of the cause, the child's
    ///   states side by side; a row with a single 1 (a cause that is absent) may not be redrawn,
    ///   all others may
    /// @param leak one probability per state of the child
    /// @return the contributions in order of the causes, then that of the leak
    public List<Variable> noisyMax(
        Variable child, List<Variable> causes, double[][] contributions, double[] leak) {
      return extreme(child, causes, contributions, leak, false);
    }

    /// As [#noisyMax], with the lowest of the contributions in the order of the states. It is the
    /// noisy-max of a child whose states are listed from the strongest to the absent one.
    public List<Variable> noisyMin(
        Variable child, List<Variable> causes, double[][] contributions, double[] leak) {
      return extreme(child, causes, contributions, leak, true);
    }

    private List<Variable> extreme(
        Variable child,
        List<Variable> causes,
        double[][] contributions,
        double[] leak,
        boolean lowest) {
      if (contributions.length != causes.size()) {
        throw new IllegalArgumentException(
            child.name()
                + " has "
                + causes.size()
                + " causes, "
                + contributions.length
                + " contributions");
      }
      var states = child.states().toArray(String[]::new);
      var contributing = new ArrayList<Variable>();
      for (var i = 0; i < contributions.length; i++) {
        var cause = causes.get(i);
        var contribution = addHidden(unused(child.name() + " from " + cause.name()), states);
        uncertain(contribution, List.of(cause), contributions[i]);
        contributing.add(contribution);
      }
      var unnamed = addHidden(unused(child.name() + " from other causes"), states);
      uncertain(unnamed, List.of(), leak);
      contributing.add(unnamed);
      // The memory is the rank of the most extreme state so far, 0 the weakest: both where nothing
      // has been seen and where nothing was contributed.
      var size = child.size();
      var next = new int[contributing.size()][][];
      for (var i = 0; i < next.length; i++) {
        next[i] = new int[i == 0 ? 1 : size][size];
        for (var m = 0; m < next[i].length; m++) {
          for (var s = 0; s < size; s++) next[i][m][s] = Math.max(m, lowest ? size - 1 - s : s);
        }
      }
      var rows = new double[size * size];
      for (var m = 0; m < size; m++) rows[m * size + (lowest ? size - 1 - m : m)] = 1;
      model(
          new LocalModel.Fold(
              child, List.copyOf(contributing), next, rows, new boolean[rows.length]));
      return List.copyOf(contributing);
    }

    private void uncertain(Variable child, List<Variable> parents, double[] values) {
      var free = new boolean[values.length];
      for (var row = 0; row < values.length; row += child.size()) {
        var end = Math.min(row + child.size(), values.length);
        var certain = Arrays.stream(values, row, end).anyMatch(p -> p == 1);
        Arrays.fill(free, row, end, !certain);
      }
      table(child, parents, values, free);
    }

    private String unused(String name) {
      var unused = name;
      while (names.contains(unused)) unused += "'";
      return unused;
    }

    /// The network.
    ///
    /// @throws IllegalArgumentException naming the variables concerned, if a name is used twice, a
    ///   variable has no model or two, the graph has a cycle, an array has the wrong size, an entry
    ///   is outside [0, 1] or a row is further than 1e-9 from a sum of 1
    public Network build() {
      return new Network(variables, new ModelCheck(variables).inOrderOfDeclaration(models), hidden);
    }

    private static int rows(Variable child, List<Variable> parents) {
      var rows = 1L;
      for (var parent : parents) {
        rows *= parent.size();
        if (rows * child.size() > ModelCheck.MAX_TABLE) {
          throw new IllegalArgumentException(
              child.name() + " has too many configurations for a table: use a fold");
        }
      }
      return (int) rows;
    }

    private static int[][][] copy(int[][][] next) {
      return Arrays.stream(next)
          .map(step -> Arrays.stream(step).map(int[]::clone).toArray(int[][]::new))
          .toArray(int[][][]::new);
    }
  }
}
