package casus.treaty;

import casus.model.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What a condition mentions, before anything is bound or spelled out.
public final class Mentions {
  private Mentions() {}

  /// Calls `visit` for the condition and every condition inside it.
  public static void walk(Condition condition, Consumer<Condition> visit) {
    visit.accept(condition);
    switch (condition) {
      case Condition.Not not -> walk(not.condition(), visit);
      case Condition.And and -> and.parts().forEach(part -> walk(part, visit));
      case Condition.Or or -> or.parts().forEach(part -> walk(part, visit));
      case Condition.Truth _,
          Condition.FactHolds _,
          Condition.TermHolds _,
          Condition.Could _,
          Condition.Reached _,
          Condition.PartyTo _,
          Condition.DecisionOf _,
          Condition.ArticleHolds _ -> {}
    }
  }

  /// The acts a condition asks about.
  public static List<Condition.Could> acts(Condition condition) {
    var found = new ArrayList<Condition.Could>();
    walk(
        condition,
        part -> {
          if (part instanceof Condition.Could could) found.add(could);
        });
    return found;
  }

  static boolean variable(Condition condition, String name) {
    var found = new boolean[1];
    walk(
        condition,
        part ->
            found[0] |=
                switch (part) {
                  case Condition.FactHolds fact -> name.equals(fact.argument());
                  case Condition.TermHolds term -> name.equals(term.argument());
                  case Condition.PartyTo party -> name.equals(party.state());
                  case Condition.Could could ->
                      name.equals(could.act().target()) || name.equals(could.act().actor());
                  default -> false;
                });
    return found[0];
  }
}
