package casus.answer;

import casus.model.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A number and where it comes from: a tree whose leaves are quoted passages.
///
/// @param label what it is: "P(troops = open)", "reason: the population resists", "C1"
/// @param value for a reader: "1.0 %", "÷ 8, active with 81 %", or empty
/// @param note one sentence on how it was obtained, or empty
/// @param origin where it is written, or null for what was computed
/// @param quote quoted words, for a claim, or null
public record Explanation(
    String label,
    String value,
    String note,
    @Nullable Origin origin,
    @Nullable String quote,
    List<Explanation> because) {}
