package casus.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A provision in force on the as-of date.
///
/// @param number inside its instrument: "4", "2.4", "4.h"
/// @param text what it says, in our words, or null
/// @param dormant never put into effect: shown, gives nothing
/// @param triggers its cases; where there are any, one must hold
/// @param with the number of another article of the instrument that must hold, or null
/// @param when its own condition, or null
/// @param norm what it gives, or null for an article that only lists triggers or whose readings say
///   what it gives
/// @param readings rival readings of the whole article; the first is the headline's; empty where
///   uncontested
/// @param consequences duties that follow, shown and not computed
/// @param fromMemory whether the provision is known only from memory and unverified
public record Article(
    String instrument,
    String number,
    @Nullable String text,
    boolean dormant,
    List<Trigger> triggers,
    @Nullable String with,
    @Nullable Condition when,
    @Nullable Norm norm,
    List<Unless> exceptions,
    List<Condition> needs,
    List<String> consequences,
    List<Reading> readings,
    @Nullable String cite,
    boolean fromMemory,
    Origin origin) {

  /// "cst.4".
  public String id() {
    return instrument + "." + number;
  }

  public record Trigger(@Nullable String name, @Nullable String text, Condition when) {}

  /// A named rule that lifts the article where its condition holds.
  ///
  /// @param id "un-charter.2.4/consent": unique, from its `as` name, its article or its condition
  /// @param label for a reader: "consent(S)", "article 51"
  /// @param condition all of it, including that the named article holds
  public record Unless(String id, String label, Condition condition, Origin origin) {}

  /// @param norm null for `gives nothing`
  /// @param when a further condition under this reading, or null
  public record Reading(
      String id,
      String text,
      @Nullable Condition when,
      @Nullable Norm norm,
      @Nullable Quantity weight,
      @Nullable String heldBy,
      Origin origin) {}
}
