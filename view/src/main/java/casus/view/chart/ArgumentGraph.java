package casus.view.chart;

import casus.answer.Answer;
import casus.answer.CouldAnswer.ConditionAnswer;
import casus.answer.SourceAnswer;
import casus.answer.WouldAnswer;
import casus.model.Chance;
import casus.model.Condition;
import casus.model.Fact;
import casus.model.Fact.Basis;
import casus.model.Fact.Support;
import casus.model.Indicator;
import casus.model.Indicator.Observation;
import casus.model.Weighing;
import casus.view.LawWords;
import casus.view.Numbers;
import casus.view.ReasonWords;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an answer rests on: the question, what moves it, the facts that those hang on, the claims
/// that bear on the facts, and who made them. An edge leads from what rests to what it rests on.
///
/// @param nodes in the order of the dossier, the question first; every one is reached from it
record ArgumentGraph(List<Node> nodes, List<Edge> edges) {
  enum Kind {
    QUESTION,
    BASE,
    SIGN,
    GATE,
    REASON,
    LAW,
    FACT,
    CLAIM,
    SOURCE
  }

  /// @param id unique; the anchor's name where there is one
  /// @param figure the probability, the strength, or empty
  /// @param anchor its place in the page, or null
  record Node(String id, Kind kind, String text, String figure, @Nullable Anchor anchor) {}

  /// @param from index of the node that rests on the other
  /// @param sign what it rests on does to it
  /// @param weight how strongly, as the logarithm of a factor; 0 where nothing is said
  /// @param words the same in words: "strong ÷8", "for ×3"
  record Edge(int from, int to, Sign sign, double weight, String words) {}

  enum Sign {
    FOR,
    AGAINST,
    NEITHER
  }

  static ArgumentGraph of(Answer answer) {
    return new Builder(answer).graph();
  }

  /// The index of the node with that id, or -1.
  int indexOf(String id) {
    for (var i = 0; i < nodes.size(); i++) if (nodes.get(i).id().equals(id)) return i;
    return -1;
  }

  /// A node with all that rests on it and all it rests on, the nearest first where there are more
  /// than can be shown; then the sources of the claims among them.
  ///
  /// @param most how many nodes
  ArgumentGraph around(int focus, int most) {
    var kept = new BitSet();
    kept.set(focus);
    reach(focus, most, kept, false);
    reach(focus, most, kept, true);
    for (var edge : edges)
      if (kept.get(edge.from()) && nodes.get(edge.to()).kind() == Kind.SOURCE) kept.set(edge.to());
    return only(kept);
  }

  private void reach(int focus, int most, BitSet kept, boolean down) {
    var next = new HashMap<Integer, List<Integer>>();
    for (var edge : edges)
      next.computeIfAbsent(down ? edge.from() : edge.to(), _ -> new ArrayList<>())
          .add(down ? edge.to() : edge.from());
    var queue = new ArrayDeque<Integer>(List.of(focus));
    var seen = new HashSet<Integer>(Set.of(focus));
    while (!queue.isEmpty())
      for (var other : next.getOrDefault(queue.removeFirst(), List.of()))
        if (seen.add(other) && (kept.get(other) || kept.cardinality() < most)) {
          kept.set(other);
          queue.add(other);
        }
  }

  private ArgumentGraph only(BitSet kept) {
    var index = new int[nodes.size()];
    var left = new ArrayList<Node>();
    for (var i = 0; i < index.length; i++) {
      index[i] = left.size();
      if (kept.get(i)) left.add(nodes.get(i));
    }
    return new ArgumentGraph(
        List.copyOf(left),
        edges.stream()
            .filter(e -> kept.get(e.from()) && kept.get(e.to()))
            .map(e -> new Edge(index[e.from()], index[e.to()], e.sign(), e.weight(), e.words()))
            .toList());
  }

  /// Gathers all nodes in the order of the dossier, then keeps what the question reaches: the order
  /// of what was there does not change with what is added.
  private static final class Builder {
    private static final String LAW = "law";

    private final Answer answer;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<List<Integer>, Edge> edges = new LinkedHashMap<>();

    Builder(Answer answer) {
      this.answer = answer;
    }

    ArgumentGraph graph() {
      var subject = answer.subjectOutcome();
      add(
          new Node(
              "question",
              Kind.QUESTION,
              subject.text().isEmpty() ? subject.id() : subject.text(),
              Numbers.percent(subject.probability()),
              new Anchor.OfOutcome(subject.id())));
      add(answer.dossier().facts().stream().map(this::node).toList());
      add(
          answer.dossier().claims().stream()
              .map(c ->
                  new Node(
                      new Anchor.OfClaim(c.id()).name(),
                      Kind.CLAIM,
                      c.id() + " " + c.text(),
                      "",
                      new Anchor.OfClaim(c.id())))
              .toList());
      add(
          answer.sources().stream()
              .sorted(Comparator.comparingInt(this::place))
              .map(s ->
                  new Node(
                      new Anchor.OfSource(s.id()).name(),
                      Kind.SOURCE,
                      s.title(),
                      s.grade()
                          + ", sound "
                          + Numbers.percent(s.posterior())
                          + (s.via() == null ? "" : ", via " + s.via()),
                      new Anchor.OfSource(s.id())))
              .toList());
      for (var claim : answer.dossier().claims())
        edge(
            new Anchor.OfClaim(claim.id()).name(),
            new Anchor.OfSource(claim.source()).name(),
            Sign.NEITHER,
            0,
            "");
      if (answer.would() != null) would(answer.would());
      answer.dossier().indicators().forEach(this::sign);
      law();
      answer.dossier().facts().forEach(this::fact);
      return whatTheQuestionReaches();
    }

    /// Of a source in the dossier.
    private int place(SourceAnswer source) {
      var sources = answer.dossier().sources();
      for (var i = 0; i < sources.size(); i++)
        if (sources.get(i).id().equals(source.id())) return i;
      return sources.size();
    }

    private void add(List<Node> all) {
      all.forEach(this::add);
    }

    private void add(Node node) {
      if (index.putIfAbsent(node.id(), nodes.size()) == null) nodes.add(node);
    }

    private void edge(String from, String to, Sign sign, double weight, String words) {
      var a = index.get(from);
      var b = index.get(to);
      if (a == null || b == null || a.equals(b)) return;
      edges.putIfAbsent(List.of(a, b), new Edge(a, b, sign, weight, words));
    }

    private Node node(Fact fact) {
      var figure = "";
      if (fact.basis() instanceof Basis.Given(var value))
        figure = value ? "given" : "given: not so";
      for (var driver : answer.drivers())
        if (driver.fact().equals(fact.id())) figure = Numbers.percent(driver.probability());
      return new Node(
          new Anchor.OfFact(fact.id()).name(),
          Kind.FACT,
          fact.text().isEmpty() ? fact.id().replace('-', ' ') : fact.text(),
          figure,
          new Anchor.OfFact(fact.id()));
    }

    private void would(WouldAnswer would) {
      var base = would.base().get(answer.subject());
      add(
          new Node(
              "base",
              Kind.BASE,
              "past cases: " + past(base),
              Numbers.percent(base.probability()),
              null));
      edge("question", "base", Sign.NEITHER, 0, "base rate");
      for (var weighing : answer.dossier().weighings())
        if (weighing.question().equals(answer.question().id())) weighing(weighing, would);
    }

    private static String past(WouldAnswer.BaseAnswer base) {
      var words = new ArrayList<String>();
      for (var one : base.classes()) words.add(one.successes() + " of " + one.cases());
      return words.isEmpty() ? "as written" : String.join(", ", words);
    }

    private void weighing(Weighing weighing, WouldAnswer would) {
      for (var i = 0; i < weighing.gates().size(); i++) {
        var gate = weighing.gates().get(i);
        var id = "gate-" + (i + 1);
        var shown = would.gate();
        add(
            new Node(
                id,
                Kind.GATE,
                answer.question().outcomes().get(gate.outcome()).id() + " only if",
                shown == null ? "" : "open with " + Numbers.percent(shown.holds()),
                null));
        edge("question", id, Sign.AGAINST, shown == null ? 0 : shown.share(), "gate");
        conditions(id, gate.condition(), true);
      }
      for (var reason : weighing.reasons())
        for (var counted : would.reasons())
          if (counted.id().equals(reason.id())) reason(reason, counted);
    }

    private void reason(Weighing.Reason reason, WouldAnswer.ReasonAnswer counted) {
      var id = new Anchor.OfReason(reason.id()).name();
      var elsewhere = reason.outcome() != answer.subject();
      var strength = counted.inBase() ? "in the base rate" : ReasonWords.strength(counted);
      add(
          new Node(
              id,
              Kind.REASON,
              (reason.favours() ? "+ " : "− ")
                  + reason.text()
                  + (elsewhere ? " (for " + counted.outcome() + ")" : ""),
              strength + ", " + Numbers.percent(counted.active()),
              new Anchor.OfReason(reason.id())));
      edge(
          "question",
          id,
          counted.inBase() || counted.share() == 0
              ? Sign.NEITHER
              : counted.share() > 0 ? Sign.FOR : Sign.AGAINST,
          counted.inBase() ? 0 : counted.share(),
          strength);
      if (reason.condition() != null) conditions(id, reason.condition(), true);
      for (var claim : reason.cites()) cited(id, claim);
    }

    /// A claim that is cited and bears on nothing else.
    private void cited(String id, String claim) {
      var anchor = new Anchor.OfClaim(claim).name();
      var bears = false;
      for (var fact : answer.dossier().facts())
        bears |= fact.evidence().stream().anyMatch(e -> e.claim().equals(claim));
      if (!bears) edge(id, anchor, Sign.NEITHER, 0, "cited");
    }

    private void sign(Indicator indicator) {
      var seen =
          switch (indicator.observation()) {
            case Observation.None() -> null;
            case Observation.Seen(var date, var _) -> "seen " + Numbers.date(date);
            case Observation.NotSeenBy(var date) -> "not seen by " + Numbers.date(date);
          };
      if (seen == null) return;
      var id = "sign-" + indicator.id();
      add(new Node(id, Kind.SIGN, indicator.text(), seen, null));
      edge("question", id, Sign.NEITHER, 0, seen);
      chance(id, indicator.cases());
      if (indicator.observation() instanceof Observation.Seen(var _, var cites))
        cites.forEach(claim -> cited(id, claim));
    }

    private void law() {
      var could = answer.could();
      if (could == null || !index.containsKey(LAW)) return;
      for (var pathway : could.pathways())
        for (ConditionAnswer condition : pathway.conditions())
          for (var fact : condition.facts())
            edge(LAW, new Anchor.OfFact(fact).name(), Sign.NEITHER, 0, "condition of a pathway");
    }

    private void fact(Fact fact) {
      var id = new Anchor.OfFact(fact.id()).name();
      switch (fact.basis()) {
        case Basis.Prior(var chance) -> chance(id, chance);
        case Basis.ArisesFrom(var causes, var _) ->
            causes.forEach(cause -> conditions(id, cause.condition(), true));
        case Basis.Decision(var council) -> votes(id, council);
        case Basis.Given _ -> {}
      }
      for (var evidence : fact.evidence()) {
        var claim = new Anchor.OfClaim(evidence.claim()).name();
        switch (evidence.support()) {
          case Support.Ratio(var favours, var ratio, var _) ->
              edge(
                  id,
                  claim,
                  favours ? Sign.FOR : Sign.AGAINST,
                  Math.log(ratio.point()),
                  (favours ? "for " : "against ") + Numbers.factor(ratio.point()));
          case Support.Rates(var ifTrue, var ifFalse) -> {
            var ratio = ifTrue.point() / ifFalse.point();
            edge(
                id,
                claim,
                ratio >= 1 ? Sign.FOR : Sign.AGAINST,
                Math.log(ratio),
                (ratio >= 1 ? "for " : "against ")
                    + Numbers.factor(ratio >= 1 ? ratio : 1 / ratio));
          }
        }
      }
    }

    private void votes(String id, String council) {
      for (var known : answer.dossier().law().councils())
        if (known.id().equals(council)) known.votes().forEach(v -> chance(id, v.favours()));
    }

    private void chance(String id, Chance chance) {
      for (var one : chance.cases())
        if (one.condition() != null) conditions(id, one.condition(), true);
    }

    private void conditions(String id, Condition condition, boolean positive) {
      switch (condition) {
        case Condition.FactHolds fact ->
            edge(
                id,
                new Anchor.OfFact(fact.id()).name(),
                Sign.NEITHER,
                0,
                positive ? "if so" : "if not so");
        case Condition.TermHolds(var term, var _) -> term(id, term, positive);
        case Condition.Could could -> {
          var found = answer.could();
          if (found == null) return;
          add(
              new Node(
                  LAW,
                  Kind.LAW,
                  "lawful: " + LawWords.act(answer.dossier(), could.act()),
                  Numbers.percent(found.overall().lawful()),
                  null));
          edge(id, LAW, Sign.NEITHER, 0, positive ? "if so" : "if not so");
        }
        case Condition.DecisionOf(var council) -> votes(id, council);
        case Condition.Not(var inner) -> conditions(id, inner, !positive);
        case Condition.And(var parts) -> parts.forEach(p -> conditions(id, p, positive));
        case Condition.Or(var parts) -> parts.forEach(p -> conditions(id, p, positive));
        case Condition.Truth _,
            Condition.Reached _,
            Condition.ArticleHolds _,
            Condition.PartyTo _ -> {}
      }
    }

    /// The dossier's own terms; those of instruments are behind the law.
    private void term(String id, String term, boolean positive) {
      for (var known : answer.dossier().law().terms())
        if (known.id().equals(term))
          known
              .readings()
              .forEach(reading -> {
                if (!(reading.means() instanceof Condition.TermHolds))
                  conditions(id, reading.means(), positive);
              });
    }

    private ArgumentGraph whatTheQuestionReaches() {
      var graph = new ArgumentGraph(List.copyOf(nodes), List.copyOf(edges.values()));
      var kept = new BitSet();
      kept.set(0);
      graph.reach(0, Integer.MAX_VALUE, kept, true);
      var ordered = new LinkedHashSet<Integer>();
      for (var kind : Kind.values())
        for (var i = 0; i < nodes.size(); i++)
          if (kept.get(i) && nodes.get(i).kind() == kind) ordered.add(i);
      var place = new HashMap<Integer, Integer>();
      for (var i : ordered) place.put(i, place.size());
      return new ArgumentGraph(
          ordered.stream().map(nodes::get).toList(),
          edges.values().stream()
              .filter(e -> kept.get(e.from()) && kept.get(e.to()))
              .map(e ->
                  new Edge(
                      place.getOrDefault(e.from(), 0),
                      place.getOrDefault(e.to(), 0),
                      e.sign(),
                      e.weight(),
                      e.words()))
              .toList());
    }
  }
}
