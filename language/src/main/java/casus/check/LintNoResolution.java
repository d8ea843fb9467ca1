package casus.check;

import casus.text.Code;

/// W108: a question of which nobody can say later how it came out.
final class LintNoResolution implements Lint {
  @Override
  public void over(Review review) {
    for (var question : review.dossier().questions())
      if (question.resolveBy() == null)
        review.lint(
            Code.W108,
            review.place(Names.Kind.QUESTION, question.id()),
            "nothing says how the question `" + question.id() + "` will be settled",
            "`resolve by \"…\"`: who has to say what for an outcome to count");
  }
}
