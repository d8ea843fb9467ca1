package casus.history;

import java.util.List;

/// What it does to a rate that records share something: records of one war are not independent
/// trials of the same coin.
///
/// With groups of sizes mᵢ, n = Σmᵢ, the design effect is 1 + (Σmᵢ²/n − 1)·ρ (Kish 1965 for groups
/// of one size; Donner and Klar 2000 for unequal ones), and n divided by it the effective number of
/// cases. ρ is the intraclass correlation by the analysis of variance for yes-or-no data (Fleiss
/// 1981): (MSB − MSW) / (MSB + (m₀ − 1)·MSW) with m₀ = (n − Σmᵢ²/n) / (K − 1), and 0 where that is
/// negative. Where all records are in one group, nothing can be told, and the last three are NaN.
///
/// @param of what is shared: "war"
/// @param field the column that says so
/// @param groups how many there are, K
/// @param largest the size of the largest
/// @param correlation ρ, from 0 to 1
/// @param designEffect at least 1
/// @param effectiveCases n divided by the design effect
public record Clustering(
    String of,
    String field,
    int groups,
    long largest,
    double correlation,
    double designEffect,
    double effectiveCases) {

  /// @param groups at least one record in each
  static Clustering of(RecordSet.Cluster cluster, List<Records.Tally> groups) {
    double n = 0;
    double k = 0;
    double squares = 0;
    double within = 0;
    double between = 0;
    long largest = 0;
    for (var group : groups) {
      n += group.records();
      k += group.successes();
      squares += (double) group.records() * group.records();
      largest = Math.max(largest, group.records());
    }
    var rate = k / n;
    for (var group : groups) {
      var own = (double) group.successes() / group.records();
      within += group.records() * own * (1 - own);
      between += group.records() * (own - rate) * (own - rate);
    }
    var correlation = correlation(n, groups.size(), squares, within, between);
    var effect = 1 + Math.max(0, squares / n - 1) * correlation;
    return new Clustering(
        cluster.of(), cluster.field(), groups.size(), largest, correlation, effect, n / effect);
  }

  private static double correlation(
      double n, int groups, double squares, double within, double between) {
    // With one group, nothing tells the group from the coin.
    if (groups == 1) return n > 1 ? Double.NaN : 0;
    if (n == groups) return 0;
    var msb = between / (groups - 1);
    var msw = within / (n - groups);
    var size = (n - squares / n) / (groups - 1);
    var all = msb + (size - 1) * msw;
    return all <= 0 ? 0 : Math.clamp((msb - msw) / all, 0, 1);
  }
}
