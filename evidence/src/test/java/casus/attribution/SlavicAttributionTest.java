package casus.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import casus.attribution.Proposal.Passage;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who said what in Russian and Belarusian, one construction at a time.
final class SlavicAttributionTest {
  private static final long SEED = 11;
  private final Attribution attribution = new Attribution();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Анна Берг заявила, что граница закрыта.                       | Анна Берг: что граница закрыта
          «Граница закрыта», — сказала Анна Берг.                       | Анна Берг: «Граница закрыта»
          «Граница закрыта, — сказал министр. — Мы её не откроем».      | министр: «Граница закрыта / Мы её не откроем»
          — Граница закрыта, — сказала она. — Мы её не откроем.         | она: Граница закрыта / Мы её не откроем.
          Берг добавил: „Мы её не откроем“.                             | Берг: „Мы её не откроем“
          Граница закрыта, заявил Берг.                                 | Берг: Граница закрыта
          Граница, уточнил он, закрыта до пятницы.                      | он: Граница / закрыта до пятницы
          Как сообщили в министерстве, граница закрыта с пятницы.       | министерство: граница закрыта с пятницы
          По словам Анны Берг, граница закрыта.                         | Анна Берг: граница закрыта
          По её словам, граница закрыта с пятницы.                      | её: граница закрыта с пятницы
          По данным МИД Белоруссии, граница закрыта.                    | МИД Белоруссии: граница закрыта
          Согласно Вершинину, граница закрыта.                          | Вершинин: граница закрыта
          Берг осудил применение силы.                                  | Берг: применение силы
          Берг обвинил Минск во лжи и пообещал ответить.                | Берг: Минск во лжи; Берг: ответить
          Берг призвал стороны к диалогу, добавив, что время уходит.    | Берг: стороны к диалогу; Берг: что время уходит
          В Варшаве эти слова назвали выдумкой.                         | Варшава: эти слова / выдумкой
          Эксперты уверены: «Ввода войск не будет».                     | Эксперты: «Ввода войск не будет»
          «Мы готовы к диалогу», — говорится в заявлении совета.        | совет: «Мы готовы к диалогу»
          На встрече с рабочими Лукашенко сказал, что не уйдёт.         | Лукашенко: что не уйдёт
          Песков, отвечая на вопрос, сказал, что запроса не было.       | Песков: что запроса не было
          Москва заявила, что ждёт, а Киев заявил, что устал ждать.     | Москва: что ждёт; Киев: что устал ждать
          Берг: мы этого не просили                                     | Берг: мы этого не просили
          Ганна Берг заявіла, што мяжа зачыненая.                       | Ганна Берг: што мяжа зачыненая
          «Мяжа зачыненая», — сказаў міністр.                           | міністр: «Мяжа зачыненая»
          Паводле слоў Святланы Берг, мяжа зачыненая.                   | Святлана Берг: мяжа зачыненая
          Паводле Лукашэнкі, мяжа зачыненая.                            | Лукашэнка: мяжа зачыненая
          Як заявілі ў МЗС, мяжа зачыненая.                             | МЗС: мяжа зачыненая
          Польшча адкінула абвінавачанні Мінска.                        | Польшча: абвінавачанні Мінска
          Павел Латушка выказаў надзею, што гвалт спыніцца.             | Павел Латушка: надзею, што гвалт спыніцца
          """)
  void aConstructionIsRead(String text, String expected) {
    assertThat(shown(text.strip())).isEqualTo(expected);
  }

  private String shown(String text) {
    return attribution.of(text).stream()
        .map(SlavicAttributionTest::shown)
        .collect(Collectors.joining("; "));
  }

  private static String shown(Proposal proposal) {
    var speaker = proposal.speaker();
    return (speaker == null ? "?" : speaker.name())
        + ": "
        + proposal.content().stream().map(Passage::text).collect(Collectors.joining(" / "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          По словам Дмитрия Пескова, войск нет.                                  | Дмитрий Песков
          По словам пресс-секретаря президента РФ Дмитрия Пескова, войск нет.    | Дмитрий Песков
          По словам Лукашенко, это были чужие танки.                             | Лукашенко
          По словам А. Г. Лукашенко, это были чужие танки.                       | А. Г. Лукашенко
          По мнению Ангелы Меркель, насилие недопустимо.                         | Ангела Меркель
          По мнению Марины Левченко, это обычная ложь.                           | Марина Левченко
          По словам Светланы Тихановской, насилие нужно остановить.              | Светлана Тихановская
          По мнению Станислава Зася, это внутреннее дело.                        | Станислав Зась
          По данным правительства Литвы, это были беженцы.                       | правительство Литвы
          По данным Министерства иностранных дел Польши, это были беженцы.       | Министерство иностранных дел Польши
          По информации российского посольства, это были туристы.                | российское посольство
          В Москве заявили, что это была ошибка.                                 | Москва
          Об этом известно; в Кремле сообщили, что это была ошибка.              | Кремль
          В белорусском МИДе сообщили, что это была ошибка.                      | белорусский МИД
          В Координационном совете сообщили, что это была ошибка.                | Координационный совет
          По оценкам экспертов, это была ошибка.                                 | эксперты
          На думку Уладзіміра Макея, гэта памылка.                               | Уладзімір Макей
          Паводле слоў Марыі Калеснікавай, гэта памылка.                         | Марыя Калеснікава
          На думку аналітыка Паўла Усава, гэта памылка.                          | Павел Усаў
          Паводле звестак Міністэрства абароны, гэта памылка.                    | Міністэрства абароны
          У Мінску заявілі, што гэта памылка.                                    | Мінск
          У Каардынацыйнай радзе заявілі, што гэта памылка.                      | Каардынацыйная рада
          """)
  void aSpeakerIsNamedInTheNominative(String text, String name) {
    assertThat(attribution.of(text))
        .extracting(each -> each.speaker() == null ? "?" : each.speaker().name())
        .containsExactly(name);
  }

  @Test
  void surnamesOfficesAndPronounsHaveNames() {
    var text =
        """
        Генеральный секретарь организации Станислав Зась сообщил, что обращений не было. По мнению генсека, это внутреннее дело.

        Депутат Марина Левченко заявила, что ждёт ответа. «Время уходит», — сказала она. По словам Зася, ответ будет. Он добавил, что время есть.
        """;
    assertThat(attribution.of(text))
        .extracting(each -> each.speaker() == null ? "?" : each.speaker().name())
        .containsExactly(
            "Станислав Зась",
            "Станислав Зась",
            "Марина Левченко",
            "Марина Левченко",
            "Станислав Зась",
            "Станислав Зась");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Берг заявил, что войска останутся.               | STATE    | ASSERTED | ACTUAL
          Берг не подтвердил, что войска останутся.        | STATE    | UNSAID   | ACTUAL
          Берг отказался говорить, что будет с войсками.   | STATE    | UNSAID   | ACTUAL
          Берг опроверг сообщения о вводе войск.           | DENY     | DENIED   | ACTUAL
          Берг не исключил, что войска останутся.          | CLAIM    | ASSERTED | ACTUAL
          Берг якобы заявил, что войска останутся.         | STATE    | ASSERTED | RUMOURED
          Сообщается, что войска останутся.                | STATE    | ASSERTED | RUMOURED
          Берг может заявить, что войска останутся.        | STATE    | ASSERTED | HYPOTHETICAL
          Берг пригрозил закрыть границу.                  | THREATEN | ASSERTED | ACTUAL
          Берг сомневается, что войска останутся.          | DOUBT    | ASSERTED | ACTUAL
          Берг выразил уверенность, что войска останутся.  | BELIEVE  | ASSERTED | ACTUAL
          Міністр абверг паведамленні пра ўвод войскаў.    | DENY     | DENIED   | ACTUAL
          Міністр не пацвердзіў, што войскі застануцца.    | STATE    | UNSAID   | ACTUAL
          Міністр заклікаў суседзяў спыніць пагрозы.       | DEMAND   | ASSERTED | ACTUAL
          """)
  void theMannerIsRead(String text, Act act, Polarity polarity, Modality modality) {
    assertThat(attribution.of(text).getFirst().manner())
        .isEqualTo(new Proposal.Manner(act, polarity, modality));
  }

  @Test
  void whoIsToldAndWhenStandBesideTheCue() {
    var told =
        attribution.of("Песков рассказал журналистам в среду, что запроса не было.").getFirst();
    assertThat(told.addressee()).extracting(Passage::text).isEqualTo("журналистам");
    assertThat(told.day()).extracting(Passage::text).isEqualTo("в среду");
    var dated =
        attribution.of("«Мы этого не просили», — сказал Берг газете «Север» 9 августа 2020 года.");
    assertThat(dated.getFirst().addressee()).extracting(Passage::text).isEqualTo("газете «Север»");
    assertThat(dated.getFirst().day()).extracting(Passage::text).isEqualTo("9 августа 2020 года");
  }

  @Test
  void formsAreThoseOfTheText() {
    assertThat(attribution.of("— Мы этого не просили, — сказала она."))
        .extracting(Proposal::form)
        .containsExactly(Form.DIRECT);
    assertThat(attribution.of("Берг назвал обвинения «абсурдными и надуманными»."))
        .extracting(Proposal::form)
        .containsExactly(Form.MIXED);
    assertThat(attribution.of("Мы этого не просили, сказал Берг."))
        .extracting(Proposal::form)
        .containsExactly(Form.INDIRECT);
  }

  @Test
  void lettersThatLookAlikeAndLettersLeftOutAreTheSame() {
    var one = attribution.of("Берг заявил, что объём её поставок растёт. Учёные подтвердили это.");
    var other =
        attribution.of("Берг зaявил, чтo объем ее поставок растет. Ученые пoдтвердили это.");
    assertThat(other).hasSameSizeAs(one).isNotEmpty();
    assertThat(other.getFirst().manner()).isEqualTo(one.getFirst().manner());
  }

  @Test
  void anyMixtureOfMarksAndCuesIsRead() {
    var pieces =
        List.of(
            "«",
            "»",
            "„",
            "“",
            "\"",
            "—",
            " — ",
            "- ",
            ", — ",
            ".",
            ". ",
            ",",
            ", что ",
            ":",
            " ",
            "\n",
            "сказал",
            " заявил ",
            "по словам ",
            "по его словам",
            "Анна Берг",
            "он",
            " не ",
            "в МИД",
            " со ссылкой на ",
            "и",
            "якобы",
            "9 августа",
            "в среду",
            "ё",
            "ў",
            "i",
            "(",
            "говорится в ",
            "добавив",
            "Как ",
            "эксперты",
            "А. Г. ",
            "\u0301",
            "5 %",
            "паводле ",
            "заявіў",
            "😀",
            "\ud83d");
    var random = new Random(SEED);
    for (var round = 0; round < 4000; round++) {
      var text = new StringBuilder("Министры объявили это вчера. ");
      for (var i = random.nextInt(60); i >= 0; i--)
        text.append(pieces.get(random.nextInt(pieces.size())));
      quotesItself(text.toString());
    }
  }

  /// No timing: what grows with the square of the length does not end in this time at all.
  @Test
  @Timeout(600)
  void longTextsAreRead() {
    quotesItself("«Мы ждём», — сказал он. «Нет, — ответил Берг. — Мы ждём». ".repeat(5_000));
    quotesItself("«“ сказал это ".repeat(40_000));
    quotesItself("— Мы ждём, — сказал он.\n".repeat(10_000));
    quotesItself(", заявил он, что это ".repeat(5_000));
    quotesItself(" — мы ".repeat(50_000));
    quotesItself("по словам Анны Берг из штаба ".repeat(4_000) + "это ложь.");
    quotesItself("ы".repeat(1_000_000));
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
