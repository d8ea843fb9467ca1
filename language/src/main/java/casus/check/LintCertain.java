package casus.check;

import casus.model.Chance;
import casus.model.Fact;
import casus.model.Quantity;
import casus.text.Code;

/// W107: a probability of 0 or 100 %, which no evidence can move.
final class LintCertain implements Lint {
  @Override
  public void over(Review review) {
    for (var fact : review.dossier().facts()) {
      switch (fact.basis()) {
        case Fact.Basis.Prior(Chance chance) -> look(review, chance);
        case Fact.Basis.ArisesFrom arises -> {
          for (var cause : arises.causes()) look(review, cause.strength());
          if (arises.leak() != null) look(review, arises.leak());
        }
        case Fact.Basis.Given _, Fact.Basis.Decision _ -> {}
      }
      for (var evidence : fact.evidence())
        if (evidence.support() instanceof Fact.Support.Rates(Quantity ifTrue, Quantity ifFalse)) {
          look(review, ifTrue);
          look(review, ifFalse);
        }
    }
    for (var indicator : review.dossier().indicators()) look(review, indicator.cases());
    for (var base : review.dossier().baseRates())
      for (var rate : base.rates()) look(review, rate.probability());
    for (var source : review.dossier().sources()) look(review, source.soundness());
    for (var council : review.dossier().law().councils())
      for (var vote : council.votes()) look(review, vote.favours());
  }

  private static void look(Review review, Chance chance) {
    for (var one : chance.cases()) look(review, one.probability());
  }

  private static void look(Review review, Quantity quantity) {
    if (quantity.point() > 0 && quantity.point() < 1) return;
    if (quantity.written().contains(" per ")) return; // a period that is over, not a certainty
    review.lint(
        Code.W107,
        review.place(quantity.origin()),
        "the " + quantity.label() + " is " + Amounts.percent(quantity.point()),
        "a probability that evidence can move, or `given true` or `given false` for a fact");
  }
}
