package casus.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The table of problems, `problems.txt`: each entry spoils the small dossier and says what must be
/// reported. `## TITLE` starts one; `< TEXT` is replaced by the lines `> TEXT`; `+ LINE` adds a
/// line; `@ PATH` and `| LINE` add a file; `as-of DATE` sets the date; what follows is expected,
/// one problem a line.
final class ProblemTable {
  private ProblemTable() {}

  record Entry(String title, List<String> edits, List<String> expected) {
    /// What the checker says of the spoilt dossier.
    String reported() {
      var dossier = new SmallDossier();
      @Nullable String from = null;
      var to = new StringBuilder();
      @Nullable String path = null;
      var added = new StringBuilder();
      var content = new StringBuilder();
      for (var edit : edits) {
        var rest = edit.length() > 2 ? edit.substring(2) : "";
        if (from != null && !to.isEmpty() && !edit.startsWith(">")) {
          dossier.replace(from, to.substring(1));
          from = null;
          to.setLength(0);
        }
        if (edit.startsWith("<")) from = rest;
        else if (edit.startsWith(">")) to.append('\n').append(rest);
        else if (edit.startsWith("+")) added.append(rest).append('\n');
        else if (edit.startsWith("@")) {
          if (path != null) dossier.file(path, content.toString());
          path = rest;
          content.setLength(0);
        } else if (edit.startsWith("|")) content.append(rest).append('\n');
        else dossier.asOf(LocalDate.parse(edit.substring("as-of ".length())));
      }
      if (from != null) dossier.replace(from, to.substring(1));
      if (path != null) dossier.file(path, content.toString());
      if (!added.isEmpty()) dossier.add(added.toString().stripTrailing());
      return Rendered.lines(dossier.check().problems());
    }

    @Override
    public String toString() {
      return title;
    }
  }

  static List<Entry> entries() {
    var entries = new ArrayList<Entry>();
    for (var line : SmallDossier.resource("problems.txt").lines().toList()) {
      if (line.isBlank()) continue;
      if (line.startsWith("## ")) {
        entries.add(new Entry(line.substring(3), new ArrayList<>(), new ArrayList<>()));
        continue;
      }
      var entry = entries.getLast();
      var isEdit = "<>+@|".indexOf(line.charAt(0)) >= 0 || line.startsWith("as-of ");
      (isEdit ? entry.edits() : entry.expected()).add(line);
    }
    return entries;
  }

  /// The table with what is reported now; written only on request, to be reviewed.
  static String rewritten() {
    var table = new StringBuilder();
    for (var entry : entries()) {
      table.append("## ").append(entry.title()).append('\n');
      for (var edit : entry.edits()) table.append(edit).append('\n');
      table.append(entry.reported()).append('\n');
    }
    return table.toString();
  }
}
