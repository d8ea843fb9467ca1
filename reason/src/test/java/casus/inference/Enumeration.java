package casus.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Every quantity by summing over all configurations; shares no code with the engine.
final class Enumeration {
  private final Network network;
  private final Variable query;
  final double[] byQuery;
  final double[][][] joint;
  final double[][] derivatives;
  double best = -1;

  /// The largest probabilities of single configurations with the evidence, hidden variables
  /// included, the largest first.
  final double[] largest = new double[6];

  int[] bestStates = new int[0];

  Enumeration(Network network, Variable query, double[] parameters, Evidence evidence) {
    this.network = network;
    this.query = query;
    var variables = network.variables();
    byQuery = new double[query.size()];
    joint = new double[variables.size()][query.size()][];
    for (var v : variables)
      for (var row = 0; row < query.size(); row++) joint[v.index()][row] = new double[v.size()];
    derivatives = new double[query.size()][parameters.length];
    var lambda = new ArrayList<double[]>();
    for (var v : variables) lambda.add(evidence.likelihood(v));
    var order = new ArrayList<Variable>();
    while (order.size() < variables.size()) {
      for (var v : variables) {
        if (!order.contains(v) && order.containsAll(network.model(v).parents())) order.add(v);
      }
    }
    walk(order, 0, new int[variables.size()], 1, parameters, lambda, new ArrayList<>());
  }

  private void walk(
      List<Variable> order,
      int depth,
      int[] states,
      double weight,
      double[] parameters,
      List<double[]> lambda,
      List<Integer> used) {
    if (depth == order.size()) {
      var o = states[query.index()];
      byQuery[o] += weight;
      for (var v : order) joint[v.index()][o][states[v.index()]] += weight;
      for (var i : used) if (parameters[i] > 0) derivatives[o][i] += weight / parameters[i];
      enter(weight);
      var visible = states.clone();
      for (var v : order) if (network.isHidden(v)) visible[v.index()] = -1;
      if (weight > best * (1 + 1e-11)
          || (weight > best * (1 - 1e-11) && Arrays.compare(visible, bestStates) < 0)) {
        best = Math.max(weight, best);
        bestStates = visible;
      }
      return;
    }
    var v = order.get(depth);
    for (var s = 0; s < v.size(); s++) {
      states[v.index()] = s;
      var i = network.parameterOffset(v) + row(network.model(v), states) * v.size() + s;
      var next = weight * parameters[i] * lambda.get(v.index())[s];
      if (next == 0) continue;
      used.addLast(i);
      walk(order, depth + 1, states, next, parameters, lambda, used);
      used.removeLast();
    }
  }

  private void enter(double weight) {
    var i = largest.length;
    for (; i > 0 && largest[i - 1] < weight; i--)
      if (i < largest.length) largest[i] = largest[i - 1];
    if (i < largest.length) largest[i] = weight;
  }

  private static int row(LocalModel model, int[] states) {
    var row = 0;
    switch (model) {
      case LocalModel.Table table -> {
        for (var parent : table.parents()) row = row * parent.size() + states[parent.index()];
      }
      case LocalModel.Fold fold -> {
        for (var i = 0; i < fold.parents().size(); i++) {
          row = fold.next()[i][row][states[fold.parents().get(i).index()]];
        }
      }
    }
    return row;
  }

  double evidence() {
    return Arrays.stream(byQuery).sum();
  }
}
