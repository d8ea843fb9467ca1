package casus.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casus.score.Calibration.Statements;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static final long SEED = 73;

  @Test
  void thePartsSumToTheScore() {
    var random = new Random(SEED);
    for (var i = 0; i < 500; i++) {
      var statements = new Statements();
      var size = 1 + random.nextInt(400);
      for (var s = 0; s < size; s++) {
        var p = random.nextInt(5) == 0 ? random.nextInt(11) / 10.0 : random.nextDouble();
        statements.add(p, random.nextDouble() < p * p, s / 3);
      }
      var c = statements.calibration(1 + random.nextInt(20));
      assertThat(c.reliability() - c.resolution() + c.uncertainty() + c.spread() - c.covariance())
          .as("seed %d, draw %d", SEED, i)
          .isCloseTo(c.brier(), within(1e-12));
      assertThat(c.bins().stream().mapToInt(Calibration.Bin::statements).sum()).isEqualTo(size);
      assertThat(c.bins()).allMatch(bin -> bin.said() >= bin.low() - 1e-9);
    }
  }

  /// A tenth is the beginning of the second of ten bins, and 1 is in the last.
  @Test
  void edgesBeginBins() {
    var statements = new Statements();
    for (var tenths = 0; tenths <= 10; tenths++) statements.add(tenths / 10.0, true, tenths);
    var bins = statements.calibration(10).bins();
    assertThat(bins).hasSize(10);
    assertThat(bins.subList(0, 9)).allMatch(bin -> bin.statements() == 1);
    assertThat(bins.getLast().statements()).isEqualTo(2);
  }

  /// The band against sums of the binomial's terms, computed with logarithms of factorials.
  @Test
  void theBandIsTheBinomials() {
    var random = new Random(SEED);
    for (var i = 0; i < 300; i++) {
      var n = 1 + random.nextInt(200);
      var p = random.nextDouble();
      var band = Binomial.band(n, p);
      var low = (int) Math.round(band.low() * n);
      var high = (int) Math.round(band.high() * n);
      assertThat(upTo(low - 1, n, p)).as("n %d p %f", n, p).isLessThanOrEqualTo(0.05 + 1e-9);
      assertThat(1 - upTo(high, n, p)).as("n %d p %f", n, p).isLessThanOrEqualTo(0.05 + 1e-9);
      if (low < high) {
        assertThat(upTo(low, n, p)).as("n %d p %f", n, p).isGreaterThan(0.05 - 1e-9);
        assertThat(1 - upTo(high - 1, n, p)).as("n %d p %f", n, p).isGreaterThan(0.05 - 1e-9);
      }
    }
    assertThat(Binomial.band(1_000_000, 0.3).low()).isCloseTo(0.29925, within(1e-4));
    assertThat(Binomial.band(7, 0)).isEqualTo(new Bounds(0, 0));
  }

  private static double upTo(int most, int n, double p) {
    var sum = 0.0;
    for (var k = 0; k <= most; k++) {
      var log = k * Math.log(p) + (n - k) * Math.log(1 - p);
      for (var j = 1; j <= k; j++) log += Math.log(n - k + j) - Math.log(j);
      sum += Math.exp(log);
    }
    return sum;
  }
}
