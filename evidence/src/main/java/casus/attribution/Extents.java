package casus.attribution;

/// Where contents end.
final class Extents {
  private final Cues cues;
  private final Clauses clauses;

  Extents(Cues cues, Clauses clauses) {
    this.cues = cues;
    this.clauses = clauses;
  }

  static boolean closing(Token t) {
    return t.is(".") || t.is("!") || t.is("?") || t.is(")") || t.is("…");
  }

  /// The end of a sentence without its closing marks.
  static int closed(Sentence s, int from) {
    var end = s.size();
    while (end > from && closing(s.get(end - 1))) end--;
    return end;
  }

  /// Where a clause ends: before what the author adds.
  static int clauseEnd(Sentence s, int from, int to) {
    for (var i = from + 1; i < to; i++) {
      var t = s.get(i);
      if (t.is(";")) return i;
      if (t.is(",") && i + 1 < to) {
        var next = s.get(i + 1);
        if (next.is("according")
            || next.is("while")
            || next.is("although")
            || next.is("though")
            || next.is("whereas")) return i;
      }
      if (t.is("according") && s.is(i + 1, "to")) return i;
    }
    return to;
  }

  /// Where a noun and what hangs on it end: before the verb whose subject they are.
  int nominalEnd(Sentence s, int from, int to) {
    var clause = false;
    for (var i = from; i < to; i++) {
      var t = s.get(i);
      if ((t.is(",") && !enumerates(s, i, to)) || t.is(";") || ShallowClauses.dash(t)) return i;
      if (Words.SUBORDINATORS.contains(t.lower())) clause = true;
      if (!clause
          && i > from
          && (Words.auxiliary(t) || (cues.finite(t) && Words.noun(s.get(i - 1))))) return i;
    }
    return to;
  }

  /// Where what is spoken of ends: before the sentence goes on about the saying, as in `condemned
  /// the attack | during a visit`.
  ///
  /// @param clause whether a clause hangs on what is spoken of: `urged Iran to stop after …`
  int objectEnd(Sentence s, int from, int to, boolean clause) {
    for (var i = from + 1; i < to; i++) {
      var t = s.get(i);
      if (t.is(",")) {
        if (!enumerates(s, i, to)) return i;
      } else if (ShallowClauses.dash(t)) {
        return i;
      } else if (t.word() && !clause) {
        switch (t.lower()) {
          case "after",
              "when",
              "while",
              "because",
              "before",
              "since",
              "although",
              "though",
              "until",
              "unless",
              "during" -> {
            return i;
          }
          case "on", "in", "at", "with", "over", "by", "from", "through", "via", "amid" -> {
            if (bare(s, from, i) || Words.MEDIA.contains(s.get(nounHead(s, i, to)).lower()))
              return i;
          }
          default -> {
            if (Words.DAYS.contains(t.lower()) && !t.is("may"))
              return s.is(i - 1, "on") && i - 1 > from ? i - 1 : i;
          }
        }
      }
    }
    return to;
  }

  /// Whether what stands there is a pronoun or a name, which nothing is added to.
  private static boolean bare(Sentence s, int from, int to) {
    if (to == from + 1 && Words.OBJECT_PRONOUNS.contains(s.get(from).lower())) return true;
    for (var i = from; i < to; i++)
      if (!s.get(i).capital()
          && !s.is(i, "the")
          && !s.is(i, "and")
          && !Words.TITLES.contains(s.get(i).lower())) return false;
    return true;
  }

  /// The last word of the noun phrase after a preposition.
  private int nounHead(Sentence s, int preposition, int to) {
    var end = Math.min(to, clauses.nounPhraseEnd(s, preposition + 1));
    return Math.max(preposition, end - 1);
  }

  /// Whether a comma parts the members of an enumeration: another, with `and` or `or`, follows
  /// within few words.
  private static boolean enumerates(Sentence s, int comma, int to) {
    for (var i = comma + 1; i < Math.min(to, comma + 9); i++) {
      var t = s.get(i);
      if (t.is("who") || t.is("which") || t.is("whose") || t.is("where")) return false;
      if (t.is("and") || t.is("or")) return i == comma + 1 || s.is(i - 1, ",") || i > comma + 1;
    }
    return false;
  }
}
