package casus.score;

/// An interval of 90 %.
public record Bounds(double low, double high) {
  /// Where nothing can be said.
  public static final Bounds NONE = new Bounds(Double.NaN, Double.NaN);

  public boolean isKnown() {
    return !Double.isNaN(low) && !Double.isNaN(high);
  }
}
