package casus.pool;

import casus.ledger.PosedQuestion;
import java.time.Instant;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// One forecast made of many.
///
/// @param moment until when forecasts counted, or null where nothing bounded it
/// @param voices how many forecasts entered
/// @param probabilities one for each outcome, with the sum 1; never changed
/// @param factor by which log-odds were multiplied, where that was learned
/// @param learned from how many questions, 0 where nothing is learned
public record Pooled(
    PosedQuestion question,
    @Nullable Instant moment,
    int voices,
    double[] probabilities,
    OptionalDouble factor,
    int learned) {}
