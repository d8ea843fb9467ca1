package casus.view;

import static casus.view.Sheet.faint;
import static casus.view.Sheet.plain;
import static casus.view.Sheet.strong;

import casus.answer.Answer;
import casus.answer.ClaimAnswer;
import casus.answer.SourceAnswer;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 5. Says who? The claims in the order of what they do, each with its source and its passage.
final class ClaimsSection {
  private static final int LONGEST_PLACE = 40;

  private ClaimsSection() {}

  static void put(Answer answer, Sheet sheet) {
    sheet.heading(
        5,
        "Says who?",
        "P(" + answer.subjectOutcome().id() + ") without each claim; soundness before → after");
    var now = answer.subjectOutcome().probability();
    var byEffect =
        answer.claims().stream()
            .sorted(Comparator.comparingDouble((ClaimAnswer c) -> effect(c, now)).reversed())
            .toList();
    if (byEffect.isEmpty()) sheet.paragraph(Sheet.INDENT, "no claims", Ink.FAINT);
    else if (sheet.full()) inFull(answer, byEffect, sheet);
    else inShort(answer, byEffect, sheet);
    if (sheet.full()) sources(answer, sheet);
  }

  private static double effect(ClaimAnswer claim, double now) {
    var effect = Math.abs(claim.without() - now);
    return Double.isNaN(effect) ? -1 : effect;
  }

  private static void inShort(Answer answer, List<ClaimAnswer> claims, Sheet sheet) {
    var table =
        new Table(Sheet.INDENT)
            .left()
            .right()
            .left()
            .leftOrDropped(4)
            .leftOrDropped(3)
            .flexible(24, 1, 1)
            .leftOrBelow(2);
    for (var claim : sheet.some(claims, 3, 0.6, "claim")) {
      var source = source(answer, claim.source());
      table.row(
          strong(claim.id()),
          plain(Numbers.percent(claim.without())),
          plain(claim.source()),
          plain(source == null ? "" : source.grade()),
          plain(source == null ? "" : soundness(source)),
          plain(claim.quote() == null ? claim.text() : "“" + claim.quote() + "”"),
          faint(Columns.cutStart(Places.within(answer.dossier(), place(claim)), LONGEST_PLACE)));
    }
    sheet.table(table);
  }

  private static void inFull(Answer answer, List<ClaimAnswer> claims, Sheet sheet) {
    for (var claim : claims) {
      var source = source(answer, claim.source());
      sheet.hanging(
          Sheet.INDENT,
          8,
          claim.id()
              + " "
              + claim.text()
              + " ("
              + (source == null
                  ? claim.source()
                  : source.title() + ", grade " + source.grade() + ", " + soundness(source))
              + ", "
              + claim.date()
              + ")",
          Ink.PLAIN);
      sheet.hanging(
          8,
          8,
          claim.quote() == null ? "a paraphrase" : "“" + claim.quote() + "”",
          claim.quote() == null ? Ink.FAINT : Ink.PLAIN);
      sheet.hanging(
          8,
          10,
          place(claim)
              + " · "
              + (claim.bearsOn().isEmpty()
                  ? "bears on nothing"
                  : "bears on " + String.join(", ", claim.bearsOn()))
              + " · without it "
              + Numbers.percent(claim.without()),
          Ink.FAINT);
    }
  }

  /// Where the words stand: in the stored text, else in the dossier.
  private static String place(ClaimAnswer claim) {
    var origin = claim.passage() == null ? claim.origin() : claim.passage();
    return origin.file() + ":" + origin.line();
  }

  private static String soundness(SourceAnswer source) {
    return Numbers.percent(source.soundness()) + " → " + Numbers.percent(source.posterior());
  }

  private static @Nullable SourceAnswer source(Answer answer, String id) {
    return answer.sources().stream().filter(s -> s.id().equals(id)).findFirst().orElse(null);
  }

  private static void sources(Answer answer, Sheet sheet) {
    if (answer.sources().isEmpty()) return;
    sheet.blank();
    sheet.label("sources");
    var table =
        new Table(Sheet.INDENT).left().left().left().right().leftOrDropped(1).flexible(24, 3, 2);
    table.row(
        faint(""), faint(""), faint("soundness"), faint("without"), faint("leans"), faint(""));
    for (var source : answer.sources())
      table.row(
          strong(source.id()),
          plain(source.grade()),
          plain(soundness(source)),
          plain(Numbers.percent(source.without())),
          plain(source.lean()),
          plain(source.title() + (source.via() == null ? "" : ", via " + source.via())));
    sheet.table(table);
  }
}
