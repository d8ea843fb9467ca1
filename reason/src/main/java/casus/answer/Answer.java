package casus.answer;

import casus.model.Dossier;
import casus.model.Question;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything casus has to say about one question of a dossier. All probabilities are fractions of
/// 1, unrounded; "headline" means under the first-listed reading of every term, with every number
/// at its point.
///
/// @param setting what was supposed, set or chosen beyond the dossier itself
/// @param outcomes one per outcome, in ascending order
/// @param subject index of the outcome that drivers, swing, shares and the bottom line speak of:
///   the first rung that matters
/// @param could the legal answer, or null where the dossier asks about no act
/// @param would null where the question has no base rate
public record Answer(
    Dossier dossier,
    Question question,
    LocalDate asOf,
    Setting setting,
    List<OutcomeAnswer> outcomes,
    int subject,
    @Nullable CouldAnswer could,
    @Nullable WouldAnswer would,
    List<Driver> drivers,
    List<Swing> swing,
    List<Watch> watch,
    List<Flip> flips,
    List<Story> stories,
    List<ScenarioAnswer> scenarios,
    List<LeverAnswer> levers,
    Conflict conflict,
    List<SourceAnswer> sources,
    List<ClaimAnswer> claims) {

  /// @param suppositions conditions supposed with `--suppose`, as written
  /// @param settings facts set with `--set`, as written
  /// @param readings readings chosen against the headline's, as "term = reading"
  /// @param draws how many Monte Carlo draws the intervals rest on
  public record Setting(
      @Nullable String scenario,
      List<String> suppositions,
      List<String> settings,
      List<String> readings,
      int draws,
      long seed) {}

  /// The outcome that the answer speaks of.
  public OutcomeAnswer subjectOutcome() {
    return outcomes.get(subject);
  }
}
