package casus.inference;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What several evidences share and where they differ.
record Variation(Evidence common, Set<Variable> differing) {
  static Variation among(List<Evidence> evidence) {
    if (evidence.isEmpty()) return new Variation(Evidence.none(), Set.of());
    var common = evidence.getFirst();
    var differing = new LinkedHashSet<Variable>();
    for (var other : evidence) {
      for (var variable : other.variables()) {
        if (!Arrays.equals(other.likelihood(variable), common.likelihood(variable))) {
          differing.add(variable);
        }
      }
      for (var variable : common.variables()) if (!other.has(variable)) differing.add(variable);
    }
    for (var variable : differing) common = common.without(variable);
    return new Variation(common, differing);
  }
}
