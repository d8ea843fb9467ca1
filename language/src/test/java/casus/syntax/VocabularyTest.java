package casus.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VocabularyTest {
  @Test
  void everyKeywordHasTheGrammarOfItsLine() {
    var statements = Vocabulary.statements();
    assertThat(statements.keySet()).containsAll(Parser.KEYWORDS).contains("expect");
    assertThat(statements.get("scenario")).isEqualTo(Form.SCENARIO.grammar());
    statements.forEach((word, grammar) -> assertThat(grammar).startsWith(word + " "));
  }

  @Test
  void wordsInsideOfLinesAreKnownAndPlaceholdersAreNot() {
    assertThat(Vocabulary.words())
        .contains("suppose", "leans", "otherwise", "odds", "two-thirds", "prior", "gives", "per")
        .doesNotContain("NAME", "TEXT", "")
        .isSorted();
  }
}
