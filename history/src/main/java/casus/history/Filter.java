package casus.history;

import java.time.LocalDate;
import java.util.List;

/// Which records a reference class takes in: conditions over the columns of a set, resolved. A
/// blank value meets no condition but `is blank`; what is not met because of a blank is not met
/// under `not` either.
public sealed interface Filter {
  /// Every record.
  record Everything() implements Filter {}

  record All(List<Filter> parts) implements Filter {}

  record Any(List<Filter> parts) implements Filter {}

  record Not(Filter part) implements Filter {}

  record Compared(Field field, Relation relation, Value value) implements Filter {}

  record OneOf(Field field, List<Value> values) implements Filter {}

  /// Both ends included.
  record Between(Field field, Value low, Value high) implements Filter {}

  record Blank(Field field) implements Filter {}

  /// How two values may stand to each other.
  enum Relation {
    EQUAL("="),
    UNEQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">=");

    private final String sign;

    Relation(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }
  }

  /// What a column is compared with.
  sealed interface Value {
    record Text(String text) implements Value {}

    record Whole(long number) implements Value {}

    record Decimal(double number) implements Value {}

    record Flag(boolean yes) implements Value {}

    /// Any of several: the numbers that a state has had.
    record AnyOf(List<Value> values) implements Value {}

    /// A day, or all days of a year or month.
    record Days(LocalDate first, LocalDate last) implements Value {}
  }
}
