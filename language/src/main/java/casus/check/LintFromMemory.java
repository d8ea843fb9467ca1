package casus.check;

import casus.text.Code;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// W114: the legal answer rests on a provision that nobody has checked against its text.
final class LintFromMemory implements Lint {
  @Override
  public void over(Review review) {
    if (review.checking().isLibrary()) return;
    Map<String, Set<String>> remembered = new LinkedHashMap<>();
    var whole = new LinkedHashSet<String>();
    for (var instrument : review.dossier().law().instruments())
      if (instrument.fromMemory()) whole.add(instrument.id());
    for (var act : review.acts())
      for (var applied : review.dependencies().bearing().on(act.act(), act.order())) {
        var article = applied.article();
        if (article.fromMemory() || whole.contains(article.instrument()))
          remembered
              .computeIfAbsent(article.instrument(), _ -> new LinkedHashSet<>())
              .add(article.id());
      }
    remembered.forEach((id, articles) -> {
      var instrument = review.instrument(id);
      if (instrument != null)
        review.lint(
            Code.W114,
            review.place(instrument),
            String.join(", ", articles)
                + (articles.size() == 1 ? " is" : " are")
                + " known only from memory",
            "its text looked up, and `cite \"…\"` instead of `from memory`");
    });
  }
}
