package casus.score;

/// How often something comes true of so many times.
final class Binomial {
  private static final double TAIL = 0.05;

  private Binomial() {}

  /// The share that comes true of `n` independent statements of the probability `p`, but for 5 % at
  /// either end at most.
  static Bounds band(int n, double p) {
    if (p <= 0 || p >= 1) return new Bounds(Math.clamp(p, 0, 1), Math.clamp(p, 0, 1));
    // From the most likely count outwards, where the terms are not too small for a double.
    var mode = (int) Math.min(n, Math.floor((n + 1) * p));
    var terms = new double[n + 1];
    terms[mode] = 1;
    var sum = 1.0;
    for (var k = mode; k > 0 && terms[k] > 0; k--) {
      terms[k - 1] = terms[k] * k / (n - k + 1.0) * (1 - p) / p;
      sum += terms[k - 1];
    }
    for (var k = mode; k < n && terms[k] > 0; k++) {
      terms[k + 1] = terms[k] * (n - k) / (k + 1.0) * p / (1 - p);
      sum += terms[k + 1];
    }
    var low = 0;
    for (var below = terms[0]; below <= TAIL * sum && low < n; below += terms[low]) low++;
    var high = n;
    for (var above = terms[n]; above <= TAIL * sum && high > 0; above += terms[high]) high--;
    return new Bounds((double) low / n, (double) Math.max(low, high) / n);
  }
}
