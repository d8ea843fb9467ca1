package casus.network;

import casus.model.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The numbers a network depends on, each once.
final class Quantities {
  private final Map<String, Integer> index = new HashMap<>();
  private final List<Quantity> all = new ArrayList<>();

  /// The index of a quantity, noting it where it is new.
  int of(Quantity quantity) {
    var known = index.putIfAbsent(quantity.id(), all.size());
    if (known != null) return known;
    all.add(quantity);
    return all.size() - 1;
  }

  List<Quantity> all() {
    return List.copyOf(all);
  }

  /// The points of those noted so far.
  double[] points() {
    return all.stream().mapToDouble(Quantity::point).toArray();
  }
}
