package casus.answer;

import casus.answer.NetworkAnswer.Engine;
import casus.answer.NetworkAnswer.Explained;
import casus.answer.NetworkAnswer.Parameter;
import casus.answer.NetworkAnswer.Posterior;
import casus.answer.NetworkAnswer.Sensitivity;
import casus.answer.NetworkAnswer.State;
import casus.answer.NetworkAnswer.Told;
import casus.inference.Beliefs;
import casus.inference.Compilation;
import casus.inference.Information;
import casus.inference.JunctionTree;
import casus.inference.LocalModel;
import casus.inference.MostProbable;
import casus.inference.Network;
import casus.inference.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/// Puts questions to a Bayesian network that no dossier stands behind. The one place where such
/// questions meet the engine.
public final class NetworkInquiry {
  /// How far a parameter is moved to show what that does.
  private static final double STEP = 0.1;

  private static final double ROUNDING = 1e-12;

  /// Explanations that differ in hidden variables alone are one to the reader; no more than these
  /// are looked at.
  private static final int MOST_EXPLANATIONS = 1 << 16;

  private final Network network;
  private final NetworkQuestions asked;
  private final JunctionTree tree;
  private final Beliefs beliefs;

  private NetworkInquiry(
      Network network, NetworkQuestions asked, JunctionTree tree, Beliefs beliefs) {
    this.network = network;
    this.asked = asked;
    this.tree = tree;
    this.beliefs = beliefs;
  }

  /// What came of it.
  public sealed interface Outcome {
    record Answered(NetworkAnswer answer) implements Outcome {}

    /// The findings cannot all be true.
    ///
    /// @param findings a smallest set of variables whose findings exclude each other
    record Impossible(List<Variable> findings) implements Outcome {}

    /// @param width how many variables must be held together
    /// @param bytes about what an exact answer would take
    record TooWide(int width, double bytes, List<Variable> variables) implements Outcome {}
  }

  public static Outcome ask(Network network, NetworkQuestions asked) {
    var tree = JunctionTree.of(network);
    return switch (tree.infer(asked.evidence())) {
      case Compilation.TooWide wide ->
          new Outcome.TooWide(wide.width(), wide.bytes(), wide.variables());
      case Beliefs beliefs when beliefs.isImpossible() ->
          new Outcome.Impossible(beliefs.conflict());
      case Beliefs beliefs ->
          new Outcome.Answered(new NetworkInquiry(network, asked, tree, beliefs).answer());
    };
  }

  private NetworkAnswer answer() {
    var posteriors = new ArrayList<Posterior>();
    for (var variable : asked.posteriors())
      posteriors.add(
          new Posterior(
              variable.name(), variable.states(), beliefs.posterior(variable), !isFree(variable)));
    return new NetworkAnswer(
        beliefs.logEvidence(),
        posteriors,
        asked.explanations() == 0 ? List.of() : explanations(),
        asked.target() == null ? null : sensitivity(asked.target()),
        asked.information() == null ? null : information(asked.information()),
        engine());
  }

  private Engine engine() {
    var outline = tree.outline();
    return new Engine(
        "junction tree",
        outline.cliques(),
        outline.width(),
        outline.widest().stream().map(Variable::name).toList(),
        outline.states(),
        outline.entries(),
        outline.bytes());
  }

  /// Whether more than one state is left by the findings.
  private boolean isFree(Variable variable) {
    if (network.isHidden(variable)) return false;
    var left = 0;
    for (var likelihood : asked.evidence().likelihood(variable)) if (likelihood > 0) left++;
    return left > 1;
  }

  private List<Explained> explanations() {
    var free = network.variables().stream().filter(this::isFree).toList();
    for (var count = asked.explanations(); ; count *= 2) {
      var best = beliefs.mostProbable(count);
      var distinct = new LinkedHashMap<List<State>, Explained>();
      for (var one : best) {
        var explained = explained(one, free);
        distinct.putIfAbsent(explained.states(), explained);
      }
      if (distinct.size() >= asked.explanations()
          || best.size() < count
          || count >= MOST_EXPLANATIONS)
        return distinct.values().stream().limit(asked.explanations()).toList();
    }
  }

  private Explained explained(MostProbable best, List<Variable> free) {
    var states = new ArrayList<State>();
    for (var variable : free)
      states.add(new State(variable.name(), variable.states().get(best.state(variable))));
    return new Explained(
        Math.exp(best.logProbability() - beliefs.logEvidence()), List.copyOf(states));
  }

  /// Where a parameter moves, the others of its row keep their proportions: the row keeps its sum,
  /// and no other way of moving it changes the joint distribution less (Chan and Darwiche 2002).
  ///
  /// Along that way P(findings) and P(target, findings) are linear, for no term holds two entries
  /// of one row: what they become at any value follows from their slopes.
  private Sensitivity sensitivity(NetworkQuestions.Target target) {
    var probability = beliefs.posterior(target.variable())[target.state()];
    var parameters = new ArrayList<Parameter>();
    if (probability > 0) {
      var given = beliefs.relativeDerivatives();
      var both = narrowed(target).relativeDerivatives();
      for (var variable : network.variables())
        if (network.model(variable) instanceof LocalModel.Table table)
          add(parameters, table, probability, given, both);
      parameters.sort(Comparator.comparingDouble((Parameter one) -> -Math.abs(one.derivative())));
    }
    return new Sensitivity(
        target.variable().name(),
        target.variable().states().get(target.state()),
        probability,
        parameters.stream().limit(asked.parameters()).toList());
  }

  /// Given the findings and the target, whose own finding keeps its weight.
  private Beliefs narrowed(NetworkQuestions.Target target) {
    var only = new double[target.variable().size()];
    only[target.state()] = asked.evidence().likelihood(target.variable())[target.state()];
    var evidence = asked.evidence().withLikelihood(target.variable(), only);
    return tree.infer(evidence).beliefs();
  }

  private void add(
      List<Parameter> parameters,
      LocalModel.Table table,
      double probability,
      double[] given,
      double[] both) {
    var size = table.child().size();
    var offset = network.parameterOffset(table.child());
    var values = table.values();
    for (var row = 0; row < values.length; row += size)
      for (var s = 0; s < size; s++) {
        var value = values[row + s];
        // Of two states one says what the other does.
        if (value <= 0 || value >= 1 || (size == 2 && s == 0)) continue;
        var slopeOfGiven = slope(given, offset + row, values, row, size, s);
        var slopeOfBoth = slope(both, offset + row, values, row, size, s);
        var derivative = probability * (slopeOfBoth - slopeOfGiven);
        if (Math.abs(derivative) < ROUNDING) continue;
        parameters.add(
            new Parameter(
                name(table, row / size, s),
                value,
                derivative,
                moved(probability, slopeOfBoth, slopeOfGiven, Math.max(-value, -STEP)),
                moved(probability, slopeOfBoth, slopeOfGiven, Math.min(1 - value, STEP))));
      }
  }

  /// The relative derivative along the way in which the row moves.
  private static double slope(
      double[] derivatives, int start, double[] values, int row, int size, int s) {
    var slope = derivatives[start + s];
    for (var other = 0; other < size; other++)
      if (other != s)
        slope -= values[row + other] / (1 - values[row + s]) * derivatives[start + other];
    return slope;
  }

  /// NaN where the findings would be impossible.
  private static double moved(double probability, double ofBoth, double ofGiven, double by) {
    var given = 1 + by * ofGiven;
    return given < ROUNDING
        ? Double.NaN
        : Math.clamp(probability * (1 + by * ofBoth) / given, 0, 1);
  }

  /// `P(x = s | a = t, b = u)`.
  private static String name(LocalModel.Table table, int row, int state) {
    var child = table.child();
    var name = new StringBuilder("P(").append(child.name()).append(" = ");
    name.append(child.states().get(state));
    var given = new ArrayList<String>();
    var rest = row;
    for (var parent : table.parents().reversed()) {
      given.addFirst(parent.name() + " = " + parent.states().get(rest % parent.size()));
      rest /= parent.size();
    }
    if (!given.isEmpty()) name.append(" | ").append(String.join(", ", given));
    return name.append(')').toString();
  }

  private NetworkAnswer.Telling information(Variable variable) {
    var bits = beliefs.information(variable);
    var told = new ArrayList<Told>();
    for (var other : network.variables())
      if (isFree(other) && !other.equals(variable))
        // Independence may come out of long sums a rounding error off.
        told.add(new Told(other.name(), bits[other.index()] < ROUNDING ? 0 : bits[other.index()]));
    told.sort(Comparator.comparingDouble((Told one) -> -one.bits()));
    return new NetworkAnswer.Telling(
        variable.name(), Information.entropy(beliefs.posterior(variable)), List.copyOf(told));
  }
}
