package casus.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Languages of short texts: a headline, a sentence, one remark.
final class LanguageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ru | Песков: войска в Минск не пойдут
          ru | Мы этого не просили, — сказал он.
          ru | Министерство обороны опровергло сообщения о переброске техники.
          ru | Учения завершены
          ru | Берг сказал, что войска останутся
          be | Мінск не прасіў войскаў
          be | Міністр заявіў, што мяжа зачынена.
          be | Паводле слоў прэс-сакратара, перамовы ідуць
          be | Ён адказаў: «Не»
          be | Войскi застаюцца ў казармах, заявiў мiнiстр
          uk | Міністр заявив, що кордон закрито
          uk | Україна не визнає результатів
          uk | Президент відповів: «Ні»
          en | The border is closed, the minister said.
          en | Minsk has not asked for troops, and it will not.
          """)
  void aSentenceTellsItsLanguage(String language, String text) {
    assertThat(Language.of(text)).isEqualTo(language);
  }

  @Test
  void aQuotationInAnotherLanguageDoesNotDecide() {
    assertThat(
            Language.of(
                "Пресс-секретарь ответил журналистам по-белорусски: «Не, мы гэтага не прасілі». После"
                    + " этого он вышел из зала и больше вопросов не принимал."))
        .isEqualTo("ru");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Министърът заяви, че границата е затворена и ще остане така до края на седмицата, въпреки че съседите не са съгласни.
          Министар је рекао да је граница затворена и да ће тако остати до краја недеље.
          Москва
          """)
  void whatIsNoneOfThemHasNoLanguage(String text) {
    assertThat(Language.of(text)).isNull();
  }
}
