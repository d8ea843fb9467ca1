package casus.ledger.formats;

import static casus.ledger.formats.JsonFile.moment;
import static casus.ledger.formats.JsonFile.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// Posts of Metaculus's API: a `question` with its `aggregations` (the community by several
/// methods, each a forecaster here) and `my_forecasts` (the forecaster `me`).
final class MetaculusFile {
  private final JsonFile file;
  private final Gathering gathering = new Gathering();

  private MetaculusFile(JsonFile file) {
    this.file = file;
  }

  static boolean isOne(JsonFile file) {
    return posts(file).stream().anyMatch(MetaculusFile::isQuestion);
  }

  private static List<JsonNode> posts(JsonFile file) {
    var entries = file.entries("results");
    return (entries.isEmpty() ? List.of(file.root()) : entries)
        .stream()
            .map(post ->
                post.has("question") && post.path("question").isObject()
                    ? post.path("question")
                    : post)
            .toList();
  }

  private static boolean isQuestion(JsonNode question) {
    return question.has("aggregations") || question.has("my_forecasts");
  }

  static Reading read(JsonFile file) {
    var reader = new MetaculusFile(file);
    for (var question : posts(file)) if (isQuestion(question)) reader.question(question);
    return ForecastFiles.read(reader.gathering, "Metaculus (JSON)", file.near(""));
  }

  private void question(JsonNode question) {
    var title = text(question, "title");
    var type = text(question, "type").toLowerCase(Locale.ROOT);
    if (!type.equals("binary") && !type.equals("multiple_choice")) {
      gathering.leaveOut(
          "a question that is neither of yes and no nor of several outcomes (" + type + ")",
          () -> file.near(title));
      return;
    }
    var draft = gathering.question(text(question, "id"));
    draft.title = title;
    if (type.equals("multiple_choice"))
      draft.outcomes =
          StreamSupport.stream(question.path("options").values().spliterator(), false)
              .map(JsonNode::asString)
              .toList();
    if (draft.outcomes.size() < 2) {
      gathering.leaveOut("a question with fewer than two outcomes", () -> file.near(title));
      return;
    }
    var opens = moment(question, "open_time", "published_at");
    draft.opens = opens == null ? null : opens.start();
    var closes = moment(question, "actual_close_time", "scheduled_close_time");
    draft.closes = closes == null ? null : closes.start();
    var known = moment(question, "actual_resolve_time", "resolution_set_time");
    draft.known = known == null ? null : known.start();
    var resolution = text(question, "resolution");
    switch (Verdict.of(resolution)) {
      case YES -> draft.happened = draft.outcomes.indexOf("yes");
      case NO -> draft.happened = draft.outcomes.indexOf("no");
      case VOID -> draft.isVoid = resolution;
      case PENDING -> {}
      case OTHER -> {
        draft.happened = draft.outcomes.indexOf(resolution);
        if (draft.happened < 0) {
          gathering.leaveOut("an outcome that is none of the question's", () -> file.near(title));
          return;
        }
      }
    }
    history(draft, "me", question.path("my_forecasts").path("history"), title);
    for (var method : question.path("aggregations").properties())
      history(draft, method.getKey(), method.getValue().path("history"), title);
  }

  private void history(Gathering.Draft draft, String who, JsonNode history, String title) {
    for (var entry : history.values()) {
      var at = moment(entry, "start_time");
      var values =
          entry.path("forecast_values").isArray()
              ? entry.path("forecast_values")
              : entry.path("centers");
      if (at == null) {
        gathering.leaveOut("a time that cannot be read", () -> file.near(title));
        continue;
      }
      var given = new double[values.size()];
      for (var i = 0; i < given.length; i++) given[i] = values.get(i).asDouble(Double.NaN);
      // The community's history gives the yes alone.
      if (given.length == 1 && draft.outcomes.size() == 2)
        given = new double[] {1 - given[0], given[0]};
      var fits = given.length == draft.outcomes.size();
      for (var p : given) fits &= Chance.isOne(p);
      if (!fits) {
        gathering.leaveOut(
            "a forecast without a probability from 0 to 1 for each outcome",
            () -> file.near(title));
        continue;
      }
      var summed = gathering.summed(given, () -> file.near(title));
      if (summed != null) gathering.forecast(draft, who, at.start(), summed);
    }
  }
}
