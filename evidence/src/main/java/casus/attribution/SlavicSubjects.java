package casus.attribution;

import casus.attribution.Clauses.Phrase;
import casus.attribution.Declension.Case;
import casus.attribution.SlavicCues.Found;
import casus.attribution.SlavicWords.Agreement;
import casus.attribution.SlavicWords.Kind;
import casus.attribution.SlavicWords.Tense;
import casus.attribution.SlavicWords.Verb;
import casus.text.Span;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who speaks in a sentence, to whom and when: the subject of a verb before or after it, the place
/// or document that stands for one, or whoever spoke before.
final class SlavicSubjects {
  private final SlavicWords words;
  private final SlavicPhrases phrases;

  SlavicSubjects(SlavicWords words, SlavicPhrases phrases) {
    this.words = words;
    this.phrases = phrases;
  }

  /// Who speaks in a sentence: a phrase of it, or whoever spoke before.
  record Speaker(
      @Nullable Span span,
      int from,
      int to,
      Case grammaticalCase,
      boolean after,
      boolean document) {}

  /// A verb in its sentence.
  ///
  /// @param group its first token with negation and what governs it
  record Site(int at, int group, Verb verb, Polarity polarity, Modality modality) {}

  private static boolean boundary(Sentence s, int i) {
    var t = s.get(i);
    return t.quotation()
        || t.is(",")
        || t.is(";")
        || t.is(":")
        || t.is("(")
        || t.is(")")
        || SlavicSentences.dash(t);
  }

  /// Where the part of the sentence around a token begins.
  int left(Sentence s, int i) {
    var from = i;
    while (from > 0 && (!boundary(s, from - 1) || named(s, from - 1))) from--;
    return from;
  }

  /// Whether a quotation is a name inside a phrase.
  boolean named(Sentence s, int i) {
    return i > 0
        && s.quotation(i)
        && s.get(i - 1).word()
        && s.get(i).text().indexOf(',') < 0
        && s.get(i).text().length() < 50;
  }

  static Speaker of(Sentence s, int from, int to, Case grammaticalCase, boolean after) {
    return new Speaker(s.span(from, to), from, to, grammaticalCase, after, false);
  }

  @Nullable Speaker speaker(Sentence s, Site site, int left, @Nullable Found last) {
    var verb = site.verb();
    if (verb.tense() == Tense.IMPERSONAL) return inDocument(s, site.at() + 1, left, site.group());
    if (verb.tense() == Tense.GERUND) return beforeGerund(s, left, last);
    if (last != null
        && last.frame().speaker() != null
        && goesOn(s, site.group(), last)
        && agrees(last, verb))
      return new Speaker(last.frame().speaker(), -1, -1, last.speakerCase(), false, false);
    var before = phrases.subjectBefore(s, left, site.group(), verb);
    var heads = heads(s, left, site.group());
    var from = skipped(s, site.at() + 1);
    if (heads && left > 0) from = overPlaces(s, from);
    var after = phrases.subjectAfter(s, from, verb);
    if (before != null
        && weak(s, before)
        && verb.takes("object")
        && verb.agreement() == Agreement.PLURAL) {
      var place = place(s, s.size(), left, before.from());
      if (place != null) return place;
    }
    if (before != null
        && after != null
        && weak(s, before)
        && s.get(after.from()).capital()
        && !verb.takes("object")) before = null;
    if (before != null) return of(s, before.from(), before.to(), Case.NOMINATIVE, false);
    if (verb.agreement() == Agreement.PLURAL) {
      var place = place(s, site.at() + 1, left, site.group());
      if (place != null) return place;
    }
    if (after != null
        && (heads || s.get(after.from()).capital())
        && saysAfter(s, after, verb, left))
      return of(s, after.from(), after.to(), Case.NOMINATIVE, true);
    if (verb.lemma().equals("следовать")) return following(s, site.at() + 1);
    var earlier = earlier(s, left, verb);
    if (earlier != null) return earlier;
    if (last == null || last.frame().speaker() == null || !agrees(last, verb)) return null;
    return new Speaker(last.frame().speaker(), -1, -1, last.speakerCase(), false, false);
  }

  /// Whether `and` stands before a verb that goes on with what the sentence has reported already.
  private boolean goesOn(Sentence s, int group, Found last) {
    var i = group - 1;
    while (i > 0 && phrases.adverb(s.get(i))) i--;
    var cue = last.frame().cue();
    return i > 0
        && words.is("and", s.get(i))
        && cue != null
        && cue.start() >= s.get(0).span().start()
        && cue.end() <= s.get(i).span().start();
  }

  /// Whether the speaker before can be the subject that is left out.
  private static boolean agrees(Found last, Verb verb) {
    if (verb.agreement() == Agreement.PLURAL)
      return last.agreement() == Agreement.PLURAL && last.speakerCase() == Case.NOMINATIVE;
    if (last.agreement() == Agreement.PLURAL && last.speakerCase() == Case.NOMINATIVE) return false;
    return last.agreement() == Agreement.NONE
        || verb.agreement() == Agreement.SINGULAR
        || last.agreement() == Agreement.SINGULAR
        || last.agreement() == verb.agreement();
  }

  /// Whether a phrase after a verb is its subject rather than its object: always where only a
  /// subject can stand there.
  private boolean saysAfter(Sentence s, Phrase after, Verb verb, int left) {
    if (!verb.takes("object")) return true;
    var t = s.get(phrases.head(s, after.from(), after.to()));
    var quoted =
        left > 0
            && (s.quotation(left - 1)
                || (left > 1 && s.quotation(left - 2))
                || SlavicSentences.dash(s.get(left - 1)));
    if (quoted) return true;
    var nouns = words.nouns(t.lower());
    if (phrases.pronoun(t)) return true;
    for (var noun : nouns)
      if (noun.kind() == Kind.PERSON
          || noun.kind() == Kind.GIVEN
          || noun.kind() == Kind.INSTITUTION) return true;
    return t.capital() && (left == 0 || s.is(left - 1, ","));
  }

  /// Whether a phrase before a verb may well be its object: a common noun that names nobody.
  private boolean weak(Sentence s, Phrase phrase) {
    var t = s.get(phrases.head(s, phrase.from(), phrase.to()));
    return words.nouns(t.lower()).isEmpty()
        && !phrases.pronoun(t)
        && (!t.capital() || phrase.from() == 0);
  }

  /// Past places and occasions between a verb and its subject: `написал в своем канале Берг`.
  int overPlaces(Sentence s, int from) {
    var i = from;
    while (i < s.size() && words.is("prepositions", s.get(i))) {
      var start = i + 1;
      while (start < s.size() && words.is("who", s.get(start))) start++;
      var end = phrases.end(s, start, s.size(), true);
      if (end == start || end >= s.size()) return from;
      i = skipped(s, end);
    }
    return i < s.size() && s.get(i).word() ? i : from;
  }

  /// Whether nothing but small words stands between the head of a part of the sentence and a verb.
  private boolean heads(Sentence s, int left, int group) {
    var i = left;
    while (i < group) {
      var t = s.get(i);
      var day = phrases.dayEnd(s, i);
      if (day > i) i = day;
      else if (words.is("prepositions", t)) i = Math.max(i + 1, phrases.end(s, i + 1, group, true));
      else if (phrases.adverb(t)
          || words.is("conjunctions", t)
          || words.is("not", t)
          || words.is("who", t)) i++;
      else return false;
    }
    return true;
  }

  int skipped(Sentence s, int from) {
    var i = from;
    while (i < s.size()) {
      var day = phrases.dayEnd(s, i);
      if (day > i) i = day;
      else if (phrases.adverb(s.get(i))) i++;
      else if (words.is("addressees", s.get(i)) && !addressedAlone(s, i)) i = addresseeEnd(s, i);
      else if (told(s, i)) i++;
      else break;
    }
    return i;
  }

  /// Whether a name in quotation marks stands between a verb and its subject: `сообщил «Северу»
  /// источник`.
  boolean told(Sentence s, int i) {
    return s.quotation(i)
        && named(s, i)
        && words.verb(s.get(i - 1)) != null
        && i + 1 < s.size()
        && s.get(i + 1).word()
        && words.verb(s.get(i + 1)) == null
        && !words.is("prepositions", s.get(i + 1));
  }

  /// Whether what may be spoken to is all that stands there: `сообщает ТАСС`.
  private boolean addressedAlone(Sentence s, int i) {
    var t = s.get(i);
    return SlavicPhrases.upper(t)
        && (i + 1 >= s.size() || !(s.get(i + 1).word() || s.quotation(i + 1)));
  }

  private int addresseeEnd(Sentence s, int from) {
    var i = from + 1;
    while (i < s.size()
        && (named(s, i)
            || SlavicPhrases.upper(s.get(i))
            || (s.is(i - 1, "риа") && s.get(i).capital()))) i++;
    return i;
  }

  /// `в МИД`, `в заявлении совета`: who speaks where only a place is named.
  private @Nullable Speaker place(Sentence s, int next, int left, int group) {
    var i = next;
    while (i < s.size() && phrases.adverb(s.get(i))) i++;
    if (i + 1 < s.size() && words.is("in", s.get(i)) && !phrases.day(s, i)) {
      var found = placed(s, i + 1, s.size(), true);
      if (found != null) return found;
    }
    for (var k = left; k < group; k++) {
      if (!words.is("in", s.get(k)) || phrases.day(s, k)) continue;
      var found = placed(s, k + 1, group, false);
      if (found != null) return found;
    }
    return null;
  }

  private @Nullable Speaker placed(Sentence s, int from, int limit, boolean after) {
    var to = phrases.end(s, from, limit, true);
    if (to == from) return null;
    // A phrase in a place ends before another noun that is what is spoken of: "в Варшаве эти
    // слова".
    var head = phrases.head(s, from, to);
    var t = s.get(head);
    var speaks = SlavicPhrases.upper(t);
    for (var noun : words.nouns(t.lower()))
      if (noun.kind() != Kind.PERSON
          && noun.kind() != Kind.GIVEN
          && noun.form().grammaticalCase() == Case.LOCATIVE) speaks = true;
    if (!speaks) return null;
    for (var noun : words.nouns(t.lower()))
      if (noun.kind() == Kind.DOCUMENT && noun.form().grammaticalCase() == Case.LOCATIVE)
        return null;
    return new Speaker(s.span(from, to), from, to, Case.LOCATIVE, after, false);
  }

  /// `говорится в заявлении совета`: whose document it is, or the document.
  private @Nullable Speaker inDocument(Sentence s, int next, int left, int group) {
    for (var i = left; i < s.size() && i < next + 6; i++) {
      if (i >= group && i < next) continue;
      if (!words.is("in", s.get(i)) || i + 1 >= s.size()) continue;
      var to = phrases.end(s, i + 1, i < group ? group : s.size(), true);
      if (to == i + 1) continue;
      var t = s.get(phrases.head(s, i + 1, to));
      if (words.nouns(t.lower()).isEmpty() && !SlavicPhrases.upper(t)) continue;
      return document(s, i + 1, to, Case.LOCATIVE, i >= group);
    }
    return null;
  }

  Speaker document(Sentence s, int from, int to, Case grammaticalCase, boolean after) {
    var head = phrases.head(s, from, to);
    var document = words.noun(s.get(head).lower(), Kind.DOCUMENT);
    if (document && s.is(to, "на") && to + 2 < s.size()) {
      // "в сообщении на сайте совета"
      var end = phrases.end(s, to + 2, s.size(), true);
      if (end > to + 2 && owner(s, to + 2, end))
        return new Speaker(s.span(to + 2, end), to + 2, end, Case.GENITIVE, after, true);
    }
    if (document
        && head + 1 < to
        && !words.noun(s.get(head + 1).lower(), Kind.DOCUMENT)
        && s.get(head + 1).word()
        && owner(s, head + 1, to))
      return new Speaker(s.span(head + 1, to), head + 1, to, Case.GENITIVE, after, true);
    return new Speaker(s.span(from, to), from, to, grammaticalCase, after, document);
  }

  private boolean owner(Sentence s, int from, int to) {
    var head = phrases.head(s, from, to);
    var t = s.get(head);
    return t.capital() || !words.nouns(t.lower()).isEmpty();
  }

  /// `как следует из заявления совета`.
  private @Nullable Speaker following(Sentence s, int next) {
    if (!s.is(next, "из")) return null;
    var to = phrases.end(s, next + 1, s.size(), true);
    return to == next + 1 ? null : document(s, next + 1, to, Case.GENITIVE, true);
  }

  private @Nullable Speaker beforeGerund(Sentence s, int left, @Nullable Found last) {
    if (left > 0 && !s.is(left - 1, ",") && !words.is("and", s.get(left))) return null;
    if (last != null
        && last.frame().speaker() != null
        && last.frame().cue() != null
        && last.frame().cue().start() >= s.get(0).span().start())
      return new Speaker(last.frame().speaker(), -1, -1, last.speakerCase(), false, false);
    var any = new Verb("", Act.STATE, Set.of(), Tense.PAST, Agreement.SINGULAR);
    var before = left == 0 ? null : phrases.subjectBefore(s, 0, firstBoundary(s, 0, left - 1), any);
    if (before != null) return of(s, before.from(), before.to(), Case.NOMINATIVE, false);
    return null;
  }

  private static int firstBoundary(Sentence s, int from, int limit) {
    var i = from;
    while (i < limit && !boundary(s, i)) i++;
    return i;
  }

  /// The subject in an earlier part of the sentence, before what commas enclose: `Берг, отвечая на
  /// вопрос, заявил`.
  private @Nullable Speaker earlier(Sentence s, int left, Verb verb) {
    var end = left - 1;
    @Nullable Speaker found = null;
    for (var parts = 0; end > 0 && parts < 4; parts++) {
      if (!s.is(end, ",")) break;
      var from = left(s, end);
      var first = s.get(from);
      var relative =
          words.is("that", first)
              || (words.is("prepositions", first)
                  && from + 1 < end
                  && words.is("that", s.get(from + 1)));
      var verbal = words.verb(first) != null;
      if (!relative && !verbal && !words.is("conjunctions", first)) {
        var phrase = phrases.subjectBefore(s, from, end, verb);
        if (phrase != null && !words.is("prepositions", s.get(Math.max(from, phrase.from() - 1)))) {
          if (phrase.to() == end || parts > 0 || found == null)
            found = of(s, phrase.from(), phrase.to(), Case.NOMINATIVE, false);
        }
      }
      end = from - 1;
    }
    return found;
  }

  record Adjuncts(int next, @Nullable Span addressee, @Nullable Span day) {}

  /// When and to whom, beside a verb.
  Adjuncts adjuncts(Sentence s, int from, int left, int group) {
    @Nullable Span addressee = null;
    @Nullable Span day = null;
    for (var i = left; i < group; i++) {
      var end = phrases.dayEnd(s, i);
      if (end > i && day == null) day = s.span(i, end);
      if (end > i) i = end - 1;
      else if (addressee == null && talks(s, i)) addressee = talked(s, i, group);
    }
    for (var i = group; i < from && i < s.size(); i++) {
      var end = phrases.dayEnd(s, i);
      if (end > i && day == null) day = s.span(i, end);
      if (words.is("addressees", s.get(i)) && addressee == null && !addressedAlone(s, i))
        addressee = s.span(i, addresseeEnd(s, i));
      if (addressee == null && told(s, i)) addressee = s.get(i).span();
    }
    var i = from;
    while (i < s.size()) {
      var t = s.get(i);
      var end = phrases.dayEnd(s, i);
      if (end > i) {
        if (day == null) day = s.span(i, end);
        i = end;
      } else if (phrases.adverb(t)) {
        i++;
      } else if (words.is("addressees", t)) {
        end = addresseeEnd(s, i);
        if (addressee == null) addressee = s.span(i, end);
        i = end;
      } else if (talks(s, i)) {
        var told = talked(s, i, s.size());
        if (told == null) break;
        if (addressee == null) addressee = told;
        while (i < s.size() && s.get(i).span().end() <= told.end()) i++;
      } else {
        break;
      }
    }
    for (var k = i; k < s.size() && !boundary(s, k) && day == null; k++) {
      var end = phrases.dayEnd(s, k);
      if (end > k && end <= s.size() && tail(s, k, end)) day = s.span(k, end);
    }
    return new Adjuncts(i, addressee, day);
  }

  /// Whether a day stands where a verb's adjuncts do: before a meeting or the end.
  private boolean tail(Sentence s, int from, int end) {
    return end >= s.size()
        || !s.get(end).word()
        || words.is("prepositions", s.get(end))
        || from == 0;
  }

  private boolean talks(Sentence s, int i) {
    return words.is("in", s.get(i)) && i + 1 < s.size() && words.is("talks", s.get(i + 1));
  }

  /// Who is talked to: `в беседе с журналистами`, `в интервью телеканалу «Север»`.
  private @Nullable Span talked(Sentence s, int i, int limit) {
    var from = i + 2;
    if (from < limit && words.is("prepositions", s.get(from))) from++;
    if (from >= limit) return null;
    var to =
        words.is("addressees", s.get(from))
            ? Math.min(limit, addresseeEnd(s, from))
            : phrases.end(s, from, limit, true);
    return to > from ? s.span(from, to) : null;
  }

  /// Whether the words before a token are one phrase that can be a subject.
  boolean phrase(Sentence s, int to) {
    var any = new Verb("", Act.STATE, Set.of(), Tense.PAST, Agreement.SINGULAR);
    var some = new Verb("", Act.STATE, Set.of(), Tense.PAST, Agreement.PLURAL);
    return phrases.end(s, 0, to, false) == to
        && (phrases.subject(s, 0, to, any) || phrases.subject(s, 0, to, some));
  }

  /// Who acts in a sentence, for speech without a verb of saying.
  @Nullable Phrase actor(Sentence s, int before) {
    var any = new Verb("", Act.STATE, Set.of(), Tense.PAST, Agreement.SINGULAR);
    return phrases.subjectBefore(s, 0, firstBoundary(s, 0, before), any);
  }

  /// Who follows a verb that is in no list, after speech: `«…», — усмехнулся Берг`.
  @Nullable Phrase actorAfter(Sentence s, int quotation) {
    var i = quotation + 1;
    if (s.is(i, ",")) i++;
    if (i >= s.size() || !SlavicSentences.dash(s.get(i))) return null;
    i++;
    if (i + 1 >= s.size() || !s.get(i).word() || s.get(i).capital()) return null;
    var w = s.get(i).lower();
    if (w.endsWith("ся") || w.endsWith("сь")) w = w.substring(0, w.length() - 2);
    var agreement =
        w.endsWith("ла")
            ? Agreement.WOMAN
            : w.endsWith("ли") || w.endsWith("лі")
                ? Agreement.PLURAL
                : w.endsWith("л") || w.endsWith("ў")
                    ? Agreement.MAN
                    : w.endsWith("ет") || w.endsWith("ит") ? Agreement.SINGULAR : Agreement.NONE;
    if (agreement == Agreement.NONE) return null;
    var verb = new Verb("", Act.STATE, Set.of(), Tense.PAST, agreement);
    return phrases.subjectAfter(s, skipped(s, i + 1), verb);
  }
}
