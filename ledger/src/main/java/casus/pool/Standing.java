package casus.pool;

import casus.ledger.Outcome.Happened;
import casus.ledger.PosedQuestion;
import casus.score.ScoringRule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who held what of a question at the moment at which it is pooled.
///
/// @param moment as [Moment#of] says
/// @param voices at least one, each of weight 1
record Standing(PosedQuestion question, @Nullable Instant moment, List<Entrant> voices) {
  Standing {
    voices = List.copyOf(voices);
  }

  /// The one-sided Brier score of probabilities; the outcome is known.
  double loss(double[] probabilities) {
    if (!(question.outcome() instanceof Happened(var index, var _)))
      throw new IllegalArgumentException(question.id() + " has no outcome yet");
    return ScoringRule.BRIER.loss(probabilities, index, question.ladder());
  }

  /// Whether its outcome was known when another was pooled.
  boolean knownAt(@Nullable Instant when) {
    return question.outcome() instanceof Happened(var _, var known)
        && (when == null || !known.isAfter(when));
  }
}
