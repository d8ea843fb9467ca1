package casus.desk;

import static org.assertj.core.api.Assertions.assertThat;

import casus.answer.Asked;
import casus.answer.Assessment;
import casus.answer.Assessor;
import casus.check.Checked;
import casus.check.Checker;
import casus.model.Condition;
import casus.model.Dossier;
import casus.text.Problem;
import casus.text.SourceText;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Large dossiers are answered; the times are printed, first and best of several, for the README.
class SpeedTest {
  private static final int RUNS = Boolean.getBoolean("casus.full") ? 15 : 1;

  @Test
  void fortyReasons() {
    assess("40 reasons", LargeTexts.reasons());
  }

  @Test
  void aHundredCauses() {
    assess("100 causes", LargeTexts.causes());
  }

  @Test
  void thirtyVoters() {
    assess("30 voters", LargeTexts.voters());
  }

  @Test
  void threeHundredFactsFiveHundredClaimsTwentyTreaties() {
    assess("300 facts, 500 claims, 20 treaties", LargeTexts.broad());
  }

  @Test
  void tenThousandLines() {
    var text = LargeTexts.tenThousandLines();
    assertThat(text.lines().count()).isGreaterThan(10_000);
    timed("check of 10,000 lines", () -> checked(text));
  }

  private static void assess(String what, String text) {
    timed("check of " + what, () -> checked(text));
    Dossier dossier = Objects.requireNonNull(checked(text).dossier());
    var assessor = Assessor.of(dossier);
    var event = new Condition.Reached("q", 1, false);
    assertThat(timed("P(some) in " + what + ", exactly", () -> assessor.probability(event)).point())
        .isBetween(0.0, 1.0);
    var answer = timed("assess of " + what + ", 2,000 draws", () -> assessor.assess(Asked.PLAIN));
    assertThat(answer).isInstanceOf(Assessment.Answered.class);
  }

  private static Checked checked(String text) {
    var checked =
        Checker.check(
            new SourceText("large.md", text), new FolderFiles(Path.of("."), "", Map.of()), null);
    assertThat(checked.problems()).filteredOn(Problem::isError).isEmpty();
    return checked;
  }

  private static <T> T timed(String what, Supplier<T> work) {
    var first = 0.0;
    var best = Double.POSITIVE_INFINITY;
    T result = null;
    for (var run = 0; run < RUNS; run++) {
      var start = System.nanoTime();
      result = work.get();
      var ms = (System.nanoTime() - start) / 1e6;
      if (run == 0) first = ms;
      best = Math.min(best, ms);
    }
    System.out.printf("%s: first %.0f ms, best of %d %.0f ms%n", what, first, RUNS, best);
    return Objects.requireNonNull(result);
  }
}
