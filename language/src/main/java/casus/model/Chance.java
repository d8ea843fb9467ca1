package casus.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A probability that may depend on conditions. The numbers in force on the as-of date only.
///
/// @param cases in order, the first whose condition holds counts; the last has no condition
public record Chance(List<Case> cases) {
  /// @param condition null for the last case
  public record Case(@Nullable Condition condition, Quantity probability) {}

  /// Whether it is one number under all circumstances.
  public boolean isPlain() {
    return cases.size() == 1;
  }
}
