package casus.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is asked of a dossier, in its user's words.
///
/// @param asOf a date to go back to, or null for the dossier's own
/// @param question name of the question, or null for the first
/// @param outcome name of the outcome to speak of, or null for the first that matters
/// @param scenario name, or null
/// @param suppose conditions to learn: "request(BLR), not hostile"
/// @param set facts to set by intervention: "not provoked"
/// @param readings readings to choose: "cst.aggression = broad"
/// @param draws Monte Carlo draws for the intervals
/// @param threshold the probability that flips look across, or NaN
/// @param full whether envelopes, flips and stories are wanted too
public record Request(
    @Nullable LocalDate asOf,
    @Nullable String question,
    @Nullable String outcome,
    @Nullable String scenario,
    List<String> suppose,
    List<String> set,
    List<String> readings,
    int draws,
    long seed,
    double threshold,
    boolean full) {
  /// The dossier as it stands.
  public static final Request PLAIN =
      new Request(
          null,
          null,
          null,
          null,
          List.of(),
          List.of(),
          List.of(),
          2000,
          20200817L,
          Double.NaN,
          false);

  public Request asOf(@Nullable LocalDate date) {
    return new Request(
        date, question, outcome, scenario, suppose, set, readings, draws, seed, threshold, full);
  }

  public Request draws(int count) {
    return new Request(
        asOf, question, outcome, scenario, suppose, set, readings, count, seed, threshold, full);
  }

  /// About one question and one of its outcomes.
  public Request about(@Nullable String name, @Nullable String rung) {
    return new Request(
        asOf, name, rung, scenario, suppose, set, readings, draws, seed, threshold, full);
  }

  /// With the draws and the detail that are wanted.
  public Request by(int count, long start, double across, boolean everything) {
    return new Request(
        asOf,
        question,
        outcome,
        scenario,
        suppose,
        set,
        readings,
        count,
        start,
        across,
        everything);
  }

  /// Under other readings than the headline's.
  ///
  /// @param chosen "cst.aggression = broad"
  public Request reading(List<String> chosen) {
    return new Request(
        asOf, question, outcome, scenario, suppose, set, chosen, draws, seed, threshold, full);
  }

  /// Under a scenario, or none.
  public Request scenario(@Nullable String name) {
    return new Request(
        asOf, question, outcome, name, suppose, set, readings, draws, seed, threshold, full);
  }
}
