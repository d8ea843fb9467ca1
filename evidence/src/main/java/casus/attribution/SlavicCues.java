package casus.attribution;

import casus.attribution.Clauses.Phrase;
import casus.attribution.Declension.Case;
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

/// What a Russian or Belarusian sentence reports: by verbs, beside quotations, before and after
/// clauses, and by phrases such as `по словам`.
final class SlavicCues {
  /// How far from its verb the comma before a clause may stand.
  private static final int REACH = 25;

  private final SlavicWords words;
  private final SlavicPhrases phrases;

  SlavicCues(SlavicWords words) {
    this.words = words;
    this.phrases = new SlavicPhrases(words);
  }

  /// An attribution, and what its words say of its speaker.
  ///
  /// @param speakerCase the case in which the speaker is mentioned
  record Found(Frame frame, Case speakerCase, Agreement agreement) {
    Found with(Frame other) {
      return new Found(other, speakerCase, agreement);
    }
  }

  /// Who speaks in a sentence: a phrase of it, or whoever spoke before.
  private record Speaker(
      @Nullable Span span,
      int from,
      int to,
      Case grammaticalCase,
      boolean after,
      boolean document) {}

  /// A verb in its sentence.
  ///
  /// @param group its first token with negation and what governs it
  private record Site(int at, int group, Verb verb, Polarity polarity, Modality modality) {}

  /// @param before who spoke last in the paragraph
  List<Found> of(Sentence s, Set<Span> speech, @Nullable Found before) {
    var found = new ArrayList<Found>();
    @Nullable Found last = before;
    for (var i = 0; i < s.size(); i++) {
      var site = site(s, i);
      if (site == null) continue;
      var made = made(s, site, speech, last);
      if (made == null) continue;
      found.add(made);
      if (made.frame().speaker() != null) last = made;
    }
    var all = new ArrayList<>(found);
    for (var i = 0; i < s.size(); i++) {
      var at = s.get(i).span();
      if (found.stream().anyMatch(each -> each.frame().holds(at))) continue;
      var made = source(s, i, !found.isEmpty());
      if (made != null) all.add(made);
    }
    return outermost(all);
  }

  private static List<Found> outermost(List<Found> all) {
    var kept = new ArrayList<Found>();
    for (var one : all) {
      var inside = false;
      for (var other : all)
        if (!other.equals(one)
            && !one.frame().content().equals(other.frame().content())
            && one.frame().content().stream().allMatch(span -> other.frame().holds(span)))
          inside = true;
      if (!inside) kept.add(one);
    }
    return kept;
  }

  private @Nullable Site site(Sentence s, int i) {
    for (var verb : words.verbs(s.get(i))) {
      if (i > 0 && s.get(i).capital() && !s.is(i - 1, "—")) continue;
      if (verb.tense() == Tense.INFINITIVE) {
        var governed = governed(s, i, verb);
        if (governed != null) return governed;
        continue;
      }
      var group = i;
      var polarity = verb.act() == Act.DENY ? Polarity.DENIED : Polarity.ASSERTED;
      var not = i > 0 && words.is("not", s.get(i - 1));
      if (not) {
        group--;
        polarity = verb.takes("negated") ? Polarity.ASSERTED : Polarity.UNSAID;
      } else if (verb.takes("negated")) {
        continue;
      }
      var modality = verb.tense() == Tense.FUTURE ? Modality.HYPOTHETICAL : Modality.ACTUAL;
      for (var k = Math.max(0, i - 2); k <= Math.min(s.size() - 1, i + 2); k++) {
        if (words.is("would", s.get(k))) modality = Modality.HYPOTHETICAL;
        if (words.is("allegedly", s.get(k)) && (k < i || !s.is(i + 1, ",")))
          modality = Modality.RUMOURED;
      }
      return new Site(i, group, verb, polarity, modality);
    }
    return null;
  }

  /// `отказался комментировать`, `не стал говорить`, `может заявить`.
  private @Nullable Site governed(Sentence s, int i, Verb verb) {
    var k = i - 1;
    while (k > 0 && phrases.adverb(s.get(k))) k--;
    if (k < 0) return null;
    var t = s.get(k);
    var not = k > 0 && words.is("not", s.get(k - 1));
    if (words.is("unsaid", t)) {
      var refuses =
          t.lower().startsWith("отказ")
              || t.lower().startsWith("адм")
              || t.lower().startsWith("воздерж");
      if (!refuses && !not) return null;
      return new Site(i, not ? k - 1 : k, like(verb, t), Polarity.UNSAID, Modality.ACTUAL);
    }
    if (words.is("may", t))
      return new Site(
          i,
          not ? k - 1 : k,
          like(verb, t),
          not ? Polarity.UNSAID : Polarity.ASSERTED,
          Modality.HYPOTHETICAL);
    return null;
  }

  /// A verb with the agreement of the one that governs it.
  private static Verb like(Verb verb, Token governor) {
    var w = governor.lower();
    var agreement =
        w.endsWith("сь") || w.endsWith("ся")
            ? w.contains("лас")
                ? Agreement.WOMAN
                : w.contains("лис") || w.contains("ліс") || w.endsWith("ются")
                    ? Agreement.PLURAL
                    : Agreement.MAN
            : w.endsWith("ла")
                ? Agreement.WOMAN
                : w.endsWith("ли")
                        || w.endsWith("лі")
                        || w.endsWith("ут")
                        || w.endsWith("ют")
                        || w.endsWith("ы")
                        || w.endsWith("уць")
                    ? Agreement.PLURAL
                    : w.endsWith("л") || w.endsWith("ў") ? Agreement.MAN : Agreement.SINGULAR;
    return new Verb(verb.lemma(), verb.act(), verb.frames(), verb.tense(), agreement);
  }

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
  private int left(Sentence s, int i) {
    var from = i;
    while (from > 0 && (!boundary(s, from - 1) || named(s, from - 1))) from--;
    return from;
  }

  /// Whether a quotation is a name inside a phrase.
  private boolean named(Sentence s, int i) {
    return i > 0
        && s.quotation(i)
        && s.get(i - 1).word()
        && s.get(i).text().indexOf(',') < 0
        && s.get(i).text().length() < 50;
  }

  private @Nullable Found made(Sentence s, Site site, Set<Span> speech, @Nullable Found last) {
    var verb = site.verb();
    var left = left(s, site.group());
    var speaker = speaker(s, site, left, last);
    var next = site.at() + 1;
    if (speaker != null && speaker.after()) next = Math.max(next, speaker.to());
    var about = adjuncts(s, next, left, site.group());
    next = about.next();
    if (speaker == null && verb.finite() && phrases.end(s, next, s.size(), false) > next) {
      var late = phrases.subjectAfter(s, next, verb);
      if (late != null && about.addressee() != null) {
        speaker = of(s, late.from(), late.to(), Case.NOMINATIVE, true);
        var more = adjuncts(s, late.to(), left, site.group());
        next = more.next();
      }
    }
    var tail = new Content(s, site, speaker, left, next, speech);
    var content = quotedAfter(tail);
    var rule = Rule.QUOTATION_CUE;
    if (content == null) content = quotedBefore(tail);
    if (content == null && verb.takes("clause")) {
      content = clauseAfter(tail);
      rule =
          verb.tense() == Tense.GERUND
              ? Rule.PARTICIPLE
              : verb.tense() == Tense.IMPERSONAL ? Rule.PASSIVE : Rule.CUE_CLAUSE;
    }
    if (content == null && (verb.takes("clause") || verb.takes("quote"))) {
      content = around(tail);
      rule = Rule.CUE_AFTER;
    }
    if (content == null) {
      content = complement(tail);
      rule =
          verb.tense() == Tense.GERUND
              ? Rule.PARTICIPLE
              : verb.takes("inf") && infinitive(s, next) ? Rule.CUE_INFINITIVE : Rule.CUE_OBJECT;
    }
    if (content == null || content.isEmpty()) return null;
    if (verb.tense() == Tense.GERUND && speaker == null) return null;
    var modality = site.modality();
    if (verb.tense() == Tense.IMPERSONAL && speaker == null) modality = Modality.RUMOURED;
    if (verb.tense() != Tense.IMPERSONAL && speaker == null) {
      if (verb.agreement() != Agreement.PLURAL || rule != Rule.CUE_CLAUSE) return null;
      modality = Modality.RUMOURED;
    }
    var act = verb.act();
    if (verb.takes("object") && next < s.size()) {
      for (var k = next; k < Math.min(next + 3, s.size()); k++) {
        var voiced = words.voiced(s.get(k));
        if (voiced != null
            && (verb.lemma().startsWith("выраз")
                || verb.lemma().startsWith("выраж")
                || verb.lemma().startsWith("выказ")
                || verb.lemma().startsWith("высказ"))) act = voiced;
      }
    }
    var frame =
        new Frame(
            List.copyOf(content),
            speaker == null ? null : speaker.span(),
            s.span(site.group(), site.at() + 1),
            new Proposal.Manner(act, site.polarity(), modality),
            about.addressee(),
            about.day(),
            rule);
    return new Found(
        frame, speaker == null ? Case.NOMINATIVE : speaker.grammaticalCase(), verb.agreement());
  }

  private static Speaker of(Sentence s, int from, int to, Case grammaticalCase, boolean after) {
    return new Speaker(s.span(from, to), from, to, grammaticalCase, after, false);
  }

  private @Nullable Speaker speaker(Sentence s, Site site, int left, @Nullable Found last) {
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
  private int overPlaces(Sentence s, int from) {
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

  private int skipped(Sentence s, int from) {
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
  private boolean told(Sentence s, int i) {
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

  private Speaker document(Sentence s, int from, int to, Case grammaticalCase, boolean after) {
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

  private record Adjuncts(int next, @Nullable Span addressee, @Nullable Span day) {}

  /// When and to whom, beside a verb.
  private Adjuncts adjuncts(Sentence s, int from, int left, int group) {
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

  private boolean finite(Token t) {
    var verb = words.verb(t);
    return verb != null && verb.finite();
  }

  private boolean finite(Token t, String frame) {
    var verb = words.verb(t);
    return verb != null && verb.finite() && verb.takes(frame);
  }

  /// Where content is looked for.
  private record Content(
      Sentence s, Site site, @Nullable Speaker speaker, int left, int next, Set<Span> speech) {}

  private @Nullable List<Span> quotedAfter(Content c) {
    var s = c.s();
    if (!c.site().verb().takes("quote") && c.site().verb().act() != Act.STATE) return null;
    for (var i = c.site().at() + 1; i < Math.min(s.size(), c.site().at() + REACH); i++) {
      if (s.quotation(i) && c.speech().contains(s.get(i).span())) return null;
      if (finite(s.get(i))) return null;
      if (!s.is(i, ":")) continue;
      if (!s.quotation(i + 1) || !c.speech().contains(s.get(i + 1).span())) return null;
      var spans = new ArrayList<Span>();
      spans.add(s.get(i + 1).span());
      return spans;
    }
    return null;
  }

  private @Nullable List<Span> quotedBefore(Content c) {
    var s = c.s();
    var verb = c.site().verb();
    if (!verb.takes("quote") || verb.tense() == Tense.GERUND) return null;
    var i = c.left() - 1;
    while (i >= 0 && (s.is(i, ",") || SlavicSentences.dash(s.get(i)))) i--;
    if (i < 0 || !s.quotation(i) || !c.speech().contains(s.get(i).span())) return null;
    if (i == c.left() - 1 && !c.s().get(i).text().isEmpty() && named(s, i)) return null;
    var spans = new ArrayList<Span>();
    spans.add(s.get(i).span());
    for (var k = c.next(); k < s.size(); k++) {
      if (!s.quotation(k) || !c.speech().contains(s.get(k).span())) continue;
      if (k > 0 && SlavicSentences.dash(s.get(k - 1))) spans.add(s.get(k).span());
      break;
    }
    return spans;
  }

  private @Nullable List<Span> clauseAfter(Content c) {
    var s = c.s();
    var comma = c.next();
    while (comma < s.size() && comma < c.next() + REACH && !s.is(comma, ",")) {
      if (s.is(comma, ":") || s.is(comma, ";") || SlavicSentences.dash(s.get(comma))) return null;
      comma++;
    }
    comma = overEnclosed(s, comma);
    if (!that(s, comma + 1)) return null;
    var verb = c.site().verb();
    if (verb.takes("object") || verb.lemma().startsWith("выра")) {
      var noun = phrases.end(s, c.next(), comma, false);
      if (noun > c.next() && !s.get(c.next()).is("то") && comma - c.next() < REACH)
        return List.of(s.span(c.next(), clauseEnd(s, comma + 1, c.site().verb())));
    }
    for (var i = c.site().at() + 1; i < comma; i++) if (finite(s.get(i), "clause")) return null;
    var end = clauseEnd(s, comma + 1, verb);
    return end > comma + 1 ? List.of(s.span(comma + 1, end)) : null;
  }

  /// The comma before a clause, where another pair encloses a few words: `заявил, в частности,
  /// что`.
  private int overEnclosed(Sentence s, int comma) {
    if (comma >= s.size() || that(s, comma + 1)) return comma;
    for (var i = comma + 1; i < Math.min(s.size(), comma + 12); i++)
      if (s.is(i, ",")) return that(s, i + 1) ? i : comma;
      else if (!words.verbs(s.get(i)).isEmpty()) return comma;
    return comma;
  }

  private boolean that(Sentence s, int i) {
    if (i >= s.size() || i < 1) return false;
    if (words.is("that", s.get(i))) return true;
    if (i + 1 < s.size() && words.is("prepositions", s.get(i)) && words.is("that", s.get(i + 1)))
      return true;
    return i + 1 < s.size() && s.is(i + 1, "ли");
  }

  /// A clause that its cue follows or interrupts: `Мост закрыт, сообщил Берг`, `Мост, заявил он,
  /// закрыт`, `Как сообщили в МИД, мост закрыт`.
  private @Nullable List<Span> around(Content c) {
    var s = c.s();
    var speaker = c.speaker();
    var verb = c.site().verb();
    if (!verb.finite() && verb.tense() != Tense.IMPERSONAL) return null;
    var start = c.left();
    var as =
        s.is(start, "как") || s.is(start, "як") || (s.is(start, "о") && s.is(start + 1, "чем"));
    var here = start;
    while (here < c.site().group()
        && (s.is(here, "как")
            || s.is(here, "як")
            || phrases.adverb(s.get(here))
            || words.is("conjunctions", s.get(here)))) here++;
    var own =
        speaker != null && speaker.from() >= start && !speaker.after() && here == speaker.from();
    if (!own && here != c.site().group() && !as) return null;
    if (speaker != null && own && !as && !phrases.pronoun(s.get(speaker.from()))) return null;
    if (speaker != null && speaker.from() < 0 && !as) return null;
    if (speaker != null && speaker.from() >= 0 && speaker.from() < start) return null;
    if (speaker == null && verb.tense() != Tense.IMPERSONAL) return null;
    var right = c.next();
    while (right < s.size()
        && !s.is(right, ",")
        && !s.is(right, ";")
        && !ending(s, right)
        && !SlavicSentences.dash(s.get(right))) right++;
    var spans = new ArrayList<Span>();
    if (start == 0) {
      if (!as || !s.is(right, ",")) return null;
      var end = clauseEnd(s, right + 1, verb);
      if (end > right + 1) spans.add(s.span(right + 1, end));
      return spans;
    }
    if (!s.is(start - 1, ",") && !SlavicSentences.dash(s.get(start - 1))) return null;
    if (that(s, right + 1) && s.is(right, ",")) return null;
    var begin = clauseStart(s, start - 1);
    if (begin < start - 1) spans.add(s.span(begin, start - 1));
    if (s.is(right, ",")
        && right + 1 < s.size()
        && !verbal(s, right + 1)
        && !words.is("and", s.get(right + 1))) {
      var end = clauseEnd(s, right + 1, verb);
      if (end > right + 1) spans.add(s.span(right + 1, end));
    }
    return spans;
  }

  private boolean verbal(Sentence s, int i) {
    var verb = words.verb(s.get(i));
    if (verb != null && verb.tense() == Tense.GERUND) return true;
    return words.is("that", s.get(i));
  }

  private int clauseStart(Sentence s, int before) {
    var start = 0;
    for (var i = 0; i < before; i++) if (s.is(i, ";") || ending(s, i)) start = i + 1;
    while (start < before
        && (words.is("conjunctions", s.get(start))
            && !s.is(start, "если")
            && !s.is(start, "калі")
            && s.get(start).lower().length() < 3)) start++;
    return start;
  }

  private static boolean ending(Sentence s, int i) {
    return s.is(i, ".") || s.is(i, "!") || s.is(i, "?") || s.is(i, "…") || s.is(i, "...");
  }

  /// What stands after a verb as its object, infinitive or with its preposition.
  private @Nullable List<Span> complement(Content c) {
    var s = c.s();
    var next = c.next();
    var verb = c.site().verb();
    if (verb.tense() == Tense.IMPERSONAL) return null;
    if (verb.tense() == Tense.INFINITIVE && c.site().polarity() == Polarity.UNSAID)
      next = c.site().at();
    if (next >= s.size()) return null;
    var t = s.get(next);
    var inf = next == c.site().at() || (verb.takes("inf") && infinitive(s, next));
    var to = words.is("prepositions", t) && verb.takes(preposition(t));
    if (verb.tense() == Tense.GERUND && !(to && (verb.takes("о") || verb.takes("пра"))))
      return null;
    var object =
        (verb.takes("object") || verb.takes("inf"))
            && !to
            && !inf
            && (phrases.end(s, next, s.size(), false) > next
                || words.is("who", t)
                || t.quotation());
    if (inf && refused(verb) && words.verb(s.get(next)) != null) return null;
    if (!inf && !to && !object) return null;
    if (object && !verb.takes("object") && !laterInfinitive(s, next)) return null;
    var end = clauseEnd(s, next, verb);
    if (end <= next) return null;
    var spans = new ArrayList<Span>();
    var fronted = fronted(c);
    if (fronted != null) spans.add(fronted);
    spans.add(s.span(next, end));
    return spans;
  }

  private static boolean refused(Verb verb) {
    return verb.act() == Act.REFUSE && verb.takes("inf");
  }

  private boolean laterInfinitive(Sentence s, int from) {
    for (var i = from; i < Math.min(s.size(), from + 6); i++) {
      if (s.is(i, ",")) return false;
      if (infinitive(s, i)) return true;
    }
    return false;
  }

  /// An object before its verb: `в МИД эти слова назвали выдумкой`.
  private @Nullable Span fronted(Content c) {
    var s = c.s();
    var speaker = c.speaker();
    if (!c.site().verb().takes("object")
        || speaker == null
        || speaker.after()
        || speaker.from() < 0) return null;
    var from = speaker.to();
    while (from < c.site().group() && phrases.adverb(s.get(from))) from++;
    if (from >= c.site().group()) return null;
    var start = from;
    if (words.is("who", s.get(from))) from++;
    var to = phrases.end(s, from, c.site().group(), false);
    return to > from ? s.span(start, to) : null;
  }

  private String preposition(Token t) {
    return switch (t.lower()) {
      case "об", "обо" -> "о";
      case "ко" -> "к";
      case "во" -> "в";
      case "со" -> "с";
      case "ў", "ва" -> "у";
      case "са" -> "з";
      default -> t.lower();
    };
  }

  private boolean infinitive(Sentence s, int i) {
    if (i >= s.size() || !s.get(i).word() || s.get(i).capital()) return false;
    var w = s.get(i).lower();
    if (w.length() < 4 || !words.nouns(w).isEmpty()) return false;
    return words.belarusian()
        ? w.endsWith("ць") || w.endsWith("цца") || (w.endsWith("ці") && w.length() > 5)
        : (w.endsWith("ть") && !w.endsWith("ость") && !w.endsWith("есть"))
            || w.endsWith("ться")
            || w.endsWith("тись")
            || w.endsWith("йти")
            || (w.endsWith("сти") && w.length() > 5 && !w.endsWith("ости"));
  }

  /// Where what is said ends: at the end of the sentence, before another saying of the same or
  /// another speaker, before who reports it.
  private int clauseEnd(Sentence s, int from, Verb verb) {
    var i = from;
    while (i < s.size()) {
      if (s.is(i, ";")) return i;
      if (s.is(i, ",") && i > from && endsAtComma(s, i, verb)) return i;
      if (i > from && words.is("and", s.get(i)) && !s.is(i - 1, ",") && saysNext(s, i + 1, verb))
        return i;
      i++;
    }
    while (i > from && (ending(s, i - 1) || s.is(i - 1, ",") || SlavicSentences.dash(s.get(i - 1))))
      i--;
    return i;
  }

  private boolean endsAtComma(Sentence s, int comma, Verb verb) {
    var i = comma + 1;
    if (i >= s.size()) return false;
    if (SlavicSentences.dash(s.get(i))) i++;
    var and = i < s.size() && words.is("and", s.get(i));
    if (and) i++;
    if (and && saysNext(s, i, verb)) return true;
    while (i < s.size()
        && (phrases.adverb(s.get(i))
            || (words.is("prepositions", s.get(i)) && s.is(i + 1, "этом"))))
      i += words.is("prepositions", s.get(i)) ? 2 : 1;
    if (i >= s.size()) return false;
    for (var other : words.verbs(s.get(i)))
      if (other.tense() == Tense.GERUND && (other.takes("clause") || other.takes("quote")))
        return true;
    if (and) {
      // Another speaker: "…, а Берг заявил, что".
      for (var k = i; k < Math.min(s.size(), i + 8) && !s.is(k, ","); k++)
        if (finite(s.get(k), "quote")) return thatSoon(s, k);
      return false;
    }
    var as = s.is(i, "как") || s.is(i, "як");
    if (as) i++;
    if (i >= s.size()) return false;
    var other = words.verb(s.get(i));
    if (other != null
        && other.takes("quote")
        && (other.finite() || other.tense() == Tense.IMPERSONAL)) {
      var subject = phrases.subjectAfter(s, skipped(s, i + 1), other);
      var placed =
          s.size() > i + 1
              && words.is("in", s.get(i + 1))
              && other.agreement() != Agreement.MAN
              && other.agreement() != Agreement.WOMAN;
      return (subject != null || placed) && !thatSoon(s, i);
    }
    return false;
  }

  private boolean thatSoon(Sentence s, int verbAt) {
    for (var k = verbAt + 1; k < Math.min(s.size(), verbAt + 12); k++)
      if (s.is(k, ",") || s.is(k, ":")) return s.is(k, ":") || that(s, k + 1);
    return false;
  }

  /// Whether the same speaker goes on: `и добавил`.
  private boolean saysNext(Sentence s, int from, Verb verb) {
    var i = from;
    while (i < s.size()
        && (phrases.adverb(s.get(i)) || words.is("not", s.get(i)) || words.is("and", s.get(i))))
      i++;
    if (i >= s.size()) return false;
    for (var other : words.verbs(s.get(i)))
      if (other.finite()
          && other.tense() == verb.tense()
          && (other.agreement() == verb.agreement() || verb.agreement() == Agreement.NONE))
        return true;
    return false;
  }

  /// `по словам Берга, мост закрыт`.
  private @Nullable Found source(Sentence s, int i, boolean cued) {
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
        var document = document(s, from, to, Case.DATIVE, true);
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
    while (stop > after && ending(s, stop - 1)) stop--;
    var head = i;
    while (head > 0
        && ((words.is("conjunctions", s.get(head - 1)) && s.get(head - 1).lower().length() < 3)
            || phrases.adverb(s.get(head - 1)))) head--;
    var next = after;
    if (s.is(next, ",")) next++;
    if (head > 0) {
      var begin = clauseStart(s, i);
      var end = i;
      while (end > begin && (s.is(end - 1, ",") || SlavicSentences.dash(s.get(end - 1)))) end--;
      if (begin < end) spans.add(s.span(begin, end));
    }
    if (next < stop) {
      var verbless = new Verb("", Act.STATE, Set.of(), Tense.PAST, Agreement.NONE);
      var end = Math.min(stop, clauseEnd(s, next, verbless));
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
