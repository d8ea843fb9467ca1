package casus.mention;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A number that a text gives for something.
///
/// @param passage the number with the words that compare it and its unit; for a count, what is
///   counted
/// @param low the least it can be as written, inclusive (`over` excludes it); null if open
/// @param high the most it can be as written, inclusive (`under` excludes it); null if open; at
///   least `low`
/// @param population what a share is a share of; null for other units and where it is not said
/// @param n the size of the sample that a share rests on; null where the paragraph names none
/// @param source who the sentence has the number from; null where it does not say so
public record Quantity(
    Passage passage,
    Comparison comparison,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    Unit unit,
    @Nullable Passage population,
    @Nullable BigDecimal n,
    @Nullable Passage source)
    implements Mention {

  public Quantity {
    if (low == null && high == null) throw new IllegalArgumentException("no number: " + passage);
    if (low != null && high != null && low.compareTo(high) > 0)
      throw new IllegalArgumentException(low + ".." + high);
  }

  /// How the text compares what it speaks of with the number.
  public enum Comparison {
    EXACTLY,
    ABOUT,
    UNDER,
    OVER,
    AT_LEAST,
    AT_MOST,
    BETWEEN
  }

  /// What a number is a number of.
  ///
  /// @param name the currency by ISO 4217, the measure in English (`km`, `days`), or what is
  ///   counted in the words of the text; empty for shares, points and multiples, and where a count
  ///   leaves it out
  public record Unit(Kind kind, String name) {
    /// Kinds of units.
    public enum Kind {
      PERCENT,
      POINTS,
      MONEY,
      COUNT,
      DISTANCE,
      DURATION,
      /// How many times as much: `twice`, `tenfold`.
      MULTIPLE
    }
  }

  /// The number as a finding of a dossier takes it: `6.7%`, `20..25%`, `5.1 pp`, `3000 troops`. An
  /// open end is left out; [#comparison] says that it is open.
  public String value() {
    var from = low == null ? high : low;
    var to = high == null ? low : high;
    if (from == null || to == null) throw new AssertionError("the constructor forbids it");
    var number =
        from.compareTo(to) == 0
            ? from.toPlainString()
            : from.toPlainString() + ".." + to.toPlainString();
    return switch (unit.kind()) {
      case PERCENT -> number + "%";
      case POINTS -> number + " pp";
      case MULTIPLE -> number + " times";
      default -> unit.name().isEmpty() ? number : number + " " + unit.name();
    };
  }
}
