package casus.answer;

import static casus.answer.Telling.node;

import casus.answer.WouldAnswer.ReasonAnswer;
import casus.model.BaseRate;
import casus.model.Condition;
import casus.model.Indicator;
import casus.model.Weighing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An outcome of the question: from the base rate, through the reasons and the gate, to the
/// headline.
final class ExplainedOutcome {
  /// Cases that are named; a class counted in records has hundreds.
  private static final int MOST_CASES = 20;

  private final Telling telling;
  private final Inquiry inquiry;
  private final int outcome;
  private final @Nullable WouldAnswer would;

  ExplainedOutcome(Telling telling, int outcome) {
    this.telling = telling;
    this.outcome = outcome;
    inquiry = telling.inquiry();
    would = WouldAnswers.of(inquiry, outcome);
  }

  Explanation explanation() {
    var because = new ArrayList<Explanation>();
    if (would != null) because.add(base(would));
    for (var weighing : inquiry.dossier().weighings()) {
      if (!weighing.question().equals(inquiry.question().id())) continue;
      for (var reason : weighing.reasons()) because.add(reason(reason));
      for (var gate : weighing.gates()) because.add(gate(gate));
    }
    for (var indicator : inquiry.dossier().indicators())
      if (!(indicator.observation() instanceof Indicator.Observation.None))
        because.add(sign(indicator));
    because.addAll(new ExplainedEvidence(telling).further());
    var p = telling.probability();
    var range = new Interval(p, p);
    for (var row : inquiry.overReadings(inquiry.evidence()))
      if (row[outcome] > 0) range = range.including(row[outcome]);
    var over =
        Figures.percent(range.low()).equals(Figures.percent(range.high()))
            ? ""
            : "; " + Figures.range(range) + " over readings";
    return node(
        telling.explained(),
        Figures.percent(p),
        inquiry.question().outcomes().get(outcome).text()
            + ": "
            + inquiry.dossier().yardstick().words(p)
            + ", "
            + telling.readings()
            + over,
        inquiry.question().origin(),
        because);
  }

  private Explanation base(WouldAnswer would) {
    var answer = would.base().get(outcome);
    var base = WouldAnswers.base(inquiry);
    var classes =
        base == null ? List.<Explanation>of() : base.classes().stream().map(this::known).toList();
    var written =
        base == null
            ? ""
            : base.rates().stream()
                .filter(rate -> rate.outcome() == outcome)
                .map(ExplainedOutcome::written)
                .findFirst()
                .orElse("what the other outcomes leave");
    return node(
        "base rate of " + answer.outcome(),
        Figures.percent(answer.probability())
            + (answer.range().width() > 0 ? " (" + Figures.range(answer.range()) + ")" : ""),
        "how often cases like this one end so, before any reason counts: " + written,
        base == null ? null : base.origin(),
        classes);
  }

  private static String written(BaseRate.Rate rate) {
    return (rate.fromClass() ? "from the cases, " : "as written, ")
        + rate.probability().written()
        + (rate.ofTheRest() && !rate.probability().written().contains("of the rest")
            ? " of the rest"
            : "");
  }

  private Explanation known(BaseRate.ReferenceClass known) {
    var ended = known.cases().stream().filter(past -> past.outcome() == outcome).toList();
    var names =
        ended.stream()
                .limit(MOST_CASES)
                .map(BaseRate.PastCase::name)
                .collect(Collectors.joining(", "))
            + (ended.size() > MOST_CASES ? " and " + (ended.size() - MOST_CASES) + " more" : "");
    var outcomeId = inquiry.question().outcomes().get(outcome).id();
    return node(
        "class “" + known.text() + "”",
        ended.size() + " of " + known.cases().size() + worth(known.said().get(outcome)),
        (known.recorded() == null ? "" : "among the records of " + known.recorded().words() + ": ")
            + (known.cases().isEmpty()
                ? "no cases are listed"
                : names.isEmpty()
                    ? "no case ended in " + outcomeId
                    : "ended in " + outcomeId + ": " + names),
        null,
        List.of());
  }

  /// What the cases are worth where they hang together.
  private static String worth(BaseRate.Said said) {
    return said.sharing() == null
        ? ""
        : String.format(
            Locale.ROOT,
            ", worth %.1f independent ones, since some have the same %s",
            said.worth(),
            said.sharing());
  }

  /// A reason with what it does to the outcome.
  Explanation reason(Weighing.Reason reason) {
    var answer = answer(reason);
    var about = inquiry.question().outcomes().get(reason.outcome()).id();
    var active =
        answer == null
            ? Inquiry.probability(
                inquiry.headline(), CountedReasons.literal(inquiry, reason.condition()))
            : answer.active();
    var because = new ArrayList<Explanation>();
    if (reason.condition() != null)
      because.add(new ExplainedConditions(telling).of(reason.condition()));
    cited(reason.cites(), because);
    return node(
        "reason: " + reason.text(),
        value(reason, active),
        (reason.favours() ? "for " : "against ")
            + about
            + effect(reason, answer)
            + (reason.because() == null ? "" : ", because " + reason.because()),
        reason.origin(),
        because);
  }

  private @Nullable ReasonAnswer answer(Weighing.Reason reason) {
    if (would == null) return null;
    for (var answer : would.reasons()) if (answer.id().equals(reason.id())) return answer;
    return null;
  }

  private static String value(Weighing.Reason reason, double active) {
    var when =
        reason.condition() == null ? "always active" : "active with " + Figures.percent(active);
    if (reason.inBase() || reason.factor() == null) return "in the base, " + when;
    var factor = reason.factor().point();
    return Figures.factor(reason.favours() ? factor : 1 / factor) + ", " + when;
  }

  private String effect(Weighing.Reason reason, @Nullable ReasonAnswer answer) {
    if (reason.inBase() || reason.factor() == null)
      return "; the base rate counts it already, so it is shown and not counted again";
    if (answer == null || Double.isNaN(answer.share())) return "";
    return "; its share of the move from the base rate is "
        + Figures.factor(Math.exp(answer.share()))
        + " on the odds, and without it "
        + telling.explained()
        + " would be "
        + Figures.percent(answer.without());
  }

  /// Claims that are cited, where they are not evidence told elsewhere.
  private void cited(List<String> claims, List<Explanation> because) {
    var evidence = new ExplainedEvidence(telling);
    for (var id : claims) {
      var claim = inquiry.dossier().claim(id);
      if (claim != null && inquiry.network().claim(id) == null)
        because.add(evidence.claim(claim, "cited", null));
      else if (claim != null) because.add(evidence.claim(claim));
    }
  }

  private Explanation gate(Weighing.Gate gate) {
    var about = inquiry.question().outcomes().get(gate.outcome()).id();
    var condition = gate.condition();
    var holds = Inquiry.probability(inquiry.headline(), CountedReasons.literal(inquiry, condition));
    var share = would == null || would.gate() == null ? Double.NaN : would.gate().share();
    var effect =
        holds == 0
            ? "; it cannot, so the outcome is ruled out"
            : Double.isNaN(share) || gate.outcome() != outcome
                ? ""
                : "; its share of the move from the base rate is "
                    + Figures.factor(Math.exp(share))
                    + " on the odds";
    return node(
        "gate: " + about + " only if " + Wording.of(condition, inquiry.dossier()),
        "holds with " + Figures.percent(holds),
        "where it does not hold, " + about + " is ruled out" + effect,
        gate.origin(),
        List.of(new ExplainedConditions(telling).of(condition)));
  }

  /// A sign, seen or not.
  Explanation sign(Indicator indicator) {
    var seen =
        switch (indicator.observation()) {
          case Indicator.Observation.None _ -> "not reported so far";
          case Indicator.Observation.Seen observed -> "seen on " + observed.date();
          case Indicator.Observation.NotSeenBy observed -> "not seen by " + observed.date();
        };
    var because = new ArrayList<Explanation>();
    for (var one : indicator.cases().cases())
      because.add(
          node(
              one.condition() == null
                  ? "otherwise"
                  : "if " + Wording.of(one.condition(), inquiry.dossier()),
              one.probability().written(),
              "",
              one.probability().origin(),
              List.of()));
    if (indicator.observation() instanceof Indicator.Observation.Seen observed)
      cited(observed.cites(), because);
    var repeated = indicator.sameSignAs();
    return node(
        "sign: " + indicator.text(),
        seen,
        repeated == null
            ? "how often it would be seen"
            : "the same sign as " + repeated + ", counted once",
        indicator.origin(),
        because);
  }

  /// Whether the condition is an outcome of the question that is asked.
  static boolean isAbout(Inquiry inquiry, Condition event) {
    return event instanceof Condition.Reached reached
        && reached.question().equals(inquiry.question().id());
  }
}
