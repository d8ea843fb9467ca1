package casus.syntax;

import casus.text.Span;
import org.jspecify.annotations.Nullable;

/// A number with its unit, as written. Probabilities are fractions (`30%` is 0.30).
public sealed interface Amount {
  Span span();

  /// The ends of a range in brackets or alone, in the unit of the amount.
  record Range(double low, double high, Span span) {}

  /// `30%`, `30% (20..45%)`, `odds 3:1`, `1 in 6`.
  record Percent(double value, @Nullable Range range, Span span) implements Amount {}

  /// `20..45%`: no point given.
  record PercentRange(Range range, Span span) implements Amount {}

  /// `x3`, `x3 (2..5)`, `x2..5` (then `value` is NaN).
  record Factor(double value, @Nullable Range range, Span span) implements Amount {}

  /// `3% per month (1..5%)`.
  ///
  /// @param unit "day", "week", "month" or "year"
  record Rate(double value, @Nullable Range range, String unit, Span span) implements Amount {}

  /// `30% of the rest`.
  record Share(double value, @Nullable Range range, Span span) implements Amount {}

  /// A word of a scale or yardstick: `moderate`, `very-unlikely`.
  record Word(Name name) implements Amount {
    @Override
    public Span span() {
      return name.span();
    }
  }

  /// A bare number or one with another unit: `6.7 pp`, `3000`, `12 billion USD`. Never a
  /// probability or a factor.
  ///
  /// @param unit the words after the number, empty for none
  record Count(double value, @Nullable Range range, String unit, Span span) implements Amount {}
}
