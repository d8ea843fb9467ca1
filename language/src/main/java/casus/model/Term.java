package casus.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A legal term, and the ways it is read.
///
/// @param id qualified: "cst.aggression"; the dossier's own terms are unqualified
/// @param parameter "P" or "S", or null
/// @param readings at least one; the first is the headline's. A term with one reading is not
///   contested
public record Term(
    String id,
    @Nullable String parameter,
    @Nullable String text,
    List<Reading> readings,
    Origin origin) {

  /// @param means when the term applies; `Truth(false)` for `means nothing`
  /// @param weight the analyst's probability that this reading is right; null where the choice is
  ///   left open
  /// @param heldBy who reads it so, or null
  public record Reading(
      String id,
      String text,
      Condition means,
      @Nullable Quantity weight,
      @Nullable String heldBy,
      Origin origin) {}

  public boolean isContested() {
    return readings.size() > 1;
  }
}
