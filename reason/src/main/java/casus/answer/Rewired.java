package casus.answer;

import casus.inference.Evidence;
import casus.inference.Network;
import casus.inference.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A network in which a question's outcome has another local model, everything else being as it
/// was. Variables keep their places, so evidence on the one network is evidence on the other.
///
/// @param query the variable to compile for
/// @param parameters those of the original wherever the model is the same
record Rewired(Network network, Variable query, double[] parameters) {
  /// The outcome as a root with all outcomes equally likely, detached from the reasons and gates it
  /// depends on; the signs that depend on it stay attached. The query tells both which of the
  /// conditions hold and the outcome: state `pattern · outcomes + outcome`, the first condition
  /// being the highest bit of the pattern.
  ///
  /// @param parameters of the original
  static Rewired detached(
      Network original, double[] parameters, Variable outcome, List<Variable> conditions) {
    var builder = copied(original, outcome);
    var even = new double[outcome.size()];
    Arrays.fill(even, 1.0 / even.length);
    builder.prior(outcome, even);
    var parents = new ArrayList<>(conditions);
    parents.add(outcome);
    var size = (1 << conditions.size()) * outcome.size();
    var states = new ArrayList<String>();
    for (var state = 0; state < size; state++) states.add(Integer.toString(state));
    var query = builder.addVariable("pattern and " + outcome.name(), states);
    var next = new int[parents.size()][][];
    for (var i = 0; i < next.length; i++) {
      next[i] = new int[1 << i][parents.get(i).size()];
      for (var m = 0; m < next[i].length; m++)
        for (var s = 0; s < next[i][m].length; s++) next[i][m][s] = m * next[i][m].length + s;
    }
    var rows = new double[size * size];
    for (var state = 0; state < size; state++) rows[state * size + state] = 1;
    builder.fold(query, parents, next, rows, new boolean[rows.length]);
    return of(original, parameters, outcome, builder.build(), query);
  }

  private static Network.Builder copied(Network original, Variable outcome) {
    var builder = Network.builder();
    for (var variable : original.variables()) {
      if (original.isHidden(variable))
        builder.addHidden(variable.name(), variable.states().toArray(String[]::new));
      else builder.addVariable(variable.name(), variable.states());
    }
    for (var variable : original.variables())
      if (!variable.equals(outcome)) builder.model(original.model(variable));
    return builder;
  }

  private static Rewired of(
      Network original, double[] parameters, Variable outcome, Network network, Variable query) {
    var own = network.parameters();
    for (var variable : original.variables()) {
      if (variable.equals(outcome)) continue;
      System.arraycopy(
          parameters,
          original.parameterOffset(variable),
          own,
          network.parameterOffset(variable),
          original.model(variable).parameterCount());
    }
    return new Rewired(network, query, own);
  }

  /// Evidence with a variable in one state on top of what was found of it, or null where that
  /// cannot be.
  static @Nullable Evidence narrowed(Evidence evidence, Variable variable, int state) {
    var likelihood = evidence.likelihood(variable);
    if (likelihood[state] == 0) return null;
    for (var s = 0; s < likelihood.length; s++) if (s != state) likelihood[s] = 0;
    return evidence.withLikelihood(variable, likelihood);
  }
}
