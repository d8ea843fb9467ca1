package casus.history;

import casus.history.Filter.Value;
import casus.history.FilterReader.Token;
import casus.text.Code;
import casus.text.NearestName;
import casus.text.Place;
import casus.text.Problem;
import casus.text.SourceText;
import casus.text.Span;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the words of a filter mean as values of a column, and what is wrong with those that mean
/// none.
final class Values {
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d{1,3})?");
  private static final Pattern DAY = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

  private final SourceText source;
  private final Records records;
  private final List<Problem> problems;

  /// @param problems receives what is wrong
  Values(SourceText source, Records records, List<Problem> problems) {
    this.source = source;
    this.records = records;
    this.problems = problems;
  }

  /// Notes a problem where a column has no order.
  void ordered(Field field, Span span) {
    if (field.type() == Field.Type.TEXT
        || field.type() == Field.Type.LIST
        || field.type() == Field.Type.FLAG)
      problems.add(
          Problem.of(
                  Code.E301,
                  new Place(source, span),
                  "`" + field.name() + "` is a " + field.type().word() + " and has no order")
              .expecting("=, !=, in (…) or is blank"));
  }

  /// The value, or null where there is none; the problem is noted.
  @Nullable Value value(Field field, Token token) {
    var state = state(field, token);
    if (state != null) return state;
    return switch (field.type()) {
      case TEXT, LIST -> text(field, token);
      case WHOLE -> whole(field, token);
      case NUMBER ->
          DECIMAL.matcher(token.text()).matches()
              ? new Value.Decimal(Double.parseDouble(token.text()))
              : wrong(field, token, "a number");
      case FLAG -> flag(field, token);
      case DATE -> day(field, token);
    };
  }

  /// A value that stands in a column of texts, however it is typed, or null.
  @Nullable Value known(Field field, String typed) {
    if (field.type() != Field.Type.TEXT && field.type() != Field.Type.LIST) return null;
    var key = Field.key(typed);
    for (var value : records.values(field).orElse(List.of()))
      if (Field.key(value).equals(key)) return new Value.Text(value);
    for (var code : field.codes().keySet())
      if (Field.key(code).equals(key)) return new Value.Text(code);
    return null;
  }

  /// A state by its letters or name where the column has numbers, or null.
  private static @Nullable Value state(Field field, Token token) {
    var system = field.states();
    if (system == null || system == Field.CodeSystem.ISO || DECIMAL.matcher(token.text()).matches())
      return null;
    var numbers = new ArrayList<Value>();
    for (var number : States.known().numbers(system, token.text()))
      numbers.add(
          field.type() == Field.Type.LIST
              ? new Value.Text(String.valueOf(number))
              : new Value.Whole(number));
    return numbers.isEmpty()
        ? null
        : numbers.size() == 1 ? numbers.getFirst() : new Value.AnyOf(numbers);
  }

  private @Nullable Value text(Field field, Token token) {
    var known = known(field, token.text());
    if (known != null) return known;
    var present = records.values(field);
    if (present.isEmpty() && field.codes().isEmpty()) return new Value.Text(token.text());
    var all = new ArrayList<>(field.codes().keySet());
    present.ifPresent(all::addAll);
    var near = NearestName.of(token.text(), all);
    problems.add(
        Problem.of(
                Code.E201,
                place(token),
                "no record has `" + token.text() + "` in `" + field.name() + "`")
            .expecting(
                near == null ? "one of " + FilterReader.listed(all) : "a value of the column")
            .hint(near));
    return null;
  }

  private @Nullable Value whole(Field field, Token token) {
    if (WHOLE.matcher(token.text()).matches()) return new Value.Whole(Long.parseLong(token.text()));
    if (DECIMAL.matcher(token.text()).matches())
      return new Value.Decimal(Double.parseDouble(token.text()));
    var key = Field.key(token.text());
    for (var code : field.codes().entrySet())
      if (Field.key(code.getValue()).equals(key))
        return new Value.Whole(Long.parseLong(code.getKey()));
    var system = field.states();
    if (system != null) return noState(field, system, token);
    return wrong(
        field, token, field.codes().isEmpty() ? "a whole number" : "one of " + meanings(field));
  }

  private @Nullable Value noState(Field field, Field.CodeSystem system, Token token) {
    problems.add(
        Problem.of(
                Code.E201,
                place(token),
                "`" + token.text() + "` is no state in `" + field.name() + "`")
            .expecting("a number of the " + system.title() + " list, an ISO code or a name")
            .hint(NearestName.of(token.text(), States.known().codes(system))));
    return null;
  }

  private static String meanings(Field field) {
    return FilterReader.listed(
        field.codes().entrySet().stream()
            .map(code -> code.getKey() + " (" + code.getValue() + ")")
            .toList());
  }

  private @Nullable Value flag(Field field, Token token) {
    return switch (token.text().toLowerCase(Locale.ROOT)) {
      case "yes", "true", "1" -> new Value.Flag(true);
      case "no", "false", "0" -> new Value.Flag(false);
      default -> wrong(field, token, "yes or no");
    };
  }

  private @Nullable Value day(Field field, Token token) {
    var parts = DAY.matcher(token.text());
    if (!parts.matches()) return wrong(field, token, "a date such as 2020-08-17, or a year");
    try {
      var year = Integer.parseInt(parts.group(1));
      if (parts.group(2) == null)
        return new Value.Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
      var month = YearMonth.of(year, Integer.parseInt(parts.group(2)));
      if (parts.group(3) == null) return new Value.Days(month.atDay(1), month.atEndOfMonth());
      var day = month.atDay(Integer.parseInt(parts.group(3)));
      return new Value.Days(day, day);
    } catch (DateTimeException _) {
      problems.add(Problem.of(Code.E401, place(token), "there is no day " + token.text()));
      return null;
    }
  }

  private @Nullable Value wrong(Field field, Token token, String expected) {
    problems.add(
        Problem.of(
                Code.E301,
                place(token),
                "`" + token.text() + "` is no value of `" + field.name() + "`")
            .expecting(expected));
    return null;
  }

  private Place place(Token token) {
    return new Place(source, token.span());
  }
}
