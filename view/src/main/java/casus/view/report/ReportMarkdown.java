package casus.view.report;

import casus.answer.Answer;
import casus.text.Problem;
import casus.view.Columns;
import casus.view.chart.Chart;
import casus.view.chart.Grid;
import casus.view.chart.Run;
import casus.view.report.Part.Broad;
import casus.view.report.Part.Headline;
import casus.view.report.Part.Picture;
import casus.view.report.Part.Subheading;
import casus.view.report.Part.Table;
import java.util.List;
import java.util.stream.Collectors;

/// The report as Markdown: the same words and tables, without the pictures.
public final class ReportMarkdown {
  private final StringBuilder out = new StringBuilder();

  private ReportMarkdown() {}

  /// The whole file.
  ///
  /// @param lints the dossier's warnings
  public static String of(Answer answer, List<Problem> lints, Manuscript manuscript) {
    var contents = Contents.of(answer, lints, manuscript);
    var markdown = new ReportMarkdown();
    markdown.out.append("# ").append(escaped(contents.title())).append("\n\n");
    markdown.paragraph(escaped(contents.kicker()));
    contents.summary().forEach(markdown::part);
    for (var section : contents.sections()) {
      markdown.out.append("## ").append(escaped(section.title())).append("\n\n");
      if (!section.aside().isEmpty()) markdown.paragraph(escaped(section.aside()));
      section.parts().forEach(markdown::part);
    }
    return markdown.out.toString().stripTrailing() + "\n";
  }

  private void part(Part part) {
    switch (part) {
      case Part.Paragraph(var runs, var _) -> paragraph(runs(runs));
      case Subheading(var text) -> paragraph("### " + escaped(text));
      case Headline(var figures) -> {
        for (var figure : figures)
          paragraph(
              "**"
                  + escaped(figure.value())
                  + "** ("
                  + escaped(figure.words())
                  + (figure.range().isEmpty() ? "" : "; " + escaped(figure.range()))
                  + ") "
                  + escaped(figure.what()));
      }
      case Picture(var chart) -> chart(chart);
      case Broad(var chart) -> chart(chart);
      case Part.Prose(var document) -> paragraph(Prose.markdown(document).strip());
      case Table(var grid) -> grid(grid);
    }
  }

  private void chart(Chart chart) {
    paragraph(escaped(chart.sentence()));
    grid(chart.grid());
  }

  private void paragraph(String text) {
    out.append(text).append("\n\n");
  }

  private void grid(Grid grid) {
    paragraph("*" + escaped(grid.caption()) + "*");
    row(grid.columns().stream().map(ReportMarkdown::escaped).toList());
    row(grid.numeric().stream().map(number -> number ? "--:" : "---").toList());
    for (var one : grid.rows()) row(one.cells().stream().map(ReportMarkdown::runs).toList());
    out.append('\n');
  }

  private void row(List<String> cells) {
    out.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  private static String runs(List<Run> runs) {
    return runs.stream()
        .map(r ->
            r.strong() && !r.text().isEmpty() ? "**" + escaped(r.text()) + "**" : escaped(r.text()))
        .collect(Collectors.joining());
  }

  /// What would be markup stands as it is written.
  private static String escaped(String text) {
    return Columns.clean(text).replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1");
  }
}
