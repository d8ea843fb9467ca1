package casus.syntax;

import casus.text.Span;
import java.util.List;

/// How a council decides, as written.
///
/// @param kind "consensus", "unanimity", "majority", "two-thirds" or "count"
/// @param votesNeeded k in `k of n`, else 0
/// @param votesAmong n in `k of n`, else 0
/// @param ofPresent whether absent members do not count
/// @param vetoes members whose "no" blocks
public record Rule(
    String kind,
    int votesNeeded,
    int votesAmong,
    boolean ofPresent,
    List<Name> vetoes,
    Span span) {}
