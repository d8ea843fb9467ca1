package casus.attribution;

import casus.attribution.Clauses.Phrase;
import casus.attribution.Cues.Inflection;
import casus.attribution.VerbGroup.Voice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the verbs of saying, thinking, wanting and showing in the sentences of one text, each with
/// its subject.
final class CueSites {
  private final Cues cues;
  private final Clauses clauses;

  /// The sentence that was read last, by its place in the one text this is for, and its verbs.
  private int readFrom = -1;

  private List<Site> read = List.of();

  CueSites(Cues cues, Clauses clauses) {
    this.cues = cues;
    this.clauses = clauses;
  }

  /// A verb group, its subject, and where the next clause begins to count.
  record Site(VerbGroup group, @Nullable Phrase subject, boolean inverted, boolean shared) {
    int from() {
      return subject == null ? group.from() : Math.min(subject.from(), group.from());
    }
  }

  /// The verbs of a sentence, in its order.
  List<Site> of(Sentence s) {
    if (s.size() == 0) return List.of();
    var start = s.get(0).span().start();
    if (start != readFrom) {
      read = found(s);
      readFrom = start;
    }
    return read;
  }

  private List<Site> found(Sentence s) {
    var sites = new ArrayList<Site>();
    @Nullable Phrase previous = null;
    for (var i = 0; i < s.size(); i++) {
      var group = VerbGroup.at(s, i, cues);
      if (group == null) continue;
      var site = site(s, group, previous);
      if (site == null) continue;
      sites.add(site);
      if (site.subject() != null) previous = site.subject();
    }
    return sites;
  }

  private @Nullable Site site(Sentence s, VerbGroup group, @Nullable Phrase previous) {
    var before = beforeAdverbs(s, group.from());
    var head = group.head();
    var verb = group.verb();
    var inverted = inverted(s, group);
    if (inverted != null) return new Site(group, inverted, true, false);
    if (group.voice() == Voice.GERUND) {
      if (before < 0 || !(opensParticiple(s.get(before)) || carries(s.get(before), verb)))
        return null;
      var subject = mainSubject(s, before);
      if (subject == null) subject = previous != null ? previous : firstPhrase(s);
      return subject == null || subject.from() > before
          ? null
          : new Site(group, subject, false, true);
    }
    if (group.voice() == Voice.PASSIVE) return new Site(group, byPhrase(s, head), false, false);
    if (s.is(group.from() - 1, "as") && s.is(head + 1, "by") && verb.may(Inflection.PARTICIPLE))
      return new Site(group.passive(), byPhrase(s, head), false, false);
    if (unattended(s, group)) return new Site(group.passive(), null, false, false);
    if (before < 0) return null;
    var t = s.get(before);
    if (Words.COORDINATORS.contains(t.lower())
        || (t.is(",")
            && before > 0
            && previous != null
            && Words.COORDINATORS.contains(s.get(before - 1).lower()))) {
      if (group.bare() && !(verb.may(Inflection.PAST) || verb.may(Inflection.PRESENT))) return null;
      if (nounish(s, group)) return null;
      var subject = previous != null ? previous : firstPhrase(s);
      return subject == null || subject.to() > before
          ? null
          : new Site(group, subject, false, true);
    }
    if (group.bare() && !finite(s, group)) return null;
    var subject = clauses.subject(s, group.from());
    if (subject == null || (group.bare() && !agrees(s, group, subject))) return null;
    return new Site(group, subject, false, false);
  }

  /// Whose words a quotation inside a sentence are, by the verb before it: `which she described as
  /// “a cartel”`.
  @Nullable Phrase governor(Sentence s, int quotation) {
    @Nullable Phrase nearest = null;
    for (var site : of(s)) {
      if (site.group().head() >= quotation || site.group().voice() == Voice.PASSIVE) continue;
      var subject = site.subject();
      if (subject != null && subject.to() <= quotation && !relative(s, subject)) nearest = subject;
    }
    return nearest != null ? nearest : mainSubject(s, quotation);
  }

  /// `issued a statement saying that …`
  private static boolean carries(Token t, Cues.Verb verb) {
    return verb.takes("clause") && verb.takes("quote") && Words.MEDIA.contains(t.lower());
  }

  /// `Asked whether …, Berg said`, `when asked about …`: somebody asked.
  private static boolean unattended(Sentence s, VerbGroup group) {
    var verb = group.verb();
    if (verb.act() != Act.ASK || !group.bare() || !verb.may(Inflection.PARTICIPLE)) return false;
    var before = group.from() - 1;
    return before < 0
        || s.is(before, "when")
        || s.is(before, "if")
        || s.is(before, "once")
        || s.is(before, "after");
  }

  /// Whether a participle of what the subject does can follow: `, adding that`, `while also saying
  /// that`.
  private static boolean opensParticiple(Token t) {
    return switch (t.lower()) {
      case ",", "by", "and", "while", "when", "before", "after", "without", "as" -> true;
      default -> false;
    };
  }

  /// The subject of the nearest finite verb before a token that does not stand in a clause of its
  /// own (`that …`, `who …`, `after …`).
  @Nullable Phrase mainSubject(Sentence s, int before) {
    @Nullable Phrase nearest = null;
    for (var i = before - 1; i > 0; i--) {
      var t = s.get(i);
      if (t.is(";")) break;
      if (t.capital() || !t.word() || !cues.finite(s.get(i))) continue;
      var group = i;
      while (group > 0 && (Words.auxiliary(s.get(group - 1)) || Words.adverb(s.get(group - 1))))
        group--;
      var subject = clauses.subject(s, group);
      if (subject == null) continue;
      if (relative(s, subject)) continue;
      var opens = subject.from() - 1;
      if (opens >= 0 && Words.SUBORDINATORS.contains(s.get(opens).lower())) {
        if (nearest == null) nearest = subject;
        continue;
      }
      return subject;
    }
    return nearest;
  }

  private static boolean relative(Sentence s, Phrase subject) {
    var first = s.get(subject.from());
    return subject.to() == subject.from() + 1
        && (first.is("who") || first.is("which") || first.is("that"));
  }

  /// The token before a group and the adverbs that open it; -1 if none.
  private static int beforeAdverbs(Sentence s, int group) {
    var i = group - 1;
    while (i > 0 && Words.adverb(s.get(i)) && !Words.SUBJECT_PRONOUNS.contains(s.get(i).lower()))
      i--;
    return i;
  }

  /// Whether a form without auxiliaries is a finite verb here and no noun or adjective.
  private boolean finite(Sentence s, VerbGroup group) {
    var before = s.get(Math.max(0, beforeAdverbs(s, group.from())));
    var verb = group.verb();
    if (nounish(s, group)) return false;
    if (verb.may(Inflection.PAST) || verb.may(Inflection.PRESENT)) return true;
    if (!verb.may(Inflection.BASE)) return false;
    var w = before.lower();
    if (Words.SUBJECT_PRONOUNS.contains(w))
      return !(w.equals("he") || w.equals("she") || w.equals("it") || w.equals("one"));
    if (before.kind() == Token.Kind.MARK || before.kind() == Token.Kind.NUMBER) return true;
    if (cues.plain(before)) return false;
    if (!verb.takes("noun") && verb.takes("clause") && before.word() && Words.noun(before))
      return true;
    return w.endsWith("s")
        || w.equals("people")
        || w.equals("police")
        || w.equals("men")
        || w.equals("women")
        || w.equals("percent")
        || w.equals("media")
        || w.equals("that");
  }

  /// Whether the subject of a form that may be a plural noun is a singular: `concrete questions` is
  /// no clause.
  private static boolean agrees(Sentence s, VerbGroup group, Phrase subject) {
    var verb = group.verb();
    if (!verb.takes("noun") || !verb.may(Inflection.PRESENT)) return true;
    var first = s.get(subject.from());
    if (first.kind() == Token.Kind.NUMBER || Words.PLURAL_DETERMINERS.contains(first.lower()))
      return false;
    if (subject.to() - subject.from() == 1)
      return first.capital() || Words.SUBJECT_PRONOUNS.contains(first.lower()) || first.is("that");
    return first.capital() || Words.DETERMINERS.contains(first.lower());
  }

  /// `claims of fraud`, `the reported plan`
  private boolean nounish(Sentence s, VerbGroup group) {
    var head = group.head();
    var before = group.from() > 0 ? s.get(group.from() - 1) : s.get(head);
    var next = head + 1 < s.size() ? s.get(head + 1) : null;
    if (before.is("'s") || Words.POSSESSIVES.contains(before.lower())) return true;
    var verb = group.verb();
    if (verb.may(Inflection.PAST)) {
      return next != null
          && !fronted(s, group.from())
          && (next.is("by")
              || (next.is("of") && verb.takes("asked"))
              || (next.is("as") && verb.takes("asked")));
    }
    if (!verb.takes("noun") || group.head() > group.from()) return false;
    if (Words.VOICING.contains(before.lower())) return true;
    return next == null
        || next.is(".")
        || next.is(",")
        || Words.auxiliary(next)
        || next.lower().endsWith("ing")
        || (before.lower().length() > 2 && Words.PREPOSITIONS.contains(before.lower()))
        || Words.COORDINATORS.contains(next.lower())
        || (Words.PREPOSITIONS.contains(next.lower())
            && !verb.takes(next.lower())
            && !next.is("to"));
  }

  /// Whether the object stands before the subject, so that nothing need follow the verb: `which
  /// Berg described as …`.
  private boolean fronted(Sentence s, int group) {
    var subject = clauses.subject(s, group);
    if (subject == null) return false;
    var first = s.get(subject.from()).lower();
    if (first.equals("he") || first.equals("she") || first.equals("they")) return true;
    var opens = subject.from() - 1;
    return s.is(opens, "which")
        || s.is(opens, "what")
        || s.is(opens, "whom")
        || s.is(opens, "that");
  }

  /// The subject in `"…," said Anna Berg` and `", wrote the paper,"`.
  private @Nullable Phrase inverted(Sentence s, VerbGroup group) {
    if (!group.verb().takes("quote") || group.voice() != Voice.ACTIVE || !group.bare()) return null;
    if (group.from() != group.head() && !Words.adverb(s.get(group.from()))) return null;
    var before = group.from() - 1;
    if (before < 0) return null;
    var afterQuote =
        s.quotation(before)
            || ((s.is(before, ",") || ShallowClauses.dash(s.get(before)))
                && (s.quotation(before - 1) || s.size() > group.head() + 1));
    if (!afterQuote) return null;
    var from = group.head() + 1;
    if (from >= s.size()) return null;
    if (!s.quotation(before) && !s.quotation(before - 1)) {
      // After a plain clause only a name makes it an inversion: ", said Anna Berg."
      if (!s.get(from).capital() && !s.is(from, "the") && !s.is(from, "a")) return null;
    }
    var t = s.get(from);
    if (t.is("that")
        || (Words.OBJECT_PRONOUNS.contains(t.lower())
            && !Words.SUBJECT_PRONOUNS.contains(t.lower()))) return null;
    if (Words.PREPOSITIONS.contains(t.lower())) return null;
    var to = clauses.nounPhraseEnd(s, from);
    if (to == from) return null;
    if (!s.quotation(before)
        && !s.quotation(before - 1)
        && to < s.size()
        && !s.is(to, ".")
        && !s.is(to, ",")) return null;
    return new Phrase(from, to);
  }

  private @Nullable Phrase byPhrase(Sentence s, int head) {
    for (var i = head + 1; i < Math.min(s.size(), head + 8); i++) {
      if (s.is(i, "by")) {
        var to = clauses.nounPhraseEnd(s, i + 1);
        return to > i + 1 ? new Phrase(i + 1, to) : null;
      }
      if (!s.get(i).word() || Words.SUBORDINATORS.contains(s.get(i).lower())) return null;
    }
    return null;
  }

  /// The subject of the whole sentence, as far as its first phrase is one.
  @Nullable Phrase firstPhrase(Sentence s) {
    var i = 0;
    for (var guard = 0; guard < 4 && i < s.size(); guard++) {
      var t = s.get(i);
      if (t.word()
          && (Words.COORDINATORS.contains(t.lower())
              || (Words.adverb(t) && !Words.SUBJECT_PRONOUNS.contains(t.lower())))) {
        i++;
      } else if (t.word()
          && (Words.PREPOSITIONS.contains(t.lower())
              || Words.SUBORDINATORS.contains(t.lower())
              || (t.lower().endsWith("ing") && t.lower().length() > 5)
              || Words.DAYS.contains(t.lower()))) {
        var comma = i;
        while (comma < s.size() && !s.is(comma, ",") && comma - i < 40) comma++;
        if (!s.is(comma, ",")) return null;
        i = comma + 1;
      } else if (t.is(",")) {
        i++;
      } else break;
    }
    if (i >= s.size()) return null;
    var to = clauses.nounPhraseEnd(s, i);
    return to > i ? new Phrase(i, to) : null;
  }

  /// Who introduces what follows a sentence that ends with a colon.
  @Nullable Phrase introducer(Sentence s) {
    @Nullable Phrase last = null;
    for (var site : of(s))
      if (site.subject() != null && site.group().voice() != Voice.PASSIVE) last = site.subject();
    return last != null ? last : firstPhrase(s);
  }

  /// Who stands beside a quotation as its speaker, whatever the verb: `"…," Berg shot back`.
  @Nullable Phrase beside(Sentence s, int quotation) {
    var i = quotation + 1;
    if (i + 1 >= s.size() || !s.get(i).word()) return null;
    var verb = s.get(i).lower();
    if (!s.get(i).capital() && (verb.endsWith("ed") || verb.endsWith("s")) && Words.noun(s.get(i)))
      i++;
    var to = clauses.nounPhraseEnd(s, i);
    if (to == i || Words.auxiliary(s.get(i))) return null;
    var first = s.get(i);
    var personal =
        first.capital()
            || first.is("the")
            || first.is("he")
            || first.is("she")
            || first.is("they")
            || first.is("a");
    return personal && (i > quotation + 1 || to < s.size()) ? new Phrase(i, to) : null;
  }
}
