package casus.history.store;

import casus.history.Field;
import casus.history.Filter;
import casus.history.Filter.Relation;
import casus.history.Filter.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A filter as a condition of SQL. What a user typed is bound, never written into it.
///
/// @param sql with a question mark for each value
/// @param values in their order
record Clause(String sql, List<Object> values) {

  static Clause of(Filter filter) {
    return switch (filter) {
      case Filter.Everything _ -> new Clause("true", List.of());
      case Filter.All(var parts) -> joined(parts, " and ");
      case Filter.Any(var parts) -> joined(parts, " or ");
      case Filter.Not(var part) -> of(part).in("not (", ")");
      case Filter.Blank(var field) -> new Clause(Engine.name(field.name()) + " is null", List.of());
      case Filter.OneOf(var field, var values) -> {
        var equal = values.stream().map(value -> compared(field, Relation.EQUAL, value)).toList();
        yield join(equal, " or ");
      }
      case Filter.Between(var field, var low, var high) ->
          join(
              List.of(
                  compared(field, Relation.AT_LEAST, low), compared(field, Relation.AT_MOST, high)),
              " and ");
      case Filter.Compared(var field, var relation, var value) -> compared(field, relation, value);
    };
  }

  private static Clause joined(List<Filter> parts, String by) {
    return join(parts.stream().map(Clause::of).toList(), by);
  }

  private static Clause join(List<Clause> clauses, String by) {
    var values = new ArrayList<>();
    clauses.forEach(clause -> values.addAll(clause.values()));
    return new Clause(
        clauses.stream().map(Clause::sql).collect(Collectors.joining(by, "(", ")")), values);
  }

  private Clause in(String before, String after) {
    return new Clause(before + sql + after, values);
  }

  private static Clause compared(Field field, Relation relation, Value value) {
    var column = Engine.name(field.name());
    return switch (value) {
      case Value.Text(var text) when field.type() == Field.Type.LIST ->
          new Clause(
              (relation == Relation.UNEQUAL ? "not " : "") + "list_contains(" + column + ", ?)",
              List.of(text));
      case Value.Text(var text) -> simple(column, relation, text);
      case Value.Whole(var number) -> simple(column, relation, number);
      case Value.Decimal(var number) -> simple(column, relation, number);
      case Value.Flag(var yes) -> simple(column, relation, yes);
      case Value.Days(var first, var last) -> days(column, relation, first, last);
      case Value.AnyOf(var values) -> {
        var any =
            join(values.stream().map(one -> compared(field, Relation.EQUAL, one)).toList(), " or ");
        yield relation == Relation.UNEQUAL ? any.in("not ", "") : any;
      }
    };
  }

  private static Clause simple(String column, Relation relation, Object value) {
    return new Clause(column + " " + relation.sign() + " ?", List.of(value));
  }

  /// A year is a period: after it means after its last day.
  private static Clause days(String column, Relation relation, LocalDate first, LocalDate last) {
    return switch (relation) {
      case EQUAL -> new Clause(column + " between ? and ?", List.of(first, last));
      case UNEQUAL -> new Clause(column + " not between ? and ?", List.of(first, last));
      case LESS, AT_LEAST -> simple(column, relation, first);
      case MORE, AT_MOST -> simple(column, relation, last);
    };
  }
}
