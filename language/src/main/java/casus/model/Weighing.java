package casus.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The reasons for and against a question's outcomes: each one that is active multiplies or divides
/// the odds of its outcome.
public record Weighing(
    String question,
    List<Reason> reasons,
    List<Gate> gates,
    List<Overlap> overlaps,
    Origin origin) {

  /// @param id its `as` name, or one made from its text; unique in the dossier
  /// @param outcome index in the question's outcomes
  /// @param factor null only where `inBase` and no strength was written
  /// @param condition null where always active
  /// @param cites claims cited for the reader; they do not move the number
  /// @param inBase already counted by the reference class: shown, not counted again
  public record Reason(
      String id,
      String text,
      int outcome,
      boolean favours,
      @Nullable Quantity factor,
      @Nullable Condition condition,
      List<String> cites,
      boolean inBase,
      @Nullable String because,
      Origin origin) {}

  /// `open only if c`: the outcome is ruled out where the condition fails.
  public record Gate(int outcome, Condition condition, Origin origin) {}

  /// The sum S of the log factors of n active, overlapping reasons becomes S / (1 + correlation ·
  /// (n − 1)).
  ///
  /// @param correlation 0 (independent) to 1 (one reason in several wordings)
  public record Overlap(List<String> reasons, double correlation) {}
}
