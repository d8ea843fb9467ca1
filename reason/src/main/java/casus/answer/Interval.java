package casus.answer;

/// From `low` to `high`, both included.
public record Interval(double low, double high) {
  public static Interval of(double a, double b) {
    return new Interval(Math.min(a, b), Math.max(a, b));
  }

  /// The smallest interval that holds this one and a value.
  public Interval including(double value) {
    return new Interval(Math.min(low, value), Math.max(high, value));
  }

  public double width() {
    return high - low;
  }
}
