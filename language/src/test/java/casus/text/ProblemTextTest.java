package casus.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTextTest {
  private static String rendered(String text, int start, int end) {
    var place = new Place(new SourceText("a/b.md", text), new Span(start, end));
    return ProblemText.of(Problem.of(Code.E201, place, "found `x`"), false);
  }

  private static String excerpt(String text, int start, int end) {
    return rendered(text, start, end).split("\n", 2)[1];
  }

  @Test
  void everyPart() {
    var place = new Place(new SourceText("a/b.md", "one\r\nfact hostil x\r\n"), new Span(10, 16));
    var problem =
        Problem.of(Code.E201, place, "there is no `hostil`")
            .expecting("a fact")
            .grammar("fact NAME")
            .hint("hostile");
    assertThat(ProblemText.of(problem, false))
        .isEqualTo(
            """
            a/b.md:2:6: error E201: there is no `hostil`
               2 | fact hostil x
                 |      ^^^^^^
              expected: a fact
              grammar: fact NAME
              did you mean: hostile
            """);
    assertThat(ProblemText.of(List.of(problem, problem), false)).contains("hostile\n\na/b.md:2:6");
  }

  @Test
  void colourMarksSeverity() {
    var place = new Place(new SourceText("b.md", "ab"), new Span(0, 1));
    assertThat(ProblemText.of(Problem.of(Code.E201, place, "x"), true))
        .contains("\u001b[1;31merror E201:\u001b[0m", "\u001b[1;31m^\u001b[0m");
    assertThat(ProblemText.of(Problem.of(Code.W101, place, "x"), true))
        .contains("\u001b[1;33mwarning W101:\u001b[0m");
  }

  @Test
  void theMarkStandsUnderThePlaceWhateverStandsBefore() {
    assertThat(excerpt("\ta\tb", 3, 4)).isEqualTo("   1 |     a    b\n     |          ^\n");
    assertThat(excerpt("国国 b", 3, 4)).isEqualTo("   1 | 国国 b\n     |      ^\n");
    assertThat(excerpt("e\u0301e\u0301 b", 5, 6))
        .isEqualTo("   1 | e\u0301e\u0301 b\n     |    ^\n");
    assertThat(excerpt("😀 b", 3, 4)).isEqualTo("   1 | 😀 b\n     |    ^\n");
    assertThat(excerpt("a\u0000\u202eb", 3, 4))
        .isEqualTo("   1 | a<U+0000><U+202E>b\n     |                  ^\n");
  }

  @Test
  void emptyAndOverlongPlacesAreMarked() {
    assertThat(excerpt("ab", 2, 2)).isEqualTo("   1 | ab\n     |   ^\n");
    assertThat(excerpt("", 0, 0)).isEqualTo("   1 | \n     | ^\n");
    assertThat(excerpt("ab\ncd", 1, 5)).isEqualTo("   1 | ab\n     |  ^\n");
  }

  @Test
  void aLongLineIsClippedAroundThePlace() {
    var text = excerpt("a".repeat(5_000) + "b" + "c".repeat(5_000), 5_000, 5_001);
    assertThat(text)
        .isEqualTo(
            "   1 | …"
                + "a".repeat(60)
                + "b"
                + "c".repeat(59)
                + "…\n     | "
                + " ".repeat(61)
                + "^\n");
  }

  @Test
  void anAstralCharacterIsNotCutInTwo() {
    assertThat(excerpt("😀".repeat(500) + "b", 1_000, 1_001)).doesNotContain("<U+");
    assertThat(excerpt("a" + "😀".repeat(500) + "b", 1_001, 1_002)).doesNotContain("<U+");
  }
}
