package casus.history.store;

import casus.history.Field;
import casus.history.Filter;
import casus.history.RecordSet;
import casus.history.States;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The records of one set in a database of its own, as the relation `records`.
final class DuckRecords implements OpenRecords {
  /// More different values than these are not listed or checked.
  private static final int MOST_VALUES = 2000;

  private final Connection connection;
  private final RecordSet set;
  private final Map<String, Optional<List<String>>> values = new HashMap<>();

  DuckRecords(Connection connection, RecordSet set) {
    this.connection = connection;
    this.set = set;
  }

  @Override
  public RecordSet set() {
    return set;
  }

  @Override
  public Optional<List<String>> values(Field field) {
    return values.computeIfAbsent(field.name(), _ -> distinct(field));
  }

  private Optional<List<String>> distinct(Field field) {
    var column = Engine.name(field.name());
    var value = field.type() == Field.Type.LIST ? "unnest(" + column + ")" : column;
    var sql =
        "select distinct value::varchar from (select %s as value from records) where value is not null order by 1 limit %d"
            .formatted(value, MOST_VALUES + 1);
    var found = query(sql, List.of(), rows -> rows.getString(1));
    return found.size() > MOST_VALUES ? Optional.empty() : Optional.of(List.copyOf(found));
  }

  /// The records are read but one time, however many the filters are.
  @Override
  public List<Tally> tallies(List<Filter> filters, Filter success) {
    var counts = Clause.of(success);
    var chosen = filters.stream().map(Clause::of).toList();
    var columns = new ArrayList<String>();
    var within = new ArrayList<String>();
    var values = new ArrayList<>(counts.values());
    for (var i = 0; i < chosen.size(); i++) {
      var in = "in" + i;
      within.add("(" + chosen.get(i).sql() + ") as " + in);
      values.addAll(chosen.get(i).values());
      columns.add(
          "count(*) filter (%1$s), count(*) filter (%1$s and counts), count(*) filter (%1$s and counts is null)"
              .formatted(in));
    }
    var sql =
        "select %s from (select (%s) as counts, %s from records)"
            .formatted(String.join(", ", columns), counts.sql(), String.join(", ", within));
    return query(
            sql,
            values,
            rows -> {
              var tallies = new ArrayList<Tally>();
              for (var i = 0; i < filters.size(); i++)
                tallies.add(
                    new Tally(
                        rows.getLong(3 * i + 1), rows.getLong(3 * i + 2), rows.getLong(3 * i + 3)));
              return tallies;
            })
        .getFirst();
  }

  @Override
  public List<Tally> tallies(Filter filter, Filter success, Field sharing) {
    var chosen = Clause.of(filter);
    var counts = Clause.of(success);
    var sql =
        """
        select count(*), count(*) filter (where counts), count(*) filter (where counts is null)
        from (select (%1$s) as counts, %2$s as shared, case when %2$s is null then row_number() over () end as alone
          from records where %3$s)
        group by shared, alone order by 1 desc, 2 desc
        """
            .formatted(counts.sql(), Engine.name(sharing.name()), chosen.sql());
    return query(
        sql,
        both(counts, chosen),
        rows -> new Tally(rows.getLong(1), rows.getLong(2), rows.getLong(3)));
  }

  @Override
  public List<Case> cases(Filter filter, Filter success, int most) {
    var chosen = Clause.of(filter);
    var counts = Clause.of(success);
    var time = set.time() == null ? "''" : text(set.time());
    var key = set.key().isEmpty() ? "''" : texts(set.key(), " ");
    var label =
        set.label().stream()
            .map(this::named)
            .collect(Collectors.joining(", ", "concat_ws(' · ', ", ")"));
    var reference = set.reference() == null ? "''" : text(set.reference());
    var order = new ArrayList<String>();
    if (set.time() != null) order.add(Engine.name(set.time()));
    set.key().forEach(column -> order.add(Engine.name(column)));
    var groups =
        set.clusters().stream()
            .map(cluster -> text(cluster.field()))
            .collect(Collectors.joining(", ", "[", "]::varchar[]"));
    // What is shown is worked out for the few that are shown.
    var sql =
        """
        select %s as id, %s as time, %s as label, coalesce(counts, false), %s as reference, %s as groups
        from (select (%s) as counts, * from records where %s %s limit %d)
        """
            .formatted(
                key,
                time,
                label,
                reference,
                groups,
                counts.sql(),
                chosen.sql(),
                order.isEmpty() ? "" : "order by " + String.join(", ", order),
                most);
    return query(
        sql,
        both(counts, chosen),
        rows ->
            new Case(
                rows.getString(1),
                rows.getString(2),
                rows.getString(3),
                rows.getBoolean(4),
                rows.getString(5),
                texts(rows.getArray(6))));
  }

  private static List<String> texts(java.sql.Array array) throws SQLException {
    var texts = new ArrayList<String>();
    for (var value : (Object[]) array.getArray()) texts.add(String.valueOf(value));
    return texts;
  }

  /// A column as a reader knows it: a state by its name rather than its number.
  private String named(String name) {
    var field = set.field(name).orElse(null);
    var system = field == null ? null : field.states();
    if (system == null || system == Field.CodeSystem.ISO) return text(name);
    var names = new TreeMap<Integer, String>();
    for (var spell : States.known().spells(system)) names.put(spell.number(), spell.name());
    var cases = new StringBuilder("case ").append(text(name));
    names.forEach((number, state) ->
        cases.append(" when '").append(number).append("' then ").append(Engine.literal(state)));
    return cases.append(" else ").append(text(name)).append(" end").toString();
  }

  private String texts(List<String> names, String between) {
    return names.stream()
        .map(this::text)
        .collect(Collectors.joining(", ", "concat_ws(" + Engine.literal(between) + ", ", ")"));
  }

  private String text(String name) {
    return set.field(name)
        .map(field ->
            field.type() == Field.Type.LIST
                ? "coalesce(array_to_string(" + Engine.name(field.name()) + ", ', '), '')"
                : "coalesce(" + Engine.name(field.name()) + "::varchar, '')")
        .orElse("''");
  }

  private static List<Object> both(Clause first, Clause second) {
    var values = new ArrayList<>(first.values());
    values.addAll(second.values());
    return values;
  }

  private interface Row<T> {
    T of(java.sql.ResultSet rows) throws SQLException;
  }

  private <T> List<T> query(String sql, List<Object> values, Row<T> row) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (var i = 0; i < values.size(); i++) statement.setObject(i + 1, values.get(i));
      var found = new ArrayList<T>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) found.add(row.of(rows));
      }
      return found;
    } catch (SQLException fault) {
      throw new IllegalStateException(fault.getMessage() + " in " + sql, fault);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
