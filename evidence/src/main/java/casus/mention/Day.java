package casus.mention;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A day or a stretch of days that a text mentions.
///
/// @param passage the words, with the preposition before them: `on Monday`
/// @param first the first day; null if open or unresolved
/// @param last the last day, inclusive; null if open or unresolved; not before `first`
/// @param scale how exactly the text says it
/// @param relation how what the text speaks of lies to the time that it names
public record Day(
    Passage passage,
    @Nullable LocalDate first,
    @Nullable LocalDate last,
    Scale scale,
    Relation relation)
    implements Mention {

  public Day {
    if (first != null && last != null && last.isBefore(first))
      throw new IllegalArgumentException(first + ".." + last);
  }

  /// Scales, from the finest.
  public enum Scale {
    DAY,
    WEEK,
    MONTH,
    /// Also a quarter of a year.
    SEASON,
    YEAR,
    DECADE
  }

  /// Relations to a time.
  public enum Relation {
    /// Inside it: `on Monday`, `in the 1990s`.
    AT,
    /// From its first day on.
    SINCE,
    /// Not after its last day; from the day of publication on, where that is before.
    BY,
    /// Before its first day.
    BEFORE,
    /// After its last day.
    AFTER
  }

  /// Whether it is known when: false for `yesterday` in a text whose day of publication is not
  /// known.
  public boolean resolved() {
    return first != null || last != null;
  }
}
