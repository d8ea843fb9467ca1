package casus.history;

import java.util.List;
import java.util.Optional;

/// The records of one set, ready to be counted.
public interface Records {
  /// The set, with the columns that these records have.
  RecordSet set();

  /// The values that stand in a column, sorted, or empty where they are too many to name.
  Optional<List<String>> values(Field field);

  /// How many records meet each of some filters, and of these how many a success.
  List<Tally> tallies(List<Filter> filters, Filter success);

  /// The same for one filter.
  default Tally tally(Filter filter, Filter success) {
    return tallies(List.of(filter), success).getFirst();
  }

  /// The same for the records that share a value of a column, largest group first; records without
  /// a value are a group of their own each.
  List<Tally> tallies(Filter filter, Filter success, Field sharing);

  /// The records that meet a filter, in the order of time, at most so many.
  List<Case> cases(Filter filter, Filter success, int most);

  /// @param records that meet the filter
  /// @param successes of these
  /// @param undecided of these, on which the success cannot be told for a blank; no successes
  record Tally(long records, long successes, long undecided) {}

  /// One record.
  ///
  /// @param id the values of the set's key, divided by blanks
  /// @param when its date or year, or empty
  /// @param label which case it is
  /// @param reference where it can be looked up, or empty
  /// @param groups its value in each of the set's clusters, in their order; empty where it is blank
  record Case(
      String id,
      String when,
      String label,
      boolean success,
      String reference,
      List<String> groups) {
    public Case {
      groups = List.copyOf(groups);
    }
  }
}
