package casus.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a set of records is: what one record stands for, its columns, who made it and on which
/// terms, and what to keep in mind when counting in it.
///
/// @param name as it is called in commands: `ucdp-acd`
/// @param title for a reader
/// @param unit what one record is: "a crisis of one state"
/// @param counted what is being counted, and what could not be
/// @param citation how its makers want to be cited
/// @param terms on which it may be used
/// @param homepage where it is found, or null
/// @param fields the columns that casus knows, in the order of the file; a file may have more
/// @param recognisedBy columns by which a file is told to be this set
/// @param key columns whose values together name one record; empty where nothing does
/// @param clusters columns whose records are not independent of each other
/// @param time the column that dates a record, a date or a year, or null
/// @param label columns that tell a reader which case a record is
/// @param reference the column that says where a record can be looked up, or null
/// @param outcome the column whose values may stand alone as a success, or null
/// @param unverified the records that are left out unless asked for, or null
/// @param warnings what selection or coding does to any rate that is computed from it
/// @param edition how the edition of a file is told, or null
/// @param derivation how it is made from another set, or null where it is imported
/// @param shipped whether it comes with casus
public record RecordSet(
    String name,
    String title,
    String unit,
    String counted,
    String citation,
    String terms,
    @Nullable String homepage,
    List<Field> fields,
    List<String> recognisedBy,
    List<String> key,
    List<Cluster> clusters,
    @Nullable String time,
    List<String> label,
    @Nullable String reference,
    @Nullable String outcome,
    @Nullable Unverified unverified,
    List<String> warnings,
    @Nullable Edition edition,
    @Nullable Derivation derivation,
    boolean shipped) {

  /// Records that share a value of a column are not independent.
  ///
  /// @param field the column
  /// @param of what they share: "war"
  public record Cluster(String field, String of) {}

  /// Records that nobody has checked.
  ///
  /// @param filter which they are
  /// @param because what is the matter with them
  public record Unverified(String filter, String because) {}

  /// How the edition of a file is told.
  ///
  /// @param field its greatest value names the edition
  /// @param expected that value in the edition that casus knows
  /// @param names such values, and how the editions are called
  public record Edition(String field, String expected, Map<String, String> names) {
    /// How an edition is called, by the value that tells it.
    public String called(String value) {
      return names.getOrDefault(value, "an edition with " + field + " up to " + value);
    }
  }

  /// How a set is computed from another one.
  ///
  /// @param from the set it is made from
  /// @param rule in words
  /// @param sql a query over the relation `source`
  public record Derivation(String from, String rule, String sql) {}

  /// The column that goes by a name.
  public Optional<Field> field(String typed) {
    return fields.stream().filter(field -> field.answersTo(typed)).findFirst();
  }

  /// The same set with the columns that a file turned out to have.
  public RecordSet withFields(List<Field> found) {
    return new RecordSet(
        name,
        title,
        unit,
        counted,
        citation,
        terms,
        homepage,
        List.copyOf(found),
        recognisedBy,
        key,
        clusters,
        time,
        label,
        reference,
        outcome,
        unverified,
        warnings,
        edition,
        derivation,
        shipped);
  }
}
