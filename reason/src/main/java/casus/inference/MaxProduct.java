package casus.inference;

import java.util.Arrays;

/// The tape read with maximum for sum, in logarithms: the downward pass then gives every
/// max-marginal, that is the probability of the best explanation in which v = s (Darwiche 2009,
/// "Modeling and Reasoning with Bayesian Networks", section 12.3).
final class MaxProduct {
  private static final double TIE = 1e-11;

  private final Circuit circuit;
  private final double[] value;
  private final double[] slope;

  MaxProduct(Circuit circuit, double[] parameters, Evidence evidence) {
    this.circuit = circuit;
    value = new double[circuit.tape().nodes()];
    slope = new double[value.length];
    circuit.leaves().fill(value, parameters, evidence, circuit.network().variables());
    for (var n = 0; n < circuit.tape().leaves(); n++) value[n] = Math.log(value[n]);
  }

  MostProbable search() {
    var best = upward();
    if (best == Double.NEGATIVE_INFINITY) return new MostProbable(best, new int[0]);
    downward();
    var states = new int[circuit.network().variables().size()];
    for (var variable : circuit.network().variables()) {
      var first = circuit.leaves().lambda()[variable.index()];
      if (first < 0) {
        states[variable.index()] = -1;
        continue;
      }
      var highest = Double.NEGATIVE_INFINITY;
      for (var s = 0; s < variable.size(); s++) {
        highest = Math.max(highest, value[first + s] + slope[first + s]);
      }
      var lowest = highest - TIE * (1 + Math.abs(highest));
      var chosen = -1;
      var tied = 0;
      for (var s = variable.size() - 1; s >= 0; s--) {
        if (value[first + s] + slope[first + s] < lowest) continue;
        chosen = s;
        tied++;
      }
      states[variable.index()] = chosen;
      if (tied == 1) continue;
      // Several explanations are equally good: keep those with the lowest state here.
      for (var s = 0; s < variable.size(); s++) {
        if (s != chosen) value[first + s] = Double.NEGATIVE_INFINITY;
      }
      best = upward();
      downward();
    }
    return new MostProbable(best, states);
  }

  private double upward() {
    var tape = circuit.tape();
    var t = 0;
    for (var n = tape.leaves(); n < value.length; n++) {
      var largest = Double.NEGATIVE_INFINITY;
      for (; t < tape.start()[n - tape.leaves() + 1]; t++) {
        largest = Math.max(largest, value[tape.left()[t]] + value[tape.right()[t]]);
      }
      value[n] = largest;
    }
    var best = Double.NEGATIVE_INFINITY;
    for (var root : tape.roots()) if (root >= 0) best = Math.max(best, value[root]);
    return best;
  }

  private void downward() {
    var tape = circuit.tape();
    Arrays.fill(slope, Double.NEGATIVE_INFINITY);
    for (var root : tape.roots()) if (root >= 0) slope[root] = 0;
    for (var n = value.length - 1; n >= tape.leaves(); n--) {
      var above = slope[n];
      if (above == Double.NEGATIVE_INFINITY) continue;
      for (var t = tape.start()[n - tape.leaves()]; t < tape.start()[n - tape.leaves() + 1]; t++) {
        var a = tape.left()[t];
        var b = tape.right()[t];
        slope[a] = Math.max(slope[a], above + value[b]);
        slope[b] = Math.max(slope[b], above + value[a]);
      }
    }
  }
}
