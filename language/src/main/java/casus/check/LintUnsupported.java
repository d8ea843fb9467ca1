package casus.check;

import casus.model.Fact;
import casus.text.Code;

/// W101: a prior without a claim, a reason that always counts and cites nothing, a written base
/// rate without past cases. A prior that no answer depends on, or that is there for the tests,
/// needs no claim.
final class LintUnsupported implements Lint {
  @Override
  public void over(Review review) {
    if (review.checking().isLibrary()) return;
    for (var fact : review.dossier().facts())
      if (fact.basis() instanceof Fact.Basis.Prior
          && fact.evidence().isEmpty()
          && review.read().contains(new Node.OfFact(fact.id())))
        review.lint(
            Code.W101,
            review.place(Names.Kind.FACT, fact.id()),
            "the prior of `" + fact.id() + "` rests on no claim",
            "claims that bear on it, one a line below: `C1 for moderate`");
    for (var weighing : review.dossier().weighings())
      for (var reason : weighing.reasons())
        if (reason.condition() == null
            && reason.cites().isEmpty()
            && reason.because() == null
            && !reason.inBase())
          review.lint(
              Code.W101,
              review.place(reason.origin()),
              "the reason \"" + reason.text() + "\" always counts and rests on no claim",
              "the claims behind it, `[C1]`, or `because \"…\"`");
    for (var base : review.dossier().baseRates())
      if (base.classes().isEmpty())
        review.lint(
            Code.W101,
            review.place(base.origin()),
            "the base rate of `" + base.question() + "` rests on no past cases",
            "`class \"…\"`, and below it `CASE OUTCOME, …`");
  }
}
