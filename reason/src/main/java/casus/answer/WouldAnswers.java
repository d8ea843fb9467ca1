package casus.answer;

import casus.answer.WouldAnswer.BaseAnswer;
import casus.answer.WouldAnswer.ClassAnswer;
import casus.answer.WouldAnswer.GateAnswer;
import casus.answer.WouldAnswer.ReasonAnswer;
import casus.model.BaseRate;
import casus.model.Condition;
import casus.model.Dossier;
import casus.model.Quantity;
import casus.model.Weighing;
import casus.treaty.ConditionWords;
import casus.treaty.Formula;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Would they? From the base rate to the headline, and what each reason and gate does on the way.
final class WouldAnswers {
  /// Base rates given by more ranges than this are not tried at every combination of their ends.
  private static final int MOST_ENDS = 12;

  private final Inquiry inquiry;
  private final int subject;

  private WouldAnswers(Inquiry inquiry, int subject) {
    this.inquiry = inquiry;
    this.subject = subject;
  }

  /// Null where the question has no base rate.
  static @Nullable WouldAnswer of(Inquiry inquiry) {
    return of(inquiry, inquiry.subject());
  }

  /// The same for another outcome than the one the answer speaks of.
  static @Nullable WouldAnswer of(Inquiry inquiry, int subject) {
    var base = base(inquiry);
    return base == null ? null : new WouldAnswers(inquiry, subject).answer(base);
  }

  static @Nullable BaseRate base(Inquiry inquiry) {
    for (var base : inquiry.dossier().baseRates())
      if (base.question().equals(inquiry.question().id())) return base;
    return null;
  }

  private WouldAnswer answer(BaseRate base) {
    var counted = CountedReasons.of(inquiry);
    var shares = ReasonShares.of(inquiry, counted, subject);
    var start = CountedReasons.logit(counted.base(), subject);
    return new WouldAnswer(
        base(base, counted),
        start,
        start == shares.start() ? 0 : shares.start() - start,
        CountedReasons.logit(inquiry.headline().posterior(), subject),
        shares.exact(),
        reasons(counted, shares),
        gate(counted, shares));
  }

  private List<BaseAnswer> base(BaseRate base, CountedReasons counted) {
    var ranges = ranges(base, counted.base());
    var weights = base.classes().stream().mapToDouble(BaseRate.ReferenceClass::weight).sum();
    var answers = new ArrayList<BaseAnswer>();
    for (var o = 0; o < counted.outcomes(); o++) {
      var outcome = o;
      var own = base.rates().stream().filter(rate -> rate.outcome() == outcome).toList();
      var rates = own.isEmpty() ? base.rates() : own;
      var inside = inquiry.headline().posterior()[o];
      answers.add(
          new BaseAnswer(
              inquiry.question().outcomes().get(o).id(),
              counted.base()[o],
              ranges.get(o),
              !rates.isEmpty() && rates.stream().allMatch(BaseRate.Rate::fromClass),
              inside,
              gateOpen(counted, outcome, inside),
              base.classes().stream().map(known -> known(known, outcome, weights)).toList()));
    }
    return List.copyOf(answers);
  }

  /// A shut gate rules its outcome out, so that all of the answer lies where it is open. Of the
  /// first outcome that need not be so: it remains where all others are ruled out.
  private double gateOpen(CountedReasons counted, int outcome, double inside) {
    var own = counted.gates().stream().filter(g -> g.gate().outcome() == outcome).toList();
    if (own.isEmpty() || outcome == 0) return Double.NaN;
    var open = holds(own);
    return open == 0 ? Double.NaN : Math.min(1, inside / open);
  }

  private static ClassAnswer known(BaseRate.ReferenceClass known, int outcome, double weights) {
    var said = known.said().get(outcome);
    var recorded = known.recorded();
    return new ClassAnswer(
        known.text(),
        said.successes(),
        known.cases().size(),
        known.weight(),
        known.weight() / weights,
        said.mean(),
        new Interval(said.low(), said.high()),
        said.worth(),
        said.sharing(),
        recorded == null ? null : recorded.words(),
        recorded == null ? null : recorded.unit(),
        recorded == null ? null : counts(recorded, outcome));
  }

  private static @Nullable String counts(BaseRate.Recorded recorded, int outcome) {
    var filters =
        recorded.outcomes().stream()
            .filter(sorted -> sorted.outcome() == outcome)
            .map(BaseRate.Sorted::filter)
            .toList();
    return filters.isEmpty() ? null : String.join(" or ", filters);
  }

  /// The base rate of each outcome over all combinations of the ends of the ranges.
  private List<Interval> ranges(BaseRate base, double[] points) {
    var network = inquiry.network();
    var moving = new LinkedHashSet<Integer>();
    for (var rate : base.rates()) {
      var index = index(network.quantities(), rate.probability());
      if (index >= 0 && rate.probability().isUncertain()) moving.add(index);
    }
    var ranges = new ArrayList<Interval>();
    for (var point : points) ranges.add(new Interval(point, point));
    if (moving.size() > MOST_ENDS) return ranges;
    var order = List.copyOf(moving);
    var values = network.points();
    for (var ends = 0; ends < 1 << order.size(); ends++) {
      for (var i = 0; i < order.size(); i++) {
        var quantity = network.quantities().get(order.get(i));
        values[order.get(i)] = (ends >> i & 1) == 0 ? quantity.low() : quantity.high();
      }
      var rates = network.baseRate(inquiry.question().id(), values);
      for (var o = 0; o < rates.length; o++) ranges.set(o, ranges.get(o).including(rates[o]));
    }
    return ranges;
  }

  private static int index(List<Quantity> quantities, Quantity wanted) {
    for (var i = 0; i < quantities.size(); i++)
      if (quantities.get(i).id().equals(wanted.id())) return i;
    return -1;
  }

  private List<ReasonAnswer> reasons(CountedReasons counted, ReasonShares shares) {
    var answers = new ArrayList<ReasonAnswer>();
    var next = 0;
    for (var weighing : inquiry.dossier().weighings()) {
      if (!weighing.question().equals(inquiry.question().id())) continue;
      for (var reason : weighing.reasons()) {
        if (next < counted.rows().size() && counted.rows().get(next).reason().equals(reason)) {
          var row = counted.rows().get(next);
          answers.add(
              reason(
                  reason,
                  factor(reason),
                  counted.active(inquiry.headline(), row),
                  shares.reasons()[next],
                  shares.without()[next]));
          next++;
        } else {
          answers.add(
              reason(
                  reason,
                  Double.NaN,
                  Inquiry.probability(
                      inquiry.headline(), CountedReasons.literal(inquiry, reason.condition())),
                  0,
                  inquiry.headline().posterior()[subject]));
        }
      }
    }
    return List.copyOf(answers);
  }

  private static double factor(Weighing.Reason reason) {
    var factor = Objects.requireNonNull(reason.factor()).point();
    return reason.favours() ? factor : 1 / factor;
  }

  private ReasonAnswer reason(
      Weighing.Reason reason, double factor, double active, double share, double without) {
    var dossier = inquiry.dossier();
    return new ReasonAnswer(
        reason.id(),
        reason.text(),
        inquiry.question().outcomes().get(reason.outcome()).id(),
        reason.favours(),
        factor,
        reason.factor() == null ? "" : strength(dossier, reason.factor()),
        active,
        share,
        without,
        reason.inBase(),
        reason.condition() == null ? null : Wording.of(reason.condition(), dossier),
        claims(reason));
  }

  /// The word of the strength scale, or the factor as written.
  static String strength(Dossier dossier, Quantity factor) {
    for (var word : dossier.strengths())
      if (word.id().equals(factor.id())) return word.id().substring(word.id().indexOf(' ') + 1);
    return factor.written();
  }

  private List<String> claims(Weighing.Reason reason) {
    var claims = new LinkedHashSet<>(reason.cites());
    if (reason.condition() != null)
      for (var fact : facts(inquiry, reason.condition())) {
        var declared = inquiry.dossier().fact(fact);
        if (declared != null) declared.evidence().forEach(e -> claims.add(e.claim()));
      }
    return List.copyOf(claims);
  }

  /// The facts that a condition comes down to, through terms, articles and legal status.
  static List<String> facts(Inquiry inquiry, Condition condition) {
    return inquiry.network().grounding().condition(condition).everyPart().stream()
        .flatMap(part ->
            part instanceof Formula.FactHolds holds ? Stream.of(holds.fact()) : Stream.empty())
        .distinct()
        .toList();
  }

  private @Nullable GateAnswer gate(CountedReasons counted, ReasonShares shares) {
    if (counted.gates().isEmpty()) return null;
    var own = counted.gates().stream().filter(g -> g.gate().outcome() == subject).toList();
    var shown = own.isEmpty() ? counted.gates() : own;
    var words = new ConditionWords(inquiry.dossier(), null);
    return new GateAnswer(
        text(shown, own.isEmpty(), condition -> Wording.of(condition, inquiry.dossier())),
        text(shown, own.isEmpty(), words::of),
        holds(shown),
        shares.gate(),
        shares.gate() == Double.NEGATIVE_INFINITY);
  }

  /// @param named whether each gate says which outcome it is of
  private String text(
      List<CountedReasons.Gate> gates, boolean named, Function<Condition, String> wording) {
    return gates.stream()
        .map(gate -> {
          var condition = wording.apply(gate.gate().condition());
          return named
              ? inquiry.question().outcomes().get(gate.gate().outcome()).id()
                  + " only if "
                  + condition
              : condition;
        })
        .collect(Collectors.joining("; "));
  }

  /// The probability that all of these gates are open.
  private double holds(List<CountedReasons.Gate> gates) {
    var evidence = inquiry.evidence();
    for (var gate : gates) {
      var literal = gate.condition();
      if (literal.variable() == null) {
        if (!literal.positive()) return 0;
        continue;
      }
      var narrowed = Rewired.narrowed(evidence, literal.variable(), literal.positive() ? 1 : 0);
      if (narrowed == null) return 0;
      evidence = narrowed;
    }
    var open = inquiry.circuit().propagate(inquiry.parameters(), evidence);
    return Math.exp(open.logEvidence() - inquiry.headline().logEvidence());
  }
}
