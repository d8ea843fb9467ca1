package casus.view;

import static casus.view.Sheet.faint;
import static casus.view.Sheet.in;
import static casus.view.Sheet.plain;
import static casus.view.Sheet.strong;

import casus.answer.Answer;
import casus.answer.CouldAnswer;
import casus.answer.CouldAnswer.PathwayAnswer;
import casus.answer.CouldAnswer.ReadingAnswer;
import casus.answer.CouldAnswer.State;
import casus.answer.CouldAnswer.StatusAnswer;
import casus.model.Instrument;
import casus.treaty.LegalStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// 2. Could they? What the law says, on which reading it turns, and every pathway.
final class CouldSection {
  private static final int MOST_READINGS = 32;

  private CouldSection() {}

  static void put(Answer answer, Sheet sheet) {
    var could = answer.could();
    if (could == null) {
      sheet.heading(2, "Could they?", "the dossier asks about no act");
      return;
    }
    var refined = refined(answer);
    sheet.heading(
        2,
        "Could they?",
        could.act() + (refined.isEmpty() ? "" : " · the dossier refines " + refined));
    sheet.table(statuses(could));
    unverified("overall", could.overall(), sheet);
    if (could.givenRequest() != null) unverified("if asked", could.givenRequest(), sheet);
    pivots(could, sheet);
    pathways(could, sheet);
    if (sheet.full()) readings(answer, could, sheet);
  }

  private static String refined(Answer answer) {
    return answer.dossier().law().instruments().stream()
        .filter(Instrument::refined)
        .map(Instrument::id)
        .collect(Collectors.joining(", "));
  }

  static Table statuses(CouldAnswer could) {
    var table = new Table(Sheet.INDENT).left().left().left().flexible(24, 2, 1);
    status("overall", could.overall(), table);
    if (could.givenRequest() != null) status("if asked", could.givenRequest(), table);
    return table;
  }

  private static void status(String label, StatusAnswer status, Table table) {
    table.row(
        faint(label),
        in(
            status.dependsOnReading() ? Ink.UNSETTLED : ink(status.status()),
            PathwayWords.status(status)),
        plain(PathwayWords.lawful(status)),
        plain(PathwayWords.probabilities(status.probabilities())));
  }

  /// Provisions that nobody has checked and that carry the answer, or move it visibly.
  static void unverified(String label, StatusAnswer status, Sheet sheet) {
    var words = PathwayWords.unverified(label, status, sheet.full());
    if (words != null) sheet.hanging(Sheet.INDENT, 5, words, Ink.UNSETTLED);
  }

  static Ink ink(LegalStatus status) {
    return switch (status) {
      case PERMITTED, OBLIGED, SILENT -> Ink.GOOD;
      case FORBIDDEN -> Ink.BAD;
      case CONFLICT -> Ink.UNSETTLED;
    };
  }

  /// The readings on which the status turns, each with what it alone would make of the headline.
  private static void pivots(CouldAnswer could, Sheet sheet) {
    for (var issue : sheet.some(PathwayWords.pivotal(could), 1, 0.2, "pivotal reading"))
      sheet.hanging(
          Sheet.INDENT, 5, "turns on " + issue + ": lawful if " + each(could, issue), Ink.PLAIN);
  }

  private static String each(CouldAnswer could, String issue) {
    return PathwayWords.readingsOf(could, issue).entrySet().stream()
        .map(e -> e.getKey() + " " + lawful(e.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String lawful(ReadingAnswer reading) {
    var asked = reading.lawfulGivenRequest();
    return Numbers.percent(reading.lawful())
        + (asked == null ? "" : " (" + Numbers.percent(asked) + " if asked)");
  }

  private static void pathways(CouldAnswer could, Sheet sheet) {
    var table =
        new Table(Sheet.INDENT)
            .left()
            .left()
            .right()
            .rightOrDropped(3)
            .rightOrDropped(2)
            .flexible(30, sheet.full() ? 8 : 2, 4);
    table.row(
        faint("pathway"),
        faint("gives"),
        faint("open"),
        faint("readings"),
        faint(could.givenRequest() == null ? "" : "if asked"),
        faint("conditions"));
    for (var pathway : sheet.some(PathwayWords.likeliestFirst(could), 3, 0.5, "pathway")) {
      var asked = pathway.openGivenRequest();
      table.row(
          strong(PathwayWords.name(pathway)),
          plain(pathway.gives() + (pathway.outranked() ? ", outranked" : "")),
          plain(Numbers.percent(pathway.open())),
          plain(Numbers.range(pathway.openOverReadings())),
          plain(asked == null ? "" : Numbers.percent(asked)),
          plain(conditions(pathway, sheet.full())));
    }
    if (could.pathways().isEmpty()) sheet.paragraph(Sheet.INDENT, "no pathway", Ink.FAINT);
    else sheet.table(table);
  }

  /// What is missing, what is unknown, what the dossier does not speak of, and what holds.
  private static String conditions(PathwayAnswer pathway, boolean full) {
    var parts = new ArrayList<String>();
    if (pathway.dormant()) parts.add("dormant");
    for (var state : List.of(State.MISSING, State.UNKNOWN, State.UNDECLARED, State.HOLDS)) {
      var these = pathway.conditions().stream().filter(c -> c.state() == state).toList();
      if (these.isEmpty()) continue;
      parts.add(
          PathwayWords.word(state)
              + " "
              + these.stream().map(PathwayWords::condition).collect(Collectors.joining(", ")));
    }
    if (pathway.fromMemory()) parts.add("provision from memory, unverified");
    if (full && pathway.cite() != null) parts.add("cite " + pathway.cite());
    return String.join("; ", parts);
  }

  private static void readings(Answer answer, CouldAnswer could, Sheet sheet) {
    sheet.blank();
    sheet.label("readings");
    var table = new Table(Sheet.INDENT).right().right().right().flexible(30, 6, 1);
    var subject = "P(" + answer.subjectOutcome().id() + ")";
    table.row(
        faint("lawful"),
        faint(could.givenRequest() == null ? "" : "if asked"),
        faint(subject),
        faint("under"));
    var shown = could.readings().stream().limit(MOST_READINGS).toList();
    for (var reading : shown) {
      var asked = reading.lawfulGivenRequest();
      table.row(
          plain(Numbers.percent(reading.lawful())),
          plain(asked == null ? "" : Numbers.percent(asked)),
          plain(Numbers.percent(reading.outcome())),
          plain(
              reading.assignment().isEmpty()
                  ? "no contested term"
                  : reading.assignment().entrySet().stream()
                      .map(e -> e.getKey() + " " + e.getValue())
                      .collect(Collectors.joining(", "))));
    }
    sheet.table(table);
    var more = could.readings().size() - shown.size();
    if (more > 0)
      sheet.paragraph(
          Sheet.INDENT,
          "and " + new Counted(more, "combination") + " more, with --json",
          Ink.FAINT);
  }
}
