package casus.inference;

import java.util.Arrays;

/// An arithmetic circuit laid out in the order of its evaluation. Node 0 is the constant 1; nodes
/// below `leaves` are inputs; every later node is a sum of products of two earlier nodes,
///
/// `value(n) = Σ value(left[t]) · value(right[t])`, t from `start[n − leaves]` up to but without
/// `start[n − leaves + 1]`.
///
/// Read upward it is a polynomial, downward its derivatives (Darwiche 2003, "A differential
/// approach to inference in Bayesian networks", JACM 50(3)).
///
/// @param start one more than there are sums
/// @param roots one node per state of the query; −1 where the polynomial is structurally 0
record Tape(int leaves, int[] start, int[] left, int[] right, int[] roots) {
  static final int ONE = 0;
  static final int LANES = 8;

  int nodes() {
    return leaves + start.length - 1;
  }

  int terms() {
    return left.length;
  }

  /// Fills `value` above the leaves, which are given.
  void upward(double[] value) {
    var left = this.left;
    var right = this.right;
    var t = 0;
    for (var n = leaves; n < value.length; n++) {
      var end = start[n - leaves + 1];
      var sum = 0.0;
      for (; t < end; t++) sum += value[left[t]] * value[right[t]];
      value[n] = sum;
    }
  }

  /// The same for [#LANES] independent inputs side by side: lane j of node n is at n · LANES + j.
  ///
  /// Written out because the first compiler of the JVM, the only one a short command ever meets,
  /// neither unrolls nor keeps an array element in a register.
  ///
  /// @param from the first sum to evaluate; those before must hold their values already
  void upwardInLanes(double[] value, int from) {
    var left = this.left;
    var right = this.right;
    var nodes = nodes();
    var t = start[from - leaves];
    for (var n = from; n < nodes; n++) {
      var end = start[n - leaves + 1];
      double v0 = 0, v1 = 0, v2 = 0, v3 = 0, v4 = 0, v5 = 0, v6 = 0, v7 = 0;
      for (; t < end; t++) {
        var a = left[t] * LANES;
        var b = right[t] * LANES;
        v0 += value[a] * value[b];
        v1 += value[a + 1] * value[b + 1];
        v2 += value[a + 2] * value[b + 2];
        v3 += value[a + 3] * value[b + 3];
        v4 += value[a + 4] * value[b + 4];
        v5 += value[a + 5] * value[b + 5];
        v6 += value[a + 6] * value[b + 6];
        v7 += value[a + 7] * value[b + 7];
      }
      var to = n * LANES;
      value[to] = v0;
      value[to + 1] = v1;
      value[to + 2] = v2;
      value[to + 3] = v3;
      value[to + 4] = v4;
      value[to + 5] = v5;
      value[to + 6] = v6;
      value[to + 7] = v7;
    }
  }

  /// The derivative of every root by every node: entry n · roots.length + o is ∂ root(o) / ∂ n.
  double[] downward(double[] value) {
    var left = this.left;
    var right = this.right;
    var states = roots.length;
    var slope = new double[Math.multiplyExact(value.length, states)];
    for (var o = 0; o < states; o++) if (roots[o] >= 0) slope[roots[o] * states + o] = 1;
    for (var n = value.length - 1; n >= leaves; n--) {
      for (var t = start[n - leaves]; t < start[n - leaves + 1]; t++) {
        var a = left[t];
        var b = right[t];
        var valueOfA = value[a];
        var valueOfB = value[b];
        for (var o = 0; o < states; o++) {
          var above = slope[n * states + o];
          slope[a * states + o] += above * valueOfB;
          slope[b * states + o] += above * valueOfA;
        }
      }
    }
    return slope;
  }

  /// The derivative of the sum of the roots by every node.
  double[] downwardFromSum(double[] value) {
    var left = this.left;
    var right = this.right;
    var slope = new double[value.length];
    for (var root : roots) if (root >= 0) slope[root] += 1;
    for (var n = value.length - 1; n >= leaves; n--) {
      var above = slope[n];
      if (above == 0) continue;
      for (var t = start[n - leaves]; t < start[n - leaves + 1]; t++) {
        var a = left[t];
        var b = right[t];
        slope[a] += above * value[b];
        slope[b] += above * value[a];
      }
    }
    return slope;
  }

  /// The same polynomial without the nodes that no root needs. Leaves stay where they are.
  Tape pruned() {
    var used = new boolean[nodes()];
    for (var root : roots) if (root >= 0) used[root] = true;
    for (var n = nodes() - 1; n >= leaves; n--) {
      if (!used[n]) continue;
      for (var t = start[n - leaves]; t < start[n - leaves + 1]; t++) {
        used[left[t]] = true;
        used[right[t]] = true;
      }
    }
    var order = new int[nodes() - leaves];
    var kept = 0;
    for (var n = leaves; n < nodes(); n++) if (used[n]) order[kept++] = n;
    return kept == order.length ? this : reordered(Arrays.copyOf(order, kept));
  }

  /// The same polynomial with the sums given, in the order given, which must compute every sum
  /// before it is used.
  Tape reordered(int[] order) {
    var place = new int[nodes()];
    var terms = 0;
    for (var n = 0; n < leaves; n++) place[n] = n;
    for (var k = 0; k < order.length; k++) {
      place[order[k]] = leaves + k;
      terms += start[order[k] - leaves + 1] - start[order[k] - leaves];
    }
    var newStart = new int[order.length + 1];
    var newLeft = new int[terms];
    var newRight = new int[terms];
    var next = 0;
    for (var k = 0; k < order.length; k++) {
      var n = order[k] - leaves;
      for (var t = start[n]; t < start[n + 1]; t++, next++) {
        newLeft[next] = place[left[t]];
        newRight[next] = place[right[t]];
      }
      newStart[k + 1] = next;
    }
    var newRoots = new int[roots.length];
    for (var o = 0; o < roots.length; o++) newRoots[o] = roots[o] < 0 ? -1 : place[roots[o]];
    return new Tape(leaves, newStart, newLeft, newRight, newRoots);
  }
}
