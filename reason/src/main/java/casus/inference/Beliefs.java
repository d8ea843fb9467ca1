package casus.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a junction tree says, given some findings: P(findings) and the posterior of every variable.
///
/// Messages go from the leaves to the roots at once, and back when somebody asks (Shafer & Shenoy
/// 1990). [#revise] changes findings and computes again only what they touch. Belongs to one
/// thread.
public final class Beliefs implements Inference {
  /// Messages are brought near 1 when they leave these bounds.
  private static final double SMALL = 0x1p-100;

  private static final double LARGE = 0x1p100;

  /// A message as small as this may be the product of numbers that were too small.
  private static final double FAINT = 0x1p-600;

  private final JunctionTree owner;
  private final Cliques cliques;
  private final CliqueTree tree;
  private final CliqueTree.Clique[] nodes;
  private final CliqueTable[] tables;
  private final int[] sizes;
  private final double[][] sums;
  private final double[][] up;
  private final double[][] down;

  /// `down` times the findings on variables looked up in the separator; the same array without.
  private final double[][] below;

  private final double[] @Nullable [] own;
  private final double[][][] upOfChildren;
  private final double[][][] downOfChildren;
  private final int[] shift;
  private final int[][] lookedUp;

  /// By place and state; null where nothing was found.
  private final double[] @Nullable [] likelihood;

  private final double[] @Nullable [] ownLikelihood;
  private final boolean[] faint;
  private final boolean[] upStale;
  private final boolean[] sumsStale;
  private final boolean[] downStale;
  private final boolean[] spreadStale;
  private Evidence evidence = Evidence.none();
  private double logEvidence;
  private double logKnown;

  /// Whether messages are brought near 1. They need not be as long as P(findings) is not faint and
  /// no factor or likelihood brings a sum above 1: what is lost in a message for being too small
  /// for a double would then be too small in P(findings) too. Follows from the findings alone, so
  /// that the same findings give the same bits.
  private boolean isScaled;

  /// Where doubles do not do, or may not; otherwise null.
  private @Nullable LogMessages careful;

  Beliefs(JunctionTree owner, Cliques cliques, Evidence evidence) {
    this.owner = owner;
    this.cliques = cliques;
    tree = cliques.tree();
    nodes = tree.cliques().toArray(CliqueTree.Clique[]::new);
    tables = cliques.tables();
    sizes = cliques.potentials().sizes();
    lookedUp = cliques.lookedUp();
    var n = tables.length;
    sums = new double[n][];
    up = new double[n][];
    down = new double[n][];
    below = new double[n][];
    own = new double[n][];
    shift = new int[n];
    likelihood = new double[sizes.length][];
    ownLikelihood = new double[n][];
    faint = new boolean[n];
    upStale = new boolean[n];
    sumsStale = new boolean[n];
    downStale = new boolean[n];
    spreadStale = new boolean[n];
    upOfChildren = new double[n][][];
    downOfChildren = new double[n][][];
    Arrays.fill(upStale, true);
    Arrays.fill(sumsStale, true);
    for (var k = 0; k < n; k++) {
      var table = tables[k];
      sums[k] = table.hasOwn() ? new double[table.runCount()] : table.potential();
      up[k] = new double[table.segmentCount()];
      down[k] = new double[table.segmentCount()];
      below[k] = lookedUp[k].length == 0 ? down[k] : new double[table.segmentCount()];
      if (table.hasOwn()) own[k] = new double[table.ownStates()];
      var children = nodes[k].children();
      upOfChildren[k] = new double[children.length][];
      downOfChildren[k] = new double[children.length][];
      for (var c = 0; c < children.length; c++) {
        upOfChildren[k][c] = up[children[c]];
        downOfChildren[k][c] = down[children[c]];
      }
    }
    enter(evidence);
    upward();
  }

  private void enter(Evidence findings) {
    for (var finding : findings.findings()) find(finding);
    evidence = findings;
  }

  private void find(Evidence.Finding finding) {
    var found = finding.likelihood();
    var place = cliques.potentials().places()[finding.variable().index()];
    if (place < 0) {
      logKnown += Math.log(found[-1 - place]);
      return;
    }
    likelihood[place] = found;
    touch(place);
  }

  private void touch(int v) {
    var home = tree.home()[v];
    var k = home >= 0 ? home : -1 - home;
    if (home >= 0) sumsStale[k] = true;
    for (; k >= 0 && !upStale[k]; k = nodes[k].parent()) upStale[k] = true;
  }

  private void upward() {
    careful = null;
    scale(!owner.isNormalised() || evidence.exceedsOne());
    if (isScaled || !upwardUnscaled()) upwardScaled();
    Arrays.fill(downStale, true);
    Arrays.fill(spreadStale, true);
  }

  /// Makes all `up` true of the findings and takes P(findings) from them.
  ///
  /// @return whether that can be trusted; if not, messages are to be scaled
  private boolean upwardUnscaled() {
    var log = logKnown + cliques.potentials().logEntered();
    for (var k = 0; k < tables.length; k++) {
      if (upStale[k]) upward(k);
      if (nodes[k].parent() >= 0) continue;
      if (up[k].length == 0 || isFaint(up[k][0])) {
        scale(true);
        return false;
      }
      log += Math.log(up[k][0]);
    }
    logEvidence = log;
    return true;
  }

  private void scale(boolean wanted) {
    if (isScaled == wanted) return;
    isScaled = wanted;
    // What is there may be scaled, or have lost what now matters.
    Arrays.fill(upStale, true);
    Arrays.fill(shift, 0);
    Arrays.fill(faint, false);
  }

  private void upwardScaled() {
    var log = logKnown + cliques.potentials().logEntered();
    var exponent = 0L;
    for (var k = 0; k < tables.length; k++) {
      if (upStale[k]) upward(k);
      exponent += shift[k];
      if (faint[k]) careful = new LogMessages(cliques, likelihood);
      if (nodes[k].parent() < 0)
        log += up[k].length == 0 ? Double.NEGATIVE_INFINITY : Math.log(up[k][0]);
      if (careful != null) break;
    }
    logEvidence = careful == null ? log + exponent * Math.log(2) : logKnown + careful.logEvidence();
  }

  private void upward(int k) {
    var table = tables[k];
    if (sumsStale[k]) {
      sumsStale[k] = false;
      if (table.hasOwn()) {
        ownLikelihood[k] = ownLikelihood(k);
        table.sumRuns(ownLikelihood[k], sums[k]);
      }
    }
    upStale[k] = false;
    table.upward(sums[k], upOfChildren[k], up[k]);
    weigh(k, up[k], up[k]);
    if (!isScaled) return;
    var sum = sum(up[k]);
    faint[k] = isFaint(sum);
    shift[k] = rescale(up[k], sum);
  }

  private double @Nullable [] ownLikelihood(int k) {
    var variables = nodes[k].own();
    if (variables.length == 1) return likelihood[variables[0]];
    var any = false;
    for (var v : variables) any |= likelihood[v] != null;
    if (!any) return null;
    var product = new double[tables[k].ownStates()];
    Arrays.fill(product, 1);
    var stride = 1;
    for (var i = variables.length - 1; i >= 0; i--) {
      var v = variables[i];
      var size = sizes[v];
      var found = likelihood[v];
      if (found != null) {
        for (var j = 0; j < product.length; j++) product[j] *= found[j / stride % size];
      }
      stride *= size;
    }
    return product;
  }

  /// Multiplies with the findings that are looked up in a separator.
  ///
  /// @return whether there are any
  private boolean weigh(int k, double[] from, double[] to) {
    var looked = lookedUp[k];
    if (looked.length == 0) return false;
    var separator = nodes[k].separator();
    var any = false;
    for (var i = 0; i < looked.length; i++) {
      var found = likelihood[separator[looked[i]]];
      if (found == null) continue;
      var digits = tables[k].digits()[i];
      var source = any ? to : from;
      for (var s = 0; s < to.length; s++) to[s] = source[s] * found[digits[s]];
      any = true;
    }
    return any;
  }

  private static double sum(double[] message) {
    var sum = 0.0;
    for (var m : message) sum += m;
    return sum;
  }

  /// Whether a message with this sum may be the product of numbers that were lost because they are
  /// too small for a double.
  private static boolean isFaint(double sum) {
    return !(sum >= FAINT && sum < Double.POSITIVE_INFINITY);
  }

  /// Brings a message near 1.
  ///
  /// @return the power of 2 that was taken out
  private static int rescale(double[] message, double sum) {
    if (sum == 0 || (sum >= SMALL && sum <= LARGE)) return 0;
    var exponent = Math.getExponent(sum);
    // Two steps, since one may be too large for a double.
    var half = Math.scalb(1.0, -exponent / 2);
    var rest = Math.scalb(1.0, -exponent - -exponent / 2);
    for (var s = 0; s < message.length; s++) message[s] = message[s] * half * rest;
    return exponent;
  }

  /// Makes `down[k]` true of the findings.
  private void reach(int k) {
    if (!downStale[k]) return;
    var parent = nodes[k].parent();
    if (parent < 0) {
      if (down[k].length > 0) down[k][0] = 1;
      downStale[k] = false;
    } else {
      spread(parent);
    }
  }

  /// Makes `down` of the children and `own[k]` true of the findings.
  private void spread(int k) {
    if (!spreadStale[k]) return;
    reach(k);
    spreadStale[k] = false;
    for (var to : downOfChildren[k]) Arrays.fill(to, 0);
    if (own[k] != null) Arrays.fill(own[k], 0);
    var weighed = weigh(k, down[k], below[k]) ? below[k] : down[k];
    tables[k].downward(weighed, sums[k], upOfChildren[k], downOfChildren[k]);
    if (own[k] != null) tables[k].downwardToOwn(weighed, upOfChildren[k], own[k]);
    for (var child : nodes[k].children()) {
      downStale[child] = false;
      if (!isScaled) continue;
      var sum = sum(down[child]);
      if (careful == null && isFaint(sum)) careful = new LogMessages(cliques, likelihood);
      rescale(down[child], sum);
    }
  }

  /// log P(findings), the natural logarithm; −∞ if they are impossible.
  public double logEvidence() {
    return logEvidence;
  }

  /// P(variable = s | findings) for every state s; all zeros if the findings are impossible.
  public double[] posterior(Variable variable) {
    var posterior = new double[variable.size()];
    posterior(variable, posterior);
    return posterior;
  }

  /// As [#posterior(Variable)], into an array of as many entries as the variable has states.
  public void posterior(Variable variable, double[] posterior) {
    owner.visible(variable);
    Arrays.fill(posterior, 0);
    if (logEvidence == Double.NEGATIVE_INFINITY) return;
    var place = cliques.potentials().places()[variable.index()];
    if (place < 0) {
      posterior[-1 - place] = 1;
      return;
    }
    var home = tree.home()[place];
    if (careful == null) {
      if (home >= 0) spread(home);
      else reach(-1 - home);
    }
    // Looking may have shown that doubles do not do.
    if (careful != null) careful.posterior(place, posterior);
    else if (home >= 0) ownPosterior(home, place, posterior);
    else separatorPosterior(-1 - home, place, posterior);
    var sum = 0.0;
    for (var p : posterior) sum += p;
    for (var s = 0; s < posterior.length; s++) posterior[s] /= sum;
  }

  private void ownPosterior(int k, int v, double[] posterior) {
    var variables = nodes[k].own();
    var stride = 1;
    for (var i = variables.length - 1; variables[i] != v; i--) stride *= sizes[variables[i]];
    var weights = own[k];
    if (weights == null) throw new IllegalStateException("a clique without variables of its own");
    var found = ownLikelihood[k];
    var block = stride * posterior.length;
    for (var from = 0; from < weights.length; from += block) {
      for (var x = 0; x < posterior.length; x++) {
        var sum = 0.0;
        for (var j = from + x * stride; j < from + (x + 1) * stride; j++)
          sum += found == null ? weights[j] : weights[j] * found[j];
        posterior[x] += sum;
      }
    }
  }

  private void separatorPosterior(int k, int v, double[] posterior) {
    var separator = nodes[k].separator();
    for (var i = 0; i < lookedUp[k].length; i++) {
      if (separator[lookedUp[k][i]] != v) continue;
      var digits = tables[k].digits()[i];
      for (var s = 0; s < digits.length; s++) posterior[digits[s]] += up[k][s] * down[k][s];
    }
  }

  /// Whether P(findings) is exactly 0.
  public boolean isImpossible() {
    return logEvidence == Double.NEGATIVE_INFINITY;
  }

  /// P(findings), which may underflow to 0 where [#logEvidence()] does not.
  public double evidenceProbability() {
    return Math.exp(logEvidence);
  }

  /// The findings these are the beliefs of.
  public Evidence evidence() {
    return evidence;
  }

  /// ∂ P(findings) / ∂ θ(i) / P(findings) by parameter i, every parameter taken by itself, the
  /// others of its row kept; all zeros if the findings are impossible. A structural 0, and the 1
  /// that is alone in its row, cannot vary: their entries are 0.
  ///
  /// All of them come from one more reading of the tables (Darwiche 2003, "A differential approach
  /// to inference in Bayesian networks"). To see how a posterior P(h | e) depends on a parameter,
  /// subtract the derivatives given e from those given h and e, and multiply by P(h | e).
  public double[] relativeDerivatives() {
    if (isImpossible()) return new double[owner.network().parameterCount()];
    var potentials = cliques.potentials();
    var byNumber = new double[potentials.numbers().length];
    var inverses = owner.inverses();
    for (var place : potentials.entered())
      byNumber[place] += inverses == null ? 1 / potentials.numbers()[place] : 1;
    var traced = owner.traced(cliques);
    for (var k = 0; k < tables.length; k++) {
      if (traced[k].trace().length == 0) continue;
      if (inverses == null) addDerivatives(k, traced[k], byNumber);
      else addJoints(k, traced[k], byNumber);
    }
    var varies = owner.varies();
    var derivatives = Arrays.copyOf(byNumber, varies.length);
    if (inverses != null) {
      for (var i = 0; i < derivatives.length; i++) derivatives[i] *= inverses[i];
    } else {
      for (var i = 0; i < derivatives.length; i++) if (!varies[i]) derivatives[i] = 0;
    }
    return derivatives;
  }

  /// Adds to each number the joint of the entries it went into, which is its derivative times the
  /// number.
  private void addJoints(int k, CliqueTable table, double[] byNumber) {
    var joints = table.joints(runWeights(k), ownLikelihood[k]);
    for (var places : table.trace())
      for (var e = 0; e < joints.length; e++) byNumber[places[e]] += joints[e];
  }

  /// Adds to each number the joint of the entries it went into without it, one by one, because it
  /// may be 0.
  private void addDerivatives(int k, CliqueTable table, double[] byNumber) {
    var numbers = cliques.potentials().numbers();
    var trace = table.trace();
    var weights = runWeights(k);
    var found = ownLikelihood[k];
    for (var r = 0; r < weights.length; r++) {
      var end = table.start(r + 1);
      for (var e = table.start(r); e < end; e++) {
        var weight = found == null ? weights[r] : weights[r] * found[table.ownState(r, e)];
        for (var f = 0; f < trace.length; f++) {
          var others = weight;
          for (var g = 0; g < trace.length; g++) if (g != f) others *= numbers[trace[g][e]];
          byNumber[trace[f][e]] += others;
        }
      }
    }
  }

  /// By run what all other cliques say, so scaled that the joint of all entries sums to 1.
  private double[] runWeights(int k) {
    var table = tables[k];
    if (careful == null) spread(k);
    if (careful != null) return carefulRunWeights(careful, k, new double[table.runCount()]);
    var total = 0.0;
    for (var s = 0; s < up[k].length; s++) total += up[k][s] * down[k][s];
    var weighed = weigh(k, down[k], below[k]) ? below[k] : down[k];
    return table.weights(weighed, 1 / total, upOfChildren[k]);
  }

  private double[] carefulRunWeights(LogMessages logs, int k, double[] weights) {
    var table = tables[k];
    var found = ownLikelihood[k];
    var children = nodes[k].children();
    var largest = Double.NEGATIVE_INFINITY;
    for (var s = 0; s < table.segmentCount(); s++) {
      for (var r = table.segments()[s]; r < table.segments()[s + 1]; r++) {
        weights[r] = logs.below(k, s);
        for (var c = 0; c < children.length; c++)
          weights[r] += logs.up(children[c], table.messages()[c][r]);
        largest = Math.max(largest, weights[r]);
      }
    }
    var total = 0.0;
    for (var r = 0; r < weights.length; r++) {
      weights[r] = Math.exp(weights[r] - largest);
      for (var e = table.start(r); e < table.start(r + 1); e++) {
        var joint = weights[r] * table.potential()[e];
        total += found == null ? joint : joint * found[table.ownState(r, e)];
      }
    }
    for (var r = 0; r < weights.length; r++) weights[r] /= total;
    return weights;
  }

  /// The most probable explanations of the findings, the best first: one state for every variable.
  /// Among equally probable ones the order is any, but always the same. As for
  /// [Circuit#mostProbable], hidden variables are maximised over together with the visible ones, so
  /// two explanations may differ in hidden variables alone.
  ///
  /// @param count how many are wanted, at least 1
  /// @return fewer if there are no more; none if the findings are impossible
  public List<MostProbable> mostProbable(int count) {
    if (count < 1) throw new IllegalArgumentException("explanations wanted: " + count);
    if (isImpossible()) return List.of();
    return new Explanations(owner.network(), cliques, likelihood, logKnown).best(count);
  }

  /// The mutual information in bits of every variable with one of them, given the findings: by how
  /// much seeing the one is expected to lower the entropy of the other. By index; 0 for hidden
  /// variables. One propagation for each state of `variable`.
  ///
  /// @throws IllegalArgumentException if the variable is hidden
  public double[] information(Variable variable) {
    var variables = owner.network().variables();
    var information = new double[variables.size()];
    if (isImpossible()) return information;
    var prior = posterior(variable);
    var joints = new double[variables.size()][prior.length][];
    for (var o = 0; o < prior.length; o++) {
      var given = prior[o] == 0 ? null : owner.infer(evidence.with(variable, o)).beliefs();
      for (var other : variables) {
        var joint = given == null ? new double[other.size()] : hiddenSafe(given, other);
        for (var s = 0; s < joint.length; s++) joint[s] *= prior[o];
        joints[other.index()][o] = joint;
      }
    }
    for (var other : variables)
      if (!owner.network().isHidden(other))
        information[other.index()] = Information.mutual(joints[other.index()]);
    return information;
  }

  private double[] hiddenSafe(Beliefs given, Variable variable) {
    return owner.network().isHidden(variable)
        ? new double[variable.size()]
        : given.posterior(variable);
  }

  /// A smallest set of findings that cannot all be true: leaving out any one of them makes the rest
  /// of the set possible. In order of declaration; among several such sets the one that keeps late
  /// findings. Empty if the findings are possible.
  public List<Variable> conflict() {
    if (!isImpossible()) return List.of();
    var kept = new ArrayList<>(evidence.variables());
    var rest = evidence;
    for (var variable : evidence.variables()) {
      var without = rest.without(variable);
      if (!owner.infer(without).beliefs().isImpossible()) continue;
      rest = without;
      kept.remove(variable);
    }
    return List.copyOf(kept);
  }

  /// The same question with other findings: only what they touch is computed again.
  public Inference revise(Evidence findings) {
    if (!owner.canRevise(cliques, findings)) return owner.infer(findings);
    // Nothing is known in the whole: every variable has a place, and memories come after them.
    for (var finding : evidence.findings()) {
      if (findings.has(finding.variable())) continue;
      var place = cliques.potentials().places()[finding.variable().index()];
      likelihood[place] = null;
      touch(place);
    }
    for (var finding : findings.findings()) {
      var place = cliques.potentials().places()[owner.visible(finding.variable()).index()];
      if (!Arrays.equals(likelihood[place], finding.likelihood())) find(finding);
    }
    evidence = findings;
    upward();
    return this;
  }
}
