package casus.view;

import casus.answer.Interval;
import casus.ledger.Content.Basis;
import casus.ledger.Content.RecordedForecast;
import casus.ledger.Content.Resolution;
import casus.ledger.Entry;
import casus.ledger.Ledger;
import casus.ledger.QuestionAsked;
import casus.text.Problem;
import java.util.List;
import java.util.Locale;

/// What is on record as JSON, as `docs/json.md` and `docs/schema/ledger.schema.json` describe it.
public final class LedgerJson {
  /// Raised when a field changes its meaning or goes; new fields do not raise it.
  public static final int VERSION = 1;

  private LedgerJson() {}

  /// @param file the ledger as the user would write it
  /// @param entries those that are shown: all of them, or the one that was just written
  /// @param last of `casus resolve`, the last forecast of each forecaster that counts
  /// @param remarks sentences without full stops
  public static String of(
      String file,
      Ledger ledger,
      List<Entry> entries,
      List<RecordedForecast> last,
      List<String> remarks,
      List<Problem> problems) {
    return JsonOut.document(out ->
        out.count("version", VERSION)
            .text("file", file)
            .count("count", ledger.entries().size())
            .texts("heads", ledger.heads())
            .array("entries", entries, LedgerJson::entry)
            .array("last", last, LedgerJson::last)
            .texts("remarks", remarks)
            .array("problems", problems, AssessmentJson::problem));
  }

  private static void last(JsonOut out, RecordedForecast forecast) {
    out.text("by", forecast.by())
        .text("at", forecast.at().toString())
        .object("probabilities", forecast, LedgerJson::probabilities);
  }

  private static void entry(JsonOut out, Entry entry) {
    out.text("id", entry.id()).texts("after", entry.after());
    switch (entry.content()) {
      case RecordedForecast forecast -> forecast(out, forecast);
      case Resolution resolution -> resolution(out, resolution);
    }
  }

  private static void forecast(JsonOut out, RecordedForecast forecast) {
    out.text("entry", "forecast")
        .text("at", forecast.at().toString())
        .text("by", forecast.by())
        .text("kind", forecast.kind().name().toLowerCase(Locale.ROOT))
        .text("asOf", forecast.asOf().toString())
        .object("question", forecast.question(), LedgerJson::question)
        .object("probabilities", forecast, LedgerJson::probabilities)
        .object("intervals", forecast.ranges().isEmpty() ? null : forecast, LedgerJson::intervals)
        .text("said", forecast.said())
        .text("scenario", forecast.scenario())
        .object("dossier", forecast.basis(), LedgerJson::basis)
        .text("version", forecast.version())
        .text("note", forecast.note());
  }

  private static void resolution(JsonOut out, Resolution resolution) {
    out.text("entry", "resolution")
        .text("at", resolution.at().toString())
        .text("by", resolution.by())
        .object("question", resolution.question(), LedgerJson::question)
        .text("outcome", resolution.outcome())
        .text("void", resolution.because())
        .text("on", resolution.on().toString())
        .text("evidence", resolution.evidence())
        .text("address", resolution.address())
        .text("version", resolution.version());
  }

  private static void question(JsonOut out, QuestionAsked question) {
    out.text("id", question.id())
        .text("title", question.title())
        .array(
            "outcomes",
            question.outcomes(),
            (o, outcome) -> o.text("id", outcome.id()).text("title", outcome.title()))
        .flag("ladder", question.ladder())
        .text("from", question.from().toString())
        .text("to", question.to().toString())
        .text("resolveBy", question.resolveBy());
  }

  private static void probabilities(JsonOut out, RecordedForecast forecast) {
    var outcomes = forecast.question().outcomes();
    for (var i = 0; i < outcomes.size(); i++)
      out.probability(outcomes.get(i).id(), forecast.probabilities().get(i));
  }

  private static void intervals(JsonOut out, RecordedForecast forecast) {
    var outcomes = forecast.question().outcomes();
    for (var i = 0; i < outcomes.size(); i++) {
      var range = forecast.ranges().get(i);
      out.interval(outcomes.get(i).id(), new Interval(range.low(), range.high()));
    }
  }

  private static void basis(JsonOut out, Basis basis) {
    out.text("name", basis.name())
        .text("text", basis.text())
        .text("judgement", basis.judgement())
        .texts("uses", basis.uses());
  }
}
