package casus.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Finds the circles in a directed graph, depth first; the path is kept by hand because a chain may
/// be thousands of steps long.
final class Circles<N> {
  private final Function<N, ? extends Iterable<N>> next;
  private final Set<N> cleared = new HashSet<>();
  private final Set<N> reported = new HashSet<>();
  private final List<List<N>> circles = new ArrayList<>();

  private Circles(Function<N, ? extends Iterable<N>> next) {
    this.next = next;
  }

  /// Circles, each as its nodes in order, none with nodes of another only.
  static <N> List<List<N>> in(Iterable<N> starts, Function<N, ? extends Iterable<N>> next) {
    var search = new Circles<N>(next);
    for (var start : starts) if (!search.cleared.contains(start)) search.from(start);
    return search.circles;
  }

  private void from(N start) {
    var path = new ArrayList<N>();
    var choices = new ArrayList<Iterator<N>>();
    Map<N, Integer> depth = new HashMap<>();
    enter(start, path, choices, depth);
    while (!path.isEmpty()) {
      if (choices.getLast().hasNext()) {
        var node = choices.getLast().next();
        var open = depth.get(node);
        if (open != null) circle(path.subList(open, path.size()));
        else if (!cleared.contains(node)) enter(node, path, choices, depth);
      } else {
        choices.removeLast();
        var done = path.removeLast();
        depth.remove(done);
        cleared.add(done);
      }
    }
  }

  private void enter(N node, List<N> path, List<Iterator<N>> choices, Map<N, Integer> depth) {
    depth.put(node, path.size());
    path.add(node);
    choices.add(next.apply(node).iterator());
  }

  private void circle(List<N> nodes) {
    if (reported.addAll(nodes)) circles.add(List.copyOf(nodes));
  }
}
