package casus.view;

import casus.answer.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/// Numbers and dates as a reader wants them: as many digits as mean something.
public final class Numbers {
  private static final String ABSENT = "–";
  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  /// What is certain may come out of a long sum a rounding error short of 1.
  private static final double CERTAIN = 1 - 1e-12;

  private Numbers() {}

  /// A probability: "41%", "1.0%", "99.3%", "<0.1%", ">99.9%"; "0%" and "100%" only where exact;
  /// "–" where there is none (NaN).
  ///
  /// @param p from 0 to 1
  public static String percent(double p) {
    return Double.isNaN(p) ? ABSENT : digits(p) + "%";
  }

  private static String digits(double p) {
    if (p == 0) return "0";
    if (p >= CERTAIN) return "100";
    if (p < 0.001) return "<0.1";
    if (p > 0.999) return ">99.9";
    var fine = p < 0.0995 || p > 0.99;
    return BigDecimal.valueOf(100 * p).setScale(fine ? 1 : 0, RoundingMode.HALF_UP).toPlainString();
  }

  /// A difference of probabilities in percentage points: "+0.31", "−12.40", "0.00"; "–" where there
  /// is none (NaN).
  public static String points(double difference) {
    if (Double.isNaN(difference)) return ABSENT;
    var rounded = BigDecimal.valueOf(100 * difference).setScale(2, RoundingMode.HALF_UP);
    return (rounded.signum() > 0 ? "+" : rounded.signum() < 0 ? "−" : "")
        + rounded.abs().toPlainString();
  }

  /// An interval of probabilities: "1.0–1.3%", or one number where both ends look the same.
  public static String range(Interval interval) {
    if (Double.isNaN(interval.low()) || Double.isNaN(interval.high())) return ABSENT;
    var low = digits(interval.low());
    var high = digits(interval.high());
    return low.equals(high) ? low + "%" : low + "–" + high + "%";
  }

  /// The same in words for a sentence: "0.3% to 3.1%".
  public static String spoken(Interval interval) {
    var low = percent(interval.low());
    var high = percent(interval.high());
    return low.equals(high) ? low : low + " to " + high;
  }

  /// A multiplier of odds: "×3", "÷8", "×1".
  ///
  /// @param factor over 0
  public static String factor(double factor) {
    if (Double.isNaN(factor)) return ABSENT;
    if (factor == 0) return "÷∞";
    if (Double.isInfinite(factor)) return "×∞";
    return factor >= 1 ? "×" + significant(factor) : "÷" + significant(1 / factor);
  }

  /// Information: "0.031 bits".
  public static String bits(double bits) {
    if (Double.isNaN(bits)) return ABSENT;
    if (bits != 0 && Math.abs(bits) < 0.0005) return (bits < 0 ? "−" : "") + "<0.001 bits";
    var rounded = BigDecimal.valueOf(Math.abs(bits)).setScale(3, RoundingMode.HALF_UP);
    return (bits < 0 ? "−" : "") + rounded.toPlainString() + " bits";
  }

  /// A date for a sentence: "17 August 2020".
  public static String date(LocalDate date) {
    return date.getDayOfMonth() + " " + MONTHS.get(date.getMonthValue() - 1) + " " + date.getYear();
  }

  /// Two significant digits, without trailing zeros: "3", "1.5", "0.31", "120".
  private static String significant(double value) {
    var rounded = new BigDecimal(value).round(new MathContext(2, RoundingMode.HALF_UP));
    return rounded.stripTrailingZeros().toPlainString();
  }
}
