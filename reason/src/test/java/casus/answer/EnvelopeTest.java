package casus.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class EnvelopeTest {
  /// The bounds of an independent enumeration over the ends of its six ranges, under the strict and
  /// under the broad readings, rounded there.
  @Test
  void theFoundingCaseHasItsPublishedBounds() {
    var bounds = Envelope.of(Dossiers.open(Dossiers.golden(true)));
    assertThat(bounds.get(2).interval().low()).isCloseTo(0.0019, within(6e-5));
    assertThat(bounds.get(2).interval().high()).isCloseTo(0.0364, within(6e-5));
    assertThat(bounds.get(1).interval().low()).isCloseTo(0.39345, within(6e-6));
    assertThat(bounds.get(1).interval().high()).isCloseTo(0.43694, within(6e-6));
    assertThat(bounds).allMatch(Envelope.Bound::proven);
  }

  @Test
  void rangesThatMakeNoDifferenceChangeNothing() {
    var all = Envelope.of(Dossiers.open(Dossiers.golden(false)));
    var six = Envelope.of(Dossiers.open(Dossiers.golden(true)));
    for (var o = 0; o < 3; o++) {
      assertThat(all.get(o).interval().low()).isCloseTo(six.get(o).interval().low(), within(1e-9));
      assertThat(all.get(o).interval().high())
          .isCloseTo(six.get(o).interval().high(), within(1e-9));
    }
    assertThat(all).allMatch(Envelope.Bound::proven);
  }

  /// Random places in the box are inside, and the ends are reached by a finer search.
  @Test
  void nothingInTheBoxLiesOutside() {
    var random = new SplittableRandom(3);
    for (var round = 0; round < 8; round++) {
      var inquiry = Dossiers.open(Dossiers.random(random, 4, 4));
      var bounds = Envelope.of(inquiry);
      var draws = new ArrayList<double[]>();
      for (var draw = 0; draw < 2000; draw++) {
        var values = inquiry.network().points();
        for (var q = 0; q < values.length; q++) {
          var quantity = inquiry.network().quantities().get(q);
          var part =
              switch (random.nextInt(4)) {
                case 0 -> 0.0;
                case 1 -> 1.0;
                default -> random.nextDouble();
              };
          values[q] = quantity.low() + part * (quantity.high() - quantity.low());
        }
        draws.add(values);
      }
      var rows = draws.toArray(double[][]::new);
      var moving = inquiry.network().uncertain();
      var posteriors =
          inquiry
              .circuit()
              .posteriors(
                  inquiry.parameters(),
                  inquiry.network().varying(moving),
                  rows.length,
                  inquiry.network().source(rows, moving),
                  inquiry.underAll(inquiry.evidence()));
      for (var reading : posteriors)
        for (var posterior : reading)
          for (var o = 0; o < 3; o++) {
            assertThat(posterior[o]).isGreaterThan(bounds.get(o).interval().low() - 1e-9);
            assertThat(posterior[o]).isLessThan(bounds.get(o).interval().high() + 1e-9);
          }
    }
  }

  @Test
  void moreThanSixteenRangesAreSearchedAndSaySo() {
    var builder = new DossierBuilder("q", "no", "yes").rate(1, .3, .2, .4, false);
    for (var i = 0; i < 20; i++)
      builder
          .fact("f" + i, .5, .3, .7)
          .reason("r" + i, 1, i % 2 == 0, "slight", Dossiers.fact("f" + i));
    var inquiry = Dossiers.open(builder.build());
    var bounds = Envelope.of(inquiry);
    assertThat(bounds).noneMatch(Envelope.Bound::proven);
    // Each fact moves the outcome one way only, so the highest end is known.
    var values = inquiry.network().points();
    for (var q = 0; q < values.length; q++) {
      var quantity = inquiry.network().quantities().get(q);
      if (!quantity.isUncertain()) continue;
      var up =
          !quantity.id().startsWith("prior f")
              || Integer.parseInt(quantity.id().substring(7)) % 2 == 0;
      values[q] = up ? quantity.high() : quantity.low();
    }
    var highest =
        inquiry
            .circuit()
            .propagate(inquiry.network().parameters(values), inquiry.evidence())
            .posterior()[1];
    assertThat(bounds.get(1).interval().high()).isCloseTo(highest, within(1e-9));
  }

  @Test
  void aSharedWordIsSearchedInside() {
    var dossier =
        new DossierBuilder("q", "no", "yes")
            .strength("word", 3, 1.2, 8)
            .rate(1, .3, .3, .3, false)
            .fact("f", .5)
            .fact("g", .5)
            .reason("for", 1, true, "word", Dossiers.fact("f"));
    var builder = dossier.reason("against", 1, false, "word", Dossiers.fact("g"));
    var bounds = Envelope.of(Dossiers.open(builder.build()));
    assertThat(bounds).noneMatch(Envelope.Bound::proven);
    assertThat(bounds.get(1).interval().low()).isLessThan(bounds.get(1).interval().high());
  }
}
