package casus.attribution;

import casus.attribution.Clauses.Phrase;
import casus.attribution.Cues.Stance;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rules around words that say where somebody stands: `is adamant that …`, `is opposed to …`,
/// `a critic of …`, `made clear that …`.
final class Stances {
  private final Cues cues;
  private final Clauses clauses;
  private final CueSites sites;
  private final Extents extents;

  Stances(Cues cues, Clauses clauses, CueSites sites, Extents extents) {
    this.cues = cues;
    this.clauses = clauses;
    this.sites = sites;
    this.extents = extents;
  }

  List<Frame> of(Sentence s) {
    var frames = new ArrayList<Frame>();
    for (var i = 1; i + 1 < s.size(); i++) {
      var stance = cues.stance(s.get(i));
      if (stance == null) continue;
      var frame = stance.person() ? person(s, i, stance) : adjective(s, i, stance);
      if (frame != null) frames.add(frame);
    }
    return frames;
  }

  private @Nullable Frame adjective(Sentence s, int at, Stance stance) {
    var from = complement(s, at + 1, stance);
    if (from < 0) return null;
    var group = at;
    while (group > 0 && Words.adverb(s.get(group - 1))) group--;
    var made = made(s, group);
    if (made < 0 && (group == 0 || !copula(s.get(group - 1))))
      return detached(s, at, group, from, stance);
    group = made >= 0 ? made : group - 1;
    while (group > 0 && (Words.auxiliary(s.get(group - 1)) || Words.adverb(s.get(group - 1))))
      group--;
    return framed(s, clauses.subject(s, group), group, at, from, stance);
  }

  /// `made clear that`, `make it clear that`.
  private static int made(Sentence s, int at) {
    var i = s.is(at - 1, "it") ? at - 2 : at - 1;
    if (i < 0 || !s.is(at, "clear")) return -1;
    return switch (s.get(i).lower()) {
      case "make", "makes", "made", "making" -> i;
      default -> -1;
    };
  }

  private static boolean copula(Token t) {
    return switch (t.lower()) {
      case "is",
          "are",
          "was",
          "were",
          "be",
          "been",
          "being",
          "am",
          "'re",
          "'m",
          "'s",
          "remain",
          "remains",
          "remained",
          "seem",
          "seems",
          "seemed",
          "feel",
          "feels",
          "felt",
          "become",
          "becomes",
          "became",
          "grow",
          "grew",
          "sound",
          "sounds",
          "sounded",
          "appear",
          "appears",
          "appeared" ->
          true;
      default -> false;
    };
  }

  /// `…, confident that she can win`: the subject of the clause before.
  private @Nullable Frame detached(Sentence s, int at, int group, int from, Stance stance) {
    if (!s.is(group - 1, ",") || !s.is(from, "that")) return null;
    return framed(s, sites.mainSubject(s, group - 1), group, at, from, stance);
  }

  /// Where the content begins behind the word; -1 if nothing follows that it can take.
  private int complement(Sentence s, int next, Stance stance) {
    var t = s.get(next);
    if (t.is("that") || t.is("whether")) return stance.takes(t.lower()) ? next : -1;
    if (next + 1 >= s.size()) return -1;
    if (t.is("to") && stance.takes("to")) return stance.infinitive() ? next : next + 1;
    if (Words.PREPOSITIONS.contains(t.lower())) return stance.takes(t.lower()) ? next + 1 : -1;
    var clause =
        t.is("he")
            || t.is("she")
            || t.is("they")
            || t.is("it")
            || t.is("we")
            || t.is("i")
            || t.is("there");
    return clause && stance.takes("that") ? next : -1;
  }

  /// `is a vocal critic of …`, `Berg, a critic of …, said`.
  private @Nullable Frame person(Sentence s, int at, Stance stance) {
    if (!stance.takes(s.get(at + 1).lower()) || at + 2 >= s.size()) return null;
    var article = at - 1;
    while (article > 0
        && at - article < 5
        && !s.is(article, "a")
        && !s.is(article, "an")
        && !s.is(article, "the")) article--;
    if (article <= 0 || !Words.DETERMINERS.contains(s.get(article).lower())) return null;
    var before = article - 1;
    while (before > 0 && Words.adverb(s.get(before))) before--;
    @Nullable Phrase subject = null;
    var group = before;
    if (copula(s.get(before))) {
      while (group > 0 && (Words.auxiliary(s.get(group - 1)) || Words.adverb(s.get(group - 1))))
        group--;
      subject = clauses.subject(s, group);
    } else if (s.is(before, ",") && before > 0 && s.get(before - 1).capital()) {
      subject = clauses.subject(s, before);
      group = article;
    }
    return framed(s, subject, group, at, at + 2, stance);
  }

  private @Nullable Frame framed(
      Sentence s, @Nullable Phrase subject, int group, int at, int from, Stance stance) {
    if (subject == null || subject.to() > group || !someone(s, subject)) return null;
    var limit = Extents.closed(s, from);
    var clause =
        s.is(from, "that")
            || s.is(from, "to")
            || s.is(from, "whether")
            || !Words.PREPOSITIONS.contains(s.get(from - 1).lower());
    var to = clause ? Extents.clauseEnd(s, from, limit) : extents.objectEnd(s, from, limit, false);
    if (to <= from) return null;
    var unsaid = false;
    for (var i = group; i < at; i++) unsaid |= Words.NEGATIONS.contains(s.get(i).lower());
    return new Frame(
        List.of(s.span(from, to)),
        s.span(subject.from(), subject.to()),
        s.span(group, at + 1),
        new Proposal.Manner(
            stance.act(), unsaid ? Polarity.UNSAID : Polarity.ASSERTED, Modality.ACTUAL),
        Rule.STANCE);
  }

  private static boolean someone(Sentence s, Phrase subject) {
    if (subject.to() - subject.from() > 1) return true;
    return switch (s.get(subject.from()).lower()) {
      case "it", "this", "that", "there", "what", "which" -> false;
      default -> true;
    };
  }
}
