package casus.answer;

import java.util.Locale;

/// What one statement of a dossier does to its answers.
///
/// @param kind "fact", "claim", "sign", "lever", "scenario" or "reason"
/// @param size of the largest change that it makes: a difference of logits, or bits
/// @param least from which size on it matters
record Effect(String kind, String id, double size, double least) {
  boolean matters() {
    return size >= least;
  }

  String words() {
    return String.format(
        Locale.ROOT, "%s %s changes answers by %.2g, least %.2g", kind, id, size, least);
  }
}
