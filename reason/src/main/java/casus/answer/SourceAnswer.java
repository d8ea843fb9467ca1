package casus.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A source and what rests on it.
///
/// @param soundness before the claims
/// @param posterior after the claims
/// @param lean in words: "against open", "none", "unknown"
/// @param without the subject's probability were all its claims (and those that reach us through
///   it) withdrawn
public record SourceAnswer(
    String id,
    String title,
    String grade,
    double soundness,
    double posterior,
    @Nullable String via,
    String lean,
    List<String> claims,
    double without) {}
