package casus.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatesTest {
  private static final States STATES = new States();

  @ParameterizedTest
  @CsvSource({
    "Belarus, BLR",
    "Russian Federation, RUS",
    "the United Kingdom, GBR",
    "U.S., USA",
    "Türkiye, TUR",
    "UKRAINE, UKR",
    "The Netherlands, NLD",
    "DPRK, PRK",
    "Georgia, GEO"
  })
  void aStateIsFoundByItsNames(String words, String code) {
    assertThat(code(STATES.named(words))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "Belarusian, BLR",
    "Belarusians, BLR",
    "Poles, POL",
    "Frenchmen, FRA",
    "British, GBR",
    "South Koreans, KOR",
    "Swiss, CHE",
    "the Germans, DEU"
  })
  void aStateIsFoundByItsPeople(String words, String code) {
    assertThat(code(STATES.ofPeople(words))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"Minsk, BLR", "the Kremlin, RUS", "Downing Street, GBR", "Pyongyang, PRK"})
  void aStateIsFoundByWhereItsGovernmentSits(String words, String code) {
    assertThat(code(STATES.seatedAt(words))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"us", "Us", "it", "polish", "turkey", "Korean", "Brussels", "Atlantis", "the", "''"})
  void whatIsNoStateIsNone(String words) {
    assertThat(STATES.meant(words)).isNull();
  }

  @Test
  void theCodesAreThoseOfTheStandard() {
    var iso = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);
    var codes = new HashSet<String>();
    for (var state : STATES.all()) {
      assertThat(codes.add(state.code())).as(state.code()).isTrue();
      if (!state.code().equals("XKX")) assertThat(iso).contains(state.code());
    }
    assertThat(codes).hasSizeGreaterThan(195);
  }

  /// The usual name is the one the platform has for the code, or another that the table knows.
  @Test
  void theNamesAreThoseOfThePlatformToo() {
    var missing = new HashSet<String>();
    for (var two : Locale.getISOCountries()) {
      var locale = Locale.of("", two);
      var state = STATES.coded(locale.getISO3Country());
      if (state == null) continue;
      var found = STATES.named(locale.getDisplayCountry(Locale.ENGLISH).replace('’', '\''));
      if (found == null || !found.equals(state)) missing.add(state.code());
    }
    // The platform has other spellings for these, as in "Hong Kong SAR China".
    assertThat(missing)
        .isSubsetOf(
            Set.of(
                "HKG", "MAC", "MMR", "COG", "COD", "PSE", "KNA", "VCT", "LCA", "STP", "ATG", "BIH",
                "TTO"));
  }

  @Test
  void noWordsMeanTwoStates() {
    for (var words :
        List.<java.util.function.Function<States.State, List<String>>>of(
            States.State::names, States.State::peoples, States.State::seats)) {
      Map<String, String> seen = new HashMap<>();
      for (var state : STATES.all())
        for (var word : words.apply(state)) {
          assertThat(word).isNotBlank();
          assertThat(seen.put(word, state.code())).as(word).isNull();
        }
    }
  }

  private static @Nullable String code(States.@Nullable State state) {
    return state == null ? null : state.code();
  }
}
