package casus.view;

import static casus.view.Sheet.faint;
import static casus.view.Sheet.plain;
import static casus.view.Sheet.strong;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Candidate claims by source, for the terminal.
public final class DraftText {
  private DraftText() {}

  /// The candidates in one source.
  ///
  /// @param file its stored text
  /// @param fresh how many of them were not on file before
  public record Draft(
      String source, String title, String file, List<Candidate> candidates, int fresh) {}

  /// One candidate.
  ///
  /// @param speaker the fullest name the text has, or null
  /// @param act "deny"; with "denied" or "unsaid" after a comma where the speaker does not stand
  ///   behind the words
  /// @param form direct, mixed, indirect
  /// @param rule what found it
  /// @param confidence that content and speaker are right
  /// @param status "open", "rejected", "accepted as C7"
  /// @param alsoIn names of other sources with the same words
  public record Candidate(
      String id,
      int line,
      @Nullable String speaker,
      String act,
      String form,
      String words,
      String rule,
      double confidence,
      String status,
      List<String> alsoIn) {}

  /// The whole text, each line ending in a line feed.
  public static String of(List<Draft> drafts, Page page) {
    var sheet = new Sheet(page.full(true), 0);
    for (var draft : drafts) {
      if (!sheet.lines().isEmpty()) sheet.blank();
      sheet.paragraph(0, draft.source() + "  " + draft.title(), Ink.STRONG);
      sheet.paragraph(
          Sheet.INDENT,
          draft.file()
              + " · "
              + new Counted(draft.candidates().size(), "candidate")
              + (draft.fresh() == 0 ? "" : ", " + draft.fresh() + " new"),
          Ink.FAINT);
      var table =
          new Table(Sheet.INDENT)
              .right()
              .left()
              .leftOrDropped(2)
              .flexible(30, 4, 3)
              .rightOrDropped(4)
              .leftOrDropped(1);
      for (var candidate : draft.candidates())
        table.row(
            faint(Integer.toString(candidate.line())),
            strong(candidate.speaker() == null ? "somebody" : candidate.speaker()),
            plain(candidate.act() + ", " + candidate.form()),
            plain(words(candidate)),
            plain(Numbers.percent(candidate.confidence())),
            faint(candidate.rule()));
      sheet.table(table);
    }
    return AssessmentText.text(sheet, page);
  }

  private static String words(Candidate candidate) {
    return candidate.words().replaceAll("\\s+", " ")
        + (candidate.alsoIn().isEmpty()
            ? ""
            : " (also in " + String.join(", ", candidate.alsoIn()) + ")")
        + (candidate.status().equals("open") ? "" : " [" + candidate.status() + "]");
  }
}
