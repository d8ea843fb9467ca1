package casus.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import casus.attribution.Proposal.Passage;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Texts that nobody wrote for a reader: whatever they hold, an answer comes, and it quotes them.
final class HostileTest {
  private static final long SEED = 7;
  private final Attribution attribution = new Attribution();

  @Test
  void anyMixtureOfMarksAndCuesIsRead() {
    var pieces =
        List.of(
            "\"",
            "“",
            "”",
            "'",
            "‘",
            "’",
            "''",
            "«",
            "»",
            " ",
            "\n",
            "\n\n",
            "\r\n",
            ",",
            ".",
            ":",
            ";",
            "—",
            "-",
            "(",
            ")",
            "said",
            " said ",
            "Anna Berg",
            " that ",
            " to ",
            "according to",
            " he ",
            "claims",
            "'s",
            "n't",
            "did",
            "not",
            "\u202eمرحبا\u202c",
            "שלום",
            "😀",
            "\ud83d",
            "\u0000",
            "\ufeff",
            "3",
            "5'10\"",
            "U.S.",
            "Mr.",
            "...",
            "…",
            ", adding",
            "told",
            "of");
    var random = new Random(SEED);
    for (var round = 0; round < 4000; round++) {
      var text = new StringBuilder();
      for (var i = random.nextInt(60); i >= 0; i--)
        text.append(pieces.get(random.nextInt(pieces.size())));
      quotesItself(text.toString());
    }
  }

  @Test
  void rightToLeftWordsAreQuotedAsTheyStand() {
    var text = "“אנחנו כאן,” said Anna Berg. Berg said that مرحبا means hello.";
    assertThat(AttributionTest.shown(attribution.of(text)))
        .isEqualTo("Anna Berg: “אנחנו כאן,”; Berg: that مرحبا means hello");
  }

  /// No timing: what grows with the square of the length does not end in this time at all.
  @Test
  @Timeout(600)
  void fiveMegabytesOfQuotationsAreRead() {
    quotesItself("“We hold,” he said. \"No,\" said Berg. ".repeat(140_000));
    quotesItself("\"“ said ".repeat(600_000));
    quotesItself("“We hold,” he said.\n".repeat(250_000));
    quotesItself(", said that he claims".repeat(250_000));
    quotesItself("\"".repeat(5_000_000));
    quotesItself("a".repeat(5_000_000));
    quotesItself("the Anna Berg of ".repeat(300_000) + "said that it was so.");
  }

  private void quotesItself(String text) {
    for (var proposal : attribution.of(text)) {
      for (var passage : proposal.content()) matches(text, passage);
      if (proposal.speaker() != null) matches(text, proposal.speaker().mention());
      if (proposal.cue() != null) matches(text, proposal.cue());
    }
  }

  private static void matches(String text, Passage passage) {
    if (!text.startsWith(passage.text(), passage.span().start())
        || passage.text().length() != passage.span().end() - passage.span().start())
      throw new AssertionError(passage);
  }
}
