package casus.history;

import java.util.List;

/// What happened in a reference class, and how far that can be trusted.
///
/// @param set where it was counted
/// @param filter the words that chose the records; empty for all
/// @param success the words that chose the successes
/// @param count k of n
/// @param undecided records whose success cannot be told for a blank; in n, not in k
/// @param unverifiedOut records that meet the filter and were left out because nobody has checked
///   them
/// @param unverifiedIn such records that were taken in
/// @param clusters what records share, the strongest first
/// @param cautious k of n as if only as many cases had been seen as the strongest clustering
///   leaves; the same as `count` where there is none
/// @param neighbours how the rate moves when the filter is drawn a little differently
/// @param cases the records, in the order of time
/// @param casesLeftOut how many more there are
/// @param warnings what to keep in mind, the set's own and those of this class
public record OutsideView(
    RecordSet set,
    String filter,
    String success,
    Proportion count,
    long undecided,
    long unverifiedOut,
    long unverifiedIn,
    List<Clustering> clusters,
    Proportion cautious,
    List<Neighbour> neighbours,
    List<Records.Case> cases,
    long casesLeftOut,
    List<String> warnings) {

  /// The same with the first of the cases only.
  public OutsideView firstCases(int most) {
    var shown = Math.min(most, cases.size());
    return new OutsideView(
        set,
        filter,
        success,
        count,
        undecided,
        unverifiedOut,
        unverifiedIn,
        clusters,
        cautious,
        neighbours,
        List.copyOf(cases.subList(0, shown)),
        casesLeftOut + cases.size() - shown,
        warnings);
  }

  /// The same question with a filter that is drawn a little differently.
  ///
  /// @param change in words: "without trigger = internal-unrest", "from 5 years earlier"
  public record Neighbour(String change, Proportion count) {}
}
