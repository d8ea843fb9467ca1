package casus.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What if somebody did this?
///
/// @param by the actor's code, or null
/// @param sets "provoked = false"
/// @param before the outcomes' probabilities without it
/// @param after with it
public record LeverAnswer(
    String id,
    String text,
    @Nullable String by,
    List<String> sets,
    List<Double> before,
    List<Double> after,
    Interval readings) {}
