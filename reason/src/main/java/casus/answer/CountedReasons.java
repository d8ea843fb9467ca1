package casus.answer;

import casus.inference.Propagation;
import casus.inference.Variable;
import casus.model.Condition;
import casus.model.Weighing;
import casus.network.Literal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What moves a question's outcome from its base rate: the reasons that count, in the order given,
/// and the gates.
///
/// @param correlation of each group of overlapping reasons
/// @param base the base rate of each outcome
record CountedReasons(List<Row> rows, List<Gate> gates, double[] correlation, double[] base) {
  /// @param log of the factor, below 0 for a reason against
  /// @param group of overlapping reasons that it belongs to, or -1
  record Row(Weighing.Reason reason, Literal condition, double log, int group) {
    int outcome() {
      return reason.outcome();
    }
  }

  record Gate(Weighing.Gate gate, Literal condition) {}

  static CountedReasons of(Inquiry inquiry) {
    var rows = new ArrayList<Row>();
    var gates = new ArrayList<Gate>();
    var correlations = new ArrayList<Double>();
    for (var weighing : inquiry.dossier().weighings()) {
      if (!weighing.question().equals(inquiry.question().id())) continue;
      for (var reason : weighing.reasons()) {
        if (reason.inBase() || reason.factor() == null) continue;
        var log = Math.log(reason.factor().point());
        rows.add(
            new Row(
                reason,
                literal(inquiry, reason.condition()),
                reason.favours() ? log : -log,
                group(weighing, reason, correlations.size())));
      }
      for (var gate : weighing.gates())
        gates.add(new Gate(gate, literal(inquiry, gate.condition())));
      weighing.overlaps().forEach(overlap -> correlations.add(overlap.correlation()));
    }
    var network = inquiry.network();
    return new CountedReasons(
        List.copyOf(rows),
        List.copyOf(gates),
        correlations.stream().mapToDouble(c -> c).toArray(),
        network.baseRate(inquiry.question().id(), network.points()));
  }

  static Literal literal(Inquiry inquiry, @Nullable Condition condition) {
    var always = condition == null ? new Condition.Truth(true) : condition;
    return inquiry.network().literal(inquiry.network().grounding().condition(always));
  }

  private static int group(Weighing weighing, Weighing.Reason reason, int first) {
    var group = -1;
    for (var i = 0; i < weighing.overlaps().size(); i++)
      if (weighing.overlaps().get(i).reasons().contains(reason.id())) group = first + i;
    return group;
  }

  int outcomes() {
    return base.length;
  }

  /// Reasons, and one for the gates where there are any.
  int players() {
    return rows.size() + (gates.isEmpty() ? 0 : 1);
  }

  /// The variables that the reasons and gates turn on, each once.
  List<Variable> conditions() {
    var variables = new LinkedHashSet<Variable>();
    for (var row : rows)
      if (row.condition().variable() != null) variables.add(row.condition().variable());
    for (var gate : gates)
      if (gate.condition().variable() != null) variables.add(gate.condition().variable());
    return List.copyOf(variables);
  }

  /// What n active, overlapping reasons are divided by.
  double divisor(int group, int active) {
    return group < 0 || active < 1 ? 1 : 1 + correlation[group] * (active - 1);
  }

  /// Whether a literal holds where its variable is in that state.
  static boolean holds(Literal literal, int state) {
    return (state == 1) == literal.positive();
  }

  /// The outcomes that shut gates rule out. Where that would be all of them, the first (nothing
  /// happens) is what remains.
  ///
  /// @param shut one per gate
  boolean[] ruledOut(boolean[] shut) {
    var out = new boolean[outcomes()];
    for (var g = 0; g < shut.length; g++) out[gates.get(g).gate().outcome()] |= shut[g];
    var all = true;
    for (var one : out) all &= one;
    if (all) out[0] = false;
    return out;
  }

  /// Makes odds of the outcomes a distribution; where all are 0, the first is certain.
  static void normalise(double[] odds) {
    var sum = 0.0;
    for (var one : odds) sum += one;
    for (var o = 0; o < odds.length; o++) odds[o] = sum > 0 ? odds[o] / sum : o == 0 ? 1 : 0;
  }

  /// Log odds of one outcome against all others.
  static double logit(double[] weights, int outcome) {
    var others = 0.0;
    for (var o = 0; o < weights.length; o++) if (o != outcome) others += weights[o];
    return Math.log(weights[outcome]) - Math.log(others);
  }

  static double probability(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /// The probability that a reason is active.
  double active(Propagation propagation, Row row) {
    return Inquiry.probability(propagation, row.condition());
  }
}
