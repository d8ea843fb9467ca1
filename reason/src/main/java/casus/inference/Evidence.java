package casus.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What has been found out about the variables of a network. Immutable.
///
/// For each variable a finding is a likelihood vector λ with one entry per state: λ(s) is
/// proportional to P(what was seen | state s). A hard finding has one entry 1 and the others 0;
/// several ones and zeros leave a set of states admissible; no finding is all ones. The scale
/// matters only for P(evidence), which is multiplied by it.
public final class Evidence {
  private static final Evidence NONE = new Evidence(List.of());

  /// Sorted by index of the variable, one finding per variable.
  private final List<Finding> findings;

  /// A finding on one variable; its likelihood must not be written to.
  record Finding(Variable variable, double[] likelihood) {}

  private Evidence(List<Finding> findings) {
    this.findings = findings;
  }

  /// No findings.
  public static Evidence none() {
    return NONE;
  }

  /// This evidence with `variable` found in `state` (counted from 0), replacing any other finding
  /// on it.
  ///
  /// @throws IllegalArgumentException if there is no such state
  public Evidence with(Variable variable, int state) {
    if (state < 0 || state >= variable.size()) {
      throw new IllegalArgumentException(variable.name() + " has no state " + state);
    }
    var likelihood = new double[variable.size()];
    likelihood[state] = 1;
    return replaced(variable, likelihood);
  }

  /// This evidence with `variable` found in the state of this name.
  ///
  /// @throws IllegalArgumentException if there is no such state
  public Evidence with(Variable variable, String state) {
    var index = variable.states().indexOf(state);
    if (index < 0) {
      throw new IllegalArgumentException(variable.name() + " has no state " + state);
    }
    return with(variable, index);
  }

  /// This evidence with a likelihood vector on `variable`, replacing any other finding on it.
  ///
  /// @param likelihood one finite number ≥ 0 per state, not all 0
  /// @throws IllegalArgumentException if it is not
  public Evidence withLikelihood(Variable variable, double... likelihood) {
    var sum = 0.0;
    for (var entry : likelihood) {
      if (!(entry >= 0 && entry <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException(variable.name() + " cannot have likelihood " + entry);
      }
      sum += entry;
    }
    if (likelihood.length != variable.size() || sum == 0) {
      throw new IllegalArgumentException(
          variable.name() + " needs " + variable.size() + " likelihoods, not all 0");
    }
    return replaced(variable, likelihood.clone());
  }

  /// This evidence with `variable` limited to some of its states.
  ///
  /// @throws IllegalArgumentException if none is given or one does not exist
  public Evidence withAnyOf(Variable variable, int... states) {
    var likelihood = new double[variable.size()];
    for (var state : states) {
      if (state < 0 || state >= variable.size()) {
        throw new IllegalArgumentException(variable.name() + " has no state " + state);
      }
      likelihood[state] = 1;
    }
    return withLikelihood(variable, likelihood);
  }

  /// This evidence without any finding on `variable`.
  public Evidence without(Variable variable) {
    var at = position(variable);
    if (at < 0) return this;
    var fewer = new ArrayList<>(findings);
    fewer.remove(at);
    return new Evidence(fewer);
  }

  /// This evidence and the other, whose findings replace those of this one.
  public Evidence and(Evidence other) {
    var result = this;
    for (var finding : other.findings) {
      result = result.replaced(finding.variable(), finding.likelihood());
    }
    return result;
  }

  /// All findings, in order of declaration.
  List<Finding> findings() {
    return findings;
  }

  /// Whether any likelihood is above 1.
  boolean exceedsOne() {
    for (var finding : findings) for (var l : finding.likelihood) if (l > 1) return true;
    return false;
  }

  /// The variables with a finding, in order of declaration.
  public List<Variable> variables() {
    return findings.stream().map(Finding::variable).toList();
  }

  /// Whether there is a finding on `variable`.
  public boolean has(Variable variable) {
    return position(variable) >= 0;
  }

  /// The likelihood vector of `variable`, all ones if nothing was found; a fresh array.
  public double[] likelihood(Variable variable) {
    var at = position(variable);
    if (at >= 0) return findings.get(at).likelihood().clone();
    var ones = new double[variable.size()];
    Arrays.fill(ones, 1);
    return ones;
  }

  @Override
  public String toString() {
    var text = new StringBuilder("Evidence");
    for (var finding : findings) {
      text.append(' ')
          .append(finding.variable().name())
          .append('=')
          .append(Arrays.toString(finding.likelihood()));
    }
    return text.toString();
  }

  /// Writes every likelihood over the ones already in `lambda`, where the states of variable v
  /// begin at `offsets[v]`.
  void writeTo(double[] lambda, int[] offsets) {
    for (var finding : findings) {
      var likelihood = finding.likelihood();
      System.arraycopy(
          likelihood, 0, lambda, offsets[finding.variable().index()], likelihood.length);
    }
  }

  private Evidence replaced(Variable variable, double[] likelihood) {
    var more = new ArrayList<>(findings);
    var at = position(variable);
    if (at >= 0) {
      more.set(at, new Finding(variable, likelihood));
    } else {
      more.add(-at - 1, new Finding(variable, likelihood));
    }
    return new Evidence(more);
  }

  /// The position of the finding, or −(where it would be inserted) − 1.
  private int position(Variable variable) {
    var low = 0;
    var high = findings.size() - 1;
    while (low <= high) {
      var middle = (low + high) >>> 1;
      var index = findings.get(middle).variable().index();
      if (index == variable.index()) return middle;
      if (index < variable.index()) low = middle + 1;
      else high = middle - 1;
    }
    return -low - 1;
  }
}
