package casus.inference;

/// The values of a tape and the derivatives of its roots, as m · 2^e. Two representations: plain
/// doubles (e = 0), and doubles each with an exponent of its own, which cannot underflow.
sealed interface Pass {
  /// Factor m of root `o`.
  double root(int o);

  /// Exponent e of root `o`.
  int rootExponent(int o);

  /// Factor m of ∂ root(o) / ∂ node.
  double slope(int node, int o);

  /// Exponent e of ∂ root(o) / ∂ node.
  int slopeExponent(int node, int o);

  /// Plain doubles.
  final class Linear implements Pass {
    private final int[] roots;
    private final double[] value;
    private final double[] slopes;

    Linear(Tape tape, double[] value, boolean downward) {
      roots = tape.roots();
      this.value = value;
      slopes = downward ? tape.downward(value) : new double[0];
    }

    @Override
    public double root(int o) {
      return roots[o] < 0 ? 0 : value[roots[o]];
    }

    @Override
    public int rootExponent(int o) {
      return 0;
    }

    @Override
    public double slope(int node, int o) {
      return slopes[node * roots.length + o];
    }

    @Override
    public int slopeExponent(int node, int o) {
      return 0;
    }
  }

  /// Doubles between 1 and 2, or 0, each with an exponent of its own.
  final class Scaled implements Pass {
    private final int[] roots;
    private final double[] value;
    private final int[] exponent;
    private final double[] slope;
    private final int[] slopeExponent;

    /// @param leaves the values of the leaves, at the lower end of an array for all nodes
    Scaled(Tape tape, double[] leaves, boolean downward) {
      roots = tape.roots();
      value = leaves.clone();
      exponent = new int[value.length];
      for (var n = 0; n < tape.leaves(); n++) normalise(value, exponent, n);
      var t = 0;
      for (var n = tape.leaves(); n < value.length; n++) {
        value[n] = 0;
        for (; t < tape.start()[n - tape.leaves() + 1]; t++) {
          var a = tape.left()[t];
          var b = tape.right()[t];
          add(value, exponent, n, value[a] * value[b], exponent[a] + exponent[b]);
        }
        normalise(value, exponent, n);
      }
      var states = downward ? roots.length : 0;
      slope = new double[Math.multiplyExact(value.length, states)];
      slopeExponent = new int[slope.length];
      for (var o = 0; o < states; o++) if (roots[o] >= 0) slope[roots[o] * states + o] = 1;
      for (var n = value.length - 1; n >= tape.leaves() && downward; n--) {
        for (var o = 0; o < states; o++) descend(tape, n, o);
      }
    }

    private void descend(Tape tape, int n, int o) {
      var states = roots.length;
      var above = n * states + o;
      normalise(slope, slopeExponent, above);
      if (slope[above] == 0) return;
      for (var t = tape.start()[n - tape.leaves()]; t < tape.start()[n - tape.leaves() + 1]; t++) {
        var a = tape.left()[t];
        var b = tape.right()[t];
        var e = slopeExponent[above];
        add(slope, slopeExponent, a * states + o, slope[above] * value[b], e + exponent[b]);
        add(slope, slopeExponent, b * states + o, slope[above] * value[a], e + exponent[a]);
      }
    }

    private static void add(double[] factor, int[] exponent, int at, double term, int e) {
      if (term == 0) return;
      if (factor[at] == 0) {
        factor[at] = term;
        exponent[at] = e;
      } else if (e <= exponent[at]) {
        factor[at] += Math.scalb(term, e - exponent[at]);
      } else {
        factor[at] = Math.scalb(factor[at], exponent[at] - e) + term;
        exponent[at] = e;
      }
    }

    private static void normalise(double[] factor, int[] exponent, int at) {
      if (factor[at] == 0) return;
      if (factor[at] < Double.MIN_NORMAL) {
        factor[at] *= 0x1p100;
        exponent[at] -= 100;
      }
      var e = Math.getExponent(factor[at]);
      factor[at] = Math.scalb(factor[at], -e);
      exponent[at] += e;
    }

    @Override
    public double root(int o) {
      return roots[o] < 0 ? 0 : value[roots[o]];
    }

    @Override
    public int rootExponent(int o) {
      return roots[o] < 0 ? 0 : exponent[roots[o]];
    }

    @Override
    public double slope(int node, int o) {
      return slope[node * roots.length + o];
    }

    @Override
    public int slopeExponent(int node, int o) {
      return slopeExponent[node * roots.length + o];
    }
  }
}
