package casus.check;

import casus.model.BaseRate;
import java.util.ArrayList;
import java.util.List;

/// How often an outcome came true in reference classes: Jeffreys' posterior for each class, mixed
/// by the classes' weights (a linear opinion pool).
///
/// @param counts "2 of 6", one for each class
record JeffreysPool(List<Beta> posteriors, List<Double> weights, List<String> counts) {
  static JeffreysPool of(List<BaseRate.ReferenceClass> classes, int outcome) {
    var posteriors = new ArrayList<Beta>();
    var weights = new ArrayList<Double>();
    var counts = new ArrayList<String>();
    for (var reference : classes) {
      var n = reference.cases().size();
      var k = reference.cases().stream().filter(one -> one.outcome() == outcome).count();
      posteriors.add(Beta.jeffreys((double) k, n));
      weights.add(reference.weight());
      counts.add(k + " of " + n);
    }
    return new JeffreysPool(List.copyOf(posteriors), List.copyOf(weights), List.copyOf(counts));
  }

  String written() {
    return String.join(", ", counts);
  }

  double mean() {
    var sum = 0.0;
    for (var i = 0; i < posteriors.size(); i++) sum += weights.get(i) * posteriors.get(i).mean();
    return sum / totalWeight();
  }

  /// Bisection: the distribution of the mixture is monotone and has no inverse in closed form.
  double quantile(double probability) {
    var low = 0.0;
    var high = 1.0;
    for (var step = 0; step < 60; step++) {
      var middle = (low + high) / 2;
      if (cumulative(middle) < probability) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  }

  private double cumulative(double x) {
    var sum = 0.0;
    for (var i = 0; i < posteriors.size(); i++)
      sum += weights.get(i) * posteriors.get(i).cumulative(x);
    return sum / totalWeight();
  }

  private double totalWeight() {
    return weights.stream().mapToDouble(Double::doubleValue).sum();
  }
}
