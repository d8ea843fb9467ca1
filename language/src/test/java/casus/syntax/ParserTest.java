package casus.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import casus.text.ProblemText;
import casus.text.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {
  private static Document parse(String text) {
    return Parser.parse(new SourceText("dossier.md", text));
  }

  @ParameterizedTest
  @ValueSource(strings = {Examples.FOUNDING, Examples.TREATY, Examples.FURTHER})
  void theExamplesOfTheLanguageHaveNoProblems(String example) {
    assertThat(ProblemText.of(parse(example).problems(), false)).isEmpty();
  }

  @Test
  void theFoundingDossierIsReadWhole() {
    var dossier = parse(Examples.FOUNDING);
    assertThat(dossier.title()).isEqualTo("Will Russia use force in Belarus?");
    assertThat(dossier.statements()).hasSize(31);
    assertThat(dossier.expectations()).hasSize(4);
    assertThat(dossier.prose()).hasSize(2);
  }
}
