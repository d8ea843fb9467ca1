package casus.desk;

import casus.answer.WhatIf;
import casus.answer.WhatIf.Picture;
import casus.answer.WhatIf.Rung;
import casus.desk.Edition.Turning;
import casus.desk.Opening.Opened;
import casus.model.Claim;
import casus.model.Dossier;
import casus.model.Indicator;
import casus.model.Indicator.Observation;
import casus.syntax.Parser;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The forecast as it would have stood on earlier days, with what was known on each.
public final class Replaying {
  private static final Pattern DATE = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");

  private static final Pattern FENCE = Pattern.compile("(?m)^ {0,3}(```|~~~)");

  private Replaying() {}

  /// How far apart the days are.
  public enum Step {
    /// Every day on which something became known.
    DAY,
    /// Of each week in which something became known the last such day.
    WEEK
  }

  /// The answer on a day, with every number at its point and under the headline's readings.
  public sealed interface Point {
    LocalDate date();

    /// @param subject index of the outcome that the answer speaks of
    record Known(LocalDate date, List<Rung> outcomes, int subject) implements Point {
      /// Of the outcome that the answer speaks of.
      public double probability() {
        return outcomes.get(subject).probability();
      }
    }

    /// There was no answer.
    record NotKnown(LocalDate date, String because) implements Point {}
  }

  /// What became known between two days.
  ///
  /// @param seen signs that were seen
  /// @param missed signs that were looked for and not seen
  public record News(List<Claim> claims, List<Indicator> seen, List<Indicator> missed) {}

  /// The days from the first claim to the dossier's own date on which anything that the dossier
  /// says came to hold or became known: every date that its statements name, its own one last.
  public static List<LocalDate> dates(Opened opened, Dossier dossier, Step step) {
    var first = dossier.claims().stream().map(Claim::date).min(LocalDate::compareTo);
    if (first.isEmpty()) return List.of(dossier.asOf());
    var dates = new TreeSet<LocalDate>();
    for (var statement : Parser.parse(opened.source()).statements())
      for (var date : named(opened.source().text(), statement.span().start()))
        if (!date.isBefore(first.get()) && !date.isAfter(dossier.asOf())) dates.add(date);
    dates.add(dossier.asOf());
    return step == Step.DAY ? List.copyOf(dates) : weekly(dates);
  }

  /// Those that stand in a fence from a place on.
  private static List<LocalDate> named(String text, int from) {
    var dates = new ArrayList<LocalDate>();
    var end = FENCE.matcher(text);
    var written = DATE.matcher(text.substring(from, end.find(from) ? end.start() : text.length()));
    while (written.find())
      try {
        dates.add(LocalDate.parse(written.group()));
      } catch (DateTimeParseException noSuchDay) {
        // A name may look like a date; the checker has said what is wrong with dates.
      }
    return dates;
  }

  private static List<LocalDate> weekly(Set<LocalDate> dates) {
    var last = new TreeMap<Integer, LocalDate>();
    for (var date : dates)
      last.put(
          100 * date.get(IsoFields.WEEK_BASED_YEAR) + date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
          date);
    return List.copyOf(last.values());
  }

  /// @param question id, or null for the first
  /// @param outcome id, or null for the first that matters
  public static Point point(
      Opened opened, LocalDate date, @Nullable String question, @Nullable String outcome) {
    var turning = Assessing.turn(opened, date, question, outcome);
    if (!(turning instanceof Turning.Ready(var whatIf)))
      return new Point.NotKnown(date, "there was no answer on this day");
    return whatIf.under(WhatIf.Changes.NONE) instanceof Picture.Drawn drawn
        ? new Point.Known(date, drawn.outcomes(), whatIf.subject())
        : new Point.NotKnown(date, "what was known on this day contradicts itself");
  }

  /// What became known after one day, up to another.
  ///
  /// @param after null for everything before
  public static News news(Dossier dossier, @Nullable LocalDate after, LocalDate until) {
    var seen = new ArrayList<Indicator>();
    var missed = new ArrayList<Indicator>();
    for (var sign : dossier.indicators())
      switch (sign.observation()) {
        case Observation.Seen(var date, var _) -> {
          if (isBetween(after, date, until)) seen.add(sign);
        }
        case Observation.NotSeenBy(var date) -> {
          if (isBetween(after, date, until)) missed.add(sign);
        }
        case Observation.None _ -> {}
      }
    return new News(
        dossier.claims().stream().filter(c -> isBetween(after, c.date(), until)).toList(),
        List.copyOf(seen),
        List.copyOf(missed));
  }

  private static boolean isBetween(@Nullable LocalDate after, LocalDate date, LocalDate until) {
    return (after == null || date.isAfter(after)) && !date.isAfter(until);
  }
}
