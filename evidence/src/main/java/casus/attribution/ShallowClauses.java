package casus.attribution;

import org.jspecify.annotations.Nullable;

/// Subjects and noun phrases by small words and marks, in one pass to the left or right.
final class ShallowClauses implements Clauses {
  private static final int LONGEST = 60;
  private final Cues cues;

  ShallowClauses(Cues cues) {
    this.cues = cues;
  }

  @Override
  public @Nullable Phrase subject(Sentence s, int group) {
    var last = group - 1;
    while (last > 0
        && Words.adverb(s.get(last))
        && !Words.SUBJECT_PRONOUNS.contains(s.get(last).lower())) last--;
    last = beforeDay(s, last);
    if (last < 0) return null;
    var t = s.get(last);
    if (t.is("who") || t.is("which") || t.is("that")) return new Phrase(last, last + 1);
    if (t.is(")")) {
      var open = last;
      while (open > 0 && !s.is(open, "(") && last - open < LONGEST) open--;
      if (s.is(open, "(") && open > 0 && Words.noun(s.get(open - 1))) return subject(s, open);
    }
    if (t.is(",") || t.is(")") || dash(t)) return beforeApposition(s, last);
    if (!Words.noun(t)) return null;
    return nounPhrase(s, last);
  }

  /// The token before `on Monday`, `last month`, `himself`, which may stand between a subject and
  /// its verb.
  private static int beforeDay(Sentence s, int last) {
    if (last > 0
        && (s.is(last, "himself")
            || s.is(last, "herself")
            || s.is(last, "themselves")
            || s.is(last, "itself"))) return last - 1;
    if (last > 1 && timeNoun(s.get(last).lower())) {
      var w = s.get(last - 1).lower();
      if (w.equals("last")
          || w.equals("this")
          || w.equals("next")
          || w.equals("each")
          || w.equals("every"))
        return s.is(last - 2, "earlier") || s.is(last - 2, "late") ? last - 3 : last - 2;
    }
    if (last > 1 && Words.DAYS.contains(s.get(last).lower()) && !s.is(last, "may"))
      return s.is(last - 1, "on") ? last - 2 : last - 1;
    return last;
  }

  /// `Anna Berg, 35, a lawyer who lives in Minsk, said`: the first of the segments between marks
  /// that is no adverbial.
  private @Nullable Phrase beforeApposition(Sentence s, int mark) {
    var end = mark;
    @Nullable Phrase best = null;
    for (var i = mark - 1; i >= 0 && mark - i < LONGEST; i--) {
      var t = s.get(i);
      var stop = t.quotation() || t.is(";") || t.is(":");
      if (i > 0 && !stop && !t.is(",") && !dash(t) && !t.is("(")) continue;
      var from = i == 0 && !stop && !t.is(",") && !dash(t) && !t.is("(") ? 0 : i + 1;
      if (from < end) {
        var opening = opening(s, from, end);
        if (s.is(from, "who") || s.is(from, "which") || s.is(from, "whose")) {
          best = null;
        } else if (opening != null) {
          best = opening;
          if (from > 0 && s.get(from).word() && Words.COORDINATORS.contains(s.get(from).lower()))
            return best;
        } else if (best != null
            && adverbialStart(s, from)
            && !(from > 0 && (s.is(from, "of") || s.is(from, "from")))) {
          return best;
        }
      }
      if (stop) return best;
      end = i;
    }
    return best;
  }

  /// The noun phrase that opens a segment: null where it opens with a preposition, a relative
  /// pronoun or the like.
  private @Nullable Phrase opening(Sentence s, int from, int end) {
    var start = from;
    while (start < end
        && s.get(start).word()
        && (Words.COORDINATORS.contains(s.get(start).lower())
            || (Words.adverb(s.get(start)) && start > from)
            || s.get(start).is("that")
            || s.get(start).is("as")
            || s.get(start).is("while")
            || s.get(start).is("however"))) start++;
    if (start >= end || adverbialStart(s, start)) return null;
    var stop = nounPhraseEnd(s, start);
    if (stop == start) return null;
    return new Phrase(start, Math.min(stop, end));
  }

  private static boolean adverbialStart(Sentence s, int i) {
    var t = s.get(i);
    if (!t.word()) return t.kind() == Token.Kind.MARK && !t.is("$");
    var w = t.lower();
    return Words.PREPOSITIONS.contains(w)
        || Words.SUBORDINATORS.contains(w)
        || Words.DAYS.contains(w)
        || (Words.adverb(t) && !Words.SUBJECT_PRONOUNS.contains(w))
        || (w.endsWith("ing")
            && w.length() > 5
            && !(t.capital() && i + 1 < s.size() && s.get(i + 1).capital()));
  }

  private Phrase nounPhrase(Sentence s, int last) {
    var t = s.get(last);
    var w = t.lower();
    var floated =
        (w.equals("both") || w.equals("all") || w.equals("each"))
            && last > 0
            && Words.noun(s.get(last - 1));
    if (floated) {
      var phrase = nounPhrase(s, last - 1);
      return new Phrase(phrase.from(), last + 1);
    }
    if (Words.SUBJECT_PRONOUNS.contains(w)) return new Phrase(last, last + 1);
    var k = last;
    for (; k >= 0 && last - k < LONGEST; k--) {
      t = s.get(k);
      w = t.lower();
      if (t.quotation()) break;
      if (t.kind() == Token.Kind.MARK) {
        if (t.is("-") || t.is("&") || t.is("%") || t.is("$") || t.is("/") || t.is("'")) continue;
        break;
      }
      if (k == last) continue;
      if (Words.SUBORDINATORS.contains(w) || Words.auxiliary(t)) break;
      if (Words.OBJECT_PRONOUNS.contains(w) && !Words.POSSESSIVES.contains(w)) break;
      if (w.equals("he") || w.equals("she") || w.equals("they") || w.equals("i") || w.equals("we"))
        break;
      if (Words.COORDINATORS.contains(w) && !joinsNames(s, k)) break;
      if (Words.NEGATIONS.contains(w)) break;
      var verb = cues.verb(t);
      if (verb != null
          && !t.capital()
          && k > 0
          && (verb.may(Cues.Inflection.PAST) || verb.may(Cues.Inflection.PRESENT))
          && nounOrAdverb(s.get(k - 1)))
        return relativeHead(s, k, new Phrase(first(s, k + 1, last), last + 1));
      if (!t.capital() && k > 0 && cues.plain(t) && nounOrAdverb(s.get(k - 1)))
        return relativeHead(s, k, new Phrase(first(s, k + 1, last), last + 1));
    }
    return new Phrase(first(s, k + 1, last), last + 1);
  }

  /// The first token of the noun phrase that ends at `last` and can begin at `from`.
  private static int first(Sentence s, int from, int last) {
    var start = from;
    while (start < last && skippable(s.get(start))) start++;
    if (Words.PREPOSITIONS.contains(s.get(start).lower()) || gerund(s.get(start)))
      start = lastPhrase(s, start, last);
    return start;
  }

  /// `officials who spoke with Reuters said`: the noun before the clause, where the verb is that of
  /// a relative clause; otherwise the phrase behind the verb.
  private Phrase relativeHead(Sentence s, int verb, Phrase behind) {
    var who = verb - 1;
    while (who > 0 && (Words.adverb(s.get(who)) || Words.auxiliary(s.get(who)))) who--;
    if (who < 1 || !(s.is(who, "who") || s.is(who, "which") || s.is(who, "that"))) return behind;
    if (!Words.noun(s.get(who - 1))) return behind;
    return nounPhrase(s, who - 1);
  }

  private static boolean nounOrAdverb(Token t) {
    return Words.noun(t) || Words.adverb(t);
  }

  private static boolean gerund(Token t) {
    return t.word() && t.lower().endsWith("ing") && t.lower().length() > 5;
  }

  private static boolean skippable(Token t) {
    return Words.COORDINATORS.contains(t.lower())
        || (Words.adverb(t) && !Words.SUBJECT_PRONOUNS.contains(t.lower()))
        || Words.DAYS.contains(t.lower())
        || t.is("'s")
        || t.is("-");
  }

  private static boolean joinsNames(Sentence s, int coordinator) {
    if (!s.get(coordinator).is("and") || coordinator == 0) return false;
    var before = s.get(coordinator - 1);
    var after = s.get(coordinator + 1);
    if (before.capital()) return after.capital();
    return Words.noun(before) && !after.capital() && !Words.DETERMINERS.contains(after.lower());
  }

  /// Where the last noun phrase before `last` begins: the run of names, or the determiner.
  private static int lastPhrase(Sentence s, int from, int last) {
    var k = last;
    if (s.get(last).capital()) {
      while (k > from && (s.get(k - 1).capital() || s.get(k - 1).kind() == Token.Kind.NUMBER)) k--;
      while (k > from && Words.TITLES.contains(s.get(k - 1).lower())) k--;
      return k;
    }
    while (k > from
        && !Words.DETERMINERS.contains(s.get(k).lower())
        && !Words.PREPOSITIONS.contains(s.get(k - 1).lower())) k--;
    return k;
  }

  @Override
  public int nounPhraseEnd(Sentence s, int from) {
    if (from >= s.size()) return from;
    var t = s.get(from);
    if (t.word()
        && (Words.SUBJECT_PRONOUNS.contains(t.lower()) || Words.OBJECT_PRONOUNS.contains(t.lower()))
        && !Words.DETERMINERS.contains(t.lower())) return from + 1;
    var i = from;
    var names = false;
    for (; i < s.size() && i - from < LONGEST; i++) {
      t = s.get(i);
      var w = t.lower();
      if (t.quotation()) break;
      if (t.kind() == Token.Kind.MARK) {
        if (t.is("-") || t.is("&") || t.is("$") || t.is("%") || t.is("/")) continue;
        break;
      }
      if (t.is("'s")) {
        names = false;
        continue;
      }
      if (i > from && Words.DETERMINERS.contains(w) && !s.is(i - 1, "of") && !s.is(i - 1, "for")) {
        if (!Words.PREPOSITIONS.contains(s.get(i - 1).lower())
            && !Words.DETERMINERS.contains(s.get(i - 1).lower())) break;
      }
      if (Words.PREPOSITIONS.contains(w)) {
        if (i > from && (w.equals("of") || (w.equals("for") && !names))) continue;
        break;
      }
      if (i > from
          && (w.equals("he")
              || w.equals("she")
              || w.equals("they")
              || w.equals("it")
              || w.equals("i")
              || w.equals("we")
              || w.equals("you")
              || w.equals("there"))) break;
      if (i == from && Words.DETERMINERS.contains(w)) continue;
      if (Words.DETERMINERS.contains(w)) continue;
      if (Words.SUBORDINATORS.contains(w) || Words.auxiliary(t)) break;
      if (Words.COORDINATORS.contains(w)) {
        if (i > from && i + 1 < s.size() && joinsNames(s, i)) continue;
        break;
      }
      if (Words.DAYS.contains(w) && i > from) break;
      if (names && !t.capital() && t.word()) break;
      if (t.capital() && i > from) names = true;
      if (t.capital() && i == from) names = true;
      if (!t.capital()) {
        var verb = cues.verb(t);
        if (i > from
            && verb != null
            && Words.noun(s.get(i - 1))
            && (verb.may(Cues.Inflection.PAST) || verb.may(Cues.Inflection.PRESENT))) break;
        if (i > from && cues.plain(t) && Words.noun(s.get(i - 1))) break;
        if (Words.adverb(t) && i > from) break;
      }
    }
    return i;
  }

  @Override
  public int adverbialEnd(Sentence s, int from) {
    var i = from;
    while (i < s.size()) {
      var t = s.get(i);
      var w = t.lower();
      if (!t.word()) return i;
      if (Words.DAYS.contains(w) || (Words.adverb(t) && !Words.NEGATIONS.contains(w))) {
        i++;
        if (i < s.size() && s.get(i).kind() == Token.Kind.NUMBER) i++;
        if (s.is(i, "morning") || s.is(i, "afternoon") || s.is(i, "evening") || s.is(i, "night"))
          i++;
        continue;
      }
      if (w.equals("earlier") || w.equals("late") || w.equals("last") || w.equals("this")) {
        var next = i + 1 < s.size() ? s.get(i + 1).lower() : "";
        if (timeNoun(next) || Words.DAYS.contains(next)) {
          i += 2;
          continue;
        }
        if (w.equals("earlier") || w.equals("late")) {
          i++;
          continue;
        }
        return i;
      }
      if (!Words.PREPOSITIONS.contains(w)
          || w.equals("of")
          || w.equals("about")
          || w.equals("like")) return i;
      var end = nounPhraseEnd(s, i + 1);
      if (end == i + 1) return i;
      i = end;
    }
    return i;
  }

  private static boolean timeNoun(String w) {
    return switch (w) {
      case "week",
          "month",
          "year",
          "morning",
          "night",
          "evening",
          "afternoon",
          "spring",
          "summer",
          "fall",
          "autumn",
          "winter",
          "weekend" ->
          true;
      default -> false;
    };
  }

  static boolean dash(Token t) {
    return t.is("—") || t.is("–") || t.is("--") || t.is("―");
  }
}
