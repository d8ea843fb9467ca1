package casus.ledger.formats;

import static casus.ledger.formats.JsonFile.moment;
import static casus.ledger.formats.JsonFile.number;
import static casus.ledger.formats.JsonFile.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A forecast set of ForecastBench (`forecasts` with `id`, `source`, `forecast`,
/// `resolution_date`), with its question set and its resolution set (`resolutions` with
/// `resolved_to`) in further files. A question with several resolution dates is a question for each
/// of them.
final class ForecastBenchFile {
  private final JsonFile file;
  private final Gathering gathering = new Gathering();

  private ForecastBenchFile(JsonFile file) {
    this.file = file;
  }

  static boolean isOne(JsonFile file) {
    var entries = file.root().path("forecasts");
    return entries.isArray()
        && !entries.isEmpty()
        && entries.get(0).has("forecast")
        && entries.get(0).has("source");
  }

  static Reading read(JsonFile file, List<JsonFile> more) {
    var reader = new ForecastBenchFile(file);
    for (var one : more) for (var each : one.entries("resolutions")) reader.resolution(each);
    var who = text(file.root(), "model", "organization");
    var due = moment(file.root(), "forecast_due_date");
    for (var forecast : file.root().path("forecasts").values())
      reader.forecast(forecast, who.isEmpty() ? "model" : who, due);
    for (var one : more) for (var each : one.entries("questions")) reader.question(each);
    return ForecastFiles.read(reader.gathering, "ForecastBench (JSON)", file.near(""));
  }

  /// A combination of questions has several ids, and for each of them the way in which it counts.
  private static String name(JsonNode entry) {
    return text(entry, "source") + "/" + id(entry);
  }

  private static String id(JsonNode entry) {
    var id = entry.path("id");
    if (!id.isArray()) return text(entry, "id");
    var name = new StringBuilder();
    var way = entry.path("direction");
    for (var i = 0; i < id.size(); i++) {
      if (i > 0) name.append('+');
      if (way.isArray() && way.path(i).asInt(1) < 0) name.append("not-");
      name.append(id.get(i).asString());
    }
    return name.toString();
  }

  private static String dated(JsonNode entry) {
    var date = text(entry, "resolution_date");
    return Moments.of(date) == null ? name(entry) : name(entry) + "/" + date.substring(0, 10);
  }

  private void resolution(JsonNode resolution) {
    var draft = gathering.question(dated(resolution));
    if (!resolution.path("resolved").asBoolean(true)) return;
    var value = number(resolution, "resolved_to");
    var known = moment(resolution, "resolution_date");
    if (value != 0 && value != 1) {
      if (!Double.isNaN(value)) draft.isVoid = "resolved to a probability";
      return;
    }
    draft.happened = (int) value;
    draft.known = known == null ? null : known.end();
  }

  private void forecast(JsonNode forecast, String who, Moments.@Nullable Moment due) {
    var id = id(forecast);
    var probability = number(forecast, "forecast");
    if (due == null) {
      gathering.leaveOut("no forecast_due_date, so no time", () -> file.near(id));
    } else if (!Chance.isOne(probability)) {
      gathering.leaveOut(
          Double.isNaN(probability) ? "no probability" : "a probability outside 0 to 1",
          () -> file.near(id));
    } else {
      var draft = gathering.question(dated(forecast));
      draft.opens = due.start();
      gathering.forecast(draft, who, due.start(), probability);
    }
  }

  private void question(JsonNode question) {
    var id = name(question);
    var dates = question.path("resolution_dates");
    title(id, question);
    if (dates.isArray())
      for (var date : dates.values()) title(id + "/" + date.asString(), question);
  }

  private void title(String id, JsonNode question) {
    var draft = gathering.known(id);
    if (draft != null) draft.title = text(question, "question");
  }
}
