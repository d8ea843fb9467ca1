package casus.check;

import casus.model.Condition;
import casus.model.Dossier;
import casus.model.Origin;
import casus.text.Code;
import casus.text.Problem;
import java.util.ArrayList;
import java.util.List;

/// Definitions that run in a circle: facts, terms, articles, councils and questions that depend on
/// themselves by a detour.
final class DependencyCircles {
  private final Checking checking;
  private final Dependencies dependencies;

  DependencyCircles(Checking checking, Dependencies dependencies) {
    this.checking = checking;
    this.dependencies = dependencies;
  }

  /// @param asked conditions that bind what articles speak of
  /// @return whether there are any
  boolean report(Dossier dossier, List<Condition> asked) {
    var starts = new ArrayList<Node>();
    for (var question : dossier.questions())
      for (var outcome = 0; outcome < question.outcomes().size(); outcome++)
        starts.add(new Node.OfOutcome(question.id(), outcome));
    for (var condition : asked)
      for (var edge : dependencies.edges(condition)) starts.add(edge.to());
    for (var fact : dossier.facts()) starts.add(new Node.OfFact(fact.id()));
    for (var term : dossier.law().terms()) starts.add(new Node.OfTerm(term.id(), term.parameter()));
    for (var instrument : dossier.law().instruments())
      for (var article : instrument.articles()) starts.add(new Node.OfArticle(article.id(), null));
    for (var council : dossier.law().councils()) starts.add(new Node.OfCouncil(council.id(), null));
    for (var indicator : dossier.indicators())
      for (var one : indicator.cases().cases())
        if (one.condition() != null)
          for (var edge : dependencies.edges(one.condition())) starts.add(edge.to());
    var circles = Circles.in(starts, dependencies::next);
    circles.forEach(this::report);
    return !circles.isEmpty();
  }

  private void report(List<Node> circle) {
    var lines = new ArrayList<String>();
    var at = checking.start();
    for (var node : circle) {
      var origin = dependencies.origin(node);
      lines.add("`" + dependencies.name(node) + "`" + (origin == null ? "" : " (" + origin + ")"));
      if (origin != null && at.equals(checking.start())) at = origin;
    }
    var first = "`" + dependencies.name(circle.getFirst()) + "`";
    Origin place = at;
    checking
        .findings()
        .add(
            Problem.of(
                    Code.E204,
                    new Places(checking.files()).of(place),
                    "a circle: " + String.join(" depends on ", lines) + " depends on " + first)
                .expecting("definitions that end in facts with a prior"));
  }
}
