package casus.answer;

import casus.answer.WhatIf.Rung;
import casus.model.Dossier;
import casus.model.Question;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a dossier says as of one day after the other. It is computed now, from a text that was
/// written with what is known now: it is not a record of what anybody forecast then.
///
/// @param dossier as of its own date
/// @param subject index of the outcome that the answer speaks of
/// @param days in order, at least one
public record Replay(Dossier dossier, Question question, int subject, List<Day> days) {

  /// The answer on a day, with every number at its point and under the headline's readings.
  ///
  /// @param outcomes in ascending order; empty where there was no answer
  /// @param because why there was no answer, or null
  /// @param moved what moved it since the day before in the list; null where one of the two has no
  ///   answer
  /// @param beyond whether the day is later than the dossier's own date: nothing that happened
  ///   since is in it, only time passes
  public record Day(
      LocalDate date,
      List<Rung> outcomes,
      @Nullable String because,
      @Nullable Movement moved,
      boolean beyond) {}

  /// The outcome that the answer speaks of.
  public Question.Outcome outcome() {
    return question.outcomes().get(subject);
  }

  /// The probability of the outcome that the answer speaks of; NaN where there was no answer.
  public double probability(Day day) {
    return day.outcomes().isEmpty() ? Double.NaN : day.outcomes().get(subject).probability();
  }
}
