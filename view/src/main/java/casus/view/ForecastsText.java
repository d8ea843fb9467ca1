package casus.view;

import casus.ledger.Forecast;
import casus.ledger.ForecastSet;
import casus.ledger.Outcome;
import casus.ledger.formats.Imported;
import casus.ledger.formats.Imported.Remark;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/// Sets of forecasts, and what was read of a file, for the terminal.
public final class ForecastsText {
  private static final int SOME_REMARKS = 12;

  private ForecastsText() {}

  /// What an import read, what it left out, and what can be done next.
  ///
  /// @param replaced whether a set of that name was there before
  public static String imported(
      String name, String file, Imported imported, boolean replaced, Page page) {
    var sheet = new Sheet(page.full(true), 0);
    sheet.paragraph(
        0,
        name
            + ": "
            + file
            + ", "
            + imported.format()
            + (replaced ? ", in place of an earlier import" : ""),
        Ink.STRONG);
    held(imported.set(), sheet);
    remarks("left out: ", imported.leftOut(), sheet);
    if (imported.leftOut().isEmpty()) sheet.paragraph(Sheet.INDENT, "left out: nothing", Ink.PLAIN);
    remarks("taken with a change: ", imported.changed(), sheet);
    sheet.blank();
    var next = new Table(0).left().flexible(20, 2, 3);
    next.row(Sheet.plain("casus score " + name), Sheet.faint("how good they were"));
    next.row(Sheet.plain("casus pool " + name), Sheet.faint("what they say together"));
    sheet.table(next);
    return AssessmentText.text(sheet, page);
  }

  /// What was left out or changed of what was read, for a command that does something else with it;
  /// empty where nothing was.
  public static String remarks(List<Imported> parts, Page page) {
    var sheet = new Sheet(page.full(true), 0);
    for (var part : parts) {
      remarks("left out: ", part.leftOut(), sheet);
      remarks("taken with a change: ", part.changed(), sheet);
    }
    if (!sheet.lines().isEmpty()) sheet.blank();
    return AssessmentText.text(sheet, page);
  }

  /// "5 questions (5 resolved)", "9 forecasters", "35 forecasts, 15 August to 19 November 2020".
  static void held(ForecastSet set, Sheet sheet) {
    var resolved = 0;
    var dropped = new HashSet<String>();
    for (var question : set.questions().values())
      switch (question.outcome()) {
        case Outcome.Happened _ -> resolved++;
        case Outcome.Void _ -> dropped.add(question.id());
        case Outcome.Pending _ -> {}
      }
    var who = new HashSet<String>();
    var first = Instant.MAX;
    var last = Instant.MIN;
    long unscored = 0;
    for (Forecast forecast : set.forecasts()) {
      who.add(forecast.forecaster());
      if (forecast.at().isBefore(first)) first = forecast.at();
      if (forecast.at().isAfter(last)) last = forecast.at();
      if (dropped.contains(forecast.question())) unscored++;
    }
    var open = set.questions().size() - resolved - dropped.size();
    sheet.hanging(
        Sheet.INDENT,
        Sheet.INDENT + 3,
        count(set.questions().size(), "question")
            + ": "
            + count(resolved)
            + " resolved"
            + (open == 0 ? "" : ", " + count(open) + " not yet")
            + (dropped.isEmpty()
                ? ""
                : ", "
                    + count(dropped.size())
                    + " void (with "
                    + count(unscored, "forecast")
                    + ", scored for nobody)"),
        Ink.PLAIN);
    sheet.paragraph(Sheet.INDENT, count(who.size(), "forecaster"), Ink.PLAIN);
    sheet.paragraph(
        Sheet.INDENT,
        count(set.forecasts().size(), "forecast")
            + (set.forecasts().isEmpty() ? "" : ", " + span(day(first), day(last))),
        Ink.PLAIN);
  }

  static LocalDate day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static String span(LocalDate first, LocalDate last) {
    return first.equals(last)
        ? "all of " + Numbers.date(first)
        : Numbers.date(first) + " to " + Numbers.date(last);
  }

  /// What was left out or put right, each with the place of the first row of its kind.
  static void remarks(String head, List<Remark> remarks, Sheet sheet) {
    for (var remark : remarks.subList(0, Math.min(SOME_REMARKS, remarks.size()))) {
      var first = remark.first();
      sheet.hanging(
          Sheet.INDENT,
          Sheet.INDENT + 3,
          head
              + count(remark.rows())
              + (remark.rows() == 1 ? " time, " : " times, ")
              + remark.what()
              + (first == null
                  ? ""
                  : " (" + (remark.rows() == 1 ? "" : "first ") + first.label() + ")"),
          Ink.UNSETTLED);
    }
    var more = remarks.size() - SOME_REMARKS;
    if (more > 0)
      sheet.paragraph(Sheet.INDENT, head + "and for " + count(more) + " more reasons", Ink.FAINT);
  }

  /// "1 question", "1,238 forecasts".
  static String count(long number, String thing) {
    return count(number) + " " + thing + (number == 1 ? "" : "s");
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
