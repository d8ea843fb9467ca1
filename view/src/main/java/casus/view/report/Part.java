package casus.view.report;

import casus.view.chart.Chart;
import casus.view.chart.Grid;
import casus.view.chart.Run;
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
    FAINT,

    /// What is said is under a supposition.
    SUPPOSED
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

  /// A chart with its sentence and its table.
  record Picture(Chart chart) implements Part {}

  /// A chart that needs the whole width, its table below.
  record Broad(Chart chart) implements Part {}

  /// Words of the dossier's author.
  record Prose(Node document) implements Part {}

  /// A table on its own.
  record Table(Grid grid) implements Part {}
}
