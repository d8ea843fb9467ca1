package casus.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which way everything upstream moves an outcome, by multiplying signs along each path and joining
/// them where paths meet.
final class Influence {
  private final Dependencies dependencies;

  Influence(Dependencies dependencies) {
    this.dependencies = dependencies;
  }

  /// @param parts which of the outcome's own edges to start with
  Map<Node, Sign> on(Node.OfOutcome outcome, Set<Dependencies.Part> parts) {
    Map<Node, Sign> signs = new HashMap<>();
    signs.put(outcome, Sign.PLUS);
    for (var node : order(outcome)) {
      var sign = signs.getOrDefault(node, Sign.NONE);
      if (sign == Sign.NONE) continue;
      for (var edge : dependencies.edges(node)) {
        if (node.equals(outcome) && !parts.contains(edge.part())) continue;
        signs.merge(edge.to(), sign.times(edge.sign()), Sign::and);
      }
    }
    return signs;
  }

  /// Parents before children; there are no circles by now.
  private List<Node> order(Node start) {
    var finished = new ArrayList<Node>();
    Map<Node, Boolean> seen = new HashMap<>();
    var path = new ArrayList<Node>();
    path.add(start);
    while (!path.isEmpty()) {
      var node = path.getLast();
      if (seen.putIfAbsent(node, false) == null) {
        for (var edge : dependencies.edges(node))
          if (!seen.containsKey(edge.to())) path.add(edge.to());
      } else {
        path.removeLast();
        if (Boolean.FALSE.equals(seen.put(node, true))) finished.add(node);
      }
    }
    return finished.reversed();
  }
}
