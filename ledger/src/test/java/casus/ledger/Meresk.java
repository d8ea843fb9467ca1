package casus.ledger;

import casus.ledger.Content.Basis;
import casus.ledger.Content.Kind;
import casus.ledger.Content.RecordedForecast;
import casus.ledger.Content.Resolution;
import casus.ledger.QuestionAsked.Possible;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Entries about troops for an invented country.
final class Meresk {
  static final LocalDate DEADLINE = LocalDate.of(2031, 12, 31);
  static final QuestionAsked TROOPS = troops("Will Valdria send troops?", DEADLINE);
  static final Instant FIRST = Instant.parse("2031-05-20T09:00:00Z");

  private Meresk() {}

  static QuestionAsked troops(String title, LocalDate to) {
    return new QuestionAsked(
        "troops",
        title,
        List.of(
            new Possible("none", "no"),
            new Possible("covert", "unmarked"),
            new Possible("open", "“in the open” – and under a flag\n")),
        true,
        LocalDate.of(2031, 5, 20),
        to,
        null);
  }

  static RecordedForecast said(String by, int day, double open) {
    return said(by, day, open, TROOPS);
  }

  static RecordedForecast said(String by, int day, double open, QuestionAsked question) {
    return new RecordedForecast(
        FIRST.plusSeconds(86_400L * day),
        by,
        Kind.OWN,
        LocalDate.of(2031, 5, 20),
        question,
        List.of(0.9 * (1 - open), 0.1 * (1 - open), open),
        List.of(),
        "open " + open,
        null,
        new Basis("meresk", "00".repeat(32), null, Map.of("treaties/cst", "11".repeat(32))),
        "0.1.0",
        null);
  }

  static Resolution came(String outcome, int day) {
    return new Resolution(
        FIRST.plusSeconds(86_400L * 300 + day),
        TROOPS,
        outcome,
        null,
        LocalDate.of(2031, 5, 20).plusDays(day),
        null,
        null,
        null,
        "0.1.0");
  }

  /// A ledger's text with one more entry.
  static String with(String text, Content content) {
    var reading = LedgerLines.read(new casus.text.SourceText("forecasts.jsonl", text));
    return text + LedgerLines.after(reading.ledger(), content).line() + "\n";
  }
}
