package casus.inference;

import java.util.Arrays;
import java.util.BitSet;

/// A tape with its constant parts computed.
///
/// @param tape a tape over leaves of its own
/// @param constants the value of every leaf that is constant, by leaf; 0 for those that vary
/// @param places by leaf of the original tape: the leaf here, or −1 if it does not vary or does not
///   matter
/// @param firstMoving the first sum that depends on the evidence; those before depend on the
///   parameters alone, and serve for every evidence on the same draw
record ReducedTape(Tape tape, double[] constants, int[] places, int firstMoving) {
  /// @param value the leaves of `tape` at the lower end of an array for all nodes; overwritten
  /// @param parameters the leaves whose parameters vary
  /// @param likelihoods the leaves whose likelihoods vary
  static ReducedTape of(Tape tape, double[] value, BitSet parameters, BitSet likelihoods) {
    tape.upward(value);
    var varying = (BitSet) parameters.clone();
    varying.or(likelihoods);
    return new Reduction(tape, value, varying).reduced(likelihoods);
  }

  private static final class Reduction {
    private final Tape tape;
    private final double[] value;
    private final boolean[] varies;

    /// By node of the old tape: its node in the new numbering, before leaves are counted. Leaves
    /// are ≥ 0; sum k is −2 − k; −1 is not yet known or never needed.
    private final int[] place;

    private double[] leafValues = new double[64];
    private int leaves;

    /// The leaves of constants, by their bits.
    private final LongIndex constants = new LongIndex(64);

    private int[] constantLeaf = new int[64];
    private int[] start = new int[16];
    private int[] left = new int[32];
    private int[] right = new int[32];
    private int sums;
    private int terms;

    Reduction(Tape tape, double[] value, BitSet varying) {
      this.tape = tape;
      this.value = value;
      varies = new boolean[value.length];
      varying.stream().forEach(leaf -> varies[leaf] = true);
      place = new int[value.length];
      Arrays.fill(place, -1);
      constant(1);
    }

    ReducedTape reduced(BitSet likelihoods) {
      for (var n = 0; n < tape.leaves(); n++) {
        if (!varies[n]) continue;
        place[n] = addLeaf(0);
      }
      for (var n = tape.leaves(); n < value.length; n++) reduceSum(n);
      var roots = new int[tape.roots().length];
      for (var o = 0; o < roots.length; o++) {
        var root = tape.roots()[o];
        if (root < 0 || (!varies[root] && value[root] == 0)) roots[o] = -1;
        else roots[o] = varies[root] ? place[root] : constant(value[root]);
      }
      var result =
          new Tape(
              leaves,
              Arrays.copyOf(start, sums + 1),
              numbered(left, terms, leaves),
              numbered(right, terms, leaves),
              numbered(roots, roots.length, leaves));
      return parted(result.pruned(), Arrays.copyOf(leafValues, leaves), likelihoods);
    }

    /// Moves the sums that do not depend on likelihoods to the front.
    private ReducedTape parted(Tape result, double[] constants, BitSet likelihoods) {
      var moves = new boolean[result.nodes()];
      likelihoods.stream().forEach(leaf -> moves[place[leaf]] = true);
      var order = new int[result.nodes() - result.leaves()];
      var settled = 0;
      for (var n = result.leaves(); n < moves.length; n++) {
        for (var t = result.start()[n - result.leaves()];
            t < result.start()[n - result.leaves() + 1];
            t++) {
          moves[n] |= moves[result.left()[t]] || moves[result.right()[t]];
        }
        if (!moves[n]) order[settled++] = n;
      }
      var next = settled;
      for (var n = result.leaves(); n < moves.length; n++) if (moves[n]) order[next++] = n;
      return new ReducedTape(
          result.reordered(order),
          constants,
          Arrays.copyOf(place, tape.leaves()),
          result.leaves() + settled);
    }

    /// Constant terms are added up, terms that are 0 dropped, a single varying factor passed on.
    private void reduceSum(int n) {
      var from = tape.start()[n - tape.leaves()];
      var to = tape.start()[n - tape.leaves() + 1];
      var before = terms;
      var constant = 0.0;
      for (var t = from; t < to; t++) {
        var a = tape.left()[t];
        var b = tape.right()[t];
        if (!varies[a] && !varies[b]) constant += value[a] * value[b];
        else if (varies[a] && varies[b]) append(place[a], place[b]);
        else if (varies[a] && value[b] != 0) append(place[a], constant(value[b]));
        else if (varies[b] && value[a] != 0) append(place[b], constant(value[a]));
      }
      if (terms == before) {
        value[n] = constant;
        return;
      }
      varies[n] = true;
      if (constant != 0) append(constant(constant), Tape.ONE);
      if (terms == before + 1 && right[before] == Tape.ONE) {
        place[n] = left[before];
        terms = before;
        return;
      }
      place[n] = -2 - sums++;
      if (sums == start.length) start = Arrays.copyOf(start, sums * 2);
      start[sums] = terms;
    }

    private int constant(double constant) {
      var known = constants.size();
      var number = constants.add(Double.doubleToRawLongBits(constant));
      if (number == known) {
        if (known == constantLeaf.length) constantLeaf = Arrays.copyOf(constantLeaf, known * 2);
        constantLeaf[number] = addLeaf(constant);
      }
      return constantLeaf[number];
    }

    private int addLeaf(double value) {
      if (leaves == leafValues.length) leafValues = Arrays.copyOf(leafValues, leaves * 2);
      leafValues[leaves] = value;
      return leaves++;
    }

    private void append(int a, int b) {
      if (terms == left.length) {
        left = Arrays.copyOf(left, terms * 2);
        right = Arrays.copyOf(right, terms * 2);
      }
      left[terms] = a;
      right[terms++] = b;
    }

    /// Leaves first, then the sums; −1, a root that is 0, stays.
    private static int[] numbered(int[] places, int size, int leaves) {
      var nodes = new int[size];
      for (var i = 0; i < size; i++) nodes[i] = places[i] < -1 ? leaves - 2 - places[i] : places[i];
      return nodes;
    }
  }
}
