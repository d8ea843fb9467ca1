package casus.model;

/// An uncertain number of the dossier: a point that the headline uses and the range that intervals
/// and swings explore. Two places that share a quantity (a word of the strength scale, say) share
/// its `id` and move together.
///
/// @param id unique in the dossier: "prior hostile", "strength moderate", "base troops open"
/// @param label what the number is, in words for a reader: "prior that most Belarusians would
///   oppose Russian troops"
/// @param written the number as the analyst wrote it: "20..45%", "3% per month"
/// @param unit probability (0 to 1) or factor (over 0)
/// @param point inside `low..high`
/// @param low 5 % quantile; equal to `point` and `high` where there is no range
/// @param high 95 % quantile
public record Quantity(
    String id,
    String label,
    String written,
    Unit unit,
    double point,
    double low,
    double high,
    Origin origin) {

  /// What the number counts.
  public enum Unit {
    PROBABILITY,
    FACTOR
  }

  public Quantity {
    if (!(low <= point && point <= high))
      throw new IllegalArgumentException(id + ": " + point + " outside " + low + ".." + high);
  }

  /// Whether the number has a range of its own.
  public boolean isUncertain() {
    return low < high;
  }
}
