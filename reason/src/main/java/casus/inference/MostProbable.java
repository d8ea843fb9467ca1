package casus.inference;

/// The most probable explanation of some evidence: one state for every variable.
///
/// It maximises over the visible variables *together with* the hidden ones. The memories of folds
/// are functions of visible variables and change nothing; the activations of a noisy-or do not:
/// they are part of the explanation, though their states are not listed.
///
/// @param logProbability log P(explanation, evidence), natural; −∞ if the evidence is impossible
/// @param states by index of the variable; −1 for hidden variables; empty if impossible. Where
///   several explanations are equally probable (logarithms equal to 1 part in 10¹¹), the one whose
///   first differing variable, in order of declaration, has the lowest state
public record MostProbable(double logProbability, int[] states) {
  /// Whether P(evidence) is 0.
  public boolean isImpossible() {
    return logProbability == Double.NEGATIVE_INFINITY;
  }

  /// The state of `variable` in the explanation.
  ///
  /// @throws IllegalStateException if the evidence is impossible
  public int state(Variable variable) {
    if (isImpossible()) throw new IllegalStateException("the evidence is impossible");
    return states[variable.index()];
  }
}
