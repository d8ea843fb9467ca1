package casus.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import casus.answer.Asked;
import casus.answer.Assessor;
import casus.check.Checker;
import casus.text.SourceText;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Working dossiers with a few words or lines changed, from the text to the answer: whatever still
/// makes sense is answered or refused, and soon.
class BrokenDossiersTest {
  private static final int COUNT = Boolean.getBoolean("casus.full") ? 100_000 : 2_000;
  private static final long SEED = Long.getLong("casus.seed", 20200817);
  private static final Duration DEADLINE = Duration.ofSeconds(2);
  private static final Path ROOT =
      Path.of(System.getProperty("casus.root", "..")).toAbsolutePath().normalize();

  private static final Asked FEW_DRAWS =
      new Asked(null, null, null, List.of(), List.of(), List.of(), 16, SEED, Double.NaN, true);

  @Test
  void mutantsAreAnsweredOrRefused() throws IOException {
    var originals = originals();
    assertThat(originals).hasSizeGreaterThan(20);
    var random = new Random(SEED);
    var answered = 0;
    for (var i = 0; i < COUNT; i++) {
      var mutant = mutant(originals.get(i % originals.size()), random);
      var date = random.nextInt(4) == 0 ? LocalDate.of(2000 + random.nextInt(40), 1, 31) : null;
      var start = cpu();
      try {
        if (isAnswered(mutant, date)) answered++;
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        fail("mutant " + i + " of seed " + SEED + ":\n" + mutant, e);
      }
      assertThat(Duration.ofNanos(cpu() - start))
          .as("mutant %d of seed %d:%n%s", i, SEED, mutant)
          .isLessThan(DEADLINE);
    }
    System.out.printf("%d mutants of seed %d, %d of them answered%n", COUNT, SEED, answered);
    assertThat(answered).isGreaterThan(COUNT / 20);
  }

  private static boolean isAnswered(String text, @Nullable LocalDate date) {
    var files = new FolderFiles(ROOT.resolve("spec"), "", Map.of());
    var checked = Checker.check(new SourceText("mutant.md", text), files, date);
    var dossier = checked.dossier();
    if (checked.hasErrors() || dossier == null || dossier.questions().isEmpty()) return false;
    Assessor.of(dossier).assess(FEW_DRAWS);
    return true;
  }

  private static List<String> originals() throws IOException {
    var fixtures = FileSystems.getDefault().getPathMatcher("glob:**/good/*.md");
    var originals = new ArrayList<String>();
    try (var files = Files.walk(ROOT.resolve("spec"))) {
      for (var file : files.filter(fixtures::matches).sorted().toList())
        originals.add(Files.readString(file));
    }
    return originals;
  }

  private static String mutant(String original, Random random) {
    var lines = new ArrayList<>(List.of(original.split("\n", -1)));
    var words = original.split("\\s+", -1);
    for (var edits = 1 + random.nextInt(3); edits > 0; edits--) {
      var at = random.nextInt(lines.size());
      switch (random.nextInt(5)) {
        case 0 -> lines.remove(at);
        case 1 -> lines.add(random.nextInt(lines.size()), lines.get(at));
        case 2 -> lines.set(at, withNumber(lines.get(at), random));
        case 3 -> lines.set(at, lines.set(random.nextInt(lines.size()), lines.get(at)));
        default -> lines.set(at, withWord(lines.get(at), words, random));
      }
      if (lines.isEmpty()) lines.add("");
    }
    return String.join("\n", lines);
  }

  private static String withNumber(String line, Random random) {
    var numbers = List.of("0%", "100%", "1e-300%", "x1000000", "0", "99.9999999%", "50% (0..100%)");
    return line.replaceFirst(
        "[0-9.]+ ?%", Matcher.quoteReplacement(numbers.get(random.nextInt(7))));
  }

  private static String withWord(String line, String[] words, Random random) {
    var parts = line.split("(?<=\\s)|(?=\\s)", -1);
    parts[random.nextInt(parts.length)] = words[random.nextInt(words.length)];
    return String.join("", parts);
  }

  /// Time on the processor, so that a busy machine fails no test.
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
