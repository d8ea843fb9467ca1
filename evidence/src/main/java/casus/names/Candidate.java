package casus.names;

/// Words that may be a name.
///
/// @param from the first of them
/// @param to after the last
/// @param strength how much speaks for each of its words being part of it, from 1 (nothing) to 2.5
record Candidate(int from, int to, Kind kind, double strength) {
  /// What it adds to a choice of candidates: each name costs 1, so that one long name is better
  /// than two short ones of the same words.
  double weight() {
    return strength * (to - from) - 1;
  }
}
