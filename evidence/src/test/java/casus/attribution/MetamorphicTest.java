package casus.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import casus.attribution.Proposal.Passage;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a change of the text must change in the proposals, and what not.
final class MetamorphicTest {
  private static final String ARTICLE =
      """
      Anna Berg said on Monday that the border would stay closed. “We did not choose this,” she told Reuters.

      Paul Lind accused Minsk of lying. "Nobody closed anything," Lind said. According to Berg, the gates were locked.

      The ministry announced that trade had fallen, adding that it would recover.
      """;

  private final Attribution attribution = new Attribution();

  @Test
  void swappingTwoNamesSwapsTheSpeakers() {
    var swapped = exchanged(exchanged(ARTICLE, "Anna", "Paul"), "Berg", "Lind");
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
      case "Anna Berg" -> "Paul Lind";
      case "Paul Lind" -> "Anna Berg";
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
