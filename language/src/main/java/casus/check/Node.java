package casus.check;

import casus.model.Act;
import org.jspecify.annotations.Nullable;

/// Something whose truth or chance other things depend on.
sealed interface Node {
  /// @param id "attack(BLR)"
  record OfFact(String id) implements Node {}

  /// @param argument bound, or null
  record OfTerm(String term, @Nullable String argument) implements Node {}

  /// @param target what `P` and `S` stand for, or null where no act is at hand
  record OfArticle(String id, @Nullable String target) implements Node {}

  record OfCouncil(String id, @Nullable String target) implements Node {}

  record OfAct(Act act, @Nullable String order) implements Node {}

  record OfOutcome(String question, int outcome) implements Node {}
}
