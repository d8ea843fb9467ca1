package casus.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Sparse variable elimination that writes down its arithmetic instead of doing it (Darwiche 2003;
/// Chavira & Darwiche 2007, "Compiling Bayesian networks using variable elimination").
final class Elimination {
  private final int[] cardinalities;
  private final TapeBuilder tape;
  private final List<List<SparseFactor>> factorsOf = new ArrayList<>();
  private final List<SparseFactor> constants = new ArrayList<>();

  private Elimination(FactorGraph graph, TapeBuilder tape) {
    cardinalities = graph.cardinalities();
    this.tape = tape;
    for (var v = 0; v < cardinalities.length; v++) factorsOf.add(new ArrayList<>());
    for (var factor : graph.factors()) enter(factor);
  }

  /// The tape with one root per state of the query.
  ///
  /// @throws TapeBuilder.Full if it would exceed the limit
  static Tape run(FactorGraph graph, int leaves, int query, int[] order, long limit) {
    var tape = new TapeBuilder(leaves, limit);
    var elimination = new Elimination(graph, tape);
    for (var variable : order) elimination.eliminate(variable);
    return tape.build(elimination.roots(query)).pruned();
  }

  private void enter(SparseFactor factor) {
    if (factor.scope.length == 0) constants.add(factor);
    for (var v : factor.scope) factorsOf.get(v).add(factor);
  }

  private void eliminate(int variable) {
    var bucket = new ArrayList<>(factorsOf.get(variable));
    if (bucket.isEmpty()) return;
    for (var factor : bucket) {
      for (var v : factor.scope) factorsOf.get(v).remove(factor);
    }
    while (bucket.size() > 2) {
      var smallest = takeSmallest(bucket);
      var partner = takePartner(bucket, smallest);
      bucket.add(smallest.times(partner, cardinalities, tape));
    }
    enter(
        bucket.size() == 1
            ? bucket.getFirst().summedOver(variable, cardinalities, tape)
            : bucket.getFirst().timesSummedOver(variable, bucket.getLast(), cardinalities, tape));
  }

  private int[] roots(int query) {
    var product = new SparseFactor(new int[0], new long[1], new int[] {Tape.ONE}, 1);
    for (var factor : factorsOf.get(query)) product = product.times(factor, cardinalities, tape);
    for (var factor : constants) product = product.times(factor, cardinalities, tape);
    var roots = new int[cardinalities[query]];
    Arrays.fill(roots, -1);
    for (var i = 0; i < product.size; i++) roots[(int) product.keys[i]] = product.nodes[i];
    return roots;
  }

  private static SparseFactor takeSmallest(List<SparseFactor> bucket) {
    var best = 0;
    for (var i = 1; i < bucket.size(); i++) {
      if (bucket.get(i).size < bucket.get(best).size) best = i;
    }
    return bucket.remove(best);
  }

  /// The factor whose product with `factor` has the fewest states, the smaller factor on a tie.
  private SparseFactor takePartner(List<SparseFactor> bucket, SparseFactor factor) {
    var best = 0;
    var fewest = Double.POSITIVE_INFINITY;
    for (var i = 0; i < bucket.size(); i++) {
      var states = (double) bucket.get(i).size;
      var other = bucket.get(i).scope;
      for (var v : factor.scope) {
        if (Arrays.binarySearch(other, v) < 0) states *= cardinalities[v];
      }
      if (states < fewest) {
        fewest = states;
        best = i;
      }
    }
    return bucket.remove(best);
  }
}
