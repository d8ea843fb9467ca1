package casus.ledger.formats;

import static casus.ledger.formats.JsonFile.moment;
import static casus.ledger.formats.JsonFile.number;
import static casus.ledger.formats.JsonFile.text;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// Bets of Manifold's API (`contractId`, `createdTime`, `probAfter`), with the markets in a second
/// file or around them (`outcomeType`, `resolution`).
///
/// The forecaster is the market: its probability after each bet. What a bettor believed is not on
/// record. Each answer of a market with several is a question of yes and no.
final class ManifoldFile {
  private final JsonFile file;
  private final Gathering gathering = new Gathering();

  private ManifoldFile(JsonFile file) {
    this.file = file;
  }

  static boolean isOne(JsonFile file) {
    var entries = file.entries("bets");
    return !entries.isEmpty() && entries.getFirst().has("probAfter");
  }

  static Reading read(JsonFile file, List<JsonFile> markets) {
    var reader = new ManifoldFile(file);
    if (file.root().isObject()) reader.market(file.root());
    for (var one : markets) {
      if (one.root().has("outcomeType")) reader.market(one.root());
      for (var market : one.entries("markets")) reader.market(market);
    }
    file.entries("bets").stream()
        .sorted(Comparator.comparingLong(bet -> bet.path("createdTime").asLong(0)))
        .forEach(reader::bet);
    return ForecastFiles.read(reader.gathering, "Manifold (JSON)", file.near(""));
  }

  private void market(JsonNode market) {
    var id = text(market, "id");
    if (id.isEmpty()) return;
    var answers = market.path("answers");
    if (!answers.isArray() || answers.isEmpty()) {
      question(id, text(market, "question"), market, text(market, "resolution"));
      return;
    }
    var whole = text(market, "resolution");
    for (var answer : answers.values()) {
      var own = text(answer, "resolution");
      if (own.isEmpty())
        own =
            whole.isEmpty() || whole.equals("CANCEL") || whole.equals("MKT")
                ? whole
                : whole.equals(text(answer, "id")) ? "YES" : "NO";
      question(
          id + "/" + text(answer, "id"),
          text(market, "question") + " " + text(answer, "text"),
          market,
          own);
    }
  }

  private void question(String id, String title, JsonNode market, String resolution) {
    var draft = gathering.question(id);
    draft.title = title;
    var opens = moment(market, "createdTime");
    draft.opens = opens == null ? null : opens.start();
    var closes = moment(market, "closeTime");
    draft.closes = closes == null ? null : closes.start();
    var known = moment(market, "resolutionTime");
    draft.known = known == null ? null : known.start();
    switch (resolution.toUpperCase(Locale.ROOT)) {
      case "YES" -> draft.happened = 1;
      case "NO" -> draft.happened = 0;
      case "CANCEL" -> draft.isVoid = "cancelled";
      // Paid out in part: neither yes nor no.
      case "MKT" -> draft.isVoid = "resolved to a probability";
      default -> {}
    }
    // A market goes on trading until it is resolved, often after its own close was moved.
    if (draft.closes != null && draft.known != null && draft.known.isBefore(draft.closes))
      draft.closes = draft.known;
  }

  private void bet(JsonNode bet) {
    var answer = text(bet, "answerId");
    var id = text(bet, "contractId") + (answer.isEmpty() ? "" : "/" + answer);
    var place = text(bet, "id");
    var at = moment(bet, "createdTime");
    var probability = number(bet, "probAfter");
    if (text(bet, "contractId").isEmpty()) {
      gathering.leaveOut("a bet of no market", () -> file.near(place));
    } else if (at == null) {
      gathering.leaveOut("a time that cannot be read", () -> file.near(place));
    } else if (!Chance.isOne(probability)) {
      gathering.leaveOut("a bet without a probability from 0 to 1", () -> file.near(place));
    } else if (bet.path("isCancelled").asBoolean(false) && bet.path("amount").asDouble(0) == 0) {
      gathering.leaveOut("an order that was never filled", () -> file.near(place));
    } else gathering.forecast(gathering.question(id), "market", at.start(), probability);
  }
}
