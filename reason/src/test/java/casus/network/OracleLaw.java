package casus.network;

import casus.model.Act;
import casus.model.Actor;
import casus.model.Article;
import casus.model.Chance;
import casus.model.Condition;
import casus.model.Council;
import casus.model.Dossier;
import casus.model.Fact;
import casus.model.Instrument;
import casus.model.Norm;
import casus.model.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What conditions and the law come to in one world, by definition: nothing is compiled, every
/// question is answered by looking the words up in the dossier. Shares no code with what it tests.
final class OracleLaw {
  /// One way things could be, readings included.
  interface World {
    /// Whether a fact holds for everything that depends on it; false where not declared.
    boolean holds(String fact);

    int reading(String issue);

    int outcome(String question);

    /// "against", "favours", "abstains" or "absent".
    String vote(String council, String member);
  }

  /// What the law says of an act. The last two are both silence: an exception lifted the
  /// prohibition, or none applied.
  enum Status {
    FORBIDDEN,
    CONFLICT,
    OBLIGED,
    PERMITTED,
    LIFTED,
    NOTHING;

    boolean isLawful() {
      return this == OBLIGED || this == PERMITTED || this == LIFTED;
    }
  }

  /// A norm that bears on an act.
  private record Candidate(
      Instrument instrument, Article article, Norm norm, int reading, boolean forbids) {
    boolean isDuty() {
      return norm.modality() != Norm.Modality.MAY;
    }
  }

  private final Dossier dossier;
  private final @Nullable String place;
  private final @Nullable String actor;
  private final List<String> states = new ArrayList<>();
  private final Map<String, Term> terms = new HashMap<>();

  OracleLaw(Dossier dossier) {
    this.dossier = dossier;
    dossier.law().terms().forEach(term -> terms.put(term.id(), term));
    place = placeOf(dossier);
    actor = actorOf(dossier);
    for (var fact : dossier.facts()) {
      var open = fact.id().indexOf('(');
      if (open < 0) continue;
      var state = fact.id().substring(open + 1, fact.id().length() - 1);
      if (!states.contains(state)) states.add(state);
    }
  }

  /// What the variables of a condition stand for.
  private record Stands(@Nullable String actor, @Nullable String target, @Nullable String some) {
    @Nullable String of(@Nullable String argument) {
      if (argument == null) return null;
      var state =
          switch (argument) {
            case "P", "S" -> target;
            case "A" -> actor;
            case "V" -> some;
            default -> argument;
          };
      return state == null && (argument.equals("A") || argument.equals("V")) ? argument : state;
    }

    Stands with(String state) {
      return new Stands(actor, target, state);
    }
  }

  /// Who does the first act the dossier asks about, reasons before anything else.
  private static @Nullable String actorOf(Dossier dossier) {
    var actors = new ArrayList<String>();
    for (var weighing : dossier.weighings()) {
      weighing.reasons().forEach(reason -> actors(reason.condition(), actors));
      weighing.gates().forEach(gate -> actors(gate.condition(), actors));
    }
    for (var fact : dossier.facts()) {
      if (fact.basis() instanceof Fact.Basis.Prior(Chance chance))
        chance.cases().forEach(one -> actors(one.condition(), actors));
      if (fact.basis() instanceof Fact.Basis.ArisesFrom arises)
        arises.causes().forEach(cause -> actors(cause.condition(), actors));
    }
    for (var sign : dossier.indicators())
      sign.cases().cases().forEach(one -> actors(one.condition(), actors));
    for (var scenario : dossier.scenarios())
      scenario.suppose().forEach(condition -> actors(condition, actors));
    return actors.isEmpty() ? null : actors.getFirst();
  }

  private static void actors(@Nullable Condition condition, List<String> actors) {
    switch (condition) {
      case Condition.Could could -> actors.add(could.act().actor());
      case Condition.Not not -> actors(not.condition(), actors);
      case Condition.And and -> and.parts().forEach(part -> actors(part, actors));
      case Condition.Or or -> or.parts().forEach(part -> actors(part, actors));
      case null, default -> {}
    }
  }

  /// Where the dossier's act takes place: its acts must share one target.
  private static @Nullable String placeOf(Dossier dossier) {
    var places = new TreeSet<String>();
    for (var weighing : dossier.weighings()) {
      weighing.reasons().forEach(reason -> collect(reason.condition(), places));
      weighing.gates().forEach(gate -> collect(gate.condition(), places));
    }
    for (var fact : dossier.facts()) {
      if (fact.basis() instanceof Fact.Basis.Prior(Chance chance))
        chance.cases().forEach(one -> collect(one.condition(), places));
      if (fact.basis() instanceof Fact.Basis.ArisesFrom arises)
        arises.causes().forEach(cause -> collect(cause.condition(), places));
    }
    for (var sign : dossier.indicators())
      sign.cases().cases().forEach(one -> collect(one.condition(), places));
    for (var scenario : dossier.scenarios())
      scenario.suppose().forEach(condition -> collect(condition, places));
    if (places.size() > 1) throw new IllegalArgumentException("acts in " + places);
    return places.isEmpty() ? null : places.first();
  }

  private static void collect(@Nullable Condition condition, Set<String> places) {
    switch (condition) {
      case Condition.Could could -> places.add(could.act().target());
      case Condition.Not not -> collect(not.condition(), places);
      case Condition.And and -> and.parts().forEach(part -> collect(part, places));
      case Condition.Or or -> or.parts().forEach(part -> collect(part, places));
      case null, default -> {}
    }
  }

  @Nullable String place() {
    return place;
  }

  /// A condition of the dossier itself.
  boolean holds(World world, Condition condition) {
    return holds(world, condition, new Stands(actor, place, null));
  }

  /// A condition that speaks of some state holds if it holds of one.
  private boolean holds(World world, Condition condition, Stands stands) {
    if (stands.some() == null && speaksOf(condition, "V"))
      return states.stream().anyMatch(state -> holds(world, condition, stands.with(state)));
    return switch (condition) {
      case Condition.Truth truth -> truth.value();
      case Condition.FactHolds fact -> {
        var argument = stands.of(fact.argument());
        yield world.holds(argument == null ? fact.name() : fact.name() + "(" + argument + ")");
      }
      case Condition.TermHolds use -> {
        var term = terms.get(use.term());
        if (term == null) yield false;
        var argument = use.argument() == null ? stands.target() : stands.of(use.argument());
        var reading = term.readings().size() == 1 ? 0 : world.reading(term.id());
        yield holds(
            world,
            term.readings().get(reading).means(),
            new Stands(stands.actor(), argument, null));
      }
      case Condition.Could could -> {
        var act = could.act();
        var where = stands.of(act.target());
        yield where != null
            && status(world, new Act(act.actor(), act.action(), where), could.order()).isLawful();
      }
      case Condition.Reached reached -> {
        var outcome = world.outcome(reached.question());
        yield reached.orMore() ? outcome >= reached.outcome() : outcome == reached.outcome();
      }
      case Condition.PartyTo party -> {
        var state = stands.of(party.state());
        yield state != null
            && dossier.law().instruments().stream()
                .anyMatch(i ->
                    i.id().equals(party.instrument())
                        && i.inForce()
                        && i.parties().contains(state));
      }
      case Condition.DecisionOf decision -> decides(world, decision.council(), stands.target());
      case Condition.ArticleHolds holds -> articleHolds(world, holds, stands);
      case Condition.Not not -> !holds(world, not.condition(), stands);
      case Condition.And and -> and.parts().stream().allMatch(part -> holds(world, part, stands));
      case Condition.Or or -> or.parts().stream().anyMatch(part -> holds(world, part, stands));
    };
  }

  private static boolean speaksOf(Condition condition, String variable) {
    return switch (condition) {
      case Condition.FactHolds fact -> variable.equals(fact.argument());
      case Condition.TermHolds term -> variable.equals(term.argument());
      case Condition.PartyTo party -> variable.equals(party.state());
      case Condition.Could could -> could.act().target().equals(variable);
      case Condition.Not not -> speaksOf(not.condition(), variable);
      case Condition.And and -> and.parts().stream().anyMatch(part -> speaksOf(part, variable));
      case Condition.Or or -> or.parts().stream().anyMatch(part -> speaksOf(part, variable));
      default -> false;
    };
  }

  /// Whether a council decides in favour, its rule taken at its word.
  boolean decides(World world, String id, @Nullable String target) {
    for (var council : dossier.law().councils())
      if (council.id().equals(id)) {
        var votes = new LinkedHashMap<String, String>();
        for (var member : council.members())
          if ((!council.excludesTarget() || !member.equals(target))
              && council.excludedWhere().stream()
                  .noneMatch(fact -> world.holds(fact + "(" + member + ")")))
            votes.put(member, world.vote(id, member));
        return decides(council.rule(), votes);
      }
    return false;
  }

  /// Whether these votes, by member, carry a decision.
  static boolean decides(Council.Rule rule, Map<String, String> votes) {
    if (votes.isEmpty()) return false;
    for (var vetoer : rule.vetoes()) if ("against".equals(votes.get(vetoer))) return false;
    var favours = count(votes, "favours");
    var present = votes.size() - count(votes, "absent");
    return switch (rule) {
      case Council.Rule.Consensus _ -> count(votes, "against") == 0;
      case Council.Rule.Unanimity _ -> favours == votes.size();
      case Council.Rule.Count count -> favours >= count.needed();
      case Council.Rule.Share share -> {
        var whole = share.ofPresent() ? present : votes.size();
        var wanted = whole * share.numerator();
        var got = favours * share.denominator();
        yield whole > 0 && (share.strict() ? got > wanted : got >= wanted);
      }
    };
  }

  private static int count(Map<String, String> votes, String vote) {
    var count = 0;
    for (var one : votes.values()) if (one.equals(vote)) count++;
    return count;
  }

  private boolean articleHolds(World world, Condition.ArticleHolds wanted, Stands outside) {
    var stands = new Stands(outside.actor(), outside.target(), null);
    for (var instrument : dossier.law().instruments())
      if (instrument.id().equals(wanted.instrument()) && instrument.inForce())
        for (var article : instrument.articles())
          if (article.number().equals(wanted.number()))
            return applies(world, instrument, article, stands)
                && article.exceptions().stream()
                    .noneMatch(unless -> holds(world, unless.condition(), stands));
    return false;
  }

  /// Whether an article's conditions hold, exceptions apart. An article that speaks of `P` needs a
  /// party.
  private boolean applies(World world, Instrument instrument, Article article, Stands stands) {
    if (article.dormant()) return false;
    var own = new ArrayList<Condition>(article.needs());
    if (article.when() != null) own.add(article.when());
    var triggers = article.triggers().stream().map(Article.Trigger::when).toList();
    var ofParties =
        (article.norm() != null && article.norm().target().equals("P"))
            || own.stream().anyMatch(condition -> speaksOf(condition, "P"))
            || triggers.stream().anyMatch(condition -> speaksOf(condition, "P"));
    var target = stands.target();
    if (ofParties && (target == null || !instrument.parties().contains(target))) return false;
    var all = new ArrayList<>(own);
    all.addAll(triggers);
    if (stands.some() == null && all.stream().anyMatch(condition -> speaksOf(condition, "V")))
      return states.stream()
          .anyMatch(state -> applies(world, instrument, article, stands.with(state)));
    return own.stream().allMatch(condition -> holds(world, condition, stands))
        && (triggers.isEmpty() || triggers.stream().anyMatch(c -> holds(world, c, stands)))
        && (article.with() == null
            || articleHolds(
                world, new Condition.ArticleHolds(instrument.id(), article.with()), stands));
  }

  private static Stands of(Act act) {
    return new Stands(act.actor(), act.target(), null);
  }

  /// What the law says of an act, under all legal orders or one: international law and each state's
  /// own law speak separately, and what one forbids the others do not make lawful.
  Status status(World world, Act act, @Nullable String order) {
    return status(world, act, order, false);
  }

  /// @param verified leave out what is known only from memory, and what rests on it
  Status status(World world, Act act, @Nullable String order, boolean verified) {
    var orders = new LinkedHashMap<String, List<Candidate>>();
    for (var candidate : candidates(act)) {
      if (verified && isUnverified(candidate.instrument(), candidate.article())) continue;
      var state = candidate.instrument().statuteOf();
      var own = state == null ? "international" : state;
      if (order == null || order.equals(own) || order.equals(candidate.instrument().id()))
        orders.computeIfAbsent(own, _ -> new ArrayList<>()).add(candidate);
    }
    var said = new HashSet<Status>();
    orders.values().forEach(candidates -> said.add(statusInOrder(world, act, candidates)));
    for (var status : Status.values()) if (said.contains(status)) return status;
    return Status.NOTHING;
  }

  private boolean isUnverified(Instrument instrument, Article article) {
    if (article.fromMemory() || instrument.fromMemory()) return true;
    var named = new ArrayList<Condition>(article.needs());
    if (article.when() != null) named.add(article.when());
    article.triggers().forEach(trigger -> named.add(trigger.when()));
    if (article.with() != null)
      named.add(new Condition.ArticleHolds(instrument.id(), article.with()));
    return named.stream().anyMatch(this::restsOnMemory);
  }

  private boolean restsOnMemory(Condition condition) {
    return switch (condition) {
      case Condition.ArticleHolds holds ->
          dossier.law().instruments().stream()
              .filter(i -> i.id().equals(holds.instrument()))
              .anyMatch(i ->
                  i.articles().stream()
                      .anyMatch(a -> a.number().equals(holds.number()) && isUnverified(i, a)));
      case Condition.Not not -> restsOnMemory(not.condition());
      case Condition.And and -> and.parts().stream().anyMatch(this::restsOnMemory);
      case Condition.Or or -> or.parts().stream().anyMatch(this::restsOnMemory);
      default -> false;
    };
  }

  /// Team defeat: a conclusion stands where some active norm speaks for it and every active norm
  /// against it is outranked by an active norm for it.
  private Status statusInOrder(World world, Act act, List<Candidate> candidates) {
    var allowing = new ArrayList<Candidate>();
    var forbidding = new ArrayList<Candidate>();
    var lifted = false;
    for (var candidate : candidates) {
      if (!applies(world, act, candidate)) continue;
      if (isExcepted(world, act, candidate)) lifted |= candidate.forbids();
      else (candidate.forbids() ? forbidding : allowing).add(candidate);
    }
    if (allowing.isEmpty() && forbidding.isEmpty()) return lifted ? Status.LIFTED : Status.NOTHING;
    var obliged = allowing.stream().anyMatch(candidate -> obliges(act, candidate.norm()));
    if (stands(forbidding, allowing)) return Status.FORBIDDEN;
    if (stands(allowing, forbidding)) return obliged ? Status.OBLIGED : Status.PERMITTED;
    return Status.CONFLICT;
  }

  private boolean stands(List<Candidate> team, List<Candidate> others) {
    return !team.isEmpty()
        && others.stream().allMatch(o -> team.stream().anyMatch(member -> prevails(member, o)));
  }

  private boolean prevails(Candidate higher, Candidate lower) {
    for (var ranking : dossier.law().rankings())
      if (ranking.higher().equals(higher.article().id())
          && ranking.lower().equals(lower.article().id())) return true;
    return higher.instrument().obligationsPrevail()
        && higher.isDuty()
        && !lower.instrument().obligationsPrevail();
  }

  /// Which pathways are open: permissions and duties whose conditions hold, and exceptions to
  /// prohibitions, by label, in the order of the law.
  Map<String, Boolean> pathways(World world, Act act, @Nullable String order) {
    var open = new LinkedHashMap<String, Boolean>();
    for (var candidate : candidates(act)) {
      var state = candidate.instrument().statuteOf();
      var own = state == null ? "international" : state;
      if (order != null && !order.equals(own) && !order.equals(candidate.instrument().id()))
        continue;
      var id = candidate.article().id() + "/" + candidate.reading();
      if (!candidate.forbids())
        open.put(id, applies(world, act, candidate) && !isExcepted(world, act, candidate));
      else
        for (var unless : candidate.article().exceptions())
          open.put(id + " " + unless.id(), holds(world, unless.condition(), of(act)));
    }
    return open;
  }

  private boolean isExcepted(World world, Act act, Candidate candidate) {
    return candidate.article().exceptions().stream()
        .anyMatch(unless -> holds(world, unless.condition(), of(act)));
  }

  private boolean applies(World world, Act act, Candidate candidate) {
    var article = candidate.article();
    if (!applies(world, candidate.instrument(), article, of(act))) return false;
    if (candidate.reading() < 0) return true;
    if (world.reading(article.id()) != candidate.reading()) return false;
    var when = article.readings().get(candidate.reading()).when();
    if (when == null) return true;
    return holds(world, when, of(act))
        && (!speaksOf(when, "P") || candidate.instrument().parties().contains(act.target()));
  }

  private List<Candidate> candidates(Act act) {
    var found = new ArrayList<Candidate>();
    for (var instrument : dossier.law().instruments()) {
      if (!instrument.inForce()) continue;
      for (var article : instrument.articles()) {
        add(found, act, instrument, article, article.norm(), -1);
        for (var i = 0; i < article.readings().size(); i++)
          add(found, act, instrument, article, article.readings().get(i).norm(), i);
      }
    }
    return found;
  }

  private void add(
      List<Candidate> found,
      Act act,
      Instrument instrument,
      Article article,
      @Nullable Norm norm,
      int reading) {
    if (norm == null) return;
    var same = norm.action().equals(act.action());
    if (!same && !includes(norm.action(), act.action()) && !includes(act.action(), norm.action()))
      return;
    var subject =
        switch (norm.subject()) {
          case Norm.Subject.AnyState _ ->
              dossier.actors().stream()
                  .filter(actor -> actor.code().equals(act.actor()))
                  .allMatch(actor -> actor.kind() != Actor.Kind.PERSON);
          case Norm.Subject.AnyOrganisation _ ->
              dossier.actors().stream()
                  .filter(actor -> actor.code().equals(act.actor()))
                  .anyMatch(actor -> actor.kind() == Actor.Kind.BODY);
          case Norm.Subject.One one -> one.actor().equals(act.actor());
          case Norm.Subject.Collective(String name) when name.equals(act.actor()) -> true;
          default -> instrument.parties().contains(act.actor());
        };
    var target =
        switch (norm.target()) {
          case "", "S" -> true;
          case "P" -> instrument.parties().contains(act.target());
          default -> norm.target().equals(act.target());
        };
    if (subject && target)
      found.add(
          new Candidate(
              instrument, article, norm, reading, norm.modality() == Norm.Modality.MUST_NOT));
  }

  /// A duty to do the act, or a narrower one with force.
  private boolean obliges(Act act, Norm norm) {
    return norm.modality() == Norm.Modality.MUST
        && (norm.action().equals(act.action())
            || (norm.withForce() && includes(act.action(), norm.action())));
  }

  private boolean includes(String wide, String narrow) {
    for (var action : dossier.law().actions())
      if (action.action().equals(wide))
        for (var part : action.narrower())
          if (part.equals(narrow) || includes(part, narrow)) return true;
    return false;
  }
}
