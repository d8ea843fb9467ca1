package casus.attribution;

import casus.attribution.Declension.Case;
import casus.attribution.SlavicCues.Found;
import casus.attribution.SlavicWords.Agreement;
import casus.attribution.SlavicWords.Kind;
import casus.attribution.SlavicWords.Source;
import casus.attribution.SlavicWords.Tense;
import casus.attribution.SlavicWords.Verb;
import casus.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Phrases before who says it: `по словам Берга, мост закрыт`.
final class SlavicSources {
  private final SlavicWords words;
  private final SlavicPhrases phrases;
  private final SlavicSubjects subjects;
  private final SlavicContents contents;

  SlavicSources(
      SlavicWords words, SlavicPhrases phrases, SlavicSubjects subjects, SlavicContents contents) {
    this.words = words;
    this.phrases = phrases;
    this.subjects = subjects;
    this.contents = contents;
  }

  /// `по словам Берга, мост закрыт`.
  @Nullable Found source(Sentence s, int i, boolean cued) {
    for (var source : words.sources()) {
      var from = matched(s, i, source);
      if (from < 0) continue;
      if (cued && source.governs() == Case.ACCUSATIVE) return null;
      var possessed = from - i > source.words().size();
      var to = possessed ? from : phrases.end(s, from, s.size(), false);
      if (possessed)
        return sourced(s, i, possessive(s, i, from), possessive(s, i, from) + 1, from, source);
      if (to == from && s.quotation(from)) to = from + 1;
      if (to == from) return null;
      if (source.governs() == Case.DATIVE
          && words.noun(s.get(phrases.head(s, from, to)).lower(), Kind.DOCUMENT)) {
        var document = subjects.document(s, from, to, Case.DATIVE, true);
        return framed(s, i, document.from(), document.to(), to, document.grammaticalCase(), source);
      }
      return sourced(s, i, from, to, to, source);
    }
    return null;
  }

  private int possessive(Sentence s, int from, int to) {
    for (var k = from; k < to; k++) if (possessive(s.get(k))) return k;
    return from;
  }

  private boolean possessive(Token t) {
    return words.is("his", t) || words.is("her", t) || words.is("their", t);
  }

  /// The token after the words of a source at a token, or -1; `по его словам` counts too.
  private int matched(Sentence s, int at, Source source) {
    var i = at;
    for (var k = 0; k < source.words().size(); k++) {
      if (k == 1 && i < s.size() && possessive(s.get(i)) && s.is(i + 1, source.words().get(k))) i++;
      if (!s.is(i, source.words().get(k))) return -1;
      i++;
    }
    if (source.words().size() == 1 && i < s.size() && words.is("prepositions", s.get(i))) return -1;
    return i;
  }

  private @Nullable Found sourced(Sentence s, int i, int from, int to, int after, Source source) {
    return framed(s, i, from, to, after, source.governs(), source);
  }

  private @Nullable Found framed(
      Sentence s, int i, int from, int to, int after, Case form, Source source) {
    var spans = new ArrayList<Span>();
    var stop = s.size();
    while (stop > after && SlavicContents.ending(s, stop - 1)) stop--;
    var head = i;
    while (head > 0
        && ((words.is("conjunctions", s.get(head - 1)) && s.get(head - 1).lower().length() < 3)
            || phrases.adverb(s.get(head - 1)))) head--;
    var next = after;
    if (s.is(next, ",")) next++;
    if (head > 0) {
      var begin = contents.clauseStart(s, i);
      var end = i;
      while (end > begin && (s.is(end - 1, ",") || SlavicSentences.dash(s.get(end - 1)))) end--;
      if (begin < end) spans.add(s.span(begin, end));
    }
    if (next < stop) {
      var verbless = new Verb("", Act.STATE, Set.of(), Tense.PAST, Agreement.NONE);
      var end = Math.min(stop, contents.clauseEnd(s, next, verbless));
      if (end > next) spans.add(s.span(next, end));
    }
    if (spans.isEmpty()) return null;
    var frame =
        new Frame(
            List.copyOf(spans),
            s.span(from, to),
            s.span(i, Math.max(i + 1, Math.min(from, after))),
            new Proposal.Manner(source.act(), Polarity.ASSERTED, Modality.ACTUAL),
            Rule.ACCORDING_TO);
    return new Found(frame, form, Agreement.NONE);
  }
}
