package casus.ledger;

import static casus.ledger.Meresk.came;
import static casus.ledger.Meresk.said;
import static casus.ledger.Meresk.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casus.text.Code;
import casus.text.Problem;
import casus.text.SourceText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final long SEED = 20311231;

  private static LedgerLines.Reading read(String text) {
    return LedgerLines.read(new SourceText("forecasts.jsonl", text));
  }

  private static String some(int entries) {
    var text = "";
    for (var i = 0; i < entries; i++) text = with(text, said("petra", i, 0.01 * i));
    return text;
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    var forecast = said("petra", 0, 1.0 / 3);
    var resolution = came("open", 30);
    var reading = read(with(with("", forecast), resolution));
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.ledger().entries())
        .extracting(Entry::content)
        .containsExactly(forecast, resolution);
  }

  @Test
  void everyEntryFollowsTheOneBefore() {
    var ledger = read(some(4)).ledger();
    var entries = ledger.entries();
    assertThat(entries.getFirst().after()).isEmpty();
    for (var i = 1; i < 4; i++)
      assertThat(entries.get(i).after()).containsExactly(entries.get(i - 1).id());
    assertThat(ledger.heads()).containsExactly(entries.getLast().id());
    assertThat(ledger.entry(entries.get(1).id().substring(0, 10))).isEqualTo(entries.get(1));
    assertThat(ledger.entry("")).isNull();
  }

  /// Two people who recorded on two branches: git keeps the lines of both.
  @Test
  void twoBranchesAreOneLedgerWithTwoHeads() {
    var trunk = some(2);
    var ours = with(with(trunk, said("petra", 5, 0.1)), said("petra", 6, 0.2));
    var theirs = with(trunk, said("tor", 5, 0.4));
    var lines = new LinkedHashSet<String>(ours.lines().toList());
    lines.addAll(theirs.lines().toList());
    var merged = String.join("\n", lines) + "\n";
    var reading = read(merged);
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.ledger().heads()).hasSize(2);
    var joined = read(with(merged, said("petra", 7, 0.3))).ledger();
    assertThat(joined.heads()).hasSize(1);
    assertThat(joined.entries().getLast().after())
        .containsExactlyInAnyOrderElementsOf(reading.ledger().heads());
  }

  @Test
  void lineEndsAreNoChange() {
    assertThat(read(some(3).replace("\n", "\r\n")).problems()).isEmpty();
    assertThat(read(some(3).replace("\n", "\r\n")).ledger()).isEqualTo(read(some(3)).ledger());
  }

  @Test
  void anyChangedCharacterIsNamedWithItsLine() {
    System.out.println("LedgerTest seed " + SEED);
    var random = new Random(SEED);
    var text = some(4);
    var source = new SourceText("", text);
    for (var i = 0; i < 2000; i++) {
      var at = random.nextInt(text.length());
      if (text.charAt(at) == '\n') continue;
      var other = (char) (text.charAt(at) ^ (1 << random.nextInt(4)));
      if (other == '\n' || other == '\r' || Character.isSurrogate(other)) continue;
      var changed = new StringBuilder(text);
      changed.setCharAt(at, other);
      assertThat(read(changed.toString()).problems())
          .as("%s for %s at %s", other, text.charAt(at), at)
          .extracting(Problem::code)
          .contains(Code.E708);
      assertThat(read(changed.toString()).problems())
          .extracting(p -> p.place().source().line(p.place().span().start()))
          .contains(source.line(at));
    }
  }

  @Test
  void aLineTakenOutIsMissedByTheOneThatFollowsIt() {
    var lines = some(4).lines().toList();
    for (var gone = 0; gone < 3; gone++) {
      var rest = new ArrayList<>(lines);
      rest.remove(gone);
      var problems = read(String.join("\n", rest) + "\n").problems();
      assertThat(problems).hasSize(1);
      assertThat(problems.getFirst().found()).contains("is not in the file");
      assertThat(problems.getFirst().place().label())
          .startsWith("forecasts.jsonl:" + (gone + 1) + ":");
    }
    // The last one is missed by nobody: that is what the head is published for.
    assertThat(read(String.join("\n", lines.subList(0, 3)) + "\n").problems()).isEmpty();
  }

  @Test
  void aLineThatStandsTwiceCountsOnce() {
    var text = some(2);
    var reading = read(text + text.lines().toList().getFirst() + "\n");
    assertThat(reading.problems())
        .extracting(Problem::found)
        .containsExactly("the entry stands on line 1 already");
    assertThat(reading.ledger().entries()).hasSize(2);
  }

  @Test
  void aBeginningWithoutAnEndIsAFragment() {
    var text = some(3);
    var last = text.lastIndexOf('\n', text.length() - 2) + 1;
    for (var cut = last + 1; cut < text.length() - 1; cut++) {
      var reading = read(text.substring(0, cut));
      assertThat(reading.problems()).isEmpty();
      assertThat(reading.fragment()).isEqualTo(text.substring(last, cut));
      assertThat(reading.ledger().entries()).hasSize(2);
    }
    // All of it but the line end was written: an entry like any other.
    assertThat(read(text.substring(0, text.length() - 1)).ledger().entries()).hasSize(3);
  }

  @Test
  void nothingThatAFileCanHoldMakesItFail() {
    for (var text :
        List.of(
            "x\n",
            "{}\n",
            "{\"id\":\"" + "0".repeat(64) + "\",}\n",
            signed("\"after\":[]}"),
            signed("\"after\":[],\"entry\":\"pool\"}"),
            signed("\"after\":[],\"entry\":\"forecast\"}"),
            signed("\"after\":{},\"entry\":\"forecast\"}"),
            signed("nonsense"),
            changed("\"at\":\"2031-05-20T09:00:00Z\"", "\"at\":\"yesterday\""),
            changed("\"none\":0.9", "\"none\":9"),
            changed("\"none\":0.9", "\"none\":1e999"),
            changed("\"none\":0.9", "\"none\":0.8"),
            changed("\"none\":0.9", "\"none\":\"0.9\""),
            changed("\"id\":\"covert\"", "\"id\":\"none\""),
            changed("\"kind\":\"own\"", "\"kind\":\"ours\""),
            changed("\"to\":\"2031-12-31\"", "\"to\":\"2031-12-32\"")))
      assertThat(read(text).problems()).as(text).hasSize(1);
  }

  /// A line whose id is right, whatever it says.
  private static String signed(String rest) {
    try {
      var hash =
          java.util.HexFormat.of()
              .formatHex(
                  java.security.MessageDigest.getInstance("SHA-256")
                      .digest(("{" + rest).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
      return "{\"id\":\"" + hash + "\"," + rest + "\n";
    } catch (java.security.NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static String changed(String from, String to) {
    var line = with("", said("petra", 0, 0.0)).strip();
    assertThat(line).contains(from);
    return signed(line.substring(line.indexOf(',') + 1).replace(from, to));
  }

  @Test
  void scoresGetQuestionsForecastsAndWhatHappened() {
    var ledger =
        read(with(with(with("", said("petra", 0, 0.1)), said("tor", 1, 0.2)), came("covert", 30)))
            .ledger();
    var set = ledger.set("meresk/");
    assertThat(set.forecasts())
        .extracting(Forecast::question)
        .containsExactly("meresk/troops", "meresk/troops");
    assertThat(set.forecasts()).extracting(Forecast::forecaster).containsExactly("petra", "tor");
    assertThat(Arrays.stream(set.forecasts().getLast().probabilities()).sum())
        .isCloseTo(1, within(1e-12));
    var question = set.about(set.forecasts().getFirst());
    assertThat(question.outcome())
        .isEqualTo(new Outcome.Happened(1, Instant.parse("2031-06-19T00:00:00Z")));
    assertThat(question.closes()).isEqualTo(Instant.parse("2032-01-01T00:00:00Z"));
    assertThat(question.ladder()).isTrue();
  }

  @Test
  void theLastResolutionCounts() {
    var text = with(with(with("", said("petra", 0, 0.1)), came("open", 30)), came("none", 31));
    assertThat(
            Objects.requireNonNull(read(text).ledger().set("").questions().get("troops")).outcome())
        .isEqualTo(new Outcome.Happened(0, Instant.parse("2031-06-20T00:00:00Z")));
  }

  @Test
  void otherWordsAreTheSameQuestionAndAnotherDeadlineIsNot() {
    var text = with("", said("petra", 0, 0.1));
    text = with(text, said("petra", 1, 0.2, Meresk.troops("Will they?", Meresk.DEADLINE)));
    assertThat(read(text).ledger().questions())
        .extracting(Ledger.Asked::name)
        .containsExactly("troops");
    assertThat(read(text).ledger().questions().getFirst().question().title())
        .isEqualTo("Will they?");
    text =
        with(text, said("petra", 2, 0.3, Meresk.troops("Will they?", Meresk.DEADLINE.plusDays(1))));
    var ledger = read(with(text, came("open", 30))).ledger();
    assertThat(ledger.questions())
        .extracting(Ledger.Asked::name)
        .containsExactlyInAnyOrder("troops#1", "troops");
    assertThat(ledger.set("").forecasts())
        .extracting(Forecast::question)
        .containsExactlyInAnyOrder("troops#1", "troops#1", "troops");
  }
}
