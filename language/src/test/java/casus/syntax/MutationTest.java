package casus.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import casus.text.ProblemText;
import casus.text.SourceText;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Dossiers broken at random: whatever a file holds, it is read without an exception and in time,
/// and formatting it changes neither what it means nor a second time.
class MutationTest {
  private static final int COUNT = Boolean.getBoolean("casus.full") ? 100_000 : 2_000;
  private static final int LINES = Boolean.getBoolean("casus.full") ? 400_000 : 200_000;
  private static final long SEED = Long.getLong("casus.seed", 20200817);
  private static final double SECONDS = 2;

  private static final List<String> SEEDS =
      List.of(Examples.FOUNDING, Examples.TREATY, Examples.FURTHER);

  private static final List<String> PIECES =
      List.of(
          "(",
          ")",
          "[",
          "]",
          "\"",
          "“",
          "”",
          "#",
          ",",
          "=",
          ">=",
          "=>",
          "+",
          "-",
          "–",
          "@",
          ":",
          "%",
          "x",
          "..",
          ".",
          "'",
          "\\",
          "`",
          "```",
          "~~~",
          "{{",
          "}}",
          "\n",
          "\r\n",
          "\r",
          "\t",
          " ",
          "   ",
          "\u00a0",
          "\u2009",
          "\u0000",
          "\ufeff",
          "\ud83d",
          "\ude00",
          "😀",
          "\u202e",
          "e\u0301",
          "ש",
          "مر",
          "国",
          "\u2028",
          "\u0085",
          "\u200d",
          "30%",
          "x3",
          "x2..5",
          "20..45%",
          "2020-02-30",
          "2020",
          "4.h",
          "3:1",
          "not ",
          "and ",
          "or ",
          "if ",
          "true",
          "could(",
          "P(",
          "then ",
          "means ",
          "reading ",
          "article ",
          "outcomes",
          "\n\n",
          "\n  ",
          "\n    ",
          "<!--",
          "-->",
          "> ",
          "- ",
          "casus",
          "99999999999999999999",
          "0,5",
          "1/2");

  @Test
  void brokenDossiersAreReadAndFormatted() {
    System.out.println("mutations: " + COUNT + ", -Dcasus.seed=" + SEED);
    var random = new Random(SEED);
    for (var i = 0; i < COUNT; i++) {
      var text = mutant(random);
      try {
        check(text);
      } catch (AssertionError | RuntimeException | StackOverflowError e) {
        throw new AssertionError("mutant " + i + " of seed " + SEED + ":\n" + text, e);
      }
    }
  }

  private static String mutant(Random random) {
    var text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
    for (var changes = 1 + random.nextInt(6); changes > 0; changes--) change(text, random);
    return random.nextInt(8) == 0 ? text.toString().replace("\n", "\r\n") : text.toString();
  }

  private static void change(StringBuilder text, Random random) {
    var from = random.nextInt(text.length() + 1);
    var to = Math.min(text.length(), from + random.nextInt(random.nextInt(4) == 0 ? 200 : 8));
    var other = random.nextInt(text.length() + 1);
    switch (random.nextInt(6)) {
      case 0 -> text.delete(from, to);
      case 1 -> text.insert(other, text.substring(from, to));
      case 2 -> text.insert(from, PIECES.get(random.nextInt(PIECES.size())));
      case 3 -> text.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
      case 4 -> {
        if (from < text.length() && other < text.length()) {
          var c = text.charAt(from);
          text.setCharAt(from, text.charAt(other));
          text.setCharAt(other, c);
        }
      }
      default ->
          text.insert(from, PIECES.get(random.nextInt(PIECES.size())).repeat(random.nextInt(300)));
    }
    if (text.isEmpty()) text.append("\n");
  }

  private static void check(String text) {
    var source = new SourceText("mutant.md", text);
    var document = inTime(() -> Parser.parse(source));
    for (var problem : document.problems()) {
      var span = problem.place().span();
      assertThat(span.end()).isLessThanOrEqualTo(text.length());
      assertThat(ProblemText.of(problem, true)).isNotBlank();
    }
    var once = inTime(() -> Formatter.format(source));
    var formatted = new SourceText("mutant.md", once);
    assertThat(Tree.of(Parser.parse(formatted))).isEqualTo(Tree.of(document));
    assertThat(Formatter.format(formatted)).isEqualTo(once);
  }

  /// Runs on this thread's own clock: other work on the machine does not count.
  private static <T> T inTime(Supplier<T> work) {
    var threads = ManagementFactory.getThreadMXBean();
    var start = threads.getCurrentThreadCpuTime();
    var result = work.get();
    assertThat((threads.getCurrentThreadCpuTime() - start) / 1e9).isLessThan(SECONDS);
    return result;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ">", "[", "`", "`` ` ", "*", "{{", "{{ P(", "a", "<!--", "- ", "(", "\"", "\u0000", "国"
      })
  void aLineOfTenMegabytesIsReadInTime(String piece) {
    var long10 = piece.repeat(10_000_000 / piece.length());
    inTime(() -> Parser.parse(new SourceText("x", long10)));
    inTime(() ->
        Parser.parse(new SourceText("x", "```casus\nfact a \"b\" prior " + long10 + "\n```")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "> a", "```", "```casus", "<!-- a -->", "# a", "`a` [C4]"})
  void manyLinesOfProseAreReadInTime(String line) {
    var lines = (line + "\n").repeat(LINES);
    inTime(() -> Parser.parse(new SourceText("x", lines)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# c", "use a/b", "garbage in", "  x", "\"", "actor A \"b\""})
  void manyLinesOfAFenceAreReadInTime(String line) {
    var lines = "```casus\nfact a \"b\" prior 1%\n" + (line + "\n").repeat(LINES) + "```\n";
    inTime(() -> Parser.parse(new SourceText("x", lines)));
    Formatter.format(new SourceText("x", lines));
  }

  @Test
  void deepIndentationAndDeepConditionsAreReadInTime() {
    var stairs = new StringBuilder("```casus\n");
    for (var i = 0; i < 3_000; i++) stairs.append(" ".repeat(i)).append("x\n");
    inTime(() -> Parser.parse(new SourceText("x", stairs.toString())));
    for (var piece : List.of("(", "not ", "a or (", "a and not ("))
      inTime(() ->
          Parser.parse(
              new SourceText("x", "```casus\nterm t means " + piece.repeat(10_000) + "\n```")));
  }

  @Test
  void timeOfADossierOfTenThousandLines() {
    var lines = Examples.FOUNDING.lines().count();
    var text = Examples.FOUNDING.repeat((int) (10_000 / lines) + 1);
    var best = Long.MAX_VALUE;
    for (var i = 0; i < 20; i++) {
      var start = System.nanoTime();
      Parser.parse(new SourceText("x", text));
      best = Math.min(best, System.nanoTime() - start);
    }
    System.out.println("10,000 lines parsed in " + best / 1_000_000.0 + " ms (best of 20)");
  }
}
