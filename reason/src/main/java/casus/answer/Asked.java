package casus.answer;

import casus.model.Condition;
import casus.model.Expectation.ReadingChoice;
import casus.model.Scenario;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is asked of a dossier beyond the dossier itself.
///
/// @param question id of the question, or null for the first
/// @param outcome id of the outcome to speak of, or null for the first rung that matters
/// @param scenario id, or null
/// @param suppose conditions to learn
/// @param set facts to set by intervention
/// @param readings readings chosen against the headline's
/// @param draws Monte Carlo draws for the intervals, at least 1
/// @param threshold the probability that flips look across, or NaN for the nearest yardstick
///   boundary
/// @param full whether envelopes, flips and stories are computed too
public record Asked(
    @Nullable String question,
    @Nullable String outcome,
    @Nullable String scenario,
    List<Condition> suppose,
    List<Scenario.Setting> set,
    List<ReadingChoice> readings,
    int draws,
    long seed,
    double threshold,
    boolean full) {
  /// The dossier as it stands, 2,000 draws.
  public static final Asked PLAIN =
      new Asked(
          null, null, null, List.of(), List.of(), List.of(), 2000, 20200817L, Double.NaN, false);

  /// The same about another question.
  ///
  /// @param id of the question, or null for the first
  public Asked about(@Nullable String id) {
    return new Asked(id, outcome, scenario, suppose, set, readings, draws, seed, threshold, full);
  }

  /// The same, speaking of another outcome.
  ///
  /// @param id of the outcome, or null for the first rung that matters
  public Asked speakingOf(@Nullable String id) {
    return new Asked(question, id, scenario, suppose, set, readings, draws, seed, threshold, full);
  }
}
