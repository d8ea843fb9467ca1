package casus.inference;

import java.util.Collection;
import java.util.Set;

/// What a circuit will be evaluated for. Nothing here changes an answer; the more is known, the
/// less there is to compute.
///
/// @param certain findings that hold in every evaluation, and win over others there: the states
///   they exclude are left out, which can make a wide network narrow
/// @param observable on which variables there may be findings, besides the certain ones. Others
///   that are no ancestor of these or of the query are barren (Shachter 1986) and left out: they
///   take no finding, and their posteriors are not to be had
/// @param switched on which variables findings will differ between evaluations with the same
///   parameters: whatever does not depend on them is put first, to be computed once for all
/// @param limits how large the circuit may become
public record Workload(
    Evidence certain, Collection<Variable> observable, Set<Variable> switched, Limits limits) {
  public Workload {
    switched = Set.copyOf(switched);
  }

  /// Any findings on any variable, within [Limits#standard()].
  public static Workload any(Network network) {
    return new Workload(Evidence.none(), network.variables(), Set.of(), Limits.standard());
  }

  /// The same with findings that hold in every evaluation.
  public Workload withCertain(Evidence findings) {
    return new Workload(findings, observable, switched, limits);
  }

  /// The same with findings on these variables only.
  public Workload withObservable(Collection<Variable> variables) {
    return new Workload(certain, variables, switched, limits);
  }

  /// The same with findings that differ on these variables.
  public Workload withSwitched(Set<Variable> variables) {
    return new Workload(certain, observable, variables, limits);
  }

  /// The same with other limits.
  public Workload within(Limits other) {
    return new Workload(certain, observable, switched, other);
  }
}
