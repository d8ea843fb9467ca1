package casus.pool;

import casus.ledger.Outcome.Happened;
import casus.ledger.PosedQuestion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a question is pooled, which says whose forecast enters.
///
/// Whatever the moment, a forecast made when the question was closed or its outcome was known is
/// none.
public sealed interface Moment {
  /// Each question at its close, or where nobody says when that is, when its outcome became known;
  /// each forecaster by the last forecast until then.
  record Close() implements Moment {}

  /// All questions on one day; each forecaster by the last forecast until then.
  ///
  /// @param instant forecasts at this instant still count
  record At(Instant instant) implements Moment {}

  /// As [Close], with every forecast counted, also several by one forecaster.
  record Every() implements Moment {}

  /// Until when forecasts of a question enter.
  ///
  /// @return the last instant that counts, or null where nothing bounds it
  default @Nullable Instant of(PosedQuestion question) {
    var end = question.closes();
    if (question.outcome() instanceof Happened(var _, var known)) {
      // Known at noon, a forecast of noon is late.
      var before = known.minusNanos(1);
      end = end == null || before.isBefore(end) ? before : end;
    }
    return switch (this) {
      case Close _, Every _ -> end;
      case At(var instant) -> end == null || instant.isBefore(end) ? instant : end;
    };
  }
}
