package casus.ledger.formats;

import casus.ledger.formats.CsvTable.Row;
import casus.ledger.formats.Gathering.Draft;
import casus.text.Code;
import casus.text.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The survey forecasts of the Good Judgment Project: a row for each answer (`ifp_id`, `user_id`,
/// `answer_option`, `value`), and a second file with the questions (`ifp_id`, `q_text`, `options`,
/// `outcome`).
final class SurveyFile {
  private static final Pattern OPTION = Pattern.compile("\\(([a-z])\\) *");

  /// The project's number for a question whose answers stand in order.
  private static final String ORDERED = "6";

  /// The project's number for a forecast taken back.
  private static final String WITHDRAWN = "4";

  private final CsvTable table;
  private final Gathering gathering = new Gathering();
  private final Map<String, Several> several = new LinkedHashMap<>();
  private final int question;
  private final int user;
  private final int number;
  private final int type;
  private final int answer;
  private final int value;
  private final int time;
  private final int date;

  private record Several(
      String question, String user, Instant at, Map<String, Double> values, Row first) {}

  private SurveyFile(CsvTable table) {
    this.table = table;
    question = table.column("ifp_id");
    user = table.column("user_id");
    number = table.column("forecast_id");
    type = table.column("fcast_type");
    answer = table.column("answer_option");
    value = table.column("value");
    time = table.column("timestamp");
    date = table.column("fcast_date");
  }

  static boolean isOne(CsvTable table) {
    return table.has("ifp_id")
        && table.has("user_id")
        && table.has("answer_option")
        && table.has("value");
  }

  static boolean isQuestions(CsvTable table) {
    return table.has("ifp_id") && table.has("outcome") && table.has("options");
  }

  static Reading read(CsvTable table, List<CsvTable> questions) {
    var known = questions.stream().filter(SurveyFile::isQuestions).toList();
    if (known.isEmpty())
      return new Reading.Faulty(
          List.of(
              Problem.of(
                      Code.E709,
                      table.head(),
                      "forecasts of the Good Judgment Project, without their questions")
                  .expecting("--questions FILE, the table with ifp_id, options and outcome")));
    var file = new SurveyFile(table);
    var problems = new ArrayList<Problem>();
    for (var one : known) problems.addAll(one.rows(row -> file.question(one, row)));
    problems.addAll(table.rows(file::take));
    if (!problems.isEmpty()) return new Reading.Faulty(problems);
    file.several.values().forEach(file::answered);
    return ForecastFiles.read(file.gathering, "Good Judgment Project (CSV)", table.head());
  }

  private void question(CsvTable questions, Row row) {
    var draft = gathering.question(row.at(questions.column("ifp_id")));
    draft.title = row.at(questions.column("q_text"));
    var options = row.at(questions.column("options"));
    var letters = new ArrayList<String>();
    var matcher = OPTION.matcher(options);
    while (matcher.find()) letters.add(matcher.group(1));
    var count = row.at(questions.column("n_opts"));
    if (letters.size() < 2 && count.matches("[2-9]"))
      for (var c = 'a'; letters.size() < Integer.parseInt(count); c++)
        if (!letters.contains(String.valueOf(c))) letters.add(String.valueOf(c));
    if (letters.size() >= 2) draft.outcomes = List.copyOf(letters);
    if (options.matches("(?i)\\(a\\) *yes, *\\(b\\) *no")) draft.outcomes = Gathering.YES_NO;
    draft.ladder = row.at(questions.column("q_type")).equals(ORDERED);
    draft.opens = RowFile.start(row.at(questions.column("date_start")));
    draft.closes = RowFile.end(row.at(questions.column("date_to_close")));
    draft.known = RowFile.end(row.at(questions.column("date_closed")));
    if (Verdict.of(row.at(questions.column("q_status"))) == Verdict.VOID) draft.isVoid = "voided";
    else draft.happened = index(draft, row.at(questions.column("outcome")));
  }

  private static int index(Draft draft, String letter) {
    if (!draft.outcomes.equals(Gathering.YES_NO)) return draft.outcomes.indexOf(letter);
    return letter.equals("a") ? 1 : letter.equals("b") ? 0 : -1;
  }

  private void take(Row row) {
    if (row.size() != table.columns().size()) {
      gathering.leaveOut("too few or too many values", () -> row.place(-1));
      return;
    }
    if (gathering.known(row.at(question)) == null) {
      gathering.leaveOut(
          "a question that the table of questions does not have", () -> row.place(question));
      return;
    }
    if (row.at(type).equals(WITHDRAWN)) {
      gathering.leaveOut("a forecast taken back", () -> row.place(type));
      return;
    }
    var moment = Moments.of(row.at(time));
    if (moment == null) moment = Moments.of(row.at(date));
    if (moment == null) {
      gathering.leaveOut("a time that cannot be read", () -> row.place(time < 0 ? date : time));
      return;
    }
    var probability = Chance.of(row.at(value));
    if (!Chance.isOne(probability)) {
      gathering.leaveOut(Chance.fault(row.at(value)), () -> row.place(value));
      return;
    }
    var at = moment.start();
    var key =
        row.at(question)
            + "\u0000"
            + row.at(user)
            + "\u0000"
            + (number < 0 ? at.toString() : row.at(number));
    var whole =
        several.computeIfAbsent(
            key, _ -> new Several(row.at(question), row.at(user), at, new LinkedHashMap<>(), row));
    if (whole.values().putIfAbsent(row.at(answer), probability) != null)
      gathering.leaveOut("an answer given twice in one forecast", () -> row.place(answer));
  }

  private void answered(Several whole) {
    var draft = gathering.question(whole.question());
    var first = whole.first();
    var probabilities = new double[draft.outcomes.size()];
    var given = 0;
    for (var entry : whole.values().entrySet()) {
      var at = index(draft, entry.getKey());
      if (at < 0) {
        gathering.leaveOut("an answer that the question does not have", () -> first.place(answer));
        return;
      }
      probabilities[at] = entry.getValue();
      given++;
    }
    if (given == 1 && probabilities.length == 2) {
      var at = index(draft, whole.values().keySet().iterator().next());
      probabilities[1 - at] = 1 - probabilities[at];
      gathering.change(
          "forecasts of two answers that give one of them: the other gets the rest",
          () -> first.place(answer));
    } else if (given < probabilities.length) {
      gathering.leaveOut("a forecast that lacks an answer", () -> first.place(answer));
      return;
    }
    var summed = gathering.summed(probabilities, () -> first.place(value));
    if (summed != null) gathering.forecast(draft, whole.user(), whole.at(), summed);
  }
}
