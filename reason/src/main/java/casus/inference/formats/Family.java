package casus.inference.formats;

import casus.inference.Variable;
import java.util.List;

/// A visible variable with the table over its visible parents that a file holds.
///
/// @param values the first parent slowest, the child's states side by side
record Family(Variable child, List<Variable> parents, double[] values) {
  /// Whether each row holds a single 1.
  boolean isDeterministic() {
    for (var value : values) {
      if (value != 0 && value != 1) return false;
    }
    return true;
  }
}
