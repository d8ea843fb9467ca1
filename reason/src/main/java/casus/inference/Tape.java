package casus.inference;

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

  int nodes() {
    return leaves + start.length - 1;
  }

  int terms() {
    return left.length;
  }

  /// Fills `value` above the leaves, which are given.
  void upward(double[] value) {
    var t = 0;
    for (var n = leaves; n < value.length; n++) {
      var end = start[n - leaves + 1];
      var sum = 0.0;
      for (; t < end; t++) sum += value[left[t]] * value[right[t]];
      value[n] = sum;
    }
  }

  /// The same for `lanes` independent inputs side by side: lane j of node n is at n · lanes + j.
  void upward(double[] value, int lanes) {
    var nodes = nodes();
    var t = 0;
    for (var n = leaves; n < nodes; n++) {
      var end = start[n - leaves + 1];
      var to = n * lanes;
      multiply(value, to, left[t] * lanes, right[t] * lanes, lanes);
      for (t++; t < end; t++) {
        multiplyAdd(value, to, left[t] * lanes, right[t] * lanes, lanes);
      }
    }
  }

  private static void multiply(double[] value, int to, int a, int b, int lanes) {
    for (var j = 0; j < lanes; j++) value[to + j] = value[a + j] * value[b + j];
  }

  private static void multiplyAdd(double[] value, int to, int a, int b, int lanes) {
    for (var j = 0; j < lanes; j++) value[to + j] += value[a + j] * value[b + j];
  }

  /// The derivative of every root by every node: entry n · roots.length + o is ∂ root(o) / ∂ n.
  double[] downward(double[] value) {
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

  /// The same polynomial without the nodes that no root needs. Leaves stay where they are.
  Tape pruned() {
    var used = new boolean[nodes()];
    for (var root : roots) if (root >= 0) used[root] = true;
    var sums = 0;
    var terms = 0;
    for (var n = nodes() - 1; n >= leaves; n--) {
      if (!used[n]) continue;
      sums++;
      for (var t = start[n - leaves]; t < start[n - leaves + 1]; t++, terms++) {
        used[left[t]] = true;
        used[right[t]] = true;
      }
    }
    if (sums == nodes() - leaves) return this;
    var place = new int[nodes()];
    for (var n = 0; n < leaves; n++) place[n] = n;
    var keptStart = new int[sums + 1];
    var keptLeft = new int[terms];
    var keptRight = new int[terms];
    var next = leaves;
    var k = 0;
    for (var n = leaves; n < nodes(); n++) {
      if (!used[n]) continue;
      for (var t = start[n - leaves]; t < start[n - leaves + 1]; t++, k++) {
        keptLeft[k] = place[left[t]];
        keptRight[k] = place[right[t]];
      }
      place[n] = next++;
      keptStart[next - leaves] = k;
    }
    var keptRoots = new int[roots.length];
    for (var o = 0; o < roots.length; o++) keptRoots[o] = roots[o] < 0 ? -1 : place[roots[o]];
    return new Tape(leaves, keptStart, keptLeft, keptRight, keptRoots);
  }
}
