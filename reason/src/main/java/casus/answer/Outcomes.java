package casus.answer;

import casus.inference.Evidence;
import casus.inference.ParameterSource;
import casus.inference.ReducedCircuit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/// How likely each outcome is: headline, range over readings, Monte Carlo interval.
final class Outcomes {
  /// The interval holds the middle 90 % of the draws.
  private static final double TAIL = 0.05;

  private static final int PROBES = 8;
  private static final double FINGERPRINT = 1e11;

  private Outcomes() {}

  /// @param envelopes one per outcome, or empty where not asked for
  static List<OutcomeAnswer> of(
      Inquiry inquiry, double[][] overReadings, List<Envelope.Bound> envelopes) {
    var headline = inquiry.headline().posterior();
    var intervals = intervals(inquiry, headline);
    var answers = new ArrayList<OutcomeAnswer>();
    for (var o = 0; o < headline.length; o++) {
      var outcome = inquiry.question().outcomes().get(o);
      var atLeast = atLeast(headline, o);
      var envelope = envelopes.isEmpty() ? null : envelopes.get(o);
      answers.add(
          new OutcomeAnswer(
              outcome.id(),
              outcome.text(),
              headline[o],
              atLeast,
              range(overReadings, o, false).including(headline[o]),
              range(overReadings, o, true).including(atLeast),
              intervals.get(o),
              envelope == null ? null : envelope.interval().including(headline[o]),
              envelope != null && envelope.proven(),
              inquiry.dossier().yardstick().words(headline[o]),
              inquiry.dossier().yardstick().words(atLeast)));
    }
    return List.copyOf(answers);
  }

  static double atLeast(double[] probabilities, int outcome) {
    var sum = 0.0;
    for (var o = outcome; o < probabilities.length; o++) sum += probabilities[o];
    return Math.min(1, sum);
  }

  /// The range of one outcome's probability over combinations of readings; impossible ones do not
  /// count.
  static Interval range(double[][] overReadings, int outcome, boolean atLeast) {
    var low = Double.POSITIVE_INFINITY;
    var high = Double.NEGATIVE_INFINITY;
    for (var probabilities : overReadings) {
      if (isImpossible(probabilities)) continue;
      var p = atLeast ? atLeast(probabilities, outcome) : probabilities[outcome];
      low = Math.min(low, p);
      high = Math.max(high, p);
    }
    return low <= high ? new Interval(low, high) : new Interval(Double.NaN, Double.NaN);
  }

  static boolean isImpossible(double[] probabilities) {
    for (var p : probabilities) if (p > 0) return false;
    return true;
  }

  private static List<Interval> intervals(Inquiry inquiry, double[] headline) {
    var network = inquiry.network();
    var uncertain = network.uncertain();
    var intervals = new ArrayList<Interval>();
    for (var p : headline) intervals.add(new Interval(p, p));
    var draws = inquiry.asked().draws();
    var values = network.draws(draws, inquiry.asked().seed());
    var source = network.source(values, uncertain);
    var circuit =
        inquiry
            .circuit()
            .specialise(
                inquiry.parameters(),
                inquiry.evidence(),
                network.varying(uncertain),
                network.readings(inquiry.issues()));
    var readings =
        distinct(circuit, source, Math.min(PROBES, draws), inquiry.underAll(Evidence.none()));
    var results = circuit.posteriors(draws, source, readings);
    for (var o = 0; o < headline.length; o++) {
      for (var reading : results) {
        var drawn = new double[draws];
        var possible = 0;
        for (var draw : reading) if (!isImpossible(draw)) drawn[possible++] = draw[o];
        if (possible == 0) continue;
        Arrays.sort(drawn, 0, possible);
        intervals.set(
            o,
            intervals
                .get(o)
                .including(quantile(drawn, possible, TAIL))
                .including(quantile(drawn, possible, 1 - TAIL)));
      }
    }
    return intervals;
  }

  /// One combination of readings for each different answer. Two combinations whose answers agree at
  /// several random draws of all numbers agree everywhere but on a set of probability 0, since
  /// answers are rational functions of the numbers.
  private static List<Evidence> distinct(
      ReducedCircuit circuit, ParameterSource source, int probes, List<Evidence> all) {
    if (all.size() == 1) return all;
    var answers = circuit.posteriors(probes, source, all);
    var kept = new LinkedHashMap<List<Long>, Evidence>();
    for (var c = 0; c < all.size(); c++) {
      var fingerprint = new ArrayList<Long>();
      for (var draw : answers[c]) for (var p : draw) fingerprint.add(Math.round(p * FINGERPRINT));
      kept.putIfAbsent(fingerprint, all.get(c));
    }
    return List.copyOf(kept.values());
  }

  /// The quantile of sorted values, interpolated linearly between neighbours.
  private static double quantile(double[] sorted, int count, double share) {
    var position = share * (count - 1);
    var below = (int) position;
    var above = Math.min(below + 1, count - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
