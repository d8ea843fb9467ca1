package casus.ledger.formats;

import casus.ledger.formats.CsvTable.Row;
import casus.text.Problem;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// A model's probabilities of an event in each country and year, beside what was observed: a row
/// for each (`gwcode` or another column that names the country, `for_year`, `p`, `observed`, and
/// `outcome`, the kind of event). The forecast is taken as made when its year begins, and its
/// outcome as known when it ends.
final class CountryYearFile {
  private static final String[] COUNTRIES = {"gwcode", "ccode", "cowcode", "iso3", "country"};
  private static final String[] YEARS = {"for_year", "target_year", "year"};
  private static final String[] CHANCES = {"p", "probability", "prob"};

  private final CsvTable table;
  private final Gathering gathering = new Gathering();
  private final int country;
  private final int year;
  private final int chance;
  private final int kind;
  private final int observed;
  private final int model;

  private CountryYearFile(CsvTable table) {
    this.table = table;
    country = table.column(COUNTRIES);
    year = table.column(YEARS);
    chance = table.column(CHANCES);
    kind = table.column("outcome", "event");
    observed = table.column("observed", "happened", "actual");
    model = table.column("model", "forecaster");
  }

  static boolean isOne(CsvTable table) {
    return table.column(COUNTRIES) >= 0
        && table.column(YEARS) >= 0
        && table.column(CHANCES) >= 0
        && table.column("observed", "happened", "actual") >= 0;
  }

  static Reading read(CsvTable table) {
    var file = new CountryYearFile(table);
    List<Problem> problems = table.rows(file::take);
    return problems.isEmpty()
        ? ForecastFiles.read(file.gathering, "country-years of a model (CSV)", table.head())
        : new Reading.Faulty(problems);
  }

  private void take(Row row) {
    if (row.size() != table.columns().size()) {
      gathering.leaveOut("too few or too many values", () -> row.place(-1));
      return;
    }
    var written = row.at(year);
    if (!written.matches("\\d{4}")) {
      gathering.leaveOut("a year that cannot be read", () -> row.place(year));
      return;
    }
    var probability = Chance.of(row.at(chance));
    if (!Chance.isOne(probability)) {
      gathering.leaveOut(Chance.fault(row.at(chance)), () -> row.place(chance));
      return;
    }
    var what = row.at(kind).isEmpty() ? "event" : row.at(kind);
    var happened = Verdict.of(row.at(observed));
    if (happened == Verdict.OTHER) {
      gathering.leaveOut("an observation that is neither 0 nor 1", () -> row.place(observed));
      return;
    }
    var begins =
        LocalDate.of(Integer.parseInt(written), 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    var ends =
        LocalDate.of(Integer.parseInt(written) + 1, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    var draft = gathering.question(what + "/" + written + "/" + row.at(country));
    draft.title = what + " in " + row.at(country) + " in " + written;
    draft.opens = begins;
    draft.closes = ends;
    draft.known = ends;
    draft.happened = happened == Verdict.YES ? 1 : happened == Verdict.NO ? 0 : -1;
    if (happened == Verdict.VOID) draft.isVoid = row.at(observed);
    var who = row.at(model).isEmpty() ? "model" : row.at(model);
    gathering.forecast(draft, who, begins, probability);
  }
}
