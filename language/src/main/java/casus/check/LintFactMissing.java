package casus.check;

import casus.model.Article;
import casus.model.Condition;
import casus.text.Code;
import casus.text.Problem;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
      switch (node) {
        case Node.OfFact(String id) -> facts.add(id);
        case Node.OfArticle(String id, String target) when target != null -> {
          for (var one : review.dependencies().articles(id))
            open.addAll(review.dependencies().next(ofThoseStated(one, target, review), target));
        }
        // A member of which nothing is said votes.
        case Node.OfCouncil(String id, String _) ->
            review.dependencies().next(node).stream()
                .filter(next -> !isExclusion(next, id, review))
                .forEach(open::add);
        default -> open.addAll(review.dependencies().next(node));
      }
    }
    return facts;
  }

  /// The article without the cases that are about a third state (`V`) or the actor (`A`), where the
  /// dossier states nothing of what they ask but about the target.
  private static Article ofThoseStated(Article article, String target, Review review) {
    var asked =
        article.triggers().stream()
            .filter(trigger ->
                !speaksOfOthers(trigger.when()) || statesOthers(trigger.when(), target, review))
            .toList();
    return new Article(
        article.instrument(),
        article.number(),
        article.text(),
        article.dormant(),
        asked,
        article.with(),
        article.when(),
        article.norm(),
        article.exceptions(),
        article.needs(),
        article.consequences(),
        article.readings(),
        article.cite(),
        article.fromMemory(),
        article.origin());
  }

  private static boolean isExclusion(Node node, String id, Review review) {
    return node instanceof Node.OfFact(String fact)
        && review.dossier().law().councils().stream()
            .anyMatch(council ->
                council.id().equals(id) && council.excludedWhere().contains(Names.stem(fact)));
  }

  private static boolean statesOthers(Condition condition, String target, Review review) {
    var declared = new HashSet<String>();
    for (var fact : review.dossier().facts()) declared.add(fact.id());
    var seen = new HashSet<Node>();
    var open = new ArrayDeque<Node>();
    for (var edge : review.dependencies().edges(condition)) open.add(edge.to());
    while (!open.isEmpty()) {
      var node = open.remove();
      if (!seen.add(node)) continue;
      if (node instanceof Node.OfFact(String id)
          && declared.contains(id)
          && id.endsWith(")")
          && !id.endsWith("(" + target + ")")) return true;
      open.addAll(review.dependencies().next(node));
    }
    return false;
  }

  private static boolean speaksOfOthers(Condition condition) {
    return switch (condition) {
      case Condition.FactHolds(String _, String argument) -> isOther(argument);
      case Condition.TermHolds(String _, String argument) -> isOther(argument);
      case Condition.PartyTo(String _, String state) -> isOther(state);
      case Condition.Not(Condition inner) -> speaksOfOthers(inner);
      case Condition.And(List<Condition> parts) ->
          parts.stream().anyMatch(LintFactMissing::speaksOfOthers);
      case Condition.Or(List<Condition> parts) ->
          parts.stream().anyMatch(LintFactMissing::speaksOfOthers);
      case Condition.Truth _,
          Condition.Could _,
          Condition.Reached _,
          Condition.DecisionOf _,
          Condition.ArticleHolds _ ->
          false;
    };
  }

  private static boolean isOther(@Nullable String argument) {
    return "V".equals(argument) || "A".equals(argument);
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
