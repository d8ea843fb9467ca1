package casus.desk;

import casus.syntax.Document;
import casus.syntax.Parser;
import casus.syntax.Statement;
import casus.text.SourceText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A line put into a dossier where others of its kind stand: after the last of them, in its fence.
/// Nothing else in the file moves.
///
/// @param after the whole text with the line in it
/// @param line what was put in, without its line feed
/// @param number of the line, from 1
record Insertion(String after, String line, int number) {
  private static final Pattern NUMBERED = Pattern.compile("[CF](\\d{1,6})");

  /// A claim or a finding to be put in.
  ///
  /// @param source the name of who says it
  /// @param text what is claimed, in the analyst's words
  /// @param number what a finding found, `0..7% of adults n 1200`; null for a claim
  /// @param at the name of the source whose stored text is quoted, or null
  /// @param quote its words, or null
  record ClaimLine(
      String source,
      LocalDate date,
      String text,
      @Nullable String number,
      @Nullable String at,
      @Nullable String quote) {

    private String as(String id) {
      return (number == null ? "claim " : "finding ")
          + id
          + " "
          + source
          + " "
          + date
          + " "
          + quoted(text)
          + (number == null ? "" : " " + number)
          + (at == null ? "" : "  @" + at + (quote == null ? "" : " " + quoted(quote)));
    }
  }

  /// The first name of the form `C1` or `F1` that is free.
  static String freeId(Document document, char letter) {
    var largest = 0;
    for (var statement : document.statements())
      if (statement instanceof Statement.Claim claim && claim.name().text().charAt(0) == letter) {
        var numbered = NUMBERED.matcher(claim.name().text());
        if (numbered.matches()) largest = Math.max(largest, Integer.parseInt(numbered.group(1)));
      }
    return letter + Integer.toString(largest + 1);
  }

  static Insertion claim(SourceText dossier, String id, ClaimLine claim) {
    var document = Parser.parse(dossier);
    var finding = claim.number() != null;
    return after(
            dossier,
            document,
            one -> one instanceof Statement.Claim other && (other.value() != null) == finding)
        .or(() -> after(dossier, document, Statement.Claim.class::isInstance))
        .or(() -> after(dossier, document, Statement.Source.class::isInstance))
        .map(end -> at(dossier, end, claim.as(id)))
        .orElseGet(() -> atEnd(dossier, claim.as(id)));
  }

  /// A source of which nothing is known but through whom it reaches us.
  static Insertion source(SourceText dossier, String id, String title, String via) {
    return source(dossier, "source " + id + " " + quoted(title) + "  grade F  via " + via);
  }

  /// A source as its line.
  static Insertion source(SourceText dossier, String line) {
    return after(dossier, Parser.parse(dossier), Statement.Source.class::isInstance)
        .map(end -> at(dossier, end, line))
        .orElseGet(() -> atEnd(dossier, line));
  }

  /// An instrument of the library that the dossier is to use.
  static Insertion use(SourceText dossier, String path) {
    var line = "use " + path;
    var document = Parser.parse(dossier);
    return after(dossier, document, Statement.Use.class::isInstance)
        .or(() -> after(dossier, document, Statement.DossierHead.class::isInstance))
        .map(end -> at(dossier, end, line))
        .orElseGet(() -> atEnd(dossier, line));
  }

  /// A scenario, its texts below those of the one before it.
  ///
  /// @param supposed what is supposed, `not hostile`
  static Insertion scenario(SourceText dossier, String id, String text, List<String> supposed) {
    var document = Parser.parse(dossier);
    var last =
        document.statements().stream()
            .filter(Statement.Scenario.class::isInstance)
            .map(Statement.Scenario.class::cast)
            .reduce((_, later) -> later);
    var width =
        last.map(one -> one.text().span().start() - one.span().start() - "scenario ".length())
            .orElse(0);
    var padded = id + " ".repeat(Math.max(1, width - id.length()));
    var line = "scenario " + padded + quoted(text) + "  suppose " + String.join(", ", supposed);
    return after(dossier, document, Statement.Scenario.class::isInstance)
        .or(() -> after(dossier, document, _ -> true))
        .map(end -> at(dossier, end, line))
        .orElseGet(() -> atEnd(dossier, line));
  }

  /// The end of the line on which the last statement of a kind ends.
  private static Optional<Integer> after(
      SourceText dossier, Document document, Predicate<Statement> kind) {
    return document.statements().stream()
        .filter(kind)
        .map(statement -> statement.span().end())
        .max(Integer::compare)
        .map(end -> withDetails(dossier.text(), end));
  }

  /// The end of a statement's last line, its indented details included.
  private static int withDetails(String text, int end) {
    var feed = text.indexOf('\n', Math.max(0, end - 1));
    while (feed >= 0 && feed + 1 < text.length() && " \t".indexOf(text.charAt(feed + 1)) >= 0) {
      var next = text.indexOf('\n', feed + 1);
      if (text.substring(feed, next < 0 ? text.length() : next).isBlank()) break;
      feed = next;
    }
    return feed < 0 ? text.length() : feed;
  }

  private static Insertion at(SourceText dossier, int end, String line) {
    var text = dossier.text();
    var feed = end > 0 && text.charAt(end - 1) == '\r' ? "\r\n" : "\n";
    var before = text.substring(0, feed.length() == 2 ? end - 1 : end);
    return new Insertion(
        before + feed + line + text.substring(before.length()), line, dossier.line(end) + 1);
  }

  /// A fence of its own, where there is none to go into.
  private static Insertion atEnd(SourceText dossier, String line) {
    var text = dossier.text();
    var gap = text.isEmpty() || text.endsWith("\n") ? "\n" : "\n\n";
    var before = text + gap + "```casus\n";
    var number = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return new Insertion(before + line + "\n```\n", line, number);
  }

  /// A text as the language writes it: on one line, with its quotes escaped. A backslash that would
  /// escape a quote cannot be written, and goes.
  private static String quoted(String text) {
    var line = text.strip().replaceAll("\\s+", " ").replaceAll("\\\\+(?=\"|$)", "");
    return "\"" + line.replace("\"", "\\\"") + "\"";
  }
}
