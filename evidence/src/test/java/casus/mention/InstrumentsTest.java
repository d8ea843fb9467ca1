package casus.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The names of instruments against the treaty library itself.
final class InstrumentsTest {
  private static final Pattern INSTRUMENT =
      Pattern.compile("^(?:treaty|statute) (\\S+) (?:of \\w+ )?\"([^\"]+)\"");
  private static final Pattern ARTICLE = Pattern.compile("^ {2}article (\\S+) ");

  /// Id to articles.
  private static final Map<String, Set<String>> LIBRARY = new HashMap<>();

  @BeforeAll
  static void readLibrary() throws IOException {
    try (var files = Files.list(Path.of("../treaties"))) {
      for (var file : files.filter(path -> path.toString().endsWith(".md")).sorted().toList()) {
        var id = "";
        for (var line : Files.readAllLines(file)) {
          var instrument = INSTRUMENT.matcher(line);
          if (instrument.find()) {
            id = instrument.group(1);
            LIBRARY.put(id, new TreeSet<>());
          }
          var article = ARTICLE.matcher(line);
          if (article.find() && !id.isEmpty())
            LIBRARY.computeIfAbsent(id, any -> new TreeSet<>()).add(article.group(1));
        }
      }
    }
    assertThat(LIBRARY).hasSizeGreaterThan(25);
  }

  @Test
  void everyIdIsInTheLibraryAndEveryInstrumentHasAnEnglishName() {
    var named = new TreeSet<String>();
    for (var name : new Instruments("en").all()) {
      if (name.id().equals(Instruments.UNKNOWN)) continue;
      assertThat(LIBRARY.keySet()).contains(name.id());
      if (name.language().equals("en") && !name.owner()) named.add(name.id());
    }
    assertThat(named).containsExactlyInAnyOrderElementsOf(LIBRARY.keySet());
  }

  @Test
  void everyNameIsFoundAndNoNameBelongsToTwo() {
    var mentions = new Mentions(Vocabulary.english());
    var wrong = new ArrayList<String>();
    for (var line : new Instruments("en").all()) {
      if (!line.language().equals("en") || line.owner()) continue;
      for (var name : line.names()) {
        var text = "We have read the " + name + " again.";
        var found =
            mentions.of(text, LocalDate.EPOCH).stream()
                .filter(Provision.class::isInstance)
                .map(Provision.class::cast)
                .toList();
        var id = line.id().equals(Instruments.UNKNOWN) ? null : line.id();
        if (found.size() != 1
            || !found.getFirst().passage().text().equals(name)
            || !java.util.Objects.equals(found.getFirst().instrument(), id))
          wrong.add(name + " of " + line.id() + ": " + found);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void articlesNamedInTheTestsExist() throws IOException {
    var wrong = new ArrayList<String>();
    String table;
    try (var stream = InstrumentsTest.class.getResourceAsStream("provisions.txt")) {
      if (stream == null) throw new IllegalStateException("provisions.txt");
      table = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
    var row = Pattern.compile("\\| (\\S+) \\[([^\\]]+)\\] ").matcher(table);
    var rows = 0;
    while (row.find()) {
      if (row.group(1).equals("-")) continue;
      rows++;
      var articles = LIBRARY.getOrDefault(row.group(1), Set.of());
      for (var article : row.group(2).split(", ", -1))
        if (articles.stream().noneMatch(a -> a.equals(article) || a.startsWith(article + ".")))
          wrong.add(row.group(1) + " " + article);
    }
    assertThat(rows).isGreaterThan(20);
    assertThat(wrong).isEmpty();
  }
}
