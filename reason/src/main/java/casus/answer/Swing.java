package casus.answer;

import casus.model.Origin;
import org.jspecify.annotations.Nullable;

/// What the subject's probability would be at the ends of one range, or under another reading: one
/// row of the tornado.
///
/// @param id of the quantity or the issue
/// @param kind "number" or "reading"
/// @param low the lower end as written for a reader ("20%"), or the reading that gives less
/// @param high the upper end, or the reading that gives more
/// @param atLow the subject's probability there
/// @param atHigh likewise
public record Swing(
    String id,
    String label,
    String kind,
    String low,
    String high,
    double atLow,
    double atHigh,
    @Nullable Origin origin) {
  public double width() {
    return Math.abs(atHigh - atLow);
  }
}
