package casus.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answers of one circuit to one set of parameters and one evidence.
///
/// P(query = o, evidence) is a polynomial in the likelihoods λ(v, s) and the parameters θ(i),
/// linear in each. The upward pass gives its value, a single downward pass all its derivatives,
/// hence the joint distribution of the query with every variable and the effect of every parameter
/// (Darwiche 2003, "A differential approach to inference in Bayesian networks", theorems 1 and 2).
///
/// Values too small for a double are computed with exponents of their own, so P(evidence) may be
/// 1e-5000. Evidence of probability 0 is a value, [#isImpossible()]: distributions are then all
/// zeros, never NaN.
public final class Propagation {
  /// Outside these bounds on P(evidence), what is lost to underflow could matter.
  static final double SMALLEST_LINEAR = 1e-200;

  static final double LARGEST_LINEAR = 1e200;

  private final Circuit circuit;
  private final double[] parameters;
  private final Evidence evidence;
  private final boolean linear;
  private final double[] posterior;
  private final double logEvidence;
  private @Nullable Pass downward;

  Propagation(Circuit circuit, double[] parameters, Evidence evidence) {
    this.circuit = circuit;
    this.parameters = parameters.clone();
    this.evidence = evidence;
    var tape = circuit.tape();
    var value = leaves();
    tape.upward(value);
    Pass up = new Pass.Linear(tape, value, false);
    var total = 0.0;
    for (var o = 0; o < tape.roots().length; o++) total += up.root(o);
    linear = total >= SMALLEST_LINEAR && total <= LARGEST_LINEAR;
    if (!linear) up = new Pass.Scaled(tape, value, false);

    var exponent = Integer.MIN_VALUE;
    for (var o = 0; o < tape.roots().length; o++) {
      if (up.root(o) > 0) exponent = Math.max(exponent, up.rootExponent(o));
    }
    posterior = new double[tape.roots().length];
    var sum = 0.0;
    for (var o = 0; o < posterior.length; o++) {
      if (up.root(o) > 0) posterior[o] = Math.scalb(up.root(o), up.rootExponent(o) - exponent);
      sum += posterior[o];
    }
    logEvidence = sum > 0 ? Math.log(sum) + exponent * Math.log(2) : Double.NEGATIVE_INFINITY;
    if (sum > 0) for (var o = 0; o < posterior.length; o++) posterior[o] /= sum;
  }

  /// Whether P(evidence) is exactly 0 under these parameters.
  public boolean isImpossible() {
    return logEvidence == Double.NEGATIVE_INFINITY;
  }

  /// log P(evidence), the natural logarithm; −∞ if impossible. With likelihood vectors, the log of
  /// their expectation.
  public double logEvidence() {
    return logEvidence;
  }

  /// P(evidence), which may underflow to 0 where [#logEvidence()] does not.
  public double evidenceProbability() {
    return Math.exp(logEvidence);
  }

  /// P(query = o | evidence) for every state o; all zeros if impossible.
  public double[] posterior() {
    return posterior.clone();
  }

  /// P(variable = s | evidence) for every state s; all zeros if impossible.
  ///
  /// @throws IllegalArgumentException if the variable is hidden
  public double[] posterior(Variable variable) {
    return columnSums(joint(variable));
  }

  /// P(query = o, variable = s | evidence) as `[o][s]`; all zeros if impossible. Diagonal for the
  /// query itself.
  ///
  /// @throws IllegalArgumentException if the variable is hidden
  public double[][] joint(Variable variable) {
    var weights = evidence.likelihood(circuit.checked(circuit.network().member(variable)));
    return normalised(variable, weights);
  }

  /// P(query = o, variable = s | evidence without the finding on this variable) as `[o][s]`: what
  /// there would be to say had the variable not been looked at. Costs nothing beyond the joint. All
  /// zeros if the rest of the evidence is impossible.
  ///
  /// @throws IllegalArgumentException if the variable is hidden
  public double[][] jointWithoutFinding(Variable variable) {
    var ones = new double[circuit.checked(variable).size()];
    Arrays.fill(ones, 1);
    return normalised(variable, ones);
  }

  /// ∂ P(query = o, evidence) / ∂ θ(i) as `[o][i]`, every parameter taken by itself, the others of
  /// its row kept. A structural 0, and the 1 that is alone in its row, cannot vary: their entries
  /// are 0. May underflow with P(evidence); [#posteriorDerivatives()] does not.
  public double[][] derivatives() {
    var theta = circuit.leaves().theta();
    var pass = downward();
    var derivatives = new double[posterior.length][theta.length];
    for (var o = 0; o < derivatives.length; o++) {
      for (var i = 0; i < theta.length; i++) {
        if (theta[i] <= 0) continue;
        derivatives[o][i] = Math.scalb(pass.slope(theta[i], o), pass.slopeExponent(theta[i], o));
      }
    }
    return derivatives;
  }

  /// ∂ P(query = o, evidence) / ∂ θ(i) / P(evidence) as `[o][i]`: as [#derivatives()], but not lost
  /// where P(evidence) is small; all zeros if impossible.
  public double[][] relativeDerivatives() {
    var theta = circuit.leaves().theta();
    var derivatives = new double[posterior.length][theta.length];
    if (isImpossible()) return derivatives;
    var pass = downward();
    var exponent = (int) Math.floor(logEvidence / Math.log(2));
    var evidenceFactor = Math.exp(logEvidence - exponent * Math.log(2));
    for (var o = 0; o < derivatives.length; o++) {
      for (var i = 0; i < theta.length; i++) {
        if (theta[i] <= 0) continue;
        var slope = Math.scalb(pass.slope(theta[i], o), pass.slopeExponent(theta[i], o) - exponent);
        derivatives[o][i] = slope / evidenceFactor;
      }
    }
    return derivatives;
  }

  /// ∂ P(query = o | evidence) / ∂ θ(i) as `[o][i]`, every parameter taken by itself, the others of
  /// its row kept; all zeros if impossible. For a row that must keep its sum, combine the entries
  /// of the row along the direction in which it moves.
  public double[][] posteriorDerivatives() {
    var derivatives = relativeDerivatives();
    for (var i = 0; i < derivatives[0].length; i++) {
      var sum = 0.0;
      for (var o = 0; o < derivatives.length; o++) sum += derivatives[o][i];
      for (var o = 0; o < derivatives.length; o++) derivatives[o][i] -= posterior[o] * sum;
    }
    return derivatives;
  }

  /// A smallest set of findings that cannot all be true: leaving out any one of them makes the rest
  /// of the set possible. In order of declaration; among several such sets the one that keeps late
  /// findings. Empty if the evidence is possible.
  public List<Variable> conflict() {
    if (!isImpossible()) return List.of();
    var kept = new ArrayList<>(evidence.variables());
    var rest = evidence;
    for (var variable : evidence.variables()) {
      var without = rest.without(variable);
      if (circuit.isPossible(parameters, without)) continue;
      rest = without;
      kept.remove(variable);
    }
    return List.copyOf(kept);
  }

  private double[] leaves() {
    var value = new double[circuit.tape().nodes()];
    circuit.leaves().fill(value, parameters, evidence, circuit.network().variables());
    return value;
  }

  private Pass downward() {
    var done = downward;
    if (done != null) return done;
    var value = leaves();
    if (linear) circuit.tape().upward(value);
    Pass pass =
        linear
            ? new Pass.Linear(circuit.tape(), value, true)
            : new Pass.Scaled(circuit.tape(), value, true);
    downward = pass;
    return pass;
  }

  /// Slopes by the states of `variable` times `weights`, divided by their sum.
  private double[][] normalised(Variable variable, double[] weights) {
    var first = circuit.leaves().lambda()[circuit.network().member(variable).index()];
    if (first < 0) throw new IllegalArgumentException(variable.name() + " is hidden");
    var pass = downward();
    var exponent = Integer.MIN_VALUE;
    for (var o = 0; o < posterior.length; o++) {
      for (var s = 0; s < weights.length; s++) {
        if (weights[s] > 0 && pass.slope(first + s, o) > 0) {
          exponent = Math.max(exponent, pass.slopeExponent(first + s, o));
        }
      }
    }
    var joint = new double[posterior.length][weights.length];
    var sum = 0.0;
    for (var o = 0; o < posterior.length; o++) {
      for (var s = 0; s < weights.length; s++) {
        if (weights[s] == 0 || pass.slope(first + s, o) == 0) continue;
        joint[o][s] =
            weights[s]
                * Math.scalb(pass.slope(first + s, o), pass.slopeExponent(first + s, o) - exponent);
        sum += joint[o][s];
      }
    }
    if (sum > 0) for (var row : joint) for (var s = 0; s < row.length; s++) row[s] /= sum;
    return joint;
  }

  private static double[] columnSums(double[][] joint) {
    var sums = new double[joint[0].length];
    for (var row : joint) for (var s = 0; s < sums.length; s++) sums[s] += row[s];
    return sums;
  }
}
