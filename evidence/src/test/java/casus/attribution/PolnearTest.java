package casus.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import casus.attribution.QuoteScore.Attributed;
import casus.attribution.QuoteScore.Count;
import casus.attribution.QuoteScore.Counts;
import casus.text.Span;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// How good the proposals are on the development part of PolNeAR: news on which nothing was
/// trained. Prints its figures with 90 % intervals over documents.
final class PolnearTest {
  private static final long SEED = 20261122;
  private static final int DRAWS = 1000;
  private static final Pattern TERM = Pattern.compile("^(T\\d+)\\t(\\w+) ([\\d ;]+)\\t");

  @Test
  void attributesTheNews() throws IOException {
    var folder =
        Path.of(System.getProperty("casus.shared", "../../shared/data"))
            .resolve("nlp/polnear/data/dev");
    assumeTrue(
        Files.isDirectory(folder),
        () -> "skipped: " + folder + " is not there; name its parent with -Dcasus.shared");
    var attribution = new Attribution();
    var documents = new ArrayList<Counts>();
    var nanoseconds = 0L;
    for (var file : listed(folder.resolve("text"), ".txt")) {
      var text = Files.readString(file);
      var begun = processorTime();
      var proposals = attribution.of(text);
      nanoseconds += processorTime() - begun;
      // The corpus marks the outermost alone.
      var proposed =
          proposals.stream().filter(each -> each.via() == null).map(Attributed::of).toList();
      documents.add(new QuoteScore(text).of(marked(folder, file), proposed));
    }
    var direct = report("direct, speaker right, F1", documents, Counts::direct);
    report("all forms, content F1", documents, Counts::content);
    var all = report("all forms, content and source F1", documents, Counts::contentAndSource);
    var characters = report("content characters F1", documents, Counts::characters);
    System.out.printf(
        Locale.ROOT,
        "%d articles, %.0f in a second of one processor; seed %d%n",
        documents.size(),
        documents.size() / (nanoseconds / 1e9),
        SEED);
    assertThat(direct).isGreaterThan(0.90);
    assertThat(all).isGreaterThan(0.65);
    assertThat(characters).isGreaterThan(0.84);
  }

  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double report(String what, List<Counts> documents, Function<Counts, Count> part) {
    var random = new Random(SEED);
    var f1 = new double[DRAWS];
    for (var draw = 0; draw < DRAWS; draw++) {
      var sum = Count.NONE;
      for (var i = 0; i < documents.size(); i++)
        sum = sum.plus(part.apply(documents.get(random.nextInt(documents.size()))));
      f1[draw] = sum.f1();
    }
    Arrays.sort(f1);
    var sum = documents.stream().map(part).reduce(Count.NONE, Count::plus);
    System.out.printf(
        Locale.ROOT,
        "%-34s %.3f  [%.3f, %.3f]  right %d, proposed %d, marked %d%n",
        what,
        sum.f1(),
        f1[DRAWS / 20],
        f1[DRAWS - DRAWS / 20],
        sum.right(),
        sum.proposed(),
        sum.marked());
    return sum.f1();
  }

  private static List<Path> listed(Path folder, String end) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().endsWith(end)).sorted().toList();
    }
  }

  /// What the first annotator of a document marked.
  private static List<Attributed> marked(Path folder, Path text) throws IOException {
    var name = text.getFileName().toString().replace(".txt", "") + "_";
    for (var file : listed(folder.resolve("attributions"), ".ann")) {
      if (file.getFileName().toString().startsWith(name)
          && file.getFileName().toString().length() == name.length() + "0000.ann".length())
        return read(Files.readAllLines(file));
    }
    return List.of();
  }

  private static List<Attributed> read(List<String> lines) {
    var terms = new HashMap<String, List<Span>>();
    var attributed = new ArrayList<Attributed>();
    for (var line : lines) {
      var term = TERM.matcher(line);
      if (term.find()) {
        var spans = new ArrayList<Span>();
        var numbers = Pattern.compile("(\\d+) (\\d+)").matcher(term.group(3));
        while (numbers.find())
          spans.add(
              new Span(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2))));
        terms.put(term.group(1), spans);
      }
    }
    for (var line : lines) {
      if (!line.startsWith("E")) continue;
      var content = new ArrayList<Span>();
      var source = new ArrayList<Span>();
      var seen = new HashSet<String>();
      var roles = Pattern.compile("(Content|Source)\\d*:(T\\d+)").matcher(line);
      while (roles.find())
        if (seen.add(roles.group()))
          (roles.group(1).equals("Content") ? content : source)
              .addAll(terms.getOrDefault(roles.group(2), List.of()));
      attributed.add(new Attributed(content, source));
    }
    return attributed;
  }
}
