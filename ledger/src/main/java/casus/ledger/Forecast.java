package casus.ledger;

import java.time.Instant;
import java.util.Arrays;

/// What one forecaster held of one question at one moment.
///
/// @param question id of a [PosedQuestion]
/// @param forecaster a name: a person's, or a model's
/// @param at when it was said
/// @param probabilities one for each outcome of the question, in its order, each in 0..1, with the
///   sum 1; never changed
public record Forecast(String question, String forecaster, Instant at, double[] probabilities) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Forecast(var otherQuestion, var who, var when, var held)
        && question.equals(otherQuestion)
        && forecaster.equals(who)
        && at.equals(when)
        && Arrays.equals(probabilities, held);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * question.hashCode() + forecaster.hashCode()) + at.hashCode();
  }

  @Override
  public String toString() {
    return question + " " + forecaster + " " + at + " " + Arrays.toString(probabilities);
  }
}
