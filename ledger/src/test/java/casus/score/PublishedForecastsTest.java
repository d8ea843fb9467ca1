package casus.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import casus.ledger.ForecastSet;
import casus.ledger.PosedQuestion;
import casus.ledger.formats.ForecastFiles;
import casus.ledger.formats.Imported;
import casus.ledger.formats.Reading;
import casus.score.Scorecard.Settings;
import casus.text.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// Figures known of forecasts by others, to the digit. Skipped where their files are not there.
class PublishedForecastsTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("casus.shared", "../../shared/data"), "forecasts");

  private static SourceText text(String file) throws IOException {
    var path = FOLDER.resolve(file);
    assumeTrue(
        Files.exists(path),
        () -> "skipped: " + path + " is not there; name its folder's parent with -Dcasus.shared");
    return new SourceText(file, Files.readString(path, StandardCharsets.UTF_8));
  }

  private static Imported read(String file, String... questions) throws IOException {
    var more = new ArrayList<SourceText>();
    for (var one : questions) more.add(text(one));
    var reading = ForecastFiles.read(text(file), more);
    assertThat(reading).isInstanceOf(Reading.Read.class);
    return ((Reading.Read) reading).imported();
  }

  private static Scorecard card(ForecastSet all, Predicate<PosedQuestion> which) {
    var questions = new LinkedHashMap<String, PosedQuestion>();
    for (var question : all.questions().values())
      if (which.test(question)) questions.put(question.id(), question);
    return Scores.of(
        new ForecastSet(
            questions,
            all.forecasts().stream().filter(f -> questions.containsKey(f.question())).toList()),
        new Settings(Basis.LAST, 10, 100, 1));
  }

  private static String brier(Scorecard card, Basis basis, int digits) {
    return String.format(
        Locale.ROOT, "%." + digits + "f", card.total(basis).loss(ScoringRule.BRIER));
  }

  @Test
  void metaculusProsOfTheFirstQuarterOf2025() throws IOException {
    var imported = read("metaculus_pros_q1_2025_binary_forecasts.csv");
    assertThat(imported.leftOut()).isEmpty();
    assertThat(imported.set().forecasts()).hasSize(1238);
    var card = card(imported.set(), _ -> true);
    assertThat(card.counts().questions()).isEqualTo(49);
    assertThat(card.counts().forecasters()).isEqualTo(10);
    assertThat(card.counts().late()).isZero();
    assertThat(brier(card, Basis.LAST, 3)).isEqualTo("0.146");
  }

  @Test
  void theGoodJudgmentProjectsFirstWeek() throws IOException {
    var imported = read("gjp_survey_forecasts_yr1_first10000.csv", "gjp_questions.csv");
    assertThat(imported.leftOut()).isEmpty();
    var card = card(imported.set(), PosedQuestion::isBinary);
    assertThat(card.counts().questions()).isEqualTo(14);
    assertThat(card.total(Basis.LAST).counted()).isEqualTo(3092);
    assertThat(brier(card, Basis.LAST, 3)).isEqualTo("0.180");
  }

  @Test
  void belarusIn2020() throws IOException {
    var imported = read("belarus_2020_forecasts.csv");
    assertThat(imported.set().forecasts()).hasSize(35);
    var card = card(imported.set(), question -> question.id().equals("200536"));
    assertThat(card.counts().forecasts()).isEqualTo(11);
    assertThat(brier(card, Basis.EVERY, 3)).isEqualTo("0.216");
  }

  @Test
  void coupsAgainstTheirBaseRate() throws IOException {
    var imported = read("coup_forecasts_predictiveheuristics_2011_2020.csv");
    var card = card(imported.set(), question -> question.id().startsWith("attempt/"));
    assertThat(card.counts().questions()).isEqualTo(1518);
    assertThat(card.counts().pending()).isEqualTo(169);
    assertThat(brier(card, Basis.LAST, 5)).isEqualTo("0.01195");
    assertThat(String.format(Locale.ROOT, "%.5f", card.base().brier())).isEqualTo("0.01172");
  }
}
