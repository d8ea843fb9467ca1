package casus.answer;

import casus.answer.CouldAnswer.PathwayAnswer;
import casus.answer.CouldAnswer.State;
import casus.model.Dossier;
import casus.model.Origin;
import casus.treaty.LegalOpinion.Prevails;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The legal answer with its reasons: what speaks for an act article by article down to the claims,
/// what stands against it, and what would have to be so.
///
/// @param setting what was supposed, set and chosen
/// @param could the status, under every combination of readings
/// @param issues the contested terms and articles that bear on the act, pivotal ones first
/// @param routes every pathway, in the order of `could.pathways()`
/// @param prohibitions every norm against the act
/// @param ways what would make the act lawful, all things together
public record LegalAnswer(
    Dossier dossier,
    Answer.Setting setting,
    CouldAnswer could,
    List<Contested> issues,
    List<Route> routes,
    List<Prohibition> prohibitions,
    List<Ways> ways) {

  /// Something that can be read in several ways.
  ///
  /// @param pivotal whether the answer turns on it
  public record Contested(String id, boolean pivotal, List<Reading> readings) {}

  /// @param chosen whether the headline reads it so
  /// @param heldBy who does, or null
  public record Reading(
      String id, String text, boolean chosen, @Nullable String heldBy, Origin origin) {}

  /// A pathway with its reasons.
  ///
  /// @param text what the article says, or null
  /// @param grounds what it needs, one by one
  /// @param ways what would open it, under the headline's readings and under single other ones
  public record Route(
      PathwayAnswer pathway,
      @Nullable String text,
      Origin origin,
      List<Ground> grounds,
      List<Ways> ways) {}

  /// A norm against the act.
  ///
  /// @param applies the probability that its conditions hold
  /// @param stands the probability that they do and no exception lifts it
  /// @param lifts its exceptions
  /// @param against norms of the same legal order that speak for the act
  public record Prohibition(
      String article,
      @Nullable String reading,
      @Nullable String text,
      double applies,
      double stands,
      List<Lift> lifts,
      List<Against> against,
      boolean fromMemory,
      @Nullable String cite,
      Origin origin) {}

  /// @param probability that the exception holds
  public record Lift(String label, double probability) {}

  /// A norm that speaks for the act, and which of the two prevails where both are active.
  public record Against(String norm, Prevails prevails, double active) {}

  /// How something is known.
  public enum Mode {
    /// It follows from instruments, readings and what is below it.
    LAW,
    /// It is more or less probable.
    BELIEF,
    /// Somebody said it.
    SAID
  }

  /// Something that a pathway needs, or what there is for and against it.
  ///
  /// @param label "un-charter.consent(BLR)", "request(BLR)", "C7"
  /// @param probability the headline's; NaN where there is none
  /// @param note how it is read, what the fact says, who said it
  /// @param quote the quoted words, for a claim
  public record Ground(
      String label,
      Mode mode,
      State state,
      double probability,
      String note,
      @Nullable Origin origin,
      @Nullable String quote,
      List<Ground> because) {}

  /// The smallest sets of things that would do.
  ///
  /// @param reading "un-charter.consent = broad", or null for the headline's readings
  /// @param tooMany whether there are too many sets to list
  /// @param sets smallest first, what is likelier before what is not; one empty set where nothing
  ///   is missing, none where nothing would do
  public record Ways(@Nullable String reading, boolean tooMany, List<List<Requirement>> sets) {
    /// Whether everything that is needed is there.
    public boolean isOpen() {
      return sets.size() == 1 && sets.getFirst().isEmpty();
    }
  }

  /// Something that has to be so.
  ///
  /// @param words "request(BLR)", "not internal(BLR)"
  /// @param text what the dossier says of the fact, or null where it does not speak of it
  /// @param probability of its being so; NaN where unknown
  public record Requirement(String words, @Nullable String text, double probability) {}
}
