package casus.document;

import static org.assertj.core.api.Assertions.assertThat;

import casus.document.Anchor.Found;
import casus.text.Span;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnchorTest {
  private static final String TEXT =
      "The envoy left. “We have said what we came to say,” he told reporters. The door remains open.";
  private static final String WORDS = "We have said what we came to say";

  private static Anchor anchor(String text, String words) {
    return Objects.requireNonNull(Anchor.of(text, words));
  }

  @Test
  void anAnchorHoldsWordsSurroundingsAndPlace() {
    var anchor = anchor(TEXT, WORDS);
    assertThat(anchor.exact()).isEqualTo(WORDS);
    assertThat(anchor.prefix()).isEqualTo("The envoy left. “");
    assertThat(anchor.suffix()).startsWith(",” he told").hasSize(Anchor.CONTEXT);
    assertThat(TEXT.substring(anchor.start(), anchor.end())).isEqualTo(WORDS);
    assertThat(Anchor.of(TEXT, "never said")).isNull();
    assertThat(Anchor.of(TEXT, "  ")).isNull();
  }

  @Test
  void shapesOfQuotesDashesAndBlanksDoNotMatter() {
    var anchor = anchor("He said:\n  „No – never.“", "\"No - never.\"");
    assertThat(anchor.exact()).isEqualTo("„No – never.“");
  }

  @Test
  void whatDidNotMoveIsInPlace() {
    var anchor = anchor(TEXT, WORDS);
    assertThat(anchor.in(TEXT)).isEqualTo(new Found.InPlace(new Span(17, 49)));
    assertThat(anchor.in(TEXT.replace("The door", "A door"))).isInstanceOf(Found.InPlace.class);
  }

  @Test
  void whatMovedSaysHowFar() {
    var anchor = anchor(TEXT, WORDS);
    assertThat(anchor.in("Monday. " + TEXT)).isEqualTo(new Found.Moved(new Span(25, 57), 8));
    assertThat(anchor.in(TEXT.replace("The envoy", "He")))
        .isEqualTo(new Found.Moved(new Span(10, 42), -7));
  }

  @Test
  void whatChangedSaysWhatStandsThereNow() {
    var anchor = anchor(TEXT, WORDS);
    var changed = anchor.in(TEXT.replace("came to say", "wanted to say"));
    assertThat(changed)
        .isInstanceOfSatisfying(
            Found.Changed.class,
            found -> {
              assertThat(found.now()).isEqualTo("We have said what we wanted to say");
              assertThat(found.by()).isZero();
              assertThat(found.edits()).isPositive();
            });
  }

  @Test
  void whatStandsTwiceIsToldByItsSurroundings() {
    var twice = "He said no. Later she said no. Then they said no.";
    var anchor = Anchor.of(twice, new Span(22, 29));
    assertThat(anchor.exact()).isEqualTo("said no");
    assertThat(anchor.in("First: " + twice)).isEqualTo(new Found.Moved(new Span(29, 36), 7));
    assertThat(new Anchor("said no", "@@@", "@@@", 0, 7).in(twice))
        .isInstanceOfSatisfying(
            Found.Ambiguous.class, found -> assertThat(found.places()).hasSize(3));
  }

  @Test
  void whatIsGoneIsGone() {
    assertThat(anchor(TEXT, WORDS).in("Nothing of the kind was ever in here."))
        .isEqualTo(new Found.Gone());
    assertThat(anchor(TEXT, WORDS).in("")).isEqualTo(new Found.Gone());
  }

  /// Whatever is put before a passage or taken away from before it, the passage is found, and the
  /// distance is the change in length.
  @Test
  void movedByExactlyWhatWasInserted() {
    for (var seed = 1L; seed <= 200; seed++) {
      var random = new Random(seed);
      var text = words(random, 300);
      var start = random.nextInt(1, text.length() - 60);
      var anchor = Anchor.of(text, new Span(start, start + 40 + random.nextInt(20)));
      var added = words(random, random.nextInt(1, 30));
      var found = anchor.in(added + text);
      assertThat(found)
          .as("seed %d", seed)
          .isEqualTo(
              new Found.Moved(
                  new Span(anchor.start() + added.length(), anchor.end() + added.length()),
                  added.length()));
    }
  }

  private static String words(Random random, int count) {
    var text = new StringBuilder();
    for (var i = 0; i < count; i++) {
      for (var j = random.nextInt(2, 9); j > 0; j--) text.append((char) ('a' + random.nextInt(26)));
      text.append(i % 9 == 8 ? ". " : " ");
    }
    return text.toString();
  }
}
