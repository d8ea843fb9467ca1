package casus.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The sentences of `quantities.txt`, `days.txt` and `provisions.txt`, and what is found in each.
final class MentionsTest {
  private final Mentions mentions = new Mentions(Vocabulary.english());

  @Test
  void quantitiesAreFoundWithUnitComparisonPopulationAndSource() throws IOException {
    assertThat(failures("quantities.txt", 120, MentionsTest::quantity)).isEmpty();
  }

  @Test
  void daysAreFoundAndCountedFromTheDayOfPublication() throws IOException {
    assertThat(failures("days.txt", 80, MentionsTest::day)).isEmpty();
  }

  @Test
  void provisionsAreFoundAndLinkedToTheLibrary() throws IOException {
    assertThat(failures("provisions.txt", 50, MentionsTest::provision)).isEmpty();
  }

  @Test
  void examplesOfTheDocumentationAreTested() throws IOException {
    var tested = new HashSet<String>();
    for (var table : List.of("quantities.txt", "days.txt", "provisions.txt"))
      tested.addAll(lines(table));
    var examples = new ArrayList<String>();
    for (var line : Files.readAllLines(Path.of("../docs/mentions.md")))
      if (line.startsWith("| *")) examples.add("> " + line.substring(3, line.indexOf("* |")));
    // examples in Cyrillic have tests of their own
    examples.removeIf(example -> example.matches(".*\\p{IsCyrillic}.*"));
    assertThat(examples).hasSizeGreaterThan(15);
    assertThat(tested).containsAll(examples);
  }

  private static @Nullable String quantity(Mention mention) {
    if (!(mention instanceof Quantity quantity)) return null;
    return quantity.passage().text()
        + " | "
        + quantity.comparison()
        + " "
        + quantity.value()
        + (quantity.population() == null ? "" : " of " + quantity.population().text())
        + (quantity.n() == null ? "" : " n " + quantity.n().toPlainString())
        + (quantity.source() == null ? "" : " by " + quantity.source().text());
  }

  private static @Nullable String day(Mention mention) {
    if (!(mention instanceof Day day)) return null;
    return day.passage().text()
        + " | "
        + day.relation()
        + " "
        + (day.first() == null ? "" : day.first())
        + ".."
        + (day.last() == null ? "" : day.last())
        + " "
        + day.scale();
  }

  private static @Nullable String provision(Mention mention) {
    if (!(mention instanceof Provision provision)) return null;
    return provision.passage().text()
        + " | "
        + (provision.instrument() == null ? "-" : provision.instrument())
        + " "
        + provision.articles()
        + " "
        + provision.confidence()
        + " "
        + provision.name();
  }

  /// The sentences of a table in which something else is found, each with both.
  private List<String> failures(String table, int least, Function<Mention, @Nullable String> shown)
      throws IOException {
    var failures = new ArrayList<String>();
    var sentences = 0;
    @Nullable LocalDate published = LocalDate.of(2020, 8, 17);
    @Nullable String sentence = null;
    var expected = new ArrayList<String>();
    var lines = new ArrayList<>(lines(table));
    lines.add("> ");
    for (var line : lines) {
      if (!line.startsWith("> ") && !line.startsWith("published ")) {
        expected.add(line.strip());
        continue;
      }
      if (sentence != null) {
        sentences++;
        var found = new ArrayList<String>();
        for (var mention : mentions.of(sentence, published)) {
          var words = shown.apply(mention);
          if (words != null) found.add(words.strip());
        }
        if (!found.equals(expected))
          failures.add(sentence + "\n  expected " + expected + "\n  found    " + found + "\n");
      }
      expected.clear();
      sentence = line.startsWith("> ") ? line.substring(2) : null;
      if (line.equals("published unknown")) published = null;
      else if (sentence == null) published = LocalDate.parse(line.substring("published ".length()));
    }
    assertThat(sentences).as("sentences in " + table).isGreaterThanOrEqualTo(least);
    return failures;
  }

  private static List<String> lines(String table) throws IOException {
    try (var stream = MentionsTest.class.getResourceAsStream(table)) {
      if (stream == null) throw new IllegalStateException(table);
      var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }
}
