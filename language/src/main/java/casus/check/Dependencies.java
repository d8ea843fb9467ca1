package casus.check;

import casus.model.Article;
import casus.model.BaseRate;
import casus.model.Chance;
import casus.model.Condition;
import casus.model.Council;
import casus.model.Dossier;
import casus.model.Fact;
import casus.model.Norm;
import casus.model.Origin;
import casus.model.Question;
import casus.model.Term;
import casus.model.Weighing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What depends on what in a dossier, and which way: facts, terms, articles, councils, acts and
/// outcomes as nodes.
final class Dependencies {
  /// @param sign which way the child moves the parent
  /// @param part of the outcome's weighing that it comes from
  record Edge(Node to, Sign sign, Part part) {}

  /// How a child bears on an outcome.
  enum Part {
    REASON,
    GATE,
    OTHER_OUTCOME,
    REST
  }

  private final Map<String, Fact> facts = new HashMap<>();
  private final Map<String, List<String>> factsByStem = new HashMap<>();
  private final Map<String, Term> terms = new HashMap<>();
  private final Map<String, List<Article>> articles = new HashMap<>();
  private final Map<String, Council> councils = new HashMap<>();
  private final Map<String, Question> questions = new HashMap<>();
  private final Map<String, Weighing> weighings = new HashMap<>();
  private final Map<String, BaseRate> bases = new HashMap<>();
  private final Map<Node, List<Edge>> edges = new HashMap<>();
  private final Bearing bearing;

  Dependencies(Dossier dossier) {
    for (var fact : dossier.facts()) {
      facts.put(fact.id(), fact);
      factsByStem.computeIfAbsent(Names.stem(fact.id()), _ -> new ArrayList<>()).add(fact.id());
    }
    for (var term : dossier.law().terms()) terms.put(term.id(), term);
    for (var instrument : dossier.law().instruments())
      for (var article : instrument.articles())
        articles.computeIfAbsent(article.id(), _ -> new ArrayList<>()).add(article);
    for (var council : dossier.law().councils()) councils.put(council.id(), council);
    for (var question : dossier.questions()) questions.put(question.id(), question);
    for (var weighing : dossier.weighings()) weighings.put(weighing.question(), weighing);
    for (var base : dossier.baseRates()) bases.put(base.question(), base);
    bearing = new Bearing(dossier);
  }

  Bearing bearing() {
    return bearing;
  }

  /// What a node directly depends on.
  List<Edge> edges(Node node) {
    var known = edges.get(node);
    if (known != null) return known;
    var collected = new Edges();
    switch (node) {
      case Node.OfFact(String id) -> ofFact(id, collected);
      case Node.OfTerm(String id, String argument) -> {
        var term = terms.get(id);
        if (term != null)
          for (var reading : term.readings())
            collected.condition(reading.means(), Sign.PLUS, argument, Part.REST);
      }
      case Node.OfArticle(String id, String target) -> {
        for (var article : articles.getOrDefault(id, List.of()))
          ofArticle(article, target, collected);
      }
      case Node.OfCouncil(String id, String target) -> {
        var council = councils.get(id);
        if (council != null)
          for (var vote : council.votes()) {
            collected.chance(vote.favours(), target);
            for (var where : council.excludedWhere())
              collected.list.add(
                  new Edge(
                      new Node.OfFact(where + "(" + vote.member() + ")"), Sign.MIXED, Part.REST));
          }
      }
      case Node.OfAct ofAct -> ofAct(ofAct, collected);
      case Node.OfOutcome outcome -> ofOutcome(outcome, collected);
    }
    var found = List.copyOf(collected.list);
    edges.put(node, found);
    return found;
  }

  /// What an article directly depends on where force would be used in that state.
  List<Node> next(Article article, @Nullable String target) {
    var collected = new Edges();
    ofArticle(article, target, collected);
    return collected.list.stream().map(Edge::to).toList();
  }

  List<Article> articles(String id) {
    return articles.getOrDefault(id, List.of());
  }

  /// The nodes a condition speaks of.
  List<Edge> edges(Condition condition) {
    var collected = new Edges();
    collected.condition(condition, Sign.PLUS, null, Part.REST);
    return collected.list;
  }

  List<Node> next(Node node) {
    return edges(node).stream().map(Edge::to).toList();
  }

  private void ofFact(String id, Edges collected) {
    var fact = facts.get(id);
    if (fact == null) return;
    switch (fact.basis()) {
      case Fact.Basis.Prior(Chance chance) -> collected.chance(chance, null);
      case Fact.Basis.Given _ -> {}
      case Fact.Basis.ArisesFrom arises -> {
        for (var cause : arises.causes())
          collected.condition(cause.condition(), Sign.PLUS, null, Part.REST);
      }
      case Fact.Basis.Decision(String council) ->
          collected.list.add(new Edge(new Node.OfCouncil(council, null), Sign.PLUS, Part.REST));
    }
  }

  private static void ofArticle(Article article, @Nullable String target, Edges collected) {
    for (var trigger : article.triggers())
      collected.condition(trigger.when(), Sign.PLUS, target, Part.REST);
    if (article.when() != null) collected.condition(article.when(), Sign.PLUS, target, Part.REST);
    if (article.with() != null)
      collected.list.add(
          new Edge(
              new Node.OfArticle(article.instrument() + "." + article.with(), target),
              Sign.PLUS,
              Part.REST));
    for (var need : article.needs()) collected.condition(need, Sign.PLUS, target, Part.REST);
    for (var reading : article.readings())
      if (reading.when() != null) collected.condition(reading.when(), Sign.PLUS, target, Part.REST);
    for (var unless : article.exceptions())
      collected.condition(unless.condition(), Sign.MINUS, target, Part.REST);
  }

  /// A permission makes the act lawful where it holds, a prohibition unlawful.
  private void ofAct(Node.OfAct asked, Edges collected) {
    var target = asked.act().target();
    for (var applied : bearing.on(asked.act(), asked.order()))
      collected.list.add(
          new Edge(
              new Node.OfArticle(applied.article().id(), target),
              Sign.of(applied.norm().modality() != Norm.Modality.MUST_NOT),
              Part.REST));
  }

  private void ofOutcome(Node.OfOutcome node, Edges collected) {
    var weighing = weighings.get(node.question());
    if (weighing == null) return;
    for (var reason : weighing.reasons()) {
      if (reason.condition() == null || reason.inBase()) continue;
      var own = reason.outcome() == node.outcome();
      var sign = Sign.of(reason.favours() == own);
      collected.condition(reason.condition(), sign, null, own ? Part.REASON : Part.OTHER_OUTCOME);
    }
    for (var gate : weighing.gates()) {
      var own = gate.outcome() == node.outcome();
      collected.condition(
          gate.condition(), Sign.of(own), null, own ? Part.GATE : Part.OTHER_OUTCOME);
    }
  }

  /// Where a node was written, for messages.
  @Nullable Origin origin(Node node) {
    return switch (node) {
      case Node.OfFact(String id) -> {
        var fact = facts.get(id);
        yield fact == null ? null : fact.origin();
      }
      case Node.OfTerm(String id, String _) -> {
        var term = terms.get(id);
        yield term == null ? null : term.origin();
      }
      case Node.OfArticle(String id, String _) -> {
        var found = articles.getOrDefault(id, List.of());
        yield found.isEmpty() ? null : found.getFirst().origin();
      }
      case Node.OfCouncil(String id, String _) -> {
        var council = councils.get(id);
        yield council == null ? null : council.origin();
      }
      case Node.OfAct _ -> null;
      case Node.OfOutcome(String question, int _) -> {
        var weighing = weighings.get(question);
        yield weighing == null ? null : weighing.origin();
      }
    };
  }

  /// How a reader would name a node: `attack(BLR)`, `article cst.4`, `troops = open`.
  String name(Node node) {
    return switch (node) {
      case Node.OfFact(String id) -> id;
      case Node.OfTerm(String id, String argument) ->
          argument == null ? id : id + "(" + argument + ")";
      case Node.OfArticle(String id, String _) -> "article " + id;
      case Node.OfCouncil(String id, String _) -> "decision of " + id;
      case Node.OfAct act -> "could(" + act.act() + ")";
      case Node.OfOutcome(String id, int outcome) -> {
        var question = questions.get(id);
        yield question == null || outcome >= question.outcomes().size()
            ? id
            : id + " = " + question.outcomes().get(outcome).id();
      }
    };
  }

  /// Collects the edges of one node.
  private final class Edges {
    private final List<Edge> list = new ArrayList<>();

    /// @param target what `P` and `S` stand for, or null where nothing is bound
    void condition(Condition condition, Sign sign, @Nullable String target, Part part) {
      switch (condition) {
        case Condition.Truth _ -> {}
        case Condition.FactHolds fact -> fact(fact, sign, target, part);
        case Condition.TermHolds(String term, String argument) ->
            add(new Node.OfTerm(term, bound(argument, target)), sign, part);
        case Condition.Could(var act, String order) ->
            add(new Node.OfAct(bound(act, target), order), sign, part);
        case Condition.Reached(String question, int outcome, boolean orMore) -> {
          var known = questions.get(question);
          var last = orMore && known != null ? known.outcomes().size() - 1 : outcome;
          for (var rung = outcome; rung <= last; rung++)
            add(new Node.OfOutcome(question, rung), sign, part);
        }
        case Condition.PartyTo _ -> {}
        case Condition.DecisionOf(String council) ->
            add(new Node.OfCouncil(council, target), sign, part);
        case Condition.ArticleHolds(String instrument, String number) ->
            add(new Node.OfArticle(instrument + "." + number, target), sign, part);
        case Condition.Not(Condition inner) -> condition(inner, sign.opposite(), target, part);
        case Condition.And(List<Condition> parts) -> {
          for (var one : parts) condition(one, sign, target, part);
        }
        case Condition.Or(List<Condition> parts) -> {
          for (var one : parts) condition(one, sign, target, part);
        }
      }
    }

    /// A variable that nothing binds stands for any state.
    private void fact(Condition.FactHolds fact, Sign sign, @Nullable String target, Part part) {
      var argument = bound(fact.argument(), target);
      if (argument == null || !isVariable(argument))
        add(new Node.OfFact(new Condition.FactHolds(fact.name(), argument).id()), sign, part);
      else
        for (var id : factsByStem.getOrDefault(fact.name(), List.of()))
          add(new Node.OfFact(id), sign, part);
    }

    /// A case moves the chance up where its number is over all that come after it.
    void chance(Chance chance, @Nullable String target) {
      var cases = chance.cases();
      var highest = new double[cases.size()];
      var lowest = new double[cases.size()];
      var high = Double.NEGATIVE_INFINITY;
      var low = Double.POSITIVE_INFINITY;
      for (var i = cases.size() - 1; i >= 0; i--) {
        highest[i] = high;
        lowest[i] = low;
        high = Math.max(high, cases.get(i).probability().point());
        low = Math.min(low, cases.get(i).probability().point());
      }
      for (var i = 0; i < cases.size(); i++) {
        var condition = cases.get(i).condition();
        if (condition == null) continue;
        var point = cases.get(i).probability().point();
        var sign = point >= highest[i] ? Sign.PLUS : point <= lowest[i] ? Sign.MINUS : Sign.MIXED;
        condition(condition, sign, target, Part.REST);
      }
    }

    private void add(Node node, Sign sign, Part part) {
      list.add(new Edge(node, sign, part));
    }
  }

  private static @Nullable String bound(@Nullable String argument, @Nullable String target) {
    return argument != null && target != null && isTarget(argument) ? target : argument;
  }

  private static casus.model.Act bound(casus.model.Act act, @Nullable String target) {
    if (target == null) return act;
    return new casus.model.Act(
        isTarget(act.actor()) ? target : act.actor(),
        act.action(),
        isTarget(act.target()) ? target : act.target());
  }

  /// Whether it stands for a state inside an instrument: the target of the act, its actor (`A`), or
  /// some state (`V`).
  static boolean isVariable(String argument) {
    return isTarget(argument) || argument.equals("A") || argument.equals("V");
  }

  private static boolean isTarget(String argument) {
    return argument.equals("P") || argument.equals("S");
  }
}
