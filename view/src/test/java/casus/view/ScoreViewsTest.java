package casus.view;

import static org.assertj.core.api.Assertions.assertThat;

import casus.ledger.Forecast;
import casus.ledger.ForecastSet;
import casus.ledger.Outcome;
import casus.ledger.PosedQuestion;
import casus.score.Basis;
import casus.score.Scorecard;
import casus.score.Scorecard.Settings;
import casus.score.Scores;
import casus.view.chart.Reliability;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

/// A scorecard on the screen, as JSON and as a picture.
class ScoreViewsTest {
  private static final DocumentedFormat FORMAT = new DocumentedFormat("score", "score ");
  private static final Instant START = Instant.parse("2024-05-01T12:00:00Z");

  private static Scorecard card(int questions, int forecasters) {
    var random = new Random(5);
    var posed = new ArrayList<PosedQuestion>();
    var made = new ArrayList<Forecast>();
    for (var q = 0; q < questions; q++) {
      var outcomes = q % 4 == 3 ? List.of("left", "centre", "right") : List.of("no", "yes");
      posed.add(
          new PosedQuestion(
              "q" + q,
              "Will <something> & \"more\" happen in the " + q + "th place that has a long name?",
              outcomes,
              false,
              null,
              null,
              new Outcome.Happened(random.nextInt(2), START.plusSeconds(86_400L * 9))));
      for (var f = 0; f < forecasters; f++) {
        var p = random.nextInt(11) / 10.0;
        made.add(
            new Forecast(
                "q" + q,
                "forecaster-" + f,
                START.plusSeconds(3600L * random.nextInt(150)),
                outcomes.size() == 2 ? new double[] {1 - p, p} : new double[] {0, 1 - p, p}));
      }
    }
    return Scores.of(ForecastSet.of(posed, made), new Settings(Basis.LAST, 10, 100, 1));
  }

  @Test
  void everything() throws IOException {
    for (var card : List.of(card(30, 20), card(1, 1), card(2, 3))) {
      var json = ScoreJson.of(card, List.of("some set"));
      FORMAT.assertValid(json);
      var tree = new ObjectMapper().readTree(json);
      assertThat(tree.at("/totals/1/basis").asString()).isEqualTo("last");
      assertThat(tree.at("/byQuestion").size()).isEqualTo(card.questions().size());
    }
  }

  @Test
  void docsAndSchemaNameTheSameProperties() throws IOException {
    FORMAT.assertDocumented(null);
  }

  @Test
  void theScreenIsNeverWiderThanThePage() {
    for (var width : List.of(40, 60, 80, 100)) {
      var text = ScoreText.of(card(30, 20), List.of("some set"), Page.PLAIN.width(width));
      assertThat(text.lines()).allMatch(line -> line.length() <= width);
    }
    var text = ScoreText.of(card(30, 20), List.of("some set"), Page.PLAIN);
    assertThat(text).contains("and 8 more forecasters; --full shows all", "log is ∞");
    var full = ScoreText.of(card(30, 20), List.of("some set"), Page.PLAIN.full(true));
    assertThat(full).contains("forecaster-19").doesNotContain("--full shows all");
    var ascii = ScoreText.of(card(30, 20), List.of("some set"), Page.PLAIN.ascii(true));
    assertThat(ascii).matches("[\\x00-\\x7F]*");
  }

  @Test
  void lossesHaveTheDigitsThatCount() {
    assertThat(ScoreText.loss(0.14608)).isEqualTo("0.146");
    assertThat(ScoreText.loss(0.0119508)).isEqualTo("0.01195");
    assertThat(ScoreText.loss(0)).isEqualTo("0.000");
    assertThat(ScoreText.loss(Double.POSITIVE_INFINITY)).isEqualTo("∞");
  }

  @Test
  void thePictureIsWellFormedAndHasATable() throws Exception {
    var chart = Reliability.of(card(30, 20).calibration());
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(chart.file().getBytes(StandardCharsets.UTF_8)));
    assertThat(chart.grid().rows()).hasSize(card(30, 20).calibration().bins().size());
    assertThat(chart.sentence()).contains("forecasts in");
    var single = Reliability.of(card(1, 1).calibration());
    assertThat(single.svg()).doesNotContain("NaN").doesNotContain("Infinity");
  }
}
