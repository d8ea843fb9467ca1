package casus.syntax;

import casus.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A condition as written.
public sealed interface Condition {
  Span span();

  record Truth(boolean value, Span span) implements Condition {}

  /// A fact, a term, or an outcome of the question at hand: which one is settled by its name.
  record Holds(Atom atom) implements Condition {
    @Override
    public Span span() {
      return atom.span();
    }
  }

  /// `could(RUS use-force BLR under russia)`.
  record Could(Act act, @Nullable Name order, Span span) implements Condition {}

  /// `troops = open`, or `troops >= covert` where `orMore`.
  record Reached(Name question, Name outcome, boolean orMore, Span span) implements Condition {}

  /// `decision of csto-council`.
  record Decision(Name council, Span span) implements Condition {}

  /// `article 4`, `article cst.4`.
  record ArticleHolds(Name article, Span span) implements Condition {}

  record Not(Condition condition, Span span) implements Condition {}

  /// @param parts at least two
  record And(List<Condition> parts, Span span) implements Condition {}

  /// @param parts at least two
  record Or(List<Condition> parts, Span span) implements Condition {}

  /// Who does what to whom: `RUS use-force BLR`.
  record Act(Name actor, Name action, Name target, Span span) {}
}
