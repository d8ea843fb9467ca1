package casus.view;

import static casus.view.Sheet.faint;
import static casus.view.Sheet.in;
import static casus.view.Sheet.plain;

import casus.answer.Answer;
import casus.text.Code;
import casus.text.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// 6. Warnings, by code on one screen, each with its place in full.
final class WarningsSection {
  private WarningsSection() {}

  static void put(Answer answer, List<Problem> lints, Sheet sheet) {
    sheet.heading(6, "Warnings", lints.isEmpty() ? "none" : "");
    if (lints.isEmpty()) return;
    if (sheet.full()) {
      for (var lint : lints) sheet.hanging(Sheet.INDENT, 8, ProblemsText.line(lint), Ink.PLAIN);
    } else {
      byCode(answer, lints, sheet);
    }
  }

  private static void byCode(Answer answer, List<Problem> lints, Sheet sheet) {
    var byCode = new TreeMap<Code, List<Problem>>();
    for (var lint : lints) byCode.computeIfAbsent(lint.code(), c -> new ArrayList<>()).add(lint);
    var table = new Table(Sheet.INDENT).left().left().left().flexible(20, 1, 1);
    for (var code : sheet.some(List.copyOf(byCode.keySet()), 1, 0.3, "warning")) {
      var these = byCode.getOrDefault(code, List.of());
      table.row(
          in(Ink.UNSETTLED, code.name()),
          plain(these.size() == 1 ? "" : these.size() + " times"),
          plain(code.title()),
          faint(
              these.stream()
                  .map(p -> Places.within(answer.dossier(), p.place().label()))
                  .collect(Collectors.joining(", "))));
    }
    sheet.table(table);
  }
}
