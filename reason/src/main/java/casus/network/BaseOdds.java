package casus.network;

import casus.model.BaseRate;
import casus.model.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The base rate of each outcome as a function of the quantities. The first outcome takes what the
/// others leave; shares `of the rest` divide what the plain rates leave.
final class BaseOdds {
  private final int outcomes;
  private final List<BaseRate.Rate> rates;
  private final int[] quantity;

  /// @param base null where the question has none: then all outcomes are equally likely
  BaseOdds(Question question, @Nullable BaseRate base, Quantities quantities) {
    outcomes = question.outcomes().size();
    rates = base == null ? List.of() : base.rates();
    quantity = rates.stream().mapToInt(rate -> quantities.of(rate.probability())).toArray();
  }

  List<Integer> quantities() {
    var all = new ArrayList<Integer>();
    for (var index : quantity) all.add(index);
    return all;
  }

  /// The base rate of each outcome, which sum to 1.
  ///
  /// @param q the value of every quantity
  double[] at(double[] q) {
    var odds = new double[outcomes];
    if (rates.isEmpty()) {
      Arrays.fill(odds, 1.0 / outcomes);
      return odds;
    }
    var rest = 1.0;
    for (var i = 0; i < quantity.length; i++) {
      if (rates.get(i).ofTheRest()) continue;
      odds[rates.get(i).outcome()] = q[quantity[i]];
      rest -= q[quantity[i]];
    }
    // Draws from wide ranges may add up to more than 1; then the first outcome is left nothing and
    // the others are scaled.
    rest = Math.max(0, rest);
    var left = rest;
    for (var i = 0; i < quantity.length; i++) {
      if (!rates.get(i).ofTheRest()) continue;
      odds[rates.get(i).outcome()] = q[quantity[i]] * rest;
      left -= q[quantity[i]] * rest;
    }
    odds[0] = Math.max(0, left);
    var sum = Arrays.stream(odds).sum();
    for (var i = 0; i < odds.length; i++) odds[i] /= sum;
    return odds;
  }
}
