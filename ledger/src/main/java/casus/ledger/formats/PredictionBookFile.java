package casus.ledger.formats;

import static casus.ledger.formats.JsonFile.moment;
import static casus.ledger.formats.JsonFile.number;
import static casus.ledger.formats.JsonFile.text;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Predictions of PredictionBook (`description`, `deadline`, `outcome`), each with its responses
/// (`confidence` in percent, `created_at`).
final class PredictionBookFile {
  private static final String[] RESPONSES = {"responses", "forecasts"};

  private final JsonFile file;
  private final Gathering gathering = new Gathering();

  private PredictionBookFile(JsonFile file) {
    this.file = file;
  }

  static boolean isOne(JsonFile file) {
    return file.entries("predictions").stream()
        .findFirst()
        .map(PredictionBookFile::whole)
        .filter(one -> one.has("description") && responses(one) != null)
        .isPresent();
  }

  /// A prediction may stand in a property of that name.
  private static JsonNode whole(JsonNode entry) {
    return entry.has("prediction") ? entry.path("prediction") : entry;
  }

  private static @Nullable JsonNode responses(JsonNode prediction) {
    for (var name : RESPONSES) if (prediction.path(name).isArray()) return prediction.path(name);
    return null;
  }

  static Reading read(JsonFile file) {
    var reader = new PredictionBookFile(file);
    for (var entry : file.entries("predictions")) reader.prediction(whole(entry));
    return ForecastFiles.read(reader.gathering, "PredictionBook (JSON)", file.near(""));
  }

  private void prediction(JsonNode prediction) {
    var title = text(prediction, "description");
    var id = text(prediction, "id", "prediction_id");
    var responses = responses(prediction);
    if (responses == null) {
      gathering.leaveOut("a prediction without responses", () -> file.near(title));
      return;
    }
    var verdict = Verdict.of(text(prediction, "outcome"));
    if (verdict == Verdict.OTHER) {
      gathering.leaveOut("an outcome that is neither right nor wrong", () -> file.near(title));
      return;
    }
    var draft = gathering.question(id.isEmpty() ? title : id);
    draft.title = title;
    if (prediction.path("withdrawn").asBoolean(false) || verdict == Verdict.VOID)
      draft.isVoid = "withdrawn";
    draft.happened = verdict == Verdict.YES ? 1 : verdict == Verdict.NO ? 0 : -1;
    var opens = moment(prediction, "created_at");
    draft.opens = opens == null ? null : opens.start();
    var known = moment(prediction, "judged_at", "resolved_at", "outcome_known_at");
    draft.known = known == null ? null : known.start();
    // A deadline says when the answer was expected, which is not when forecasts ended.
    var deadline = moment(prediction, "deadline");
    if (known == null && deadline != null) draft.closes = deadline.end();
    for (var response : responses.values()) {
      var confidence = number(response, "confidence");
      var at = moment(response, "created_at");
      if (Double.isNaN(confidence)) {
        gathering.leaveOut("a response without a confidence (a comment)", () -> file.near(title));
      } else if (confidence < 0 || confidence > 100) {
        gathering.leaveOut("a confidence outside 0 to 100", () -> file.near(title));
      } else if (at == null) {
        gathering.leaveOut("a time that cannot be read", () -> file.near(title));
      } else {
        var who = text(response, "user_name", "user", "username", "user_id");
        gathering.forecast(draft, who.isEmpty() ? "me" : who, at.start(), confidence / 100);
      }
    }
  }
}
