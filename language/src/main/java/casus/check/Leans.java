package casus.check;

import casus.model.Claim;
import casus.model.Dossier;
import casus.model.Fact;
import casus.model.Source;
import casus.syntax.Statement;
import casus.text.Code;
import casus.text.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which links of each claim's chain would say it anyway. A claim's direction on an outcome is its
/// polarity on a fact times the way that fact bears on the outcome: its reasons there, else the
/// condition that gates the outcome, else by a detour through terms, the law or other facts, else
/// the reasons of the other outcomes, turned round.
final class Leans {
  private final Checking checking;
  private final Dossier dossier;
  private final Dependencies dependencies;
  private final Map<String, Source> sources;
  private final Map<String, List<Bears>> bearing = new HashMap<>();
  private final Map<String, Declared<Statement.Claim>> written = new HashMap<>();
  private final Map<Node.OfOutcome, Map<String, Sign>> signs = new HashMap<>();
  private final Map<List<Object>, Map<String, Sign>> direct = new HashMap<>();
  private final Map<List<Object>, Map<Node, Sign>> detours = new HashMap<>();
  private final Set<String> mixed = new HashSet<>();

  private record Bears(String fact, Sign polarity) {}

  Leans(
      Checking checking, Dossier dossier, Dependencies dependencies, Map<String, Source> sources) {
    this.checking = checking;
    this.dossier = dossier;
    this.dependencies = dependencies;
    this.sources = sources;
    for (var fact : dossier.facts())
      for (var evidence : fact.evidence())
        bearing
            .computeIfAbsent(evidence.claim(), _ -> new ArrayList<>())
            .add(new Bears(fact.id(), polarity(evidence.support())));
    for (var claim : checking.declarations().of(Statement.Claim.class))
      written.putIfAbsent(claim.syntax().name().text(), claim);
  }

  private static Sign polarity(Fact.Support support) {
    return switch (support) {
      case Fact.Support.Ratio ratio -> Sign.of(ratio.favours());
      case Fact.Support.Rates rates -> {
        var difference = rates.ifTrue().point() - rates.ifFalse().point();
        yield difference == 0 ? Sign.NONE : Sign.of(difference > 0);
      }
    };
  }

  List<Claim> resolve() {
    return dossier.claims().stream().map(this::withLeaning).toList();
  }

  private Claim withLeaning(Claim claim) {
    var leaning = new ArrayList<Claim.Link>();
    for (var link : claim.chain()) {
      var source = sources.get(link.source());
      if (source != null
          && source.lean() instanceof Source.Lean.Towards lean
          && leansAlong(claim, source, lean)) leaning.add(link);
    }
    return new Claim(
        claim.id(),
        claim.source(),
        claim.date(),
        claim.text(),
        claim.chain(),
        List.copyOf(leaning),
        claim.omits(),
        claim.quote(),
        claim.finding(),
        claim.origin());
  }

  private boolean leansAlong(Claim claim, Source source, Source.Lean.Towards lean) {
    var outcome = new Node.OfOutcome(lean.question(), lean.outcome());
    var direction = stated(claim, outcome);
    if (direction == null) direction = direction(claim, outcome);
    if (direction == Sign.MIXED) mixed(claim, source, outcome);
    return direction == Sign.of(lean.favours());
  }

  /// What the claim's own `leaning` says of the outcome, or null where it says nothing of it.
  private @Nullable Sign stated(Claim claim, Node.OfOutcome outcome) {
    var declared = written.get(claim.id());
    var leaning = declared == null ? null : declared.syntax().leaning();
    if (declared == null || leaning == null) return null;
    if (leaning.outcome() == null) return Sign.NONE;
    var leaned =
        checking
            .conditions()
            .leanedOutcome(leaning.outcome(), declared.at(leaning.outcome().span()));
    return leaned != null
            && leaned.question().equals(outcome.question())
            && leaned.index() == outcome.outcome()
        ? Sign.of(leaning.favours())
        : null;
  }

  private Sign direction(Claim claim, Node.OfOutcome outcome) {
    var direction = Sign.NONE;
    for (var bears : bearing.getOrDefault(claim.id(), List.of()))
      direction = direction.and(bears.polarity().times(sign(bears.fact(), outcome)));
    return direction;
  }

  private Sign sign(String fact, Node.OfOutcome outcome) {
    return signs
        .computeIfAbsent(outcome, _ -> new HashMap<>())
        .computeIfAbsent(fact, _ -> nearest(fact, outcome));
  }

  private Sign nearest(String fact, Node.OfOutcome outcome) {
    var direct = direct(fact, outcome, Dependencies.Part.REASON);
    if (direct != Sign.NONE) return direct;
    var gate = direct(fact, outcome, Dependencies.Part.GATE);
    if (gate != Sign.NONE) return gate;
    var own = EnumSet.of(Dependencies.Part.REASON, Dependencies.Part.GATE);
    var detour = detours(outcome, own).getOrDefault(new Node.OfFact(fact), Sign.NONE);
    if (detour != Sign.NONE) return detour;
    return detours(outcome, EnumSet.of(Dependencies.Part.OTHER_OUTCOME))
        .getOrDefault(new Node.OfFact(fact), Sign.NONE);
  }

  /// The signs of the facts that an outcome's reasons, or its gates, name themselves.
  private Sign direct(String fact, Node.OfOutcome outcome, Dependencies.Part part) {
    return direct
        .computeIfAbsent(List.of(outcome, part), _ -> named(outcome, part))
        .getOrDefault(fact, Sign.NONE);
  }

  private Map<String, Sign> named(Node.OfOutcome outcome, Dependencies.Part part) {
    Map<String, Sign> named = new HashMap<>();
    for (var edge : dependencies.edges(outcome))
      if (edge.part() == part && edge.to() instanceof Node.OfFact(String id))
        named.merge(id, edge.sign(), Sign::and);
    return named;
  }

  private Map<Node, Sign> detours(Node.OfOutcome outcome, Set<Dependencies.Part> parts) {
    return detours.computeIfAbsent(
        List.of(outcome, Set.copyOf(parts)), _ -> new Influence(dependencies).on(outcome, parts));
  }

  private void mixed(Claim claim, Source source, Node.OfOutcome outcome) {
    var declared = written.get(claim.id());
    if (declared == null || !mixed.add(claim.id() + " " + outcome)) return;
    var name = dependencies.name(outcome);
    checking
        .findings()
        .add(
            Problem.of(
                    Code.E503,
                    declared.at(declared.syntax().name().span()),
                    "`"
                        + source.id()
                        + "` leans on `"
                        + name
                        + "`, and what it says in "
                        + claim.id()
                        + " speaks both for and against it")
                .expecting(
                    "its direction stated: `leaning for OUTCOME` or `leaning against OUTCOME`"));
  }
}
