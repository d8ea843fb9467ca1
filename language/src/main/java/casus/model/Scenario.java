package casus.model;

import java.util.List;

/// What if we learned this? Conditions the answer.
///
/// @param suppose all of them hold
/// @param overrides facts set against what is given
public record Scenario(
    String id, String text, List<Condition> suppose, List<Setting> overrides, Origin origin) {
  /// @param fact id of the fact
  public record Setting(String fact, boolean value) {}
}
