package casus.check;

import casus.model.Origin;
import casus.text.Code;
import org.jspecify.annotations.Nullable;

/// W122: a contested term or article with a reading of which it is not said who holds it.
final class LintHeldByNobody implements Lint {
  @Override
  public void over(Review review) {
    var law = review.dossier().law();
    for (var term : law.terms())
      if (term.isContested())
        for (var reading : term.readings())
          look(review, term.id(), reading.id(), reading.heldBy(), reading.origin());
    for (var instrument : law.instruments())
      for (var article : instrument.articles())
        for (var reading : article.readings())
          look(review, article.id(), reading.id(), reading.heldBy(), reading.origin());
  }

  private static void look(
      Review review, String issue, String reading, @Nullable String heldBy, Origin origin) {
    if (heldBy != null || !review.checking().isOwn(review.place(origin).source())) return;
    review.lint(
        Code.W122,
        review.place(origin),
        "the reading `" + reading + "` of `" + issue + "` is held by nobody",
        "`held by \"…\"`: a state, a court, an author, or whoever would gain by it");
  }
}
