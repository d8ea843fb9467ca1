package casus.answer;

import casus.inference.Evidence;
import casus.inference.ReducedCircuit;
import casus.inference.Variable;
import casus.network.DossierNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/// The box of all ranges together with all combinations of readings, without the numbers and
/// readings that make no difference.
final class EnvelopeBox {
  /// A place in the box.
  ///
  /// @param values of every quantity
  /// @param reading number of the combination of readings
  record Spot(double[] values, int reading) {}

  /// Smaller differences are rounding.
  private static final double NOTHING = 1e-13;

  /// At how many random places a number must make no difference to be left out. A ratio of
  /// multilinear functions that does not depend on it almost nowhere depends on it nowhere.
  private static final int PROBES = 4;

  private final DossierNetwork network;
  private final ReducedCircuit circuit;
  private final BitSet uncertain;
  private final OutcomeDirections directions;
  private List<Evidence> evidence;
  private int[] moving;
  private int[] inside = {};

  private EnvelopeBox(Inquiry inquiry) {
    network = inquiry.network();
    uncertain = network.uncertain();
    directions = OutcomeDirections.of(inquiry);
    evidence = inquiry.underAll(inquiry.evidence());
    moving = uncertain.stream().toArray();
    circuit =
        inquiry
            .circuit()
            .specialise(
                inquiry.parameters(),
                inquiry.evidence(),
                network.varying(uncertain),
                differing(evidence));
  }

  static EnvelopeBox of(Inquiry inquiry) {
    var box = new EnvelopeBox(inquiry);
    var random = new SplittableRandom(inquiry.asked().seed());
    var probes = new ArrayList<double[]>();
    for (var i = 0; i < PROBES; i++) probes.add(box.random(random));
    box.leaveOutReadings(probes);
    box.leaveOutQuantities(probes);
    box.inside = Arrays.stream(box.moving).filter(q -> !box.directions.isMonotone(q)).toArray();
    return box;
  }

  private static Set<Variable> differing(List<Evidence> evidence) {
    var differing = new LinkedHashSet<Variable>();
    for (var one : evidence)
      for (var variable : one.variables())
        if (!Arrays.equals(one.likelihood(variable), evidence.getFirst().likelihood(variable)))
          differing.add(variable);
    return differing;
  }

  private double[] random(SplittableRandom random) {
    var values = points();
    for (var quantity : moving) {
      var part = random.nextDouble();
      values[quantity] = (1 - part) * end(quantity, 0) + part * end(quantity, 1);
    }
    return values;
  }

  private void leaveOutReadings(List<double[]> probes) {
    var kept = new ArrayList<Integer>();
    var seen = new ArrayList<List<double[]>>();
    for (var reading = 0; reading < evidence.size(); reading++) {
      var spots = new ArrayList<Spot>();
      for (var probe : probes) spots.add(new Spot(probe, reading));
      var found = posteriors(spots);
      if (seen.stream().anyMatch(other -> same(other, found))) continue;
      seen.add(found);
      kept.add(reading);
    }
    evidence = kept.stream().map(evidence::get).toList();
  }

  private void leaveOutQuantities(List<double[]> probes) {
    var kept = new BitSet();
    for (var reading = 0; reading < evidence.size(); reading++) {
      var here = new ArrayList<Spot>();
      for (var probe : probes) here.add(new Spot(probe, reading));
      var before = posteriors(here);
      for (var quantity : moving) {
        if (kept.get(quantity)) continue;
        for (var end = 0; end < 2; end++) {
          var moved = new ArrayList<Spot>();
          for (var spot : here) moved.add(moved(spot, quantity, end(quantity, end)));
          if (!same(before, posteriors(moved))) kept.set(quantity);
        }
      }
    }
    moving = kept.stream().toArray();
  }

  private static boolean same(List<double[]> some, List<double[]> others) {
    for (var i = 0; i < some.size(); i++) {
      if (some.get(i).length != others.get(i).length) return false;
      for (var o = 0; o < some.get(i).length; o++)
        if (Math.abs(some.get(i)[o] - others.get(i)[o]) > NOTHING) return false;
    }
    return true;
  }

  private static Spot moved(Spot spot, int quantity, double value) {
    var values = spot.values().clone();
    values[quantity] = value;
    return new Spot(values, spot.reading());
  }

  /// The quantities that matter, by index.
  int[] moving() {
    return moving.clone();
  }

  /// How many combinations of readings give different answers.
  int readings() {
    return evidence.size();
  }

  /// Multiplications in one evaluation.
  int size() {
    return circuit.size() + 1;
  }

  double[] points() {
    return network.points();
  }

  /// Every number at its point, under the headline's readings.
  Spot middle() {
    return new Spot(points(), 0);
  }

  /// The lower (0) or upper (1) end of a quantity's range.
  double end(int quantity, int end) {
    var known = network.quantities().get(quantity);
    return end == 0 ? known.low() : known.high();
  }

  /// Whether the outcome's probability is monotone in every quantity that matters while the others
  /// stay.
  boolean isMonotone(int outcome) {
    return Arrays.stream(moving).allMatch(q -> directions.isMonotone(q, outcome));
  }

  /// Whether any extreme may lie inside a range.
  boolean hasInside() {
    return inside.length > 0;
  }

  /// The outcome's distribution at each spot; an empty array where what was observed is impossible.
  List<double[]> posteriors(List<Spot> spots) {
    var results = new double[spots.size()][];
    for (var reading = 0; reading < evidence.size(); reading++) {
      var own = new ArrayList<Integer>();
      for (var i = 0; i < spots.size(); i++) if (spots.get(i).reading() == reading) own.add(i);
      if (own.isEmpty()) continue;
      var values = own.stream().map(i -> spots.get(i).values()).toArray(double[][]::new);
      var posteriors =
          circuit
              .posteriors(
                  values.length, network.source(values, uncertain), List.of(evidence.get(reading)))[
              0];
      for (var i = 0; i < values.length; i++) {
        var possible = Arrays.stream(posteriors[i]).sum() > 0.5;
        results[own.get(i)] = possible ? posteriors[i] : new double[0];
      }
    }
    return List.of(results);
  }

  /// Spots that differ from this one in one number or in the readings.
  ///
  /// @param step how far to go inside a range, as a part of it; below 1 only the numbers move whose
  ///   extremes may lie inside
  List<Spot> moves(Spot spot, double step) {
    var moves = new ArrayList<Spot>();
    if (step == 1) {
      for (var quantity : moving)
        for (var end = 0; end < 2; end++)
          if (spot.values()[quantity] != end(quantity, end))
            moves.add(moved(spot, quantity, end(quantity, end)));
      for (var reading = 0; reading < readings(); reading++)
        if (reading != spot.reading()) moves.add(new Spot(spot.values(), reading));
    }
    for (var quantity : inside) {
      var width = end(quantity, 1) - end(quantity, 0);
      for (var part : new double[] {-0.5, -0.25, 0.25, 0.5}) {
        var value =
            Math.clamp(
                spot.values()[quantity] + part * step * width, end(quantity, 0), end(quantity, 1));
        if (value != spot.values()[quantity]) moves.add(moved(spot, quantity, value));
      }
    }
    return moves;
  }

  /// The spot with the best of the moves for every number that has one that gains.
  ///
  /// @param gains of the moves
  Spot together(Spot spot, List<Spot> moves, double[] gains) {
    var values = spot.values().clone();
    for (var quantity : moving) {
      var best = 0.0;
      for (var i = 0; i < gains.length; i++) {
        var to = moves.get(i).values()[quantity];
        if (to == spot.values()[quantity] || gains[i] <= best) continue;
        best = gains[i];
        values[quantity] = to;
      }
    }
    return new Spot(values, spot.reading());
  }
}
