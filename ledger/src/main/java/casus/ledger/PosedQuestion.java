package casus.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question as forecasters were asked it.
///
/// @param id unique within its set: `troops`, or `belarus-2020/troops` where several dossiers meet
/// @param title in the question's own words
/// @param outcomes ids of the outcomes, of which exactly one comes about; two at least. Of a
///   question asked with yes and no they are `no` and `yes`, in this order
/// @param ladder whether they stand in ascending order, so that a near miss is a lesser error
/// @param opens when it was first asked, or null where nobody says
/// @param closes from when forecasts are no longer taken, or null where nobody says
public record PosedQuestion(
    String id,
    String title,
    List<String> outcomes,
    boolean ladder,
    @Nullable Instant opens,
    @Nullable Instant closes,
    Outcome outcome) {
  public PosedQuestion {
    outcomes = List.copyOf(outcomes);
    if (outcomes.size() < 2)
      throw new IllegalArgumentException(id + " has fewer than two outcomes");
  }

  /// Whether it is asked with two outcomes, so that one probability says everything.
  public boolean isBinary() {
    return outcomes.size() == 2;
  }
}
