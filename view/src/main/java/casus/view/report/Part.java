package casus.view.report;

import java.util.List;
import org.commonmark.node.Node;

/// What a section of a report is made of.
sealed interface Part {
  record Paragraph(List<Run> runs, Tone tone) implements Part {
    static Paragraph of(String text) {
      return new Paragraph(List.of(Run.plain(text)), Tone.PLAIN);
    }

    static Paragraph faint(String text) {
      return new Paragraph(List.of(Run.plain(text)), Tone.FAINT);
    }
  }

  enum Tone {
    PLAIN,
    LEAD,
    FAINT
  }

  /// A heading below that of the section.
  record Subheading(String text) implements Part {}

  /// The answer in large figures, the main one first.
  record Headline(List<Figure> figures) implements Part {
    /// @param value "1.7%"
    /// @param words the yardstick's words for it
    /// @param what the outcome
    /// @param range "90% range <0.1–8.0%", or empty
    record Figure(String value, String words, String what, String range) {}
  }

  /// A picture, what it says in a sentence, and the table that says the same.
  ///
  /// @param svg escaped where it was drawn
  /// @param wide whether the table needs the whole page and stands below rather than beside
  record Chart(String svg, String sentence, Grid grid, boolean wide) implements Part {}

  /// Words of the dossier's author.
  record Prose(Node document) implements Part {}

  /// A table on its own.
  record Table(Grid grid) implements Part {}

  /// @param columns the heads
  /// @param numeric for each column whether it is set flush right
  record Grid(String caption, List<String> columns, List<Boolean> numeric, List<Row> rows) {}

  /// @param id what links lead to, or empty
  record Row(String id, List<List<Run>> cells) {}
}
