package casus.pool;

/// How far a distribution was from what came about: half the sum of the squared differences over
/// all outcomes, which of two outcomes is `(p - o)^2` (Brier 1950).
final class Loss {
  private Loss() {}

  static double of(double[] probabilities, int happened) {
    var sum = 0.0;
    for (var o = 0; o < probabilities.length; o++)
      sum += Math.pow(probabilities[o] - (o == happened ? 1 : 0), 2);
    return sum / 2;
  }
}
