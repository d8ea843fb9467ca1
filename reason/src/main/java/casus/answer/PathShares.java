package casus.answer;

import casus.inference.LocalModel;
import casus.inference.Propagation;
import casus.inference.Variable;
import java.util.Arrays;

/// Shares where there are too many reasons for exact ones: the path integral of Aumann and Shapley
/// (1974). All log factors grow together from 0 to their value, and each reason gets what its own
/// growth adds on the way; the cost is linear in the number of reasons. Gates do not grow: their
/// share is the mean of what they add before and after all reasons, and each reason's share the
/// mean over the way with gates and the way without.
///
/// Z(o) = P(o, observed) = Σ over rows of the outcome's model of w(row, o) · θ(row, o), where the
/// weights w do not depend on θ: they are its derivatives, and one downward pass gives them all.
/// With x the scale of one reason with log factor l for outcome r, and w' the weights where it is
/// active, ∂Z(o)/∂x = l · Σ w'(row, o) · (\[o = r\] − θ(row, r)) · θ(row, o).
final class PathShares {
  /// The integral is refined until the shares sum to the move within this, relative to it; what is
  /// left is then divided in proportion.
  private static final double TOLERANCE = 1e-7;

  /// Rows times reasons times panels that are worth a finer integral.
  private static final double MOST_WORK = 4e6;

  /// The weights of a row that cannot be reached with a reason active.
  private static final double[] NEVER = {};

  private final Inquiry inquiry;
  private final CountedReasons reasons;
  private final int subject;
  private final OutcomeMemories memories;

  /// `[row][outcome]`
  private final double[][] weights;

  /// `[reason][row][outcome]`, the weights where the reason is active.
  private final double[][][] active;

  private PathShares(Inquiry inquiry, CountedReasons reasons, int subject) {
    this.inquiry = inquiry;
    this.reasons = reasons;
    this.subject = subject;
    var model = inquiry.circuit().network().model(outcome());
    memories = new OutcomeMemories(reasons, model);
    weights = weights(inquiry.headline(), 1);
    active = new double[reasons.rows().size()][][];
    for (var i = 0; i < active.length; i++) active[i] = active(reasons.rows().get(i), model);
  }

  static ReasonShares of(Inquiry inquiry, CountedReasons reasons, int subject) {
    return new PathShares(inquiry, reasons, subject).shares();
  }

  private Variable outcome() {
    return inquiry.network().outcome(inquiry.question().id());
  }

  private double[][] weights(Propagation propagation, double scale) {
    var outcomes = reasons.outcomes();
    var offset = inquiry.circuit().network().parameterOffset(outcome());
    var derivatives = propagation.relativeDerivatives();
    var weights = new double[memories.rows()][outcomes];
    for (var row = 0; row < weights.length; row++)
      for (var o = 0; o < outcomes; o++)
        weights[row][o] = scale * derivatives[o][offset + row * outcomes + o];
    return weights;
  }

  /// Where each row can only be reached with the reason active or only without, the weights tell;
  /// else the reason is added to the evidence.
  private double[][] active(CountedReasons.Row reason, LocalModel model) {
    var none = new double[memories.rows()][];
    Arrays.fill(none, NEVER);
    var variable = reason.condition().variable();
    if (variable == null) return reason.condition().positive() ? weights : none;
    var state = reason.condition().positive() ? 1 : 0;
    var states = states(model, variable);
    if (Arrays.stream(states).allMatch(s -> Integer.bitCount(s) == 1)) {
      for (var row = 0; row < none.length; row++)
        if (states[row] == 1 << state) none[row] = weights[row];
      return none;
    }
    var evidence = Rewired.narrowed(inquiry.evidence(), variable, state);
    if (evidence == null) return none;
    var propagation = inquiry.circuit().propagate(inquiry.parameters(), evidence);
    if (propagation.isImpossible()) return none;
    return weights(
        propagation, Math.exp(propagation.logEvidence() - inquiry.headline().logEvidence()));
  }

  /// By final memory, the states that a parent can have been in, as bits.
  private static int[] states(LocalModel model, Variable parent) {
    if (!(model instanceof LocalModel.Fold fold)) return new int[] {0};
    var before = new int[1];
    for (var i = 0; i < fold.next().length; i++) {
      var step = fold.next()[i];
      var last = i + 1 == fold.next().length;
      var after =
          new int[last ? fold.rows().length / fold.child().size() : fold.next()[i + 1].length];
      for (var m = 0; m < step.length; m++)
        for (var s = 0; s < step[m].length; s++)
          after[step[m][s]] |= fold.parents().get(i).equals(parent) ? 1 << s : before[m];
      before = after;
    }
    return before;
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
    for (var i = 0; i < without.length; i++) without[i] = without(i);
    return new ReasonShares(start, shares, gate, without, false);
  }

  private double value(double scale, boolean gated) {
    var masses = new double[reasons.outcomes()];
    for (var row = 0; row < weights.length; row++) {
      var theta = memories.theta(row, scale, gated);
      for (var o = 0; o < masses.length; o++) masses[o] += weights[row][o] * theta[o];
    }
    return CountedReasons.logit(masses, subject);
  }

  private double[] path(boolean gated, double move) {
    if (Double.isInfinite(move) || Double.isNaN(move)) return new double[reasons.rows().size()];
    for (var panels = 1; ; panels *= 2) {
      var shares = integral(gated, panels);
      var missing = move - Arrays.stream(shares).sum();
      if (2.0 * panels * weights.length * shares.length <= MOST_WORK
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

  /// What each reason adds to the logit at one point of the way.
  private double[] slopes(double scale, boolean gated) {
    var outcomes = reasons.outcomes();
    var masses = new double[outcomes];
    var changes = new double[reasons.rows().size()][outcomes];
    for (var row = 0; row < weights.length; row++) {
      var theta = memories.theta(row, scale, gated);
      for (var o = 0; o < outcomes; o++) masses[o] += weights[row][o] * theta[o];
      for (var i = 0; i < changes.length; i++) {
        var reason = reasons.rows().get(i);
        if (active[i][row].length == 0) continue;
        var damped = reason.log() * memories.damping(row, reason.group());
        for (var o = 0; o < outcomes; o++)
          changes[i][o] +=
              damped
                  * active[i][row][o]
                  * theta[o]
                  * ((o == reason.outcome() ? 1 : 0) - theta[reason.outcome()]);
      }
    }
    var others = 0.0;
    for (var o = 0; o < outcomes; o++) if (o != subject) others += masses[o];
    var slopes = new double[changes.length];
    for (var i = 0; i < slopes.length; i++)
      for (var o = 0; o < outcomes; o++)
        slopes[i] += o == subject ? changes[i][o] / masses[subject] : -changes[i][o] / others;
    return slopes;
  }

  /// The subject's probability were a reason left out: where it is not active nothing changes, and
  /// where it is, the rows are those without it.
  private double without(int i) {
    var masses = new double[reasons.outcomes()];
    for (var row = 0; row < weights.length; row++) {
      var theta = memories.theta(row, 1, true);
      for (var o = 0; o < masses.length; o++) masses[o] += weights[row][o] * theta[o];
      if (active[i][row].length == 0) continue;
      var left = memories.thetaWithout(row, reasons.rows().get(i));
      for (var o = 0; o < masses.length; o++) masses[o] += active[i][row][o] * (left[o] - theta[o]);
    }
    return CountedReasons.probability(CountedReasons.logit(masses, subject));
  }
}
