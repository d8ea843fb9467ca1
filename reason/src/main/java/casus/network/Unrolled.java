package casus.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// A fold over parents with its memories numbered: what [casus.inference.LocalModel.Fold] needs.
///
/// @param next as there
/// @param finals the memories that remain at the end, by number
record Unrolled<M>(int[][][] next, List<M> finals) {
  @FunctionalInterface
  interface Step<M> {
    /// The memory after parent `position` was seen in `state`.
    M after(M memory, int position, int state);
  }

  /// More memories than this at any point, and unrolling stops.
  static final int LIMIT = 2_000_000;

  /// Thrown where a fold would need more than [#LIMIT] memories.
  static final class TooManyMemories extends Exception {
    private static final long serialVersionUID = 1;
  }

  /// @param sizes the number of states of each parent, in order
  static <M> Unrolled<M> of(int[] sizes, M initial, Step<M> step) throws TooManyMemories {
    var memories = List.of(initial);
    var next = new int[sizes.length][][];
    for (var i = 0; i < sizes.length; i++) {
      var numbers = new LinkedHashMap<M, Integer>();
      next[i] = new int[memories.size()][sizes[i]];
      for (var m = 0; m < memories.size(); m++) {
        for (var s = 0; s < sizes[i]; s++) {
          var memory = step.after(memories.get(m), i, s);
          var number = numbers.putIfAbsent(memory, numbers.size());
          next[i][m][s] = number == null ? numbers.size() - 1 : number;
        }
        if (numbers.size() > LIMIT) throw new TooManyMemories();
      }
      memories = new ArrayList<>(numbers.keySet());
    }
    return new Unrolled<>(next, memories);
  }
}
