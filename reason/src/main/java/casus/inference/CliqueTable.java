package casus.inference;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The entries of one clique that can be other than 0, laid out to be read from end to end.
///
/// A *segment* is the entries with the same states of the separator to the parent. It consists of
/// *runs*: `ownStates` entries, one for each joint state of the clique's own variables, where all
/// of them are possible everywhere; otherwise single entries. A run takes one number from each
/// child's message.
///
/// @param segments by segment its first run, and at the end the number of runs
/// @param messages by child and run: the segment of the child
/// @param own by entry the joint state of the clique's own variables, where runs are single
///   entries; null where entry i of a run has state i
/// @param ownStates how many joint states the clique's own variables have; 1 without any
/// @param potential by entry the product of the factors that are multiplied here; where there are
///   none, ones that several tables share, and more of them than entries
/// @param hasFactors whether any factor is multiplied here
/// @param digits by variable that is looked up in the separator: its state by segment
/// @param trace by factor and entry the place of the number that went into the product; empty
///   unless asked for
record CliqueTable(
    int[] segments,
    int[][] messages,
    int @Nullable [] own,
    int ownStates,
    double[] potential,
    boolean hasFactors,
    char[][] digits,
    int[][] trace) {

  int segmentCount() {
    return segments.length - 1;
  }

  int runCount() {
    return segments[segments.length - 1];
  }

  /// How many entries there are.
  int entryCount() {
    return start(runCount());
  }

  /// Whether the clique has variables of its own, so that a run is more than one entry.
  boolean hasOwn() {
    return ownStates > 1;
  }

  /// Bytes held, about.
  long bytes() {
    var bytes = 4L * segments.length + (hasFactors ? 8L * potential.length : 0);
    for (var message : messages) bytes += 4L * message.length;
    if (own != null) bytes += 4L * own.length;
    for (var digit : digits) bytes += 2L * digit.length;
    for (var places : trace) bytes += 4L * places.length;
    return bytes;
  }

  /// The sum of each run, its entries weighted by the likelihood of the own variables' states.
  void sumRuns(double @Nullable [] likelihood, double[] sums) {
    if (likelihood == null) sumRuns(sums);
    else if (own != null) {
      for (var e = 0; e < sums.length; e++) sums[e] = potential[e] * likelihood[own[e]];
    } else {
      var e = 0;
      for (var r = 0; r < sums.length; r++) {
        var sum = 0.0;
        for (var i = 0; i < ownStates; i++) sum += potential[e++] * likelihood[i];
        sums[r] = sum;
      }
    }
  }

  private void sumRuns(double[] sums) {
    if (own != null) {
      System.arraycopy(potential, 0, sums, 0, sums.length);
      return;
    }
    var e = 0;
    for (var r = 0; r < sums.length; r++) {
      var sum = 0.0;
      for (var i = 0; i < ownStates; i++) sum += potential[e++];
      sums[r] = sum;
    }
  }

  // The loops below are alike, and stay apart: one for each number of children reads every run
  // once,
  // with all that it needs in registers. One loop over all runs for each child, through an array
  // between them, was written and measured: as fast on tables of a few hundred runs, and on large
  // ones 1.2 (munin2, upwards) to 2 times (andes, downwards) as slow.

  /// The message to the parent: by segment, the sum over its runs of their sums times what the
  /// children say.
  ///
  /// @param sums by run
  /// @param up by child, its message
  void upward(double[] sums, double[][] up, double[] message) {
    switch (messages.length) {
      case 0 -> upwardFromNone(sums, message);
      case 1 -> upwardFromOne(sums, messages[0], up[0], message);
      case 2 -> upwardFromTwo(sums, messages[0], up[0], messages[1], up[1], message);
      case 3 -> upwardFromThree(sums, up, message);
      default -> upwardFromMany(sums, up, message);
    }
  }

  private void upwardFromNone(double[] sums, double[] message) {
    var r = 0;
    for (var s = 0; s < message.length; s++) {
      var sum = 0.0;
      for (var end = segments[s + 1]; r < end; r++) sum += sums[r];
      message[s] = sum;
    }
  }

  private void upwardFromOne(double[] sums, int[] index, double[] up, double[] message) {
    var r = 0;
    for (var s = 0; s < message.length; s++) {
      var sum = 0.0;
      // Two sums side by side, which do not wait for each other.
      var other = 0.0;
      var end = segments[s + 1];
      for (; r < end - 1; r += 2) {
        sum += sums[r] * up[index[r]];
        other += sums[r + 1] * up[index[r + 1]];
      }
      if (r < end) sum += sums[r] * up[index[r++]];
      message[s] = sum + other;
    }
  }

  private void upwardFromTwo(
      double[] sums, int[] indexA, double[] a, int[] indexB, double[] b, double[] message) {
    var r = 0;
    for (var s = 0; s < message.length; s++) {
      var sum = 0.0;
      var other = 0.0;
      var end = segments[s + 1];
      for (; r < end - 1; r += 2) {
        sum += sums[r] * a[indexA[r]] * b[indexB[r]];
        other += sums[r + 1] * a[indexA[r + 1]] * b[indexB[r + 1]];
      }
      if (r < end) {
        sum += sums[r] * a[indexA[r]] * b[indexB[r]];
        r++;
      }
      message[s] = sum + other;
    }
  }

  private void upwardFromThree(double[] sums, double[][] up, double[] message) {
    var a = up[0];
    var b = up[1];
    var c = up[2];
    var indexA = messages[0];
    var indexB = messages[1];
    var indexC = messages[2];
    var r = 0;
    for (var s = 0; s < message.length; s++) {
      var sum = 0.0;
      for (var end = segments[s + 1]; r < end; r++)
        sum += sums[r] * a[indexA[r]] * (b[indexB[r]] * c[indexC[r]]);
      message[s] = sum;
    }
  }

  private void upwardFromMany(double[] sums, double[][] up, double[] message) {
    for (var s = 0; s < message.length; s++) {
      var sum = 0.0;
      for (var r = segments[s]; r < segments[s + 1]; r++) {
        var product = sums[r];
        for (var c = 0; c < up.length; c++) product *= up[c][messages[c][r]];
        sum += product;
      }
      message[s] = sum;
    }
  }

  /// What the rest of the network says to the children; added to `toChildren`.
  ///
  /// @param down by segment, what the parent says
  /// @param sums by run, as for [#upward]
  /// @param up by child, its message
  void downward(double[] down, double[] sums, double[][] up, double[][] toChildren) {
    switch (messages.length) {
      case 0 -> {}
      case 1 -> downwardToOne(down, sums, messages[0], toChildren[0]);
      case 2 ->
          downwardToTwo(
              down, sums, messages[0], up[0], toChildren[0], messages[1], up[1], toChildren[1]);
      case 3 -> downwardToThree(down, sums, up, toChildren);
      default -> downwardToMany(down, sums, up, toChildren);
    }
  }

  private void downwardToOne(double[] down, double[] sums, int[] index, double[] to) {
    var r = 0;
    for (var s = 0; s < down.length; s++) {
      var above = down[s];
      var end = segments[s + 1];
      if (above == 0) r = end;
      for (; r < end; r++) to[index[r]] += above * sums[r];
    }
  }

  private void downwardToTwo(
      double[] down,
      double[] sums,
      int[] indexA,
      double[] a,
      double[] toA,
      int[] indexB,
      double[] b,
      double[] toB) {
    var r = 0;
    for (var s = 0; s < down.length; s++) {
      var above = down[s];
      var end = segments[s + 1];
      if (above == 0) r = end;
      for (; r < end; r++) {
        var i = indexA[r];
        var j = indexB[r];
        var product = above * sums[r];
        toA[i] += product * b[j];
        toB[j] += product * a[i];
      }
    }
  }

  private void downwardToThree(double[] down, double[] sums, double[][] up, double[][] toChildren) {
    var a = up[0];
    var b = up[1];
    var c = up[2];
    var toA = toChildren[0];
    var toB = toChildren[1];
    var toC = toChildren[2];
    var indexA = messages[0];
    var indexB = messages[1];
    var indexC = messages[2];
    var r = 0;
    for (var s = 0; s < down.length; s++) {
      var above = down[s];
      var end = segments[s + 1];
      if (above == 0) r = end;
      for (; r < end; r++) {
        var i = indexA[r];
        var j = indexB[r];
        var k = indexC[r];
        var product = above * sums[r];
        var fromA = product * a[i];
        var fromBC = b[j] * c[k];
        toA[i] += product * fromBC;
        toB[j] += fromA * c[k];
        toC[k] += fromA * b[j];
      }
    }
  }

  private void downwardToMany(double[] down, double[] sums, double[][] up, double[][] toChildren) {
    var before = new double[up.length];
    for (var s = 0; s < down.length; s++) {
      if (down[s] == 0) continue;
      for (var r = segments[s]; r < segments[s + 1]; r++) {
        var product = down[s] * sums[r];
        for (var c = 0; c < up.length; c++) {
          before[c] = product;
          product *= up[c][messages[c][r]];
        }
        product = 1;
        for (var c = up.length - 1; c >= 0; c--) {
          var i = messages[c][r];
          toChildren[c][i] += before[c] * product;
          product *= up[c][i];
        }
      }
    }
  }

  /// What the rest of the network says to the clique's own variables, by their joint state; added
  /// to `toOwn`.
  ///
  /// @param down as for [#downward]
  /// @param up by child, its message
  void downwardToOwn(double[] down, double[][] up, double[] toOwn) {
    if (own != null) downwardToListed(down, up, own, toOwn);
    else if (ownStates == 2) downwardToPair(down, up, toOwn);
    else downwardToRegular(down, up, toOwn);
  }

  /// The product of what the parent and the children say, at one run.
  private double weight(double above, double[][] up, int r) {
    var weight = above;
    for (var c = 0; c < up.length; c++) weight *= up[c][messages[c][r]];
    return weight;
  }

  private void downwardToListed(double[] down, double[][] up, int[] own, double[] toOwn) {
    var one = up.length == 1;
    var index = one ? messages[0] : null;
    var from = one ? up[0] : null;
    var r = 0;
    for (var s = 0; s < down.length; s++) {
      var above = down[s];
      var end = segments[s + 1];
      if (above == 0) r = end;
      if (index != null && from != null) {
        for (; r < end; r++) toOwn[own[r]] += potential[r] * above * from[index[r]];
      } else {
        for (; r < end; r++) toOwn[own[r]] += potential[r] * weight(above, up, r);
      }
    }
  }

  private void downwardToPair(double[] down, double[][] up, double[] toOwn) {
    var first = 0.0;
    var second = 0.0;
    var r = 0;
    for (var s = 0; s < down.length; s++) {
      var above = down[s];
      var end = segments[s + 1];
      if (above == 0) r = end;
      for (; r < end; r++) {
        var weight = weight(above, up, r);
        first += potential[2 * r] * weight;
        second += potential[2 * r + 1] * weight;
      }
    }
    toOwn[0] += first;
    toOwn[1] += second;
  }

  private void downwardToRegular(double[] down, double[][] up, double[] toOwn) {
    var states = ownStates;
    var r = 0;
    for (var s = 0; s < down.length; s++) {
      var above = down[s];
      var end = segments[s + 1];
      if (above == 0) r = end;
      for (; r < end; r++) {
        var weight = weight(above, up, r);
        var e = r * states;
        for (var i = 0; i < states; i++) toOwn[i] += potential[e + i] * weight;
      }
    }
  }

  /// By run the product of what the parent and the children say, and of a factor.
  ///
  /// @param down as for [#downward]
  /// @param up by child, its message
  double[] weights(double[] down, double factor, double[][] up) {
    var weights = new double[runCount()];
    var r = 0;
    for (var s = 0; s < down.length; s++) {
      var above = down[s] * factor;
      for (var end = segments[s + 1]; r < end; r++) weights[r] = above;
    }
    for (var c = 0; c < up.length; c++) {
      var index = messages[c];
      var message = up[c];
      for (r = 0; r < weights.length; r++) weights[r] *= message[index[r]];
    }
    return weights;
  }

  /// By entry its potential, times the weight of its run and the likelihood of its own state.
  ///
  /// @param weights by run; may be overwritten and returned
  /// @param likelihood by joint state of the own variables
  double[] joints(double[] weights, double @Nullable [] likelihood) {
    if (own != null || ownStates == 1) {
      for (var e = 0; e < weights.length; e++) weights[e] *= potential[e];
      if (own != null && likelihood != null)
        for (var e = 0; e < weights.length; e++) weights[e] *= likelihood[own[e]];
      return weights;
    }
    var joints = new double[entryCount()];
    for (var i = 0; i < ownStates; i++) {
      var found = likelihood == null ? 1 : likelihood[i];
      for (int r = 0, e = i; r < weights.length; r++, e += ownStates)
        joints[e] = weights[r] * found * potential[e];
    }
    return joints;
  }

  /// The first entry of a run.
  int start(int run) {
    return own == null ? run * ownStates : run;
  }

  /// The joint state of the own variables in an entry of a run.
  int ownState(int run, int entry) {
    return own == null ? entry - run * ownStates : own[entry];
  }

  /// This table without the segments that nobody above asks for.
  ///
  /// @param kept by segment
  CliqueTable keeping(boolean[] kept) {
    var segmentTotal = 0;
    var runTotal = 0;
    var entryTotal = 0;
    for (var s = 0; s < kept.length; s++) {
      if (!kept[s]) continue;
      segmentTotal++;
      runTotal += segments[s + 1] - segments[s];
      entryTotal += start(segments[s + 1]) - start(segments[s]);
    }
    var newSegments = new int[segmentTotal + 1];
    var newMessages = new int[messages.length][runTotal];
    var newOwn = own == null ? null : new int[entryTotal];
    var newPotential = hasFactors ? new double[entryTotal] : potential;
    var newTrace = new int[trace.length][entryTotal];
    var newDigits = new char[digits.length][segmentTotal];
    var s2 = 0;
    var r2 = 0;
    var e2 = 0;
    for (var s = 0; s < kept.length; s++) {
      if (!kept[s]) continue;
      for (var d = 0; d < digits.length; d++) newDigits[d][s2] = digits[d][s];
      var from = segments[s];
      var count = segments[s + 1] - from;
      for (var c = 0; c < messages.length; c++)
        System.arraycopy(messages[c], from, newMessages[c], r2, count);
      var entry = start(from);
      var entries = start(from + count) - entry;
      if (own != null && newOwn != null) System.arraycopy(own, entry, newOwn, e2, entries);
      if (hasFactors) System.arraycopy(potential, entry, newPotential, e2, entries);
      for (var f = 0; f < trace.length; f++)
        System.arraycopy(trace[f], entry, newTrace[f], e2, entries);
      r2 += count;
      e2 += entries;
      newSegments[++s2] = r2;
    }
    return new CliqueTable(
        newSegments, newMessages, newOwn, ownStates, newPotential, hasFactors, newDigits, newTrace);
  }

  /// Marks the segments of a child that some run takes, and gives them new numbers if some are not
  /// taken.
  ///
  /// @return which are taken, or null if all are
  boolean @Nullable [] take(int child, int childSegments) {
    var taken = new boolean[childSegments];
    var index = messages[child];
    for (var i : index) taken[i] = true;
    var number = new int[childSegments];
    var next = 0;
    for (var i = 0; i < childSegments; i++) number[i] = taken[i] ? next++ : -1;
    if (next == childSegments) return null;
    Arrays.setAll(index, r -> number[index[r]]);
    return taken;
  }
}
