package casus.answer;

import casus.model.Act;
import casus.treaty.LegalStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the law says of an act.
///
/// @param overall over everything that is uncertain
/// @param givenRequest supposing that the target asked for it, or null where the dossier has no
///   fact `request(TARGET)`
/// @param readings one per combination of the readings that bear on the act, the headline's first
/// @param pathways every provision that could carry the act, and every exception to a prohibition
///   of it
public record CouldAnswer(
    Act act,
    StatusAnswer overall,
    @Nullable StatusAnswer givenRequest,
    List<ReadingAnswer> readings,
    List<PathwayAnswer> pathways) {

  /// The most probable status; the graver one where two are equally probable.
  public static LegalStatus mostProbable(Map<LegalStatus, Double> status) {
    return status.entrySet().stream()
        .max(
            Comparator.comparingDouble(Map.Entry<LegalStatus, Double>::getValue)
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(LegalStatus.SILENT);
  }

  /// @param status the most probable status under the headline's readings
  /// @param probabilities of each status under the headline's readings; statuses of probability 0
  ///   are left out
  /// @param lawful the headline's probability that the act is lawful
  /// @param lawfulOverReadings lowest and highest
  /// @param dependsOnReading whether the most probable status differs between readings
  /// @param pivotal the contested terms or articles on which it turns, most decisive first; empty
  ///   where none does
  /// @param unverified what would be left of the headline without provisions known only from
  ///   memory; null where nothing would change
  public record StatusAnswer(
      LegalStatus status,
      Map<LegalStatus, Double> probabilities,
      double lawful,
      Interval lawfulOverReadings,
      boolean dependsOnReading,
      List<String> pivotal,
      @Nullable Unverified unverified) {

    /// Whether provisions that nobody has checked carry the headline: without them the most
    /// probable status would be another one.
    public boolean restsOnMemory() {
      return unverified != null && unverified.status() != status;
    }
  }

  /// The headline without the provisions that are known only from memory.
  ///
  /// @param provisions their ids, "csto-charter.5"
  /// @param status the most probable status without them
  /// @param lawful the probability that the act is lawful without them
  public record Unverified(List<String> provisions, LegalStatus status, double lawful) {}

  /// @param assignment issue to reading, `cst.aggression` to `strict`, in order of declaration
  /// @param outcome the probability of the answer's subject outcome under these readings
  public record ReadingAnswer(
      Map<String, String> assignment,
      Map<LegalStatus, Double> status,
      double lawful,
      @Nullable Map<LegalStatus, Double> statusGivenRequest,
      @Nullable Double lawfulGivenRequest,
      double outcome) {}

  /// One way in which the act could be lawful.
  ///
  /// @param treaty the instrument's id
  /// @param article its number; for an exception that of the prohibition it lifts
  /// @param exception the label of the exception, or null for a permission or an obligation
  /// @param gives what it gives where it is open: "may deploy", "must assist", "lifts the
  ///   prohibition"
  /// @param open the headline's probability that all conditions hold
  /// @param openOverReadings lowest and highest
  /// @param openGivenRequest the headline's, supposing the request, or null
  /// @param outranked whether, where open, a prohibition that ranks higher may still forbid the act
  /// @param fromMemory whether the provision is unverified
  public record PathwayAnswer(
      String treaty,
      String treatyTitle,
      String article,
      @Nullable String exception,
      String gives,
      double open,
      Interval openOverReadings,
      @Nullable Double openGivenRequest,
      boolean outranked,
      boolean dormant,
      boolean fromMemory,
      @Nullable String cite,
      List<ConditionAnswer> conditions) {}

  /// One thing a pathway needs.
  ///
  /// @param text as the instrument puts it: "aggression(P)", "a decision of csto-charter.council"
  /// @param words the same in plain words
  /// @param state what the headline says of it
  /// @param probability the headline's
  /// @param facts ids of the facts it comes down to
  /// @param claims ids of the claims that bear on those facts
  /// @param contested the term or article whose reading it depends on, or null
  public record ConditionAnswer(
      String text,
      String words,
      State state,
      double probability,
      Interval overReadings,
      List<String> facts,
      List<String> claims,
      @Nullable String contested) {}

  /// HOLDS from 95 %, MISSING to 5 %, UNKNOWN between; UNDECLARED where the dossier says nothing
  /// about it.
  public enum State {
    HOLDS,
    MISSING,
    UNKNOWN,
    UNDECLARED
  }
}
