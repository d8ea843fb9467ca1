package casus.syntax;

import casus.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One `expect` line of a `casus-test` fence.
public sealed interface Expectation {
  Span span();

  Setting setting();

  /// Under what the expectation holds.
  ///
  /// @param readings `under aggression = broad`: term and reading
  record Setting(
      List<Condition> given,
      @Nullable Day asOf,
      @Nullable Name scenario,
      @Nullable Name lever,
      List<ReadingChoice> readings) {
    public static final Setting NONE = new Setting(List.of(), null, null, null, List.of());
  }

  record ReadingChoice(Name term, Name reading) {}

  /// @param status "lawful", "permitted", "obliged", "forbidden", "silent", "conflict" or "depends
  ///   on reading"
  record Status(Condition.Could could, String status, Setting setting, Span span)
      implements Expectation {}

  /// `P(…) between A and B`; an open end is 0 or 1.
  record Between(
      Condition event, double low, double high, boolean tolerance, Setting setting, Span span)
      implements Expectation {}

  /// `P(…) higher than P(…)`; without `than`, compared with the same probability without the
  /// setting.
  record Compared(
      Condition event, boolean higher, @Nullable Condition than, Setting setting, Span span)
      implements Expectation {}

  /// `swing(troops = open) first is base or request(BLR)`.
  record SwingFirst(Condition.Reached outcome, List<Atom> candidates, Setting setting, Span span)
      implements Expectation {}
}
