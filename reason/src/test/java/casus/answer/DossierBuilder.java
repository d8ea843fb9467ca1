package casus.answer;

import casus.model.Actor;
import casus.model.BaseRate;
import casus.model.Chance;
import casus.model.Claim;
import casus.model.Condition;
import casus.model.Dossier;
import casus.model.Fact;
import casus.model.Indicator;
import casus.model.Instrument;
import casus.model.Law;
import casus.model.Origin;
import casus.model.Quantity;
import casus.model.Question;
import casus.model.Source;
import casus.model.Term;
import casus.model.Weighing;
import casus.model.Yardstick;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Dossiers made by hand, one question each.
final class DossierBuilder {
  static final LocalDate DAY = LocalDate.of(2020, 8, 17);

  private int line;
  private final Map<String, Quantity> strengths = new LinkedHashMap<>();
  private final List<Actor> actors = new ArrayList<>();
  private final Map<String, Source> sources = new LinkedHashMap<>();
  private final List<Claim> claims = new ArrayList<>();
  private final Map<String, Fact> facts = new LinkedHashMap<>();
  private final List<Instrument> instruments = new ArrayList<>();
  private final List<Term> terms = new ArrayList<>();
  private final List<Law.ActionIncludes> actions = new ArrayList<>();
  private final List<BaseRate.Rate> rates = new ArrayList<>();
  private final List<BaseRate.ReferenceClass> classes = new ArrayList<>();
  private final List<Weighing.Reason> reasons = new ArrayList<>();
  private final List<Weighing.Gate> gates = new ArrayList<>();
  private final List<Weighing.Overlap> overlaps = new ArrayList<>();
  private final List<Indicator> indicators = new ArrayList<>();
  private final Question question;

  DossierBuilder(String question, String... outcomes) {
    var list = new ArrayList<Question.Outcome>();
    for (var outcome : outcomes) list.add(new Question.Outcome(outcome, outcome + " happens"));
    this.question =
        new Question(question, "What happens?", DAY, DAY.plusMonths(4), true, list, null, origin());
    strength("slight", 1.5, 1.5, 1.5);
    strength("moderate", 3, 3, 3);
    strength("strong", 8, 8, 8);
    strength("decisive", 20, 20, 20);
  }

  Origin origin() {
    return new Origin("dossier.md", ++line, 1);
  }

  Quantity probability(String id, double point, double low, double high) {
    return new Quantity(
        id, id, percent(point), Quantity.Unit.PROBABILITY, point, low, high, origin());
  }

  private static String percent(double p) {
    return Math.round(p * 1000) / 10.0 + "%";
  }

  Quantity factor(String id, double point, double low, double high) {
    return new Quantity(id, id, "x" + point, Quantity.Unit.FACTOR, point, low, high, origin());
  }

  DossierBuilder strength(String word, double point, double low, double high) {
    strengths.put(word, factor("strength " + word, point, low, high));
    return this;
  }

  Quantity strength(String word) {
    return Objects.requireNonNull(strengths.get(word), word);
  }

  DossierBuilder actor(String code) {
    actors.add(new Actor(code, code, Actor.Kind.STATE, origin()));
    return this;
  }

  DossierBuilder source(String id, double soundness, @Nullable String via) {
    return source(id, soundness, soundness, soundness, via);
  }

  DossierBuilder source(
      String id, double soundness, double low, double high, @Nullable String via) {
    sources.put(
        id,
        new Source(
            id,
            "Title of " + id,
            "C",
            probability("soundness " + id, soundness, low, high),
            List.of(),
            via,
            null,
            new Source.Lean.Unknown(),
            origin()));
    return this;
  }

  /// @param leaning those of the chain that would say this anyway
  DossierBuilder claim(String id, String source, String... leaning) {
    var chain = new ArrayList<Claim.Link>();
    for (var at = sources.get(source);
        at != null;
        at = at.via() == null ? null : sources.get(at.via()))
      chain.add(new Claim.Link(at.id(), null));
    claims.add(
        new Claim(
            id,
            source,
            DAY.minusDays(1),
            "what " + id + " says",
            chain,
            chain.stream().filter(link -> List.of(leaning).contains(link.source())).toList(),
            null,
            new Claim.Quote(
                source, "words of " + id, new Origin("sources/" + source + ".md", 7, 3)),
            null,
            origin()));
    return this;
  }

  DossierBuilder given(String id, boolean value) {
    facts.put(id, new Fact(id, "whether " + id, new Fact.Basis.Given(value), List.of(), origin()));
    return this;
  }

  DossierBuilder fact(String id, double point) {
    return fact(id, point, point, point);
  }

  DossierBuilder fact(String id, double point, double low, double high) {
    var chance =
        new Chance(List.of(new Chance.Case(null, probability("prior " + id, point, low, high))));
    facts.put(id, new Fact(id, "whether " + id, new Fact.Basis.Prior(chance), List.of(), origin()));
    return this;
  }

  DossierBuilder evidence(String fact, String claim, boolean favours, String strength) {
    var known = Objects.requireNonNull(facts.get(fact), fact);
    var more = new ArrayList<>(known.evidence());
    more.add(
        new Fact.Evidence(
            claim, new Fact.Support.Ratio(favours, strength(strength), null), origin()));
    facts.put(fact, new Fact(fact, known.text(), known.basis(), more, known.origin()));
    return this;
  }

  DossierBuilder instrument(Instrument instrument) {
    instruments.add(instrument);
    return this;
  }

  DossierBuilder action(String action, String... narrower) {
    actions.add(new Law.ActionIncludes(action, List.of(narrower)));
    return this;
  }

  DossierBuilder term(String id, @Nullable String parameter, Condition... means) {
    var readings = new ArrayList<Term.Reading>();
    var names = List.of("strict", "broad", "third");
    for (var i = 0; i < means.length; i++)
      readings.add(
          new Term.Reading(
              names.get(i), names.get(i) + " reading", means[i], null, null, origin()));
    terms.add(new Term(id, parameter, "term " + id, readings, origin()));
    return this;
  }

  DossierBuilder rate(int outcome, double point, double low, double high, boolean ofTheRest) {
    rates.add(
        new BaseRate.Rate(
            outcome,
            probability("base " + question.outcomes().get(outcome).id(), point, low, high),
            ofTheRest,
            false));
    return this;
  }

  DossierBuilder cases(String text, int... outcomes) {
    var cases = new ArrayList<BaseRate.PastCase>();
    for (var outcome : outcomes)
      cases.add(new BaseRate.PastCase("case " + (cases.size() + 1), outcome));
    var n = cases.size();
    var said = new ArrayList<BaseRate.Said>();
    for (var o = 0; o < question.outcomes().size(); o++) {
      var outcome = o;
      var k = (int) cases.stream().filter(one -> one.outcome() == outcome).count();
      said.add(new BaseRate.Said(k, (k + 0.5) / (n + 1), 0, 1, n, null));
    }
    classes.add(new BaseRate.ReferenceClass(text, 1, cases, null, said));
    return this;
  }

  DossierBuilder reason(
      String id,
      int outcome,
      boolean favours,
      @Nullable Quantity factor,
      @Nullable Condition condition,
      boolean inBase) {
    reasons.add(
        new Weighing.Reason(
            id,
            "text of " + id,
            outcome,
            favours,
            factor,
            condition,
            List.of(),
            inBase,
            null,
            origin()));
    return this;
  }

  DossierBuilder reason(
      String id, int outcome, boolean favours, String strength, @Nullable Condition condition) {
    return reason(id, outcome, favours, strength(strength), condition, false);
  }

  DossierBuilder gate(int outcome, Condition condition) {
    gates.add(new Weighing.Gate(outcome, condition, origin()));
    return this;
  }

  DossierBuilder overlap(double correlation, String... ids) {
    overlaps.add(new Weighing.Overlap(List.of(ids), correlation));
    return this;
  }

  /// A sign with a probability where the outcome is reached, and another elsewhere.
  DossierBuilder sign(String id, int outcome, double reached, double otherwise, boolean seen) {
    var chance =
        new Chance(
            List.of(
                new Chance.Case(
                    new Condition.Reached(question.id(), outcome, false),
                    probability("sign " + id, reached, reached, reached)),
                new Chance.Case(
                    null, probability("no sign " + id, otherwise, otherwise, otherwise))));
    indicators.add(
        new Indicator(
            id,
            "sign " + id,
            0,
            chance,
            seen
                ? new Indicator.Observation.Seen(DAY, List.of())
                : new Indicator.Observation.None(),
            null,
            origin()));
    return this;
  }

  Dossier build() {
    var order = new ArrayList<>(facts.keySet());
    return new Dossier(
        "test",
        "A test",
        DAY,
        DAY,
        Dossier.LeftOut.NOTHING,
        Yardstick.ICD203,
        List.copyOf(strengths.values()),
        List.of(question),
        List.copyOf(actors),
        List.copyOf(sources.values()),
        List.copyOf(claims),
        List.copyOf(facts.values()),
        new Law(
            List.copyOf(instruments),
            List.copyOf(terms),
            List.of(),
            List.copyOf(actions),
            List.of()),
        rates.isEmpty()
            ? List.of()
            : List.of(
                new BaseRate(question.id(), List.copyOf(classes), List.copyOf(rates), origin())),
        List.of(
            new Weighing(
                question.id(),
                List.copyOf(reasons),
                List.copyOf(gates),
                List.copyOf(overlaps),
                origin())),
        List.copyOf(indicators),
        List.of(),
        List.of(),
        order,
        origin());
  }
}
