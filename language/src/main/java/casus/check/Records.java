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
  /// @param outcomes which of these ended in an outcome, one filter for each
  /// @param unverified whether records that nobody has checked are taken too
  record Asked(String set, String filter, List<String> outcomes, boolean unverified) {
    public Asked {
      outcomes = List.copyOf(outcomes);
    }
  }

  /// What came of it.
  sealed interface Reading {
    /// @param cases those that meet the filter, in the order of time
    record Found(List<PastCase> cases) implements Reading {}

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
  /// @param outcome index of the first filter among the asked outcomes' that it meets; -1 for none
  /// @param date when, or null where that is not known
  record PastCase(String name, int outcome, @Nullable LocalDate date) {}
}
