package casus.check;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Records of the past that a base rate may be counted in, supplied by the caller.
public interface Records {
  /// Where there are none.
  Records NONE = asked -> new Reading.Missing("no records can be read here");

  Reading read(Asked asked);

  /// What a reference class asks.
  ///
  /// @param set the name of a record set
  /// @param filter which of its records
  /// @param outcomes which of these ended in an outcome; the first filter that a record meets
  ///   counts
  /// @param unverified whether records that nobody has checked are taken too
  /// @param asOf the last day that is known: what happened later is left out
  record Asked(
      String set, String filter, List<Sorted> outcomes, boolean unverified, LocalDate asOf) {
    public Asked {
      outcomes = List.copyOf(outcomes);
    }
  }

  /// @param outcome index in the question's outcomes
  /// @param filter the records that ended in it
  record Sorted(int outcome, String filter) {}

  /// What came of it.
  sealed interface Reading {
    /// @param unit what one record is: "a crisis of one state"
    /// @param cases those that meet the filter, in the order of time
    /// @param worth of outcomes for which the cases are worth fewer than there are
    record Found(String unit, List<PastCase> cases, List<Worth> worth) implements Reading {
      public Found {
        cases = List.copyOf(cases);
        worth = List.copyOf(worth);
      }
    }

    /// No set has this name.
    record Unknown(List<String> sets) implements Reading {}

    /// The set is known and not at hand.
    ///
    /// @param because half a sentence
    record Missing(String because) implements Reading {}

    /// A filter cannot be read.
    ///
    /// @param filter which: 0 the class's own, from 1 those of the outcomes
    record Misread(int filter, String found, @Nullable String expected, @Nullable String hint)
        implements Reading {}
  }

  /// One record.
  ///
  /// @param outcome index in the question's outcomes; the first for a record that meets no filter
  record PastCase(String name, int outcome) {}

  /// Records that share something are not independent.
  ///
  /// @param outcome index in the question's outcomes
  /// @param cases as many independent ones say as much of that outcome
  /// @param sharing what they share: "responder"
  record Worth(int outcome, double cases, String sharing) {}
}
