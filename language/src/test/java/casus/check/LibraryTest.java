package casus.check;

import static org.assertj.core.api.Assertions.assertThat;

import casus.model.Fact;
import casus.text.SourceText;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// A file of the treaty library checked for itself.
class LibraryTest {
  private static final String PACT =
      """
      # A pact

      ```casus
      treaty pact "A pact of two" in force 2000-01-26
        parties RUS from 2000-01-26, BLR from 2010-01-26
        article 2 "help"  until 2009-12-31  when crisis(P)  parties may use-force(P)
        article 2 "help"  since 2010-01-01  when request(P)  parties may use-force(P)
      ```

      ```casus-test
      expect could(RUS use-force BLR) permitted given request(BLR), not crisis(BLR)
      expect could(KAZ use-force BLR) silent given request(BLR) as of 2012-01-01
      ```
      """;

  private static Checked check(LocalDate asOf) {
    return Checker.check(new SourceText("treaties/pact.md", PACT), MemoryFiles.NONE, asOf);
  }

  @Test
  void whatItsTestsGiveBecomesAnUndecidedFact() {
    var checked = Checker.check(new SourceText("treaties/pact.md", PACT), MemoryFiles.NONE, null);
    assertThat(Rendered.lines(checked.problems())).isEmpty();
    var dossier = Objects.requireNonNull(checked.dossier());
    assertThat(dossier.id()).isEqualTo("pact");
    assertThat(dossier.facts()).extracting(Fact::id).containsExactly("request(BLR)", "crisis(BLR)");
    assertThat(checked.expectations()).hasSize(2);
  }

  @Test
  void itIsTakenInItsLatestFormUnlessDated() {
    var latest = Checker.check(new SourceText("treaties/pact.md", PACT), MemoryFiles.NONE, null);
    assertThat(Objects.requireNonNull(latest.dossier()).asOf())
        .isEqualTo(LocalDate.of(2010, 1, 26));
    var early = Objects.requireNonNull(check(LocalDate.of(2005, 1, 1)).dossier());
    assertThat(early.law().instruments().getFirst().parties()).containsExactly("RUS");
    assertThat(early.law().instruments().getFirst().articles().getFirst().origin().line())
        .isEqualTo(6);
    assertThat(Objects.requireNonNull(check(LocalDate.of(2030, 1, 1)).dossier()).asOf())
        .isEqualTo(LocalDate.of(2030, 1, 1));
  }
}
