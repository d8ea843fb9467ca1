package casus.view;

import static casus.view.Sheet.faint;
import static casus.view.Sheet.plain;
import static casus.view.Sheet.strong;

import java.util.ArrayList;
import java.util.List;

/// Candidate claims, findings and mentions of the law by source, for the terminal.
public final class DraftText {
  /// Columns for who says it; longer names are cut.
  private static final int NAME = 26;

  /// Columns for how it is said.
  private static final int MANNER = 34;

  private DraftText() {}

  /// What candidates are listed under.
  public enum Group {
    SAYINGS("who says what", "saying", "sayings"),
    NUMBERS("numbers", "number", "numbers"),
    LAW("treaties and laws", "treaty or law", "treaties and laws"),
    EVENTS("who does what to whom", "event", "events");

    private final String title;
    private final String one;
    private final String several;

    Group(String title, String one, String several) {
      this.title = title;
      this.one = one;
      this.several = several;
    }
  }

  /// The candidates in one source.
  ///
  /// @param file its stored text
  /// @param fresh how many of them were not on file before
  public record Draft(
      String source, String title, String file, List<Candidate> candidates, int fresh) {}

  /// One candidate.
  ///
  /// @param head who says it, how much it is, or which instrument is named
  /// @param manner "deny, direct"; of what a number is; which articles are named
  /// @param rule what found it
  /// @param confidence that it is read right
  /// @param status "rejected", "accepted as C7"; empty where it is open
  /// @param alsoIn names of other sources with the same words
  public record Candidate(
      String id,
      Group group,
      int line,
      String head,
      String manner,
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
      sheet.paragraph(Sheet.INDENT, draft.file() + " · " + counts(draft), Ink.FAINT);
      for (var group : Group.values()) {
        var table =
            new Table(Sheet.INDENT)
                .right()
                .left()
                .leftOrDropped(2)
                .flexible(24, 4, 3)
                .rightOrDropped(4)
                .leftOrDropped(1);
        for (var candidate : draft.candidates())
          if (candidate.group() == group) add(table, candidate);
        if (table.isEmpty()) continue;
        sheet.paragraph(Sheet.INDENT, group.title, Ink.FAINT);
        sheet.table(table);
      }
    }
    return AssessmentText.text(sheet, page);
  }

  private static void add(Table table, Candidate candidate) {
    table.row(
        faint(Integer.toString(candidate.line())),
        strong(cut(candidate.head(), NAME)),
        plain(cut(candidate.manner(), MANNER)),
        plain(words(candidate)),
        plain(Numbers.percent(candidate.confidence())),
        faint(candidate.rule()));
  }

  private static String counts(Draft draft) {
    var parts = new ArrayList<String>();
    for (var group : Group.values()) {
      var count = draft.candidates().stream().filter(one -> one.group() == group).count();
      if (count > 0) parts.add(count + " " + (count == 1 ? group.one : group.several));
    }
    if (parts.isEmpty()) return "nothing to propose";
    return String.join(", ", parts) + (draft.fresh() == 0 ? "" : "; " + draft.fresh() + " new");
  }

  private static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1).strip() + "…";
  }

  private static String words(Candidate candidate) {
    return candidate.words().replaceAll("\\s+", " ")
        + (candidate.alsoIn().isEmpty()
            ? ""
            : " (also in " + String.join(", ", candidate.alsoIn()) + ")")
        + (candidate.status().isEmpty() ? "" : " [" + candidate.status() + "]");
  }
}
