package casus.check;

import casus.model.Dossier;
import casus.syntax.Day;
import casus.text.Code;
import casus.text.Place;
import casus.text.Problem;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The as-of date: what is known by then, and what it leaves out.
final class Dates {
  /// What a date can leave out.
  enum Item {
    CLAIM("a claim"),
    NUMBER("a number"),
    OBSERVATION("an observation"),
    CASE("a past case");

    private final String one;

    Item(String one) {
      this.one = one;
    }
  }

  private final LocalDate asOf;
  private final LocalDate written;
  private final Findings findings;
  private final Map<Item, Integer> leftOut = new EnumMap<>(Item.class);
  private int provisions;

  /// @param written the file's own as-of date
  /// @param asOf the date the answer is for
  Dates(LocalDate written, LocalDate asOf, Findings findings) {
    this.written = written;
    this.asOf = asOf;
    this.findings = findings;
  }

  LocalDate asOf() {
    return asOf;
  }

  LocalDate written() {
    return written;
  }

  /// Whether something of that day is known on the as-of date. Later than the file's own as-of date
  /// it is an error: the file would know its own future.
  boolean isKnown(Item item, Day day, Place place) {
    var date = day.day();
    if (date.isAfter(written)) {
      findings.add(
          Problem.of(
                  Code.E402,
                  place,
                  item.one
                      + " of "
                      + date
                      + " is later than the dossier's own as-of date "
                      + written)
              .expecting("a date up to " + written + ", or a later `as of`"));
      return false;
    }
    if (!date.isAfter(asOf)) return true;
    leftOut.merge(item, 1, Integer::sum);
    return false;
  }

  /// Whether a period with inclusive, possibly open ends holds the as-of date.
  boolean inForce(@Nullable Day from, @Nullable Day to) {
    return holds(from, to, asOf);
  }

  /// As [#inForce], counting what only the earlier as-of date leaves out.
  boolean provisionInForce(@Nullable Day from, @Nullable Day to) {
    var now = holds(from, to, asOf);
    if (!now && asOf.isBefore(written) && holds(from, to, written)) provisions++;
    return now;
  }

  private static boolean holds(@Nullable Day from, @Nullable Day to, LocalDate date) {
    return (from == null || !from.day().isAfter(date)) && (to == null || !to.day().isBefore(date));
  }

  /// Reports a period that ends before it begins.
  void period(@Nullable Day from, @Nullable Day to, String what, Place place) {
    if (from == null || to == null || !to.day().isBefore(from.day())) return;
    findings.add(
        Problem.of(
            Code.E403,
            place,
            what + " ends on " + to.day() + ", before it begins on " + from.day()));
  }

  Dossier.LeftOut leftOut() {
    return new Dossier.LeftOut(
        count(Item.CLAIM),
        count(Item.NUMBER),
        count(Item.OBSERVATION),
        count(Item.CASE),
        provisions);
  }

  private int count(Item item) {
    return leftOut.getOrDefault(item, 0);
  }

  /// How many of a unit of time are left of a period on the as-of date, both ends inclusive; 0 once
  /// it is over. A month is a calendar month: 1 August to 31 December are five.
  ///
  /// @param unit "day", "week", "month" or "year"
  double left(String unit, LocalDate from, LocalDate to) {
    var start = asOf.isAfter(from) ? asOf : from;
    if (start.isAfter(to)) return 0;
    var end = to.plusDays(1);
    return switch (unit) {
      case "day" -> ChronoUnit.DAYS.between(start, end);
      case "week" -> ChronoUnit.DAYS.between(start, end) / 7.0;
      case "year" -> months(start, end) / 12;
      default -> months(start, end);
    };
  }

  private static double months(LocalDate start, LocalDate end) {
    var whole = ChronoUnit.MONTHS.between(start, end);
    var rest = start.plusMonths(whole);
    return whole
        + ChronoUnit.DAYS.between(rest, end) / (double) YearMonth.from(rest).lengthOfMonth();
  }
}
