package casus.check;

import casus.text.Code;
import java.util.List;

/// W121: an article whose conditions contradict each other, or whose exceptions leave nothing of
/// it: whatever the facts, it never applies.
final class LintUnreachable implements Lint {
  @Override
  public void over(Review review) {
    var possible = new Possible(review.dossier().law());
    var provisions = LintContradiction.provisions(review.dossier().law().instruments());
    for (var provision : provisions) {
      if (provision.article().dormant() || !LintContradiction.isOwn(review, provision)) continue;
      if (possible.together(List.of(provision)) != Possible.Truth.NO) continue;
      var article = provision.article();
      var read =
          provision.reading() < 0
              ? ""
              : " read as `" + article.readings().get(provision.reading()).id() + "`";
      review.lint(
          Code.W121,
          review.place(article.origin()),
          "`" + article.id() + "`" + read + " can never apply, whatever the facts",
          "conditions that can hold together; `dormant` for what was never put into effect");
    }
  }
}
