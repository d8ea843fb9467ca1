package casus.history;

import java.util.Map;

/// A reference class as an analyst writes it: which records, and what counts as a success.
///
/// @param set the name of a record set
/// @param filter which of its records; empty for all
/// @param success which of these count
/// @param withUnverified whether records that nobody has checked are taken in too
public record ReferenceClass(String set, String filter, String success, boolean withUnverified) {

  /// A class whose records are sorted into the outcomes of a question.
  ///
  /// @param filter as of a class
  /// @param outcomes each outcome with the records that count for it; the records must not overlap
  public record Mapped(
      String set, String filter, Map<String, String> outcomes, boolean withUnverified) {}
}
