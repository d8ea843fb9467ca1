package casus.inference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A network compiled for one query: an arithmetic circuit with one root per state o of the query,
/// whose value is P(query = o, evidence). Compile once, then evaluate for any parameters and any
/// evidence; the cost of an evaluation is linear in [#size()]. Immutable.
///
/// Made by exact sparse variable elimination, the query last. Entries that are structurally 0 never
/// enter, so logical tables and folds cost only what can happen.
public final class Circuit {
  /// The estimate of an order supposes that zeros of different factors are independent. With many
  /// gates over the same conditions it is hundreds of times too high.
  private static final double HOPELESS = 1000;

  /// How many times longer a tape may be for computing switched variables last.
  private static final double DEARER = 3;

  private static final int WORTH_ANOTHER_ORDER = 300_000;
  private static final int ORDERS_BUILT = 3;
  private static final double NODE_BYTES = 24;

  private final Network network;
  private final Variable query;
  private final Evidence certain;
  private final BitSet relevant;
  private final Leaves leaves;
  private final Tape tape;

  private Circuit(
      Network network,
      Variable query,
      Evidence certain,
      BitSet relevant,
      Leaves leaves,
      Tape tape) {
    this.network = network;
    this.query = query;
    this.certain = certain;
    this.relevant = relevant;
    this.leaves = leaves;
    this.tape = tape;
  }

  /// Compiles for any findings, within [Limits#standard()].
  public static Compilation compile(Network network, Variable query) {
    return compile(network, query, Workload.any(network));
  }

  /// Compiles a network for a query, or says that it is too wide; see [Compilation].
  ///
  /// @throws IllegalArgumentException if the query is hidden or of another network
  public static Compilation compile(Network network, Variable query, Workload workload) {
    if (network.isHidden(query)) throw new IllegalArgumentException(query.name() + " is hidden");
    checkFindings(network, workload.certain());
    var leaves = Leaves.of(network);
    var relevant = relevant(network, query, workload);
    var graph = FactorGraph.of(network, leaves, workload.certain(), relevant);
    var limits = workload.limits().forStates(query.size());
    var late = late(network, query, relevant, workload.switched());
    Tape tape = null;
    if (!late.isEmpty()) {
      var orders = new OrderSearch(graph, query.index(), late).orders(limits.restarts());
      tape = shortest(graph, leaves, query, orders, limits, 1);
    }
    if (tape == null || tape.terms() > WORTH_ANOTHER_ORDER) {
      var orders = new OrderSearch(graph, query.index(), new BitSet()).orders(limits.restarts());
      var plain = shortest(graph, leaves, query, orders, limits, HOPELESS);
      if (tape == null || (plain != null && tape.terms() > DEARER * plain.terms())) tape = plain;
      if (tape == null) return tooWide(network, graph, orders.getFirst());
    }
    return new Compilation.Compiled(
        new Circuit(network, query, workload.certain(), relevant, leaves, tape));
  }

  /// What depends on the switched variables short of the query, and what that rests on directly, by
  /// index: summed out after everything else, none of it meets a factor that could have been
  /// computed before.
  private static BitSet late(
      Network network, Variable query, BitSet relevant, Set<Variable> switched) {
    var children = new HashMap<Variable, List<Variable>>();
    for (var variable : network.variables())
      for (var parent : network.model(variable).parents())
        children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(variable);
    var late = new BitSet();
    var moving = new ArrayDeque<>(switched);
    var seen = new HashSet<>(switched);
    while (!moving.isEmpty()) {
      var variable = moving.remove();
      late.set(variable.index());
      for (var parent : network.model(variable).parents()) late.set(parent.index());
      for (var child : children.getOrDefault(variable, List.of()))
        if (!child.equals(query) && relevant.get(child.index()) && seen.add(child))
          moving.add(child);
    }
    return late;
  }

  /// The query, what may be found, and the ancestors of both, by index.
  private static BitSet relevant(Network network, Variable query, Workload workload) {
    var relevant = new BitSet();
    var open = new ArrayDeque<Variable>(workload.observable());
    open.add(query);
    open.addAll(workload.certain().variables());
    while (!open.isEmpty()) {
      var variable = open.remove();
      if (relevant.get(variable.index())) continue;
      relevant.set(variable.index());
      open.addAll(network.model(variable).parents());
    }
    return relevant;
  }

  /// @param hope how many times the limit the best order's estimate may be
  private static @Nullable Tape shortest(
      FactorGraph graph,
      Leaves leaves,
      Variable query,
      List<EliminationOrder> orders,
      Limits limits,
      double hope) {
    Tape best = null;
    for (var order : orders.subList(0, Math.min(ORDERS_BUILT, orders.size()))) {
      if (best != null && best.terms() > WORTH_ANOTHER_ORDER) break;
      var first = order.work() == orders.getFirst().work();
      if (order.work() > (first ? hope : 1) * limits.entries()) break;
      var limit = best == null ? limits.entries() : Math.min(limits.entries(), 2L * best.terms());
      var tape = attempt(graph, leaves, query, order, limit);
      if (tape != null && (best == null || tape.terms() < best.terms())) best = tape;
    }
    return best;
  }

  private static @Nullable Tape attempt(
      FactorGraph graph, Leaves leaves, Variable query, EliminationOrder order, long limit) {
    try {
      return Elimination.run(graph, leaves.count(), query.index(), order.order(), limit);
    } catch (TapeBuilder.Full full) {
      return null;
    }
  }

  private static Compilation.TooWide tooWide(
      Network network, FactorGraph graph, EliminationOrder order) {
    var members = new BitSet();
    for (var v : order.widest()) members.set(graph.owners()[v]);
    var variables = new ArrayList<Variable>();
    members.stream().forEach(v -> variables.add(network.variables().get(v)));
    return new Compilation.TooWide(
        order.widest().length, order.work(), order.work() * NODE_BYTES, variables);
  }

  /// The network this was compiled from.
  public Network network() {
    return network;
  }

  /// The variable with one root per state.
  public Variable query() {
    return query;
  }

  /// The number of product terms: multiplications in one evaluation.
  public int size() {
    return tape.terms();
  }

  /// Evaluates with the default parameters of the network.
  public Propagation propagate(Evidence evidence) {
    return propagate(network.parameters(), evidence);
  }

  /// Evaluates.
  ///
  /// @param parameters as in [Network#parameters()]; entries at structural zeros are ignored
  /// @throws IllegalArgumentException if the number of parameters is wrong, or there is a finding
  ///   on a variable that is hidden or of another network
  public Propagation propagate(double[] parameters, Evidence evidence) {
    return new Propagation(this, checked(parameters), checked(evidence));
  }

  /// The most probable explanation of the evidence; to explain an outcome, add it to the evidence.
  public MostProbable mostProbable(double[] parameters, Evidence evidence) {
    return new MaxProduct(this, checked(parameters), checked(evidence)).search();
  }

  /// The circuit that remains when most inputs are fixed: everything that cannot vary is computed
  /// now. What stays is often a small part, which makes thousands of draws cheap.
  ///
  /// @param parameters the values of the fixed parameters, and defaults for the others
  /// @param fixed findings that hold in every evaluation
  /// @param varyingParameters which parameters will be redrawn
  /// @param varyingEvidence on which variables findings will differ; their findings in `fixed` are
  ///   only the default
  public ReducedCircuit specialise(
      double[] parameters,
      Evidence fixed,
      BitSet varyingParameters,
      Set<Variable> varyingEvidence) {
    for (var variable : varyingEvidence) checked(variable);
    return ReducedCircuit.of(
        this, checked(parameters), checked(fixed), varyingParameters, varyingEvidence);
  }

  /// Posteriors of the query over many draws of the parameters and several evidences, as
  /// `[evidence][draw][state]`: a row of zeros where the evidence is impossible. Draws are
  /// evaluated side by side and, when there are many, in several threads; results do not depend on
  /// that.
  ///
  /// @param parameters the values of the parameters that do not vary
  /// @param varying the parameters that `source` writes
  public double[][][] posteriors(
      double[] parameters,
      BitSet varying,
      int draws,
      ParameterSource source,
      List<Evidence> evidence) {
    var variation = Variation.among(evidence);
    return specialise(parameters, variation.common(), varying, variation.differing())
        .posteriors(draws, source, evidence);
  }

  /// Posteriors of the query over many draws of the parameters, as `[draw][state]`; see
  /// [#posteriors(double[], BitSet, int, ParameterSource, List)].
  public double[][] posteriors(
      double[] parameters, BitSet varying, int draws, ParameterSource source, Evidence evidence) {
    return posteriors(parameters, varying, draws, source, List.of(evidence))[0];
  }

  /// Posteriors of the query under many evidences with the same parameters, as `[evidence][state]`:
  /// a row of zeros where impossible.
  public double[][] posteriors(double[] parameters, List<Evidence> evidence) {
    var variation = Variation.among(evidence);
    return specialise(parameters, variation.common(), new BitSet(), variation.differing())
        .posteriors(evidence);
  }

  Tape tape() {
    return tape;
  }

  Leaves leaves() {
    return leaves;
  }

  /// Whether P(evidence) is above 0, decided without arithmetic.
  boolean isPossible(double[] parameters, Evidence evidence) {
    var value = new double[tape.nodes()];
    leaves.fill(value, parameters, evidence, network.variables());
    var possible = new boolean[value.length];
    for (var n = 0; n < tape.leaves(); n++) possible[n] = value[n] > 0;
    var t = 0;
    for (var n = tape.leaves(); n < value.length; n++) {
      for (; t < tape.start()[n - tape.leaves() + 1]; t++) {
        possible[n] |= possible[tape.left()[t]] && possible[tape.right()[t]];
      }
    }
    for (var root : tape.roots()) if (root >= 0 && possible[root]) return true;
    return false;
  }

  Evidence checked(Evidence evidence) {
    for (var variable : evidence.variables()) checked(variable);
    return evidence.and(certain);
  }

  /// @throws IllegalArgumentException if the variable is hidden or was left out
  Variable checked(Variable variable) {
    checkVisible(network, variable);
    if (!relevant.get(variable.index()))
      throw new IllegalArgumentException(variable.name() + " was left out of this circuit");
    return variable;
  }

  private double[] checked(double[] parameters) {
    if (parameters.length != network.parameterCount()) {
      throw new IllegalArgumentException(
          "the network has "
              + network.parameterCount()
              + " parameters; given were "
              + parameters.length);
    }
    return parameters;
  }

  private static void checkFindings(Network network, Evidence evidence) {
    for (var variable : evidence.variables()) checkVisible(network, variable);
  }

  private static void checkVisible(Network network, Variable variable) {
    if (network.isHidden(variable)) {
      throw new IllegalArgumentException(variable.name() + " is hidden: it takes no finding");
    }
  }
}
