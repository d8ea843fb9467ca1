package casus.history;

import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /// The same where the groups are told by the records themselves.
  ///
  /// @param index of the cluster among those of the set
  /// @param counts whether a record is a success
  private static Clustering of(
      RecordSet.Cluster cluster, int index, List<Records.Case> cases, boolean[] counts) {
    var groups = new LinkedHashMap<String, Records.Tally>();
    for (var i = 0; i < counts.length; i++) {
      var value = cases.get(i).groups().get(index);
      // What has no value shares it with nobody.
      var group = value.isEmpty() ? "alone " + groups.size() : "in " + value;
      var before = groups.getOrDefault(group, new Records.Tally(0, 0, 0));
      groups.put(
          group,
          new Records.Tally(before.records() + 1, before.successes() + (counts[i] ? 1 : 0), 0));
    }
    return of(cluster, List.copyOf(groups.values()));
  }

  /// The strongest clustering of some records: the one that leaves the fewest cases; null where no
  /// clustering can be told, or there are no records.
  ///
  /// @param counts whether a record is a success, one for each
  public static @Nullable Clustering strongest(
      RecordSet set, List<Records.Case> cases, boolean[] counts) {
    Clustering strongest = null;
    for (var i = 0; i < set.clusters().size() && !cases.isEmpty(); i++) {
      var own = of(set.clusters().get(i), i, cases, counts);
      if (Double.isNaN(own.effectiveCases())) continue;
      if (strongest == null || own.effectiveCases() < strongest.effectiveCases()) strongest = own;
    }
    return strongest;
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
