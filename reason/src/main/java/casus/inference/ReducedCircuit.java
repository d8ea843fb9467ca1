package casus.inference;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/// A circuit in which most inputs are fixed and folded away; made by [Circuit#specialise].
/// Immutable.
public final class ReducedCircuit {
  private final Circuit circuit;
  private final double[] parameters;
  private final Evidence fixed;
  private final BitSet varyingParameters;
  private final List<Variable> varyingEvidence;
  private final ReducedTape reduced;

  private ReducedCircuit(
      Circuit circuit,
      double[] parameters,
      Evidence fixed,
      BitSet varyingParameters,
      List<Variable> varyingEvidence,
      ReducedTape reduced) {
    this.circuit = circuit;
    this.parameters = parameters;
    this.fixed = fixed;
    this.varyingParameters = varyingParameters;
    this.varyingEvidence = varyingEvidence;
    this.reduced = reduced;
  }

  static ReducedCircuit of(
      Circuit circuit,
      double[] parameters,
      Evidence fixed,
      BitSet varyingParameters,
      Set<Variable> varyingEvidence) {
    var tape = circuit.tape();
    var value = new double[tape.nodes()];
    circuit.leaves().fill(value, parameters, fixed, circuit.network().variables());
    var parameterLeaves = new BitSet();
    varyingParameters.stream()
        .map(i -> circuit.leaves().theta()[i])
        .filter(leaf -> leaf > 0)
        .forEach(parameterLeaves::set);
    var likelihoodLeaves = new BitSet();
    for (var variable : varyingEvidence) {
      var first = circuit.leaves().lambda()[variable.index()];
      likelihoodLeaves.set(first, first + variable.size());
    }
    var reduced = ReducedTape.of(tape, value, parameterLeaves, likelihoodLeaves);
    return new ReducedCircuit(
        circuit,
        parameters.clone(),
        fixed,
        (BitSet) varyingParameters.clone(),
        List.copyOf(varyingEvidence),
        reduced);
  }

  /// The number of product terms that are left: multiplications in one evaluation.
  public int size() {
    return reduced.tape().terms();
  }

  /// Posteriors of the query as `[evidence][draw][state]`: a row of zeros where the evidence is
  /// impossible. Results do not depend on the number of threads.
  ///
  /// @param draws how many
  /// @param source writes the parameters of a draw; what it writes to others than the varying ones
  ///   has no effect
  /// @param evidence only findings on the variables that may vary count; a variable that may vary
  ///   and has none here has the finding it was specialised with, if any
  public double[][][] posteriors(int draws, ParameterSource source, List<Evidence> evidence) {
    return batch(evidence).overDraws(draws, source);
  }

  /// Posteriors of the query as `[draw][state]` under the fixed evidence.
  public double[][] posteriors(int draws, ParameterSource source) {
    return posteriors(draws, source, List.of(Evidence.none()))[0];
  }

  /// Posteriors of the query as `[evidence][state]`, the parameters being those it was specialised
  /// with: a row of zeros where impossible.
  public double[][] posteriors(List<Evidence> evidence) {
    return batch(evidence).overEvidence();
  }

  /// The posteriors of the variables whose findings may vary, the parameters being those it was
  /// specialised with.
  ///
  /// @param evidence as for [#posteriors(int, ParameterSource, List)]
  public ReducedPropagation propagate(Evidence evidence) {
    return propagate(parameters, evidence);
  }

  /// The posteriors of the query and of the variables whose findings may vary.
  ///
  /// @param parameters those that it was specialised with, but for the varying ones
  /// @param evidence as for [#posteriors(int, ParameterSource, List)]
  public ReducedPropagation propagate(double[] parameters, Evidence evidence) {
    var value = Arrays.copyOf(reduced.constants(), reduced.tape().nodes());
    var theta = circuit.leaves().theta();
    for (var i = varyingParameters.nextSetBit(0); i >= 0; i = varyingParameters.nextSetBit(i + 1))
      if (theta[i] > 0 && reduced.places()[theta[i]] >= 0)
        value[reduced.places()[theta[i]]] = parameters[i];
    for (var variable : varyingEvidence) {
      var places = places(variable);
      var likelihood = likelihood(evidence, variable);
      for (var s = 0; s < places.length; s++) value[places[s]] = likelihood[s];
    }
    return new ReducedPropagation(this, parameters, evidence, value);
  }

  /// The likelihood of a variable whose findings may vary.
  double[] likelihood(Evidence evidence, Variable variable) {
    return (evidence.has(variable) ? evidence : fixed).likelihood(variable);
  }

  /// The whole circuit, where plain doubles do not do.
  Propagation whole(double[] parameters, Evidence evidence) {
    return circuit.propagate(parameters, merged(evidence));
  }

  Circuit circuit() {
    return circuit;
  }

  double[] parameters() {
    return parameters;
  }

  List<Variable> varyingEvidence() {
    return varyingEvidence;
  }

  ReducedTape reduced() {
    return reduced;
  }

  /// The leaves of the likelihoods of a variable whose findings may vary.
  int[] places(Variable variable) {
    if (!varyingEvidence.contains(variable))
      throw new IllegalArgumentException(variable.name() + " is fixed in this circuit");
    var first = circuit.leaves().lambda()[variable.index()];
    return Arrays.copyOfRange(reduced.places(), first, first + variable.size());
  }

  private Batch batch(List<Evidence> evidence) {
    return new Batch(this, evidence);
  }

  /// What is fixed, and of the evidence what may vary.
  private Evidence merged(Evidence evidence) {
    var varying = evidence;
    for (var variable : evidence.variables())
      if (!varyingEvidence.contains(variable)) varying = varying.without(variable);
    return circuit.checked(fixed.and(varying));
  }
}
