package casus.view;

import static casus.view.Sheet.faint;
import static casus.view.Sheet.plain;
import static casus.view.Sheet.strong;

import casus.model.Judgement;
import casus.model.Restated;
import org.jspecify.annotations.Nullable;

/// Whose numbers an answer has, and which of them are otherwise than in the shared file.
public final class JudgementText {
  private JudgementText() {}

  /// Stands above an answer; empty where the dossier is taken as it stands.
  public static String of(@Nullable Judgement judgement, Page page) {
    if (judgement == null) return "";
    var sheet = new Sheet(page, 0);
    sheet.paragraph(0, title(judgement), Ink.STRONG);
    var table = new Table(Sheet.INDENT).flexible(24, 2, 9).right().right().leftOrBelow(1);
    table.row(faint("number"), faint("shared"), faint(judgement.analyst()), faint("because"));
    for (var number : judgement.restated())
      table.row(
          plain(number.number()),
          plain(before(number)),
          strong(number.after()),
          plain(number.because() == null ? "" : number.because()));
    if (!judgement.restated().isEmpty()) sheet.table(table);
    sheet.blank();
    return AssessmentText.text(sheet, page);
  }

  static String before(Restated number) {
    return number.before().isEmpty() ? "–" : number.before();
  }

  private static String title(Judgement judgement) {
    return "As "
        + judgement.analyst()
        + " judges: "
        + new Counted(judgement.restated().size(), "number")
        + " otherwise than in the shared file";
  }

  /// The same in Markdown, below the title of a dossier's prose.
  public static String above(String prose, @Nullable Judgement judgement) {
    if (judgement == null) return prose;
    var note = new StringBuilder("**" + title(judgement) + ".**\n\n");
    if (!judgement.restated().isEmpty()) {
      note.append("| number | shared | ").append(judgement.analyst()).append(" | because |\n");
      note.append("|---|---|---|---|\n");
      for (var number : judgement.restated())
        note.append("| ")
            .append(cell(number.number()))
            .append(" | ")
            .append(cell(before(number)))
            .append(" | ")
            .append(cell(number.after()))
            .append(" | ")
            .append(cell(number.because() == null ? "" : number.because()))
            .append(" |\n");
      note.append('\n');
    }
    var end = prose.startsWith("# ") ? prose.indexOf('\n') + 1 : 0;
    return prose.substring(0, end) + "\n" + note + prose.substring(end);
  }

  private static String cell(String text) {
    return Columns.clean(text).replaceAll("([\\\\|*_`<\\[\\]])", "\\\\$1");
  }
}
