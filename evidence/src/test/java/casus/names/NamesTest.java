package casus.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casus.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is found in sentences of our own. `PER`, `ORG` and `PLC` stand before each name.
final class NamesTest {
  private static final long SEED = 20261122;
  private static final Names NAMES = new Names();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          The Justice Department and the Ministry of Justice agreed. | ORG Justice Department; ORG Ministry of Justice
          Bill Harrow met Governor Bill Carson in Ohio. | PER Bill Harrow; PER Bill Carson; PLC Ohio
          District Judge Carla Reeves issued the order. | PER Carla Reeves
          KARVONA, June 3 (Reuters) - Troops left the town. | PLC KARVONA; ORG Reuters
          Ithaca College and Cornell University agreed. | ORG Ithaca College; ORG Cornell University
          It was God's will, as the Bible says. | -
          Source C12 said otherwise. | -
          The Affordable Care Act expired. | -
          Brig. Gen. Rikard "Tex" Holm led the inquiry. | PER Rikard "Tex" Holm
          The people of Turkey voted. | PLC Turkey
          He served on USS Mahan (DDG 72) for a year. | -
          They visited Homs and Karvona. | PLC Homs; PLC Karvona
          Troops left Homs, Karvona and Hama. | PLC Homs; PLC Karvona; PLC Hama
          Anna Berg and Novak left. | PER Anna Berg; PER Novak
          In Minsk and on Monday they met. | PLC Minsk
          President Anna Berg arrived in Minsk on Monday. | PER Anna Berg; PLC Minsk
          Foreign Minister Sergei Orlov met his Belarusian counterpart in Vilnius. | PER Sergei Orlov; PLC Vilnius
          The Ministry of Foreign Affairs and Trade summoned the Russian ambassador. | ORG Ministry of Foreign Affairs and Trade
          The Ministry of Defence of Belarus denied the report. | ORG Ministry of Defence of Belarus
          Minsk denied that troops had crossed the border. | PLC Minsk
          The convoy left Minsk at dawn. | PLC Minsk
          The Kremlin said it would respond. | ORG Kremlin
          The White House and Downing Street declined to comment. | ORG White House; ORG Downing Street
          The Syrian government rejected the offer. | ORG Syrian government
          Iraqi security forces entered Mosul. | ORG Iraqi security forces; PLC Mosul
          The government of Iraq thanked its partners. | ORG government of Iraq
          U.S. forces left Bagram. | ORG U.S. forces; PLC Bagram
          Fighters of the Syrian Democratic Forces (SDF) took Raqqa, and the SDF held it. | ORG Syrian Democratic Forces; ORG SDF; PLC Raqqa; ORG SDF
          The Northern Border Commission (NBC) met on Friday. The NBC adopted nothing. | ORG Northern Border Commission; ORG NBC; ORG NBC
          Berg said that the talks had failed. | PER Berg
          Anna Berg spoke first. Berg then left the hall. | PER Anna Berg; PER Berg
          Mr. Novak and Mrs. Novak live in Prague. | PER Mr. Novak; PER Mrs. Novak; PLC Prague
          John F. Kennedy spoke in West Berlin. | PER John F. Kennedy; PLC West Berlin
          Gen. Mark Hall, the commander, visited Erbil. | PER Mark Hall; PLC Erbil
          Lt. Col. Jane Doe-Smith of the 5th Fleet was promoted. | PER Jane Doe-Smith; ORG 5th Fleet
          Abu Omar al-Shami was killed near Idlib. | PER Abu Omar al-Shami; PLC Idlib
          Ziad ibn Khalid al-Masri founded the group. | PER Ziad ibn Khalid al-Masri
          Ursula von der Leyen opened the European Council. | PER Ursula von der Leyen; ORG European Council
          Xi Jinping hosted Kim Jong Un in Beijing. | PER Xi Jinping; PER Kim Jong Un; PLC Beijing
          Alexander Lukashenko called Vladimir Putin. | PER Alexander Lukashenko; PER Vladimir Putin
          The Lukashenko regime survived. | ORG Lukashenko regime
          The Obama administration sent aid to Ukraine. | ORG Obama administration; PLC Ukraine
          Shells fell on the town of Karvona. | PLC Karvona
          The fall of Drenovo surprised everyone. | PLC Drenovo
          Rebels retook Karvona, a village in the north. | PLC Karvona
          Two convoys met in Drenovo, Ukraine, yesterday. | PLC Drenovo; PLC Ukraine
          The city of Homs lies west of Palmyra. | PLC Homs; PLC Palmyra
          Ships crossed the Strait of Hormuz and the Gulf of Oman. | PLC Strait of Hormuz; PLC Gulf of Oman
          Mount Zerno and Lake Vesna are protected. | PLC Mount Zerno; PLC Lake Vesna
          The Karvona Dam was damaged. | PLC Karvona Dam
          Camp Harrow lies in Helmand Province. | PLC Camp Harrow; PLC Helmand Province
          Northern Iraq and eastern Syria saw clashes. | PLC Northern Iraq; PLC Syria
          The Bank of England raised rates. | ORG Bank of England
          The University of Oslo and Uppsala University published it. | ORG University of Oslo; ORG Uppsala University
          The Council of Ministers met in Yerevan. | ORG Council of Ministers; PLC Yerevan
          The Organization for Security and Co-operation in Europe sent observers. | ORG Organization for Security and Co-operation in Europe
          The United Nations Security Council adopted Resolution 2254. | ORG United Nations Security Council
          The Collective Security Treaty Organization met. | ORG Collective Security Treaty Organization
          ISIL-held villages were shelled. | ORG ISIL
          Hezbollah fighters and Hamas militants trained together. | ORG Hezbollah; ORG Hamas
          The Free Karvona Army claimed the attack. | ORG Free Karvona Army
          The Karvona Liberation Front split in 1994. | ORG Karvona Liberation Front
          The 3rd Guards Brigade moved to Brest. | ORG 3rd Guards Brigade; PLC Brest
          Pro-Russian separatists seized Donetsk. | PLC Donetsk
          U.S.-led air strikes hit Sirte. | PLC U.S.; PLC Sirte
          The Russia-Ukraine border was closed. | PLC Russia; PLC Ukraine
          Russians and Belarusians held an exercise. | ORG Russians; ORG Belarusians
          The Iraqi people voted. | ORG Iraqi people
          Israeli jets struck Damascus. | PLC Damascus
          HMS Ocean sailed with USS Mahan. | -
          Operation Steel Dawn began in March. | -
          The Treaty of Riga was signed in 1921. | -
          On Tuesday, Parliament passed the Budget Act. | -
          Will Russia invade? | PLC Russia
          Reading the report took hours. | -
          The minister, Hassan Karimi, resigned. | PER Hassan Karimi
          “We are ready,” said Karimi. | PER Karimi
          Karimi’s deputy, Leila Haddad, agreed. | PER Leila Haddad
          According to Reuters, the BBC and TASS, the pact holds. | ORG Reuters; ORG BBC; ORG TASS
          Reporters of the New York Times saw it. | ORG New York Times
          The newspaper Zvezda printed the letter. | ORG Zvezda
          The German company Norvik built the plant. | ORG Norvik
          The Al-Karim clan left. | ORG Al-Karim clan
          SECRETARY HALE: We met in Geneva. | PER SECRETARY HALE; PLC Geneva
          MINSK - The army was put on alert. | PLC MINSK
          WASHINGTON, D.C. is the capital. | PLC WASHINGTON, D.C.
          Talks in Washington, D.C. went on. | PLC Washington, D.C.
          Amnesty International and Human Rights Watch protested. | ORG Amnesty International; ORG Human Rights Watch
          The European Union, the IMF and the World Bank lent money. | ORG European Union; ORG IMF; ORG World Bank
          The Democratic Republic of the Congo joined the African Union. | PLC Democratic Republic of the Congo; ORG African Union
          Sana'a and Ta'izz are in Yemen. | PLC Sana'a; PLC Ta'izz; PLC Yemen
          Deir ez-Zor was under siege. | PLC Deir ez-Zor
          The Prime Minister resigned. | -
          The Foreign Secretary will return. | -
          The President of Russia phoned. | PLC Russia
          The Army took part. | ORG Army
          The Coalition struck twice. | ORG Coalition
          The Coalition’s aircraft returned. | ORG Coalition
          An IED destroyed a UAV and two AK-47 rifles. | -
          I met him, and he said OK. | -
          It was the Cold War. | -
          Three soldiers of the Royal Navy landed in Crimea. | ORG Royal Navy; PLC Crimea
          The Association of Miners and Steelworkers struck. | ORG Association of Miners and Steelworkers
          The Department of Homeland Security closed. | ORG Department of Homeland Security
          Belarus’s State Security Committee denied it. | PLC Belarus; ORG State Security Committee
          The State Duma and the Federation Council voted. | ORG State Duma; ORG Federation Council
          Chancellor Merz and President Macron met Zelenskyy. | PER Chancellor Merz; PER President Macron; PER Zelenskyy
          Prime Minister Ali al-Hadi spoke to Parliament. | PER Ali al-Hadi
          Sheikh Mansour al-Otaibi leads the Otaibi tribe. | PER Mansour al-Otaibi; ORG Otaibi tribe
          The spokesman, Col. Ivan Petrov, told Interfax. | PER Ivan Petrov; ORG Interfax
          """)
  void namesAreFound(String text, String names) {
    assertThat(shown(text)).isEqualTo(names);
  }

  private static String shown(String text) {
    var names = NAMES.of(text);
    return names.isEmpty()
        ? "-"
        : names.stream()
            .map(name -> kind(name.kind()) + " " + name.text())
            .collect(Collectors.joining("; "));
  }

  private static String kind(Kind kind) {
    return switch (kind) {
      case PERSON -> "PER";
      case ORGANISATION -> "ORG";
      case PLACE -> "PLC";
    };
  }

  /// The state that a name stands for, for the first name of each sentence.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          Belarus closed the border. | BLR
          Minsk denied that troops had crossed the border. | BLR
          The convoy left Minsk at dawn. |
          Minsk is a city of two million. |
          The Kremlin said it would respond. | RUS
          Downing Street declined to comment. | GBR
          The Syrian government rejected the offer. | SYR
          Iraqi security forces entered the town. | IRQ
          The government of Iraq thanked its partners. | IRQ
          The Ministry of Defence of the Republic of Belarus denied it. | BLR
          The Russian Defence Ministry published a film. | RUS
          U.S. forces left in August. | USA
          The Syrian Democratic Forces advanced. |
          NATO met in spring. |
          Belarusians voted. | BLR
          President Anna Berg spoke. |
          """)
  void aStateIsMeant(String text, @Nullable String code) {
    assertThat(NAMES.of(text).getFirst().state()).isEqualTo(code);
  }

  /// The fullest name in the text, for the last name of each.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          Anna Berg spoke first. Then Berg left the hall. | Anna Berg
          Anna Berg spoke. A day later President Berg denied it. | Anna Berg
          The Northern Border Commission (NBC) met. It was the first meeting of the NBC. | Northern Border Commission
          Abu Omar al-Shami fled. In May al-Shami was caught. | Abu Omar al-Shami
          A day later President Berg denied it. | Berg
          The talks took place in Minsk. | Minsk
          """)
  void theFullestNameIsKnown(String text, String canonical) {
    assertThat(NAMES.of(text).getLast().canonical()).isEqualTo(canonical);
  }

  /// A name seen in full gives its kind to its short forms, wherever they stand.
  @Test
  void aShortFormHasTheKindOfTheFullOne() {
    var text = "Talks with Karvona failed. The reporter met Anna Karvona at her home.";
    assertThat(NAMES.of(text)).extracting(Name::kind).containsOnly(Kind.PERSON);
  }

  /// The table of the page holds what is found, with the fuller name and the state where there is
  /// one.
  @Test
  void theTableOfThePageIsTrue() throws IOException {
    var page = Files.readAllLines(Path.of("").toAbsolutePath().resolveSibling("docs/names.md"));
    var rows = page.stream().filter(line -> line.startsWith("| *")).toList();
    assertThat(rows).hasSizeGreaterThan(5);
    for (var row : rows) {
      var text = row.substring(3, row.indexOf("* | "));
      var shown = NAMES.of(text).stream().map(NamesTest::whole).collect(Collectors.joining("; "));
      assertThat("| *" + text + "* | " + (shown.isEmpty() ? "nothing" : shown) + " |")
          .isEqualTo(row);
    }
  }

  private static String whole(Name name) {
    var bare = name.canonical().equals(name.text());
    return name.kind()
        + " "
        + name.text()
        + (bare ? "" : " = " + name.canonical())
        + (name.state() == null ? "" : ", " + name.state());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n\n\n",
        "...",
        "'s",
        "’",
        "-",
        "A",
        "I.",
        "(ABC)",
        "Mr.",
        "of the",
        "Ministry of",
        "Ministry of the",
        "the (X) of (Y)",
        "al-",
        "-al",
        "U.S.-",
        "\ud83d\ude00 Anna",
        "\ud835\udc00\ud835\udc01 said",
        "Anna\u0000Berg",
        "ALL CAPITALS AND NOTHING ELSE HERE"
      })
  void anyTextIsRead(String text) {
    assertThat(placed(text)).isEqualTo(NAMES.of(text));
  }

  /// Texts that nobody writes: every piece by itself ten thousand times over.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Anna Berg and ",
        "the (",
        "U.S. ",
        "Ministry of ",
        "A",
        "al-",
        "pro-",
        "Council of the ",
        "Karvona, ",
        "\n",
        "General ",
        "’s",
        "Operation Steel "
      })
  void longTextsAreRead(String piece) {
    var text = piece.repeat(10_000);
    assertThat(placed(text)).isEqualTo(NAMES.of(text));
  }

  /// Random pieces of sentences: names lie in the text, in order, without overlap, and twice the
  /// same.
  @Test
  void namesLieInTheTextInOrder() {
    var pieces =
        List.of(
            "Anna Berg",
            " of ",
            "the ",
            "Ministry",
            " and ",
            "Minsk",
            ", ",
            ". ",
            "U.S.",
            "-led ",
            "’s ",
            "(SDF)",
            "al-Shami ",
            "Mr. ",
            "said ",
            "near ",
            "\n",
            "\n\n",
            "5th ",
            "\"",
            "Republic ",
            "in ",
            "Operation ",
            "HMS ",
            "IRAQ ",
            "Will ",
            "Iraqi ",
            "forces ",
            "é",
            "Gulf ",
            "J. ");
    var random = new Random(SEED);
    for (var round = 0; round < 1000; round++) {
      var text = new StringBuilder();
      for (var i = random.nextInt(25); i >= 0; i--)
        text.append(pieces.get(random.nextInt(pieces.size())));
      assertThat(placed(text.toString()))
          .as("seed %d: %s", SEED, text)
          .isEqualTo(NAMES.of(text.toString()));
    }
  }

  private static List<Name> placed(String text) {
    var names = NAMES.of(text);
    var before = 0;
    for (var name : names) {
      assertThat(name.span().start()).isGreaterThanOrEqualTo(before);
      assertThat(text.substring(name.span().start(), name.span().end())).isEqualTo(name.text());
      before = name.span().end();
    }
    return names;
  }

  @Test
  void aNameLiesInItsSource() {
    assertThatThrownBy(() -> Name.of("Minsk", new Span(0, 6), Kind.PLACE, "Minsk", null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Name.of("Minsk", new Span(2, 2), Kind.PLACE, "Minsk", null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingIsNamedInNothing() {
    assertThat(NAMES.of("")).isEmpty();
  }
}
