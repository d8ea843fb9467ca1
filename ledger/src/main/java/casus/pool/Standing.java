package casus.pool;

import casus.ledger.Outcome.Happened;
import casus.ledger.PosedQuestion;
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

  /// Which outcome came about, or -1.
  int happened() {
    return question.outcome() instanceof Happened(var index, var _) ? index : -1;
  }

  /// Whether its outcome was known when another was pooled.
  boolean knownAt(@Nullable Instant when) {
    return question.outcome() instanceof Happened(var _, var known)
        && (when == null || !known.isAfter(when));
  }
}
