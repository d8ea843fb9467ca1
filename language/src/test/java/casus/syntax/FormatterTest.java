package casus.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import casus.text.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatterTest {
  private static String format(String text) {
    return Formatter.format(new SourceText("dossier.md", text));
  }

  private static String formatLines(String lines) {
    var formatted = format("```casus\n" + lines + "\n```\n");
    return formatted.substring("```casus\n".length(), formatted.length() - "\n```\n".length());
  }

  @ParameterizedTest
  @ValueSource(strings = {Examples.FOUNDING, Examples.TREATY, Examples.FURTHER})
  void theMeaningStaysAndTwiceIsOnce(String example) {
    var once = format(example);
    assertThat(format(once)).isEqualTo(once);
    assertThat(Tree.of(Parser.parse(new SourceText("x", once))))
        .isEqualTo(Tree.of(Parser.parse(new SourceText("x", example))));
  }

  @Test
  void blanksAndBrackets() {
    assertThat(
            formatLines(
                """
                fact  attack (BLR)\t"a"prior 30%(20..45%)   # why
                scenario s "x"    suppose a,b ,not (c or not(d))
                weigh q
                  for open
                    +"a"   moderate [ C1,C2 ]
                claim C1 s 2020 "x"    @ s "y"\
                """))
        .isEqualTo(
            """
            fact  attack(BLR)  "a" prior 30% (20..45%)  # why
            scenario s "x"  suppose a, b, not (c or not (d))
            weigh q
              for open
                + "a"  moderate [C1, C2]
            claim C1 s 2020 "x"  @s "y\"\
            """);
  }

  @Test
  void indentationIsTwoSpacesALevel() {
    assertThat(
            formatLines(
                """
                weigh q
                \tfor open
                \t\t+ "a" moderate
                        # a comment of its own
                fact a "x" given true
                    # moves with the line below
                    C1 for strong

                    C2 for strong\
                """))
        .isEqualTo(
            """
            weigh q
              for open
                + "a" moderate
                    # a comment of its own
            fact a "x" given true
              # moves with the line below
              C1 for strong

              C2 for strong\
            """);
  }

  @Test
  void outcomesAndReadingsStandInColumns() {
    assertThat(
            formatLines(
                """
                question q "x"
                  outcomes
                    none "a"
                    covert    "b"
                term t
                  reading strict "国" means a
                  reading wide "bb" means b  weight 60%\
                """))
        .isEqualTo(
            """
            question q "x"
              outcomes
                none    "a"
                covert  "b"
            term t
              reading strict "国"  means a
              reading wide   "bb"  means b  weight 60%\
            """);
  }

  @Test
  void columnsThatTheAuthorMadeStayColumns() {
    assertThat(
            formatLines(
                """
                fact attack(BLR)     "long text"     prior 2%      # one
                  C3 for slight
                fact hostile         "text"          prior 70%     # two
                # a comment
                fact b               "text" prior 7%   # three

                fact c       "text"   prior 7%\
                """))
        .isEqualTo(
            """
            fact attack(BLR)  "long text"  prior 2%   # one
              C3 for slight
            fact hostile      "text"       prior 70%  # two
            # a comment
            fact b            "text" prior 7%  # three

            fact c  "text"  prior 7%\
            """);
  }

  @Test
  void aLineWithAProblemKeepsItsWording() {
    var wrong =
        """
        fact   a    "x"   prior   30
          C1    fro strong
        wibble    ; a
          and    all   below\
        """;
    assertThat(formatLines(wrong)).isEqualTo(wrong);
  }

  @Test
  void freeTextKeepsItsMarks() {
    var then = "treaty t \"x\"\n  article 4\n    then tell the UN; see (art. 5), soon";
    assertThat(formatLines(then)).isEqualTo(then);
  }

  @Test
  void onlyFencesChange() {
    var text = "\ufeff#  T  \r\n\r\n- a   b\n```casus\nactor   A \"a\"  \n  \n```  \r\nlast  ";
    assertThat(format(text))
        .isEqualTo("\ufeff#  T  \r\n\r\n- a   b\n```casus\nactor  A \"a\"\r\n\r\n```  \r\nlast  ");
  }

  @Test
  void anOpenFenceStaysAsItIs() {
    assertThat(format("```casus\nactor    A  \"a\"")).isEqualTo("```casus\nactor    A  \"a\"");
  }
}
