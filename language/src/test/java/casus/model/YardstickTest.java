package casus.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class YardstickTest {
  private static final Origin HERE = new Origin("dossier.md", 1, 1);

  @Test
  void bandsCoverEverythingOnce() {
    for (var yardstick : List.of(Yardstick.ICD203, Yardstick.UK)) {
      var end = 0.0;
      for (var band : yardstick.bands()) {
        assertThat(band.from()).isEqualTo(end);
        end = band.to();
      }
      assertThat(end).isEqualTo(1);
    }
  }

  @Test
  void aBoundaryBelongsToTheBandAbove() {
    assertThat(Yardstick.ICD203.words(.0099)).isEqualTo("remote");
    assertThat(Yardstick.ICD203.words(.01)).isEqualTo("almost no chance");
    assertThat(Yardstick.ICD203.words(1)).isEqualTo("virtually certain");
  }

  @Test
  void aPointLiesInItsRange() {
    assertThatThrownBy(() ->
            new Quantity("prior x", "prior", "50%", Quantity.Unit.PROBABILITY, .5, .6, .7, HERE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("prior x");
  }
}
