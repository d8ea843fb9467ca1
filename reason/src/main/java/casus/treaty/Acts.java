package casus.treaty;

import casus.model.Act;
import casus.model.Condition;
import casus.model.Dossier;
import casus.model.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The acts a dossier asks about.
public final class Acts {
  private Acts() {}

  /// The act a dossier is about: the first one asked about, in its reasons before anywhere else.
  public static Optional<Act> first(Dossier dossier) {
    return all(dossier).stream().findFirst().map(Condition.Could::act);
  }

  /// Every `could(…)` in the dossier's reasons, gates, facts, signs, scenarios and terms, in that
  /// order.
  public static List<Condition.Could> all(Dossier dossier) {
    var conditions = new ArrayList<Condition>();
    for (var weighing : dossier.weighings()) {
      weighing
          .reasons()
          .forEach(reason -> {
            if (reason.condition() != null) conditions.add(reason.condition());
          });
      weighing.gates().forEach(gate -> conditions.add(gate.condition()));
    }
    for (var fact : dossier.facts()) {
      switch (fact.basis()) {
        case Fact.Basis.Prior prior ->
            prior
                .chance()
                .cases()
                .forEach(c -> {
                  if (c.condition() != null) conditions.add(c.condition());
                });
        case Fact.Basis.ArisesFrom arises ->
            arises.causes().forEach(c -> conditions.add(c.condition()));
        case Fact.Basis.Given _, Fact.Basis.Decision _ -> {}
      }
    }
    for (var indicator : dossier.indicators())
      indicator
          .cases()
          .cases()
          .forEach(c -> {
            if (c.condition() != null) conditions.add(c.condition());
          });
    dossier.scenarios().forEach(scenario -> conditions.addAll(scenario.suppose()));
    dossier.law().terms().forEach(term -> term.readings().forEach(r -> conditions.add(r.means())));
    return conditions.stream().flatMap(c -> Mentions.acts(c).stream()).distinct().toList();
  }
}
