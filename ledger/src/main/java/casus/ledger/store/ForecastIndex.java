package casus.ledger.store;

import casus.ledger.Forecast;
import casus.ledger.ForecastSet;
import casus.ledger.Outcome;
import casus.ledger.PosedQuestion;
import casus.ledger.store.Origin.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/// The forecasts of many files in one database, all of them as of one moment: every change is one
/// transaction, and one that is cut short leaves what was there before.
public final class ForecastIndex implements AutoCloseable {
  private static final int BATCH = 5_000;
  private static final String HISTORY = "casus_schema_history";

  private final Connection connection;

  /// A writer on a server waits for the one before it and then sees what that one wrote; SQLite
  /// knows no other way.
  private final int writing;

  private ForecastIndex(Connection connection, int writing) {
    this.connection = connection;
    this.writing = writing;
  }

  /// What came of opening an index.
  public sealed interface Opening {
    record Open(ForecastIndex index) implements Opening {}

    /// @param because for the user, without a full stop, user name or password
    record Refused(String because) implements Opening {}
  }

  /// What a file holds now.
  ///
  /// @param origin its counts are not looked at
  /// @param set its question ids without the origin's name
  public record Contents(Origin origin, ForecastSet set) {}

  /// Opens the index, and makes it where there is none.
  public static Opening open(IndexPlace place) {
    if (place instanceof IndexPlace.Nowhere(var because)) return new Opening.Refused(because);
    try {
      if (place instanceof IndexPlace.InFile(var file) && file.getParent() != null)
        Files.createDirectories(file.getParent());
      var source = new Connected(place);
      migrate(source);
      var connection = source.getConnection();
      connection.setAutoCommit(false);
      return new Opening.Open(
          new ForecastIndex(
              connection,
              place instanceof IndexPlace.OnServer
                  ? Connection.TRANSACTION_READ_COMMITTED
                  : Connection.TRANSACTION_SERIALIZABLE));
    } catch (SQLException | FlywayException | IOException refused) {
      return new Opening.Refused(place.shown() + ": " + cause(refused));
    }
  }

  private static void migrate(Connected source) throws SQLException {
    // Flyway takes a second to find out that nothing is to be done.
    if (Migrated.isCurrent(source, HISTORY)) return;
    Flyway.configure()
        .loggers("slf4j")
        .dataSource(source)
        .locations("classpath:casus/ledger/store/migrations")
        .table(HISTORY)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }

  /// The first line of the innermost message: drivers say there what is wrong.
  private static String cause(Exception fault) {
    Throwable inner = fault;
    while (inner.getCause() != null && inner.getCause().getMessage() != null)
      inner = inner.getCause();
    return Objects.requireNonNullElse(inner.getMessage(), inner.getClass().getSimpleName())
        .lines()
        .findFirst()
        .orElse("");
  }

  /// Everything that is indexed, by kind and place.
  public List<Origin> origins() throws IOException {
    return asked(() -> {
      var heads = new HashMap<Integer, List<String>>();
      each(
          "select origin, entry from casus_head order by entry",
          row ->
              heads.computeIfAbsent(row.getInt(1), _ -> new ArrayList<>()).add(row.getString(2)));
      return rows().stream()
          .map(row ->
              new Origin(
                  row.kind,
                  row.place,
                  row.name,
                  row.stamp,
                  heads.getOrDefault(row.id, List.of()),
                  row.lastQuestion - row.firstQuestion + 1,
                  row.lastForecast - row.firstForecast + 1))
          .toList();
    });
  }

  /// All forecasts, the origins by kind and place; question ids begin with the name of the origin
  /// and a slash.
  public ForecastSet read() throws IOException {
    return asked(() -> {
      var forecasters = new HashMap<Integer, String>();
      each(
          "select id, name from casus_forecaster",
          row -> forecasters.put(row.getInt(1), row.getString(2)));
      var questions = new ArrayList<PosedQuestion>();
      var forecasts = new ArrayList<Forecast>();
      for (var origin : rows()) {
        var names = questions(origin, questions);
        try (var select =
            prepared(
                "select question, forecaster, seconds, nanos, probabilities from casus_forecast where id between ? and ? order by id",
                origin.firstForecast,
                origin.lastForecast)) {
          select.setFetchSize(BATCH);
          try (var rows = select.executeQuery()) {
            while (rows.next())
              forecasts.add(
                  new Forecast(
                      Objects.requireNonNull(names.get(rows.getInt(1))),
                      Objects.requireNonNull(forecasters.get(rows.getInt(2))),
                      Instant.ofEpochSecond(rows.getLong(3), rows.getInt(4)),
                      numbers(rows.getString(5))));
          }
        }
      }
      return ForecastSet.of(questions, forecasts);
    });
  }

  private Map<Integer, String> questions(Row origin, List<PosedQuestion> questions)
      throws SQLException {
    var outcomes = new HashMap<Integer, List<String>>();
    try (var select =
            prepared(
                "select question, name from casus_outcome where question between ? and ? order by question, number",
                origin.firstQuestion,
                origin.lastQuestion);
        var rows = select.executeQuery()) {
      while (rows.next())
        outcomes.computeIfAbsent(rows.getInt(1), _ -> new ArrayList<>()).add(rows.getString(2));
    }
    var names = new HashMap<Integer, String>();
    try (var select =
            prepared(
                "select id, name, title, ladder, opens, closes, state, happened, known, because from casus_question where id between ? and ? order by id",
                origin.firstQuestion,
                origin.lastQuestion);
        var rows = select.executeQuery()) {
      while (rows.next()) {
        var id = origin.name + "/" + rows.getString(2);
        names.put(rows.getInt(1), id);
        questions.add(
            new PosedQuestion(
                id,
                rows.getString(3),
                outcomes.getOrDefault(rows.getInt(1), List.of()),
                rows.getInt(4) != 0,
                instant(rows.getString(5)),
                instant(rows.getString(6)),
                outcome(rows)));
      }
    }
    return names;
  }

  private static Outcome outcome(ResultSet row) throws SQLException {
    return switch (row.getString(7)) {
      case "happened" ->
          new Outcome.Happened(row.getInt(8), Objects.requireNonNull(instant(row.getString(9))));
      case "void" -> new Outcome.Void(Objects.requireNonNullElse(row.getString(10), ""));
      default -> Outcome.Pending.PENDING;
    };
  }

  private static @Nullable Instant instant(@Nullable String written) {
    return written == null ? null : Instant.parse(written);
  }

  private static double[] numbers(String written) {
    var numbers = new double[(int) written.chars().filter(c -> c == ' ').count() + 1];
    var from = 0;
    for (var i = 0; i < numbers.length; i++) {
      var to = i + 1 < numbers.length ? written.indexOf(' ', from) : written.length();
      numbers[i] = Double.parseDouble(written.substring(from, to));
      from = to + 1;
    }
    return numbers;
  }

  /// Changes the index in one step, or, with an exception, not at all.
  ///
  /// @param gone what is no longer to be in it; its counts and heads are not looked at
  /// @param changed what is new in it or replaces what was read from the same place
  /// @param names the names of all that is in it then
  public void change(List<Origin> gone, List<Contents> changed, List<Origin> names)
      throws IOException {
    asked(
        writing,
        () -> {
          try (var statement = connection.createStatement()) {
            // Taken first by whoever writes, on either database.
            statement.executeUpdate("update casus_index set revision = revision + 1");
          }
          var old = new HashMap<String, Row>();
          for (var row : rows()) old.put(key(row.kind, row.place), row);
          for (var origin : gone) remove(old.remove(key(origin.kind(), origin.place())));
          for (var contents : changed)
            remove(old.remove(key(contents.origin().kind(), contents.origin().place())));
          var forecasters = new HashMap<String, Integer>();
          each(
              "select id, name from casus_forecaster",
              row -> forecasters.put(row.getString(2), row.getInt(1)));
          for (var contents : changed) add(contents, forecasters);
          try (var update =
              connection.prepareStatement(
                  "update casus_origin set name = ? where kind = ? and place = ? and name <> ?")) {
            for (var origin : names) {
              update.setString(1, origin.name());
              update.setString(2, word(origin.kind()));
              update.setString(3, origin.place());
              update.setString(4, origin.name());
              update.addBatch();
            }
            update.executeBatch();
          }
          connection.commit();
          return changed.size();
        });
  }

  private void remove(@Nullable Row row) throws SQLException {
    if (row == null) return;
    delete(
        "delete from casus_forecast where id between ? and ?", row.firstForecast, row.lastForecast);
    delete(
        "delete from casus_outcome where question between ? and ?",
        row.firstQuestion,
        row.lastQuestion);
    delete(
        "delete from casus_question where id between ? and ?", row.firstQuestion, row.lastQuestion);
    delete("delete from casus_head where origin between ? and ?", row.id, row.id);
    delete("delete from casus_origin where id between ? and ?", row.id, row.id);
  }

  private void delete(String sql, int first, int last) throws SQLException {
    try (var statement = prepared(sql, first, last)) {
      statement.executeUpdate();
    }
  }

  private void add(Contents contents, Map<String, Integer> forecasters) throws SQLException {
    var origin = contents.origin();
    var set = contents.set();
    var id = next("casus_origin");
    var firstQuestion = next("casus_question");
    var firstForecast = next("casus_forecast");
    try (var insert =
        connection.prepareStatement(
            "insert into casus_origin (id, kind, place, name, stamp, first_question, last_question, first_forecast, last_forecast) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setInt(1, id);
      insert.setString(2, word(origin.kind()));
      insert.setString(3, origin.place());
      insert.setString(4, origin.name());
      insert.setString(5, origin.stamp());
      insert.setInt(6, firstQuestion);
      insert.setInt(7, firstQuestion + set.questions().size() - 1);
      insert.setInt(8, firstForecast);
      insert.setInt(9, firstForecast + set.forecasts().size() - 1);
      insert.executeUpdate();
    }
    try (var insert = batch("insert into casus_head (origin, entry) values (?, ?)")) {
      for (var head : origin.heads()) {
        insert.sql.setInt(1, id);
        insert.sql.setString(2, head);
        insert.add();
      }
    }
    var questions = addQuestions(set, firstQuestion);
    addForecasters(set, forecasters);
    addForecasts(set, firstForecast, questions, forecasters);
  }

  private Map<String, Integer> addQuestions(ForecastSet set, int first) throws SQLException {
    var ids = new LinkedHashMap<String, Integer>();
    try (var insert =
        batch(
            "insert into casus_question (id, name, title, ladder, opens, closes, state, happened, known, because) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (var question : set.questions().values()) {
        var id = first + ids.size();
        ids.put(question.id(), id);
        var sql = insert.sql;
        sql.setInt(1, id);
        sql.setString(2, question.id());
        sql.setString(3, question.title());
        sql.setInt(4, question.ladder() ? 1 : 0);
        sql.setString(5, text(question.opens()));
        sql.setString(6, text(question.closes()));
        sql.setString(7, "pending");
        sql.setNull(8, Types.INTEGER);
        sql.setNull(9, Types.VARCHAR);
        sql.setNull(10, Types.VARCHAR);
        switch (question.outcome()) {
          case Outcome.Pending _ -> {}
          case Outcome.Happened(var index, var at) -> {
            sql.setString(7, "happened");
            sql.setInt(8, index);
            sql.setString(9, at.toString());
          }
          case Outcome.Void(var because) -> {
            sql.setString(7, "void");
            sql.setString(10, because);
          }
        }
        insert.add();
      }
    }
    try (var insert =
        batch("insert into casus_outcome (question, number, name) values (?, ?, ?)")) {
      for (var question : set.questions().values())
        for (var o = 0; o < question.outcomes().size(); o++) {
          insert.sql.setInt(1, Objects.requireNonNull(ids.get(question.id())));
          insert.sql.setInt(2, o);
          insert.sql.setString(3, question.outcomes().get(o));
          insert.add();
        }
    }
    return ids;
  }

  private void addForecasters(ForecastSet set, Map<String, Integer> known) throws SQLException {
    var next = next("casus_forecaster");
    try (var insert = batch("insert into casus_forecaster (id, name) values (?, ?)")) {
      for (var forecast : set.forecasts()) {
        if (known.putIfAbsent(forecast.forecaster(), next) != null) continue;
        insert.sql.setInt(1, next++);
        insert.sql.setString(2, forecast.forecaster());
        insert.add();
      }
    }
  }

  private void addForecasts(
      ForecastSet set, int first, Map<String, Integer> questions, Map<String, Integer> forecasters)
      throws SQLException {
    var id = first;
    try (var insert =
        batch(
            "insert into casus_forecast (id, question, forecaster, seconds, nanos, probabilities) values (?, ?, ?, ?, ?, ?)")) {
      for (var forecast : set.forecasts()) {
        var sql = insert.sql;
        sql.setInt(1, id++);
        sql.setInt(2, Objects.requireNonNull(questions.get(forecast.question())));
        sql.setInt(3, Objects.requireNonNull(forecasters.get(forecast.forecaster())));
        var at = forecast.at();
        sql.setLong(4, at.getEpochSecond());
        sql.setInt(5, at.getNano());
        var numbers = new StringJoiner(" ");
        for (var probability : forecast.probabilities()) numbers.add(Double.toString(probability));
        sql.setString(6, numbers.toString());
        insert.add();
      }
    }
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  /// Rows that are sent many at a time.
  private static final class Batch implements AutoCloseable {
    private final PreparedStatement sql;
    private int waiting;

    Batch(PreparedStatement sql) {
      this.sql = sql;
    }

    void add() throws SQLException {
      sql.addBatch();
      if (++waiting == BATCH) {
        sql.executeBatch();
        waiting = 0;
      }
    }

    @Override
    public void close() throws SQLException {
      try (sql) {
        if (waiting > 0) sql.executeBatch();
      }
    }
  }

  private Batch batch(String sql) throws SQLException {
    return new Batch(connection.prepareStatement(sql));
  }

  /// A row of casus_origin.
  private record Row(
      int id,
      Kind kind,
      String place,
      String name,
      String stamp,
      int firstQuestion,
      int lastQuestion,
      int firstForecast,
      int lastForecast) {}

  private List<Row> rows() throws SQLException {
    var found = new ArrayList<Row>();
    each(
        "select id, kind, place, name, stamp, first_question, last_question, first_forecast, last_forecast from casus_origin",
        row ->
            found.add(
                new Row(
                    row.getInt(1),
                    Kind.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getInt(6),
                    row.getInt(7),
                    row.getInt(8),
                    row.getInt(9))));
    // Databases sort text each in its own way.
    found.sort(Comparator.comparing(Row::kind).thenComparing(Row::place));
    return found;
  }

  private static String key(Kind kind, String place) {
    return kind + " " + place;
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private int next(String table) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select coalesce(max(id), 0) + 1 from " + table)) {
      row.next();
      return row.getInt(1);
    }
  }

  private PreparedStatement prepared(String sql, int first, int last) throws SQLException {
    var statement = connection.prepareStatement(sql);
    statement.setInt(1, first);
    statement.setInt(2, last);
    return statement;
  }

  private interface Each {
    void row(ResultSet row) throws SQLException;
  }

  private void each(String sql, Each each) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) each.row(rows);
    }
  }

  private interface Asking<T> {
    T ask() throws SQLException;
  }

  /// Asks within one transaction, so that all answers are of one moment.
  private <T> T asked(Asking<T> asking) throws IOException {
    return asked(Connection.TRANSACTION_SERIALIZABLE, asking);
  }

  private <T> T asked(int isolation, Asking<T> asking) throws IOException {
    try {
      connection.setTransactionIsolation(isolation);
      var answer = asking.ask();
      connection.rollback();
      return answer;
    } catch (SQLException fault) {
      try {
        connection.rollback();
      } catch (SQLException gone) {
        fault.addSuppressed(gone);
      }
      throw new IOException("the index: " + cause(fault), fault);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException fault) {
      throw new IOException("the index: " + cause(fault), fault);
    }
  }
}
