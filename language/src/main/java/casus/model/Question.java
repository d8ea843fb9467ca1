package casus.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is asked.
///
/// @param outcomes in ascending order (a ladder); exactly one comes true
/// @param highestReached whether the outcome is the highest rung reached by the deadline
/// @param resolveBy how it will be settled, or null where nothing was said
public record Question(
    String id,
    String text,
    LocalDate from,
    LocalDate to,
    boolean highestReached,
    List<Outcome> outcomes,
    @Nullable String resolveBy,
    Origin origin) {

  public record Outcome(String id, String text) {}

  /// The position of an outcome, or -1.
  public int indexOf(String outcomeId) {
    for (var i = 0; i < outcomes.size(); i++) if (outcomes.get(i).id().equals(outcomeId)) return i;
    return -1;
  }
}
