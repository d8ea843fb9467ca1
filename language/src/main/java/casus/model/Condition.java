package casus.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A condition with its names resolved. Inside an instrument an argument may be a variable: `P` or
/// `S`, bound by the target of the act in question, `A`, bound by its actor, or `V`, some state of
/// which the dossier states a fact.
public sealed interface Condition {
  /// Always, or never.
  record Truth(boolean value) implements Condition {}

  /// A fact holds. [#id] names it once the argument is bound; a fact that the dossier does not
  /// declare counts as false.
  record FactHolds(String name, @Nullable String argument) implements Condition {
    public String id() {
      return argument == null ? name : name + "(" + argument + ")";
    }
  }

  /// A term applies, under the reading in force.
  ///
  /// @param term qualified by its instrument: "cst.aggression"; unqualified for the dossier's own
  record TermHolds(String term, @Nullable String argument) implements Condition {}

  /// The act is lawful: permitted, obliged, or silent because an exception lifted its prohibition.
  ///
  /// @param order an instrument's id to ask under that legal order alone, or null for all
  record Could(Act act, @Nullable String order) implements Condition {}

  /// A question ends in that outcome, or in that one or a later rung.
  ///
  /// @param outcome index in the question's outcomes
  record Reached(String question, int outcome, boolean orMore) implements Condition {}

  /// A council decides in favour.
  record DecisionOf(String council) implements Condition {}

  /// An article's own conditions hold.
  record ArticleHolds(String instrument, String number) implements Condition {}

  /// A state is bound by an instrument on the as-of date.
  record PartyTo(String instrument, String state) implements Condition {}

  record Not(Condition condition) implements Condition {}

  /// @param parts at least two
  record And(List<Condition> parts) implements Condition {}

  /// @param parts at least two
  record Or(List<Condition> parts) implements Condition {}
}
