package casus.network;

import casus.model.Act;
import casus.model.Actor;
import casus.model.Article;
import casus.model.BaseRate;
import casus.model.Chance;
import casus.model.Claim;
import casus.model.Condition;
import casus.model.Council;
import casus.model.Dossier;
import casus.model.Fact;
import casus.model.Indicator;
import casus.model.Instrument;
import casus.model.Law;
import casus.model.Lever;
import casus.model.Norm;
import casus.model.Origin;
import casus.model.Quantity;
import casus.model.Question;
import casus.model.Scenario;
import casus.model.Source;
import casus.model.Term;
import casus.model.Weighing;
import casus.model.Yardstick;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A dossier being put together in a test, without a file.
final class Draft {
  static final Origin HERE = new Origin("draft", 1, 1);
  static final LocalDate FROM = LocalDate.of(2020, 8, 17);
  static final LocalDate TO = LocalDate.of(2020, 12, 31);

  final List<Question> questions = new ArrayList<>();
  final List<Actor> actors = new ArrayList<>();
  final List<Source> sources = new ArrayList<>();
  final List<Claim> claims = new ArrayList<>();
  final List<Fact> facts = new ArrayList<>();
  final List<Instrument> instruments = new ArrayList<>();
  final List<Term> terms = new ArrayList<>();
  final List<Council> councils = new ArrayList<>();
  final List<Law.ActionIncludes> actions = new ArrayList<>();
  final List<Law.Ranking> rankings = new ArrayList<>();
  final List<BaseRate> bases = new ArrayList<>();
  final List<Weighing> weighings = new ArrayList<>();
  final List<Indicator> indicators = new ArrayList<>();
  final List<Scenario> scenarios = new ArrayList<>();
  final List<Lever> levers = new ArrayList<>();
  private int numbers;

  Dossier dossier() {
    return new Dossier(
        "draft",
        "Draft",
        FROM,
        FROM,
        Dossier.LeftOut.NOTHING,
        Yardstick.ICD203,
        List.of(),
        List.copyOf(questions),
        List.copyOf(actors),
        List.copyOf(sources),
        List.copyOf(claims),
        List.copyOf(facts),
        new Law(
            List.copyOf(instruments),
            List.copyOf(terms),
            List.copyOf(councils),
            List.copyOf(actions),
            List.copyOf(rankings)),
        List.copyOf(bases),
        List.copyOf(weighings),
        List.copyOf(indicators),
        List.copyOf(scenarios),
        List.copyOf(levers),
        facts.stream().map(Fact::id).toList(),
        HERE);
  }

  /// A probability of its own, without a range.
  Quantity probability(double point) {
    return probability("number " + ++numbers, point, point, point);
  }

  static Quantity probability(String id, double point, double low, double high) {
    return new Quantity(id, id, id, Quantity.Unit.PROBABILITY, point, low, high, HERE);
  }

  static Quantity factor(String id, double point, double low, double high) {
    return new Quantity(id, id, id, Quantity.Unit.FACTOR, point, low, high, HERE);
  }

  static Quantity factor(String id, double point) {
    return factor(id, point, point, point);
  }

  Chance chance(double point) {
    return chance(probability(point));
  }

  static Chance chance(Quantity quantity) {
    return new Chance(List.of(new Chance.Case(null, quantity)));
  }

  /// A state.
  void actor(String code) {
    actors.add(new Actor(code, code, Actor.Kind.STATE, HERE));
  }

  Question question(String id, String... outcomes) {
    var question =
        new Question(
            id,
            id + "?",
            FROM,
            TO,
            false,
            Arrays.stream(outcomes).map(o -> new Question.Outcome(o, o)).toList(),
            null,
            HERE);
    questions.add(question);
    return question;
  }

  void fact(String id, Fact.Basis basis, Fact.Evidence... evidence) {
    facts.add(new Fact(id, id, basis, List.of(evidence), HERE));
  }

  /// A fact with a plain prior.
  void fact(String id, Quantity prior, Fact.Evidence... evidence) {
    fact(id, new Fact.Basis.Prior(chance(prior)), evidence);
  }

  static Fact.Evidence evidence(String claim, boolean favours, Quantity ratio) {
    return new Fact.Evidence(claim, new Fact.Support.Ratio(favours, ratio, null), HERE);
  }

  void source(String id, Quantity soundness, @Nullable String via) {
    sources.add(
        new Source(id, id, "C", soundness, List.of(), via, null, new Source.Lean.Unknown(), HERE));
  }

  void claim(String id, List<Claim.Link> chain, List<Claim.Link> leaning) {
    claims.add(
        new Claim(id, chain.getFirst().source(), FROM, id, chain, leaning, null, null, null, HERE));
  }

  static Claim.Link link(String source) {
    return new Claim.Link(source, null);
  }

  void term(String id, String parameter, Term.Reading... readings) {
    terms.add(new Term(id, parameter, null, List.of(readings), HERE));
  }

  static Term.Reading reading(String id, Condition means) {
    return new Term.Reading(id, id, means, null, null, HERE);
  }

  void treaty(String id, List<String> parties, boolean prevails, Article... articles) {
    instruments.add(
        new Instrument(
            id,
            id,
            null,
            null,
            true,
            null,
            false,
            parties,
            List.of(),
            List.of(articles),
            prevails,
            false,
            HERE));
  }

  /// An article with a norm, its condition, what it needs and its exceptions.
  static Article article(
      String instrument,
      String number,
      @Nullable Norm norm,
      @Nullable Condition when,
      List<Condition> needs,
      List<Article.Unless> exceptions,
      Article.Reading... readings) {
    return new Article(
        instrument,
        number,
        null,
        false,
        List.of(),
        null,
        when,
        norm,
        exceptions,
        needs,
        List.of(),
        List.of(readings),
        null,
        false,
        HERE);
  }

  static Article.Unless unless(String id, Condition condition) {
    return new Article.Unless(id, id, condition, HERE);
  }

  void base(String question, BaseRate.Rate... rates) {
    bases.add(new BaseRate(question, List.of(), List.of(rates), HERE));
  }

  static Weighing.Reason reason(
      String id, int outcome, boolean favours, Quantity factor, @Nullable Condition condition) {
    return new Weighing.Reason(
        id, id, outcome, favours, factor, condition, List.of(), false, null, HERE);
  }

  void weigh(
      String question,
      List<Weighing.Reason> reasons,
      List<Weighing.Gate> gates,
      List<Weighing.Overlap> overlaps) {
    weighings.add(new Weighing(question, reasons, gates, overlaps, HERE));
  }

  static Weighing.Gate gate(int outcome, Condition condition) {
    return new Weighing.Gate(outcome, condition, HERE);
  }

  /// A fact by its id: "request(BLR)", "hostile".
  static Condition.FactHolds holds(String id) {
    var open = id.indexOf('(');
    return open < 0
        ? new Condition.FactHolds(id, null)
        : new Condition.FactHolds(id.substring(0, open), id.substring(open + 1, id.length() - 1));
  }

  static Condition not(Condition condition) {
    return new Condition.Not(condition);
  }

  static Condition and(Condition... parts) {
    return new Condition.And(List.of(parts));
  }

  static Condition or(Condition... parts) {
    return new Condition.Or(List.of(parts));
  }

  static Condition.Could could(String actor, String action, String target) {
    return new Condition.Could(new Act(actor, action, target), null);
  }

  /// The network of a dossier that has one.
  static DossierNetwork network(
      Dossier dossier, Set<String> settable, List<Condition> events, List<Condition.Could> acts) {
    return switch (NetworkBuilder.build(dossier, settable, events, acts)) {
      case Built.Ready(var network) -> network;
      case Built.TooManyReasons(var names) -> throw new AssertionError("too many: " + names);
    };
  }
}
