package casus.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class InformationTest {
  @Test
  void entropyIsInBits() {
    assertThat(Information.entropy(0.5, 0.5)).isEqualTo(1);
    assertThat(Information.entropy(0.25, 0.25, 0.25, 0.25)).isEqualTo(2);
    assertThat(Information.entropy(1, 0)).isZero();
    assertThat(Information.entropy(0, 0)).isZero();
    assertThat(Information.entropy(2, 2)).isEqualTo(1);
  }

  @Test
  void mutualInformationIsWhatOneSaysAboutTheOther() {
    assertThat(Information.mutual(new double[][] {{0.5, 0}, {0, 0.5}})).isEqualTo(1);
    assertThat(Information.mutual(new double[][] {{0.12, 0.28}, {0.18, 0.42}}))
        .isCloseTo(0, within(1e-15));
    assertThat(Information.mutual(new double[][] {{0, 0}, {0, 0}})).isZero();
    // A binary symmetric channel with error 0.1: 1 - H(0.1).
    assertThat(Information.mutual(new double[][] {{0.45, 0.05}, {0.05, 0.45}}))
        .isCloseTo(1 - Information.entropy(0.1, 0.9), within(1e-15));
  }
}
