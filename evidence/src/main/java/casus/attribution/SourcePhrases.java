package casus.attribution;

import casus.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rules around nouns and prepositions: `according to the ministry`, `Iran's claim that …`.
final class SourcePhrases {
  private final Cues cues;
  private final Clauses clauses;

  private final CueSites sites;
  private final Extents extents;

  SourcePhrases(Cues cues, Clauses clauses, CueSites sites, Extents extents) {
    this.cues = cues;
    this.clauses = clauses;
    this.sites = sites;
    this.extents = extents;
  }

  List<Frame> of(Sentence s) {
    var frames = new ArrayList<Frame>();
    for (var i = 0; i < s.size(); i++) {
      var frame = s.is(i, "according") && s.is(i + 1, "to") ? accordingTo(s, i) : eyes(s, i);
      if (frame == null) frame = noun(s, i);
      if (frame != null) frames.add(frame);
    }
    return frames;
  }

  private @Nullable Frame accordingTo(Sentence s, int at) {
    var from = at + 2;
    var to = clauses.nounPhraseEnd(s, from);
    while (to < s.size() && Words.PREPOSITIONS.contains(s.get(to).lower())) {
      var end = clauses.nounPhraseEnd(s, to + 1);
      if (end == to + 1) break;
      to = end;
    }
    if (to == from) return null;
    var spans = new ArrayList<Span>();
    if (at > 0) {
      var end = at;
      while (end > 0 && (s.is(end - 1, ",") || ShallowClauses.dash(s.get(end - 1)))) end--;
      var start = 0;
      for (var k = 0; k < end; k++) if (s.is(k, ";")) start = k + 1;
      while (start < end && Words.COORDINATORS.contains(s.get(start).lower())) start++;
      if (start < end) spans.add(s.span(start, end));
    }
    var next = to;
    while (next < s.size() && !s.is(next, ",") && s.get(next).word() && at == 0) next++;
    if (s.is(next, ",") && (at == 0 || s.is(at - 1, ",")) && next + 1 < s.size()) {
      var stop = s.size();
      while (stop > next + 1 && (s.is(stop - 1, ".") || s.is(stop - 1, "?"))) stop--;
      var begin = next + 1;
      if (at == 0 || goesOn(s, begin)) if (begin < stop) spans.add(s.span(begin, stop));
    }
    if (spans.isEmpty()) return null;
    return new Frame(
        List.copyOf(spans),
        s.span(from, to),
        s.span(at, at + 2),
        new Proposal.Manner(Act.STATE, Polarity.ASSERTED, Modality.ACTUAL),
        Rule.ACCORDING_TO);
  }

  /// `In Berg's view, …`, `…, in the words of Berg`.
  private @Nullable Frame eyes(Sentence s, int at) {
    if (!s.is(at, "in") || (at > 0 && !s.is(at - 1, ","))) return null;
    var word = at + 1;
    while (word < Math.min(s.size(), at + 7) && !viewing(s.get(word))) word++;
    if (word >= s.size() || !viewing(s.get(word)) || !s.is(word + 1, ",")) return null;
    var owner = owner(s, word);
    if (owner == null) return null;
    var to = Extents.closed(s, word + 2);
    if (to <= word + 2) return null;
    return new Frame(
        List.of(s.span(word + 2, to)),
        owner,
        s.span(at, word + 1),
        new Proposal.Manner(Act.BELIEVE, Polarity.ASSERTED, Modality.ACTUAL),
        Rule.ACCORDING_TO);
  }

  private static boolean viewing(Token t) {
    return switch (t.lower()) {
      case "view",
          "opinion",
          "words",
          "eyes",
          "telling",
          "estimation",
          "judgment",
          "judgement",
          "account",
          "reading",
          "mind" ->
          true;
      default -> false;
    };
  }

  private static boolean goesOn(Sentence s, int i) {
    var t = s.get(i);
    return t.quotation()
        || (t.word()
            && !t.lower().endsWith("ing")
            && !Words.SUBORDINATORS.contains(t.lower())
            && !Words.DETERMINERS.contains(t.lower()));
  }

  private @Nullable Frame noun(Sentence s, int i) {
    var noun = cues.noun(s.get(i));
    if (noun == null || i + 2 >= s.size()) return null;
    var next = s.get(i + 1);
    var owner = owner(s, i);
    var voiced = owner == null ? voiced(s, i) : null;
    if (owner != null && Words.POSSESSIVES.contains(s.get(i - 1).lower())) {
      var subject = sites.mainSubject(s, i);
      if (subject != null && !s.is(subject.from(), "it"))
        owner = s.span(subject.from(), subject.to());
    }
    var prepositional = noun.prepositions().contains(next.lower()) && s.get(i + 2).word();
    var is = next.is("is") || next.is("was");
    var that =
        next.is("that")
            || (next.is("to") && verbal(s.get(i + 2)) && (owner != null || voiced != null))
            || (prepositional && (owner != null || voiced != null))
            || (is && s.is(i + 2, "that"));
    if (!that) return null;
    var rule = voiced == null ? Rule.NOUN_CUE : Rule.LIGHT_VERB;
    if (owner == null)
      owner = voiced != null ? voiced : noun.lemma().equals("report") ? s.get(i).span() : null;
    if (owner == null && !noun.rumour()) return null;
    var from =
        is || (prepositional && !(next.is("to") && infinitive(s, i + 2, noun))) ? i + 2 : i + 1;
    var limit = Extents.closed(s, from);
    if (from >= limit) return null;
    var end =
        s.is(from, "that")
            ? nounClauseEnd(s, from, limit)
            : voiced != null
                ? extents.objectEnd(s, from, limit, false)
                : extents.nominalEnd(s, from, limit);
    if (end <= from) return null;
    return new Frame(
        List.of(s.span(from, end)),
        owner,
        s.span(i, i + 1),
        new Proposal.Manner(
            noun.act(),
            noun.act() == Act.DENY ? Polarity.DENIED : Polarity.ASSERTED,
            noun.rumour() ? Modality.RUMOURED : Modality.ACTUAL),
        rule);
  }

  /// Whether `to` after the noun opens an infinitive and no phrase: the noun takes no `to`.
  private static boolean infinitive(Sentence s, int verb, Cues.Noun noun) {
    return !noun.prepositions().contains("to") || !s.get(verb).word();
  }

  /// Whether a word after `to` may be an infinitive.
  private static boolean verbal(Token t) {
    return t.word()
        && !t.capital()
        && !Words.DETERMINERS.contains(t.lower())
        && !Words.POSSESSIVES.contains(t.lower())
        && !t.lower().endsWith("s")
        && !t.lower().endsWith("ing");
  }

  private static int nounClauseEnd(Sentence s, int from, int to) {
    var end = from + 1;
    while (end < to && !s.is(end, ",") && !s.is(end, ";") && !ShallowClauses.dash(s.get(end)))
      end++;
    return end;
  }

  /// Who `expressed`, `gave`, `raised` what the noun says.
  private @Nullable Span voiced(Sentence s, int noun) {
    for (var k = noun - 1; k > 0 && noun - k < 5; k--) {
      if (!Words.VOICING.contains(s.get(k).lower())) {
        if (cues.finite(s.get(k)) || s.get(k).lower().endsWith("ed")) return null;
        continue;
      }
      var group = k;
      while (group > 0 && (Words.auxiliary(s.get(group - 1)) || Words.adverb(s.get(group - 1))))
        group--;
      var phrase = clauses.subject(s, group);
      return phrase == null || s.is(phrase.from(), "there")
          ? null
          : s.span(phrase.from(), phrase.to());
    }
    return null;
  }

  /// `Iran's`, `his`: whose word it is.
  private @Nullable Span owner(Sentence s, int noun) {
    for (var k = noun - 1; k >= Math.max(0, noun - 4); k--) {
      var t = s.get(k);
      if (Words.POSSESSIVES.contains(t.lower())) return t.span();
      if (t.is("'s") && k > 0) {
        var from = k - 1;
        while (from > 0
            && s.get(from - 1).capital()
            && s.get(from).capital()
            && !Words.PREPOSITIONS.contains(s.get(from - 1).lower())) from--;
        if (!s.get(from).capital()
            && from > 0
            && Words.DETERMINERS.contains(s.get(from - 1).lower())) from--;
        return s.span(from, k);
      }
      if (!t.word() || Words.PREPOSITIONS.contains(t.lower()) || Words.auxiliary(t)) return null;
    }
    return null;
  }
}
