package casus.check;

import casus.model.BaseRate;
import casus.model.BaseRate.Said;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How often an outcome came true in reference classes: Jeffreys' posterior for each class, mixed
/// by the classes' weights (a linear opinion pool).
///
/// Where the records of a class hang together, n of them are worth n' independent ones, n divided
/// by the design effect (Kish 1965). The mean stays (k + ½) / (n + 1), since hanging together does
/// not bend a share; the interval is that of Beta(k·n'/n + ½, (n − k)·n'/n + ½), as Korn and
/// Graubard (1998) use the effective number of cases in the interval of Clopper and Pearson.
///
/// @param spreads the posteriors with as many cases as they are worth
/// @param means of the posteriors with all cases
/// @param counts "2 of 6", one for each class
record JeffreysPool(
    List<Beta> spreads, List<Double> means, List<Double> weights, List<String> counts) {

  static JeffreysPool of(List<BaseRate.ReferenceClass> classes, int outcome) {
    var spreads = new ArrayList<Beta>();
    var means = new ArrayList<Double>();
    var weights = new ArrayList<Double>();
    var counts = new ArrayList<String>();
    for (var reference : classes) {
      var n = reference.cases().size();
      // An outcome that is declared twice is reported; no case can have ended in the second.
      var said =
          outcome < reference.said().size() ? reference.said().get(outcome) : said(0, n, null);
      spreads.add(spread(said.successes(), n, said.worth()));
      means.add(said.mean());
      weights.add(reference.weight());
      counts.add(said.successes() + " of " + n);
    }
    return new JeffreysPool(
        List.copyOf(spreads), List.copyOf(means), List.copyOf(weights), List.copyOf(counts));
  }

  /// What one class says of an outcome.
  ///
  /// @param k cases that ended in it
  /// @param n all cases
  /// @param worth as how many independent ones they count, or null where they are
  static Said said(int k, int n, Records.@Nullable Worth worth) {
    var cases = worth == null ? n : worth.cases();
    var mean = Beta.jeffreys((double) k, n).mean();
    var alone =
        new JeffreysPool(
            List.of(spread(k, n, cases)), List.of(mean), List.of(1.0), List.of(k + " of " + n));
    return new Said(
        k,
        mean,
        Math.min(mean, alone.quantile(0.05)),
        Math.max(mean, alone.quantile(0.95)),
        cases,
        worth == null ? null : worth.sharing());
  }

  private static Beta spread(int k, int n, double worth) {
    return Beta.jeffreys(n == 0 ? 0 : k * worth / n, worth);
  }

  String written() {
    return String.join(", ", counts);
  }

  double mean() {
    var sum = 0.0;
    for (var i = 0; i < means.size(); i++) sum += weights.get(i) * means.get(i);
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
    for (var i = 0; i < spreads.size(); i++) sum += weights.get(i) * spreads.get(i).cumulative(x);
    return sum / totalWeight();
  }

  private double totalWeight() {
    return weights.stream().mapToDouble(Double::doubleValue).sum();
  }
}
