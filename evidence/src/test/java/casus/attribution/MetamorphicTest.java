package casus.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import casus.attribution.Proposal.Passage;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What a change of the text must change in the proposals, and what not. Names that are swapped
/// beside a pronoun do not tell a man from a woman.
final class MetamorphicTest {
  private static final String ARTICLE =
      """
      Robin Berg said on Monday that the border would stay closed. “We did not choose this,” she told Reuters.

      Sasha Lind accused Minsk of lying. "Nobody closed anything," Lind said. According to Berg, the gates were locked.

      The ministry announced that trade had fallen, adding that it would recover.
      """;

  private final Attribution attribution = new Attribution();

  @Test
  void swappingTwoNamesSwapsTheSpeakers() {
    var swapped = exchanged(exchanged(ARTICLE, "Robin", "Sasha"), "Berg", "Lind");
    var before = attribution.of(ARTICLE);
    var after = attribution.of(swapped);
    assertThat(names(after))
        .isEqualTo(names(before).stream().map(MetamorphicTest::swapped).toList());
    assertThat(contents(after)).isEqualTo(contents(before));
  }

  private static String exchanged(String text, String one, String other) {
    return text.replace(one, "\u0001").replace(other, one).replace("\u0001", other);
  }

  private static String swapped(String name) {
    return switch (name) {
      case "Robin Berg" -> "Sasha Lind";
      case "Sasha Lind" -> "Robin Berg";
      default -> name;
    };
  }

  @Test
  void negatingACueTakesTheSayingBack() {
    var said = attribution.of("Berg has said that troops left.").getFirst();
    var unsaid = attribution.of("Berg has not said that troops left.").getFirst();
    assertThat(said.manner().polarity()).isEqualTo(Polarity.ASSERTED);
    assertThat(unsaid.manner().polarity()).isEqualTo(Polarity.UNSAID);
    assertThat(unsaid.content().getFirst().text()).isEqualTo(said.content().getFirst().text());
  }

  @Test
  void aParagraphBeforeMovesThePlacesOnly() {
    var first = "The gates are made of steel and open twice in a day.\n\n";
    var before = attribution.of(ARTICLE);
    var after = attribution.of(first + ARTICLE);
    assertThat(after).hasSameSizeAs(before);
    for (var i = 0; i < before.size(); i++) {
      assertThat(moved(after.get(i), first.length())).isEqualTo(places(before.get(i)));
      assertThat(AttributionTest.shown(after.get(i)))
          .isEqualTo(AttributionTest.shown(before.get(i)));
    }
  }

  private static final long SEED = 20261122;
  private static final List<String> NAMES =
      List.of("Anna Berg", "Paul Lind", "Vera Holm", "Mark Strand", "Nora Falk");

  /// Each with a name in it, a verb that can be negated with `has not`, and something that is said.
  private static final List<String> SENTENCES =
      List.of(
          "N has said that C.",
          "N has told Reuters that C.",
          "“C,” N has said.",
          "On Monday, N, 35, a lawyer from Riga, has announced that C.",
          "N has warned that C, and trade fell.",
          "N has insisted that C.");

  private static final List<String> CONTENTS =
      List.of(
          "the gates would stay shut",
          "troops had crossed the river",
          "nobody was hurt",
          "the talks had failed");

  /// An article of some sentences, each a paragraph.
  private static String article(Random random) {
    var text = new StringBuilder();
    var sentences = 2 + random.nextInt(5);
    for (var i = 0; i < sentences; i++) text.append(sentence(random)).append("\n\n");
    return text.toString();
  }

  private static String sentence(Random random) {
    return pick(SENTENCES, random)
        .replace("N", pick(NAMES, random))
        .replace("C", pick(CONTENTS, random));
  }

  private static String pick(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }

  @Test
  void anyTwoNamesMaySwapPlaces() {
    var random = new Random(SEED);
    for (var draw = 0; draw < 200; draw++) {
      var article = article(random);
      var one = pick(NAMES, random);
      var other = pick(NAMES, random);
      var as = "seed " + SEED + ", draw " + draw + ": " + article;
      var before = attribution.of(article);
      var after = attribution.of(exchanged(article, one, other));
      assertThat(before).as(as).isNotEmpty();
      assertThat(names(after))
          .as(as)
          .isEqualTo(
              names(before).stream()
                  .map(name -> name.equals(one) ? other : name.equals(other) ? one : name)
                  .toList());
      assertThat(contents(after)).as(as).isEqualTo(contents(before));
    }
  }

  @Test
  void anyNegatedCueTakesItsSayingBack() {
    var random = new Random(SEED);
    for (var draw = 0; draw < 200; draw++) {
      var sentence = sentence(random);
      var as = "seed " + SEED + ", draw " + draw + ": " + sentence;
      var said = attribution.of(sentence);
      var unsaid = attribution.of(sentence.replace(" has ", " has not "));
      assertThat(said).as(as).hasSize(1);
      assertThat(said.getFirst().manner().polarity()).as(as).isEqualTo(Polarity.ASSERTED);
      for (var each : unsaid)
        assertThat(each.manner().polarity()).as(as).isEqualTo(Polarity.UNSAID);
    }
  }

  @Test
  void anyParagraphMayMove() {
    var random = new Random(SEED);
    for (var draw = 0; draw < 200; draw++) {
      var one = sentence(random);
      var other = sentence(random);
      var as = "seed " + SEED + ", draw " + draw + ": " + one + " / " + other;
      var before = attribution.of(one + "\n\n" + other);
      var after = attribution.of(other + "\n\n" + one);
      assertThat(after.stream().map(AttributionTest::shown))
          .as(as)
          .containsExactlyInAnyOrderElementsOf(
              before.stream().map(AttributionTest::shown).toList());
      assertThat(attribution.of(one + "\n\n" + other).stream().map(AttributionTest::shown))
          .as("the same text twice: " + as)
          .containsExactlyElementsOf(before.stream().map(AttributionTest::shown).toList());
    }
  }

  private static List<Integer> moved(Proposal proposal, int by) {
    return places(proposal).stream().map(place -> place - by).toList();
  }

  private static List<Integer> places(Proposal proposal) {
    return proposal.content().stream().map(passage -> passage.span().start()).toList();
  }

  private static List<String> names(List<Proposal> proposals) {
    return proposals.stream()
        .map(each -> each.speaker() == null ? "?" : each.speaker().name())
        .toList();
  }

  private static List<List<String>> contents(List<Proposal> proposals) {
    return proposals.stream()
        .map(each -> each.content().stream().map(Passage::text).toList())
        .toList();
  }
}
