package casus.history.store;

import casus.history.Field;
import casus.history.RecordSet;
import casus.history.States;
import casus.text.Code;
import casus.text.NearestName;
import casus.text.Place;
import casus.text.Problem;
import casus.text.SourceText;
import casus.text.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One file on its way into the data folder: read, checked, and written as Parquet. Nothing of it
/// is kept where anything is wrong.
final class Import {
  private static final String ROW = "\"#\"";
  private static final int MOST_REJECTED = 20;
  private static final int MOST_DUPLICATES = 5;
  private static final int LISTED = 60;

  /// One value in so many that is no state makes the list another one.
  private static final int MANY = 20;

  /// So many columns that are wrong in most records are no accident.
  private static final int SHIFTED = 2;

  private final CsvFile file;
  private final String shown;
  private final RecordSet set;
  private final Typing typing;
  private final boolean anyEdition;
  private final @Nullable Path engine;
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private String edition = "";
  private long records;

  /// @param shown the file's name as its user knows it
  /// @param engine where the engine's native code is kept, or null
  Import(CsvFile file, String shown, RecordSet set, boolean anyEdition, @Nullable Path engine) {
    this.file = file;
    this.shown = shown;
    this.set = set;
    this.typing = Typing.of(set, file.columns());
    this.anyEdition = anyEdition;
    this.engine = engine;
  }

  List<Problem> problems() {
    return problems;
  }

  List<String> remarks() {
    return remarks;
  }

  String edition() {
    return edition;
  }

  long records() {
    return records;
  }

  /// The problem of a file that is no set.
  static Problem unrecognised(CsvFile file, String shown) {
    var header = String.join(String.valueOf(file.delimiter()), file.columns());
    return Problem.of(
            Code.E706,
            new Place(new SourceText(shown, header), new Span(0, header.length())),
            "these columns are those of no record set that casus knows")
        .expecting("the columns of a record set; `casus history` lists them");
  }

  /// Reads and checks, and writes the Parquet file if nothing is wrong.
  ///
  /// @param spill a folder for what does not fit into memory
  /// @param about what is said of the import inside the file
  void run(Path target, Path spill, Map<String, String> about) throws SQLException, IOException {
    try (var connection = Engine.open(engine);
        var statement = connection.createStatement()) {
      statement.execute("set temp_directory = " + Engine.literal(spill.toString()));
      if (!read(statement)) return;
      try (var count = statement.executeQuery("select count(*) from raw")) {
        count.next();
        records = count.getLong(1);
      }
      if (records == 0) {
        problems.add(
            Problem.of(Code.E707, headerPlace(0), "a file without records")
                .expecting("a record on each line after the columns"));
        return;
      }
      checkColumns(statement);
      if (problems.isEmpty()) checkStates(statement);
      if (problems.isEmpty()) checkKey(statement);
      if (problems.isEmpty()) checkEdition(statement);
      if (problems.isEmpty()) write(connection, target, about);
    }
  }

  private boolean read(Statement statement) throws SQLException, IOException {
    var columns =
        typing.columns().stream()
            .map(column -> Engine.literal(column.written()) + ": 'VARCHAR'")
            .collect(Collectors.joining(", ", "{", "}"));
    statement.execute(
        """
        create table raw as select row_number() over () as %s, %s from read_csv(%s,
          columns = %s, header = true, auto_detect = false, delim = %s, quote = '"', escape = '"',
          encoding = %s, strict_mode = true, null_padding = false, max_line_size = 1048576,
          store_rejects = true, rejects_limit = %d)
        """
            .formatted(
                ROW,
                typing.columns().stream()
                    .map(Typing.Column::trimmed)
                    .collect(Collectors.joining(", ")),
                Engine.path(file.path()),
                columns,
                Engine.literal(String.valueOf(file.delimiter())),
                file.charset().equals(StandardCharsets.UTF_8) ? "'utf-8'" : "'latin-1'",
                MOST_REJECTED));
    try (var rejects =
        statement.executeQuery(
            "select line, min(error_type::varchar), min(error_message) from reject_errors group by line order by line")) {
      while (rejects.next()) rejected(rejects);
    }
    return problems.isEmpty();
  }

  private void rejected(ResultSet reject) throws SQLException, IOException {
    var number = (int) reject.getLong(1);
    var line = file.line(number);
    var kind = reject.getString(2).toLowerCase(java.util.Locale.ROOT);
    var wanted = typing.columns().size();
    problems.add(
        Problem.of(
                Code.E707,
                place(number, line, 0, line.length()),
                kind.contains("missing")
                    ? "a record with too few values"
                    : kind.contains("many")
                        ? "a record with too many values"
                        : kind.contains("unquoted")
                            ? "a quoted text that does not end"
                            : kind.contains("size")
                                ? "a line that is too long"
                                : "a record that cannot be read")
            .expecting(wanted + " values, as many as there are columns"));
  }

  /// What is wrong with the values of one column.
  ///
  /// @param first the number of the first record with such a value, and `value` what it holds
  private record Amiss(
      Typing.Column column, Field field, String what, long count, long first, String value) {}

  /// What no value of a column may be.
  private record Check(Typing.Column column, Field field, String what, String condition) {}

  private void checkColumns(Statement statement) throws SQLException, IOException {
    var amiss = amiss(statement, checks());
    for (var one : amiss) problems.add(problem(one));
    if (amiss.stream().filter(one -> 2 * one.count() > records).count() >= SHIFTED)
      problems.addFirst(
          Problem.of(
                  Code.E707,
                  headerPlace(0),
                  "several columns hold what belongs into others: they may be shifted")
              .expecting("values in the order of the columns"));
  }

  private List<Check> checks() {
    var checks = new ArrayList<Check>();
    for (var column : typing.columns()) {
      var field = column.field();
      if (field == null) continue;
      var text = column.text();
      if (field.type() != Field.Type.TEXT && field.type() != Field.Type.LIST)
        checks.add(
            new Check(
                column,
                field,
                "type",
                "%s is not null and %s is null".formatted(text, column.value(field.type()))));
      if (!field.codes().isEmpty())
        checks.add(new Check(column, field, "code", unknownCode(column, field)));
      if (field.required()) checks.add(new Check(column, field, "blank", text + " is null"));
    }
    return checks;
  }

  /// Looks for everything at once: the records are read but one time.
  private static List<Amiss> amiss(Statement statement, List<Check> checks) throws SQLException {
    var amiss = new ArrayList<Amiss>();
    if (checks.isEmpty()) return amiss;
    var counts =
        checks.stream()
            .map(check -> "count(*) filter (" + check.condition() + ")")
            .collect(Collectors.joining(",\n"));
    try (var found = statement.executeQuery("select " + counts + " from raw")) {
      found.next();
      var failed = new LinkedHashMap<Check, Long>();
      for (var i = 0; i < checks.size(); i++)
        if (found.getLong(i + 1) > 0) failed.put(checks.get(i), found.getLong(i + 1));
      for (var one : failed.entrySet()) amiss.add(first(statement, one.getKey(), one.getValue()));
    }
    return amiss;
  }

  private static Amiss first(Statement statement, Check check, long count) throws SQLException {
    try (var found =
        statement.executeQuery(
            "select %1$s, %2$s from raw where %3$s order by %1$s limit 1"
                .formatted(ROW, Engine.name(check.column().written()), check.condition()))) {
      found.next();
      var value = found.getString(2);
      return new Amiss(
          check.column(),
          check.field(),
          check.what(),
          count,
          found.getLong(1),
          value == null ? "" : value);
    }
  }

  private static String unknownCode(Typing.Column column, Field field) {
    var codes =
        field.codes().keySet().stream().map(Engine::literal).collect(Collectors.joining(", "));
    return switch (field.type()) {
      case LIST ->
          "len(list_filter(%s, lambda v: v not in (%s))) > 0"
              .formatted(column.value(Field.Type.LIST), codes);
      case WHOLE ->
          "%1$s is not null and %1$s not in (%2$s)"
              .formatted(column.value(Field.Type.WHOLE), codes.replace("'", ""));
      default -> "%1$s is not null and %1$s not in (%2$s)".formatted(column.text(), codes);
    };
  }

  private Problem problem(Amiss amiss) throws IOException {
    var name = amiss.field().name();
    var more =
        amiss.count() == 1 ? "" : ", and " + (amiss.count() - 1) + " more records with such values";
    var place = place(amiss.first(), typing.columns().indexOf(amiss.column()));
    return switch (amiss.what()) {
      case "type" ->
          Problem.of(Code.E707, place, "`" + amiss.value() + "` in `" + name + "`" + more)
              .expecting("a " + amiss.field().type().word());
      case "code" -> {
        var codes = List.copyOf(amiss.field().codes().keySet());
        yield Problem.of(
                Code.E707, place, "`" + amiss.value() + "` is no code of `" + name + "`" + more)
            .expecting("one of " + String.join(", ", codes))
            .hint(NearestName.of(amiss.value(), codes));
      }
      default ->
          Problem.of(Code.E707, place, "nothing in `" + name + "`" + more)
              .expecting("a value in every record");
    };
  }

  /// Numbers of states: a few that a list does not have are how its makers work; many are another
  /// list's. A state before or after its years is worth a word.
  private void checkStates(Statement statement) throws SQLException, IOException {
    var columns = typing.columns().stream().filter(column -> isNumbered(column.field())).toList();
    if (columns.isEmpty()) return;
    statement.execute(
        "create table spells (system varchar, number varchar, first integer, last integer)");
    var rows = new ArrayList<String>();
    for (var system : List.of(Field.CodeSystem.COW, Field.CodeSystem.GW))
      for (var spell : States.known().spells(system))
        rows.add(
            "('%s', '%d', %d, %d)".formatted(system, spell.number(), spell.from(), spell.to()));
    statement.execute("insert into spells values " + String.join(", ", rows));
    for (var column : columns) checkStates(statement, column);
  }

  private static boolean isNumbered(@Nullable Field field) {
    return field != null && field.states() != null && field.states() != Field.CodeSystem.ISO;
  }

  private void checkStates(Statement statement, Typing.Column column)
      throws SQLException, IOException {
    var field = Objects.requireNonNull(column.field());
    var system = Objects.requireNonNull(field.states());
    var value =
        field.type() == Field.Type.LIST
            ? "unnest(" + column.value(Field.Type.LIST) + ")"
            : column.text();
    var time = set.time() == null ? null : typing.column(set.time()).orElse(null);
    var year =
        time == null || time.field() == null || time.field().type() != Field.Type.WHOLE
            ? "null::bigint"
            : time.value(Field.Type.WHOLE);
    try (var found =
        statement.executeQuery(
            """
            with each_named as (select %1$s as row, %2$s as number, %3$s as year from raw),
            named as (
              select min(row) as row, number, year, count(*) as times from each_named
              where number is not null group by number, year)
            select coalesce(sum(times), 0),
              coalesce(sum(times) filter (not known), 0), min(row) filter (not known),
              string_agg(distinct number, ', ' order by number) filter (not known),
              coalesce(sum(times) filter (known and year is not null and not dated), 0),
              string_agg(distinct number, ', ' order by number)
                filter (known and year is not null and not dated)
            from (select named.*,
              number in (select number from spells where system = '%4$s') as known,
              exists (select 1 from spells where system = '%4$s' and spells.number = named.number
                and year between first and last) as dated
              from named)
            """
                .formatted(ROW, value, year, system))) {
      found.next();
      var all = found.getLong(1);
      var unknown = found.getLong(2);
      if (unknown > 0 && unknown * MANY > all)
        problems.add(
            Problem.of(
                    Code.E707,
                    place(found.getLong(3), typing.columns().indexOf(column)),
                    unknown
                        + " of "
                        + all
                        + " values of `"
                        + field.name()
                        + "` are no states of the "
                        + system.title()
                        + " list: "
                        + shortened(found.getString(4)))
                .expecting("numbers of that list"));
      else if (unknown > 0)
        remarks.add(
            "`"
                + field.name()
                + "` has numbers that the "
                + system.title()
                + " list has not: "
                + shortened(found.getString(4)));
      if (found.getLong(5) > 0)
        remarks.add(
            "`"
                + field.name()
                + "` names states in years in which they were not on the "
                + system.title()
                + " list, "
                + found.getLong(5)
                + " times: "
                + shortened(found.getString(6)));
    }
  }

  private static String shortened(String list) {
    return list.length() <= LISTED
        ? list
        : list.substring(0, list.lastIndexOf(',', LISTED)) + ", …";
  }

  private void checkKey(Statement statement) throws SQLException, IOException {
    var columns = new ArrayList<Typing.Column>();
    for (var key : set.key()) typing.column(key).ifPresent(columns::add);
    if (columns.isEmpty()) return;
    var key = columns.stream().map(Typing.Column::text).collect(Collectors.joining(", "));
    var names = columns.stream().map(Typing.Column::kept).collect(Collectors.joining(", "));
    try (var found =
        statement.executeQuery(
            """
            select min(%1$s), list_sort(list(%1$s))[2], concat_ws(', ', %2$s) from raw group by %2$s
            having count(*) > 1 order by 1 limit %3$d
            """
                .formatted(ROW, key, MOST_DUPLICATES))) {
      while (found.next())
        problems.add(
            Problem.of(
                    Code.E707,
                    place(found.getLong(2), typing.columns().indexOf(columns.getFirst())),
                    "a second record with "
                        + names
                        + " = "
                        + found.getString(3)
                        + "; the first is on line "
                        + line(found.getLong(1)))
                .expecting("no two records with the same " + names));
    }
  }

  private void checkEdition(Statement statement) throws SQLException, IOException {
    var rule = set.edition();
    if (rule == null) return;
    var column = typing.column(rule.field());
    if (column.isEmpty()) return;
    var field = set.field(rule.field()).orElseThrow();
    try (var found =
        statement.executeQuery(
            "select max(" + column.get().value(field.type()) + ")::varchar from raw")) {
      found.next();
      var value = String.valueOf(found.getString(1));
      edition = rule.called(value);
      if (value.equals(rule.expected()) || anyEdition) return;
      problems.add(
          Problem.of(
                  Code.E707,
                  headerPlace(typing.columns().indexOf(column.get())),
                  "this is " + edition + ": the last `" + field.name() + "` is " + value)
              .expecting(
                  rule.called(rule.expected())
                      + " ("
                      + rule.expected()
                      + "); --any-edition imports it all the same"));
    }
  }

  private void write(Connection connection, Path target, Map<String, String> about)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      var types = new LinkedHashMap<Typing.Column, Field.Type>();
      var guessed = guessed(statement).iterator();
      for (var column : typing.columns())
        types.put(column, column.field() == null ? guessed.next() : column.field().type());
      var values =
          types.entrySet().stream()
              .map(one ->
                  one.getKey().value(one.getValue()) + " as " + Engine.name(one.getKey().kept()))
              .collect(Collectors.joining(",\n  "));
      var said = new LinkedHashMap<>(about);
      said.put("edition", edition);
      said.put("records", String.valueOf(records));
      var notes =
          said.entrySet().stream()
              .map(one -> Engine.literal(one.getKey()) + ": " + Engine.literal(one.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      statement.execute(
          "copy (select\n  %s\nfrom raw order by %s) to %s (format parquet, compression zstd, kv_metadata %s)"
              .formatted(values, ROW, Engine.literal(target.toString()), notes));
    }
  }

  /// What the undescribed columns hold: whole numbers, numbers, or texts.
  private List<Field.Type> guessed(Statement statement) throws SQLException {
    var types = new ArrayList<Field.Type>();
    var counts =
        typing.columns().stream()
            .filter(column -> column.field() == null)
            .map(column ->
                "count(*) filter (%1$s is not null and %2$s is null), count(*) filter (%1$s is not null and %3$s is null)"
                    .formatted(
                        column.text(),
                        column.value(Field.Type.WHOLE),
                        column.value(Field.Type.NUMBER)))
            .collect(Collectors.joining(", "));
    if (counts.isEmpty()) return types;
    try (var found = statement.executeQuery("select " + counts + " from raw")) {
      found.next();
      for (var i = 1; i <= found.getMetaData().getColumnCount(); i += 2)
        types.add(
            found.getLong(i) == 0
                ? Field.Type.WHOLE
                : found.getLong(i + 1) == 0 ? Field.Type.NUMBER : Field.Type.TEXT);
    }
    return types;
  }

  private int line(long record) throws IOException {
    var row = file.record(record);
    return row == null ? 1 : row.line();
  }

  private Place headerPlace(int column) throws IOException {
    var line = file.line(1);
    var start = 0;
    for (var c = 0; c < column && start >= 0; c++)
      start = line.indexOf(file.delimiter(), start) + 1;
    var end =
        column == 0 && problems.isEmpty() ? line.length() : line.indexOf(file.delimiter(), start);
    return place(1, line, start, end < 0 ? line.length() : end);
  }

  private Place place(long record, int column) throws IOException {
    var row = file.record(record);
    if (row == null) return headerPlace(column);
    var line = file.line(row.line());
    var start = 0;
    var quoted = false;
    var at = 0;
    for (; at < line.length() && column > 0; at++) {
      var c = line.charAt(at);
      if (c == '"') quoted = !quoted;
      if (c == file.delimiter() && !quoted) {
        column--;
        start = at + 1;
      }
    }
    var end = start;
    for (; end < line.length(); end++) {
      var c = line.charAt(end);
      if (c == '"') quoted = !quoted;
      if (c == file.delimiter() && !quoted) break;
    }
    return place(row.line(), line, start, end);
  }

  private Place place(int number, String line, int start, int end) {
    var before = "\n".repeat(Math.max(0, number - 1));
    return new Place(
        new SourceText(shown, before + line),
        new Span(before.length() + start, before.length() + Math.max(start, end)));
  }
}
