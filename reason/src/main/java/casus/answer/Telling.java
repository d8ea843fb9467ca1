package casus.answer;

import casus.inference.Propagation;
import casus.model.Origin;
import casus.network.Literal;
import casus.treaty.Formula;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// One explanation being told: what it explains, and what has been told already.
final class Telling {
  private final Inquiry inquiry;
  private final String explained;
  private final ToDoubleFunction<Propagation> probability;
  private final Set<String> told = new HashSet<>();
  private final Map<String, Double> withdrawn = new HashMap<>();

  /// @param explained what it is, "P(troops = open)"
  /// @param probability its probability
  Telling(Inquiry inquiry, String explained, ToDoubleFunction<Propagation> probability) {
    this.inquiry = inquiry;
    this.explained = explained;
    this.probability = probability;
  }

  /// A telling about one outcome of the question.
  static Telling outcome(Inquiry inquiry, int outcome) {
    var question = inquiry.question();
    return new Telling(
        inquiry,
        "P(" + question.id() + " = " + question.outcomes().get(outcome).id() + ")",
        propagation -> propagation.posterior()[outcome]);
  }

  Inquiry inquiry() {
    return inquiry;
  }

  String explained() {
    return explained;
  }

  /// How the headline reads the law.
  String readings() {
    return inquiry.asked().readings().isEmpty()
        ? "with every term in its first reading and every number at its point"
        : "under the readings chosen, with every number at its point";
  }

  double probability() {
    return probability.applyAsDouble(inquiry.headline());
  }

  double probability(Propagation propagation) {
    return probability.applyAsDouble(propagation);
  }

  /// Notes that something is told now.
  ///
  /// @return whether it had not been told before
  boolean first(String key) {
    return told.add(key);
  }

  boolean isTold(String key) {
    return told.contains(key);
  }

  static Explanation node(
      String label, String value, String note, @Nullable Origin origin, List<Explanation> because) {
    return new Explanation(label, value, note, origin, null, because);
  }

  /// A node that is told in full once, and as a pointer afterwards.
  Explanation once(
      String key, String label, String value, @Nullable Origin origin, Supplier<Explanation> full) {
    return first(key) ? full.get() : node(label, value, "see above", origin, List.of());
  }

  /// The headline's probability of a formula, or NaN where the network cannot say.
  double probability(Formula formula) {
    var literal = inquiry.network().find(formula);
    if (literal != null) return Inquiry.probability(inquiry.headline(), literal);
    return switch (formula) {
      case Formula.Not not -> 1 - probability(not.formula());
      case Formula.Named named -> probability(named.formula());
      case Formula.And and -> together(and.parts(), true);
      case Formula.Or or -> 1 - together(or.parts(), false);
      default -> Double.NaN;
    };
  }

  /// The probability that all of these hold, or that none does.
  private double together(List<Formula> parts, boolean hold) {
    var evidence = inquiry.evidence();
    for (var part : parts) {
      Literal literal = inquiry.network().find(part);
      if (literal == null) return Double.NaN;
      var wanted = literal.positive() == hold;
      if (literal.variable() == null) {
        if (!wanted) return 0;
        continue;
      }
      var narrowed = Rewired.narrowed(evidence, literal.variable(), wanted ? 1 : 0);
      if (narrowed == null) return 0;
      evidence = narrowed;
    }
    var all = inquiry.circuit().propagate(inquiry.parameters(), evidence);
    return Math.exp(all.logEvidence() - inquiry.headline().logEvidence());
  }

  /// What is explained, were a claim withdrawn.
  double withoutClaim(String claim) {
    var known = withdrawn.get(claim);
    if (known != null) return known;
    var variable = inquiry.network().claim(claim);
    var without =
        variable == null
            ? probability()
            : probability(
                inquiry
                    .circuit()
                    .propagate(inquiry.parameters(), inquiry.evidence().without(variable)));
    withdrawn.put(claim, without);
    return without;
  }
}
