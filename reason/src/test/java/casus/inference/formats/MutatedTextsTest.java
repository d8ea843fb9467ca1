package casus.inference.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Whatever is done to a text, reading it gives a network or located faults, never an exception.
/// 2,000 mutated texts by default, 20,000 with -Dcasus.full=true.
class MutatedTextsTest {
  private static final int COUNT = Boolean.getBoolean("casus.full") ? 20_000 : 2_000;
  private static final List<String> PIECES =
      List.of(
          "2000000000",
          "-1",
          "NaN",
          "1e999",
          "0",
          "99999999999999999999",
          "{",
          "}",
          "(",
          ")",
          "\"",
          ";",
          "<",
          ">",
          "</",
          "&",
          "&#xD800;",
          "<!",
          "<![CDATA[",
          "<!--",
          "|",
          "=",
          "\\",
          "%",
          "/*",
          "//",
          "\n",
          "\u0000",
          "\ud835",
          "x_u0041_",
          "table ",
          "default ",
          "node ",
          "rain");

  @Test
  void mutatedTextsAreReadOrRefusedWithAPlace() {
    var texts = new ArrayList<>(NetworkFormatTest.GARDEN.entrySet());
    var network = NetworkFormatTest.read(NetworkFormat.BIF, NetworkTexts.BIF).network();
    var refused = 0;
    for (var seed = 0; seed < COUNT; seed++) {
      var random = new SplittableRandom(seed);
      var chosen = texts.get(seed % texts.size());
      var original =
          chosen.getKey() == NetworkFormat.XDSL && random.nextBoolean()
              ? NetworkTexts.NOISY_MAX
              : chosen.getValue();
      var text = mutated(original, random);
      UaiEvidence.read(mutated("2\n1 0 1\n2 1 2 0 1\n", random), network);
      UaiMarginals.read(mutated("MAR\n2 2 0.5 0.5 3 0.1 0.2 0.7\n", random));
      switch (chosen.getKey().read(text)) {
        case Reading.Read read -> {
          for (var format : NetworkFormat.values()) format.write(read.network());
        }
        case Reading.Malformed malformed -> {
          refused++;
          assertThat(malformed.faults()).isNotEmpty();
          for (var fault : malformed.faults()) {
            assertThat(fault.offset()).isBetween(0, text.length());
            assertThat(fault.found()).isNotEmpty();
          }
        }
      }
    }
    assertThat(refused).isBetween(COUNT / 4, COUNT);
  }

  private static String mutated(String original, SplittableRandom random) {
    var text = new StringBuilder(original);
    for (var i = 1 + random.nextInt(3); i > 0 && !text.isEmpty(); i--) {
      var at = random.nextInt(text.length());
      var end = Math.min(text.length(), at + 1 + random.nextInt(20));
      switch (random.nextInt(6)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.delete(at, end);
        case 2 -> text.insert(at, text.substring(at, end));
        case 3 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 4 -> text.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
        default -> {
          if (random.nextInt(4) == 0) text.setLength(at);
          else text.setCharAt(at, (char) (32 + random.nextInt(95)));
        }
      }
    }
    return text.toString();
  }
}
