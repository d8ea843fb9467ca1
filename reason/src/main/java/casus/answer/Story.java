package casus.answer;

import java.util.List;

/// The most probable assignment of everything unobserved, given an outcome.
///
/// @param probability of the whole assignment, given the outcome and the claims
/// @param facts those that are true in it, then those that are false, in order of declaration
public record Story(String outcome, double probability, List<FactValue> facts) {
  /// @param usual whether the fact has the same value in the most probable assignment without
  ///   supposing the outcome
  public record FactValue(String fact, String text, boolean value, boolean usual) {}
}
