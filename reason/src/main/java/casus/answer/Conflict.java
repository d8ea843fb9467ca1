package casus.answer;

import java.util.List;

/// How badly the claims disagree.
///
/// @param bits log2 P(claims) − Σ log2 P(claim): below 0 the claims conflict, above 0 they support
///   each other
/// @param pairs the pairs that conflict most, worst first
public record Conflict(double bits, List<Pair> pairs) {
  public record Pair(String first, String second, double bits) {}
}
