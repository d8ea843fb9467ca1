package casus.check;

import static org.assertj.core.api.Assertions.assertThat;

import casus.model.Act;
import casus.model.Condition;
import casus.syntax.Parser;
import casus.text.SourceText;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Queries and suppositions against a finished dossier.
class PiecesTest {
  private final Pieces pieces =
      Pieces.of(Objects.requireNonNull(new SmallDossier().check().dossier()));

  private String query(String text) {
    var query = Objects.requireNonNull(Parser.query("query", text).value());
    var found = pieces.query(query, new SourceText("query", text));
    return found.value() == null
        ? Rendered.lines(found.problems()).strip()
        : found.value().getClass().getSimpleName();
  }

  @Test
  void findsWhatIsNamed() {
    assertThat(query("C1")).isEqualTo("OfClaim");
    assertThat(query("request(BLR)")).isEqualTo("OfFact");
    assertThat(query("pact.1")).isEqualTo("OfArticle");
    assertThat(query("cover")).isEqualTo("OfReason");
    assertThat(query("minsk")).isEqualTo("OfSource");
    assertThat(query("P(troops >= open) in words")).isEqualTo("OfProbability");
    assertThat(query("could(RUS use-force BLR)")).isEqualTo("OfAct");
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(query("covre"))
        .isEqualTo(
            "E201 query:1:1 [covre] nothing is named `covre` | expected: a claim, a fact, a source, a"
                + " reason, an article or another name | hint: cover");
    assertThat(query("P(troops = opne)")).startsWith("E505 query:1:12 [opne]");
  }

  @Test
  void resolvesSuppositions() {
    var text = "request(BLR), not hostile, could(RUS use-force BLR)";
    var conditions = Objects.requireNonNull(Parser.conditions("--suppose", text).value());
    var source = new SourceText("--suppose", text);
    assertThat(conditions.stream().map(one -> pieces.condition(one, source).value()))
        .containsExactly(
            new Condition.FactHolds("request", "BLR"),
            new Condition.Not(new Condition.FactHolds("hostile", null)),
            new Condition.Could(new Act("RUS", "use-force", "BLR"), null));
  }
}
