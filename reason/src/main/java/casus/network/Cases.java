package casus.network;

import casus.inference.Variable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/// Which case of a conditional chance counts: the first whose condition holds.
///
/// @param parents the variables the conditions depend on, each once
/// @param chosen the number of the case for each configuration of the parents, the first parent
///   varying slowest
record Cases(List<Variable> parents, int[] chosen) {
  /// Conditions over more variables than this are not tabulated.
  static final int LARGEST = 14;

  /// @param conditions one per case but the last, which has none
  static Cases of(List<Literal> conditions) {
    var parents = new LinkedHashSet<Variable>();
    for (var condition : conditions)
      if (!condition.isConstant()) parents.add(Objects.requireNonNull(condition.variable()));
    var order = new ArrayList<>(parents);
    var chosen = new int[1 << order.size()];
    for (var configuration = 0; configuration < chosen.length; configuration++)
      chosen[configuration] = first(conditions, order, configuration);
    return new Cases(List.copyOf(order), chosen);
  }

  private static int first(List<Literal> conditions, List<Variable> order, int configuration) {
    for (var i = 0; i < conditions.size(); i++) {
      var condition = conditions.get(i);
      if (condition.variable() == null) {
        if (condition.positive()) return i;
        continue;
      }
      var position = order.indexOf(condition.variable());
      var state = (configuration >> (order.size() - 1 - position)) & 1;
      if (condition.holdsAt(state)) return i;
    }
    return conditions.size();
  }
}
