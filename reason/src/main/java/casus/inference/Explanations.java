package casus.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// The most probable joint states, from one upward pass with maximum for sum, in logarithms. The
/// next best deviate from one that is known at some clique and are best again below it, so that the
/// same messages serve for all of them (Nilsson 1998, "An efficient algorithm for finding the M
/// most probable configurations in probabilistic expert systems").
final class Explanations {
  private final Network network;
  private final Cliques cliques;
  private final CliqueTree tree;
  private final CliqueTable[] tables;
  private final double[] @Nullable [] likelihood;
  private final double logKnown;

  /// By clique and segment the logarithm of the best joint state below, and its entry and run.
  private final double[][] best;

  private final int[][] bestRun;

  /// A joint state.
  ///
  /// @param entries by clique
  /// @param runs by clique the run of the entry
  private record State(int[] entries, int[] runs, double log) {}

  /// The best joint state like `from` in all cliques above `clique`, with other entries than those
  /// excluded there.
  private record Deviation(
      State from, int clique, int[] excluded, int run, int entry, double log) {}

  Explanations(
      Network network, Cliques cliques, double[] @Nullable [] likelihood, double logKnown) {
    this.network = network;
    this.cliques = cliques;
    this.likelihood = likelihood;
    this.logKnown = logKnown;
    tree = cliques.tree();
    tables = cliques.tables();
    best = new double[tables.length][];
    bestRun = new int[tables.length][];
    for (var k = 0; k < tables.length; k++) upward(k);
  }

  private void upward(int k) {
    var table = tables[k];
    best[k] = new double[table.segmentCount()];
    bestRun[k] = new int[table.segmentCount()];
    Arrays.fill(best[k], Double.NEGATIVE_INFINITY);
    for (var s = 0; s < best[k].length; s++) {
      bestRun[k][s] = table.segments()[s];
      for (var r = table.segments()[s]; r < table.segments()[s + 1]; r++) {
        for (var e = table.start(r); e < table.start(r + 1); e++) {
          var log = log(k, r, e);
          if (log <= best[k][s]) continue;
          best[k][s] = log;
          bestRun[k][s] = r;
        }
      }
      best[k][s] += findings(k, s);
    }
  }

  /// The best below the parent, if the clique is in this entry; without the findings looked up in
  /// the separator.
  private double log(int k, int r, int e) {
    var table = tables[k];
    var log = Math.log(table.potential()[e]);
    var children = tree.cliques().get(k).children();
    for (var c = 0; c < children.length; c++) log += best[children[c]][table.messages()[c][r]];
    var state = table.ownState(r, e);
    var own = tree.cliques().get(k).own();
    for (var i = own.length - 1; i >= 0; i--) {
      var size = cliques.potentials().sizes()[own[i]];
      var found = likelihood[own[i]];
      if (found != null) log += Math.log(found[state % size]);
      state /= size;
    }
    return log;
  }

  private double findings(int k, int s) {
    var log = 0.0;
    var separator = tree.cliques().get(k).separator();
    for (var i = 0; i < cliques.lookedUp()[k].length; i++) {
      var found = likelihood[separator[cliques.lookedUp()[k][i]]];
      if (found != null) log += Math.log(found[tables[k].digits()[i][s]]);
    }
    return log;
  }

  List<MostProbable> best(int count) {
    var found = new ArrayList<MostProbable>();
    var next = first();
    var waiting = new PriorityQueue<Deviation>((a, b) -> Double.compare(b.log, a.log));
    var from = tables.length - 1;
    var excluded = new int[0];
    while (next.log > Double.NEGATIVE_INFINITY) {
      found.add(explanation(next));
      if (found.size() == count) break;
      for (var k = from; k >= 0; k--) {
        var without = k == from ? excluded : new int[0];
        var deviation = deviation(next, k, with(without, next.entries[k]));
        if (deviation != null) waiting.add(deviation);
      }
      var deviation = waiting.poll();
      if (deviation == null) break;
      next = completed(deviation);
      from = deviation.clique;
      excluded = deviation.excluded;
    }
    return List.copyOf(found);
  }

  private State first() {
    var log = logKnown + cliques.potentials().logEntered();
    for (var k = 0; k < tables.length; k++) {
      if (tree.cliques().get(k).parent() >= 0) continue;
      log += best[k].length == 0 ? Double.NEGATIVE_INFINITY : best[k][0];
    }
    var state = new State(new int[tables.length], new int[tables.length], log);
    if (log > Double.NEGATIVE_INFINITY) choose(state, tables.length - 1);
    return state;
  }

  /// Chooses the best entries of the clique `from` and all after it in the order from the roots
  /// down.
  private void choose(State state, int from) {
    for (var k = from; k >= 0; k--) {
      var run = bestRun[k][segment(state, k)];
      var entry = tables[k].start(run);
      for (var e = entry + 1; e < tables[k].start(run + 1); e++)
        if (log(k, run, e) > log(k, run, entry)) entry = e;
      state.runs[k] = run;
      state.entries[k] = entry;
    }
  }

  private int segment(State state, int k) {
    var parent = tree.cliques().get(k).parent();
    if (parent < 0) return 0;
    var siblings = tree.cliques().get(parent).children();
    var slot = 0;
    while (siblings[slot] != k) slot++;
    return tables[parent].messages()[slot][state.runs[parent]];
  }

  private @Nullable Deviation deviation(State from, int k, int[] excluded) {
    var table = tables[k];
    var s = segment(from, k);
    var second = Double.NEGATIVE_INFINITY;
    var run = -1;
    var entry = -1;
    for (var r = table.segments()[s]; r < table.segments()[s + 1]; r++) {
      for (var e = table.start(r); e < table.start(r + 1); e++) {
        var log = log(k, r, e);
        if (log <= second || contains(excluded, e)) continue;
        second = log;
        run = r;
        entry = e;
      }
    }
    if (run < 0) return null;
    var log = from.log - log(k, from.runs[k], from.entries[k]) + second;
    return new Deviation(from, k, excluded, run, entry, log);
  }

  private State completed(Deviation deviation) {
    var state =
        new State(deviation.from.entries.clone(), deviation.from.runs.clone(), deviation.log);
    state.entries[deviation.clique] = deviation.entry;
    state.runs[deviation.clique] = deviation.run;
    choose(state, deviation.clique - 1);
    return state;
  }

  private MostProbable explanation(State state) {
    var states = new int[network.variables().size()];
    var places = cliques.potentials().places();
    for (var variable : network.variables()) {
      var place = places[variable.index()];
      states[variable.index()] =
          network.isHidden(variable) ? -1 : place < 0 ? -1 - place : stateOf(state, place);
    }
    return new MostProbable(state.log, states);
  }

  private int stateOf(State state, int place) {
    var home = tree.home()[place];
    if (home < 0) {
      var k = -1 - home;
      var separator = tree.cliques().get(k).separator();
      var i = 0;
      while (separator[cliques.lookedUp()[k][i]] != place) i++;
      return tables[k].digits()[i][segment(state, k)];
    }
    var own = tree.cliques().get(home).own();
    var number = tables[home].ownState(state.runs[home], state.entries[home]);
    var i = own.length - 1;
    for (; own[i] != place; i--) number /= cliques.potentials().sizes()[own[i]];
    return number % cliques.potentials().sizes()[place];
  }

  private static int[] with(int[] entries, int entry) {
    var more = Arrays.copyOf(entries, entries.length + 1);
    more[entries.length] = entry;
    return more;
  }

  private static boolean contains(int[] entries, int entry) {
    for (var e : entries) if (e == entry) return true;
    return false;
  }
}
