package casus.check;

import casus.syntax.Day;
import casus.syntax.Statement;
import casus.text.Code;
import org.jspecify.annotations.Nullable;

/// W111: a month or a year where a day is meant; it counts from its first day, which a replay would
/// take for knowledge too early.
final class LintDayMissing implements Lint {
  @Override
  public void over(Review review) {
    for (var declared : review.checking().declarations().all())
      switch (declared.syntax()) {
        case Statement.DossierHead head -> look(review, declared, head.asOf());
        case Statement.Claim claim -> look(review, declared, claim.date());
        case Statement.Indicator indicator -> {
          look(review, declared, indicator.seen());
          look(review, declared, indicator.notSeenBy());
        }
        case Statement.Question question -> {
          look(review, declared, question.from());
          look(review, declared, question.to());
        }
        case Statement.Fact fact -> {
          switch (fact.value()) {
            case Statement.FactValue.Given given -> look(review, declared, given.since());
            case Statement.FactValue.Prior prior -> {
              for (var one : prior.chance().cases()) look(review, declared, one.since());
            }
            case Statement.FactValue.ArisesFrom _, Statement.FactValue.DecisionOf _ -> {}
          }
        }
        default -> {}
      }
  }

  private static void look(Review review, Declared<?> where, @Nullable Day day) {
    if (day == null || day.whole()) return;
    review.lint(
        Code.W111,
        where.at(day.span()),
        "a date without a day counts from " + day.day(),
        "the day itself; for a claim, the day on which it became public");
  }
}
