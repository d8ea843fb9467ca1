package casus.check;

import casus.text.Code;
import casus.text.Problem;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// W113: an article that bears on an act asked about needs to know something of which the dossier
/// says nothing, so that it counts as false.
final class LintFactMissing implements Lint {
  @Override
  public void over(Review review) {
    if (review.checking().isLibrary()) return;
    var declared = new HashSet<String>();
    for (var fact : review.dossier().facts()) declared.add(fact.id());
    Map<String, Set<String>> askedBy = new LinkedHashMap<>();
    for (var act : review.acts())
      for (var applied : review.dependencies().bearing().on(act.act(), act.order())) {
        var article = new Node.OfArticle(applied.article().id(), act.act().target());
        for (var fact : facts(article, review))
          if (!declared.contains(fact))
            askedBy.computeIfAbsent(fact, _ -> new LinkedHashSet<>()).add(applied.article().id());
      }
    askedBy.forEach((fact, articles) -> report(review, fact, articles));
  }

  private static Set<String> facts(Node article, Review review) {
    var facts = new LinkedHashSet<String>();
    var seen = new HashSet<Node>();
    var open = new ArrayDeque<Node>();
    open.add(article);
    while (!open.isEmpty()) {
      var node = open.remove();
      if (!seen.add(node)) continue;
      if (node instanceof Node.OfFact(String id)) facts.add(id);
      else open.addAll(review.dependencies().next(node));
    }
    return facts;
  }

  private static void report(Review review, String fact, Set<String> articles) {
    var first = articles.iterator().next();
    var instrument = review.instrument(first.substring(0, first.indexOf('.')));
    if (instrument == null) return;
    var nearest =
        review
            .checking()
            .names()
            .suggest(fact, review.checking().names().all(java.util.EnumSet.of(Names.Kind.FACT)));
    review
        .checking()
        .findings()
        .add(
            Problem.of(
                    Code.W113,
                    review.place(instrument),
                    String.join(", ", articles)
                        + (articles.size() == 1 ? " asks" : " ask")
                        + " whether `"
                        + fact
                        + "`, and the dossier does not say: it counts as false")
                .expecting("`fact " + fact + " \"…\" prior …`, or `given false`")
                .hint(nearest));
  }
}
