package casus.history;

import casus.history.FilterReader.Conjunct;
import casus.history.FilterReader.Read;
import casus.text.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Counts a reference class among the records of its set.
public final class Counting {
  /// Fewer cases than this say little, whatever the interval.
  private static final int FEW = 10;

  /// A rate that moves by more than this under a neighbouring filter is called so.
  private static final double FAR = 0.15;

  private Counting() {}

  /// What came of counting.
  public sealed interface Counted {
    record Done(OutsideView view) implements Counted {}

    /// The filter or the success cannot be read.
    record Misread(List<Problem> problems) implements Counted {}
  }

  /// @param most how many cases are wanted with it
  public static Counted count(ReferenceClass asked, Records records, int most) {
    var filter = FilterReader.read("filter", asked.filter(), records);
    var success = FilterReader.read("success", asked.success(), records);
    var problems = new ArrayList<Problem>();
    if (filter instanceof Read.Wrong(var wrong)) problems.addAll(wrong);
    if (success instanceof Read.Wrong(var wrong)) problems.addAll(wrong);
    return filter instanceof Read.Sound(var chosen, var conjuncts)
            && success instanceof Read.Sound(var counts, _)
        ? new Counted.Done(new Asking(asked, records, conjuncts, chosen, counts).view(most))
        : new Counted.Misread(problems);
  }

  /// How often each outcome of a question was that of a record: k for each outcome, and the n that
  /// they share. Outcomes whose records overlap would be counted twice; they are named in the
  /// warnings.
  ///
  /// @param views one view for each outcome, over the same records
  public record Sorted(Map<String, OutsideView> views, List<String> warnings) {}

  /// What came of sorting a class into outcomes.
  public sealed interface Sorting {
    record Done(Sorted sorted) implements Sorting {}

    record Misread(List<Problem> problems) implements Sorting {}
  }

  /// The same for several outcomes.
  public static Sorting sort(ReferenceClass.Mapped asked, Records records, int most) {
    var views = new LinkedHashMap<String, OutsideView>();
    var problems = new ArrayList<Problem>();
    for (var outcome : asked.outcomes().entrySet()) {
      var one =
          new ReferenceClass(
              asked.set(), asked.filter(), outcome.getValue(), asked.withUnverified());
      switch (count(one, records, most)) {
        case Counted.Misread(var wrong) ->
            wrong.stream().filter(p -> !problems.contains(p)).forEach(problems::add);
        case Counted.Done(var view) -> views.put(outcome.getKey(), view);
      }
    }
    if (!problems.isEmpty()) return new Sorting.Misread(problems);
    return new Sorting.Done(new Sorted(views, unsorted(views)));
  }

  private static List<String> unsorted(Map<String, OutsideView> views) {
    if (views.isEmpty()) return List.of();
    var n = views.values().iterator().next().count().cases();
    var sum = views.values().stream().mapToDouble(view -> view.count().successes()).sum();
    if (sum > n)
      return List.of("outcomes overlap: %.0f successes among %.0f records".formatted(sum, n));
    if (sum < n) return List.of("%.0f of %.0f records belong to no outcome".formatted(n - sum, n));
    return List.of();
  }

  /// One class, read.
  private record Asking(
      ReferenceClass asked,
      Records records,
      List<Conjunct> conjuncts,
      Filter chosen,
      Filter success) {

    OutsideView view(int most) {
      var redrawn = new Neighbours(records.set()).of(conjuncts);
      var unchecked = unverified();
      var wanted = new ArrayList<Filter>();
      wanted.add(kept(chosen));
      wanted.add(unchecked == null ? chosen : both(known(chosen), unchecked));
      for (var one : redrawn) wanted.add(kept(one.filter()));
      var tallies = records.tallies(wanted, success);
      var tally = tallies.getFirst();
      var unverified = unchecked == null ? 0 : tallies.get(1).records();
      var neighbours = new ArrayList<OutsideView.Neighbour>();
      for (var i = 0; i < redrawn.size(); i++)
        neighbours.add(
            new OutsideView.Neighbour(redrawn.get(i).change(), proportion(tallies.get(i + 2))));
      var count = proportion(tally);
      var clusters = clusters(tally);
      var cases = records.cases(kept(chosen), success, most);
      return new OutsideView(
          records.set(),
          asked.filter().strip(),
          asked.success().strip(),
          count,
          tally.undecided(),
          asked.withUnverified() ? 0 : unverified,
          asked.withUnverified() ? unverified : 0,
          clusters,
          cautious(count, clusters),
          List.copyOf(neighbours),
          cases,
          tally.records() - cases.size(),
          warnings(count, tally, unverified, neighbours));
    }

    private static Proportion proportion(Records.Tally tally) {
      return new Proportion(tally.successes(), tally.records());
    }

    private @org.jspecify.annotations.Nullable Filter unverified() {
      var rule = records.set().unverified();
      return rule != null
              && FilterReader.read("unverified", rule.filter(), records)
                  instanceof Read.Sound(var filter, _)
          ? filter
          : null;
    }

    /// The filter without what nobody has checked, unless that is wanted.
    private Filter kept(Filter filter) {
      var unchecked = unverified();
      var known = known(filter);
      return unchecked == null || asked.withUnverified()
          ? known
          : both(known, new Filter.Not(unchecked));
    }

    /// The filter without what was not known yet. What is dated by its year alone may have happened
    /// on the last day of it; what has no date stays.
    private Filter known(Filter filter) {
      var asOf = asked.asOf();
      var named = records.set().time();
      var time = named == null ? null : records.set().field(named).orElse(null);
      if (asOf == null || time == null) return filter;
      var until =
          switch (time.type()) {
            case DATE ->
                new Filter.Compared(
                    time, Filter.Relation.AT_MOST, new Filter.Value.Days(asOf, asOf));
            case WHOLE, NUMBER ->
                new Filter.Compared(
                    time, Filter.Relation.LESS, new Filter.Value.Whole(asOf.plusDays(1).getYear()));
            case TEXT, FLAG, LIST -> null;
          };
      return until == null
          ? filter
          : both(filter, new Filter.Any(List.of(until, new Filter.Blank(time))));
    }

    private static Filter both(Filter left, Filter right) {
      return new Filter.All(List.of(left, right));
    }

    private List<Clustering> clusters(Records.Tally tally) {
      var found = new ArrayList<Clustering>();
      if (tally.records() == 0) return found;
      for (var cluster : records.set().clusters())
        records
            .set()
            .field(cluster.field())
            .ifPresent(field ->
                found.add(Clustering.of(cluster, records.tallies(kept(chosen), success, field))));
      found.sort(
          Comparator.comparingDouble((Clustering c) ->
              Double.isNaN(c.effectiveCases()) ? Double.POSITIVE_INFINITY : c.effectiveCases()));
      return found;
    }

    private static Proportion cautious(Proportion count, List<Clustering> clusters) {
      if (clusters.isEmpty() || Double.isNaN(clusters.getFirst().effectiveCases())) return count;
      var n = clusters.getFirst().effectiveCases();
      return new Proportion(count.successes() * n / count.cases(), n);
    }

    private List<String> warnings(
        Proportion count,
        Records.Tally tally,
        long unverified,
        List<OutsideView.Neighbour> neighbours) {
      var warnings = new ArrayList<String>();
      var rule = records.set().unverified();
      if (rule != null && unverified > 0)
        warnings.add(
            asked.withUnverified()
                ? "%d of %d records are in although %s"
                    .formatted(unverified, tally.records(), rule.because())
                : "left out, though they meet the filter: %d; %s"
                    .formatted(unverified, rule.because()));
      if (count.cases() == 0) warnings.add("no record meets the filter: the rate is the prior's");
      else if (count.cases() < FEW)
        warnings.add("%.0f cases are few: the interval says how few".formatted(count.cases()));
      if (tally.undecided() > 0)
        warnings.add(
            "in %d of %d records a column that the success asks about is blank; they count as no success"
                .formatted(tally.undecided(), tally.records()));
      var far =
          neighbours.stream()
              .filter(one -> one.count().cases() > 0 && count.cases() > 0)
              .filter(one -> Math.abs(one.count().rate() - count.rate()) > FAR)
              .count();
      if (far > 0)
        warnings.add(
            "the rate moves by more than 15 points under %d of %d neighbouring filters"
                .formatted(far, neighbours.size()));
      warnings.addAll(records.set().warnings());
      return warnings;
    }
  }
}
