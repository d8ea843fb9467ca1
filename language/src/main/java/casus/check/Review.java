package casus.check;

import casus.check.Names.Kind;
import casus.model.Condition;
import casus.model.Dossier;
import casus.model.Expectation;
import casus.model.Origin;
import casus.model.Question;
import casus.syntax.Statement;
import casus.text.Code;
import casus.text.Place;
import casus.text.Problem;
import casus.text.Span;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the lints look at: a dossier without errors, on its own date.
final class Review {
  private final Checking checking;
  private final Dossier dossier;
  private final List<Expectation> tests;
  private final Dependencies dependencies;
  private final Asked asked;
  private final Places places;
  private final Set<Node> reached;
  private final Set<Node> read;
  private final Map<String, Place> uses = new LinkedHashMap<>();

  Review(
      Checking checking,
      Dossier dossier,
      List<Expectation> tests,
      Dependencies dependencies,
      Asked asked) {
    this.checking = checking;
    this.dossier = dossier;
    this.tests = tests;
    this.dependencies = dependencies;
    this.asked = asked;
    this.places = new Places(checking.files());
    reached = reach(asked.conditions());
    read = reach(asked.inProse());
    var main = checking.main();
    for (var statement : main.document().statements())
      if (statement instanceof Statement.Use use)
        for (var path : use.paths())
          uses.putIfAbsent(path.text(), new Place(main.source(), path.span()));
  }

  Checking checking() {
    return checking;
  }

  Dossier dossier() {
    return dossier;
  }

  List<Expectation> tests() {
    return tests;
  }

  Dependencies dependencies() {
    return dependencies;
  }

  Asked asked() {
    return asked;
  }

  /// All that an answer depends on: outcomes, what prose and tests ask, and everything upstream;
  /// also facts that share a claim with one of these, since explaining the claim away moves both.
  Set<Node> reached() {
    return reached;
  }

  /// All that the outcomes and the prose depend on: what a reader is shown. What tests alone name
  /// is not in it.
  Set<Node> read() {
    return read;
  }

  private Set<Node> reach(List<Condition> conditions) {
    var reach = new LinkedHashSet<Node>();
    var open = new ArrayDeque<Node>();
    for (var question : dossier.questions())
      for (var outcome = 0; outcome < question.outcomes().size(); outcome++)
        open.add(new Node.OfOutcome(question.id(), outcome));
    for (var condition : conditions)
      for (var edge : dependencies.edges(condition)) open.add(edge.to());
    var bearing = factsByClaim();
    var claims = claimsByFact();
    while (!open.isEmpty()) {
      var node = open.remove();
      if (!reach.add(node)) continue;
      open.addAll(dependencies.next(node));
      if (node instanceof Node.OfFact(String id))
        for (var claim : claims.getOrDefault(id, Set.of()))
          for (var fact : bearing.getOrDefault(claim, Set.of())) open.add(new Node.OfFact(fact));
    }
    return reach;
  }

  /// Whether a condition depends on a fact that the claim bears on: then the model weighs the claim
  /// with the soundness of its source.
  boolean weighs(Condition condition, String claim) {
    var bearing = factsByClaim().getOrDefault(claim, Set.of());
    var open = new ArrayDeque<Node>();
    var seen = new HashSet<Node>();
    for (var edge : dependencies.edges(condition)) open.add(edge.to());
    while (!open.isEmpty()) {
      var node = open.remove();
      if (!seen.add(node)) continue;
      if (node instanceof Node.OfFact(String id) && bearing.contains(id)) return true;
      open.addAll(dependencies.next(node));
    }
    return false;
  }

  /// The facts that each claim bears on.
  Map<String, Set<String>> factsByClaim() {
    Map<String, Set<String>> facts = new HashMap<>();
    for (var fact : dossier.facts())
      for (var evidence : fact.evidence())
        facts.computeIfAbsent(evidence.claim(), _ -> new LinkedHashSet<>()).add(fact.id());
    return facts;
  }

  private Map<String, Set<String>> claimsByFact() {
    Map<String, Set<String>> claims = new HashMap<>();
    for (var fact : dossier.facts())
      for (var evidence : fact.evidence())
        claims.computeIfAbsent(fact.id(), _ -> new HashSet<>()).add(evidence.claim());
    return claims;
  }

  /// The acts that something asks about.
  List<Node.OfAct> acts() {
    return reached.stream()
        .filter(Node.OfAct.class::isInstance)
        .map(Node.OfAct.class::cast)
        .toList();
  }

  Place place(Origin origin) {
    return places.of(origin);
  }

  /// Where a name was declared.
  Place place(Kind kind, String id) {
    var entry = checking.names().entry(id);
    var place = entry == null || entry.kind() != kind ? null : entry.place();
    return place == null ? new Place(checking.main().source(), new Span(0, 0)) : place;
  }

  /// The line of an outcome.
  Place place(Question question, int outcome) {
    for (var declared : checking.declarations().of(Statement.Question.class))
      if (declared.syntax().name().text().equals(question.id()))
        return declared.at(declared.syntax().outcomes().get(outcome).name().span());
    return place(question.origin());
  }

  /// Where the dossier brings an instrument in: its `use`, or the instrument itself.
  Place place(InstrumentDraft instrument) {
    var head = instrument.head();
    for (var file : checking.files())
      if (file.source() == head.source() && !file.path().isEmpty()) {
        var use = uses.get(file.path());
        if (use != null) return use;
      }
    if (checking.isOwn(head.source())) return head.at(head.syntax().name().span());
    return uses.isEmpty()
        ? new Place(checking.main().source(), new Span(0, 0))
        : uses.values().iterator().next();
  }

  @Nullable InstrumentDraft instrument(String id) {
    for (var draft : checking.instruments()) if (draft.id().equals(id)) return draft;
    return null;
  }

  void lint(Code code, Place place, String found, String expected) {
    checking.findings().add(Problem.of(code, place, found).expecting(expected));
  }
}
