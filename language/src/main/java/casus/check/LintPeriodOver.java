package casus.check;

import casus.text.Code;

/// W116: the as-of date lies after the deadline.
final class LintPeriodOver implements Lint {
  @Override
  public void over(Review review) {
    for (var question : review.dossier().questions())
      if (review.dossier().asOf().isAfter(question.to()))
        review.lint(
            Code.W116,
            review.place(Names.Kind.QUESTION, question.id()),
            "the period of `"
                + question.id()
                + "` ended on "
                + question.to()
                + ", before the as-of date "
                + review.dossier().asOf(),
            "the question settled, or a new one with a later deadline");
  }
}
