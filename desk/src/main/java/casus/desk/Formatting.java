package casus.desk;

import casus.desk.Opening.Opened;
import casus.syntax.Formatter;
import casus.syntax.Parser;
import casus.text.Problem;
import java.io.IOException;
import java.util.List;

/// A dossier's fences in their one canonical layout; comments and prose are kept.
public final class Formatting {
  private Formatting() {}

  /// @param after the text as it should be; the same as before where lines cannot be read
  /// @param problems errors in the form of lines; such lines are left as they are
  public record Formatted(Opened opened, String after, List<Problem> problems) {
    public boolean changes() {
      return !after.equals(opened.source().text());
    }
  }

  public static Formatted format(Opened opened) {
    var source = opened.source();
    return Judging.isJudgement(opened.file())
        ? new Formatted(
            opened, Formatter.restating(source), Parser.restating(source).document().problems())
        : new Formatted(opened, Formatter.format(source), Parser.parse(source).problems());
  }

  /// Writes the text in place, in one step.
  public static void write(Formatted formatted) throws IOException {
    StoredText.write(formatted.opened().file(), formatted.after());
  }
}
