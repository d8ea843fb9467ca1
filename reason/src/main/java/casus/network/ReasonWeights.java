package casus.network;

import casus.network.ReasonFold.Coordinate;
import casus.network.ReasonFold.Memory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the active reasons multiply the odds of each outcome by, for every final memory of a fold.
///
/// The product splits into two halves of the memory's coordinates, each with about the square root
/// of the number of memories in different values: thousands of memories cost one multiplication
/// each, and a few dozen exponentials.
final class ReasonWeights {
  /// Rows whose weights sum to less are computed again with the largest factored out.
  private static final double TOO_SMALL = 1e-280;

  private final int outcomes;
  private final double[] correlation;
  private final List<Coordinate> coordinates;
  private final List<Memory> memories;
  private final boolean[] open;
  private final boolean gated;
  private final Half first;
  private final Half second;

  /// @param correlation by overlap group
  /// @param open by memory and outcome: whether no gate of the outcome is shut
  ReasonWeights(
      int outcomes,
      double[] correlation,
      List<Coordinate> coordinates,
      List<Memory> memories,
      boolean[] open) {
    this.outcomes = outcomes;
    this.correlation = correlation;
    this.coordinates = coordinates;
    this.memories = memories;
    this.open = open;
    gated = coordinates.stream().anyMatch(c -> c.quantity() == ReasonFold.SHUT);
    var units = units();
    var low = 0;
    var high = units.size();
    while (high - low > 1) {
      var cut = (low + high) / 2;
      var half = new Half(flat(units.subList(0, cut)));
      if ((double) half.values.size() * half.values.size() <= memories.size()) low = cut;
      else high = cut;
    }
    first = new Half(flat(units.subList(0, low)));
    second = new Half(flat(units.subList(low, units.size())));
  }

  /// Coordinates that must be seen together: those of an overlap group; all others alone.
  private List<List<Integer>> units() {
    var units = new LinkedHashMap<Integer, List<Integer>>();
    for (var c = 0; c < coordinates.size(); c++) {
      var coordinate = coordinates.get(c);
      if (coordinate.quantity() == ReasonFold.SHUT) continue;
      var unit = coordinate.group() < 0 ? -1 - c : coordinate.group();
      units.computeIfAbsent(unit, _ -> new ArrayList<>()).add(c);
    }
    return List.copyOf(units.values());
  }

  private static int[] flat(List<List<Integer>> units) {
    return units.stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray();
  }

  /// Writes the distribution of the outcome for each memory.
  ///
  /// @param q the value of every quantity
  /// @param odds of each outcome before any reason
  void write(double[] q, double[] odds, double[] out, int offset) {
    var logs = logs(q);
    var a = first.at(logs).clone();
    for (var i = 0; i < a.length; i++) a[i] *= odds[i % outcomes];
    var b = second.at(logs);
    var firstAt = first.at;
    var secondAt = second.at;
    var at = offset;
    for (var m = 0; m < firstAt.length; m++, at += outcomes) {
      var i = firstAt[m];
      var j = secondAt[m];
      var sum = 0.0;
      for (var o = 0; o < outcomes; o++) {
        var weight = a[i + o] * b[j + o];
        if (gated && !open[m * outcomes + o]) weight = 0;
        out[at + o] = weight;
        sum += weight;
      }
      if (sum < TOO_SMALL) {
        writeSlowly(m, logs, odds, out, at);
        continue;
      }
      var scale = 1 / sum;
      for (var o = 0; o < outcomes; o++) out[at + o] *= scale;
    }
  }

  /// The logs of the quantities that are factors of reasons.
  private double[] logs(double[] q) {
    var logs = new double[q.length];
    for (var coordinate : coordinates)
      if (coordinate.quantity() >= 0)
        logs[coordinate.quantity()] = Math.log(q[coordinate.quantity()]);
    return logs;
  }

  private void writeSlowly(int m, double[] logs, double[] odds, double[] out, int at) {
    var all = new int[coordinates.size()];
    for (var c = 0; c < all.length; c++) all[c] = c;
    var sums = sums(all, memories.get(m).counts(), logs);
    var largest = Double.NEGATIVE_INFINITY;
    for (var o = 0; o < outcomes; o++) {
      sums[o] = open[m * outcomes + o] ? sums[o] + Math.log(odds[o]) : Double.NEGATIVE_INFINITY;
      largest = Math.max(largest, sums[o]);
    }
    var sum = 0.0;
    for (var o = 0; o < outcomes && largest > Double.NEGATIVE_INFINITY; o++) {
      out[at + o] = Math.exp(sums[o] - largest);
      sum += out[at + o];
    }
    // No outcome that is left has any odds: nothing happens.
    for (var o = 0; o < outcomes; o++) out[at + o] = sum > 0 ? out[at + o] / sum : o == 0 ? 1 : 0;
  }

  /// The logs of what some coordinates multiply the odds of each outcome by.
  ///
  /// @param counts by position in `chosen`
  private double[] sums(int[] chosen, long[] counts, double[] logs) {
    var sums = new double[outcomes];
    var grouped = new double[correlation.length][outcomes];
    var active = new double[correlation.length];
    for (var i = 0; i < chosen.length; i++) {
      var coordinate = coordinates.get(chosen[i]);
      if (counts[i] == 0 || coordinate.quantity() == ReasonFold.SHUT) continue;
      if (coordinate.quantity() == ReasonFold.ACTIVE) {
        active[coordinate.group()] += counts[i];
        continue;
      }
      var log =
          coordinate.quantity() == ReasonFold.SUM
              ? counts[i] / ReasonFold.FIXED_POINT
              : counts[i] * logs[coordinate.quantity()];
      if (coordinate.group() < 0) sums[coordinate.outcome()] += log;
      else grouped[coordinate.group()][coordinate.outcome()] += log;
    }
    for (var g = 0; g < correlation.length; g++)
      for (var o = 0; o < outcomes; o++)
        if (active[g] > 0) sums[o] += grouped[g][o] / (1 + correlation[g] * (active[g] - 1));
    return sums;
  }

  /// Some of the coordinates, with the different values they take among the memories.
  private final class Half {
    private final int[] chosen;
    private final List<long[]> values = new ArrayList<>();

    /// By memory, where the weights of its value begin.
    private final int[] at;

    /// Where no quantity has a range, the weights are always the same.
    private double @Nullable [] known;

    Half(int[] chosen) {
      this.chosen = chosen;
      at = new int[memories.size()];
      var numbers = new LinkedHashMap<Memory, Integer>();
      for (var m = 0; m < at.length; m++) {
        var counts = memories.get(m).counts();
        var value = new Memory(Arrays.stream(chosen).mapToLong(c -> counts[c]).toArray());
        var number = numbers.putIfAbsent(value, numbers.size());
        at[m] = (number == null ? numbers.size() - 1 : number) * outcomes;
      }
      numbers.keySet().forEach(memory -> values.add(memory.counts()));
      if (Arrays.stream(chosen).allMatch(c -> coordinates.get(c).quantity() < 0))
        known = weights(new double[0]);
    }

    /// By value and outcome; the largest of each value is 1.
    double[] at(double[] logs) {
      return known == null ? weights(logs) : known;
    }

    private double[] weights(double[] logs) {
      var weights = new double[values.size() * outcomes];
      for (var v = 0; v < values.size(); v++) {
        var sums = sums(chosen, values.get(v), logs);
        var largest = Double.NEGATIVE_INFINITY;
        for (var sum : sums) largest = Math.max(largest, sum);
        for (var o = 0; o < outcomes; o++) weights[v * outcomes + o] = Math.exp(sums[o] - largest);
      }
      return weights;
    }
  }
}
