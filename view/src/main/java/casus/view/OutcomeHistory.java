package casus.view;

import casus.answer.Answer;
import casus.answer.WouldAnswer.BaseAnswer;
import casus.answer.WouldAnswer.ClassAnswer;
import casus.model.BaseRate;
import java.util.List;
import java.util.Objects;

/// What screen and JSON say of the pooling of reference classes.
final class OutcomeHistory {
  /// Rates that differ by less are the same but for rounding.
  static final double SAME = 1e-9;

  private OutcomeHistory() {}

  /// The base rate of the outcome that the answer speaks of.
  static BaseAnswer base(Answer answer) {
    return Objects.requireNonNull(answer.would(), "a question with a base rate")
        .base()
        .get(answer.subject());
  }

  /// The mean of the classes by their weights.
  static double pooled(BaseAnswer base) {
    return base.classes().stream().mapToDouble(one -> one.part() * one.mean()).sum();
  }

  /// The same without one of several classes.
  static double without(BaseAnswer base, ClassAnswer one) {
    return (pooled(base) - one.part() * one.mean()) / (1 - one.part());
  }

  /// The cases of a class.
  static List<BaseRate.PastCase> cases(Answer answer, ClassAnswer known) {
    for (var base : answer.dossier().baseRates())
      if (base.question().equals(answer.question().id()))
        for (var one : base.classes()) if (one.text().equals(known.text())) return one.cases();
    return List.of();
  }
}
