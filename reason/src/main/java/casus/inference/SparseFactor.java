package casus.inference;

import java.util.Arrays;

/// A table over some variables that holds only the entries that can be other than 0, each with the
/// node of the circuit that computes it.
///
/// The states of one entry are packed into a `long`, each variable in as many bits as its states
/// need, the first of the scope lowest.
final class SparseFactor {
  private static final int KEY_BITS = 63;

  /// Ascending.
  final int[] scope;

  final long[] keys;
  final int[] nodes;
  final int size;

  SparseFactor(int[] scope, long[] keys, int[] nodes, int size) {
    this.scope = scope;
    this.keys = keys;
    this.nodes = nodes;
    this.size = size;
  }

  static int bits(int cardinality) {
    return 32 - Integer.numberOfLeadingZeros(cardinality - 1);
  }

  /// Where each variable of a scope lies in a key; throws [TapeBuilder.Full] if they do not fit.
  static int[] shifts(int[] scope, int[] cardinalities) {
    var shifts = new int[scope.length];
    var next = 0;
    for (var i = 0; i < scope.length; i++) {
      shifts[i] = next;
      next += bits(cardinalities[scope[i]]);
    }
    if (next > KEY_BITS) throw new TapeBuilder.Full();
    return shifts;
  }

  /// The product with another factor.
  SparseFactor times(SparseFactor other, int[] cardinalities, TapeBuilder tape) {
    var join = Join.of(this, other, union(scope, other.scope, -1), cardinalities, tape);
    var nodes = new int[join.size()];
    for (var i = 0; i < nodes.length; i++) nodes[i] = tape.product(join.left()[i], join.right()[i]);
    return new SparseFactor(join.scope(), join.keys(), nodes, nodes.length);
  }

  /// The product with another factor, summed over the states of `variable`.
  SparseFactor timesSummedOver(
      int variable, SparseFactor other, int[] cardinalities, TapeBuilder tape) {
    var scope = union(this.scope, other.scope, variable);
    return Join.of(this, other, scope, cardinalities, tape).summed(tape);
  }

  /// This factor summed over the states of `variable`.
  SparseFactor summedOver(int variable, int[] cardinalities, TapeBuilder tape) {
    var unit = new SparseFactor(new int[0], new long[1], new int[] {Tape.ONE}, 1);
    return timesSummedOver(variable, unit, cardinalities, tape);
  }

  static int[] union(int[] a, int[] b, int except) {
    var merged = new int[a.length + b.length];
    var n = 0;
    var i = 0;
    var j = 0;
    while (i < a.length || j < b.length) {
      int next;
      if (j == b.length || (i < a.length && a[i] <= b[j])) {
        next = a[i];
        if (j < b.length && b[j] == next) j++;
        i++;
      } else {
        next = b[j++];
      }
      if (next != except) merged[n++] = next;
    }
    return Arrays.copyOf(merged, n);
  }

  /// All pairs of entries that agree on the variables in common, before anything is summed.
  ///
  /// @param keys over `scope`, which may leave variables out; then keys repeat
  private record Join(int[] scope, long[] keys, int[] left, int[] right, int size) {
    static Join of(
        SparseFactor a, SparseFactor b, int[] scope, int[] cardinalities, TapeBuilder tape) {
      if (a.size < b.size) return of(b, a, scope, cardinalities, tape);
      var outShifts = shifts(scope, cardinalities);
      var shared = shared(a.scope, b.scope);
      var sharedShifts = shifts(shared, cardinalities);
      var matchA = Repacking.of(a.scope, shared, sharedShifts, cardinalities, new int[0]);
      var matchB = Repacking.of(b.scope, shared, sharedShifts, cardinalities, new int[0]);
      var outA = Repacking.of(a.scope, scope, outShifts, cardinalities, new int[0]);
      var outB = Repacking.of(b.scope, scope, outShifts, cardinalities, a.scope);

      // Chains of the entries of b with the same shared states, in their order.
      var index = new LongIndex(b.size);
      var head = new int[b.size];
      var next = new int[b.size];
      var count = new int[b.size];
      var packedB = new long[b.size];
      for (var j = b.size - 1; j >= 0; j--) {
        packedB[j] = outB.apply(b.keys[j]);
        var chain = index.add(matchB.apply(b.keys[j]));
        next[j] = count[chain] == 0 ? -1 : head[chain];
        head[chain] = j;
        count[chain]++;
      }
      var chains = new int[a.size];
      var total = 0L;
      for (var i = 0; i < a.size; i++) {
        chains[i] = index.find(matchA.apply(a.keys[i]));
        if (chains[i] >= 0) total += count[chains[i]];
      }
      tape.require(total);
      var keys = new long[(int) total];
      var left = new int[(int) total];
      var right = new int[(int) total];
      var n = 0;
      for (var i = 0; i < a.size; i++) {
        if (chains[i] < 0) continue;
        var packedA = outA.apply(a.keys[i]);
        for (var j = head[chains[i]]; j >= 0; j = next[j]) {
          keys[n] = packedA | packedB[j];
          left[n] = a.nodes[i];
          right[n++] = b.nodes[j];
        }
      }
      return new Join(scope, keys, left, right, n);
    }

    /// Pairs with the same key become one sum, in order of first appearance.
    SparseFactor summed(TapeBuilder tape) {
      var index = new LongIndex(size / 4);
      var group = new int[size];
      for (var i = 0; i < size; i++) group[i] = index.add(keys[i]);
      var groups = index.size();
      var end = new int[groups + 1];
      for (var g : group) end[g + 1]++;
      for (var g = 0; g < groups; g++) end[g + 1] += end[g];
      var sortedLeft = new int[size];
      var sortedRight = new int[size];
      var sumKeys = new long[groups];
      var next = Arrays.copyOf(end, groups);
      for (var i = 0; i < size; i++) {
        var at = next[group[i]]++;
        sortedLeft[at] = left[i];
        sortedRight[at] = right[i];
        sumKeys[group[i]] = keys[i];
      }
      var nodes = new int[groups];
      for (var g = 0; g < groups; g++) {
        nodes[g] = tape.sumOfProducts(sortedLeft, sortedRight, end[g], end[g + 1]);
      }
      return new SparseFactor(scope, sumKeys, nodes, groups);
    }

    private static int[] shared(int[] a, int[] b) {
      return Arrays.stream(a).filter(v -> Arrays.binarySearch(b, v) >= 0).toArray();
    }
  }

  /// Moves the states of some variables from their place in one key to their place in another.
  private record Repacking(int[] from, long[] mask, int[] to) {
    /// Every variable of `source` that is in `target` and not in `except`.
    static Repacking of(
        int[] source, int[] target, int[] targetShifts, int[] cardinalities, int[] except) {
      var sourceShifts = shifts(source, cardinalities);
      var from = new int[source.length];
      var mask = new long[source.length];
      var to = new int[source.length];
      var n = 0;
      for (var i = 0; i < source.length; i++) {
        var at = Arrays.binarySearch(target, source[i]);
        if (at < 0 || Arrays.binarySearch(except, source[i]) >= 0) continue;
        from[n] = sourceShifts[i];
        mask[n] = (1L << bits(cardinalities[source[i]])) - 1;
        to[n++] = targetShifts[at];
      }
      return new Repacking(Arrays.copyOf(from, n), Arrays.copyOf(mask, n), Arrays.copyOf(to, n));
    }

    long apply(long key) {
      var packed = 0L;
      for (var i = 0; i < from.length; i++) packed |= (key >>> from[i] & mask[i]) << to[i];
      return packed;
    }
  }
}
