package casus.answer;

import casus.answer.CouldAnswer.StatusAnswer;
import casus.model.Condition;
import casus.model.Dossier;
import casus.model.Expectation;

/// Puts questions to a dossier. The dossier is compiled once for each question of it; everything
/// asked afterwards is a propagation.
@SuppressWarnings("TypeParameterUnusedInFormals")
public final class Assessor {
  private final Dossier dossier;

  private Assessor(Dossier dossier) {
    this.dossier = dossier;
  }

  public static Assessor of(Dossier dossier) {
    return new Assessor(dossier);
  }

  /// Everything there is to say about one question.
  public Assessment assess(Asked asked) {
    return pending();
  }

  /// The probability of a condition: the headline and its range over readings.
  public Estimate probability(Condition event) {
    return pending();
  }

  /// The legal status of an act.
  public StatusAnswer status(Condition.Could could) {
    return pending();
  }

  /// Where a number comes from.
  ///
  /// @param event a probability to explain
  public Explanation explain(Condition event) {
    return pending();
  }

  /// Where a fact, claim, source, article, reason, indicator or question stands and what rests on
  /// it.
  ///
  /// @param id its name
  /// @return null where nothing has that name
  public @org.jspecify.annotations.Nullable Explanation explain(String id) {
    return pending();
  }

  /// Whether an expectation is met. Its as-of date is the caller's concern: the dossier must be as
  /// of that date.
  public Verdict verdict(Expectation expectation) {
    return pending();
  }

  /// @param point NaN where the condition cannot be computed
  public record Estimate(double point, Interval readings) {}

  /// @param found what was found instead, or what was found, in words with numbers
  public record Verdict(boolean met, String found) {}

  private <T> T pending() {
    if (!dossier.facts().isEmpty()) throw new IllegalStateException(dossier.id());
    throw new IllegalStateException("nothing to compute");
  }
}
