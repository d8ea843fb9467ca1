package casus.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Networks of the shape that dossiers have, small enough to enumerate.
final class RandomNetworks {
  private final SplittableRandom random;
  private final Network.Builder builder = Network.builder();
  private final List<Variable> facts = new ArrayList<>();
  private final List<Variable> leaves = new ArrayList<>();

  /// @param query the outcome, or any visible variable
  record Instance(Network network, Variable query, Evidence evidence) {}

  private RandomNetworks(SplittableRandom random) {
    this.random = random;
  }

  static Instance instance(long seed) {
    return new RandomNetworks(new SplittableRandom(seed)).make();
  }

  private Instance make() {
    var sources = new ArrayList<Variable>();
    for (var i = 1 + random.nextInt(2); i > 0; i--) sources.add(root("source" + i));
    for (var i = 2 + random.nextInt(3); i > 0; i--) facts.add(fact("fact" + i));
    for (var i = 1 + random.nextInt(2); i > 0; i--) facts.add(gate("gate" + i));
    for (var i = 1 + random.nextInt(2); i > 0; i--) facts.add(folded("fold" + i));
    var outcome = outcome();
    for (var i = 1 + random.nextInt(3); i > 0; i--) {
      var claim = builder.addBinary("claim" + i);
      table(claim, List.of(pick(facts), pick(sources)));
      leaves.add(claim);
    }
    var indicator = builder.addBinary("indicator");
    table(indicator, List.of(outcome));
    leaves.add(indicator);
    if (random.nextInt(4) == 0) root("apart");
    var network = builder.build();
    var visible = network.variables().stream().filter(v -> !network.isHidden(v)).toList();
    var query = random.nextInt(3) == 0 ? pick(visible) : outcome;
    return new Instance(network, query, evidence(visible));
  }

  private Evidence evidence(List<Variable> visible) {
    var evidence = Evidence.none();
    for (var leaf : leaves)
      if (random.nextInt(4) > 0) evidence = evidence.with(leaf, random.nextInt(2));
    for (var v : visible) {
      switch (random.nextInt(16)) {
        case 0 -> evidence = evidence.with(v, random.nextInt(v.size()));
        case 1 -> {
          var likelihood = new double[v.size()];
          for (var s = 0; s < likelihood.length; s++)
            likelihood[s] = random.nextInt(5) == 0 ? 0 : random.nextDouble();
          likelihood[random.nextInt(v.size())] = 0.7;
          evidence = evidence.withLikelihood(v, likelihood);
        }
        default -> {}
      }
    }
    return evidence;
  }

  private Variable root(String name) {
    var v = builder.addBinary(name);
    table(v, List.of());
    return v;
  }

  private Variable fact(String name) {
    var v = builder.addBinary(name);
    table(v, some(facts, 2));
    return v;
  }

  private Variable gate(String name) {
    var v = builder.addBinary(name);
    var parents = some(facts, 3);
    switch (random.nextInt(3)) {
      case 0 -> builder.and(v, parents);
      case 1 -> builder.or(v, parents);
      default -> {
        var mask = random.nextInt();
        builder.deterministic(
            v,
            parents,
            states -> {
              var row = 0;
              for (var s : states) row = row * 2 + s;
              return mask >>> row & 1;
            });
      }
    }
    return v;
  }

  private Variable folded(String name) {
    var v = builder.addBinary(name);
    var parents = some(facts, 4);
    switch (random.nextInt(3)) {
      case 0 -> builder.threshold(v, parents, random.nextInt(parents.size() + 2));
      case 1 -> {
        var few = parents.subList(0, Math.min(3, parents.size()));
        builder.noisyOr(
            v, few, random.doubles(few.size()).toArray(), random.nextInt(2) * random.nextDouble());
      }
      default -> {
        // A logit: the memory counts signed reasons.
        var n = parents.size();
        var next = new int[n][][];
        for (var i = 0; i < n; i++) {
          next[i] = new int[i + 1][];
          for (var m = 0; m <= i; m++) next[i][m] = new int[] {m, m + 1};
        }
        var rows = new double[(n + 1) * 2];
        for (var m = 0; m <= n; m++) {
          rows[2 * m + 1] = 1 / (1 + Math.exp(1 - 0.8 * m));
          rows[2 * m] = 1 - rows[2 * m + 1];
        }
        builder.fold(v, parents, next, rows, new boolean[rows.length]);
      }
    }
    return v;
  }

  private Variable outcome() {
    var states = List.of("none", "covert", "open", "war").subList(0, 2 + random.nextInt(3));
    var v = builder.addVariable("outcome", states);
    table(v, some(facts, 3));
    return v;
  }

  private void table(Variable child, List<Variable> parents) {
    var rows = 1;
    for (var parent : parents) rows *= parent.size();
    var values = new double[rows * child.size()];
    var free = new boolean[values.length];
    var style = random.nextInt(4);
    for (var row = 0; row < rows; row++) {
      var sum = 0.0;
      for (var s = 0; s < child.size(); s++) {
        // Ties, zeros and near-certainties are what goes wrong.
        var p = style == 0 ? 1 : style == 1 && random.nextInt(3) == 0 ? 0 : random.nextDouble();
        values[row * child.size() + s] = p;
        free[row * child.size() + s] = random.nextInt(3) == 0;
        sum += p;
      }
      if (sum == 0) values[row * child.size()] = sum = 1;
      for (var s = 0; s < child.size(); s++) values[row * child.size() + s] /= sum;
    }
    builder.table(child, parents, values, free);
  }

  private List<Variable> some(List<Variable> from, int most) {
    var chosen = new ArrayList<Variable>();
    for (var i = random.nextInt(most + 1); i > 0; i--) {
      if (from.isEmpty()) break;
      var v = pick(from);
      if (!chosen.contains(v)) chosen.add(v);
    }
    return chosen;
  }

  private Variable pick(List<Variable> from) {
    return from.get(random.nextInt(from.size()));
  }
}
