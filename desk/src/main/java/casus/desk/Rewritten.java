package casus.desk;

import casus.model.Quantity;
import casus.model.Quantity.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A number as an analyst would write it, in the form in which it was written.
final class Rewritten {
  private static final MathContext DIGITS = new MathContext(3);
  private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";

  /// `30% (20..45%)`, `x3 (2..4)`, `3% (1..5%) per month`, `20% (10..30%) of the rest`.
  private static final Pattern WITH_POINT =
      Pattern.compile(
          "([x×]?)" + NUMBER + "(%?)(\\s*\\(" + NUMBER + "\\.\\." + NUMBER + "%?\\).*)");

  /// The same without a point: `20..45%`, `x2..5`, `1..5% per month`.
  private static final Pattern RANGE =
      Pattern.compile("([x×]?)" + NUMBER + "\\.\\." + NUMBER + "(%?)(.*)");

  private static final Pattern WORD = Pattern.compile("[a-z]+(?:-[a-z]+)*");

  private Rewritten() {}

  /// @param value the point that it is to have: a fraction of 1, or a factor
  /// @return null where it is written in a form that cannot hold it
  static @Nullable String of(Quantity quantity, double value) {
    var written = quantity.written();
    var point = WITH_POINT.matcher(written);
    if (point.matches()) {
      var number = number(quantity, value, point.group(4), point.group(5), point.group(6));
      return point.group(1) + number + point.group(3) + point.group(4);
    }
    var range = RANGE.matcher(written);
    if (range.matches()) {
      var rest = range.group(5);
      var percent = range.group(4);
      var number = number(quantity, value, rest, range.group(2), range.group(3));
      return range.group(1)
          + number
          + percent
          + " ("
          + range.group(2)
          + ".."
          + range.group(3)
          + percent
          + ")"
          + rest;
    }
    if (quantity.unit() != Unit.PROBABILITY || !WORD.matcher(written).matches()) return null;
    var low = hundredth(quantity.low());
    var high = hundredth(quantity.high());
    return number(quantity, value, "", low, high) + "% (" + low + ".." + high + "%)";
  }

  /// @param rest what stands behind the number
  /// @param low the ends of its range as written
  private static String number(
      Quantity quantity, double value, String rest, String low, String high) {
    var shown = quantity.unit() == Unit.FACTOR ? value : 100 * value;
    if (rest.contains(" per ")) shown = 100 * each(quantity, value, low, high);
    return BigDecimal.valueOf(shown)
        .round(DIGITS)
        .max(new BigDecimal(low))
        .min(new BigDecimal(high))
        .stripTrailingZeros()
        .toPlainString();
  }

  /// The rate of one day, week or month that comes to a probability over the whole period: as many
  /// of them as make the end of its range what it is, p = 1 − (1 − rate)^n.
  private static double each(Quantity quantity, double value, String low, String high) {
    var isLow = quantity.low() > 0;
    var end = isLow ? quantity.low() : quantity.high();
    var rate = Double.parseDouble(isLow ? low : high) / 100;
    var times = Math.log1p(-end) / Math.log1p(-rate);
    return -Math.expm1(Math.log1p(-value) / times);
  }

  private static String hundredth(double fraction) {
    return BigDecimal.valueOf(fraction).movePointRight(2).stripTrailingZeros().toPlainString();
  }
}
