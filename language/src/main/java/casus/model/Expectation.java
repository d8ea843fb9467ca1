package casus.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A test of a dossier: what its author expects an answer to be.
public sealed interface Expectation {
  Setting setting();

  Origin origin();

  /// The line as written, without `expect`.
  String written();

  /// @param asOf null for the dossier's own
  /// @param scenario id, or null
  /// @param lever id, or null
  /// @param readings choices that replace the headline's
  record Setting(
      List<Condition> given,
      @Nullable LocalDate asOf,
      @Nullable String scenario,
      @Nullable String lever,
      List<ReadingChoice> readings) {}

  /// @param issue a term's id ("cst.aggression"), or an article's ("union-state.2") for rival
  ///   readings of an article
  record ReadingChoice(String issue, String reading) {}

  enum Status {
    LAWFUL,
    PERMITTED,
    OBLIGED,
    FORBIDDEN,
    SILENT,
    CONFLICT,
    DEPENDS_ON_READING
  }

  record StatusIs(
      Condition.Could could, Status status, Setting setting, String written, Origin origin)
      implements Expectation {}

  record Between(
      Condition event, double low, double high, Setting setting, String written, Origin origin)
      implements Expectation {}

  /// @param than null to compare with the same probability without the setting
  record Compared(
      Condition event,
      boolean higher,
      @Nullable Condition than,
      Setting setting,
      String written,
      Origin origin)
      implements Expectation {}

  /// @param candidates names of quantities, facts, terms or the word "base"
  record SwingFirst(
      Condition.Reached outcome,
      List<String> candidates,
      Setting setting,
      String written,
      Origin origin)
      implements Expectation {}
}
