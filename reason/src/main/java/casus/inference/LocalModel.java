package casus.inference;

import java.util.List;

/// How one variable depends on its parents. Every probability in a local model is a parameter of
/// the network: it has a position in [Network#parameters], can be redrawn without compiling again,
/// and has a derivative.
public sealed interface LocalModel {
  /// The variable this model gives a distribution to.
  Variable child();

  /// The variables it depends on, in order.
  List<Variable> parents();

  /// How many parameters the model has.
  int parameterCount();

  /// A conditional probability table.
  ///
  /// @param values row-major, one row per configuration of the parents (the first parent varies
  ///   slowest), the child's states side by side within a row; entries in [0, 1], each row sums to
  ///   1. An entry that is exactly 0 here is a *structural* zero: it stays 0 whatever parameters
  ///      are later supplied (an uncertain entry is marked in `free`).
  /// @param free whether entry i may be redrawn; a free entry is kept even where its present value
  ///   is 0
  record Table(Variable child, List<Variable> parents, double[] values, boolean[] free)
      implements LocalModel {
    @Override
    public int parameterCount() {
      return values.length;
    }
  }

  /// A left fold over the parents with a finite memory: counting votes, or-ing causes, adding up
  /// reasons. Entered into the computation as a chain of hidden variables, never as a table over
  /// all parents at once; its cost is linear in the number of parents times the number of memory
  /// states.
  ///
  /// @param next `next[i][m][s]` is the memory after parent i was seen in state s with memory m
  ///   before; the memory before parent 0 is 0; `next[i]` has one row per memory reachable before
  ///   parent i
  /// @param rows the child's distribution for each final memory, row-major
  /// @param free as in [Table]
  record Fold(Variable child, List<Variable> parents, int[][][] next, double[] rows, boolean[] free)
      implements LocalModel {
    @Override
    public int parameterCount() {
      return rows.length;
    }
  }
}
