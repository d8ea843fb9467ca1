package casus.check;

/// The beta distribution, for the Jeffreys posterior of a share seen k times in n.
///
/// @param a k + ½
/// @param b n − k + ½
record Beta(double a, double b) {
  /// The posterior after `k` of `n` under Jeffreys' prior.
  static Beta jeffreys(double k, double n) {
    return new Beta(k + 0.5, n - k + 0.5);
  }

  double mean() {
    return a / (a + b);
  }

  /// The probability of a share up to x: the regularised incomplete beta function, by the continued
  /// fraction DLMF 8.17.22 on the side where it converges fast.
  double cumulative(double x) {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    var front =
        Math.exp(
            logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
    return x < (a + 1) / (a + b + 2)
        ? front * fraction(a, b, x) / a
        : 1 - front * fraction(b, a, 1 - x) / b;
  }

  /// Lentz's algorithm; at most 300 terms, far more than any count of cases needs.
  private static double fraction(double a, double b, double x) {
    var c = 1.0;
    var d = away(1 - (a + b) * x / (a + 1));
    var value = d;
    for (var m = 1; m <= 300; m++) {
      var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = away(1 + even * d);
      c = 1 + even / c;
      value *= d * c;
      var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = away(1 + odd * d);
      c = 1 + odd / c;
      var factor = d * c;
      value *= factor;
      if (Math.abs(factor - 1) < 1e-15) break;
    }
    return value;
  }

  /// The reciprocal, kept off zero.
  private static double away(double value) {
    return 1 / (Math.abs(value) < 1e-300 ? 1e-300 : value);
  }

  /// The logarithm of the gamma function for positive arguments: Stirling's series after shifting
  /// the argument over 15, where its error is under 1e-13.
  static double logGamma(double x) {
    var shift = 0.0;
    var y = x;
    while (y < 15) {
      shift += Math.log(y);
      y++;
    }
    var square = 1 / (y * y);
    var series = (1 / 12.0 - square * (1 / 360.0 - square * (1 / 1260.0 - square / 1680.0))) / y;
    return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series - shift;
  }
}
