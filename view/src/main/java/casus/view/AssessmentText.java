package casus.view;

import casus.answer.Answer;
import casus.answer.Assessment.Refused;
import casus.text.Problem;
import java.util.List;
import java.util.stream.Collectors;

/// An answer for the terminal: the bottom line, then the five questions and the warnings.
public final class AssessmentText {
  /// Lines of one screen.
  private static final int SCREEN = 50;

  /// Room on the roomiest screen, in rows of a list of weight 1.
  private static final int MOST_ROOM = 20;

  private AssessmentText() {}

  /// The whole text, each line ending in a line feed. One screen, unless the page is full: lists
  /// are shortened until it fits, and the last line says by how much.
  ///
  /// @param lints the dossier's warnings
  public static String of(Answer answer, List<Problem> lints, Page page) {
    var sheet = page.full() ? set(answer, lints, page, MOST_ROOM) : fitted(answer, lints, page);
    if (!sheet.leftOut().isEmpty()) {
      sheet.blank();
      var more = Counted.list(sheet.leftOut());
      sheet.paragraph(0, "More with --full: " + more + ".", Ink.FAINT);
    }
    return text(sheet, page);
  }

  /// Why there is no answer.
  public static String of(Refused refused, Page page) {
    var sheet = new Sheet(page, MOST_ROOM);
    sheet.hanging(0, 2, "error " + refused.code() + ": " + refused.because(), Ink.STRONG);
    for (var name : refused.names()) sheet.hanging(2, 4, name, Ink.PLAIN);
    return text(sheet, page);
  }

  /// The roomiest of the sheets that fit on a screen, else the tightest.
  private static Sheet fitted(Answer answer, List<Problem> lints, Page page) {
    var fits = 0;
    var tooMuch = MOST_ROOM + 1;
    var best = set(answer, lints, page, fits);
    while (tooMuch - fits > 1) {
      var middle = (fits + tooMuch) / 2;
      var sheet = set(answer, lints, page, middle);
      if (isTooLong(sheet)) {
        tooMuch = middle;
      } else {
        fits = middle;
        best = sheet;
      }
    }
    return best;
  }

  private static Sheet set(Answer answer, List<Problem> lints, Page page, int rows) {
    var sheet = new Sheet(page, rows);
    if (page.full()) sheet.paragraph(0, answer.dossier().title(), Ink.STRONG);
    sheet.paragraph(0, BottomLine.of(answer), Ink.PLAIN);
    OutcomesSection.put(answer, sheet);
    CouldSection.put(answer, sheet);
    WouldSection.put(answer, sheet);
    ChangeSection.put(answer, sheet);
    ClaimsSection.put(answer, sheet);
    WarningsSection.put(answer, lints, sheet);
    return sheet;
  }

  private static boolean isTooLong(Sheet sheet) {
    return sheet.lines().size() + (sheet.leftOut().isEmpty() ? 0 : 2) > SCREEN;
  }

  static String text(Sheet sheet, Page page) {
    return sheet.lines().stream().map(l -> l.on(page) + "\n").collect(Collectors.joining());
  }
}
