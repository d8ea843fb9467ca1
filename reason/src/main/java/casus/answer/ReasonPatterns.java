package casus.answer;

import casus.inference.Circuit;
import casus.inference.Compilation;
import casus.inference.Evidence;
import casus.inference.Limits;
import casus.inference.Propagation;
import casus.inference.Variable;
import casus.inference.Workload;
import casus.network.Literal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which reasons can be active and which outcomes ruled out together, and how well that and each
/// outcome agree with everything observed: w(pattern, o) ∝ P(pattern, observed | o). From these the
/// outcome's distribution under any choice of reasons follows without another propagation: P(o) ∝ Σ
/// w(pattern, o) · θ(o | pattern).
///
/// @param weights by pattern, one per outcome, up to a common factor
record ReasonPatterns(Map<Pattern, double[]> weights) {
  /// @param active bit i: reason i
  /// @param ruledOut bit o: outcome o
  record Pattern(int active, int ruledOut) {}

  /// Conditions told apart by one propagation; each further one doubles the propagations.
  private static final int AT_ONCE = 6;

  /// Beyond this many conditions the patterns are not enumerated.
  private static final int MOST = 16;

  /// Null where the network is too wide for it.
  static @Nullable ReasonPatterns of(Inquiry inquiry, CountedReasons reasons) {
    var conditions = reasons.conditions();
    if (conditions.size() > MOST) return null;
    var together = conditions.subList(0, Math.min(AT_ONCE, conditions.size()));
    var outcome = inquiry.network().outcome(inquiry.question().id());
    var rewired =
        Rewired.detached(inquiry.network().network(), inquiry.parameters(), outcome, together);
    if (!(Circuit.compile(
            rewired.network(), rewired.query(), Workload.any(rewired.network()).within(quick()))
        instanceof Compilation.Compiled(var circuit))) return null;
    var apart = conditions.subList(together.size(), conditions.size());
    var runs = new ArrayList<Run>();
    for (var states = 0; states < 1 << apart.size(); states++) {
      var evidence = narrowed(inquiry.evidence(), apart, states);
      if (evidence == null) continue;
      var propagation = circuit.propagate(rewired.parameters(), evidence);
      if (!propagation.isImpossible()) runs.add(new Run(states, propagation));
    }
    var largest = runs.stream().mapToDouble(run -> run.propagation().logEvidence()).max().orElse(0);
    var weights = new LinkedHashMap<Pattern, double[]>();
    for (var run : runs) {
      var scale = Math.exp(run.propagation().logEvidence() - largest);
      var posterior = run.propagation().posterior();
      for (var states = 0; states < 1 << together.size(); states++) {
        var pattern = pattern(reasons, conditions, states << apart.size() | run.states());
        for (var o = 0; o < outcome.size(); o++) {
          var weight = posterior[states * outcome.size() + o] * scale;
          if (weight > 0)
            weights.computeIfAbsent(pattern, _ -> new double[outcome.size()])[o] += weight;
        }
      }
    }
    return new ReasonPatterns(weights);
  }

  private record Run(int states, Propagation propagation) {}

  /// Shares are not worth as much memory as the answer itself.
  private static Limits quick() {
    var standard = Limits.standard();
    return standard.withEntries(Math.min(standard.entries(), 4_000_000));
  }

  /// @param states the last variable's is the lowest bit
  private static @Nullable Evidence narrowed(
      Evidence evidence, List<Variable> variables, int states) {
    for (var i = 0; i < variables.size() && evidence != null; i++)
      evidence =
          Rewired.narrowed(evidence, variables.get(i), states >> (variables.size() - 1 - i) & 1);
    return evidence;
  }

  private static Pattern pattern(CountedReasons reasons, List<Variable> conditions, int states) {
    var active = 0;
    for (var i = 0; i < reasons.rows().size(); i++)
      if (holds(reasons.rows().get(i).condition(), conditions, states)) active |= 1 << i;
    var shut = new boolean[reasons.gates().size()];
    for (var g = 0; g < shut.length; g++)
      shut[g] = !holds(reasons.gates().get(g).condition(), conditions, states);
    var out = reasons.ruledOut(shut);
    var ruledOut = 0;
    for (var o = 0; o < out.length; o++) if (out[o]) ruledOut |= 1 << o;
    return new Pattern(active, ruledOut);
  }

  private static boolean holds(Literal literal, List<Variable> conditions, int states) {
    if (literal.isConstant()) return literal.positive();
    var position = conditions.indexOf(literal.variable());
    return CountedReasons.holds(literal, states >> (conditions.size() - 1 - position) & 1);
  }
}
