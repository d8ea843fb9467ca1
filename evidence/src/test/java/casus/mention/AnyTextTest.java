package casus.mention;

import static org.assertj.core.api.Assertions.assertThat;

import casus.text.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whatever a text holds, mentions come back, quote it, and do not overlap.
final class AnyTextTest {
  private static final long SEED = 20261122;
  private static final LocalDate PUBLISHED = LocalDate.of(2020, 2, 29);
  private static final String PIECES =
      "a|the|of|%|per cent|percent|2|9|31|30|1,200|6.7|2020|1990|s|-|–|.|,|(|)|$|€|m|bn|million|"
          + "hundred|two|twenty|half|third|a third of|in|on|by|since|until|before|after|between|and|"
          + "from|to|August|February|29|Monday|last|next|this|week|year|days|ago|earlier|later|"
          + "early|mid|late|end of|dozens of|thousands of|troops|people|respondents|poll|found|"
          + "according to|Article|Articles|4|2(4)|V|paragraph|UN Charter|CSTO|'s|treaty|the treaty|"
          + "NATO's|Treaty on|killed|n =|surveyed|more than|at least|up to|or more|\n|\"|“|😀|"
          + "\ud83d|\u0000|\u00a0|مرحبا|٣٤|½|0|00|999999999999999999999999|1.2.3|9/11|+|trillion|"
          + "past|few|decade|overnight|yesterday|the next day|quarter|spring|times|once|I";
  private final Mentions mentions = new Mentions(Vocabulary.english());

  @Test
  void mentionsQuoteTheTextAndDoNotOverlap() {
    System.out.println("seed " + SEED);
    var random = new Random(SEED);
    var pieces = List.of(PIECES.split("\\|"));
    for (var round = 0; round < (Boolean.getBoolean("casus.full") ? 50_000 : 5_000); round++) {
      var text = new StringBuilder();
      for (var i = random.nextInt(30); i >= 0; i--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
        if (random.nextInt(5) > 0) text.append(' ');
      }
      quotesItself(text.toString(), round % 3 == 0 ? null : PUBLISHED);
    }
  }

  @Test
  void whatIsMaskedIsPassedOver() {
    var text = "About 2,000 troops came. About 3,000 tanks left.";
    var found = mentions.of(text, PUBLISHED, List.of(new Span(0, 24), new Span(40, 4000)));
    assertThat(found).isEmpty();
    assertThat(mentions.of(text, PUBLISHED, List.of(new Span(0, 24))))
        .extracting(mention -> mention.passage().text())
        .containsExactly("About 3,000 tanks");
  }

  @Test
  void aPassageIsWhatStandsThere() {
    assertThat(Passage.of("two tanks", new Span(4, 9)).text()).isEqualTo("tanks");
    org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
        .isThrownBy(() -> Passage.of("two tanks", new Span(4, 10)));
    org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
        .isThrownBy(() -> Passage.of("two tanks", new Span(4, 4)));
  }

  /// No timing: what grows with the square of the length does not end in this time at all.
  @Test
  @Timeout(600)
  void longTextsAreRead() {
    for (var unit :
        List.of(
            "Between 20 and 25 per cent of adults said on Monday that Article 4 holds. ",
            "two hundred and ",
            "Article 4, ",
            "Treaty of ",
            "according to ",
            "poll found ",
            "last ",
            "of the ",
            "1",
            "1,",
            "1.",
            "a.",
            "U.",
            "early ",
            "Aa",
            "'s",
            "((")) quotesItself(unit.repeat(200_000 / unit.length()), PUBLISHED);
  }

  private void quotesItself(String text, @org.jspecify.annotations.Nullable LocalDate published) {
    var end = 0;
    for (var mention : mentions.of(text, published)) {
      var passage = mention.passage();
      if (passage.span().start() < end) throw new AssertionError("overlap at " + passage);
      end = passage.span().end();
      matches(text, passage);
      if (mention instanceof Quantity quantity) {
        if (quantity.population() != null) matches(text, quantity.population());
        if (quantity.source() != null) matches(text, quantity.source());
      }
    }
  }

  private static void matches(String text, Passage passage) {
    if (!text.startsWith(passage.text(), passage.span().start())
        || passage.text().length() != passage.span().end() - passage.span().start())
      throw new AssertionError(passage);
  }
}
