package casus.treaty;

import casus.model.Law;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Which norm prevails over which: by an express `prevails over`, or because the obligations of an
/// instrument prevail over all others (UN Charter 103, which ranks obligations over other
/// obligations and over permissions that rest on them).
final class Ranking {
  private final Map<String, Set<String>> lower = new HashMap<>();

  Ranking(Law law) {
    for (var ranking : law.rankings())
      lower.computeIfAbsent(ranking.higher(), _ -> new HashSet<>()).add(ranking.lower());
  }

  /// Whether the first norm prevails over the second.
  boolean prevails(GroundNorm higher, GroundNorm other) {
    if (higher.id().equals(other.id())) return false;
    var express = lower.getOrDefault(higher.article().id(), Set.of());
    if (express.contains(other.article().id())) return true;
    return higher.instrument().obligationsPrevail()
        && higher.isObligation()
        && !higher.instrument().id().equals(other.instrument().id())
        && !other.instrument().obligationsPrevail();
  }
}
