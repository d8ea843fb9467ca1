package casus.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import casus.attribution.Proposal.Passage;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who said what, one construction at a time.
final class AttributionTest {
  private final Attribution attribution = new Attribution();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Anna Berg said that the border is closed.                | Anna Berg: that the border is closed
          "The border is closed," said Anna Berg.                  | Anna Berg: "The border is closed,"
          "The border is closed," Berg told Reuters on Monday.     | Berg: "The border is closed,"
          “The border is closed,” the minister said. “For good.”   | the minister: “The border is closed,” / “For good.”
          The border is closed, Berg said.                         | Berg: The border is closed
          The border, Berg said, would stay closed.                | Berg: The border / would stay closed
          According to the ministry, the border is closed.         | the ministry: the border is closed
          The border is closed, according to the ministry.         | the ministry: The border is closed
          Berg, 35, a lawyer who lives in Minsk, said it was over. | Berg: it was over
          On Monday, Berg said the border was closed.              | Berg: the border was closed
          The report found that trade fell.                        | The report: that trade fell
          Berg condemned the attack.                               | Berg: the attack
          Berg accused Minsk of lying.                             | Berg: Minsk of lying
          Berg vowed to fight.                                     | Berg: to fight
          Berg called it a "hybrid attack on our border" in a note. | Berg: it a "hybrid attack on our border" in a note
          Berg left, adding that she would return.                 | Berg: that she would return
          Iran's claim that the site is closed was disputed.       | Iran: that the site is closed was disputed
          “We hold and we stay.” — Anna Berg                       | Anna Berg: “We hold and we stay.”
          “We call it “hell” here and stay.” ― Anna Berg           | Anna Berg: “We call it “hell” here and stay.”
          VILNIUS, Dec. 8 (Reuters) — Berg left, saying: "Enough." | Berg: "Enough."
          Lind and Berg both said that trade fell.                 | Lind and Berg both: that trade fell
          In Vilnius, Anna Berg (R-LT) said trade fell.            | Anna Berg: trade fell
          Anna Berg, 35, of Flint, Mich., said trade fell.         | Anna Berg: trade fell
          Moreover, Anna Berg, the minister, said trade fell.      | Anna Berg: trade fell
          Berg condemned the attack during a visit to Riga.        | Berg: the attack
          Berg condemned it at a rally on Monday.                  | Berg: it
          Berg condemned the attack, which killed two.             | Berg: the attack
          Guards threw stones before Berg fled, saying it was over. | Guards: it was over
          The war posed concrete questions about trade.            |
          Officials who spoke with Reuters said trade fell.        | Officials: trade fell
          Anna Berg (R-LT) last month joked that trade fell.       | Anna Berg: that trade fell
          Anna Berg, who lost a son in Riga, Latvia, said trade fell. | Anna Berg: trade fell
          Berg herself has said that trade fell.                   | Berg: that trade fell
          Berg said she held talks and favored a ban.              | Berg: she held talks and favored a ban
          """)
  void aConstructionIsRead(String text, String expected) {
    assertThat(shown(attribution.of(text.strip()))).isEqualTo(expected == null ? "" : expected);
  }

  /// Act, rule and content of what is less than a saying, or said in other words.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Berg is adamant that the border is closed.        | claim stance: that the border is closed
          Berg made it clear that the border was closed.    | claim stance: that the border was closed
          Berg has been critical of the deal.               | criticize stance: the deal
          Berg remains firmly opposed to the deal.          | oppose stance: the deal
          Berg is willing to talk.                          | intend stance: to talk
          Berg is a vocal supporter of the deal.            | support stance: the deal
          Berg, a critic of the deal, left.                 | criticize stance: the deal
          Berg plans to leave.                              | intend cue-infinitive: to leave
          Berg knows that trade fell.                       | know cue-clause: that trade fell
          Berg has no intention of leaving.                 | intend light-verb: leaving
          Berg expressed deep concern about the border.     | believe light-verb: the border
          Berg gave a warning that troops would leave.      | warn light-verb: that troops would leave
          Berg issued a statement saying that trade fell.   | state participle: that trade fell
          Berg's plan to close the border failed.           | intend noun-cue: to close the border
          Berg went on to say that trade fell.              | state cue-clause: that trade fell
          Berg also said trade fell.                        | state cue-clause: trade fell
          Berg laid out a plan.                             | state cue-object: a plan
          Berg laid a stone.                                | none
          As Berg noted, trade fell.                        | state cue-after: trade fell
          As reported by Reuters, trade fell.               | state cue-after: trade fell
          In Berg's view, trade fell.                       | believe according-to: trade fell
          When asked whether trade fell, Berg left.         | ask passive: whether trade fell
          Berg was accused of lying by the ministry.        | accuse passive: Berg / of lying
          It is clear that trade fell.                      | none
          """)
  void aStanceIsTold(String text, String expected) {
    var told =
        attribution.of(text.strip()).stream()
            .map(each ->
                String.format(
                    Locale.ROOT,
                    "%s %s: %s",
                    each.manner().act().name().toLowerCase(Locale.ROOT),
                    each.rule().label(),
                    each.content().stream().map(Passage::text).collect(Collectors.joining(" / "))))
            .collect(Collectors.joining("; "));
    assertThat(told.isEmpty() ? "none" : told).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Reuters reported that Berg said that trade fell. | Reuters: that Berg said that trade fell; Berg via Reuters: that trade fell
          According to Reuters, Berg said trade fell.      | Reuters: Berg said trade fell; Berg via Reuters: trade fell
          BBC wrote that Reuters reported that Berg said that trade fell. | BBC: that Reuters reported that Berg said that trade fell; Reuters via BBC: that Berg said that trade fell; Berg via Reuters via BBC: that trade fell
          Berg said that he had said that trade fell.      | Berg: that he had said that trade fell
          Berg said that Minsk wants peace.                | Berg: that Minsk wants peace
          """)
  void hearsayNamesWhoTellsIt(String text, String expected) {
    var told =
        attribution.of(text.strip()).stream()
            .map(each -> {
              var shown = new StringBuilder(speaker(each));
              for (var via = each.via(); via != null; via = via.via())
                shown.append(" via ").append(speaker(via));
              return shown + ": " + each.content().getFirst().text();
            })
            .collect(Collectors.joining("; "));
    assertThat(told).isEqualTo(expected);
  }

  private static String speaker(Proposal proposal) {
    var speaker = proposal.speaker();
    return speaker == null ? "?" : speaker.name();
  }

  @Test
  void hearsayIsTrustedLess() {
    var proposals = attribution.of("Reuters reported that Berg said that trade fell.");
    assertThat(proposals.get(1).confidence())
        .isEqualTo(proposals.get(0).confidence() * Rule.CUE_CLAUSE.confidence());
  }

  @Test
  void whatIsNotConvincedIsUnsaid() {
    assertThat(attribution.of("Berg is not convinced that trade fell.").getFirst().manner())
        .isEqualTo(new Proposal.Manner(Act.BELIEVE, Polarity.UNSAID, Modality.ACTUAL));
  }

  @Test
  void proposalsQuoteTheText() {
    var text = "“We hold,” Berg said.\n\nCritics dispute that claim, he added, citing a report.";
    var proposals = attribution.of(text);
    assertThat(proposals).isNotEmpty();
    for (var proposal : proposals)
      for (var passage : proposal.content())
        assertThat(text.substring(passage.span().start(), passage.span().end()))
            .isEqualTo(passage.text());
  }

  @Test
  void speechGoesOnInTheNextParagraph() {
    var text = "“We hold,” Berg said. “We stay.\n\n“And we will win.”";
    assertThat(shown(attribution.of(text)))
        .isEqualTo("Berg: “We hold,” / “We stay. / “And we will win.”");
  }

  @Test
  void aTranscriptHasTurns() {
    assertThat(
            shown(attribution.of("Q: Why now?\nBERG: We had to.\nQ: Had you?\nBERG: Yes, we had.")))
        .isEqualTo("Q: Why now?; BERG: We had to.; Q: Had you?; BERG: Yes, we had.");
  }

  @Test
  void aTranscriptInQuotationMarksGoesOn() {
    var text =
        """
        “LIND: Why now?

        “BERG: We had to. We were asked to.

        “And we will stay.

        “LIND: And then?

        “BERG: We go.”
        """;
    assertThat(shown(attribution.of(text)))
        .isEqualTo(
            "LIND: Why now?; BERG: We had to. We were asked to. / “And we will stay.; LIND: And then?; BERG: We go.”");
  }

  @Test
  void whoDescribesGovernsTheQuotation() {
    assertThat(shown(attribution.of("The board has a plan, which Berg described as “a bad joke”.")))
        .isEqualTo("Berg: “a bad joke”");
  }

  @Test
  void spacesThatDoNotBreakAreSpaces() {
    assertThat(shown(attribution.of("“We hold and stay.”\u00a0― Anna Berg\u00a0")))
        .isEqualTo("Anna Berg: “We hold and stay.”");
  }

  @Test
  void aClosingMarkAtTheHeadOfAParagraphOpens() {
    assertThat(shown(attribution.of("”We hold and stay,” Berg said.")))
        .isEqualTo("Berg: ”We hold and stay,”");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Anna Berg met Paul Lind in Riga. She said that trade fell.             | Anna Berg
          Anna Berg met Paul Lind in Riga. He said that trade fell.              | Paul Lind
          Anna Berg said that it was late. Paul Lind said no. She said it was.   | Anna Berg
          Anna Berg, the foreign minister, met Paul Lind. The minister said yes. | Anna Berg
          Senator Paul Lind met Anna Berg. The senator said that trade fell.     | Paul Lind
          The senator said that trade fell. Senator Paul Lind left.              | The senator
          """)
  void pronounsAndTitlesHaveNames(String text, String name) {
    assertThat(speaker(attribution.of(text.strip()).getLast())).isEqualTo(name);
  }

  @Test
  void aParagraphThatEndsWithAColonIntroduces() {
    assertThat(
            shown(attribution.of("The paper then asked Berg, who replied:\n\n“We hold and stay.”")))
        .endsWith(": “We hold and stay.”");
  }

  @Test
  void titlesAreNotSpeech() {
    assertThat(shown(attribution.of("Berg told the show \"Good Morning Minsk\" that troops left.")))
        .isEqualTo("Berg: that troops left");
  }

  @Test
  void anUnknownVerbBesideAQuotationHasItsSubject() {
    assertThat(shown(attribution.of("“We hold and stay,” Berg shot back.")))
        .isEqualTo("Berg: “We hold and stay,”");
  }

  @Test
  void whoVoicesAFearHasIt() {
    assertThat(shown(attribution.of("In May, Berg voiced fears that troops would leave.")))
        .isEqualTo("Berg: that troops would leave");
  }

  @Test
  void surnamesPronounsAndInitialsHaveNames() {
    var text =
        """
        Anna Berg spoke for the Border Guard Service (BGS). Berg said it was late. She added that it was cold.

        The BGS said nothing was wrong. Minsk said that it agreed.
        """;
    assertThat(
            attribution.of(text).stream()
                .map(each -> each.speaker() == null ? "?" : each.speaker().name()))
        .containsExactly("Anna Berg", "Anna Berg", "Border Guard Service", "Belarus");
  }

  @Test
  void aDenialIsDenied() {
    assertThat(attribution.of("Minsk denied that it had closed the border.").getFirst().manner())
        .isEqualTo(new Proposal.Manner(Act.DENY, Polarity.DENIED, Modality.ACTUAL));
  }

  @Test
  void whatWasNotSaidIsNotAsserted() {
    for (var cue : List.of("did not say", "never said", "declined to say", "has not said"))
      assertThat(attribution.of("Berg " + cue + " that troops would leave.").getFirst().manner())
          .as(cue)
          .isEqualTo(new Proposal.Manner(Act.STATE, Polarity.UNSAID, Modality.ACTUAL));
  }

  @Test
  void whoIsToldIsTheAddressee() {
    var proposal =
        attribution.of("Berg told Reuters on Monday that troops would leave.").getFirst();
    assertThat(proposal.addressee()).extracting(Passage::text).isEqualTo("Reuters");
    assertThat(proposal.day()).extracting(Passage::text).isEqualTo("Monday");
    assertThat(proposal.content().getFirst().text()).isEqualTo("that troops would leave");
  }

  static String shown(List<Proposal> proposals) {
    return proposals.stream().map(AttributionTest::shown).collect(Collectors.joining("; "));
  }

  static String shown(Proposal proposal) {
    var content = proposal.content().stream().map(Passage::text).collect(Collectors.joining(" / "));
    var speaker = proposal.speaker();
    return String.format(
        Locale.ROOT, "%s: %s", speaker == null ? "?" : speaker.mention().text(), content);
  }
}
