package casus.desk;

import static org.assertj.core.api.Assertions.assertThat;

import casus.desk.Insertion.ClaimLine;
import casus.syntax.Parser;
import casus.syntax.Statement;
import casus.text.SourceText;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class InsertionTest {
  private static final LocalDate DAY = LocalDate.of(2031, 5, 18);

  private static final String DOSSIER =
      """
      # A dossier

      ```casus
      source herald "The Herald"  grade B  leans none
        grade D on quiet
      ```

      Prose.

      ```casus
      claim C1 herald 2031-05-17 "shops open"
      claim C7 herald 2031-05-17 "tanks are empty"  # a comment
      fact quiet "all is quiet"  prior 30%
        C1 for slight
      ```
      """;

  private static SourceText text(String text) {
    return new SourceText("dossier.md", text);
  }

  private static ClaimLine said(String text, String quote) {
    return new ClaimLine("herald", DAY, text, null, "herald", quote);
  }

  @Test
  void aClaimGoesAfterTheLastClaimAndNothingElseMoves() {
    var id = Insertion.freeId(Parser.parse(text(DOSSIER)), 'C');
    assertThat(id).isEqualTo("C8");
    var inserted =
        Insertion.claim(text(DOSSIER), id, said("the premier has written", "has written"));
    assertThat(inserted.line())
        .isEqualTo(
            "claim C8 herald 2031-05-18 \"the premier has written\"  @herald \"has written\"");
    var lines = inserted.after().lines().toList();
    assertThat(lines.get(inserted.number() - 1)).isEqualTo(inserted.line());
    assertThat(lines.get(inserted.number() - 2)).startsWith("claim C7");
    assertThat(inserted.after().replace(inserted.line() + "\n", "")).isEqualTo(DOSSIER);
  }

  @Test
  void aSourceGoesAfterTheDetailsOfTheLastSource() {
    var inserted = Insertion.source(text(DOSSIER), "wire", "The Wire", "herald");
    assertThat(inserted.after())
        .contains("  grade D on quiet\nsource wire \"The Wire\"  grade F  via herald\n```\n");
    assertThat(Parser.parse(text(inserted.after())).problems()).isEmpty();
  }

  @Test
  void whereThereIsNothingOfItsKindItGetsAFenceOfItsOwn() {
    for (var empty : List.of("", "# Title\n", "# Title")) {
      var inserted = Insertion.claim(text(empty), "C1", said("x", "y"));
      assertThat(inserted.after()).startsWith(empty).endsWith("\n```\n");
      assertThat(inserted.after().lines().toList().get(inserted.number() - 1))
          .isEqualTo(inserted.line());
      assertThat(Parser.parse(text(inserted.after())).statements()).hasSize(1);
    }
  }

  @Test
  void wordsComeBackAsTheyWere() {
    for (var words : List.of("he said \"no\"", "back\\slash", "“curly” ‘ones’", "1 # 2 \"")) {
      var inserted = Insertion.claim(text(DOSSIER), "C8", said(words, words));
      var document = Parser.parse(text(inserted.after()));
      assertThat(document.problems()).isEmpty();
      var claim =
          (Statement.Claim)
              document.statements().stream()
                  .filter(s -> s instanceof Statement.Claim c && c.name().text().equals("C8"))
                  .findFirst()
                  .orElseThrow();
      assertThat(claim.text().text()).isEqualTo(words);
      assertThat(Objects.requireNonNull(claim.quote()).text()).isEqualTo(words);
    }
  }

  @Test
  void linesThatEndAsOnWindowsStaySo() {
    var inserted = Insertion.claim(text(DOSSIER.replace("\n", "\r\n")), "C8", said("x", "y"));
    assertThat(inserted.after().replace("\r\n", "")).doesNotContain("\n", "\r");
    assertThat(inserted.after()).contains("comment\r\n" + inserted.line() + "\r\nfact");
  }
}
