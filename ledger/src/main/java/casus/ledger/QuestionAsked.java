package casus.ledger;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question as a dossier asked it on the day of an entry, so that a ledger can be scored when the
/// dossier has gone or asks otherwise.
///
/// @param id its name in the dossier
/// @param title in its own words
/// @param outcomes exactly one comes about; two at least
/// @param ladder whether they stand in ascending order
/// @param from the first day of its period
/// @param to its deadline, included
/// @param resolveBy how it is to be settled, or null where nothing was said
public record QuestionAsked(
    String id,
    String title,
    List<Possible> outcomes,
    boolean ladder,
    LocalDate from,
    LocalDate to,
    @Nullable String resolveBy) {

  /// One of the outcomes.
  public record Possible(String id, String title) {}

  public QuestionAsked {
    outcomes = List.copyOf(outcomes);
  }

  public List<String> outcomeIds() {
    return outcomes.stream().map(Possible::id).toList();
  }

  /// Whether an answer to one is an answer to the other: other words for the same outcomes by the
  /// same deadline change nothing, another outcome or another deadline does.
  public boolean isSameAs(QuestionAsked other) {
    return id.equals(other.id)
        && outcomeIds().equals(other.outcomeIds())
        && ladder == other.ladder
        && to.equals(other.to);
  }

  /// As scores take it. It opens with the first day of its period and closes with the last.
  ///
  /// @param name its id in the set
  PosedQuestion posed(String name, Outcome outcome) {
    return new PosedQuestion(
        name,
        title,
        outcomeIds(),
        ladder,
        from.atStartOfDay(ZoneOffset.UTC).toInstant(),
        to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
        outcome);
  }
}
