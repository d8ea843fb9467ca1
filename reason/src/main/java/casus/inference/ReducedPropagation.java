package casus.inference;

import java.util.List;
import java.util.Objects;
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
  ReducedPropagation(
      ReducedCircuit circuit, double[] parameters, Evidence evidence, double[] value) {
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
            : circuit.whole(parameters, evidence);
  }

  /// Whether P(evidence) is exactly 0.
  public boolean isImpossible() {
    return whole != null && whole.isImpossible();
  }

  /// P(query = o | evidence) for every outcome o; all zeros if impossible.
  public double[] posterior() {
    if (whole != null) return whole.posterior();
    var roots = circuit.reduced().tape().roots();
    var posterior = new double[roots.length];
    for (var o = 0; o < roots.length; o++)
      if (roots[o] >= 0) posterior[o] = value[roots[o]] / total;
    return posterior;
  }

  /// The smallest set of findings found that cannot hold together, as [Propagation#conflict] gives
  /// it.
  public List<Variable> conflict() {
    return isImpossible() ? Objects.requireNonNull(whole).conflict() : List.of();
  }

  /// P(variable = s | evidence) for every state s; all zeros if impossible.
  ///
  /// @throws IllegalArgumentException if the findings of the variable may not vary here
  public double[] posterior(Variable variable) {
    var places = circuit.places(variable);
    if (whole != null) return whole.posterior(variable);
    var posterior = new double[places.length];
    var slopes = this.slopes;
    if (slopes == null) this.slopes = slopes = circuit.reduced().tape().downwardFromSum(value);
    var likelihood = circuit.likelihood(evidence, variable);
    for (var s = 0; s < posterior.length; s++)
      if (places[s] >= 0) posterior[s] = slopes[places[s]] * likelihood[s] / total;
    return posterior;
  }
}
