package casus.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import casus.document.DocumentReading.Read;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

/// How well the article is told from the page around it: 91 pages whose articles people have copied
/// out. Precision and recall of runs of four words, averaged over the pages.
class ArticleBodiesTest {
  private static final Pattern WORD = Pattern.compile("(?U)\\w+");
  private static final double FLOOR = 0.978;

  @Test
  void theArticleIsToldFromThePage() throws IOException {
    var folder = SharedFolder.find("nlp/article-bodies");
    assumeTrue(folder != null, "no pages with known articles: -Dcasus.shared names their folder");
    var truth = new ObjectMapper().readTree(Files.readString(folder.resolve("ground-truth.json")));
    var precision = 0.0;
    var recall = 0.0;
    for (var page : truth.properties()) {
      var found = runs(article(folder.resolve("html/" + page.getKey() + ".html.gz")));
      var wanted = runs(page.getValue().path("articleBody").asString());
      var both = 0;
      for (var run : found.entrySet())
        both += Math.min(run.getValue(), wanted.getOrDefault(run.getKey(), 0));
      precision += found.isEmpty() ? 0 : both / (double) count(found);
      recall += both / (double) count(wanted);
    }
    precision /= truth.size();
    recall /= truth.size();
    var f1 = 2 * precision * recall / (precision + recall);
    System.out.printf(
        Locale.ROOT,
        "article bodies: %d pages, precision %.4f, recall %.4f, F1 %.4f%n",
        truth.size(),
        precision,
        recall,
        f1);
    assertThat(f1).isGreaterThan(FLOOR);
  }

  private static String article(Path file) throws IOException {
    try (var packed = new GZIPInputStream(Files.newInputStream(file))) {
      return DocumentReader.read(packed.readAllBytes(), "page.html", null) instanceof Read read
          ? read.document().article()
          : "";
    }
  }

  private static Map<String, Integer> runs(String text) {
    var words = WORD.matcher(text).results().map(MatchResult::group).toList();
    var runs = new HashMap<String, Integer>();
    for (var i = 0; i + 4 <= words.size(); i++)
      runs.merge(String.join(" ", words.subList(i, i + 4)), 1, Integer::sum);
    if (runs.isEmpty() && !words.isEmpty()) runs.put(String.join(" ", words), 1);
    return runs;
  }

  private static int count(Map<String, Integer> runs) {
    return runs.values().stream().mapToInt(Integer::intValue).sum();
  }
}
