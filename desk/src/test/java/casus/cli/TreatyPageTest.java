package casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import casus.syntax.Day;
import casus.syntax.Name;
import casus.syntax.Parser;
import casus.syntax.Rule;
import casus.syntax.Statement;
import casus.text.SourceText;
import casus.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// `docs/treaties.md`, the library's table of contents, is computed from the files of the library;
/// `-Dcasus.rewrite=true` writes it.
class TreatyPageTest {
  private static final boolean REWRITE =
      Boolean.getBoolean("casus.rewrite") && System.getenv("CI") == null;

  private static final Path PAGE = Path.of("docs/treaties.md");

  @Test
  void theTableOfContentsIsUpToDate() throws IOException {
    var page = page();
    if (REWRITE) Files.writeString(Repository.ROOT.resolve(PAGE), page);
    else assertThat(Repository.read(PAGE)).isEqualTo(page);
  }

  private static String page() {
    var sections = new StringBuilder();
    var instruments = 0;
    var articles = 0;
    var remembered = 0;
    var tests = 0;
    for (var file : Repository.files("treaties/*.md")) {
      if (file.endsWith("README.md")) continue;
      var source = new SourceText(file.toString(), Repository.read(file));
      var document = Parser.parse(source);
      tests += document.expectations().size();
      sections.append(
          "\n## [" + document.title() + "](../" + file.toString().replace('\\', '/') + ")\n");
      for (var statement : document.statements())
        if (statement instanceof Statement.Instrument instrument) {
          var section = new Section(source, instrument);
          sections.append(section.text());
          instruments++;
          articles += section.articles().size();
          remembered += (int) section.articles().stream().filter(section::isRemembered).count();
        }
    }
    return "# The treaty library at a glance\n\n"
        + "Computed from the files in [treaties](../treaties/README.md), which say what each line rests"
        + " on. *From memory* means that nobody has\ncompared the provision with its text: an answer that"
        + " rests on it says so.\n\n"
        + instruments
        + " instruments, "
        + articles
        + " articles (versions counted apart), "
        + (articles - remembered)
        + " of them certain and "
        + remembered
        + " from memory; "
        + tests
        + " tests.\n"
        + sections;
  }

  /// One instrument as a table.
  private record Section(SourceText source, Statement.Instrument instrument) {
    List<Statement.Article> articles() {
      return instrument.body().stream()
          .filter(Statement.Article.class::isInstance)
          .map(Statement.Article.class::cast)
          .toList();
    }

    boolean isRemembered(Statement.Article article) {
      return article.fromMemory() || instrument.fromMemory();
    }

    String text() {
      var rows =
          articles().stream()
              .map(article ->
                  Stream.of(
                          number(article),
                          modality(article),
                          trigger(article),
                          rule(article),
                          period(article.since(), article.until()),
                          isRemembered(article) ? "from memory" : "certain")
                      .map(cell -> cell.replace("|", "\\|"))
                      .collect(Collectors.joining(" | ", "| ", " |\n")))
              .collect(Collectors.joining());
      return "\n"
          + head()
          + "\n\n"
          + parties()
          + "| article | modality | trigger | rule | in force | known |\n|---|---|---|---|---|---|\n"
          + rows
          + readings();
    }

    private String head() {
      var of = instrument.statuteOf();
      var parts = new ArrayList<String>();
      if (of != null) parts.add("law of " + of.text());
      if (instrument.signed() != null) parts.add("signed " + instrument.signed().day());
      if (instrument.inForce() != null) parts.add("in force " + instrument.inForce().day());
      if (instrument.ended() != null) parts.add("ended " + instrument.ended().day());
      for (var amendment : instrument.amendments())
        parts.add(
            "amended "
                + amendment.adopted().day()
                + (amendment.inForce() == null ? "" : ", in force " + amendment.inForce().day()));
      if (instrument.cite() != null) parts.add(instrument.cite().text());
      return "**`"
          + instrument.name().text()
          + "`** "
          + instrument.title().text()
          + ": "
          + String.join("; ", parts)
          + ".";
    }

    /// A party with the days on which it came, went, or was suspended, where the file gives them.
    private String parties() {
      if (instrument.parties().isEmpty()) return "";
      return "Parties: "
          + instrument.parties().stream()
              .map(party ->
                  party.code().text()
                      + bracketed(
                          period(party.from(), party.to()),
                          party.suspendedFrom() == null
                              ? ""
                              : "suspended " + period(party.suspendedFrom(), party.suspendedTo())))
              .collect(Collectors.joining(", "))
          + ".\n\n";
    }

    private static String bracketed(String... parts) {
      var said = Stream.of(parts).filter(part -> !part.isEmpty()).toList();
      return said.isEmpty() ? "" : " (" + String.join("; ", said) + ")";
    }

    private static String period(@Nullable Day from, @Nullable Day to) {
      return from == null
          ? to == null ? "" : "to " + to.day()
          : to == null ? "from " + from.day() : from.day() + " to " + to.day();
    }

    private static String number(Statement.Article article) {
      return "**"
          + article.number().text()
          + "** "
          + (article.text() == null ? "" : article.text().text())
          + (article.dormant() ? " (dormant)" : "");
    }

    private static String modality(Statement.Article article) {
      var norms = new LinkedHashSet<String>();
      if (article.norm() != null) norms.add(norm(article.norm()));
      for (var reading : article.readings())
        norms.add(
            reading.name().text()
                + ": "
                + (reading.norm() == null ? "nothing" : norm(reading.norm())));
      return String.join("<br>", norms);
    }

    private static String norm(Statement.Norm norm) {
      return norm.subject()
          + " **"
          + norm.modal()
          + "** `"
          + norm.action().text()
          + (norm.argument() == null ? "" : "(" + norm.argument().text() + ")")
          + "`"
          + (norm.withForce() ? " with force" : "");
    }

    private String trigger(Statement.Article article) {
      var parts = new ArrayList<String>();
      if (article.with() != null) parts.add("with " + article.with().text());
      if (article.when() != null) parts.add(code(article.when().span()));
      if (!article.cases().isEmpty())
        parts.add(
            article.cases().stream()
                .map(one -> code(one.when().span()))
                .collect(Collectors.joining("<br>or ")));
      for (var need : article.needs())
        if (need.condition() != null
            && !(need.condition() instanceof casus.syntax.Condition.Decision))
          parts.add("needs " + code(need.condition().span()));
      for (var reading : article.readings())
        if (reading.when() != null)
          parts.add(reading.name().text() + ": " + code(reading.when().span()));
      for (var unless : article.exceptions()) {
        var of = unless.article() == null ? "" : "article " + unless.article().text();
        var condition = unless.condition() == null ? "" : code(unless.condition().span());
        parts.add("unless " + (of + " " + condition).strip());
      }
      return String.join("<br>", parts);
    }

    private String code(Span span) {
      return "`" + source.slice(span).replaceAll("\\s+", " ") + "`";
    }

    private String rule(Statement.Article article) {
      var councils = new HashMap<String, Statement.Council>();
      for (var statement : instrument.body())
        if (statement instanceof Statement.Council council)
          councils.put(council.name().text(), council);
      var rules = new ArrayList<String>();
      for (var need : article.needs()) {
        if (need.rule() != null) rules.add("the parties: " + words(need.rule()));
        if (need.condition() instanceof casus.syntax.Condition.Decision(Name name, Span _))
          rules.add(rule(name, councils));
      }
      return String.join("<br>", rules);
    }

    private static String rule(Name name, Map<String, Statement.Council> councils) {
      var council = councils.get(name.text());
      if (council == null || council.rule() == null) return name.text();
      var excludes =
          council.excludes().stream().map(one -> one.text()).collect(Collectors.joining(", "));
      return (council.text() == null ? name.text() : council.text().text())
          + ": "
          + words(council.rule())
          + (excludes.isEmpty() ? "" : ", without " + excludes);
    }

    private static String words(Rule rule) {
      var kind =
          rule.kind().equals("count")
              ? rule.votesNeeded() + " of " + rule.votesAmong()
              : rule.kind().replace("two-thirds", "two thirds");
      return kind
          + (rule.ofPresent() ? " of those present" : "")
          + (rule.vetoes().isEmpty()
              ? ""
              : ", no veto from "
                  + rule.vetoes().stream().map(Name::text).collect(Collectors.joining(", ")));
    }

    /// The contested terms, each reading with who holds it.
    private String readings() {
      var lines = new StringBuilder();
      for (var statement : instrument.body()) {
        if (statement instanceof Statement.Term term && !term.readings().isEmpty())
          lines.append(contested(term.atom().text(), term.readings()));
        if (statement instanceof Statement.Article article && !article.readings().isEmpty())
          lines.append(contested("article " + article.number().text(), article.readings()));
      }
      return lines.isEmpty() ? "" : "\nContested:\n\n" + lines;
    }

    private static String contested(String issue, List<Statement.Reading> readings) {
      return "- `"
          + issue
          + "`: "
          + readings.stream()
              .map(reading ->
                  "*"
                      + reading.name().text()
                      + "*"
                      + (reading.heldBy() == null ? "" : " (" + reading.heldBy().text() + ")"))
              .collect(Collectors.joining(", "))
          + "\n";
    }
  }
}
