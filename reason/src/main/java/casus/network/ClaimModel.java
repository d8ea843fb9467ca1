package casus.network;

import casus.inference.Variable;
import casus.model.Fact;
import java.util.ArrayList;
import java.util.List;

/// How likely a claim is to be made, given the facts it bears on and the soundness of its chain of
/// sources.
///
/// From a sound chain the claim is heard with .9 where the facts agree with it, and with .9 / ratio
/// where one does not; from a chain with an unsound link, with .9 where such a link leans the
/// claim's way, else with .5. It is folded over facts and links, so that a long chain costs no more
/// than a short one for each link.
final class ClaimModel {
  private static final double HEARD = 0.9;
  private static final double UNSOUND = 0.5;

  private static final int SOUND = 0;
  private static final int BROKEN = 1;
  private static final int BROKEN_LEANING = 2;

  /// One fact the claim bears on.
  ///
  /// @param first index of the ratio, or of the probability where the fact is true
  /// @param second -1 for a ratio, or index of the probability where the fact is false
  record Bearing(Variable fact, boolean favours, int first, int second) {
    static Bearing of(Variable fact, Fact.Support support, Quantities quantities) {
      return switch (support) {
        case Fact.Support.Ratio ratio ->
            new Bearing(fact, ratio.favours(), quantities.of(ratio.ratio()), -1);
        case Fact.Support.Rates rates ->
            new Bearing(fact, true, quantities.of(rates.ifTrue()), quantities.of(rates.ifFalse()));
      };
    }

    /// What the fact, so or not, multiplies .9 by.
    double weight(double[] q, boolean holds) {
      if (second < 0) return holds == favours ? 1 : 1 / q[first];
      return (holds ? q[first] : q[second]) / HEARD;
    }
  }

  /// @param facts bit i: whether fact i holds
  private record Memory(int facts, int chain) {}

  private final List<Bearing> bearing;
  private final List<Variable> parents;
  private final Unrolled<Memory> unrolled;

  /// @param links soundness of each link of the chain
  /// @param leaning whether that link, were it unsound, would say this anyway
  ClaimModel(List<Bearing> bearing, List<Variable> links, List<Boolean> leaning) {
    this.bearing = List.copyOf(bearing);
    parents = new ArrayList<>(bearing.stream().map(Bearing::fact).toList());
    parents.addAll(links);
    var sizes = parents.stream().mapToInt(Variable::size).toArray();
    try {
      unrolled =
          Unrolled.of(
              sizes,
              new Memory(0, SOUND),
              (memory, position, state) -> {
                if (position < bearing.size())
                  return state == 0
                      ? memory
                      : new Memory(memory.facts() | 1 << position, memory.chain());
                if (state == 1 || memory.chain() == BROKEN_LEANING) return memory;
                var leans = leaning.get(position - bearing.size());
                return new Memory(memory.facts(), leans ? BROKEN_LEANING : BROKEN);
              });
    } catch (Unrolled.TooManyMemories tooMany) {
      throw new IllegalStateException("a claim that bears on too many facts", tooMany);
    }
  }

  List<Variable> parents() {
    return parents;
  }

  int[][][] next() {
    return unrolled.next();
  }

  int rows() {
    return unrolled.finals().size();
  }

  List<Integer> quantities() {
    var all = new ArrayList<Integer>();
    for (var one : bearing) {
      all.add(one.first());
      if (one.second() >= 0) all.add(one.second());
    }
    return all;
  }

  Cells.Writer writer() {
    return (q, parameters, offset) -> {
      for (var m = 0; m < rows(); m++) {
        var p = probability(q, unrolled.finals().get(m));
        parameters[offset + 2 * m] = 1 - p;
        parameters[offset + 2 * m + 1] = p;
      }
    };
  }

  private double probability(double[] q, Memory memory) {
    return switch (memory.chain()) {
      case BROKEN -> UNSOUND;
      case BROKEN_LEANING -> HEARD;
      default -> {
        var p = HEARD;
        for (var i = 0; i < bearing.size(); i++)
          p *= bearing.get(i).weight(q, (memory.facts() >> i & 1) == 1);
        yield Math.min(1, p);
      }
    };
  }
}
