package casus.view;

import static casus.view.Sheet.faint;
import static casus.view.Sheet.in;
import static casus.view.Sheet.plain;
import static casus.view.Sheet.strong;

import casus.answer.Movement;
import casus.answer.Movement.Part;
import casus.answer.Replay;
import casus.answer.Replay.Day;
import casus.view.Line.Piece;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A dossier replayed, for the terminal: a row for each day, and below it what moved the step.
public final class ReplayText {
  /// Parts of a step that are shown on a page that is not full.
  private static final int SOME = 3;

  private ReplayText() {}

  public static String of(Replay replay, Page page) {
    var sheet = new Sheet(page, 0);
    var question = replay.question();
    sheet.paragraph(
        0, question.id() + " = " + replay.outcome().id() + " · " + question.text(), Ink.STRONG);
    sheet.paragraph(Sheet.INDENT, ReplayWords.outcome(replay), Ink.PLAIN);
    sheet.hanging(Sheet.INDENT, Sheet.INDENT, ReplayWords.WARNING, Ink.FAINT);
    sheet.blank();
    var table = table(replay);
    var beyond = false;
    var idle = 0;
    for (var i = 0; i < replay.days().size(); i++) {
      var day = replay.days().get(i);
      if (day.beyond() && !beyond) {
        sheet.table(table);
        sheet.hanging(
            Sheet.INDENT,
            Sheet.INDENT,
            "after the dossier's own date, "
                + replay.dossier().writtenAsOf()
                + ": nothing that happened later is in it, only time passes",
            Ink.UNSETTLED);
        beyond = true;
        idle = 0;
        table = table(replay);
      }
      // Of many days on which nothing happens the first and the last say it all.
      idle = isIdle(day) ? idle + 1 : 0;
      var more = i + 1 < replay.days().size() ? replay.days().get(i + 1) : null;
      if (!page.full() && idle > 1 && more != null && isIdle(more) && more.beyond() == day.beyond())
        continue;
      rows(replay, day, page.full(), idle, table);
    }
    sheet.table(table);
    sheet.blank();
    sheet.hanging(
        Sheet.INDENT,
        Sheet.INDENT,
        "moved and effect in percentage points. The effect of a claim, a sign or the law is what the day's"
            + " answer loses without it alone; time is what the answer does without any of them; together is"
            + " the rest, so that they sum to the step.",
        Ink.FAINT);
    return AssessmentText.text(sheet, page);
  }

  private static boolean isIdle(Day day) {
    var moved = day.moved();
    return moved != null && moved.parts().isEmpty();
  }

  private static Table table(Replay replay) {
    var table = new Table(Sheet.INDENT).left();
    var head = new ArrayList<Piece>();
    head.add(faint("as of"));
    for (var i = 0; i < replay.question().outcomes().size(); i++) {
      var subject = i == replay.subject();
      if (subject) table.right();
      else table.rightOrDropped(2);
      head.add(faint(replay.question().outcomes().get(i).id()));
    }
    table.right().right().flexible(18, 2, 3);
    head.add(faint("moved"));
    head.add(faint("effect"));
    head.add(faint("of"));
    return table.row(head.toArray(Piece[]::new));
  }

  private static void rows(Replay replay, Day day, boolean full, int idle, Table table) {
    var moved = day.moved();
    var parts = moved == null ? List.<Said>of() : parts(replay, moved, full);
    var first = new ArrayList<Piece>();
    first.add(plain(day.date().toString()));
    for (var i = 0; i < replay.question().outcomes().size(); i++) {
      var p = day.outcomes().isEmpty() ? Double.NaN : day.outcomes().get(i).probability();
      first.add(i == replay.subject() ? strong(Numbers.percent(p)) : plain(Numbers.percent(p)));
    }
    first.add(plain(moved == null ? "" : Numbers.points(moved.after() - moved.before())));
    var because = day.because();
    if (because != null) parts = List.of(new Said("", because));
    if (!full && idle > 2)
      parts =
          List.of(new Said("", "nothing became known, nor on the " + (idle - 1) + " days before"));
    first.add(plain(parts.isEmpty() ? "" : parts.getFirst().effect()));
    first.add(parts.isEmpty() ? plain("") : of(parts.getFirst()));
    table.row(first.toArray(Piece[]::new));
    for (var part : parts.subList(Math.min(1, parts.size()), parts.size())) {
      var row = new ArrayList<Piece>();
      for (var i = 0; i < replay.question().outcomes().size() + 2; i++) row.add(plain(""));
      row.add(plain(part.effect()));
      row.add(of(part));
      table.row(row.toArray(Piece[]::new));
    }
  }

  private static Piece of(Said said) {
    return said.effect().isEmpty() ? faint(said.text()) : in(Ink.PLAIN, said.text());
  }

  /// A line about a part.
  ///
  /// @param effect empty where there is none
  private record Said(String effect, String text) {}

  /// The parts, those that moved most first, what moved nothing last.
  private static List<Said> parts(Replay replay, Movement moved, boolean full) {
    var said = new ArrayList<Said>();
    var moving =
        moved.parts().stream()
            .filter(part -> !(Math.abs(part.effect()) < ReplayWords.NOTHING))
            .sorted(Comparator.comparingDouble((Part part) -> -Math.abs(part.effect())))
            .toList();
    var shown = full || moving.size() <= SOME + 1 ? moving.size() : SOME;
    for (var part : moving.subList(0, shown))
      said.add(new Said(Numbers.points(part.effect()), ReplayWords.part(replay, part)));
    if (shown < moving.size()) {
      var rest = moving.subList(shown, moving.size());
      said.add(
          new Said(
              Numbers.points(rest.stream().mapToDouble(Part::effect).sum()),
              rest.size() + " more: " + names(rest)));
    }
    if (Math.abs(moved.remainder()) >= ReplayWords.NOTHING)
      said.add(new Said(Numbers.points(moved.remainder()), "together"));
    var idle =
        moved.parts().stream()
            .filter(part -> Math.abs(part.effect()) < ReplayWords.NOTHING)
            .toList();
    if (!idle.isEmpty()) said.add(new Said("", "moved nothing: " + names(idle)));
    if (said.isEmpty()) said.add(new Said("", "nothing became known"));
    return said;
  }

  private static String names(List<Part> parts) {
    var names = new ArrayList<String>();
    for (var part : parts)
      names.add(
          switch (part.kind()) {
            case CLAIM, SIGN -> part.names().getFirst();
            case LAW -> "law";
            case TIME -> "time";
          });
    return String.join(", ", names);
  }
}
