package casus.view;

import static casus.view.Sheet.faint;
import static casus.view.Sheet.in;
import static casus.view.Sheet.plain;
import static casus.view.Sheet.strong;

import casus.ledger.Outcome.Happened;
import casus.ledger.PosedQuestion;
import casus.pool.Average;
import casus.pool.Links;
import casus.pool.Moment;
import casus.pool.Pool;
import casus.pool.Pool.Training;
import casus.pool.PoolTable;
import casus.pool.PoolTable.Row;
import casus.pool.Pooled;
import casus.score.Bounds;
import casus.view.Line.Piece;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Pools of forecasts for the terminal: how good each has been, and what each says now.
public final class PoolText {
  private static final int SOME_QUESTIONS = 20;

  private PoolText() {}

  /// @param name where the forecasts come from, for the head
  public static String of(String name, PoolTable table, Links links, Page page) {
    var sheet = new Sheet(page, 0);
    head(name, table, links, sheet);
    if (table.resolved() > 0) scores(table, sheet);
    var open = questions(table, false);
    if (!open.isEmpty()) {
      sheet.blank();
      sheet.label(
          table.resolved() == 0 || !(table.moment() instanceof Moment.At)
              ? "What they say now"
              : "What they say");
      values(table, page.full() ? open : first(open), sheet);
      left(open, page, sheet);
    }
    var known = questions(table, true);
    if (page.full() && !known.isEmpty()) {
      sheet.blank();
      sheet.label("What they said");
      values(table, known, sheet);
    }
    if (table.resolved() > 0) legend(table, sheet);
    return AssessmentText.text(sheet, page);
  }

  private static void head(String name, PoolTable table, Links links, Sheet sheet) {
    var count = table.questions().size();
    sheet.paragraph(
        0,
        name
            + ": "
            + ForecastsText.count(count, "question")
            + (table.resolved() == 0
                ? ", none resolved"
                : table.resolved() == count
                    ? count == 1 ? ", resolved" : ", all resolved"
                    : ", " + ForecastsText.count(table.resolved()) + " resolved")
            + " · "
            + ForecastsText.count(table.forecasters(), "forecaster")
            + ", "
            + ForecastsText.count(table.voices(), "forecast"),
        Ink.STRONG);
    sheet.paragraph(Sheet.INDENT, moment(table.moment()), Ink.PLAIN);
    for (var group : links.all())
      sheet.hanging(
          Sheet.INDENT,
          Sheet.INDENT + 3,
          "linked: "
              + String.join(", ", group.questions().stream().map(PosedQuestion::id).toList())
              + " ("
              + ForecastsText.count(group.count(), "way")
              + " to come out)",
          Ink.PLAIN);
  }

  private static String moment(Moment moment) {
    return switch (moment) {
      case Moment.Close _ ->
          "each question when it closed, or as it stands; every forecaster by the last forecast";
      case Moment.At(var instant) ->
          "as of "
              + Numbers.date(instant.atZone(ZoneOffset.UTC).toLocalDate())
              + "; every forecaster by the last forecast until then";
      case Moment.Every _ ->
          "each question when it closed, or as it stands; every forecast counted";
    };
  }

  private static void scores(PoolTable table, Sheet sheet) {
    sheet.blank();
    var grid = new Table(Sheet.INDENT).left().right().left().flexible(20, 2, 1);
    grid.row(faint("pool"), faint("Brier"), faint("90% interval"), faint("what it learned from"));
    grid.row(
        plain("a single forecast"),
        plain(score(table.individual())),
        faint(bounds(table.individualBounds())),
        plain(""));
    var best = table.rows().stream().mapToDouble(Row::score).min().orElse(Double.NaN);
    for (var row : table.rows())
      grid.row(
          plain(row.pool().words()),
          row.score() == best && table.rows().size() > 1
              ? strong(score(row.score()))
              : plain(score(row.score())),
          faint(bounds(row.bounds())),
          plain(learned(row)));
    sheet.table(grid);
  }

  /// "×1 to ×1.35, 0 to 48 questions".
  private static String learned(Row row) {
    var resolved =
        row.pooled().stream().filter(one -> one.question().outcome() instanceof Happened).toList();
    if (row.pool() instanceof Pool.Averaged || row.pool() instanceof Pool.Coherentised) return "";
    var from = resolved.stream().mapToInt(Pooled::learned).summaryStatistics();
    var questions =
        (from.getMin() == from.getMax() ? "" : from.getMin() + " to ")
            + ForecastsText.count(from.getMax(), "question");
    if (!(row.pool() instanceof Pool.Fitted)) return questions;
    var factors = resolved.stream().mapToDouble(one -> one.factor().orElse(1)).summaryStatistics();
    return factor(factors.getMin())
        + (factors.getMin() == factors.getMax() ? "" : " to " + factor(factors.getMax()))
        + ", "
        + questions;
  }

  private static String factor(double factor) {
    var text = String.format(Locale.ROOT, "%.2f", factor);
    return "×" + (text.endsWith(".00") ? text.substring(0, text.length() - 3) : text);
  }

  private static void values(PoolTable table, List<Integer> chosen, Sheet sheet) {
    var shown = table.rows().stream().filter(row -> !isOfAll(row.pool())).toList();
    var grid = new Table(Sheet.INDENT).left().flexible(22, 3, 1).left();
    var head = new ArrayList<Piece>(List.of(faint("question"), faint(""), faint("outcome")));
    for (var row : shown) {
      grid.rightOrDropped(shown.size() + 2 - shown.indexOf(row));
      head.add(faint(shortly(row, chosen)));
    }
    grid.right();
    head.add(faint("forecasts"));
    grid.row(head.toArray(Piece[]::new));
    for (var i : chosen) {
      var question = table.questions().get(i);
      var yes = question.isBinary() && question.outcomes().get(1).equals("yes");
      for (var o = yes ? 1 : 0; o < question.outcomes().size(); o++) {
        var first = o == (yes ? 1 : 0);
        var cells = new ArrayList<Piece>();
        cells.add(first ? strong(question.id()) : plain(""));
        cells.add(plain(first && !question.title().equals(question.id()) ? question.title() : ""));
        cells.add(
            question.outcome() instanceof Happened(var index, var _) && index == o
                ? in(Ink.GOOD, question.outcomes().get(o) + " ✓")
                : plain(question.outcomes().get(o)));
        for (var row : shown)
          cells.add(plain(Numbers.percent(row.pooled().get(i).probabilities()[o])));
        cells.add(
            faint(
                first
                    ? ForecastsText.count(table.rows().getFirst().pooled().get(i).voices())
                    : ""));
        grid.row(cells.toArray(Piece[]::new));
      }
    }
    sheet.table(grid);
  }

  /// What learns from later questions too is for comparison, not for use.
  private static boolean isOfAll(Pool pool) {
    return switch (pool) {
      case Pool.Fitted(var training) -> training == Training.OTHERS;
      case Pool.Proven(var training) -> training == Training.OTHERS;
      case Pool.Averaged _, Pool.Coherentised _ -> false;
    };
  }

  private static String shortly(Row row, List<Integer> chosen) {
    return switch (row.pool()) {
      case Pool.Averaged(var average) ->
          switch (average) {
            case Average.Mean _ -> "mean";
            case Average.Median _ -> "median";
            case Average.LogOdds _ -> "log-odds";
            case Average.Geometric _ -> "geometric";
            case Average.Trimmed _ -> "trimmed";
            case Average.Extremised(var factor) -> factor(factor);
          };
      case Pool.Fitted _ -> {
        var factors =
            chosen.stream()
                .map(i -> row.pooled().get(i).factor().orElse(1))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
        yield factors.size() == 1 ? "fitted " + factor(factors.getFirst()) : "fitted";
      }
      case Pool.Proven _ -> "past score";
      case Pool.Coherentised _ -> "coherent";
    };
  }

  private static List<Integer> questions(PoolTable table, boolean known) {
    var found = new ArrayList<Integer>();
    for (var i = 0; i < table.questions().size(); i++)
      if (table.questions().get(i).outcome() instanceof Happened == known) found.add(i);
    return found;
  }

  private static List<Integer> first(List<Integer> all) {
    return all.subList(0, Math.min(SOME_QUESTIONS, all.size()));
  }

  private static void left(List<Integer> all, Page page, Sheet sheet) {
    if (!page.full() && all.size() > SOME_QUESTIONS)
      sheet.paragraph(
          Sheet.INDENT,
          "and " + ForecastsText.count(all.size() - SOME_QUESTIONS, "question") + " more: --full",
          Ink.FAINT);
  }

  private static void legend(PoolTable table, Sheet sheet) {
    sheet.blank();
    sheet.paragraph(
        0,
        "Brier score, one-sided: 0 is perfect, always saying 50% gets 0.25; the mean over "
            + ForecastsText.count(table.resolved(), "question")
            + ". No pool has seen the outcome of a question that it is scored on."
            + (table.rows().stream().anyMatch(row -> row.pool() instanceof Pool.Fitted)
                ? " A factor is fitted from " + Pool.FEWEST + " questions on; before, it is ×1."
                : "")
            + " Intervals: "
            + ForecastsText.count(table.bootstrap().draws())
            + " draws of questions, seed "
            + table.bootstrap().seed()
            + ".",
        Ink.FAINT);
  }

  static String score(double score) {
    return Double.isNaN(score) ? "–" : String.format(Locale.ROOT, "%.3f", score);
  }

  private static String bounds(Bounds bounds) {
    return bounds.isKnown() ? score(bounds.low()) + "–" + score(bounds.high()) : "–";
  }
}
