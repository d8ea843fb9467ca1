package casus.view;

import static casus.view.Sheet.faint;
import static casus.view.Sheet.in;
import static casus.view.Sheet.plain;
import static casus.view.Sheet.strong;

import casus.answer.Answer;
import casus.answer.Driver;
import casus.answer.LeverAnswer;
import casus.answer.ScenarioAnswer;
import casus.answer.Swing;
import casus.answer.Watch;
import casus.view.Line.Piece;
import java.util.Comparator;

/// 4. What would change it? One grid: each row is a thing that could turn out one way or the other,
///    and what the subject's probability would be then.
final class ChangeSection {
  private static final int BAR = 10;

  private final Answer answer;
  private final Sheet sheet;
  private final Table table;
  private final double now;
  private String group = "";

  private ChangeSection(Answer answer, Sheet sheet) {
    this.answer = answer;
    this.sheet = sheet;
    this.now = answer.subjectOutcome().probability();
    this.table =
        new Table(Sheet.INDENT)
            .left()
            .flexible(20, sheet.wrapped(2), 9)
            .rightOrDropped(2)
            .right()
            .tight()
            .right()
            .tight()
            .leftOrDropped(1);
  }

  static void put(Answer answer, Sheet sheet) {
    var section = new ChangeSection(answer, sheet);
    sheet.heading(
        4,
        "What would change it?",
        "P("
            + answer.subjectOutcome().id()
            + ") is now "
            + Numbers.percent(answer.subjectOutcome().probability()));
    section.drivers();
    section.swing();
    section.watch();
    section.scenarios();
    section.levers();
    if (section.table.isEmpty()) sheet.paragraph(Sheet.INDENT, "nothing", Ink.FAINT);
    else sheet.table(section.table);
    if (sheet.full()) WhatElse.put(answer, sheet);
  }

  private void drivers() {
    var byEffect =
        answer.drivers().stream()
            .sorted(Comparator.comparingDouble(ChangeSection::distance).reversed())
            .toList();
    for (var driver : sheet.some(byEffect, 1, 0.5, "fact"))
      row(
          "facts",
          driver.text().isEmpty() ? driver.fact() : driver.text(),
          Numbers.percent(driver.probability()),
          "if so",
          driver.ifTrue(),
          "if not",
          driver.ifFalse(),
          "");
  }

  private static double distance(Driver driver) {
    var distance = Math.abs(driver.ifTrue() - driver.ifFalse());
    return Double.isNaN(distance) ? -1 : distance;
  }

  private void swing() {
    var byWidth =
        answer.swing().stream()
            .sorted(Comparator.comparingDouble(Swing::width).reversed())
            .toList();
    var top =
        answer.swing().stream()
            .mapToDouble(s -> Math.max(s.atLow(), s.atHigh()))
            .reduce(now, Math::max);
    for (var swing : sheet.some(byWidth, 2, 0.5, "swing"))
      row(
          swing.kind().equals("reading") ? "readings" : "numbers",
          swing.label(),
          "",
          swing.low(),
          swing.atLow(),
          swing.high(),
          swing.atHigh(),
          Bar.span(
              Math.min(swing.atLow(), swing.atHigh()),
              now,
              Math.max(swing.atLow(), swing.atHigh()),
              top,
              BAR));
  }

  private void watch() {
    var byBits =
        answer.watch().stream().sorted(Comparator.comparingDouble(Watch::bits).reversed()).toList();
    var indicators = byBits.stream().filter(w -> w.kind().equals("indicator")).toList();
    var shown = sheet.full() || indicators.isEmpty() ? byBits : indicators;
    for (var sign : sheet.some(shown, 1, 0.5, "sign"))
      row(
          "signs",
          sign.text(),
          Numbers.bits(sign.bits()),
          sign.kind().equals("fact") ? "if so" : "if seen",
          sign.ifSeen(),
          "if not",
          sign.ifNotSeen(),
          "");
  }

  private void scenarios() {
    for (var scenario : sheet.some(answer.scenarios(), 1, 0.3, "scenario"))
      row(
          "what if",
          scenario.text()
              + (scenario.impossible() == null
                  ? ""
                  : " (contradicts " + scenario.impossible() + ")"),
          Double.isNaN(scenario.chance()) ? "" : Numbers.percent(scenario.chance()),
          "then",
          subject(scenario),
          "",
          Double.NaN,
          scenario.impossible() == null ? Numbers.range(scenario.readings()) : "");
  }

  private double subject(ScenarioAnswer scenario) {
    return scenario.outcomes().get(answer.subject());
  }

  private void levers() {
    for (var lever : sheet.some(answer.levers(), 1, 0.25, "lever"))
      row(
          "levers",
          lever.text(),
          by(lever),
          "then",
          lever.after().get(answer.subject()),
          "",
          Double.NaN,
          Numbers.range(lever.readings()));
  }

  private static String by(LeverAnswer lever) {
    return lever.by() == null ? "" : "by " + lever.by();
  }

  /// @param aside how probable it is now, how much it would tell, or who could do it
  private void row(
      String kind,
      String text,
      String aside,
      String first,
      double atFirst,
      String second,
      double atSecond,
      String bar) {
    table.row(
        faint(kind.equals(group) ? "" : kind),
        plain(text),
        faint(aside),
        faint(first),
        number(atFirst),
        faint(second),
        second.isEmpty() ? plain("") : number(atSecond),
        in(Ink.BAR, bar));
    group = kind;
  }

  private static Piece number(double p) {
    return strong(Double.isNaN(p) ? "cannot be" : Numbers.percent(p));
  }
}
