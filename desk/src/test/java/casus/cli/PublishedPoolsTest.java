package casus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Scores of pools that were published of real forecasts, to the digit, as `casus pool` prints
/// them. Skipped where the forecasts, which may not be shipped, are not at hand.
class PublishedPoolsTest {
  private static final Path FORECASTS =
      Path.of(System.getProperty("casus.shared", "../../shared/data")).resolve("forecasts");

  @TempDir private Path folder = Path.of("");

  @Test
  void professionalsOnMetaculus() {
    var pros = file("metaculus_pros_q1_2025_binary_forecasts.csv");
    var shown = pool(pros, "--extremise", "1.5");
    assertThat(shown).contains("49 questions", "485 forecasts");
    assertThat(score(shown, "a single forecast")).isEqualTo("0.146");
    assertThat(score(shown, "median")).isEqualTo("0.136");
    assertThat(score(shown, "mean")).isEqualTo("0.127");
    assertThat(score(shown, "log-odds ×1.5")).isEqualTo("0.140");
  }

  @Test
  void theFirstForecastsOfTheGoodJudgmentProject() {
    var survey = file("gjp_survey_forecasts_yr1_first10000.csv");
    var questions = file("gjp_questions.csv");
    var shown = pool(survey, "--questions", questions, "--binary", "--extremise", "2");
    assertThat(shown).contains("14 questions");
    assertThat(score(shown, "a single forecast")).isEqualTo("0.180");
    assertThat(score(shown, "mean")).isEqualTo("0.136");
    assertThat(score(shown, "median")).isEqualTo("0.125");
    assertThat(score(shown, "log-odds ×2")).isEqualTo("0.098");
  }

  private static String file(String name) {
    var file = FORECASTS.resolve(name);
    assumeTrue(Files.exists(file), () -> "no " + name + " in " + FORECASTS);
    return file.toAbsolutePath().toString();
  }

  private String pool(String... arguments) {
    var command = new String[arguments.length + 1];
    command[0] = "pool";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    var ran = new Session(folder).run(command);
    assertThat(ran.exit()).as(ran.err()).isZero();
    return ran.out();
  }

  private static String score(String shown, String pool) {
    var row = Pattern.compile("(?m)^ +" + Pattern.quote(pool) + " +(0\\.\\d{3}) ").matcher(shown);
    assertThat(row.find()).as(pool).isTrue();
    return row.group(1);
  }
}
