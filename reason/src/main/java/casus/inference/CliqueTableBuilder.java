package casus.inference;

import java.util.Arrays;

/// Lists the entries of one clique after the other, children before parents, leaving out what a
/// factor or a child says is 0.
final class CliqueTableBuilder {
  private static final long LARGEST_INDEX = 1L << 28;
  private static final int[] NONE = {};

  private final CliqueTree tree;
  private final Potentials potentials;

  private final int[][] lookedUp;

  /// By clique: the segment by number of the separator's states, −1 where there is none. Let go of
  /// once the parent has been listed.
  private final int[][] segmentOf;

  private final CliqueTable[] tables;
  private final long limit;
  private final boolean traced;
  private long entries;

  private final Room room;

  /// Where one table after the other is put together; kept, because fresh memory is slow.
  static final class Room {
    private int[] segments = new int[256];
    private int[] runs = new int[256];
    private int[] own = new int[256];
    private double[] potential = new double[256];
    private int[][] messages = {};
    private char[][] digits = {};

    private double[] ones = {};

    /// At least so many ones.
    double[] ones(int count) {
      if (ones.length < count) {
        ones = new double[Math.max(count, 2 * ones.length)];
        Arrays.fill(ones, 1);
      }
      return ones;
    }

    int size() {
      return potential.length;
    }
  }

  /// @param limit the largest number of entries in all
  private CliqueTableBuilder(
      CliqueTree tree, Potentials potentials, long limit, boolean traced, Room room) {
    this.tree = tree;
    this.potentials = potentials;
    this.limit = limit;
    this.room = room;
    this.traced = traced;
    segmentOf = new int[tree.cliques().size()][];
    tables = new CliqueTable[tree.cliques().size()];
    lookedUp = tree.lookedUp();
  }

  /// The tables of all cliques.
  ///
  /// @param prune whether to drop entries that are 0 because of what is above them, which takes
  ///   time and pays when the tables are used more than once
  /// @param traced whether to keep which numbers every entry is the product of
  /// @param room where to put tables together
  /// @throws TapeBuilder.Full if there are more entries than the limit
  static CliqueTable[] build(
      CliqueTree tree,
      Potentials potentials,
      long limit,
      boolean prune,
      boolean traced,
      Room room) {
    var builder = new CliqueTableBuilder(tree, potentials, limit, traced, room);
    for (var k = 0; k < builder.tables.length; k++)
      builder.tables[k] = builder.new Listing(k).table();
    if (prune) builder.prune();
    return builder.tables;
  }

  private void prune() {
    for (var k = tables.length - 1; k >= 0; k--) {
      var children = tree.cliques().get(k).children();
      for (var c = 0; c < children.length; c++) {
        var taken = tables[k].take(c, tables[children[c]].segmentCount());
        if (taken != null) tables[children[c]] = tables[children[c]].keeping(taken);
      }
    }
  }

  /// One clique's loops, one for each variable: first the separator's, then those shared with
  /// children, then its own.
  private final class Listing {
    private final CliqueTree.Clique clique;
    private final int number;
    private final int depths;
    private final int separatorDepths;
    private final int runDepths;
    private final int[] sizes;

    /// By slot: a factor, or after the factors a child. Where its table stands now.
    private final int[] at;

    /// By depth the slots that its variable moves, by how much, and the slots that are then
    /// complete.
    private final int[][] moved;

    private final int[][] step;
    private final int[][] completed;
    private final int factorSlots;
    private final double[] numbers = potentials.numbers();
    private final int[] childSegment;
    private final int[][] childIndex;
    private final int[] digit;
    private final int[] separatorStride;
    private final int[] ownStride;
    private final int[] segmentIndex;
    private int segmentKey;
    private int ownKey;
    private int segmentTotal;
    private int runTotal;
    private int total;
    private int ownStates = 1;
    private final int[][] trace;

    Listing(int k) {
      number = k;
      clique = tree.cliques().get(k);
      separatorDepths = clique.separator().length;
      runDepths = separatorDepths + clique.shared().length;
      depths = runDepths + clique.own().length;
      var variables = new int[depths];
      System.arraycopy(clique.separator(), 0, variables, 0, separatorDepths);
      System.arraycopy(clique.shared(), 0, variables, separatorDepths, clique.shared().length);
      System.arraycopy(clique.own(), 0, variables, runDepths, clique.own().length);
      sizes = new int[depths];
      for (var d = 0; d < depths; d++) sizes[d] = potentials.sizes()[variables[d]];
      digit = new int[depths];

      separatorStride = new int[depths];
      var size = 1L;
      for (var d = separatorDepths - 1; d >= 0; d--) {
        separatorStride[d] = (int) size;
        size *= sizes[d];
        if (size > LARGEST_INDEX) throw new TapeBuilder.Full();
      }
      segmentIndex = new int[(int) size];
      Arrays.fill(segmentIndex, -1);
      ownStride = new int[depths];
      var ownSize = 1L;
      for (var d = depths - 1; d >= runDepths; d--) {
        ownStride[d] = (int) ownSize;
        ownSize *= sizes[d];
        if (ownSize > LARGEST_INDEX) throw new TapeBuilder.Full();
      }
      ownStates = (int) ownSize;

      factorSlots = clique.factors().length;
      trace = new int[traced ? factorSlots : 0][0];
      var slots = factorSlots + clique.children().length;
      at = new int[slots];
      childSegment = new int[clique.children().length];
      childIndex = new int[clique.children().length][];
      var place = new int[slots][];
      var strides = new int[slots][];
      for (var f = 0; f < factorSlots; f++) {
        var factor = potentials.factors().get(clique.factors()[f]);
        at[f] = factor.offset();
        place[f] = factor.scope();
        strides[f] = factor.strides();
      }
      for (var c = 0; c < clique.children().length; c++) {
        var child = tree.cliques().get(clique.children()[c]);
        place[factorSlots + c] = child.separator();
        childIndex[c] = segmentOf[clique.children()[c]];
        var stride = new int[child.separator().length];
        var next = 1;
        for (var i = stride.length - 1; i >= 0; i--) {
          stride[i] = next;
          next *= potentials.sizes()[child.separator()[i]];
        }
        strides[factorSlots + c] = stride;
      }
      moved = new int[depths][];
      step = new int[depths][];
      completed = new int[depths][];
      arrange(variables, place, strides);
    }

    private void arrange(int[] variables, int[][] scopes, int[][] strides) {
      var last = new int[scopes.length];
      Arrays.fill(last, -1);
      for (var d = 0; d < depths; d++) {
        var slots = new int[scopes.length];
        var steps = new int[scopes.length];
        var n = 0;
        for (var slot = 0; slot < scopes.length; slot++) {
          for (var i = 0; i < scopes[slot].length; i++) {
            if (scopes[slot][i] != variables[d]) continue;
            slots[n] = slot;
            steps[n++] = strides[slot][i];
            last[slot] = d;
          }
        }
        moved[d] = Arrays.copyOf(slots, n);
        step[d] = Arrays.copyOf(steps, n);
      }
      for (var d = 0; d < depths; d++) {
        var slots = new int[scopes.length];
        var n = 0;
        // A factor or child of nothing is complete at once: it stands at the first depth.
        for (var slot = 0; slot < scopes.length; slot++)
          if (Math.max(0, last[slot]) == d) slots[n++] = slot;
        completed[d] = Arrays.copyOf(slots, n);
      }
    }

    CliqueTable table() {
      if (room.messages.length < clique.children().length || room.messages.length == 0) {
        room.messages = new int[Math.max(4, clique.children().length)][256];
      }
      for (var m = 0; m < room.messages.length; m++)
        if (room.messages[m].length < room.runs.length)
          room.messages[m] = Arrays.copyOf(room.messages[m], room.runs.length);
      var looked = lookedUp[number];
      if (room.digits.length < looked.length)
        room.digits = Arrays.copyOf(room.digits, looked.length);
      for (var i = 0; i < room.digits.length; i++)
        if (room.digits[i] == null || room.digits[i].length < room.segments.length)
          room.digits[i] = new char[room.segments.length];
      room.segments[0] = 0;
      room.runs[0] = 0;
      descend(0, 1);
      segmentOf[number] = segmentIndex;
      for (var child : clique.children()) segmentOf[child] = NONE;
      entries += total;
      if (entries > limit) throw new TapeBuilder.Full();
      var regular = total == (long) runTotal * ownStates;
      var children = clique.children().length;
      return new CliqueTable(
          regular ? Arrays.copyOf(room.segments, segmentTotal + 1) : entrySegments(),
          regular ? copies(room.messages, children, runTotal) : entryMessages(children),
          regular ? null : Arrays.copyOf(room.own, total),
          ownStates,
          factorSlots == 0 ? room.ones(total) : Arrays.copyOf(room.potential, total),
          factorSlots > 0,
          chars(room.digits, looked.length, segmentTotal),
          copies(trace, trace.length, total));
    }

    /// By segment its first entry.
    private int[] entrySegments() {
      var firsts = new int[segmentTotal + 1];
      for (var s = 0; s < firsts.length; s++) firsts[s] = room.runs[room.segments[s]];
      return firsts;
    }

    private int[][] entryMessages(int children) {
      var byEntry = new int[children][total];
      for (var c = 0; c < children; c++) {
        for (var r = 0; r < runTotal; r++)
          Arrays.fill(byEntry[c], room.runs[r], room.runs[r + 1], room.messages[c][r]);
      }
      return byEntry;
    }

    private void descend(int d, double product) {
      if (d == separatorDepths) {
        var runBefore = runTotal;
        list(d, product);
        if (runTotal > runBefore) closeSegment();
      } else {
        list(d, product);
      }
    }

    private void list(int d, double product) {
      if (d == runDepths) listRun(d, product);
      else loop(d, product);
    }

    private void listRun(int d, double product) {
      var before = total;
      if (d == depths) add(product);
      else loop(d, product);
      if (total > before) closeRun();
    }

    private void loop(int d, double product) {
      if (d + 1 == depths && d >= separatorDepths && !traced) {
        if (d >= runDepths) listOwn(d, product);
        else listRuns(d, product);
        return;
      }
      var slots = moved[d];
      var steps = step[d];
      for (var x = 0; x < sizes[d]; x++) {
        digit[d] = x;
        if (x > 0) for (var i = 0; i < slots.length; i++) at[slots[i]] += steps[i];
        var multiplied = multiplied(d, product);
        if (multiplied < 0) continue;
        if (d >= runDepths) {
          ownKey += x * ownStride[d];
          if (d + 1 == depths) add(multiplied);
          else loop(d + 1, multiplied);
          ownKey -= x * ownStride[d];
        } else {
          segmentKey += x * separatorStride[d];
          if (d + 1 == runDepths && d >= separatorDepths) listRun(d + 1, multiplied);
          else descend(d + 1, multiplied);
          segmentKey -= x * separatorStride[d];
        }
      }
      for (var i = 0; i < slots.length; i++) at[slots[i]] -= steps[i] * (sizes[d] - 1);
    }

    /// The last of the clique's own variables: only factors depend on it, and all are complete.
    private void listOwn(int d, double product) {
      var slots = moved[d];
      var steps = step[d];
      var size = sizes[d];
      reserve(size);
      var own = room.own;
      var potential = room.potential;
      var n = total;
      if (slots.length == 1) {
        var place = at[slots[0]];
        for (var x = 0; x < size; x++, place += steps[0]) {
          var factor = numbers[place];
          if (factor < 0) continue;
          own[n] = ownKey + x;
          potential[n++] = product * factor;
        }
        total = n;
        return;
      }
      for (var x = 0; x < size; x++) {
        var multiplied = product;
        var never = false;
        for (var i = 0; i < slots.length && !never; i++) {
          var factor = numbers[at[slots[i]] + x * steps[i]];
          never = factor < 0;
          multiplied *= factor;
        }
        if (never) continue;
        own[n] = ownKey + x;
        potential[n++] = multiplied;
      }
      total = n;
    }

    /// The last variable shared with children, where there are none of the clique's own: every
    /// entry is a run.
    private void listRuns(int d, double product) {
      var slots = moved[d];
      var steps = step[d];
      var size = sizes[d];
      reserve(size);
      reserveRuns(size);
      var potential = room.potential;
      var messages = room.messages;
      var n = total;
      for (var x = 0; x < size; x++) {
        var multiplied = product;
        var never = false;
        for (var i = 0; i < slots.length && !never; i++) {
          var slot = slots[i];
          var place = at[slot] + x * steps[i];
          if (slot < factorSlots) {
            var factor = numbers[place];
            never = factor < 0;
            multiplied *= factor;
          } else {
            var segment = childIndex[slot - factorSlots][place];
            never = segment < 0;
            childSegment[slot - factorSlots] = segment;
          }
        }
        if (never) continue;
        potential[n] = multiplied;
        for (var c = 0; c < childSegment.length; c++) messages[c][n] = childSegment[c];
        n++;
      }
      // Every entry is a run.
      total = n;
      runTotal = n;
    }

    /// The product with all that is complete at this depth, or −1 if something says that it is 0.
    private double multiplied(int d, double product) {
      var multiplied = product;
      for (var slot : completed[d]) {
        if (slot < factorSlots) {
          var factor = numbers[at[slot]];
          if (factor < 0) return Potentials.NEVER;
          multiplied *= factor;
        } else {
          var segment = childIndex[slot - factorSlots][at[slot]];
          if (segment < 0) return Potentials.NEVER;
          childSegment[slot - factorSlots] = segment;
        }
      }
      return multiplied;
    }

    private void reserve(int more) {
      if (total + more <= room.potential.length) return;
      if (entries + total > limit) throw new TapeBuilder.Full();
      var size = Math.max(total + more, total * 2);
      room.potential = Arrays.copyOf(room.potential, size);
      room.own = Arrays.copyOf(room.own, size);
    }

    private void add(double product) {
      reserve(1);
      if (traced) {
        for (var f = 0; f < factorSlots; f++) {
          if (trace[f].length <= total) trace[f] = Arrays.copyOf(trace[f], total * 2 + 16);
          trace[f][total] = at[f];
        }
      }
      room.own[total] = ownKey;
      room.potential[total++] = product;
    }

    private void closeRun() {
      reserveRuns(1);
      for (var c = 0; c < childSegment.length; c++) room.messages[c][runTotal] = childSegment[c];
      room.runs[++runTotal] = total;
    }

    private void reserveRuns(int more) {
      if (runTotal + more < room.runs.length) return;
      room.runs = Arrays.copyOf(room.runs, Math.max(runTotal + more + 1, room.runs.length * 2));
      for (var m = 0; m < room.messages.length; m++)
        room.messages[m] = Arrays.copyOf(room.messages[m], room.runs.length);
    }

    private void closeSegment() {
      if (segmentTotal + 1 == room.segments.length) {
        room.segments = Arrays.copyOf(room.segments, room.segments.length * 2);
        for (var i = 0; i < room.digits.length; i++)
          room.digits[i] = Arrays.copyOf(room.digits[i], room.segments.length);
      }
      segmentIndex[segmentKey] = segmentTotal;
      var looked = lookedUp[number];
      for (var i = 0; i < looked.length; i++)
        room.digits[i][segmentTotal] = (char) digit[looked[i]];
      room.segments[++segmentTotal] = runTotal;
    }
  }

  private static int[][] copies(int[][] arrays, int count, int length) {
    var copies = new int[count][];
    for (var i = 0; i < count; i++) copies[i] = Arrays.copyOf(arrays[i], length);
    return copies;
  }

  private static char[][] chars(char[][] arrays, int count, int length) {
    var copies = new char[count][];
    for (var i = 0; i < count; i++) copies[i] = Arrays.copyOf(arrays[i], length);
    return copies;
  }
}
