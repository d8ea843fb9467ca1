package casus.view;

import casus.answer.CouldAnswer;
import casus.answer.CouldAnswer.ConditionAnswer;
import casus.answer.CouldAnswer.PathwayAnswer;
import casus.answer.CouldAnswer.ReadingAnswer;
import casus.answer.CouldAnswer.State;
import casus.answer.CouldAnswer.StatusAnswer;
import casus.answer.Interval;
import casus.treaty.LegalStatus;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What screen and report call a legal status, a pathway and what it needs.
public final class PathwayWords {
  private PathwayWords() {}

  /// "forbidden", or that it depends on the reading.
  public static String status(StatusAnswer status) {
    return status.dependsOnReading() ? "depends on the reading" : status.status().words();
  }

  /// "lawful 8.7% (8.7–30%)".
  public static String lawful(StatusAnswer status) {
    return "lawful " + Numbers.percent(status.lawful()) + overReadings(status.lawfulOverReadings());
  }

  /// " (8.7–30%)", or nothing where all readings look the same.
  public static String overReadings(Interval interval) {
    var range = Numbers.range(interval);
    return range.contains("–") ? " (" + range + ")" : "";
  }

  /// On which unverified provisions the answer rests, and what it would be without them.
  ///
  /// @param label "overall" or "if asked"
  /// @param always also where nothing visible would change
  /// @return null where there is nothing to say
  public static @Nullable String unverified(String label, StatusAnswer status, boolean always) {
    var unverified = status.unverified();
    if (unverified == null) return null;
    var without = Numbers.percent(unverified.lawful());
    var visible = status.restsOnMemory() || !without.equals(Numbers.percent(status.lawful()));
    if (!visible && !always) return null;
    return "unverified provision: "
        + label
        + (status.restsOnMemory() ? " rests on " : " uses ")
        + String.join(", ", unverified.provisions())
        + ", known only from memory; without "
        + (unverified.provisions().size() == 1 ? "it " : "them ")
        + unverified.status().words()
        + ", lawful "
        + without;
  }

  /// Each status with its probability, the most probable first.
  public static String probabilities(Map<LegalStatus, Double> probabilities) {
    return probabilities.entrySet().stream()
        .sorted(Map.Entry.<LegalStatus, Double>comparingByValue().reversed())
        .map(e -> e.getKey().words() + " " + Numbers.percent(e.getValue()))
        .collect(Collectors.joining(", "));
  }

  /// The contested terms and articles on which the status turns, once asked first.
  public static List<String> pivotal(CouldAnswer could) {
    var issues = new LinkedHashSet<String>();
    if (could.givenRequest() != null) issues.addAll(could.givenRequest().pivotal());
    issues.addAll(could.overall().pivotal());
    return List.copyOf(issues);
  }

  /// Each reading of an issue to what it alone would make of the headline: `strict` to the
  /// combination of readings that differs from the headline's in nothing else.
  public static Map<String, ReadingAnswer> readingsOf(CouldAnswer could, String issue) {
    var headline = could.readings().getFirst().assignment();
    var readings = new LinkedHashMap<String, ReadingAnswer>();
    for (var reading : could.readings())
      if (differsOnlyIn(issue, reading.assignment(), headline))
        readings.putIfAbsent(
            Objects.requireNonNullElse(reading.assignment().get(issue), "?"), reading);
    return readings;
  }

  private static boolean differsOnlyIn(
      String issue, Map<String, String> assignment, Map<String, String> headline) {
    return headline.entrySet().stream()
        .allMatch(e -> e.getKey().equals(issue) || e.getValue().equals(assignment.get(e.getKey())));
  }

  /// Pathways that may be open before those that are dormant or outranked, the likeliest first.
  public static List<PathwayAnswer> likeliestFirst(CouldAnswer could) {
    return could.pathways().stream()
        .sorted(
            Comparator.comparing(PathwayAnswer::dormant)
                .thenComparing(PathwayAnswer::outranked)
                .thenComparing(Comparator.comparingDouble(PathwayAnswer::open).reversed())
                .thenComparing(
                    Comparator.comparingDouble((PathwayAnswer p) -> p.openOverReadings().high())
                        .reversed()))
        .toList();
  }

  /// "csto-charter 5 request(P)".
  public static String name(PathwayAnswer pathway) {
    var article = pathway.treaty() + " " + pathway.article();
    return pathway.exception() == null ? article : article + " " + pathway.exception();
  }

  /// "missing", "unknown", "not in the dossier", "holds".
  public static String word(State state) {
    return switch (state) {
      case MISSING -> "missing";
      case UNKNOWN -> "unknown";
      case UNDECLARED -> "not in the dossier";
      case HOLDS -> "holds";
    };
  }

  /// "Article 5, exception: request", for those who do not know the names of the language.
  public static String title(PathwayAnswer pathway) {
    var article = "Article " + pathway.article();
    var exception = pathway.exception();
    return exception == null
        ? article
        : article
            + ", exception: "
            + exception.replaceAll("\\([A-Z]+\\)", "").replace('-', ' ').strip();
  }

  /// "may use force".
  public static String gives(PathwayAnswer pathway) {
    return pathway.gives().replace('-', ' ');
  }

  /// A condition, with its probability where that is not settled.
  public static String condition(ConditionAnswer condition) {
    return condition(condition, condition.text());
  }

  /// The same in plain words.
  public static String plain(ConditionAnswer condition) {
    return condition(condition, condition.words());
  }

  private static String condition(ConditionAnswer condition, String text) {
    return switch (condition.state()) {
      case HOLDS, UNDECLARED -> text;
      case MISSING, UNKNOWN ->
          text
              + " "
              + Numbers.percent(condition.probability())
              + overReadings(condition.overReadings());
    };
  }
}
