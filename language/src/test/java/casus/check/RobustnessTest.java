package casus.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import casus.text.SourceText;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever a file holds and whatever the date, the check answers, and soon.
class RobustnessTest {
  private static final Duration DEADLINE = Duration.ofSeconds(2);
  private static final long SEED = 20200817;

  private static final Path CASE = RepositoryFiles.ROOT.resolve("cases/belarus-2020");

  @Test
  void everyDateCanBeReplayed() {
    var files = new RepositoryFiles(CASE);
    var text = RepositoryFiles.text(CASE.resolve("dossier.md"));
    var date = LocalDate.of(2020, 7, 20);
    for (; date.isBefore(LocalDate.of(2021, 1, 20)); date = date.plusDays(1))
      replay(text, files, date);
    for (var year = 1900; year < 2100; year += 7) replay(text, files, LocalDate.of(year, 2, 28));
  }

  private static void replay(SourceText text, Files files, LocalDate date) {
    var checked = Checker.check(text, files, date);
    assertThat(checked.problems()).filteredOn(problem -> problem.isError()).isEmpty();
    assertThat(checked.dossier()).isNotNull();
  }

  @Test
  void mutantsNeverThrow() {
    var count = Boolean.getBoolean("casus.full") ? 10_000 : 300;
    var random = new Random(SEED);
    var originals = new ArrayList<String>();
    originals.add(RepositoryFiles.text(CASE.resolve("dossier.md")).text());
    originals.add(
        RepositoryFiles.text(RepositoryFiles.ROOT.resolve("spec/founding/golden.md")).text());
    originals.add(SmallDossier.resource("small.md"));
    originals.add(SmallDossier.resource("founding.md"));
    originals.add(RepositoryFiles.text(RepositoryFiles.ROOT.resolve("treaties/cst.md")).text());
    for (var i = 0; i < count; i++) {
      var mutant = mutant(originals.get(i % originals.size()), random);
      var date = random.nextInt(4) == 0 ? LocalDate.of(1990 + random.nextInt(40), 1, 31) : null;
      var start = cpu();
      try {
        Checker.check(new SourceText("mutant.md", mutant), new RepositoryFiles(CASE), date);
      } catch (RuntimeException | StackOverflowError e) {
        fail("mutant " + i + " of seed " + SEED + ":\n" + mutant, e);
      }
      assertThat(Duration.ofNanos(cpu() - start))
          .as("mutant %d of seed %d", i, SEED)
          .isLessThan(DEADLINE);
    }
  }

  /// One to five edits: a line dropped, doubled, moved or exchanged, or a word put in another's
  /// place.
  private static String mutant(String original, Random random) {
    var lines = new ArrayList<>(List.of(original.split("\n", -1)));
    var words = original.split("\\s+", -1);
    for (var edits = 1 + random.nextInt(5); edits > 0; edits--) {
      var at = random.nextInt(lines.size());
      var other = random.nextInt(lines.size());
      var line = lines.get(at);
      switch (random.nextInt(6)) {
        case 0 -> lines.remove(at);
        case 1 -> lines.add(other, line);
        case 2 -> lines.set(at, lines.set(other, line));
        case 3 -> lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
        case 4 -> lines.set(at, "  " + line);
        default -> lines.set(at, withWord(line, words[random.nextInt(words.length)], random));
      }
      if (lines.isEmpty()) lines.add("");
    }
    return String.join("\n", lines);
  }

  /// Time on the processor, so that a busy machine fails no test.
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static String withWord(String line, String word, Random random) {
    var parts = line.split("(?<=\\s)|(?=\\s)", -1);
    parts[random.nextInt(parts.length)] = word;
    return String.join("", Arrays.asList(parts));
  }

  @Test
  void tenThousandLinesTakeWellUnderASecond() {
    var text = new SourceText("large.md", large(2_000));
    assertThat(text.lineCount()).isGreaterThan(10_000);
    var best = Long.MAX_VALUE;
    for (var run = 0; run < 5; run++) {
      var start = cpu();
      var checked = Checker.check(text, MemoryFiles.NONE, null);
      best = Math.min(best, cpu() - start);
      assertThat(checked.problems()).filteredOn(problem -> problem.isError()).isEmpty();
    }
    System.out.println(
        text.lineCount() + " lines parsed and checked in " + best / 1_000_000 + " ms");
    assertThat(Duration.ofNanos(best)).isLessThan(DEADLINE);
  }

  /// Facts that depend on one another in a long chain, each with claims, reasons and indicators.
  private static String large(int size) {
    var text =
        new StringBuilder(
            """
            # A large dossier

            ```casus
            dossier large as of 2020-08-17
            question q "Which?"
              from 2020-08-17 to 2020-12-31
              outcomes
                none "none"
                some "some"
              resolve by "somebody"
            base q
              some 20%
            source s "A source" grade B leans for some
            """);
    for (var i = 0; i < size; i++) {
      text.append("claim C").append(i).append(" s 2020-08-16 \"claim ").append(i).append("\"\n");
      text.append("fact fact-").append(i).append(" \"fact ").append(i).append("\"");
      if (i == 0) text.append(" prior 30%\n");
      else text.append(" prior 40% if fact-").append(i - 1).append(", 20% otherwise\n");
      text.append("  C").append(i).append(" for slight\n");
      text.append("indicator sign-").append(i).append(" \"sign\" if fact-").append(i);
      text.append(" 60% else 20%\n");
    }
    text.append("weigh q\n  for some\n");
    for (var i = 0; i < size; i++)
      text.append("    + \"the same reason\" slight if fact-")
          .append(i)
          .append(" [C")
          .append(i)
          .append("]\n");
    return text.append("```\n").toString();
  }
}
