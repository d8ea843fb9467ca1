package casus.answer;

/// Nodes and weights of the eight-point rule of Gauss and Legendre on 0 to 1 (Abramowitz & Stegun
/// 1964, table 25.4): exact for polynomials up to degree 15.
final class GaussLegendre {
  private GaussLegendre() {}

  static final double[] NODES = new double[8];
  static final double[] WEIGHTS = new double[8];

  static {
    double[] x = {0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363};
    double[] w = {0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763};
    for (var i = 0; i < x.length; i++) {
      NODES[3 - i] = (1 - x[i]) / 2;
      NODES[4 + i] = (1 + x[i]) / 2;
      WEIGHTS[3 - i] = w[i] / 2;
      WEIGHTS[4 + i] = w[i] / 2;
    }
  }
}
