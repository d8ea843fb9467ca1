package casus.view;

import static org.assertj.core.api.Assertions.assertThat;

import casus.answer.Answer;
import casus.answer.Driver;
import casus.answer.Explanation;
import casus.text.DisplayWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds of every text on every page.
class PageTest {
  private static final List<String> BITS =
      List.of(
          "troops ",
          "совет ",
          "\u001B[31m",
          "\u0007",
          "習近平",
          "e\u0301",
          "\u202Eevil",
          "https://example.org/a/very/long/path/without/a/single/blank/in/it/at/all.html ",
          "“quoted” ",
          "\n\t",
          "🚩",
          "a");

  private static List<String> texts(Page page) {
    var texts = new ArrayList<String>();
    for (var answer : List.of(Belarus.answer(), Belarus.sparse(), hostile(1), hostile(2)))
      texts.add(AssessmentText.of(answer, Belarus.lints(), page));
    texts.add(ExplanationText.of(Belarus.explanation(), page));
    texts.add(ExplanationText.of(deep(60), page));
    return texts;
  }

  /// An answer whose texts try to break the page.
  private static Answer hostile(int seed) {
    var random = new Random(seed);
    var answer = Belarus.answer();
    var drivers = new ArrayList<Driver>();
    for (var i = 0; i < 40; i++)
      drivers.add(
          new Driver("f" + i, text(random), random.nextDouble(), random.nextDouble(), 0.01));
    return new Answer(
        answer.dossier(),
        answer.question(),
        answer.asOf(),
        answer.setting(),
        answer.outcomes(),
        seed % 3,
        answer.could(),
        answer.would(),
        drivers,
        answer.swing(),
        answer.watch(),
        answer.flips(),
        answer.stories(),
        answer.scenarios(),
        answer.levers(),
        answer.conflict(),
        answer.sources(),
        answer.claims().stream()
            .map(c ->
                new casus.answer.ClaimAnswer(
                    c.id(),
                    c.source(),
                    c.date(),
                    text(random),
                    c.bearsOn(),
                    c.without(),
                    text(random),
                    c.passage(),
                    c.origin()))
            .toList());
  }

  private static String text(Random random) {
    var text = new StringBuilder("x");
    for (var i = random.nextInt(30); i > 0; i--) text.append(BITS.get(random.nextInt(BITS.size())));
    return text.toString();
  }

  private static Explanation deep(int levels) {
    var node = new Explanation("leaf", "1%", "a note", null, text(new Random(levels)), List.of());
    for (var i = 0; i < levels; i++)
      node = new Explanation("level " + i, "", "", null, null, List.of(node, node).subList(0, 1));
    return node;
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 100, 140, 200})
  void no_line_is_longer_than_the_page(int width) {
    for (var full : List.of(true, false))
      for (var ascii : List.of(true, false))
        for (var text : texts(new Page(width, false, ascii, full)))
          assertThat(text.lines()).allMatch(line -> DisplayWidth.of(line) <= width);
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 100})
  void a_page_without_colour_has_no_escapes(int width) {
    for (var full : List.of(true, false))
      for (var text : texts(new Page(width, false, false, full)))
        assertThat(text.chars()).noneMatch(c -> c < ' ' && c != '\n');
  }

  @Test
  void colour_adds_only_escapes() {
    for (var full : List.of(true, false)) {
      var plain = texts(Page.PLAIN.full(full));
      var coloured = texts(Page.PLAIN.full(full).colour(true));
      for (var i = 0; i < plain.size(); i++)
        assertThat(coloured.get(i).replaceAll("\u001B\\[[0-9]*m", "")).isEqualTo(plain.get(i));
    }
  }

  @Test
  void ascii_is_ascii_and_keeps_every_column() {
    for (var text : texts(Page.PLAIN.ascii(true))) assertThat(text.chars()).allMatch(c -> c < 0x80);
    var unicode = AssessmentText.of(Belarus.answer(), List.of(), Page.PLAIN).lines().toList();
    var ascii =
        AssessmentText.of(Belarus.answer(), List.of(), Page.PLAIN.ascii(true)).lines().toList();
    assertThat(ascii.stream().map(String::length))
        .isEqualTo(unicode.stream().map(DisplayWidth::of).toList());
  }

  @Test
  void no_line_ends_in_blanks() {
    for (var full : List.of(true, false))
      for (var text : texts(Page.PLAIN.full(full)))
        assertThat(text.lines()).allMatch(line -> line.equals(line.stripTrailing()));
  }

  @Test
  void one_screen_is_fifty_lines() {
    var text = AssessmentText.of(Belarus.answer(), Belarus.lints(), Page.PLAIN);
    assertThat(text.lines().count()).isLessThanOrEqualTo(50);
    var crowded = AssessmentText.of(hostile(1), Belarus.lints(), Page.PLAIN);
    assertThat(crowded.lines().count()).isLessThanOrEqualTo(55);
  }
}
