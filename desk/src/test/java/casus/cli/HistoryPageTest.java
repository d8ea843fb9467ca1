package casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import casus.history.SetCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page on the dispute about alliances says what its commands print; its files may not be
/// shipped, so it is looked at where they are at hand.
class HistoryPageTest {
  private static final Path PAGE = Path.of("docs/alliance-reliability.md");
  private static final boolean REWRITE =
      Boolean.getBoolean("casus.rewrite") && System.getenv("CI") == null;

  private static final String SETS = "<!-- from here on made of the descriptions of the sets -->\n";

  @TempDir private Path home = Path.of("");

  @Test
  void thePageOnAlliancesIsTrue() throws IOException {
    var folder =
        Path.of(
                System.getProperty(
                    "casus.shared", Repository.ROOT.resolve("../shared/data").toString()))
            .resolve("history");
    Assumptions.assumeTrue(Files.isDirectory(folder), "no " + folder);
    var text = Repository.read(PAGE);
    // The fences have a word more, so that the test of all pages passes them over.
    var plain = text.replace("```casus-run with-data\n", "```casus-run\n");
    var fences = RunFence.in(plain);
    assertThat(fences).hasSize(7);
    var rewritten = new StringBuilder(plain);
    for (var i = 0; i < fences.size(); i++) {
      var fence = fences.get(i);
      var shown =
          new Session(folder)
              .with("CASUS_HOME", home.toString())
              .runMixed(fence.command().toArray(String[]::new))
              .shown();
      if (!REWRITE) assertThat(shown).as(fence.line()).isEqualTo(fence.output());
      var at = rewritten.indexOf(fence.line() + "\n" + fence.output());
      rewritten.replace(
          at,
          at + fence.line().length() + 1 + fence.output().length(),
          fence.line() + "\n" + shown);
    }
    if (REWRITE)
      Files.writeString(
          Repository.ROOT.resolve(PAGE),
          rewritten.toString().replace("```casus-run\n", "```casus-run with-data\n"));
  }

  /// The page of all sets is made of their descriptions.
  @Test
  void thePageOfSetsNamesAllOfThem() throws IOException {
    var page = Path.of("docs/record-sets.md");
    var text = Repository.read(page);
    var made = new StringBuilder(text.substring(0, text.indexOf(SETS) + SETS.length()));
    for (var set : SetCatalogue.known().sets()) {
      made.append("\n## ").append(set.name()).append("\n\n").append(set.title()).append(".\n\n");
      made.append("- One record is ").append(set.unit()).append(".\n");
      made.append("- ").append(set.counted()).append('\n');
      var derivation = set.derivation();
      if (derivation != null)
        made.append("- Computed from `%s`: %s.\n".formatted(derivation.from(), derivation.rule()));
      else
        made.append("- Told by the columns ")
            .append(
                set.recognisedBy().stream()
                    .map(column -> "`" + column + "`")
                    .collect(Collectors.joining(", ")))
            .append(".\n");
      made.append("- Cite: ").append(set.citation()).append('\n');
      made.append("- Terms: ")
          .append(set.terms())
          .append(set.homepage() == null ? "" : "; <" + set.homepage() + ">")
          .append(".\n");
      for (var warning : set.warnings()) made.append("- Mind: ").append(warning).append(".\n");
    }
    if (REWRITE) Files.writeString(Repository.ROOT.resolve(page), made);
    else assertThat(text).isEqualTo(made.toString());
  }
}
