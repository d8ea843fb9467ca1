package casus.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What Russian and Belarusian texts mention, published on Monday, 17 August 2020; and how much is
/// found of what is marked in the reports that we wrote ourselves.
final class SlavicMentionsTest {
  private static final LocalDate PUBLISHED = LocalDate.of(2020, 8, 17);
  private final Mentions russian = new Mentions(Vocabulary.russian());
  private final Mentions belarusian = new Mentions(Vocabulary.belarusian());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Переброшено около 2 тыс. военных.                             | about 2000 военных
          В занятиях участвуют менее 400 российских военных.            | under 400 российских военных
          За ввод войск выступают менее 7 % белорусов.                  | under 7 % of белорусов
          Против выступает треть россиян.                               | about 33.3 % of россиян
          Почти две трети опрошенных против.                            | about 66.7 % of опрошенных
          Его поддержали 80,1% избирателей.                             | exactly 80.1 % of избирателей
          Кредит составит 1,5 млрд долларов.                            | exactly 1500000000 USD
          На улицы вышли десятки тысяч человек.                         | at_least 20000 человек
          От 500 до 800 солдат остались на полигоне.                    | between 500 800 солдат
          На границе не более пяти батальонов.                          | at_most 5 батальонов
          Колонна шла 12 километров.                                    | exactly 12 km
          Он пришёл в пятницу.                                          | at 2020-08-14 2020-08-14
          Встреча состоится в пятницу.                                  | at 2020-08-21 2020-08-21
          Они говорили вчера.                                           | at 2020-08-16 2020-08-16
          Выборы прошли 9 августа.                                      | at 2020-08-09 2020-08-09
          Договор подписан 8 декабря 1999 года.                         | at 1999-12-08 1999-12-08
          В 2019 году учений не было.                                   | at 2019-01-01 2019-12-31
          К концу года долг вырастет.                                   | by 2020-08-17 2020-12-31
          Он говорил 9 августа. Накануне он молчал.                     | at 2020-08-09 2020-08-09; at 2020-08-08 2020-08-08
          Два дня назад он вернулся.                                    | at 2020-08-15 2020-08-15
          Статья 8 Устава ОДКБ этого не допускает.                      | csto-charter 8
          Статья 4 Договора о коллективной безопасности гласит иначе.   | cst 4
          Он сослался на Договор о создании Союзного государства.       | union-state
          Статья 51 Устава ООН говорит о самообороне.                   | un-charter 51
          """)
  void russianIsRead(String text, String expected) {
    assertThat(shown(russian.of(text, PUBLISHED))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Затрыманыя больш за 600 чалавек.                  | over 600 чалавек
          За саюз выступае трэць беларусаў.                 | about 33.3 % of беларусаў
          Прыкладна 7 % апытаных за саюз.                   | about 7 % of апытаных
          Крэдыт складзе 1,5 млрд долараў.                  | exactly 1500000000 USD
          Вучэнні скончацца 22 жніўня.                      | at 2020-08-22 2020-08-22
          Ён заявіў гэта ў пятніцу.                         | at 2020-08-14 2020-08-14
          У 2019 годзе вучэнняў не было.                    | at 2019-01-01 2019-12-31
          Артыкул 4 Дагавора аб калектыўнай бяспецы маўчыць. | cst 4
          """)
  void belarusianIsRead(String text, String expected) {
    assertThat(shown(belarusian.of(text, PUBLISHED))).isEqualTo(expected);
  }

  private static String shown(List<Mention> mentions) {
    return mentions.stream().map(SlavicMentionsTest::shown).collect(Collectors.joining("; "));
  }

  private static String shown(Mention mention) {
    return switch (mention) {
      case Quantity it ->
          it.comparison().name().toLowerCase(Locale.ROOT)
              + (it.low() == null ? "" : " " + it.low().toPlainString())
              + (it.high() == null || (it.low() != null && it.high().compareTo(it.low()) == 0)
                  ? ""
                  : " " + it.high().toPlainString())
              + (it.unit().kind() == Quantity.Unit.Kind.PERCENT ? " %" : "")
              + (it.unit().name().isEmpty() ? "" : " " + it.unit().name())
              + (it.population() == null ? "" : " of " + it.population().text());
      case Day it ->
          it.relation().name().toLowerCase(Locale.ROOT) + " " + it.first() + " " + it.last();
      case Provision it ->
          it.instrument() + (it.articles().isEmpty() ? "" : " " + String.join(", ", it.articles()));
    };
  }

  /// Marks that are found, out of all; what is found beside them is not counted, since not every
  /// mention is marked.
  @Test
  void mostMarksOfTheReportsAreFound() throws IOException {
    for (var folder : List.of("development", "heldout")) {
      var found = 0;
      var marked = 0;
      var place = Path.of("src/test/resources/casus/attribution/reports", folder);
      try (var files = Files.list(place)) {
        for (var file : files.sorted().toList()) {
          var whole = Files.readString(file);
          var cut = whole.indexOf("\n---\n");
          var reader = file.getFileName().toString().contains("-be-") ? belarusian : russian;
          var words = new ArrayList<String>();
          for (var mention : reader.of(whole.substring(0, cut), PUBLISHED))
            words.add(words(mention));
          for (var line : whole.substring(cut + 5).split("\n", -1)) {
            if (line.isBlank() || line.startsWith("say | ")) continue;
            marked++;
            if (words.remove(line)) found++;
          }
        }
      }
      System.out.printf(Locale.ROOT, "reports, %s: %d of %d marks found%n", folder, found, marked);
      assertThat((double) found / marked).isGreaterThan(0.8);
    }
  }

  private static String words(Mention mention) {
    return switch (mention) {
      case Quantity it ->
          "number | "
              + it.passage().text()
              + (it.population() == null ? "" : " " + it.population().text());
      case Day it -> "day | " + it.passage().text();
      case Provision it -> "treaty | " + it.passage().text();
    };
  }
}
