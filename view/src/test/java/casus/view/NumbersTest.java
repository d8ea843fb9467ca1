package casus.view;

import static org.assertj.core.api.Assertions.assertThat;

import casus.answer.Interval;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0%", "1e-9, <0.1%", "0.00099, <0.1%", "0.001, 0.1%", "0.0097, 1.0%", "0.0123, 1.2%",
    "0.0994, 9.9%", "0.0999, 10%", "0.41, 41%", "0.415, 42%", "0.985, 99%", "0.9924, 99.2%",
    "0.9991, >99.9%", "1, 100%", "0.9999999999999998, 100%", "0.999999999, >99.9%", "NaN, –"
  })
  void percentages(double p, String shown) {
    assertThat(Numbers.percent(p)).isEqualTo(shown);
  }

  @Test
  void ranges() {
    assertThat(Numbers.range(new Interval(0.00969, 0.01254))).isEqualTo("1.0–1.3%");
    assertThat(Numbers.range(new Interval(0.0002, 0.3))).isEqualTo("<0.1–30%");
    assertThat(Numbers.range(new Interval(0.411, 0.412))).isEqualTo("41%");
    assertThat(Numbers.range(new Interval(Double.NaN, Double.NaN))).isEqualTo("–");
    assertThat(Numbers.spoken(new Interval(0.003, 0.031))).isEqualTo("0.3% to 3.1%");
  }

  @ParameterizedTest
  @CsvSource({
    "3, ×3",
    "1.5, ×1.5",
    "1, ×1",
    "0.125, ÷8",
    "0.3333333333333333, ÷3",
    "0, ÷∞",
    "123, ×120",
    "NaN, –"
  })
  void factors(double factor, String shown) {
    assertThat(Numbers.factor(factor)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "0.0714, 0.071 bits",
    "0.0001, <0.001 bits",
    "0, 0.000 bits",
    "-0.084, −0.084 bits",
    "-0.0001, −<0.001 bits"
  })
  void information(double bits, String shown) {
    assertThat(Numbers.bits(bits)).isEqualTo(shown);
  }

  @Test
  void dates() {
    assertThat(Numbers.date(LocalDate.of(2020, 8, 17))).isEqualTo("17 August 2020");
  }

  @Test
  void bars() {
    assertThat(Bar.of(0, 10)).isEmpty();
    assertThat(Bar.of(0.001, 10)).isEqualTo("▏");
    assertThat(Bar.of(0.5, 10)).isEqualTo("█████");
    assertThat(Bar.of(1, 10)).isEqualTo("██████████");
    assertThat(Bar.of(Double.NaN, 10)).isEmpty();
    assertThat(Bar.span(0.2, 0.5, 1, 1, 11)).isEqualTo("  ├──●────┤");
    assertThat(Bar.span(0, 0, 0, 0, 11)).isEmpty();
  }
}
