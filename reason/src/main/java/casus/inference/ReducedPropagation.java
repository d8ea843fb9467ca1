package casus.inference;

import org.jspecify.annotations.Nullable;

/// The answers of a reduced circuit to one evidence; made by [ReducedCircuit#propagate].
public final class ReducedPropagation {
  private final ReducedCircuit circuit;
  private final Evidence evidence;
  private final double[] value;
  private final double total;

  /// Where plain doubles do not do, the whole circuit answers.
  private final @Nullable Propagation whole;

  private double @Nullable [] slopes;

  /// @param value of the leaves, at the lower end of an array for all nodes
  ReducedPropagation(ReducedCircuit circuit, Evidence evidence, double[] value) {
    this.circuit = circuit;
    this.evidence = evidence;
    this.value = value;
    var tape = circuit.reduced().tape();
    tape.upward(value);
    var sum = 0.0;
    for (var root : tape.roots()) if (root >= 0) sum += value[root];
    total = sum;
    whole =
        sum >= Propagation.SMALLEST_LINEAR && sum <= Propagation.LARGEST_LINEAR
            ? null
            : circuit.whole(circuit.parameters(), evidence);
  }

  /// Whether P(evidence) is exactly 0.
  public boolean isImpossible() {
    return whole != null && whole.isImpossible();
  }

  /// P(variable = s | evidence) for every state s; all zeros if impossible.
  ///
  /// @throws IllegalArgumentException if the findings of the variable may not vary here
  public double[] posterior(Variable variable) {
    var places = circuit.places(variable);
    if (whole != null) return whole.posterior(variable);
    var posterior = new double[places.length];
    var slopes = this.slopes;
    if (slopes == null) this.slopes = slopes = circuit.reduced().tape().downward(value);
    var states = circuit.reduced().tape().roots().length;
    var likelihood = circuit.likelihood(evidence, variable);
    for (var s = 0; s < posterior.length; s++) {
      for (var o = 0; o < states; o++) posterior[s] += slopes[places[s] * states + o];
      posterior[s] *= likelihood[s] / total;
    }
    return posterior;
  }
}
