package casus.answer;

import casus.inference.Circuit;
import casus.inference.Compilation;
import casus.inference.Evidence;
import casus.inference.Propagation;
import casus.inference.Variable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Shares where there are too many reasons for exact ones: the path integral of Aumann and Shapley
/// (1974). All log factors grow together from 0 to their value, and each reason gets what its own
/// growth adds on the way; the cost is linear in the number of reasons. Gates do not grow: their
/// share is the mean of what they add before and after all reasons, and each reason's share the
/// mean over the way with gates and the way without.
///
/// With Z(o) = P(o, observed), which is linear in the rows θ of the outcome's model, and x the
/// scale of one reason with log factor l for outcome r, active where a holds: ∂Z(o)/∂x = l · Σ over
/// rows with a of (\[o = r\] − θ(r)) · θ(o) · (weight of the row). Both sums are propagations with
/// the rows replaced, and one downward pass of each serves all reasons.
final class PathShares {
  /// The integral is refined until the shares sum to the move within this, relative to it; what is
  /// left is then divided in proportion.
  private static final double TOLERANCE = 1e-7;

  private static final int MOST_PANELS = 32;

  /// Multiplications of one evaluation, times panels, that are worth a finer integral.
  private static final double MOST_WORK = 2e6;

  private final Inquiry inquiry;
  private final CountedReasons reasons;
  private final int subject;
  private final Circuit circuit;
  private final double[] parameters;
  private final int offset;
  private final OutcomeMemories memories;

  private PathShares(
      Inquiry inquiry, CountedReasons reasons, int subject, Circuit circuit, double[] parameters) {
    this.inquiry = inquiry;
    this.reasons = reasons;
    this.subject = subject;
    this.circuit = circuit;
    this.parameters = parameters;
    var outcome = outcome(inquiry);
    offset = circuit.network().parameterOffset(outcome);
    memories = new OutcomeMemories(reasons, circuit.network().model(outcome));
  }

  private static Variable outcome(Inquiry inquiry) {
    return inquiry.network().outcome(inquiry.question().id());
  }

  static ReasonShares of(Inquiry inquiry, CountedReasons reasons, int subject) {
    if (reasons.gates().isEmpty())
      return new PathShares(inquiry, reasons, subject, inquiry.circuit(), inquiry.parameters())
          .shares();
    var rewired = Rewired.free(inquiry.network().network(), inquiry.parameters(), outcome(inquiry));
    return switch (Circuit.compile(rewired.network(), rewired.query())) {
      case Compilation.Compiled(var circuit) ->
          new PathShares(inquiry, reasons, subject, circuit, rewired.parameters()).shares();
      case Compilation.TooWide _ -> unknown(reasons);
    };
  }

  private static ReasonShares unknown(CountedReasons reasons) {
    var unknown = new double[reasons.rows().size()];
    Arrays.fill(unknown, Double.NaN);
    return new ReasonShares(Double.NaN, unknown, Double.NaN, unknown, false);
  }

  private ReasonShares shares() {
    var start = value(0, false);
    var end = value(1, false);
    var shares = path(false, end - start);
    var gate = 0.0;
    if (!reasons.gates().isEmpty()) {
      var gatedStart = value(0, true);
      var gatedEnd = value(1, true);
      if (Double.isInfinite(gatedStart) && !Double.isInfinite(start)) {
        gate = gatedStart;
      } else {
        var gated = path(true, gatedEnd - gatedStart);
        for (var i = 0; i < shares.length; i++) shares[i] = (shares[i] + gated[i]) / 2;
        gate = Double.isInfinite(start) ? 0 : (gatedStart - start + gatedEnd - end) / 2;
      }
    }
    var without = new double[shares.length];
    for (var i = 0; i < without.length; i++) without[i] = without(reasons.rows().get(i));
    return new ReasonShares(start, shares, gate, without, false);
  }

  private double value(double scale, boolean gated) {
    return CountedReasons.logit(
        propagate(row -> memories.theta(row, scale, gated), inquiry.evidence()).posterior(),
        subject);
  }

  @FunctionalInterface
  private interface Rows {
    double[] at(int row);
  }

  private Propagation propagate(Rows rows, Evidence evidence) {
    var replaced = parameters.clone();
    for (var row = 0; row < memories.rows(); row++)
      System.arraycopy(
          rows.at(row), 0, replaced, offset + row * reasons.outcomes(), reasons.outcomes());
    return circuit.propagate(replaced, evidence);
  }

  private double[] path(boolean gated, double move) {
    if (Double.isInfinite(move) || Double.isNaN(move)) return new double[reasons.rows().size()];
    for (var panels = 1; ; panels *= 2) {
      var shares = integral(gated, panels);
      var missing = move - Arrays.stream(shares).sum();
      if (panels < MOST_PANELS
          && 2.0 * panels * circuit.size() <= MOST_WORK
          && Math.abs(missing) > TOLERANCE * Math.max(1, Math.abs(move))) continue;
      var sizes = Arrays.stream(shares).map(Math::abs).sum();
      for (var i = 0; i < shares.length && sizes > 0; i++)
        shares[i] += missing * Math.abs(shares[i]) / sizes;
      return shares;
    }
  }

  private double[] integral(boolean gated, int panels) {
    var shares = new double[reasons.rows().size()];
    for (var panel = 0; panel < panels; panel++)
      for (var i = 0; i < GaussLegendre.NODES.length; i++) {
        var slopes = slopes((panel + GaussLegendre.NODES[i]) / panels, gated);
        for (var r = 0; r < shares.length; r++)
          shares[r] += GaussLegendre.WEIGHTS[i] / panels * slopes[r];
      }
    return shares;
  }

  /// One propagation with replaced rows: those of the outcome's model, damped by the overlap of a
  /// group, and multiplied by the probability of one outcome where that is not −1.
  private record Replaced(int group, int outcome) {}

  /// What each reason adds to the logit at one point of the way.
  private double[] slopes(double scale, boolean gated) {
    var theta = new double[memories.rows()][];
    for (var row = 0; row < theta.length; row++) theta[row] = memories.theta(row, scale, gated);
    var whole = propagate(row -> theta[row], inquiry.evidence());
    var posterior = whole.posterior();
    var others = 1 - posterior[subject];
    var known = new HashMap<Replaced, Propagation>();
    var slopes = new double[reasons.rows().size()];
    for (var i = 0; i < slopes.length; i++) {
      var row = reasons.rows().get(i);
      var agreeing = masses(row, -1, theta, whole, known);
      var all = masses(row, row.outcome(), theta, whole, known);
      for (var o = 0; o < posterior.length; o++) {
        var change = row.log() * ((o == row.outcome() ? agreeing[o] : 0) - all[o]);
        slopes[i] += o == subject ? change / posterior[subject] : -change / others;
      }
    }
    return slopes;
  }

  /// P(o, reason active), each row weighted as [Replaced] says, as a share of P(observed).
  private double[] masses(
      CountedReasons.Row row,
      int outcome,
      double[][] theta,
      Propagation whole,
      Map<Replaced, Propagation> known) {
    var masses = new double[reasons.outcomes()];
    var propagation =
        known.computeIfAbsent(
            new Replaced(row.group(), outcome), replaced -> weighted(replaced, theta, whole));
    if (propagation.isImpossible()) return masses;
    var scale = Math.exp(propagation.logEvidence() - whole.logEvidence());
    var variable = row.condition().variable();
    if (variable == null) {
      if (!row.condition().positive()) return masses;
      masses = propagation.posterior();
    } else {
      var joint = propagation.joint(variable);
      for (var o = 0; o < masses.length; o++)
        masses[o] = joint[o][row.condition().positive() ? 1 : 0];
    }
    for (var o = 0; o < masses.length; o++) masses[o] *= scale;
    return masses;
  }

  private Propagation weighted(Replaced replaced, double[][] theta, Propagation whole) {
    if (replaced.group() < 0 && replaced.outcome() < 0) return whole;
    return propagate(
        row -> {
          var weighted = theta[row].clone();
          var weight = memories.damping(row, replaced.group());
          if (replaced.outcome() >= 0) weight *= theta[row][replaced.outcome()];
          for (var o = 0; o < weighted.length; o++) weighted[o] *= weight;
          return weighted;
        },
        inquiry.evidence());
  }

  /// The subject's probability were a reason left out: where it is not active nothing changes, and
  /// where it is, the rows are those without it.
  private double without(CountedReasons.Row reason) {
    var variable = reason.condition().variable();
    if (variable == null && !reason.condition().positive())
      return inquiry.headline().posterior()[subject];
    var mass = new double[reasons.outcomes()];
    if (variable != null) {
      var inactive =
          Rewired.narrowed(inquiry.evidence(), variable, reason.condition().positive() ? 0 : 1);
      if (inactive != null) add(mass, propagate(row -> memories.theta(row, 1, true), inactive));
    }
    var active =
        variable == null
            ? inquiry.evidence()
            : Rewired.narrowed(inquiry.evidence(), variable, reason.condition().positive() ? 1 : 0);
    if (active != null) add(mass, propagate(row -> memories.thetaWithout(row, reason), active));
    return CountedReasons.probability(CountedReasons.logit(mass, subject));
  }

  private void add(double[] mass, Propagation propagation) {
    if (propagation.isImpossible()) return;
    var scale = Math.exp(propagation.logEvidence() - inquiry.headline().logEvidence());
    var posterior = propagation.posterior();
    for (var o = 0; o < mass.length; o++) mass[o] += posterior[o] * scale;
  }
}
