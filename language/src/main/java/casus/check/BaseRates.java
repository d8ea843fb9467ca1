package casus.check;

import casus.check.Names.Kind;
import casus.model.BaseRate;
import casus.model.Quantity;
import casus.model.Question;
import casus.syntax.Amount;
import casus.syntax.Statement;
import casus.text.Code;
import casus.text.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What usually happens: reference classes and rates to the prior odds of each question.
final class BaseRates {
  private final Checking checking;
  private final Map<String, Question> questions = new LinkedHashMap<>();

  BaseRates(Checking checking, List<Question> questions) {
    this.checking = checking;
    for (var question : questions) this.questions.putIfAbsent(question.id(), question);
  }

  List<BaseRate> resolve() {
    Map<String, List<Declared<Statement.Base>>> written = new LinkedHashMap<>();
    for (var base : checking.declarations().of(Statement.Base.class)) {
      var name = base.syntax().question();
      if (checking.conditions().known(Kind.QUESTION, name, base.at(name.span())))
        written.computeIfAbsent(name.text(), _ -> new ArrayList<>()).add(base);
    }
    var resolved = new ArrayList<BaseRate>();
    for (var question : questions.values()) {
      var bases = written.getOrDefault(question.id(), List.of());
      if (bases.isEmpty()) continue;
      var base = base(question, bases);
      if (base != null) resolved.add(base);
    }
    return List.copyOf(resolved);
  }

  private @Nullable BaseRate base(Question question, List<Declared<Statement.Base>> bases) {
    var classes = new ReferenceClasses(checking, question.id()).resolve(bases);
    var first = bases.getFirst();
    var place = first.at(first.syntax().span());
    Map<Integer, BaseRate.Rate> rates = new LinkedHashMap<>();
    var sound = true;
    for (var base : bases)
      for (var rate : base.syntax().rates()) sound &= rate(question, rate, base, rates);
    if (!sound) return null;
    var complete = new ArrayList<BaseRate.Rate>();
    for (var outcome = 1; outcome < question.outcomes().size(); outcome++) {
      var rate = rates.get(outcome);
      if (rate == null && !classes.isEmpty())
        rate = fromClasses(question, outcome, classes, first.origin(first.syntax().span()));
      if (rate != null) complete.add(rate);
      else
        checking
            .findings()
            .add(
                Problem.of(
                        Code.E505,
                        place,
                        "the base rate of `"
                            + question.id()
                            + "` says nothing of `"
                            + question.outcomes().get(outcome).id()
                            + "`")
                    .expecting("a rate for every outcome but the first, or a class of past cases"));
    }
    if (complete.size() < question.outcomes().size() - 1) return null;
    var fitting = fit(question, complete, classes, place);
    return new BaseRate(question.id(), classes, fitting, first.origin(first.syntax().span()));
  }

  private boolean rate(
      Question question,
      Statement.Base.Rate rate,
      Declared<Statement.Base> base,
      Map<Integer, BaseRate.Rate> rates) {
    var place = base.at(rate.outcome().span());
    var outcome = checking.conditions().outcome(question.id(), rate.outcome(), place);
    var name = rate.outcome().text();
    var purpose =
        new Amounts.Purpose(
            "base " + question.id() + " " + name,
            "base rate of " + name + " (" + question.id() + ")",
            base);
    var share = rate.amount() instanceof Amount.Share;
    var quantity =
        rate.amount() instanceof Amount.Share rest
            ? checking.amounts().ofTheRest(rest, purpose)
            : checking
                .amounts()
                .probability(
                    rate.amount(), purpose, new Amounts.Period(question.from(), question.to()));
    if (outcome < 0 || quantity == null) return false;
    if (outcome == 0) {
      checking
          .findings()
          .add(
              Problem.of(Code.E505, place, "a base rate for the first outcome, `" + name + "`")
                  .expecting("rates for the others: the first takes what they leave"));
      return false;
    }
    if (rates.put(outcome, new BaseRate.Rate(outcome, quantity, share, false)) == null) return true;
    checking.findings().add(Code.E202, place, "the base rate of `" + name + "` is given twice");
    return false;
  }

  private static BaseRate.Rate fromClasses(
      Question question,
      int outcome,
      List<BaseRate.ReferenceClass> classes,
      casus.model.Origin origin) {
    var pool = JeffreysPool.of(classes, outcome);
    var name = question.outcomes().get(outcome).id();
    var quantity =
        new Quantity(
            "base " + question.id() + " " + name,
            "base rate of " + name + " (" + question.id() + ")",
            pool.written(),
            Quantity.Unit.PROBABILITY,
            pool.mean(),
            Math.min(pool.mean(), pool.quantile(0.05)),
            Math.max(pool.mean(), pool.quantile(0.95)),
            origin);
    return new BaseRate.Rate(outcome, quantity, false, true);
  }

  /// Written rates over 100 % are an error. Rates computed outcome by outcome from few cases may
  /// make over 100 % too: then they shrink together and leave the first outcome its share.
  private List<BaseRate.Rate> fit(
      Question question,
      List<BaseRate.Rate> rates,
      List<BaseRate.ReferenceClass> classes,
      casus.text.Place place) {
    var written = 0.0;
    var shares = 0.0;
    var computed = 0.0;
    for (var rate : rates) {
      var point = rate.probability().point();
      if (rate.ofTheRest()) shares += point;
      else if (rate.fromClass()) computed += point;
      else written += point;
    }
    if (written > 1 + 1e-9 || shares > 1 + 1e-9) {
      checking
          .findings()
          .add(
              Problem.of(
                      Code.E305,
                      place,
                      "the base rates of `"
                          + question.id()
                          + "` make "
                          + Amounts.percent(Math.max(written, shares)))
                  .expecting(
                      "at most 100%; `"
                          + question.outcomes().getFirst().id()
                          + "` takes the rest"));
      return rates;
    }
    if (computed == 0 || written + computed <= 1) return rates;
    return shrunk(rates, (1 - written) / (computed + JeffreysPool.of(classes, 0).mean()));
  }

  private static List<BaseRate.Rate> shrunk(List<BaseRate.Rate> rates, double factor) {
    if (factor >= 1) return rates;
    var shrunk = new ArrayList<BaseRate.Rate>();
    for (var rate : rates) {
      var old = rate.probability();
      shrunk.add(
          rate.fromClass()
              ? new BaseRate.Rate(
                  rate.outcome(),
                  new Quantity(
                      old.id(),
                      old.label(),
                      old.written(),
                      old.unit(),
                      old.point() * factor,
                      old.low() * factor,
                      old.high() * factor,
                      old.origin()),
                  false,
                  true)
              : rate);
    }
    return List.copyOf(shrunk);
  }
}
