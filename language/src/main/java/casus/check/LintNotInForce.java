package casus.check;

import casus.text.Code;
import java.util.HashSet;

/// W118: an instrument that does not bind on the as-of date, or a provision referred to that was
/// not in force.
final class LintNotInForce implements Lint {
  @Override
  public void over(Review review) {
    if (review.checking().isLibrary()) return;
    var asOf = review.dossier().asOf();
    var inForce = new HashSet<String>();
    for (var instrument : review.dossier().law().instruments()) {
      for (var article : instrument.articles()) inForce.add(article.id());
      var draft = review.instrument(instrument.id());
      if (!instrument.inForce() && draft != null)
        review.lint(
            Code.W118,
            review.place(draft),
            "`" + instrument.id() + "` is not in force on " + asOf + ": its articles give nothing",
            "an instrument that binds on that day");
    }
    for (var node : review.reached())
      if (node instanceof Node.OfArticle(String id, String _) && !inForce.contains(id)) {
        var draft = review.instrument(id.substring(0, id.indexOf('.')));
        if (draft != null)
          review.lint(
              Code.W118,
              review.place(draft),
              "article `" + id + "` is referred to and is not in force on " + asOf,
              "a provision in force on that day");
      }
  }
}
