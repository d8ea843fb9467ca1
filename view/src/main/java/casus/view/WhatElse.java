package casus.view;

import static casus.view.Sheet.faint;
import static casus.view.Sheet.plain;
import static casus.view.Sheet.strong;

import casus.answer.Answer;
import casus.answer.Story;
import casus.answer.Story.FactValue;
import java.util.List;
import java.util.stream.Collectors;

/// The rest of what would change the answer, on a full page: scenarios by outcome, flips, stories
/// and how well the claims agree.
final class WhatElse {
  private WhatElse() {}

  static void put(Answer answer, Sheet sheet) {
    if (!answer.scenarios().isEmpty() || !answer.levers().isEmpty()) byOutcome(answer, sheet);
    if (!answer.flips().isEmpty()) flips(answer, sheet);
    if (!answer.stories().isEmpty()) stories(answer, sheet);
    conflict(answer, sheet);
    points(answer, sheet);
  }

  /// Every outcome under every scenario and lever.
  private static void byOutcome(Answer answer, Sheet sheet) {
    sheet.blank();
    sheet.label("outcome by outcome");
    var table = new Table(Sheet.INDENT).left().flexible(30, 4, 1);
    table.row(
        plain("as it stands"),
        plain(outcomes(answer, answer.outcomes().stream().map(o -> o.probability()).toList())));
    for (var scenario : answer.scenarios())
      table.row(plain(scenario.id()), plain(outcomes(answer, scenario.outcomes())));
    for (var lever : answer.levers())
      table.row(plain(lever.id()), plain(outcomes(answer, lever.after())));
    sheet.table(table);
  }

  private static String outcomes(Answer answer, List<Double> probabilities) {
    var text = new StringBuilder();
    for (var i = 0; i < probabilities.size(); i++)
      text.append(i == 0 ? "" : ", ")
          .append(answer.outcomes().get(i).id())
          .append(' ')
          .append(Numbers.percent(probabilities.get(i)));
    return text.toString();
  }

  private static void flips(Answer answer, Sheet sheet) {
    sheet.blank();
    sheet.label("flips: the fewest changes that carry it over a boundary");
    var table = new Table(Sheet.INDENT).right().left().right().left().flexible(30, 4, 1);
    for (var flip : answer.flips())
      table.row(
          faint("over " + Numbers.percent(flip.boundary())),
          faint("to"),
          strong(Numbers.percent(flip.after())),
          plain(flip.words()),
          plain(String.join(", ", flip.changes())));
    sheet.table(table);
  }

  private static void stories(Answer answer, Sheet sheet) {
    sheet.blank();
    sheet.label("stories: how each outcome would most probably come about");
    for (var story : answer.stories()) sheet.hanging(Sheet.INDENT, 5, story(story), Ink.PLAIN);
  }

  private static String story(Story story) {
    var unusual = story.facts().stream().filter(f -> !f.usual()).toList();
    var start = story.outcome() + " (" + Numbers.percent(story.probability()) + "): ";
    if (unusual.isEmpty()) return start + "everything as is most probable anyway";
    return start
        + unusual.stream().map(WhatElse::value).collect(Collectors.joining("; "))
        + (unusual.size() < story.facts().size() ? "; the rest as usual" : "");
  }

  private static String value(FactValue fact) {
    return (fact.value() ? "" : "not: ") + (fact.text().isEmpty() ? fact.fact() : fact.text());
  }

  /// The points that stand for ranges written alone.
  private static void points(Answer answer, Sheet sheet) {
    var table = new Table(Sheet.INDENT).right().right().flexible(30, 4, 1);
    for (var number : Quantities.of(answer.dossier()))
      if (number.isUncertain() && !number.written().contains("("))
        table.row(
            plain(number.written()),
            strong(
                switch (number.unit()) {
                  case PROBABILITY -> Numbers.percent(number.point());
                  case FACTOR -> Numbers.factor(number.point());
                }),
            plain(number.label()));
    if (table.isEmpty()) return;
    sheet.blank();
    sheet.label("points used for ranges");
    sheet.table(table);
  }

  private static void conflict(Answer answer, Sheet sheet) {
    var conflict = answer.conflict();
    if (Double.isNaN(conflict.bits())) return;
    sheet.blank();
    var pairs =
        conflict.pairs().stream()
            .filter(p -> p.bits() < 0)
            .map(p -> p.first() + " against " + p.second() + " (" + Numbers.bits(p.bits()) + ")")
            .collect(Collectors.joining(", "));
    sheet.hanging(
        Sheet.INDENT,
        5,
        (conflict.bits() < 0 ? "the claims conflict: " : "the claims support each other: ")
            + Numbers.bits(conflict.bits())
            + (pairs.isEmpty() ? "" : "; most " + pairs),
        Ink.PLAIN);
  }
}
