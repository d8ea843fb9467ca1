package casus.answer;

import org.jspecify.annotations.Nullable;

/// How likely one outcome is.
///
/// @param probability the headline
/// @param atLeast the probability of this outcome or a later rung
/// @param readings lowest and highest probability over the combinations of readings, at the points
/// @param interval 90 %: the hull, over readings, of the 5-95 % band of Monte Carlo draws, together
///   with the headline
/// @param envelope lowest and highest over all ranges and all readings, or null where not asked for
/// @param envelopeProven whether the envelope is exact, rather than the best found by search
/// @param words the yardstick's words for the headline
/// @param atLeastWords the yardstick's words for `atLeast`
public record OutcomeAnswer(
    String id,
    String text,
    double probability,
    double atLeast,
    Interval readings,
    Interval atLeastReadings,
    Interval interval,
    @Nullable Interval envelope,
    boolean envelopeProven,
    String words,
    String atLeastWords) {}
