package casus.score;

import static org.assertj.core.api.Assertions.assertThat;

import casus.ledger.formats.ForecastFiles;
import casus.ledger.formats.Reading;
import casus.score.Scorecard.Settings;
import casus.text.SourceText;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Many forecasts are read and scored; the time is printed, for the README. A million with
/// `-Dcasus.full=true`, else 20,000.
class ScoreSpeedTest {
  private static final int QUESTIONS = Boolean.getBoolean("casus.full") ? 2000 : 40;
  private static final int FORECASTERS = 50;
  private static final int EACH = 10;

  @Test
  void aTableIsReadAndScored() {
    var text = table();
    var start = System.nanoTime();
    var reading = (Reading.Read) ForecastFiles.read(new SourceText("many.csv", text), List.of());
    var card = Scores.of(reading.imported().set(), Settings.USUAL);
    System.out.printf(
        "%,d forecasts read and scored: %.1f s%n",
        card.counts().forecasts(), (System.nanoTime() - start) / 1e9);
    assertThat(card.counts().forecasts()).isEqualTo((long) QUESTIONS * FORECASTERS * EACH);
  }

  private static String table() {
    var random = new Random(1);
    var text = new StringBuilder("question,forecaster,time,probability,outcome,closes,known\n");
    for (var q = 0; q < QUESTIONS; q++) {
      var yes = random.nextInt(5) < 2;
      for (var i = 0; i < FORECASTERS * EACH; i++)
        text.append(
            "q%d,f%d,2024-%02d-%02dT%02d:00:00Z,0.%02d,%s,2024-03-31,2024-03-31\n"
                .formatted(
                    q,
                    (i / EACH) * 7 + q % 7,
                    1 + random.nextInt(3),
                    1 + random.nextInt(28),
                    random.nextInt(24),
                    1 + random.nextInt(98),
                    yes ? "yes" : "no"));
    }
    return text.toString();
  }
}
