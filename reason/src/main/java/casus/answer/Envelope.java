package casus.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// How far each outcome's probability reaches over all values inside all ranges and over all
/// readings.
///
/// A probability is a ratio of multilinear functions of the numbers that enter one local model
/// linearly, so it is monotone in each of them while the others stay, and its extremes lie at ends
/// of their ranges: with up to 16 such numbers that matter, all combinations of ends are tried and
/// the bounds are proven. Numbers that enter in several places (a word of the strength scale) can
/// have their extremes between the ends; those, and larger problems, are searched from several
/// starts, and the bounds are the best found.
final class Envelope {
  /// @param proven whether the interval is exact, rather than the best found
  record Bound(Interval interval, boolean proven) {}

  /// Combinations of the ends of more numbers than this are not all tried.
  private static final int MOST_EXHAUSTIVE = 16;

  /// More multiplications than this are not spent on trying all combinations.
  private static final double MOST_WORK = 4e9;

  private static final int STARTS = 4;

  /// Readings searched separately, where not all combinations are tried.
  private static final int MOST_READINGS_SEARCHED = 8;

  private static final int AT_ONCE = 2048;
  private static final int[] EACH_END = {0, 1};

  private final EnvelopeBox box;
  private final int outcomes;
  private final double[] lowest;
  private final double[] highest;

  /// Where the extremes were found: `[outcome][0 lowest, 1 highest]`.
  private final EnvelopeBox.Spot[][] spots;

  private Envelope(EnvelopeBox box, double[] headline) {
    this.box = box;
    outcomes = headline.length;
    lowest = headline.clone();
    highest = headline.clone();
    spots = new EnvelopeBox.Spot[outcomes][2];
    for (var spot : spots) for (var end : EACH_END) spot[end] = box.middle();
  }

  /// One bound per outcome, in order. The same inquiry gives the same bounds.
  static List<Bound> of(Inquiry inquiry) {
    var box = EnvelopeBox.of(inquiry);
    var envelope = new Envelope(box, inquiry.headline().posterior());
    for (var reading = 0; reading < box.readings(); reading++)
      envelope.note(List.of(new EnvelopeBox.Spot(box.points(), reading)));
    var corners = Math.scalb(1.0, box.moving().length) * box.readings();
    var exhaustive = box.moving().length <= MOST_EXHAUSTIVE && corners * box.size() <= MOST_WORK;
    if (exhaustive) envelope.tryCorners();
    for (var o = 0; o < envelope.outcomes; o++)
      for (var end : EACH_END)
        if (exhaustive) {
          if (!box.isMonotone(o)) envelope.climb(o, end, envelope.spots[o][end]);
        } else envelope.search(o, end, inquiry.asked().seed());
    var bounds = new ArrayList<Bound>();
    for (var o = 0; o < envelope.outcomes; o++)
      bounds.add(
          new Bound(
              new Interval(envelope.lowest[o], envelope.highest[o]),
              exhaustive && box.isMonotone(o)));
    return List.copyOf(bounds);
  }

  private void tryCorners() {
    var moving = box.moving();
    for (var reading = 0; reading < box.readings(); reading++)
      for (var from = 0; from < 1 << moving.length; from += AT_ONCE) {
        var some = new ArrayList<EnvelopeBox.Spot>();
        for (var ends = from; ends < Math.min(1 << moving.length, from + AT_ONCE); ends++) {
          var values = box.points();
          for (var i = 0; i < moving.length; i++)
            values[moving[i]] = box.end(moving[i], ends >> i & 1);
          some.add(new EnvelopeBox.Spot(values, reading));
        }
        note(some);
      }
  }

  /// Evaluates spots and keeps the extremes; spots where what was observed is impossible do not
  /// count.
  ///
  /// @return the probabilities, null where impossible
  private List<double[]> note(List<EnvelopeBox.Spot> tried) {
    var posteriors = box.posteriors(tried);
    for (var i = 0; i < tried.size(); i++) {
      var posterior = posteriors.get(i);
      if (posterior.length == 0) continue;
      for (var o = 0; o < outcomes; o++) {
        if (posterior[o] < lowest[o]) {
          lowest[o] = posterior[o];
          spots[o][0] = tried.get(i);
        }
        if (posterior[o] > highest[o]) {
          highest[o] = posterior[o];
          spots[o][1] = tried.get(i);
        }
      }
    }
    return posteriors;
  }

  /// Climbs from the best spot so far and from random corners, under several readings.
  private void search(int outcome, int end, long seed) {
    var random = new SplittableRandom(seed + 2L * outcome + end);
    climb(outcome, end, spots[outcome][end]);
    var readings = Math.min(box.readings(), MOST_READINGS_SEARCHED);
    for (var reading = 0; reading < readings; reading++)
      for (var start = 0; start < STARTS; start++) {
        var values = box.points();
        for (var quantity : box.moving()) values[quantity] = box.end(quantity, random.nextInt(2));
        climb(outcome, end, new EnvelopeBox.Spot(values, reading));
      }
    climb(outcome, end, spots[outcome][end]);
  }

  /// Coordinate ascent (descent for the lowest): tries another value of each number and another
  /// reading, takes all improvements together where that helps, else the best one.
  private void climb(int outcome, int end, EnvelopeBox.Spot start) {
    var spot = start;
    var value = value(spot, outcome, end);
    for (var step = 1.0; step > 1e-3; ) {
      var moves = box.moves(spot, step);
      var found = note(moves);
      var best = -1;
      var bestValue = value;
      var gains = new double[moves.size()];
      for (var i = 0; i < moves.size(); i++) {
        var posterior = found.get(i);
        gains[i] = posterior.length == 0 ? -1 : signed(posterior[outcome], end) - value;
        if (gains[i] > bestValue - value) {
          best = i;
          bestValue = value + gains[i];
        }
      }
      if (best < 0 || bestValue - value <= 1e-12 * Math.abs(value)) {
        if (!box.hasInside()) return;
        step /= 4;
        continue;
      }
      var together = box.together(spot, moves, gains);
      var reached = value(together, outcome, end);
      spot = reached > bestValue ? together : moves.get(best);
      value = Math.max(reached, bestValue);
    }
  }

  private double value(EnvelopeBox.Spot spot, int outcome, int end) {
    var posterior = note(List.of(spot)).getFirst();
    return posterior.length == 0 ? Double.NEGATIVE_INFINITY : signed(posterior[outcome], end);
  }

  private static double signed(double probability, int end) {
    return end == 0 ? -probability : probability;
  }
}
