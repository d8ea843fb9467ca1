package casus.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What if we learned this?
///
/// @param supposes as written
/// @param chance the probability of the scenario itself; NaN where it overrides what is given
/// @param outcomes the probability of each outcome, in order; NaN where the scenario is impossible
/// @param readings the subject's lowest and highest over readings
/// @param impossible the findings that contradict the scenario, or null where it is possible
public record ScenarioAnswer(
    String id,
    String text,
    List<String> supposes,
    double chance,
    List<Double> outcomes,
    Interval readings,
    @Nullable String impossible) {}
