package casus.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casus.ledger.Forecast;
import casus.ledger.ForecastSet;
import casus.ledger.Outcome;
import casus.ledger.PosedQuestion;
import casus.pool.Average;
import casus.pool.Links;
import casus.pool.Moment;
import casus.pool.Pool;
import casus.pool.Pool.Training;
import casus.pool.PoolTable;
import casus.score.Bootstrap;
import casus.view.chart.PoolScores;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import tools.jackson.databind.ObjectMapper;

class PoolJsonTest {
  private static final DocumentedFormat FORMAT = new DocumentedFormat("pools", "pools ");
  private static final Instant NOON = Instant.parse("2031-05-20T12:00:00Z");
  private static final List<Pool> POOLS =
      List.of(
          new Pool.Averaged(new Average.Mean()),
          new Pool.Averaged(new Average.Median()),
          new Pool.Averaged(new Average.LogOdds()),
          new Pool.Averaged(new Average.Geometric()),
          new Pool.Averaged(new Average.Trimmed(0.25)),
          new Pool.Averaged(new Average.Extremised(1.5)),
          new Pool.Fitted(Training.PAST),
          new Pool.Proven(Training.OTHERS),
          new Pool.Coherentised());

  private static PoolTable table(boolean resolved, Moment moment) {
    var known = new Outcome.Happened(0, NOON.plusSeconds(900));
    var set =
        ForecastSet.of(
            List.of(
                new PosedQuestion(
                    "troops",
                    "Will <Valdria> send “troops”?",
                    List.of("none", "covert", "open"),
                    true,
                    NOON,
                    NOON.plusSeconds(600),
                    resolved ? known : Outcome.Pending.PENDING),
                new PosedQuestion(
                    "35387",
                    "A title that goes on for so long that no screen has room for it in a single line",
                    List.of("no", "yes"),
                    false,
                    null,
                    null,
                    Outcome.Pending.PENDING)),
            List.of(
                new Forecast("troops", "anna", NOON, new double[] {0.7, 0.2, 0.1}),
                new Forecast("troops", "boris", NOON, new double[] {0.5, 0.3, 0.2}),
                new Forecast("35387", "boris", NOON, new double[] {0.999, 0.001})));
    return PoolTable.of(set, moment, Links.NONE, POOLS, new Bootstrap(100, 7));
  }

  @Test
  void whatIsPrintedKeepsToTheSchema() throws IOException {
    for (var moment :
        List.of(new Moment.Close(), new Moment.Every(), new Moment.At(NOON.plusSeconds(60))))
      for (var resolved : List.of(true, false))
        FORMAT.assertValid(PoolJson.of("meresk", table(resolved, moment)));
    var json = new ObjectMapper().readTree(PoolJson.of("m", table(true, new Moment.Close())));
    assertThat(json.at("/pools/0/pooled/0/probabilities/covert").asDouble()).isEqualTo(0.25);
    // Half the sum of the squares: 0.4, 0.25 and 0.15 from 1, 0 and 0.
    assertThat(json.at("/pools/0/brier").asDouble()).isCloseTo(0.1225, within(1e-12));
  }

  @Test
  void docsAndSchemaNameTheSameProperties() throws IOException {
    FORMAT.assertDocumented(null);
  }

  @Test
  void theScreenIsNeverWiderThanThePage() {
    for (var width : List.of(40, 60, 100)) {
      var page = Page.PLAIN.width(width).full(true);
      assertThat(PoolText.of("meresk", table(true, new Moment.Close()), Links.NONE, page).lines())
          .allMatch(line -> line.codePointCount(0, line.length()) <= width);
    }
    assertThat(
            PoolText.of(
                "m",
                table(true, new Moment.Every()),
                Links.NONE,
                Page.PLAIN.ascii(true).full(true)))
        .matches("[\\x00-\\x7F\\n]*");
  }

  @Test
  void theChartIsWellFormedAndSaysWhatTheTableSays() throws Exception {
    var chart = Objects.requireNonNull(PoolScores.of(table(true, new Moment.Close())));
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(chart.svg())));
    assertThat(chart.grid().rows()).hasSize(POOLS.size() + 1);
    assertThat(PoolScores.of(table(false, new Moment.Close()))).isNull();
  }
}
