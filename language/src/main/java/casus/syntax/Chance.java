package casus.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A probability that may depend on conditions or on the date: `15% if north-opposes, 55%
/// otherwise`, `30% since 2020-08-09, 15% since 2020-09-01`. A plain amount is one case without
/// condition or date.
///
/// @param cases in order; the first whose condition holds counts, of those in force on the day
public record Chance(List<Case> cases) {
  /// @param condition null for "otherwise" and for a plain amount
  /// @param since null where undated
  public record Case(Amount amount, @Nullable Condition condition, @Nullable Day since) {}
}
