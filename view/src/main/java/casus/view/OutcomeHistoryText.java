package casus.view;

import static casus.view.Sheet.faint;
import static casus.view.Sheet.in;
import static casus.view.Sheet.plain;
import static casus.view.Sheet.strong;

import casus.answer.Answer;
import casus.answer.Interval;
import casus.answer.WouldAnswer.BaseAnswer;
import casus.answer.WouldAnswer.ClassAnswer;
import casus.history.OutsideView;
import casus.history.Proportion;
import casus.model.BaseRate;
import casus.model.Question;
import java.util.Locale;
import java.util.Map;

/// Everything behind the base rate of an outcome, for the terminal: each reference class with its
/// cases and its weaknesses, how the classes are pooled, and the inside view beside it.
public final class OutcomeHistoryText {
  /// Fewer cases than this say little, whatever the interval.
  private static final int FEW = 10;

  private OutcomeHistoryText() {}

  /// @param views what was counted for the answer's outcome, by the text of the class; a listed
  ///   class has none
  /// @param full whether all counted cases are shown, rather than the first of them
  public static String of(Answer answer, Map<String, OutsideView> views, boolean full, Page page) {
    var sheet = new Sheet(page.full(true), 0);
    var outcome = answer.question().outcomes().get(answer.subject());
    var base = OutcomeHistory.base(answer);
    sheet.paragraph(0, outcome.id() + " · " + outcome.text(), Ink.STRONG);
    about(sheet, "asked", answer.question().text());
    about(sheet, "as of", Numbers.date(answer.asOf()));
    sheet.blank();
    sheet.hanging(
        0,
        Sheet.INDENT,
        "outside view "
            + Numbers.percent(base.probability())
            + ": "
            + answer.dossier().yardstick().words(base.probability())
            + (base.range().width() > 0 ? ", 90% interval " + Numbers.range(base.range()) : "")
            + (base.fromClass() ? "" : ", as written"),
        Ink.STRONG);
    sheet.hanging(
        0, Sheet.INDENT, ReasonWords.inside(base, answer.dossier().yardstick(), true), Ink.STRONG);
    if (!base.classes().isEmpty()) {
      sheet.blank();
      sheet.table(classes(base));
      pooling(base, sheet);
    }
    for (var known : base.classes()) {
      sheet.blank();
      var view = views.get(known.text());
      if (view == null) listed(answer, known, sheet);
      else counted(base, known, full ? view : view.firstCases(HistoryText.someCases()), sheet);
    }
    return AssessmentText.text(sheet, page);
  }

  private static void about(Sheet sheet, String what, String text) {
    sheet.hanging(Sheet.INDENT, Sheet.INDENT + 3, what + ": " + text, Ink.PLAIN);
  }

  private static Table classes(BaseAnswer base) {
    var table =
        new Table(Sheet.INDENT)
            .flexible(20, 3, 9)
            .right()
            .right()
            .right()
            .rightOrDropped(1)
            .rightOrDropped(4)
            .rightOrDropped(2)
            .rightOrDropped(5)
            .rightOrDropped(3);
    table.row(
        faint("class"),
        faint("k of n"),
        faint("Jeffreys"),
        faint("90%"),
        faint("Wilson 95%"),
        faint("worth"),
        faint("weight"),
        faint("part"),
        faint("without"));
    for (var known : base.classes()) {
      var wilson = new Proportion(known.successes(), known.cases()).wilson95();
      table.row(
          plain(known.text()),
          plain(known.successes() + " of " + known.cases()),
          strong(Numbers.percent(known.mean())),
          plain(Numbers.range(known.interval())),
          plain(Numbers.range(new Interval(wilson.low(), wilson.high()))),
          plain(String.format(Locale.ROOT, "%.1f", known.worth())),
          plain(ReasonWords.weight(known.weight())),
          plain(Numbers.percent(known.part())),
          plain(
              base.classes().size() == 1
                  ? ""
                  : Numbers.percent(OutcomeHistory.without(base, known))));
    }
    return table;
  }

  private static void pooling(BaseAnswer base, Sheet sheet) {
    var pooled = OutcomeHistory.pooled(base);
    if (!base.fromClass())
      sheet.paragraph(
          Sheet.INDENT,
          "the base rate is written; the classes, pooled, would give " + Numbers.percent(pooled),
          Ink.PLAIN);
    else if (Math.abs(pooled - base.probability()) > OutcomeHistory.SAME)
      sheet.paragraph(
          Sheet.INDENT,
          "pooled "
              + Numbers.percent(pooled)
              + "; with those of the other outcomes the rates make over 100%, and shrink together",
          Ink.PLAIN);
    if (base.classes().size() > 1)
      sheet.paragraph(
          Sheet.INDENT,
          "part: of the pooled rate (a mean of the classes, by weight); without: the pooled rate without"
              + " this class",
          Ink.FAINT);
  }

  private static void listed(Answer answer, ClassAnswer known, Sheet sheet) {
    sheet.paragraph(0, "“" + known.text() + "”: listed by hand", Ink.STRONG);
    var table = new Table(Sheet.INDENT).left().flexible(20, 2, 3).left();
    for (var one : OutcomeHistory.cases(answer, known)) {
      var outcome = outcome(answer.question(), one);
      table.row(
          one.outcome() == answer.subject() ? in(Ink.STRONG, "●") : plain("·"),
          plain(one.name()),
          plain(outcome));
    }
    sheet.table(table);
    sheet.blank();
    remark(
        sheet,
        "a listed class has no filter: whether the list is whole, and what somebody else would have"
            + " listed, cannot be told; `casus history query` counts among records");
    if (known.cases() < FEW)
      remark(sheet, known.cases() + " cases are few: the interval says how few");
  }

  private static String outcome(Question question, BaseRate.PastCase one) {
    return question.outcomes().get(one.outcome()).id();
  }

  private static void remark(Sheet sheet, String text) {
    sheet.hanging(Sheet.INDENT, Sheet.INDENT + 2, "· " + text, Ink.PLAIN);
  }

  private static void counted(BaseAnswer base, ClassAnswer known, OutsideView view, Sheet sheet) {
    sheet.paragraph(
        0, "“" + known.text() + "”: counted among the records of " + view.set().name(), Ink.STRONG);
    HistoryText.counted(view, sheet);
    var about = ReasonWords.about(base, known);
    if (about != null) remark(sheet, about);
    if (view.count().successes() != known.successes())
      remark(
          sheet,
          "the base rate counts "
              + known.successes()
              + ": a record that meets the filters of two outcomes counts for the one named first, and"
              + " one that meets none for the first outcome");
    if (known.sharing() != null)
      remark(
          sheet,
          String.format(
              Locale.ROOT,
              "in the dossier the interval is that of %.1f cases, since some have the same %s",
              known.worth(),
              known.sharing()));
  }
}
