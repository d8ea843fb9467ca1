package casus.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProportionTest {
  /// The median and quantiles of Beta(½, ½), the arcsine distribution, are known in closed form:
  /// sin²(πp/2).
  @Test
  void withoutCasesJeffreysIsTheArcsineDistribution() {
    var bounds = new Proportion(0, 0).jeffreys90();
    assertThat(bounds.low()).isCloseTo(arcsine(0.05), within(1e-12));
    assertThat(bounds.high()).isCloseTo(arcsine(0.95), within(1e-12));
  }

  private static double arcsine(double p) {
    var sine = Math.sin(Math.PI * p / 2);
    return sine * sine;
  }

  /// Brown, Cai and DasGupta 2001 and any table of the beta distribution: the quantiles of
  /// Beta(10.5, 10.5) lie around a half; those of the published rows of base rates are checked in
  /// PublishedFiguresTest.
  @Test
  void oneQuantileUndoesTheOther() {
    for (var n : new double[] {1, 7, 146, 2488, 273_296})
      for (var k : new double[] {0, Math.floor(n / 3), n}) {
        var count = new Proportion(k, n);
        var mirrored = new Proportion(n - k, n);
        assertThat(count.jeffreys90().low())
            .isCloseTo(1 - mirrored.jeffreys90().high(), within(1e-12));
        assertThat(count.jeffreysMean())
            .isBetween(count.jeffreys90().low(), count.jeffreys90().high());
      }
  }

  /// Wilson 1927 as tabulated by Newcombe 1998: 81 of 263 is 0.2553 to 0.3662, 15 of 148 is 0.0624
  /// to 0.1605, 0 of 20 is 0 to 0.1611, 1 of 29 is 0.0061 to 0.1718.
  @Test
  void wilsonAsTabulatedByNewcombe() {
    near(new Proportion(81, 263).wilson95(), 0.2553, 0.3662);
    near(new Proportion(15, 148).wilson95(), 0.0624, 0.1605);
    near(new Proportion(0, 20).wilson95(), 0, 0.1611);
    near(new Proportion(1, 29).wilson95(), 0.0061, 0.1718);
    near(new Proportion(0, 0).wilson95(), 0, 1);
  }

  private static void near(Proportion.Bounds bounds, double low, double high) {
    assertThat(bounds.low()).isCloseTo(low, within(0.00005));
    assertThat(bounds.high()).isCloseTo(high, within(0.00005));
  }

  @Test
  void laplaceAndJeffreysMeanOfNothingAreAHalf() {
    assertThat(new Proportion(0, 0).laplace()).isEqualTo(0.5);
    assertThat(new Proportion(0, 0).jeffreysMean()).isEqualTo(0.5);
    assertThat(new Proportion(2, 3).laplace()).isEqualTo(0.6);
  }

  /// Groups that agree in themselves are worth one case each; groups that are as mixed as the whole
  /// are worth all their cases.
  @Test
  void theDesignEffect() {
    var war = new RecordSet.Cluster("warid", "war");
    var agreed =
        Clustering.of(
            war,
            List.of(
                new Records.Tally(4, 4, 0),
                new Records.Tally(4, 0, 0),
                new Records.Tally(4, 4, 0)));
    assertThat(agreed.correlation()).isCloseTo(1, within(1e-12));
    assertThat(agreed.effectiveCases()).isCloseTo(3, within(1e-12));
    var mixed = Clustering.of(war, List.of(new Records.Tally(4, 2, 0), new Records.Tally(4, 2, 0)));
    assertThat(mixed.correlation()).isZero();
    assertThat(mixed.effectiveCases()).isEqualTo(8);
    var alone = Clustering.of(war, List.of(new Records.Tally(4, 2, 0)));
    assertThat(alone.effectiveCases()).isNaN();
    var single =
        Clustering.of(war, List.of(new Records.Tally(1, 1, 0), new Records.Tally(1, 0, 0)));
    assertThat(single.designEffect()).isEqualTo(1);
  }
}
