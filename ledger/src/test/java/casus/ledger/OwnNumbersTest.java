package casus.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casus.ledger.OwnNumbers.Read;
import casus.text.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OwnNumbersTest {
  private static final long SEED = 42;
  private static final List<String> LADDER = List.of("none", "covert", "quiet", "open");
  private static final List<Double> MODEL = List.of(0.6, 0.2, 0.15, 0.05);

  private static Read read(String... words) {
    return OwnNumbers.read("--set", Arrays.asList(words), LADDER, MODEL);
  }

  private static List<Double> numbers(String... words) {
    return ((Read.Complete) read(words)).probabilities();
  }

  private static void assertNumbers(List<Double> actual, double... expected) {
    assertThat(actual).hasSize(expected.length);
    for (var i = 0; i < expected.length; i++)
      assertThat(actual.get(i)).isCloseTo(expected[i], within(1e-12));
  }

  @Test
  void whatIsNotSaidIsDividedAsTheModelDividesIt() {
    assertNumbers(numbers("open 24%"), 0.48, 0.16, 0.12, 0.24);
    assertNumbers(numbers("covert.. 20%"), 0.8, 0.1, 0.075, 0.025);
    assertNumbers(numbers("covert.. 20%, open 6%"), 0.8, 0.08, 0.06, 0.06);
    assertNumbers(numbers(">= quiet 0.2"), 0.6, 0.2, 0.15, 0.05);
    assertNumbers(numbers("..covert 40%", "none=30%"), 0.3, 0.1, 0.45, 0.15);
    assertNumbers(numbers("none..quiet 1"), 0.6 / 0.95, 0.2 / 0.95, 0.15 / 0.95, 0);
    assertNumbers(numbers("none 25%,covert 25%, quiet 25% ,open .25"), 0.25, 0.25, 0.25, 0.25);
  }

  @Test
  void itIsSaidWhetherTheModelWasNeeded() {
    assertThat(read("open 24%"))
        .isInstanceOfSatisfying(Read.Complete.class, read -> assertThat(read.filledIn()).isTrue());
    assertThat(read("none 90%, covert 5%, quiet 4%"))
        .isInstanceOfSatisfying(Read.Complete.class, read -> assertThat(read.filledIn()).isFalse());
    assertThat(OwnNumbers.read("--set", List.of("open 3%"), LADDER, null))
        .isEqualTo(new Read.Incomplete(List.of("none", "covert", "quiet")));
    assertThat(OwnNumbers.read("--set", List.of("yes 3%"), List.of("no", "yes"), null))
        .isInstanceOf(Read.Complete.class);
  }

  @Test
  void whereTheModelGivesNothingAllGetTheSame() {
    var read = OwnNumbers.read("--set", List.of("none 0"), LADDER, List.of(1.0, 0.0, 0.0, 0.0));
    assertNumbers(((Read.Complete) read).probabilities(), 0, 1 / 3.0, 1 / 3.0, 1 / 3.0);
  }

  @Test
  void eachMistakeIsUnderlined() {
    assertThat(wrong("opne 3%")).containsExactly("opne: the question has no outcome `opne`");
    assertThat(wrong("open 3%, covert 200%")).containsExactly("200%: `200%` is no probability");
    assertThat(wrong("open..none 3%"))
        .containsExactly("open..none: `none` stands before `open` in the question");
    assertThat(wrong("open 3%,")).containsExactly(": nothing is said");
    assertThat(wrong("")).containsExactly(": nothing is said");
    assertThat(wrong("open")).containsExactly("open: `open` cannot be read");
    assertThat(wrong("open 3%", "open 4%")).containsExactly("open: this was said before");
    assertThat(wrong("none 60%, open 50%")).containsExactly("open: what was said adds up to 110 %");
    assertThat(wrong("quiet.. 5%, open 6%"))
        .containsExactly("quiet..: what was said adds up to 6 %");
    assertThat(wrong("none.. 90%")).containsExactly("none..: all outcomes together have 100 %");
  }

  private static List<String> wrong(String... words) {
    return ((Read.Wrong) read(words))
        .problems().stream()
            .map(p -> p.place().source().slice(p.place().span()) + ": " + p.found())
            .toList();
  }

  /// Whatever is said and fits is kept to the digit, and the whole has 100 %.
  @Test
  void whatWasSaidIsKept() {
    System.out.println("OwnNumbersTest seed " + SEED);
    var random = new Random(SEED);
    for (var i = 0; i < 2000; i++) {
      var words = new ArrayList<String>();
      var first = random.nextInt(4);
      var last = first + random.nextInt(4 - first);
      var outer = random.nextDouble();
      if (first == 0 && last == 3) continue;
      words.add("%s..%s %.4f".formatted(LADDER.get(first), LADDER.get(last), outer));
      var inner = first + random.nextInt(last - first + 1);
      var part = outer * random.nextDouble();
      if (last > first)
        words.add(String.format(Locale.ROOT, "%s %.6f%%", LADDER.get(inner), 100 * part));
      var read = read(String.join(",", words));
      if (!(read instanceof Read.Complete(var numbers, var _))) {
        // Rounding may lift a part over its whole.
        assertThat(read).isInstanceOf(Read.Wrong.class);
        assertThat(part).isGreaterThan(outer - 1e-4);
        continue;
      }
      assertThat(numbers).allMatch(p -> p >= 0 && p <= 1);
      assertThat(numbers.stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-9));
      assertThat(numbers.subList(first, last + 1).stream().mapToDouble(p -> p).sum())
          .isCloseTo(outer, within(1e-4));
      if (last > first) assertThat(numbers.get(inner)).isCloseTo(part, within(1e-7));
    }
  }

  @Test
  void namesAreNamesOfFilesToo() {
    for (var name : List.of("petra", "Петра", "desk-2", "a.b_c", "x"))
      assertThat(ForecasterName.fault(name)).as(name).isNull();
    for (var name : List.of("", ".", "..", "a/b", "a b", "-a", "a.", "a\n", "x".repeat(61)))
      assertThat(ForecasterName.fault(name)).as(name).isNotNull();
  }

  @Test
  void allProblemsAtOnce() {
    assertThat(((Read.Wrong) read("opne 3%, none x, covert 300%")).problems())
        .extracting(Problem::found)
        .hasSize(3);
  }
}
