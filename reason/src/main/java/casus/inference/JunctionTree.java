package casus.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A network made ready for questions about all of its variables: a junction tree whose tables hold
/// only what can be other than 0. Where findings leave little of a large network, it is
/// triangulated anew without what is known, and tables are made for these findings only.
///
/// A [Circuit] answers questions about one variable, over thousands of draws of the parameters;
/// this is for everything else: posteriors of all variables, networks too large for a circuit,
/// explanations, derivatives of P(findings). May be used from several threads; the [Beliefs] it
/// gives belong to one each.
public final class JunctionTree {
  /// How many times longer it takes to make an entry than to propagate it.
  private static final double MAKING = 4;

  /// How many entries could be propagated in the time it takes to triangulate around one variable.
  private static final double TRIANGULATING = 300;

  /// How many times fewer states there are after triangulating anew than when known variables are
  /// left out of the old cliques; a guess that saves the search where it cannot pay.
  private static final double ANEW = 6;

  /// How many states can be propagated, for each variable, in the time that one order takes; and
  /// how many times more orders are tried at most.
  private static final double STATES_PER_ORDER = 2000;

  private static final double MORE_ORDERS = 40;

  /// With so many states for each entry that the limits allow, more orders will not help.
  private static final double HOPELESS = 1e4;

  /// With fewer states than this, there is nothing to gain.
  private static final double SMALL = 30_000;

  /// How many states there may be for each entry that the limits allow: so many can be 0.
  private static final double ZEROS = 30;

  private static final double ROUNDING = 1e-9;

  private static final double DIVISIBLE = 1e-100;

  /// Room for so many entries is kept from one making of tables to the next.
  private static final int ROOM_KEPT = 1 << 22;

  private final Network network;
  private final Limits limits;
  private final Potentials potentials;
  private final Triangulation triangulation;
  private final CliqueTree tree;

  /// Whether the entries of every row of the parameters sum to 1, rounding aside.
  private final boolean isNormalised;

  private CliqueTableBuilder.Room room = new CliqueTableBuilder.Room();

  /// The cliques with nothing known, once they have been made.
  private @Nullable Cliques whole;

  private boolean isWholeTooWide;

  /// How many entries have been made for findings while there was no whole.
  private double made;

  private CliqueTable @Nullable [] wholeTraced;
  private boolean @Nullable [] varies;

  private double @Nullable [] inverses;
  private boolean isDivisible = true;

  private JunctionTree(
      Network network, Limits limits, Potentials potentials, Triangulation triangulation) {
    this.network = network;
    this.limits = limits;
    this.potentials = potentials;
    this.triangulation = triangulation;
    tree = CliqueTree.of(triangulation, potentials);
    isNormalised = isNormalised(network, potentials.numbers());
  }

  private static boolean isNormalised(Network network, double[] numbers) {
    for (var variable : network.variables()) {
      var from = network.parameterOffset(variable);
      var to = from + network.model(variable).parameterCount();
      for (var row = from; row < to; row += variable.size()) {
        var sum = 0.0;
        for (var i = row; i < row + variable.size(); i++) sum += Math.max(0, numbers[i]);
        if (!(sum <= 1 + ROUNDING)) return false;
      }
    }
    return true;
  }

  boolean isNormalised() {
    return isNormalised;
  }

  /// Triangulates, within [Limits#standard()] and with the network's own parameters.
  public static JunctionTree of(Network network) {
    return of(network, network.parameters(), Limits.standard());
  }

  /// Triangulates: as many orders are tried as the limits say, and more where one propagation takes
  /// longer than an order. No table is made yet.
  ///
  /// @param parameters as in [Network#parameters()]; entries at structural zeros are ignored
  /// @throws IllegalArgumentException if the number of parameters is wrong
  public static JunctionTree of(Network network, double[] parameters, Limits limits) {
    if (parameters.length != network.parameterCount())
      throw new IllegalArgumentException(
          network.parameterCount() + " parameters are needed, given were " + parameters.length);
    var potentials = Potentials.of(network, parameters);
    var triangulation = triangulated(potentials, limits, limits.restarts());
    return new JunctionTree(network, limits, potentials, triangulation);
  }

  /// This tree, or one with a better order if one is found before the search is told that it is
  /// enough: asked after every order. How long is searched decides which order is found, and with
  /// it the last digits of results.
  public JunctionTree searching(BooleanSupplier enough) {
    var found = search(potentials).until(enough);
    return found.states() < triangulation.states()
        ? new JunctionTree(network, limits, potentials, found)
        : this;
  }

  private static Triangulation triangulated(Potentials potentials, Limits limits, int restarts) {
    var search = search(potentials);
    var first = search.after(restarts);
    if (first.states() > HOPELESS * limits.entries()) return first;
    var propagation = first.states() / STATES_PER_ORDER / Math.max(1, potentials.sizes().length);
    return search.after((int) (restarts * (1 + Math.min(MORE_ORDERS, propagation))));
  }

  private static Triangulation.Search search(Potentials potentials) {
    var scopes = potentials.factors().stream().map(Potentials.Factor::scope).toList();
    return new Triangulation.Search(potentials.sizes(), scopes);
  }

  /// The network this was made from.
  public Network network() {
    return network;
  }

  /// What a junction tree consists of.
  ///
  /// @param order the visible variables in the order in which they are summed out
  /// @param cliques how many cliques there are
  /// @param width the number of variables of the largest clique, memories of folds included
  /// @param widest the variables of the largest clique, in order of declaration
  /// @param states the entries of the tables of the maximal cliques, were nothing 0
  /// @param entries the entries that can be other than 0, with those of nodes that only join
  ///   messages; 0 where tables have not been made
  /// @param bytes the memory of the tables; 0 where they have not been made
  public record Outline(
      List<Variable> order,
      int cliques,
      int width,
      List<Variable> widest,
      double states,
      long entries,
      long bytes) {
    public Outline {
      order = List.copyOf(order);
      widest = List.copyOf(widest);
    }
  }

  /// The tree with nothing known.
  public synchronized Outline outline() {
    return outline(potentials, triangulation, tree, whole);
  }

  private Outline outline(
      Potentials factors, Triangulation found, CliqueTree made, @Nullable Cliques cliques) {
    var order = new ArrayList<Variable>();
    for (var place : found.order()) {
      var owner = network.variables().get(factors.owners()[place]);
      // A memory is not a variable of the network.
      if (factors.places()[owner.index()] == place && !network.isHidden(owner)) order.add(owner);
    }
    var widest = widest(made, factors);
    var width = widest.separator().length + widest.shared().length + widest.own().length;
    var members = new BitSet();
    for (var part : List.of(widest.separator(), widest.shared(), widest.own()))
      for (var place : part) members.set(factors.owners()[place]);
    return new Outline(
        order,
        made.cliques().size(),
        width,
        members.stream().mapToObj(network.variables()::get).toList(),
        found.states(),
        cliques == null ? 0 : cliques.entries(),
        cliques == null ? 0 : cliques.bytes());
  }

  private static CliqueTree.Clique widest(CliqueTree made, Potentials factors) {
    var widest = made.cliques().getFirst();
    for (var clique : made.cliques())
      if (clique.states(factors.sizes()) > widest.states(factors.sizes())) widest = clique;
    return widest;
  }

  /// Propagates findings; see [Beliefs].
  ///
  /// @throws IllegalArgumentException if a finding is on a hidden variable or one of another
  ///   network
  public Inference infer(Evidence evidence) {
    return infer(evidence, Map.of());
  }

  /// Propagates findings in the network in which some variables have been put into a state by
  /// somebody, so that they no longer depend on their parents (Pearl 2009, "Causality", section
  /// 3.2).
  ///
  /// @param interventions by variable the state it is put into; findings on these are ignored
  /// @throws IllegalArgumentException if a variable is hidden, of another network, or has no such
  ///   state
  public synchronized Inference infer(Evidence evidence, Map<Variable, Integer> interventions) {
    for (var variable : evidence.variables()) visible(variable);
    var seen = evidence;
    for (var intervention : interventions.entrySet())
      seen = seen.with(visible(intervention.getKey()), intervention.getValue());
    var set = new BitSet();
    for (var variable : interventions.keySet()) set.set(variable.index());
    try {
      var sliced = sliced(seen, set);
      return new Beliefs(this, sliced == null ? whole() : sliced, seen);
    } catch (TapeBuilder.Full full) {
      return tooWide();
    }
  }

  /// The cliques of what is not known, where making them costs less than propagating through all of
  /// them; otherwise null.
  private @Nullable Cliques sliced(Evidence evidence, BitSet set) {
    var known = new int[potentials.sizes().length];
    Arrays.fill(known, -1);
    for (var variable : evidence.variables())
      known[variable.index()] = onlyState(evidence.likelihood(variable));
    if (set.isEmpty() && (triangulation.states() < SMALL || !promises(known))) return null;
    var rest = potentials.given(known, set);
    var order = triangulated(rest, limits, 1);
    if (set.isEmpty() && !pays(order.states(), rest.sizes().length)) return null;
    made += order.states();
    return made(CliqueTree.of(order, rest), rest, false, false);
  }

  private boolean promises(int[] known) {
    var sizes = potentials.sizes().clone();
    var any = false;
    for (var place = 0; place < known.length; place++) {
      if (known[place] < 0) continue;
      sizes[place] = 1;
      any = true;
    }
    return any && pays(tree.states(sizes) / ANEW, sizes.length);
  }

  private boolean pays(double states, int variables) {
    var full = whole;
    if (full != null) return states * MAKING + variables * TRIANGULATING < full.entries();
    // After some time the tables of the whole have paid for themselves, if they can be held.
    if (!isWholeTooWide && made > 2 * triangulation.states()) return false;
    return states < triangulation.states();
  }

  /// The only state that is possible, −1 if there are several.
  private static int onlyState(double[] likelihood) {
    var only = -1;
    for (var s = 0; s < likelihood.length; s++) {
      if (likelihood[s] == 0) continue;
      if (only >= 0) return -1;
      only = s;
    }
    return only;
  }

  private Cliques whole() {
    var known = whole;
    if (known != null) return known;
    if (isWholeTooWide) throw new TapeBuilder.Full();
    isWholeTooWide = true;
    known = made(tree, potentials, true, false);
    isWholeTooWide = false;
    whole = known;
    return known;
  }

  private Cliques made(CliqueTree cliques, Potentials factors, boolean isWhole, boolean traced) {
    if (cliques.states(factors.sizes()) > ZEROS * limits.entries()) throw new TapeBuilder.Full();
    var tables =
        CliqueTableBuilder.build(cliques, factors, limits.entries(), isWhole, traced, room);
    if (room.size() > ROOM_KEPT) room = new CliqueTableBuilder.Room();
    return new Cliques(factors, cliques, tables, cliques.lookedUp(), isWhole);
  }

  /// The same tables with the numbers that every entry is the product of.
  synchronized CliqueTable[] traced(Cliques cliques) {
    if (!cliques.isWhole()) return made(cliques.tree(), cliques.potentials(), false, true).tables();
    var known = wholeTraced;
    if (known == null) known = made(tree, potentials, true, true).tables();
    wholeTraced = known;
    // The same tables, and more: they need not be held twice.
    whole = new Cliques(potentials, tree, known, cliques.lookedUp(), true);
    return known;
  }

  /// By parameter whether it can vary.
  synchronized boolean[] varies() {
    var known = varies;
    if (known == null) {
      var theta = Leaves.of(network).theta();
      known = new boolean[theta.length];
      for (var i = 0; i < theta.length; i++) known[i] = theta[i] > 0;
      varies = known;
    }
    return known;
  }

  /// By parameter 1 divided by it, and 0 where it cannot vary; null if one is so small that what is
  /// to be divided by it may have been lost.
  synchronized double @Nullable [] inverses() {
    if (isDivisible && inverses == null) {
      var can = varies();
      var made = new double[can.length];
      for (var i = 0; i < made.length; i++) {
        if (!can[i]) continue;
        isDivisible &= potentials.numbers()[i] >= DIVISIBLE;
        made[i] = 1 / potentials.numbers()[i];
      }
      if (isDivisible) inverses = made;
    }
    return inverses;
  }

  /// Whether these are the cliques without anything known, and the best there are for the findings.
  synchronized boolean canRevise(Cliques cliques, Evidence evidence) {
    if (!cliques.isWhole()) return false;
    if (triangulation.states() < SMALL) return true;
    var known = new int[potentials.sizes().length];
    Arrays.fill(known, -1);
    for (var variable : evidence.variables())
      known[variable.index()] = onlyState(evidence.likelihood(variable));
    return !promises(known);
  }

  private Compilation.TooWide tooWide() {
    var outline = outline(potentials, triangulation, tree, null);
    return new Compilation.TooWide(
        outline.width(), outline.states(), outline.states() * 12, outline.widest());
  }

  /// @throws IllegalArgumentException if the variable is hidden or of another network
  Variable visible(Variable variable) {
    if (network.isHidden(variable))
      throw new IllegalArgumentException(variable.name() + " is hidden");
    return variable;
  }
}
