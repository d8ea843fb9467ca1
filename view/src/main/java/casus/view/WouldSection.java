package casus.view;

import static casus.view.Sheet.faint;
import static casus.view.Sheet.in;
import static casus.view.Sheet.plain;
import static casus.view.Sheet.strong;

import casus.answer.Answer;
import casus.answer.WouldAnswer;
import casus.answer.WouldAnswer.BaseAnswer;
import casus.answer.WouldAnswer.ReasonAnswer;
import java.util.List;

/// 3. Would they? From the base rate, each reason with what it does to the odds, the strongest
///    first.
final class WouldSection {
  private static final int BAR = 8;
  private static final int HANG = 5;

  private WouldSection() {}

  static void put(Answer answer, Sheet sheet) {
    var would = answer.would();
    if (would == null) {
      sheet.heading(3, "Would they?", "the question has no base rate");
      return;
    }
    var subject = answer.subjectOutcome();
    var words = answer.dossier().yardstick();
    // On one screen the strengths stand with their reasons, and the room is for the two views.
    sheet.heading(
        3,
        "Would they?",
        sheet.full()
            ? ReasonWords.scale(answer)
            : ReasonWords.inside(would.base().get(answer.subject()), words, false));
    for (var base : would.base())
      if (sheet.full() || base.outcome().equals(subject.id())) outside(base, answer, sheet);
    sheet.table(reasons(answer, would, sheet));
    if (!would.exactShares())
      sheet.paragraph(Sheet.INDENT, "effects by path integral: too many reasons", Ink.FAINT);
  }

  /// The outside view beside the inside view, and whether the two are of one level.
  private static void outside(BaseAnswer base, Answer answer, Sheet sheet) {
    sheet.hanging(Sheet.INDENT, HANG, ReasonWords.base(base), Ink.PLAIN);
    for (var known : base.classes()) {
      var about = ReasonWords.about(base, known);
      if (about != null) sheet.hanging(HANG, HANG, about, Ink.FAINT);
    }
    if (sheet.full())
      sheet.hanging(
          Sheet.INDENT,
          HANG,
          ReasonWords.inside(base, answer.dossier().yardstick(), true),
          Ink.PLAIN);
  }

  private static Table reasons(Answer answer, WouldAnswer would, Sheet sheet) {
    var byEffect = ReasonWords.strongestFirst(would);
    var most = most(would);
    var table =
        new Table(Sheet.INDENT)
            .left()
            .flexible(24, sheet.wrapped(1), 9)
            .leftOrDropped(4)
            .rightOrDropped(5)
            .right()
            .leftOrDropped(2)
            .rightOrDropped(1)
            .leftOrDropped(3);
    table.row(
        faint(""),
        faint("reason"),
        faint("strength"),
        faint("active"),
        faint("odds"),
        faint(""),
        faint("without"),
        faint("claims"));
    observed(answer, would, most, table);
    gate(would, most, table);
    for (var reason :
        sheet.some(byEffect, ReasonWords.observedShows(would) ? 2 : 3, 0.75, "reason"))
      reason(answer, reason, most, table);
    return table;
  }

  /// The largest finite share, to which the bars are drawn.
  private static double most(WouldAnswer would) {
    var most = would.reasons().stream().mapToDouble(r -> Math.abs(r.share())).max().orElse(0);
    if (Double.isFinite(would.observed())) most = Math.max(most, Math.abs(would.observed()));
    var gate = would.gate();
    return gate == null || Double.isInfinite(gate.share())
        ? most
        : Math.max(most, Math.abs(gate.share()));
  }

  private static void reason(Answer answer, ReasonAnswer reason, double most, Table table) {
    var elsewhere = !reason.outcome().equals(answer.subjectOutcome().id());
    table.row(
        in(reason.favours() ? Ink.GOOD : Ink.BAD, reason.favours() ? "+" : "−"),
        plain(reason.text() + (elsewhere ? " (for " + reason.outcome() + ")" : "")),
        plain(reason.inBase() ? "in base" : ReasonWords.strength(reason)),
        plain(reason.inBase() ? "" : Numbers.percent(reason.active())),
        strong(reason.inBase() ? "" : Numbers.factor(Math.exp(reason.share()))),
        in(Ink.BAR, Bar.of(Math.abs(reason.share()) / most, BAR)),
        plain(Numbers.percent(reason.without())),
        faint(claims(reason.claims())));
  }

  private static void observed(Answer answer, WouldAnswer would, double most, Table table) {
    if (!ReasonWords.observedShows(would)) return;
    table.row(
        faint("="),
        plain(ReasonWords.observed(answer)),
        plain(""),
        plain(""),
        strong(Numbers.factor(Math.exp(would.observed()))),
        in(
            Ink.BAR,
            Double.isFinite(would.observed())
                ? Bar.of(Math.abs(would.observed()) / most, BAR)
                : ""),
        plain(""),
        faint(""));
  }

  private static void gate(WouldAnswer would, double most, Table table) {
    var gate = would.gate();
    if (gate == null) return;
    table.row(
        in(Ink.UNSETTLED, "!"),
        plain("only if " + gate.condition()),
        plain("gate"),
        plain(Numbers.percent(gate.holds())),
        strong(gate.ruledOut() ? "ruled out" : Numbers.factor(Math.exp(gate.share()))),
        in(Ink.BAR, gate.ruledOut() ? "" : Bar.of(Math.abs(gate.share()) / most, BAR)),
        plain(""),
        faint(""));
  }

  private static String claims(List<String> ids) {
    return ids.size() <= 3 ? String.join(" ", ids) : String.join(" ", ids.subList(0, 3)) + " …";
  }
}
