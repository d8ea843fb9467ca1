package casus.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sign that would be seen more often under one outcome than under another.
///
/// @param withinDays the window in which it is expected, from the question's first day; 0 for the
///   whole period
/// @param cases the probability of seeing it; the first case whose condition holds counts, the last
///   has none
/// @param sameSignAs the indicator whose observation this one repeats, or null
public record Indicator(
    String id,
    String text,
    int withinDays,
    Chance cases,
    Observation observation,
    @Nullable String sameSignAs,
    Origin origin) {

  public sealed interface Observation {
    /// Nothing reported so far: on the watch list.
    record None() implements Observation {}

    record Seen(LocalDate date, List<String> cites) implements Observation {}

    record NotSeenBy(LocalDate date) implements Observation {}
  }
}
