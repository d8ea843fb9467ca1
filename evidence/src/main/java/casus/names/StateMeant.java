package casus.names;

import org.jspecify.annotations.Nullable;

/// The state that a name stands for: its own, that of a capital which acts, that of an institution.
final class StateMeant {
  private final WordLists words;
  private final States states;

  StateMeant(WordLists words, States states) {
    this.words = words;
    this.states = states;
  }

  /// Its ISO 3166 alpha-3 code, or nothing.
  @Nullable String state(Wording text, Candidate candidate) {
    var whole = text.text(candidate.from(), candidate.to());
    var named = states.named(whole);
    if (candidate.kind() != Kind.PERSON && named != null) return named.code();
    if (candidate.kind() == Kind.PLACE) {
      var seat = states.seatedAt(whole);
      return seat != null && acts(text, candidate) ? seat.code() : null;
    }
    if (candidate.kind() == Kind.PERSON) return null;
    var seat = states.seatedAt(whole);
    if (seat != null) return seat.code();
    var match = text.known(candidate.from());
    if (match != null && match.end() == candidate.to()) return null;
    if (!institution(text, candidate)) return null;
    var first = text.stateWords(candidate.from());
    if (first > 0) {
      var state = text.ofState(candidate.from(), candidate.from() + first);
      if (state != null) return state.code();
    }
    for (var length = 3; length > 0; length--) {
      var from = candidate.to() - length;
      if (from <= candidate.from()) continue;
      var of = text.text(from - 1);
      var state = text.ofState(from, candidate.to());
      if (state != null && (of.equals("of") || of.equals("the"))) return state.code();
    }
    return null;
  }

  /// Whether a body is one that states have: `Ministry of …`, `… army`.
  private boolean institution(Wording text, Candidate candidate) {
    for (var i = candidate.from(); i < candidate.to(); i++)
      if (words.stateBody.contains(text.text(i)) || words.stateGroup.contains(text.text(i)))
        return true;
    return text.capital(candidate.to() - 1)
        && text.ofState(candidate.from(), candidate.to()) != null;
  }

  /// Whether a capital acts, and so stands for its government: `Minsk denies`.
  private boolean acts(Wording text, Candidate candidate) {
    return words.acts.contains(text.text(candidate.to()))
        && !words.beforePlaces.contains(text.text(candidate.from() - 1));
  }
}
