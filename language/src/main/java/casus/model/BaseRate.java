package casus.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What usually happens in cases like this one: the prior odds of a question's outcomes, before any
/// reason counts.
///
/// @param rates one for each outcome but the first, which takes what is left
public record BaseRate(
    String question, List<ReferenceClass> classes, List<Rate> rates, Origin origin) {

  /// @param weight among the question's classes, over 0
  /// @param counted among which records, "requests, trigger = coup-mutiny"; null for listed cases
  public record ReferenceClass(
      String text, double weight, List<PastCase> cases, @Nullable String counted) {}

  /// @param outcome index in the question's outcomes
  public record PastCase(String name, int outcome) {}

  /// @param outcome index in the question's outcomes
  /// @param ofTheRest whether the probability is a share of what the outcomes with a plain
  ///   probability leave
  /// @param fromClass whether it was computed from the classes (per-outcome Jeffreys), rather than
  ///   written
  public record Rate(int outcome, Quantity probability, boolean ofTheRest, boolean fromClass) {}
}
