package casus.treaty;

import casus.model.Act;
import casus.model.Condition;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Puts states in the place of the variables `A` and `V` of a condition.
final class Binding {
  /// The actor of the act in question.
  static final String ACTOR = "A";

  /// Some state: a condition that names it holds where it holds of any one state.
  static final String SOME_STATE = "V";

  private final UnaryOperator<String> replace;

  private Binding(UnaryOperator<String> replace) {
    this.replace = replace;
  }

  /// The condition with a state in the place of one variable.
  static Condition bind(Condition condition, String variable, @Nullable String state) {
    if (state == null || !Mentions.variable(condition, variable)) return condition;
    return new Binding(name -> name.equals(variable) ? state : name).in(condition);
  }

  private Condition in(Condition condition) {
    return switch (condition) {
      case Condition.FactHolds(String name, String argument) ->
          new Condition.FactHolds(name, state(argument));
      case Condition.TermHolds(String term, String argument) ->
          new Condition.TermHolds(term, state(argument));
      case Condition.PartyTo(String instrument, String state) ->
          new Condition.PartyTo(instrument, replace.apply(state));
      case Condition.Could(Act act, String order) ->
          new Condition.Could(
              new Act(replace.apply(act.actor()), act.action(), replace.apply(act.target())),
              order);
      case Condition.Not(Condition inner) -> new Condition.Not(in(inner));
      case Condition.And(List<Condition> parts) ->
          new Condition.And(parts.stream().map(this::in).toList());
      case Condition.Or(List<Condition> parts) ->
          new Condition.Or(parts.stream().map(this::in).toList());
      case Condition.Truth _,
          Condition.Reached _,
          Condition.DecisionOf _,
          Condition.ArticleHolds _ ->
          condition;
    };
  }

  private @Nullable String state(@Nullable String argument) {
    return argument == null ? null : replace.apply(argument);
  }
}
