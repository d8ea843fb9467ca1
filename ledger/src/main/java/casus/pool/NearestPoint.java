package casus.pool;

import java.util.ArrayList;
import java.util.List;

/// The nearest point of a polytope that is given by its corners, by the algorithm of Wolfe
/// (*Finding the nearest point in a polytope*, Mathematical Programming 11, 1976).
///
/// What is returned is a weighted mean of corners, so it lies in the polytope whatever the
/// rounding. Its squared distance exceeds the least one by at most [#TOLERANCE] times the largest
/// squared distance of a corner: that is checked, not assumed, by the corner that lies furthest
/// towards the target.
final class NearestPoint {
  static final double TOLERANCE = 1e-13;

  /// Corners enter one at a time, and none twice; this only ends what rounding would not.
  private static final int MOST_STEPS = 10_000;

  private final double[][] corners;
  private final double largest;
  private final List<Integer> chosen = new ArrayList<>();
  private double[] shares = {1};

  private NearestPoint(double[][] corners) {
    this.corners = corners;
    var most = 0.0;
    for (var corner : corners) most = Math.max(most, product(corner, corner));
    largest = most;
  }

  /// The point of the polytope that is nearest to a target.
  ///
  /// @param corners at least one
  static double[] to(double[] target, double[][] corners) {
    var moved = new double[corners.length][];
    for (var c = 0; c < corners.length; c++) moved[c] = minus(corners[c], target);
    var search = new NearestPoint(moved);
    search.run();
    var nearest = new double[target.length];
    for (var i = 0; i < search.chosen.size(); i++)
      for (var d = 0; d < nearest.length; d++)
        nearest[d] += search.shares[i] * corners[search.chosen.get(i)][d];
    return nearest;
  }

  private void run() {
    var first = 0;
    for (var c = 1; c < corners.length; c++)
      if (product(corners[c], corners[c]) < product(corners[first], corners[first])) first = c;
    chosen.add(first);
    for (var step = 0; step < MOST_STEPS; step++) {
      var point = point();
      var next = 0;
      for (var c = 1; c < corners.length; c++)
        if (product(point, corners[c]) < product(point, corners[next])) next = c;
      var gain = product(point, point) - product(point, corners[next]);
      if (gain <= TOLERANCE * largest || chosen.contains(next)) return;
      chosen.add(next);
      var wider = new double[chosen.size()];
      System.arraycopy(shares, 0, wider, 0, shares.length);
      shares = wider;
      if (!settle()) return;
    }
  }

  /// Moves to the nearest point of what the chosen corners span, leaving out corners on whose far
  /// side it would lie.
  ///
  /// @return false where rounding makes the corners dependent, so that nothing is to be gained
  private boolean settle() {
    while (true) {
      var affine = affine();
      if (affine == null) {
        drop(chosen.size() - 1);
        return false;
      }
      var reach = 1.0;
      var out = -1;
      for (var i = 0; i < shares.length; i++)
        if (affine[i] <= 0) {
          var until = shares[i] / (shares[i] - affine[i]);
          if (out < 0 || until < reach) {
            reach = until;
            out = i;
          }
        }
      if (out < 0) {
        shares = affine;
        return true;
      }
      for (var i = 0; i < shares.length; i++) shares[i] += reach * (affine[i] - shares[i]);
      drop(out);
    }
  }

  private void drop(int out) {
    chosen.remove(/* index */ out);
    var left = new double[shares.length - 1];
    var sum = 0.0;
    for (int i = 0, j = 0; i < shares.length; i++)
      if (i != out) {
        left[j] = Math.max(0, shares[i]);
        sum += left[j++];
      }
    for (var i = 0; i < left.length; i++) left[i] /= sum;
    shares = left;
  }

  /// The shares, of any sign and with the sum 1, at which the chosen corners come nearest to the
  /// origin: with the products G of the corners, (G + 11') b = 1, brought to the sum 1.
  ///
  /// @return null where the corners are dependent
  private double @org.jspecify.annotations.Nullable [] affine() {
    var n = chosen.size();
    var lower = new double[n][n];
    for (var i = 0; i < n; i++)
      for (var j = 0; j <= i; j++) {
        var entry = largest + product(corners[chosen.get(i)], corners[chosen.get(j)]);
        for (var k = 0; k < j; k++) entry -= lower[i][k] * lower[j][k];
        if (i == j) {
          if (entry <= 1e-14 * largest) return null;
          lower[i][i] = Math.sqrt(entry);
        } else lower[i][j] = entry / lower[j][j];
      }
    var solved = new double[n];
    for (var i = 0; i < n; i++) {
      var entry = 1.0;
      for (var k = 0; k < i; k++) entry -= lower[i][k] * solved[k];
      solved[i] = entry / lower[i][i];
    }
    var sum = 0.0;
    for (var i = n - 1; i >= 0; i--) {
      for (var k = i + 1; k < n; k++) solved[i] -= lower[k][i] * solved[k];
      solved[i] /= lower[i][i];
      sum += solved[i];
    }
    for (var i = 0; i < n; i++) solved[i] /= sum;
    return solved;
  }

  private double[] point() {
    var point = new double[corners[0].length];
    for (var i = 0; i < shares.length; i++)
      for (var d = 0; d < point.length; d++) point[d] += shares[i] * corners[chosen.get(i)][d];
    return point;
  }

  private static double product(double[] a, double[] b) {
    var sum = 0.0;
    for (var i = 0; i < a.length; i++) sum += a[i] * b[i];
    return sum;
  }

  private static double[] minus(double[] a, double[] b) {
    var difference = new double[a.length];
    for (var i = 0; i < a.length; i++) difference[i] = a[i] - b[i];
    return difference;
  }
}
