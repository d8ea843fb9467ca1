package casus.pool;

/// One voice in a pool.
///
/// @param forecaster whose it is; twice in one pool only under [Moment.Every]
/// @param probabilities one for each outcome, each in 0..1; never changed
/// @param weight how much it counts beside the others; positive
public record Entrant(String forecaster, double[] probabilities, double weight) {
  static Entrant equal(String forecaster, double[] probabilities) {
    return new Entrant(forecaster, probabilities, 1);
  }

  Entrant weighing(double other) {
    return new Entrant(forecaster, probabilities, other);
  }
}
