package casus.network;

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
import casus.model.Norm;
import casus.model.Quantity;
import casus.model.Scenario;
import casus.model.Source;
import casus.model.Term;
import casus.model.Weighing;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Small random dossiers that use every construct there is. Early facts depend on nothing but each
/// other, the law on early facts, late facts and the second question on everything before them.
final class RandomDossiers {
  private static final List<String> ACTORS = List.of("RUS", "BLR", "KAZ", "LTU");
  private static final List<String> TARGET = List.of("P", "S");
  private static final List<String> VARIABLES_OF_TERMS = List.of("P", "S", "A");
  private static final List<String> VARIABLES = List.of("P", "S", "P", "S", "A", "V");
  private static final List<String> ACTIONS = List.of("use-force", "deploy", "assist");

  private final SplittableRandom random;
  private final Draft draft = new Draft();
  private final List<Quantity> words;
  private final List<Condition> early = new ArrayList<>();
  private final List<Supplier<Condition>> lawful = new ArrayList<>();
  private final List<Supplier<Condition>> later = new ArrayList<>();
  private final List<Condition.Could> acts = new ArrayList<>();
  private @Nullable Claim claimOfTwoFacts;
  private int names;

  private RandomDossiers(SplittableRandom random) {
    this.random = random;
    var ranges = random.nextBoolean();
    words =
        List.of(
            word("slight", 1.5, ranges),
            word("moderate", 3, ranges && random.nextBoolean()),
            word("strong", 8, false));
  }

  private static Quantity word(String name, double factor, boolean range) {
    return range
        ? Draft.factor("strength " + name, factor, factor / 1.3, factor * 1.3)
        : Draft.factor("strength " + name, factor);
  }

  /// A dossier and the acts it may be asked about.
  record Example(Dossier dossier, List<Condition.Could> acts) {}

  static Example next(SplittableRandom random) {
    return new RandomDossiers(random).example();
  }

  private Example example() {
    ACTORS.forEach(draft::actor);
    if (chance(0.1)) {
      draft.actors.removeLast();
      var kind = chance(0.5) ? Actor.Kind.PERSON : Actor.Kind.BODY;
      draft.actors.add(new Actor("LTU", "LTU", kind, Draft.HERE));
    }
    sources();
    var facts = 2 + random.nextInt(3);
    for (var i = 0; i < facts; i++) earlyFact(i);
    early.add(new Condition.FactHolds("ghost", chance(0.5) ? "BLR" : null));
    terms();
    councils();
    law();
    acts();
    question("first");
    var late = random.nextInt(3);
    for (var i = 0; i < late; i++) lateFact();
    if (chance(0.35)) question("second");
    indicators();
    for (var i = 0; i < 2; i++)
      draft.scenarios.add(
          new Scenario(
              "scenario" + i,
              "?",
              some(1 + random.nextInt(2), this::later),
              List.of(),
              Draft.HERE));
    return new Example(draft.dossier(), List.copyOf(acts));
  }

  private boolean chance(double p) {
    return random.nextDouble() < p;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private <T> List<T> some(int count, Supplier<T> supplier) {
    var list = new ArrayList<T>();
    for (var i = 0; i < count; i++) list.add(supplier.get());
    return list;
  }

  private Quantity probability() {
    return draft.probability(
        chance(0.05) ? random.nextInt(2) : Math.round(random.nextDouble(0.02, 0.98) * 1e3) / 1e3);
  }

  private Quantity strength() {
    return chance(0.7) ? pick(words) : Draft.factor("x" + ++names, random.nextDouble(0.5, 9));
  }

  /// A condition over leaves, up to two levels deep.
  private Condition compound(Supplier<Condition> leaf) {
    return switch (random.nextInt(8)) {
      case 0 -> Draft.not(leaf.get());
      case 1 -> Draft.and(leaf.get(), leaf.get());
      case 2 -> Draft.or(leaf.get(), Draft.not(leaf.get()));
      case 3 -> Draft.or(Draft.and(leaf.get(), leaf.get()), leaf.get());
      case 4 -> chance(0.1) ? new Condition.Truth(random.nextBoolean()) : leaf.get();
      default -> leaf.get();
    };
  }

  private Condition early() {
    return compound(() -> early.isEmpty() ? new Condition.Truth(true) : pick(early));
  }

  private Condition inLaw() {
    return compound(() ->
        chance(0.1)
            ? new Condition.PartyTo("t0", pick(List.of("P", "KAZ", "RUS")))
            : lawful.isEmpty() || chance(0.5) ? pick(early) : pick(lawful).get());
  }

  private Condition later() {
    return compound(() -> later.isEmpty() || chance(0.4) ? pick(early) : pick(later).get());
  }

  private Chance chanceOf(Supplier<Condition> condition, double otherwise) {
    var cases = new ArrayList<Chance.Case>();
    while (cases.size() < 2 && chance(otherwise))
      cases.add(new Chance.Case(condition.get(), probability()));
    cases.add(new Chance.Case(null, probability()));
    return new Chance(cases);
  }

  private void sources() {
    var count = random.nextInt(4);
    for (var i = 0; i < count; i++) {
      draft.source("s" + i, probability(), null);
      if (chance(0.3)) {
        var plain = draft.sources.removeLast();
        draft.sources.add(
            new Source(
                plain.id(),
                plain.title(),
                plain.grade(),
                plain.soundness(),
                List.of(new Source.TopicSoundness("f0", "A", probability())),
                null,
                null,
                plain.lean(),
                Draft.HERE));
      }
    }
  }

  private List<Fact.Evidence> evidence(String fact) {
    var evidence = new ArrayList<Fact.Evidence>();
    while (!draft.sources.isEmpty() && draft.claims.size() < 4 && chance(0.4)) {
      var chain = new ArrayList<Claim.Link>();
      do {
        var source = pick(draft.sources);
        var topic =
            source.topicSoundness().isEmpty() || !fact.equals("f0")
                ? null
                : source.topicSoundness().getFirst().fact();
        var link = new Claim.Link(source.id(), topic);
        if (!chain.contains(link)) chain.add(link);
      } while (chance(0.4));
      var id = "C" + draft.claims.size();
      draft.claim(id, chain, chain.stream().filter(_ -> chance(0.4)).toList());
      evidence.add(new Fact.Evidence(id, support(), Draft.HERE));
      if (claimOfTwoFacts == null) claimOfTwoFacts = draft.claims.getLast();
    }
    if (claimOfTwoFacts != null && evidence.isEmpty() && chance(0.3))
      evidence.add(new Fact.Evidence(claimOfTwoFacts.id(), support(), Draft.HERE));
    if (chance(0.05) && !draft.sources.isEmpty())
      draft.claim("idle" + ++names, List.of(Draft.link("s0")), List.of());
    return evidence;
  }

  private Fact.Support support() {
    return chance(0.7)
        ? new Fact.Support.Ratio(random.nextBoolean(), strength(), null)
        : new Fact.Support.Rates(
            draft.probability(random.nextDouble()), draft.probability(random.nextDouble()));
  }

  private void earlyFact(int i) {
    var id = "f" + i + (chance(0.5) ? "(" + pick(List.of("BLR", "BLR", "RUS", "KAZ")) + ")" : "");
    var basis =
        chance(0.15)
            ? new Fact.Basis.Given(random.nextBoolean())
            : i > 0 && chance(0.15)
                ? arises(this::early)
                : new Fact.Basis.Prior(chanceOf(this::early, i > 0 ? 0.3 : 0));
    draft.fact(id, basis, evidence(id).toArray(Fact.Evidence[]::new));
    early.add(Draft.holds(id));
  }

  private Fact.Basis arises(Supplier<Condition> condition) {
    return new Fact.Basis.ArisesFrom(
        some(random.nextInt(4), () -> new Fact.Cause(condition.get(), probability())),
        chance(0.6) ? probability() : null);
  }

  private void terms() {
    var count = random.nextInt(3);
    for (var i = 0; i < count; i++) {
      var id = (chance(0.5) ? "t0." : "") + "term" + i;
      var weighted = chance(0.2);
      var readings = new ArrayList<Term.Reading>();
      var many = 1 + random.nextInt(chance(0.2) ? 3 : 2);
      for (var r = 0; r < many; r++)
        readings.add(
            new Term.Reading(
                "r" + r,
                "?",
                bound(early(), chance(0.3) ? VARIABLES_OF_TERMS : TARGET),
                weighted ? draft.probability(random.nextDouble(0.1, 0.9)) : null,
                null,
                Draft.HERE));
      draft.term(id, "P", readings.toArray(Term.Reading[]::new));
      Supplier<Condition> use =
          () -> new Condition.TermHolds(id, chance(0.5) ? "BLR" : chance(0.2) ? "KAZ" : null);
      lawful.add(use);
      later.add(use);
    }
  }

  private Condition bound(Condition condition) {
    return bound(condition, VARIABLES);
  }

  /// The condition with some of its arguments made variables.
  private Condition bound(Condition condition, List<String> variables) {
    return switch (condition) {
      case Condition.FactHolds fact ->
          fact.argument() == null || chance(0.4)
              ? fact
              : new Condition.FactHolds(fact.name(), pick(variables));
      case Condition.TermHolds term ->
          chance(0.5) ? term : new Condition.TermHolds(term.term(), pick(variables));
      case Condition.PartyTo party ->
          chance(0.5) ? party : new Condition.PartyTo(party.instrument(), pick(variables));
      case Condition.Not(var inner) -> Draft.not(bound(inner, variables));
      case Condition.And(var parts) ->
          new Condition.And(parts.stream().map(part -> bound(part, variables)).toList());
      case Condition.Or(var parts) ->
          new Condition.Or(parts.stream().map(part -> bound(part, variables)).toList());
      default -> condition;
    };
  }

  private void councils() {
    if (!chance(0.35)) return;
    var members = ACTORS.subList(0, 1 + random.nextInt(3));
    var votes = some(0, () -> (Council.Vote) null);
    for (var member : members) votes.add(vote(member, this::early));
    draft.councils.add(
        new Council(
            "council",
            null,
            members,
            random.nextBoolean(),
            excludedWhere(),
            rule(random, members),
            votes,
            Draft.HERE));
    lawful.add(() -> new Condition.DecisionOf("council"));
    later.add(() -> new Condition.DecisionOf("council"));
  }

  private List<String> excludedWhere() {
    return chance(0.6) ? List.of() : chance(0.5) ? List.of("f0") : List.of("f1", "f0");
  }

  private Council.Vote vote(String member, Supplier<Condition> condition) {
    var abstains = chance(0.3) ? draft.probability(random.nextDouble(0.3)) : null;
    var absent = chance(0.3) ? draft.probability(random.nextDouble(0.3)) : null;
    var cases = new ArrayList<Chance.Case>();
    if (chance(0.4))
      cases.add(new Chance.Case(condition.get(), draft.probability(random.nextDouble(0.4))));
    cases.add(new Chance.Case(null, draft.probability(random.nextDouble(0.4))));
    return new Council.Vote(member, new Chance(cases), abstains, absent);
  }

  /// A council's dossier: a few facts, and votes that may depend on them.
  static Example council(SplittableRandom random, int members) {
    return new RandomDossiers(random).councilAlone(members);
  }

  private Example councilAlone(int size) {
    ACTORS.forEach(draft::actor);
    for (var i = 0; i < 2; i++) earlyFact(i);
    var members = new ArrayList<>(ACTORS);
    while (members.size() < size) members.add("M" + members.size());
    var sitting = members.subList(0, size);
    var votes = sitting.stream().map(member -> vote(member, this::early)).toList();
    draft.councils.add(
        new Council(
            "council",
            null,
            sitting,
            random.nextBoolean(),
            excludedWhere(),
            rule(random, sitting),
            votes,
            Draft.HERE));
    draft.fact("agrees", new Fact.Basis.Decision("council"));
    draft.fact("agrees(KAZ)", new Fact.Basis.Decision("council"));
    draft.question("first", "no", "yes");
    acts.add(Draft.could("RUS", "use-force", "BLR"));
    var asked =
        chance(0.7)
            ? acts.getFirst()
            : Draft.and(new Condition.Truth(true), new Condition.DecisionOf("council"));
    draft.weigh(
        "first", List.of(Draft.reason("asked", 1, true, pick(words), asked)), List.of(), List.of());
    return new Example(draft.dossier(), List.of());
  }

  static Council.Rule rule(SplittableRandom random, List<String> members) {
    var vetoes = members.stream().filter(_ -> random.nextInt(5) == 0).toList();
    return switch (random.nextInt(5)) {
      case 0 -> new Council.Rule.Consensus(vetoes);
      case 1 -> new Council.Rule.Unanimity(vetoes);
      case 2 -> new Council.Rule.Count(1 + random.nextInt(members.size()), vetoes);
      case 3 -> new Council.Rule.Share(2, 3, false, random.nextBoolean(), vetoes);
      default -> new Council.Rule.Share(1, 2, true, random.nextBoolean(), vetoes);
    };
  }

  private void law() {
    draft.actions.add(new Law.ActionIncludes("use-force", List.of("deploy")));
    draft.actions.add(new Law.ActionIncludes("deploy", List.of("assist")));
    var count = random.nextInt(4);
    var rank = new ArrayList<String>();
    for (var i = 0; i < count; i++) {
      var id = "t" + i;
      var articles = new ArrayList<Article>();
      var many = 1 + random.nextInt(3);
      for (var a = 0; a < many; a++) articles.add(article(id, Integer.toString(a + 1), a));
      articles.forEach(article -> rank.add(article.id()));
      draft.instruments.add(
          new Instrument(
              id,
              id,
              chance(0.2) ? "RUS" : null,
              null,
              chance(0.95),
              null,
              false,
              ACTORS.stream().filter(_ -> chance(0.7)).toList(),
              List.of(),
              articles,
              i == 0 && chance(0.5),
              false,
              Draft.HERE));
      later.add(() -> new Condition.ArticleHolds(id, Integer.toString(1 + random.nextInt(many))));
    }
    for (var i = 0; i < rank.size(); i++)
      for (var j = i + 1; j < rank.size(); j++)
        if (chance(0.2)) draft.rankings.add(new Law.Ranking(rank.get(i), rank.get(j), Draft.HERE));
  }

  private Article article(String instrument, String number, int before) {
    var exceptions = new ArrayList<Article.Unless>();
    while (chance(0.35))
      exceptions.add(Draft.unless("u" + exceptions.size(), bound(inArticle(instrument, before))));
    var triggers = new ArrayList<Article.Trigger>();
    while (chance(0.15))
      triggers.add(new Article.Trigger(null, null, bound(inArticle(instrument, before))));
    var readings = new ArrayList<Article.Reading>();
    var weighted = chance(0.2);
    if (chance(0.2))
      for (var i = 0; i < 2; i++)
        readings.add(
            new Article.Reading(
                "r" + i,
                "?",
                chance(0.4) ? bound(inLaw()) : null,
                chance(0.3) ? null : norm(),
                weighted ? draft.probability(random.nextDouble(0.1, 0.9)) : null,
                null,
                Draft.HERE));
    return new Article(
        instrument,
        number,
        null,
        chance(0.05),
        triggers,
        before > 0 && chance(0.15) ? Integer.toString(1 + random.nextInt(before)) : null,
        chance(0.5) ? bound(inLaw()) : null,
        readings.isEmpty() && chance(0.9) ? norm() : null,
        exceptions,
        some(chance(0.3) ? 1 : 0, () -> bound(inArticle(instrument, before))),
        List.of(),
        readings,
        null,
        chance(0.2),
        Draft.HERE);
  }

  /// A condition that may also rest on an earlier article of the instrument.
  private Condition inArticle(String instrument, int before) {
    return before > 0 && chance(0.2)
        ? new Condition.ArticleHolds(instrument, Integer.toString(1 + random.nextInt(before)))
        : inLaw();
  }

  private Norm norm() {
    var subject =
        switch (random.nextInt(8)) {
          case 0, 1 -> new Norm.Subject.AnyState();
          case 2 -> new Norm.Subject.Collective(chance(0.5) ? "organisation" : "LTU");
          case 6 -> chance(0.5) ? new Norm.Subject.AnyOrganisation() : new Norm.Subject.AnyState();
          case 3 -> new Norm.Subject.One(pick(ACTORS));
          default -> new Norm.Subject.EachParty();
        };
    return new Norm(
        subject,
        pick(List.of(Norm.Modality.values())),
        chance(0.9) ? pick(ACTIONS) : "consult",
        pick(List.of("S", "S", "P", "P", "", "BLR", "KAZ")),
        chance(0.3));
  }

  private void acts() {
    if (draft.instruments.isEmpty()) return;
    for (var i = 0; i < 2; i++) {
      var act = Draft.could(chance(0.8) ? "RUS" : "LTU", pick(ACTIONS), "BLR");
      var order = i == 0 || chance(0.6) ? null : pick(List.of("t0", "RUS", "international"));
      acts.add(new Condition.Could(act.act(), order));
    }
    later.add(() -> pick(acts));
  }

  private void question(String id) {
    var outcomes = 2 + random.nextInt(2);
    var names = List.of("low", "middle", "high").subList(0, outcomes);
    draft.question(id, names.toArray(String[]::new));
    if (chance(0.85)) base(id, outcomes);
    var reasons = new ArrayList<Weighing.Reason>();
    var count = random.nextInt(6);
    for (var i = 0; i < count; i++)
      reasons.add(
          new Weighing.Reason(
              id + i,
              "?",
              random.nextInt(outcomes),
              random.nextBoolean(),
              strength(),
              chance(0.85) ? later() : null,
              List.of(),
              chance(0.1),
              null,
              Draft.HERE));
    var gates = new ArrayList<Weighing.Gate>();
    while (chance(0.3)) gates.add(Draft.gate(random.nextInt(outcomes), later()));
    var overlaps = new ArrayList<Weighing.Overlap>();
    if (count >= 2 && chance(0.4))
      overlaps.add(new Weighing.Overlap(List.of(id + 0, id + 1), random.nextDouble()));
    if (count >= 5 && chance(0.5))
      overlaps.add(new Weighing.Overlap(List.of(id + 2, id + 3, id + 4), random.nextDouble()));
    draft.weigh(id, reasons, gates, overlaps);
    later.add(() -> new Condition.Reached(id, random.nextInt(outcomes), random.nextBoolean()));
  }

  private void base(String id, int outcomes) {
    var rates = new ArrayList<BaseRate.Rate>();
    for (var o = 1; o < outcomes; o++)
      rates.add(
          new BaseRate.Rate(
              o, draft.probability(random.nextDouble(0.02, 0.45)), chance(0.4), false));
    draft.base(id, rates.toArray(BaseRate.Rate[]::new));
  }

  private void lateFact() {
    var id = "g" + draft.facts.size() + (chance(0.4) ? "(BLR)" : "");
    var basis =
        !draft.councils.isEmpty() && chance(0.4)
            ? new Fact.Basis.Decision("council")
            : chance(0.3) ? arises(this::later) : new Fact.Basis.Prior(chanceOf(this::later, 0.6));
    draft.fact(id, basis, evidence(id).toArray(Fact.Evidence[]::new));
    later.add(() -> Draft.holds(id));
  }

  private void indicators() {
    var count = random.nextInt(3);
    for (var i = 0; i < count; i++) {
      var within = chance(0.4) ? 30 : 0;
      var same = i > 0 && chance(0.3) ? "sign0" : null;
      draft.indicators.add(
          new Indicator(
              "sign" + i,
              "?",
              within,
              chanceOf(this::later, 0.7),
              switch (random.nextInt(3)) {
                case 0 -> new Indicator.Observation.None();
                case 1 -> new Indicator.Observation.Seen(Draft.FROM, List.of());
                default ->
                    new Indicator.Observation.NotSeenBy(
                        Draft.FROM.plusDays(random.nextInt(-3, 40)));
              },
              same,
              Draft.HERE));
    }
  }
}
