package casus.view;

import static casus.view.Sheet.faint;
import static casus.view.Sheet.in;
import static casus.view.Sheet.plain;

import casus.answer.Answer;
import casus.text.Code;
import casus.text.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// 6. Warnings, by code on one screen, each with its place in full.
final class WarningsSection {
  private WarningsSection() {}

  static void put(Answer answer, List<Problem> lints, Sheet sheet) {
    var byCode = new TreeMap<Code, List<Problem>>();
    for (var lint : lints) byCode.computeIfAbsent(lint.code(), c -> new ArrayList<>()).add(lint);
    sheet.heading(6, "Warnings", lints.isEmpty() ? "none" : counts(byCode));
    if (sheet.full()) {
      for (var lint : lints) sheet.hanging(Sheet.INDENT, 8, ProblemsText.line(lint), Ink.PLAIN);
      return;
    }
    var table = new Table(Sheet.INDENT).left().left().flexible(20, 1, 1);
    for (var code : byCode.keySet().stream().limit(sheet.room(0.3)).toList())
      table.row(
          in(Ink.UNSETTLED, code.name()),
          plain(code.title()),
          faint(
              byCode.getOrDefault(code, List.of()).stream()
                  .map(p -> Places.within(answer.dossier(), p.place().label()))
                  .collect(Collectors.joining(", "))));
    sheet.table(table);
  }

  /// "W101 ×2, W104".
  private static String counts(Map<Code, List<Problem>> byCode) {
    return byCode.entrySet().stream()
        .map(e -> e.getKey().name() + (e.getValue().size() == 1 ? "" : " ×" + e.getValue().size()))
        .collect(Collectors.joining(", "));
  }
}
