package casus.treaty;

import casus.model.Act;
import casus.model.Article;
import casus.model.Condition;
import casus.model.Council;
import casus.model.Dossier;
import casus.model.Fact;
import casus.model.Instrument;
import casus.model.Quantity;
import casus.model.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Turns the conditions of one dossier into formulas: binds `P` and `S`, spells out terms by their
/// readings, articles by their conditions and acts by their legal status. A fact that the dossier
/// does not declare counts as false.
public final class Grounding {
  private final Dossier dossier;
  private final Set<String> open;
  private final Map<String, Fact> facts = new HashMap<>();
  private final Map<String, Term> terms = new HashMap<>();
  private final Map<String, Council> councils = new HashMap<>();
  private final Map<String, Instrument> instruments = new HashMap<>();
  private final Map<String, Issue> issues = new LinkedHashMap<>();
  private final Map<String, LegalOpinion> opinions = new HashMap<>();
  private final Map<String, Formula> named = new HashMap<>();
  private final Set<String> underWay = new HashSet<>();

  /// @param open ids of facts that may be set against what is given; all other given facts are
  ///   folded away
  public Grounding(Dossier dossier, Set<String> open) {
    this.dossier = dossier;
    this.open = Set.copyOf(open);
    dossier.facts().forEach(fact -> facts.put(fact.id(), fact));
    dossier.law().terms().forEach(term -> terms.put(term.id(), term));
    dossier.law().councils().forEach(council -> councils.put(council.id(), council));
    dossier.law().instruments().forEach(i -> instruments.put(i.id(), i));
  }

  public Dossier dossier() {
    return dossier;
  }

  /// The contested terms and articles met so far, in the order in which the dossier uses them.
  public List<Issue> issues() {
    return List.copyOf(issues.values());
  }

  /// A condition of the dossier itself.
  public Formula condition(Condition condition) {
    return condition(condition, null, defaultTarget());
  }

  /// The legal opinion on an act, under all legal orders or under one.
  ///
  /// @param order an instrument's id or a state's code, or null for all
  public LegalOpinion opinion(Act act, @Nullable String order) {
    var key = act + " under " + order;
    var known = opinions.get(key);
    if (known != null) return known;
    var opinion = LegalOpinion.of(this, act, order);
    opinions.put(key, opinion);
    return opinion;
  }

  /// Where the act takes place that the dossier is about: what `P` and `S` stand for outside of
  /// instruments, and whom a council leaves out. Null where the dossier is about no act.
  public @Nullable String defaultTarget() {
    return dossier.actors().isEmpty() ? null : Acts.first(dossier).map(Act::target).orElse(null);
  }

  Formula condition(Condition condition, @Nullable Instrument inside, @Nullable String target) {
    return switch (condition) {
      case Condition.Truth truth -> Formula.constant(truth.value());
      case Condition.FactHolds fact -> fact(fact, target);
      case Condition.TermHolds term -> term(term, target);
      case Condition.Could could -> lawful(could, target);
      case Condition.Reached reached ->
          new Formula.Reached(reached.question(), reached.outcome(), reached.orMore());
      case Condition.DecisionOf decision -> decides(decision.council(), target);
      case Condition.ArticleHolds holds -> article(holds, target);
      case Condition.Not not -> Formula.not(condition(not.condition(), inside, target));
      case Condition.And and ->
          Formula.and(and.parts().stream().map(c -> condition(c, inside, target)).toList());
      case Condition.Or or ->
          Formula.or(or.parts().stream().map(c -> condition(c, inside, target)).toList());
    };
  }

  private Formula fact(Condition.FactHolds holds, @Nullable String target) {
    var fact = facts.get(factId(holds, target));
    if (fact == null) return Formula.Constant.FALSE;
    if (fact.basis() instanceof Fact.Basis.Given given && !open.contains(fact.id()))
      return Formula.constant(given.value());
    return new Formula.FactHolds(fact.id());
  }

  static String factId(Condition.FactHolds holds, @Nullable String target) {
    var argument = bound(holds.argument(), target);
    return argument == null ? holds.name() : holds.name() + "(" + argument + ")";
  }

  private static @Nullable String bound(@Nullable String argument, @Nullable String target) {
    return isVariable(argument) ? target : argument;
  }

  static boolean isVariable(@Nullable String argument) {
    return "P".equals(argument) || "S".equals(argument);
  }

  private Formula term(Condition.TermHolds holds, @Nullable String target) {
    var term = terms.get(holds.term());
    if (term == null) return Formula.Constant.FALSE;
    var argument = holds.argument() == null ? target : bound(holds.argument(), target);
    var name = term.id() + (argument == null ? "" : "(" + argument + ")");
    return once(
        name,
        () -> {
          if (!term.isContested())
            return condition(term.readings().getFirst().means(), null, argument);
          issue(
              term.id(),
              term.readings().stream().map(Term.Reading::id).toList(),
              term.readings().stream().flatMap(r -> Stream.ofNullable(r.weight())).toList());
          var readings = new ArrayList<Formula>();
          for (var i = 0; i < term.readings().size(); i++)
            readings.add(
                Formula.and(
                    new Formula.ReadingIs(term.id(), i),
                    condition(term.readings().get(i).means(), null, argument)));
          return Formula.or(readings);
        });
  }

  /// Notes a contested term or article.
  ///
  /// @param weights of those readings that have one
  void issue(String id, List<String> readings, List<Quantity> weights) {
    issues.putIfAbsent(
        id, new Issue(id, readings, weights.size() == readings.size() ? weights : null));
  }

  private Formula lawful(Condition.Could could, @Nullable String target) {
    var act = could.act();
    var bound = bound(act.target(), target);
    if (bound == null) return Formula.Constant.FALSE;
    var whole = new Act(act.actor(), act.action(), bound);
    var name = "could(" + whole + (could.order() == null ? "" : " under " + could.order()) + ")";
    return once(name, () -> opinion(whole, could.order()).lawful());
  }

  private Formula decides(String councilId, @Nullable String target) {
    var council = councils.get(councilId);
    if (council == null) return Formula.Constant.FALSE;
    var excludes = council.excludesTarget() && target != null && council.members().contains(target);
    return new Formula.Decides(councilId, excludes ? target : null);
  }

  private Formula article(Condition.ArticleHolds holds, @Nullable String target) {
    var instrument = instruments.get(holds.instrument());
    if (instrument == null || !instrument.inForce()) return Formula.Constant.FALSE;
    for (var article : instrument.articles())
      if (article.number().equals(holds.number())) return holds(instrument, article, target);
    return Formula.Constant.FALSE;
  }

  /// When an article's own conditions hold and none of its exceptions does.
  Formula holds(Instrument instrument, Article article, @Nullable String target) {
    if (article.dormant()) return Formula.Constant.FALSE;
    return once(
        "article " + article.id() + (target == null ? "" : "(" + target + ")"),
        () -> {
          var exceptions =
              article.exceptions().stream().map(u -> condition(u.condition(), instrument, target));
          return Formula.and(
              applies(instrument, article, target), Formula.not(Formula.or(exceptions.toList())));
        });
  }

  /// When an article's own conditions hold, whatever its exceptions and readings say.
  Formula applies(Instrument instrument, Article article, @Nullable String target) {
    var conditions = new ArrayList<Formula>();
    if (asksForParty(article) && (target == null || !instrument.parties().contains(target)))
      return Formula.Constant.FALSE;
    if (article.when() != null) conditions.add(condition(article.when(), instrument, target));
    if (article.with() != null)
      conditions.add(article(new Condition.ArticleHolds(instrument.id(), article.with()), target));
    if (!article.triggers().isEmpty())
      conditions.add(
          Formula.or(
              article.triggers().stream()
                  .map(t -> condition(t.when(), instrument, target))
                  .toList()));
    article.needs().forEach(need -> conditions.add(condition(need, instrument, target)));
    return Formula.and(conditions);
  }

  /// Whether the article speaks of `P`, which only a party can be.
  private static boolean asksForParty(Article article) {
    var conditions =
        Stream.concat(
            Stream.ofNullable(article.when()),
            Stream.concat(
                article.needs().stream(), article.triggers().stream().map(Article.Trigger::when)));
    return (article.norm() != null && article.norm().target().equals("P"))
        || conditions.anyMatch(c -> Mentions.variable(c, "P"));
  }

  private Formula once(String name, java.util.function.Supplier<Formula> formula) {
    var known = named.get(name);
    if (known != null) return known;
    // A definition that runs in a circle is refused when the dossier is checked; here it merely
    // must not run for ever.
    if (!underWay.add(name)) return Formula.Constant.FALSE;
    try {
      var made = Formula.named(name, Objects.requireNonNull(formula.get()));
      named.put(name, made);
      return made;
    } finally {
      underWay.remove(name);
    }
  }
}
