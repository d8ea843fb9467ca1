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
  /// @param recorded among which records it was counted; null for listed cases
  /// @param said what it says of each outcome, in their order
  public record ReferenceClass(
      String text,
      double weight,
      List<PastCase> cases,
      @Nullable Recorded recorded,
      List<Said> said) {}

  /// @param outcome index in the question's outcomes
  public record PastCase(String name, int outcome) {}

  /// Where a class was counted.
  ///
  /// @param set the name of a record set
  /// @param filter which of its records; empty for all
  /// @param outcomes which of these ended in an outcome
  /// @param unverified whether records that nobody has checked count too
  /// @param unit what one record is: "a crisis of one state"
  public record Recorded(
      String set, String filter, List<Sorted> outcomes, boolean unverified, String unit) {
    /// "requests, trigger = coup-mutiny".
    public String words() {
      return set
          + (filter.isBlank() ? "" : ", " + filter)
          + (unverified ? ", with unverified records" : "");
    }
  }

  /// @param outcome index in the question's outcomes
  /// @param filter the records that ended in it
  public record Sorted(int outcome, String filter) {}

  /// What a class says of one outcome.
  ///
  /// @param successes cases that ended in it
  /// @param mean of the Jeffreys posterior, from 0 to 1
  /// @param low 5 % quantile of it, with as many cases as they are worth
  /// @param high 95 % quantile
  /// @param worth as many independent cases would say as much; all cases where nothing tells that
  ///   they hang together
  /// @param sharing what they share that makes them worth less: "responder"; null where nothing
  ///   does
  public record Said(
      int successes,
      double mean,
      double low,
      double high,
      double worth,
      @Nullable String sharing) {}

  /// @param outcome index in the question's outcomes
  /// @param ofTheRest whether the probability is a share of what the outcomes with a plain
  ///   probability leave
  /// @param fromClass whether it was computed from the classes (per-outcome Jeffreys), rather than
  ///   written
  public record Rate(int outcome, Quantity probability, boolean ofTheRest, boolean fromClass) {}
}
