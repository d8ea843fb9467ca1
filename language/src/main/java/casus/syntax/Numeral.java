package casus.syntax;

/// A number as written, before it is known what it stands for.
///
/// @param factor whether it starts with `x`
/// @param low the number, or the lower end of a range
/// @param high the upper end of a range, else NaN
/// @param percent whether `%` follows; the numbers are then fractions
record Numeral(boolean factor, double low, double high, boolean percent) {
  /// Longer numbers are typing errors, and would not survive as a `double`.
  private static final int MOST_DIGITS = 15;

  /// What is not a number of any kind.
  static final Numeral NONE = new Numeral(false, Double.NaN, Double.NaN, false);

  boolean isNumber() {
    return !Double.isNaN(low);
  }

  /// A number without unit, such as `3` in `odds 3:1`.
  boolean isBare() {
    return isNumber() && !factor && !percent && !isRange();
  }

  boolean isRange() {
    return !Double.isNaN(high);
  }

  /// `30`, `6.7%`, `20..45%`, `x1.5`, `x2..5`; [#NONE] for anything else.
  static Numeral of(String written) {
    var factor = written.startsWith("x");
    var percent = written.endsWith("%");
    var start = factor ? 1 : 0;
    var end = written.length() - (percent ? 1 : 0);
    if (factor && percent) return NONE;
    var firstEnd = numberEnd(written, start, end);
    if (firstEnd < 0) return NONE;
    var low = value(written, start, firstEnd, percent);
    if (firstEnd == end) return new Numeral(factor, low, Double.NaN, percent);
    if (!written.startsWith("..", firstEnd)) return NONE;
    var secondEnd = numberEnd(written, firstEnd + 2, end);
    if (secondEnd != end) return NONE;
    return new Numeral(factor, low, value(written, firstEnd + 2, end, percent), percent);
  }

  /// Where the number that starts here ends, -1 where none does.
  private static int numberEnd(String written, int start, int end) {
    var at = digitsEnd(written, start, end);
    if (at == start) return -1;
    if (at + 1 < end && written.charAt(at) == '.' && Lexer.isDigit(written.charAt(at + 1)))
      at = digitsEnd(written, at + 1, end);
    return at - start > MOST_DIGITS ? -1 : at;
  }

  private static int digitsEnd(String written, int start, int end) {
    var at = start;
    while (at < end && Lexer.isDigit(written.charAt(at))) at++;
    return at;
  }

  /// The nearest `double`: `6.7%` is 67 / 1000, not 6.7 / 100, so that there is one rounding only.
  /// Both numbers are whole and below 2^53, which makes the quotient exact to the last bit.
  private static double value(String written, int start, int end, boolean percent) {
    var digits = 0L;
    var divisor = percent ? 100.0 : 1.0;
    var decimals = false;
    for (var i = start; i < end; i++) {
      var c = written.charAt(i);
      if (c == '.') decimals = true;
      else {
        digits = 10 * digits + (c - '0');
        if (decimals) divisor *= 10;
      }
    }
    return digits / divisor;
  }
}
