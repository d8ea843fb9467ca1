package casus.inference;

import java.util.Arrays;

/// A [Tape] in the making, of limited length.
final class TapeBuilder {
  private final int leaves;
  private final long limit;
  private int[] start = new int[1024];
  private int[] left = new int[2048];
  private int[] right = new int[2048];
  private int sums;
  private int terms;

  TapeBuilder(int leaves, long limit) {
    this.leaves = leaves;
    this.limit = Math.min(limit, Integer.MAX_VALUE - 16);
  }

  /// The limit was reached. Never leaves the package; has no trace because it is no mistake.
  static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1;

    Full() {
      super("too many entries", null, false, false);
    }
  }

  int terms() {
    return terms;
  }

  /// Stops a factor or the tape from growing beyond the limit.
  void require(long entries) {
    if (entries > limit) throw new Full();
  }

  /// The node a · b.
  int product(int a, int b) {
    if (a == Tape.ONE) return b;
    if (b == Tape.ONE) return a;
    append(a, b);
    return close();
  }

  /// The node `Σ a[t] · b[t]` for `from` ≤ t < `to`; at least one term.
  int sumOfProducts(int[] a, int[] b, int from, int to) {
    if (to - from == 1) return product(a[from], b[from]);
    for (var t = from; t < to; t++) append(a[t], b[t]);
    return close();
  }

  Tape build(int[] roots) {
    return new Tape(
        leaves,
        Arrays.copyOf(start, sums + 1),
        Arrays.copyOf(left, terms),
        Arrays.copyOf(right, terms),
        roots);
  }

  private void append(int a, int b) {
    if (terms == left.length) {
      require(terms + 1L);
      var length = (int) Math.min(limit, left.length * 2L);
      left = Arrays.copyOf(left, length);
      right = Arrays.copyOf(right, length);
    }
    left[terms] = a;
    right[terms++] = b;
  }

  private int close() {
    require(terms);
    if (++sums == start.length) start = Arrays.copyOf(start, start.length * 2);
    start[sums] = terms;
    return leaves + sums - 1;
  }
}
