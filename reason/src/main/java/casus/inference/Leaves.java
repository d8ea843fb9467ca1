package casus.inference;

import java.util.Arrays;
import java.util.List;

/// Which inputs of the circuit stand for which likelihood λ(v, s) and which parameter θ(i).
///
/// @param lambda the leaf of λ(v, 0) by index of the variable, the other states following; −1 for a
///   hidden variable
/// @param theta the leaf by parameter; −1 for a structural 0, [Tape#ONE] for a structural 1 (the
///   only entry of its row that is not a structural 0)
/// @param count the constant 1 included
record Leaves(int[] lambda, int[] theta, int count) {
  static Leaves of(Network network) {
    var next = Tape.ONE + 1;
    var lambda = new int[network.variables().size()];
    for (var variable : network.variables()) {
      lambda[variable.index()] = network.isHidden(variable) ? -1 : next;
      if (!network.isHidden(variable)) next += variable.size();
    }
    var theta = new int[network.parameterCount()];
    for (var variable : network.variables()) {
      var values = Network.values(network.model(variable));
      var free = Network.free(network.model(variable));
      var offset = network.parameterOffset(variable);
      for (var row = 0; row < values.length; row += variable.size()) {
        var support = 0;
        for (var i = row; i < row + variable.size(); i++) if (values[i] != 0 || free[i]) support++;
        for (var i = row; i < row + variable.size(); i++) {
          if (values[i] == 0 && !free[i]) theta[offset + i] = -1;
          else if (support == 1 && !free[i]) theta[offset + i] = Tape.ONE;
          else theta[offset + i] = next++;
        }
      }
    }
    return new Leaves(lambda, theta, next);
  }

  /// Writes the inputs into the lower end of `value`.
  void fill(double[] value, double[] parameters, Evidence evidence, List<Variable> variables) {
    value[Tape.ONE] = 1;
    Arrays.fill(value, Tape.ONE + 1, lambdaEnd(variables), 1);
    evidence.writeTo(value, lambda);
    for (var i = 0; i < theta.length; i++) if (theta[i] > 0) value[theta[i]] = parameters[i];
  }

  private int lambdaEnd(List<Variable> variables) {
    for (var v = lambda.length - 1; v >= 0; v--) {
      if (lambda[v] >= 0) return lambda[v] + variables.get(v).size();
    }
    return Tape.ONE + 1;
  }
}
