package casus.treaty;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/// Which of two opposite conclusions stands, by defeasible logic with ambiguity blocking and team
/// defeat (Antoniou, Billington, Governatori & Maher, *Representation results for defeasible
/// logic*, 2001): a conclusion stands when some rule for it is active and every active rule against
/// it is beaten by some active rule for it.
public final class Defeat {
  private Defeat() {}

  /// A rule that speaks for one of the two conclusions.
  ///
  /// @param id known to the superiority relation
  /// @param active when its conditions hold
  /// @param onlyDefends a defeater: it can stop the opposite conclusion, and establishes nothing
  ///   itself
  public record Rule(String id, Formula active, boolean onlyDefends) {}

  /// When the conclusion that `supporting` speak for stands against `attacking`.
  ///
  /// @param beats whether the rule with the first id is superior to the one with the second
  public static Formula stands(
      List<Rule> supporting, List<Rule> attacking, BiPredicate<String, String> beats) {
    var establishing = supporting.stream().filter(rule -> !rule.onlyDefends()).toList();
    var conditions = new ArrayList<Formula>();
    conditions.add(Formula.or(establishing.stream().map(Rule::active).toList()));
    for (var attacker : attacking) {
      var answers = new ArrayList<Formula>();
      answers.add(Formula.not(attacker.active()));
      for (var defender : establishing)
        if (beats.test(defender.id(), attacker.id())) answers.add(defender.active());
      conditions.add(Formula.or(answers));
    }
    return Formula.and(conditions);
  }
}
