package casus.network;

import casus.inference.Variable;
import casus.model.Weighing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The outcome of a question as a multinomial logit of its reasons, folded one condition at a time:
/// the memory holds what the active reasons multiply to, so that equal products merge and reasons
/// that are certain cost nothing.
///
/// P(outcome o) ∝ base(o) · Π active reasons for o factor^±1, and 0 where a gate of o is shut. The
/// log factors of n active reasons that overlap with correlation ρ add up to S / (1 + ρ (n − 1)).
final class ReasonFold {
  /// Factors without a range are added up as logarithms in fixed point, so that equal products are
  /// equal exactly.
  static final double FIXED_POINT = 1e13;

  /// A reason as the fold sees it.
  ///
  /// @param group number of the overlap group among all groups, or -1
  /// @param quantity index of its factor where that has a range, else -1
  /// @param log of the factor where it has none, in fixed point, with its sign
  record Term(Literal condition, int outcome, int sign, int group, int quantity, long log) {}

  record Gate(Literal condition, int outcome) {}

  /// One coordinate of the memory: what it counts.
  ///
  /// @param outcome whose odds it belongs to
  /// @param group overlap group, or -1
  /// @param quantity uncertain factor that is counted; -1 for the sum of certain logs; -2 for the
  ///   number of active reasons of a group; -3 for a shut gate
  record Coordinate(int outcome, int group, int quantity) {}

  static final int SUM = -1;
  static final int ACTIVE = -2;
  static final int SHUT = -3;

  /// @param counts by coordinate
  record Memory(long[] counts) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Memory memory && Arrays.equals(counts, memory.counts);
    }

    /// The counts are small and alike: without mixing, most of them would share their low bits.
    @Override
    public int hashCode() {
      var hash = 0L;
      for (var count : counts) hash = (hash ^ count) * 0x9E3779B97F4A7C15L;
      return Long.hashCode(hash ^ hash >>> 29);
    }
  }

  /// One entry of the memory added to, or set.
  private record Change(int at, long by, boolean sets) {
    void apply(long[] counts) {
      counts[at] = sets ? by : counts[at] + by;
    }
  }

  private final int outcomes;
  private final BaseOdds base;
  private final double[] correlation;
  private final List<Coordinate> coordinates;
  private final List<Variable> parents;
  private final Unrolled<Memory> unrolled;

  private ReasonFold(
      int outcomes,
      BaseOdds base,
      double[] correlation,
      List<Coordinate> coordinates,
      List<Variable> parents,
      Unrolled<Memory> unrolled) {
    this.outcomes = outcomes;
    this.base = base;
    this.correlation = correlation;
    this.coordinates = coordinates;
    this.parents = parents;
    this.unrolled = unrolled;
  }

  static ReasonFold of(
      int outcomes,
      BaseOdds base,
      List<Term> terms,
      List<Gate> gates,
      List<Weighing.Overlap> overlaps)
      throws Unrolled.TooManyMemories {
    var place = new LinkedHashMap<Coordinate, Integer>();
    for (var term : terms) {
      place.putIfAbsent(counted(term), place.size());
      if (term.group() >= 0)
        place.putIfAbsent(new Coordinate(term.outcome(), term.group(), ACTIVE), place.size());
    }
    for (var gate : gates)
      place.putIfAbsent(new Coordinate(gate.outcome(), -1, SHUT), place.size());

    var start = new long[place.size()];
    Map<Variable, List<Term>> termsOf = new LinkedHashMap<>();
    Map<Variable, List<Gate>> gatesOf = new LinkedHashMap<>();
    for (var gate : gates) {
      var variable = gate.condition().variable();
      if (variable != null) gatesOf.computeIfAbsent(variable, _ -> new ArrayList<>()).add(gate);
      else if (!gate.condition().positive()) shut(place, gate).apply(start);
    }
    for (var term : terms) {
      var variable = term.condition().variable();
      if (variable != null) termsOf.computeIfAbsent(variable, _ -> new ArrayList<>()).add(term);
      else if (term.condition().positive()) added(place, term).forEach(c -> c.apply(start));
    }
    var order = new ArrayList<>(gatesOf.keySet());
    // Reasons that are counted together follow each other: then the memory grows late.
    var further = new ArrayList<>(termsOf.keySet());
    further.removeAll(gatesOf.keySet());
    further.sort(
        Comparator.<Variable>comparingInt(v -> at(place, counted(first(termsOf, v))))
            .thenComparingLong(v -> Math.abs(first(termsOf, v).log())));
    order.addAll(further);
    var sizes = new int[order.size()];
    Arrays.fill(sizes, 2);
    var changes = new ArrayList<List<List<Change>>>();
    for (var variable : order) {
      var itsTerms = termsOf.getOrDefault(variable, List.of());
      var itsGates = gatesOf.getOrDefault(variable, List.of());
      changes.add(
          List.of(changes(place, itsTerms, itsGates, 0), changes(place, itsTerms, itsGates, 1)));
    }
    var unrolled =
        Unrolled.of(
            sizes,
            new Memory(start),
            (memory, position, state) -> {
              var change = changes.get(position).get(state);
              if (change.isEmpty()) return memory;
              var counts = memory.counts().clone();
              change.forEach(one -> one.apply(counts));
              return new Memory(counts);
            });
    return new ReasonFold(
        outcomes,
        base,
        overlaps.stream().mapToDouble(Weighing.Overlap::correlation).toArray(),
        List.copyOf(place.keySet()),
        List.copyOf(order),
        unrolled);
  }

  private static Term first(Map<Variable, List<Term>> termsOf, Variable variable) {
    return Objects.requireNonNull(termsOf.get(variable)).getFirst();
  }

  private static Coordinate counted(Term term) {
    return new Coordinate(
        term.outcome(), term.group(), term.quantity() < 0 ? SUM : term.quantity());
  }

  /// What a state of one variable does to the memory.
  private static List<Change> changes(
      Map<Coordinate, Integer> place, List<Term> terms, List<Gate> gates, int state) {
    var changes = new ArrayList<Change>();
    for (var gate : gates) if (!gate.condition().holdsAt(state)) changes.add(shut(place, gate));
    for (var term : terms) if (term.condition().holdsAt(state)) changes.addAll(added(place, term));
    return List.copyOf(changes);
  }

  private static List<Change> added(Map<Coordinate, Integer> place, Term term) {
    var by = term.quantity() < 0 ? term.log() : term.sign();
    var counted = new Change(at(place, counted(term)), by, false);
    if (term.group() < 0) return List.of(counted);
    var active = new Coordinate(term.outcome(), term.group(), ACTIVE);
    return List.of(counted, new Change(at(place, active), 1, false));
  }

  private static Change shut(Map<Coordinate, Integer> place, Gate gate) {
    return new Change(at(place, new Coordinate(gate.outcome(), -1, SHUT)), 1, true);
  }

  private static int at(Map<Coordinate, Integer> place, Coordinate coordinate) {
    return Objects.requireNonNull(place.get(coordinate));
  }

  /// The log of a factor in fixed point.
  static long fixed(double log) {
    return Math.round(log * FIXED_POINT);
  }

  List<Variable> parents() {
    return parents;
  }

  int[][][] next() {
    return unrolled.next();
  }

  int rows() {
    return unrolled.finals().size();
  }

  /// Every entry can be redrawn, those behind a shut gate too: what gates do is told by opening
  /// them.
  boolean[] free() {
    var free = new boolean[rows() * outcomes];
    Arrays.fill(free, true);
    return free;
  }

  private boolean[] shut(Memory memory) {
    var shut = new boolean[outcomes];
    for (var c = 0; c < coordinates.size(); c++)
      if (coordinates.get(c).quantity() == SHUT && memory.counts()[c] != 0)
        shut[coordinates.get(c).outcome()] = true;
    // Where every outcome is ruled out, the first (nothing happens) is what remains.
    var all = true;
    for (var one : shut) all &= one;
    if (all) shut[0] = false;
    return shut;
  }

  /// Writes the rows of the fold: for each final memory the distribution of the outcome.
  Cells.Writer writer() {
    var open = new boolean[rows() * outcomes];
    for (var m = 0; m < rows(); m++) {
      var shut = shut(unrolled.finals().get(m));
      for (var o = 0; o < outcomes; o++) open[m * outcomes + o] = !shut[o];
    }
    var weights = new ReasonWeights(outcomes, correlation, coordinates, unrolled.finals(), open);
    return (q, parameters, offset) -> weights.write(q, base.at(q), parameters, offset);
  }

  List<Integer> quantities() {
    var all = new ArrayList<>(base.quantities());
    for (var coordinate : coordinates)
      if (coordinate.quantity() >= 0) all.add(coordinate.quantity());
    return all;
  }
}
