package casus.pool;

import java.util.List;

/// Something that everybody knows of two events, of two questions or of one: it restricts what can
/// be believed of both.
public record Link(Event left, Kind kind, Event right) {
  /// One of some outcomes of a question.
  ///
  /// @param outcomes indices in the question's order; at least one
  public record Event(String question, List<Integer> outcomes) {
    public Event {
      outcomes = List.copyOf(outcomes);
    }
  }

  /// How two events hang together.
  public enum Kind {
    /// Where the left one happens, so does the right one: a deadline and a later one.
    IMPLIES,
    /// They never happen both.
    EXCLUDES,
    /// Just one of them happens.
    COMPLEMENTS,
    /// Both happen or neither does.
    EQUALS;

    boolean allows(boolean left, boolean right) {
      return switch (this) {
        case IMPLIES -> !left || right;
        case EXCLUDES -> !(left && right);
        case COMPLEMENTS -> left != right;
        case EQUALS -> left == right;
      };
    }
  }
}
