package casus.ledger.formats;

import casus.ledger.formats.CsvTable.Row;
import casus.ledger.formats.Gathering.Draft;
import casus.text.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A table with a row for each forecast, or for each answer of one, that says of its question all
/// there is to say: Metaculus's forecasts of a tournament, those of PredictionBook, and our own
/// plain form. They differ in what their columns are called.
final class RowFile {
  private static final String[] IDS = {"question_id", "question", "market_id", "id"};
  private static final String[] TITLES = {
    "question_title", "title", "question_text", "question", "description"
  };
  private static final String[] WHO = {
    "author_id",
    "forecaster",
    "user",
    "forecaster_username",
    "user_name",
    "username",
    "forecaster_id",
    "user_id",
    "author"
  };
  private static final String[] CHANCES = {
    "probability_yes", "probability", "prob", "forecast", "confidence"
  };
  private static final String[] TIMES = {
    "created_at", "timestamp", "time", "start_time", "date", "forecast_date", "forecast_time"
  };
  private static final String[] VERDICTS = {"resolution", "outcome", "resolved_to", "answer_is"};
  private static final String[] KNOWN = {
    "actual_resolve_time",
    "resolve_time",
    "resolution_known_time",
    "resolved_at",
    "resolved",
    "resolution_time",
    "known"
  };
  private static final String[] CLOSES = {
    "actual_close_time", "close_time", "scheduled_close_time", "closes", "closed_at", "deadline"
  };
  private static final String[] OPENS = {"open_time", "opens", "opened_at", "published_at"};
  private static final String[] ANSWERS = {"answer", "answer_option", "option"};

  private final CsvTable table;
  private final Gathering gathering = new Gathering();
  private final int id;
  private final int title;
  private final int who;
  private final int chance;
  private final int time;
  private final int verdict;
  private final int known;
  private final int closes;
  private final int opens;
  private final int answer;
  private final int status;
  private final int type;
  private final int ladder;

  /// Forecasts whose answers stand in several rows.
  private final Map<String, Several> several = new LinkedHashMap<>();

  private record Several(
      Draft draft, String forecaster, Instant at, Map<String, Double> chances, Row first) {}

  private RowFile(CsvTable table) {
    this.table = table;
    id = table.column(IDS);
    title = table.column(TITLES);
    who = table.column(WHO);
    chance = table.column(CHANCES);
    time = table.column(TIMES);
    verdict = table.column(VERDICTS);
    known = table.column(KNOWN);
    closes = table.column(CLOSES);
    opens = table.column(OPENS);
    answer = table.column(ANSWERS);
    status = table.column("status", "question_status");
    type = table.column("type", "question_type");
    ladder = table.column("ladder", "ordered");
  }

  /// The columns that it needs and that a table lacks, by their names in our own plain form.
  static List<String> missing(CsvTable table) {
    var missing = new ArrayList<String>();
    if (table.column(IDS) < 0) missing.add("question");
    if (table.column(WHO) < 0) missing.add("forecaster");
    if (table.column(TIMES) < 0) missing.add("time");
    if (table.column(CHANCES) < 0) missing.add("probability");
    return missing;
  }

  static Reading read(CsvTable table) {
    var file = new RowFile(table);
    List<Problem> problems = table.rows(file::take);
    if (!problems.isEmpty()) return new Reading.Faulty(problems);
    file.several.values().forEach(file::answered);
    return ForecastFiles.read(file.gathering, file.format(), table.head());
  }

  private String format() {
    if (table.has("probability_yes") || table.has("author_id")) return "Metaculus (CSV)";
    if (table.has("user") && table.has("status")) return "PredictionBook (CSV)";
    return "plain table (CSV)";
  }

  private void take(Row row) {
    if (row.size() != table.columns().size()) {
      gathering.leaveOut("too few or too many values", () -> row.place(-1));
      return;
    }
    var question = row.at(id);
    if (question.isEmpty()) {
      gathering.leaveOut("no question", () -> row.place(id));
      return;
    }
    var kind = row.at(type).toLowerCase(Locale.ROOT);
    if (!kind.isEmpty() && !kind.equals("binary") && !(answer >= 0 && kind.contains("choice"))) {
      gathering.leaveOut(
          "a question that is not of yes and no (" + kind + ")", () -> row.place(type));
      return;
    }
    var forecaster = row.at(who);
    if (forecaster.isEmpty()) {
      gathering.leaveOut("no forecaster", () -> row.place(who));
      return;
    }
    var at = Moments.of(row.at(time));
    if (at == null) {
      gathering.leaveOut(
          row.at(time).isEmpty() ? "no time" : "a time that cannot be read", () -> row.place(time));
      return;
    }
    var probability = Chance.of(row.at(chance));
    if (!Chance.isOne(probability)) {
      gathering.leaveOut(Chance.fault(row.at(chance)), () -> row.place(chance));
      return;
    }
    var draft = draft(question, row);
    if (draft == null) return;
    var option = row.at(answer);
    if (option.isEmpty()) {
      if (draft.outcomes.equals(Gathering.YES_NO))
        gathering.forecast(draft, forecaster, at.start(), probability);
      else
        gathering.leaveOut(
            "no answer, where other rows of the question have one", () -> row.place(answer));
      return;
    }
    var key = question + "\u0000" + forecaster + "\u0000" + at.start();
    var whole =
        several.computeIfAbsent(
            key, _ -> new Several(draft, forecaster, at.start(), new LinkedHashMap<>(), row));
    if (whole.chances().putIfAbsent(option, probability) != null)
      gathering.leaveOut("an answer given twice in one forecast", () -> row.place(answer));
    else if (!draft.outcomes.contains(option)) {
      var more = new ArrayList<>(draft.outcomes);
      if (draft.outcomes.equals(Gathering.YES_NO)
          && !Gathering.YES_NO.contains(option.toLowerCase(Locale.ROOT))) more.clear();
      if (!more.equals(Gathering.YES_NO)) more.add(option);
      draft.outcomes = List.copyOf(more);
    }
  }

  /// The question of a row, with what the row says of it; null where the row cannot be taken.
  private @Nullable Draft draft(String question, Row row) {
    var said = row.at(verdict);
    var state = Verdict.of(row.at(status));
    var found = gathering.known(question);
    if (found == null) {
      var means = Verdict.of(said);
      if (means == Verdict.OTHER && answer < 0) {
        gathering.leaveOut("an outcome that is neither yes nor no", () -> row.place(verdict));
        return null;
      }
      found = gathering.question(question);
      found.title = row.at(title);
      found.verdict = said;
      if (state == Verdict.VOID) found.isVoid = row.at(status);
      else if (means == Verdict.VOID) found.isVoid = said;
      else if (means == Verdict.YES) found.happened = 1;
      else if (means == Verdict.NO) found.happened = 0;
      found.opens = start(row.at(opens));
      found.closes = end(row.at(closes));
      found.known = end(row.at(known));
      found.ladder = Verdict.of(row.at(ladder)) == Verdict.YES;
    } else if (!said.equals(found.verdict)) {
      gathering.leaveOut(
          "an outcome other than the one that an earlier row gives the question",
          () -> row.place(verdict));
      return null;
    }
    return found;
  }

  static @Nullable Instant start(String written) {
    var moment = Moments.of(written);
    return moment == null ? null : moment.start();
  }

  static @Nullable Instant end(String written) {
    var moment = Moments.of(written);
    return moment == null ? null : moment.end();
  }

  /// Takes a forecast that stands in several rows.
  private void answered(Several whole) {
    var draft = whole.draft();
    var first = whole.first();
    if (draft.outcomes.size() < 2) {
      gathering.leaveOut("a question with one answer only", () -> first.place(answer));
      return;
    }
    var said = draft.verdict;
    if (draft.isVoid == null && said != null && Verdict.of(said) != Verdict.PENDING) {
      draft.happened = index(draft.outcomes, said);
      if (draft.happened < 0) {
        gathering.leaveOut("an outcome that is none of the answers", () -> first.place(verdict));
        return;
      }
    }
    var probabilities = new double[draft.outcomes.size()];
    var given = 0.0;
    for (var entry : whole.chances().entrySet()) {
      probabilities[index(draft.outcomes, entry.getKey())] = entry.getValue();
      given += entry.getValue();
    }
    if (probabilities.length == 2 && whole.chances().size() == 1) {
      var one = whole.chances().keySet().iterator().next();
      probabilities[1 - index(draft.outcomes, one)] = 1 - given;
    }
    var summed = gathering.summed(probabilities, () -> first.place(chance));
    if (summed != null) gathering.forecast(draft, whole.forecaster(), whole.at(), summed);
  }

  private static int index(List<String> outcomes, String answer) {
    var at = outcomes.indexOf(answer);
    if (at >= 0) return at;
    for (var i = 0; i < outcomes.size(); i++)
      if (outcomes.get(i).equalsIgnoreCase(answer)) return i;
    return switch (Verdict.of(answer)) {
      case YES -> outcomes.indexOf("yes");
      case NO -> outcomes.indexOf("no");
      default -> -1;
    };
  }
}
