package casus.network;

import casus.inference.Variable;
import org.jspecify.annotations.Nullable;

/// A yes/no proposition of the network: a variable, or its negation, or a constant.
///
/// @param variable null for a constant
/// @param positive false where the variable is negated; the value of a constant
public record Literal(@Nullable Variable variable, boolean positive) {
  static Literal constant(boolean value) {
    return new Literal(null, value);
  }

  public boolean isConstant() {
    return variable == null;
  }

  Literal negated() {
    return new Literal(variable, !positive);
  }

  /// Whether it holds where its variable is in that state (0 false, 1 true).
  boolean holdsAt(int state) {
    return (state == 1) == positive;
  }
}
