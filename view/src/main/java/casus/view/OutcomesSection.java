package casus.view;

import static casus.view.Sheet.faint;
import static casus.view.Sheet.in;
import static casus.view.Sheet.plain;
import static casus.view.Sheet.strong;

import casus.answer.Answer;
import java.util.ArrayList;
import java.util.List;

/// 1. How likely? Each rung of the ladder, and that rung or more.
final class OutcomesSection {
  private static final int BAR = 10;

  private OutcomesSection() {}

  static void put(Answer answer, Sheet sheet) {
    var question = answer.question();
    sheet.heading(
        1,
        "How likely?",
        "as of "
            + Numbers.date(answer.asOf())
            + ", until "
            + Numbers.date(question.to())
            + " · words of "
            + answer.dossier().yardstick().title());
    sheet.paragraph(Sheet.INDENT, question.text(), Ink.PLAIN);
    setting(answer, sheet);
    sheet.table(ladder(answer, sheet));
    if (!sheet.full()) return;
    if (question.resolveBy() != null)
      sheet.hanging(Sheet.INDENT, 5, "resolves by " + question.resolveBy(), Ink.FAINT);
    sheet.hanging(
        Sheet.INDENT,
        5,
        "readings: lowest and highest over rival readings of the law; 90% range: over readings and "
            + answer.setting().draws()
            + " draws from the numbers' ranges (seed "
            + answer.setting().seed()
            + ")",
        Ink.FAINT);
  }

  private static Table ladder(Answer answer, Sheet sheet) {
    var table =
        new Table(Sheet.INDENT)
            .left()
            .flexible(18, sheet.wrapped(2), 3)
            .right()
            .leftOrDropped(1)
            .rightOrDropped(4)
            .right()
            .rightOrDropped(5)
            .left()
            .right();
    table.row(
        faint(""),
        faint(""),
        faint("P"),
        faint(""),
        faint("readings"),
        faint("90% range"),
        faint(sheet.full() ? "envelope" : ""),
        faint("in words"),
        faint("or more"));
    for (var i = 0; i < answer.outcomes().size(); i++) {
      var outcome = answer.outcomes().get(i);
      var envelope = outcome.envelope();
      table.row(
          i == answer.subject() ? strong(outcome.id()) : plain(outcome.id()),
          plain(outcome.text()),
          strong(Numbers.percent(outcome.probability())),
          in(Ink.BAR, Bar.of(outcome.probability(), BAR)),
          plain(Numbers.range(outcome.readings())),
          plain(Numbers.range(outcome.interval())),
          plain(
              envelope == null || !sheet.full()
                  ? ""
                  : Numbers.range(envelope) + (outcome.envelopeProven() ? "" : "?")),
          plain(outcome.words()),
          plain(Numbers.percent(outcome.atLeast())));
    }
    return table;
  }

  /// What the answer supposes beyond the dossier, and what a replay leaves out.
  private static void setting(Answer answer, Sheet sheet) {
    var setting = answer.setting();
    var parts = new ArrayList<String>();
    if (setting.scenario() != null) parts.add("scenario " + setting.scenario());
    if (!setting.suppositions().isEmpty())
      parts.add("supposing " + String.join(", ", setting.suppositions()));
    if (!setting.settings().isEmpty()) parts.add("set " + String.join(", ", setting.settings()));
    if (!setting.readings().isEmpty())
      parts.add("read with " + String.join(", ", setting.readings()));
    var out = answer.dossier().leftOut();
    if (out.total() > 0)
      parts.add(
          "replay: the date leaves out "
              + Counted.list(
                  List.of(
                      new Counted(out.claims(), "claim"),
                      new Counted(out.numbers(), "number"),
                      new Counted(out.observations(), "observation"),
                      new Counted(out.cases(), "case"),
                      new Counted(out.provisions(), "provision"))));
    for (var part : parts) sheet.hanging(Sheet.INDENT, 5, part, Ink.UNSETTLED);
  }
}
