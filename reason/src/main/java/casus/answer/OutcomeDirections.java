package casus.answer;

import casus.inference.Variable;
import casus.model.BaseRate;
import casus.network.DossierNetwork;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// In which quantities each outcome's probability is monotone, whatever the other quantities are.
///
/// That is so for a quantity that enters one local model linearly. A base rate or the factor of
/// reasons enters the outcome's own model, where it moves each outcome the same way in every row or
/// in opposite ways in different rows. With nothing observed downstream of the outcome, P(o) is a
/// mean of the rows' θ(o) with weights that do not depend on them, so one direction in every row is
/// enough; otherwise all other outcomes must in addition go the other way.
final class OutcomeDirections {
  private enum Direction {
    UP,
    DOWN,
    STAYS,
    EITHER
  }

  private final Inquiry inquiry;
  private final CountedReasons reasons;
  private final boolean observedBelow;
  private final boolean[][] monotone;

  private OutcomeDirections(Inquiry inquiry) {
    this.inquiry = inquiry;
    reasons = CountedReasons.of(inquiry);
    observedBelow = observedBelow(inquiry);
    monotone = new boolean[inquiry.network().quantities().size()][reasons.outcomes()];
    inquiry.network().uncertain().stream().forEach(q -> monotone[q] = monotone(q));
  }

  static OutcomeDirections of(Inquiry inquiry) {
    return new OutcomeDirections(inquiry);
  }

  boolean isMonotone(int quantity, int outcome) {
    return monotone[quantity][outcome];
  }

  boolean isMonotone(int quantity) {
    for (var one : monotone[quantity]) if (!one) return false;
    return true;
  }

  private static Variable outcome(Inquiry inquiry) {
    return inquiry.network().outcome(inquiry.question().id());
  }

  private boolean[] monotone(int quantity) {
    var known = new boolean[reasons.outcomes()];
    var network = inquiry.network();
    if (network.dependents(quantity).equals(List.of(outcome(inquiry)))) {
      var directions = directions(network, quantity);
      for (var o = 0; directions != null && o < known.length; o++)
        known[o] = directions[o] != Direction.EITHER && (!observedBelow || opposed(directions, o));
    } else Arrays.fill(known, network.isSeparate(quantity));
    return known;
  }

  private static boolean opposed(Direction[] directions, int outcome) {
    var own = directions[outcome];
    for (var o = 0; o < directions.length; o++)
      if (o != outcome
          && (directions[o] == Direction.EITHER || directions[o] == own)
          && directions[o] != Direction.STAYS) return false;
    return true;
  }

  /// How each outcome moves in every row of the outcome's model as the quantity grows, or null.
  private Direction @Nullable [] directions(DossierNetwork network, int quantity) {
    var id = network.quantities().get(quantity).id();
    var base = WouldAnswers.base(inquiry);
    var rates =
        base == null
            ? List.<BaseRate.Rate>of()
            : base.rates().stream().filter(r -> r.probability().id().equals(id)).toList();
    var factors = reasons.rows().stream().filter(row -> id.equals(factorId(row))).toList();
    if (base != null && rates.size() == 1 && factors.isEmpty())
      return ofRate(base, rates.getFirst());
    if (!rates.isEmpty() || factors.isEmpty()) return null;
    var first = factors.getFirst();
    for (var row : factors)
      if (row.outcome() != first.outcome() || row.reason().favours() != first.reason().favours())
        return null;
    var directions = new Direction[reasons.outcomes()];
    Arrays.fill(directions, first.reason().favours() ? Direction.DOWN : Direction.UP);
    directions[first.outcome()] = first.reason().favours() ? Direction.UP : Direction.DOWN;
    return directions;
  }

  private static String factorId(CountedReasons.Row row) {
    var factor = row.reason().factor();
    return factor == null ? "" : factor.id();
  }

  /// A rate takes from the outcomes that share what is left; the first outcome is always among
  /// them. Outcomes with a rate of their own keep their odds, and may move either way.
  private Direction @Nullable [] ofRate(BaseRate base, BaseRate.Rate rate) {
    if (mayExceedOne(base)) return null;
    var directions = new Direction[reasons.outcomes()];
    Arrays.fill(directions, Direction.EITHER);
    directions[0] = Direction.DOWN;
    for (var one : base.rates())
      if (one.ofTheRest() && !rate.ofTheRest()) directions[one.outcome()] = Direction.DOWN;
    directions[rate.outcome()] = Direction.UP;
    // Outcomes without any rate have none.
    for (var o = 1; o < directions.length; o++) {
      var at = o;
      if (base.rates().stream().noneMatch(r -> r.outcome() == at)) directions[o] = Direction.STAYS;
    }
    return directions;
  }

  private static boolean mayExceedOne(BaseRate base) {
    var plain = 0.0;
    var rest = 0.0;
    for (var rate : base.rates()) {
      if (rate.ofTheRest()) rest += rate.probability().high();
      else plain += rate.probability().high();
    }
    return plain > 1 || rest > 1;
  }

  /// Whether anything was found out about what depends on the outcome.
  private static boolean observedBelow(Inquiry inquiry) {
    var network = inquiry.network().network();
    var below = new HashSet<Variable>();
    below.add(outcome(inquiry));
    var evidence = inquiry.evidence();
    for (var grown = true; grown; ) {
      grown = false;
      for (var variable : network.variables())
        if (!below.contains(variable)
            && network.model(variable).parents().stream().anyMatch(below::contains))
          grown |= below.add(variable);
    }
    return below.stream().anyMatch(evidence::has);
  }
}
