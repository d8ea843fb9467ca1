package casus.history;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A reference class as an analyst writes it: which records, and what counts as a success.
///
/// @param set the name of a record set
/// @param filter which of its records; empty for all
/// @param success which of these count
/// @param withUnverified whether records that nobody has checked are taken in too
/// @param asOf the last day that is known: later records are left out, and those dated by a year
///   that has not ended; null for all records
public record ReferenceClass(
    String set, String filter, String success, boolean withUnverified, @Nullable LocalDate asOf) {

  /// A class among the records of all times.
  public ReferenceClass(String set, String filter, String success, boolean withUnverified) {
    this(set, filter, success, withUnverified, null);
  }

  /// A class whose records are sorted into the outcomes of a question.
  ///
  /// @param filter as of a class
  /// @param outcomes each outcome with the records that count for it; the records must not overlap
  public record Mapped(
      String set, String filter, Map<String, String> outcomes, boolean withUnverified) {}
}
