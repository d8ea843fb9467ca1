package casus.attribution;

import casus.attribution.Declension.Case;
import casus.attribution.SlavicContents.Content;
import casus.attribution.SlavicSubjects.Site;
import casus.attribution.SlavicWords.Agreement;
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
  private final SlavicWords words;
  private final SlavicPhrases phrases;
  private final SlavicSubjects subjects;
  private final SlavicContents contents;
  private final SlavicSources sources;

  SlavicCues(SlavicWords words, SlavicPhrases phrases, SlavicSubjects subjects) {
    this.words = words;
    this.phrases = phrases;
    this.subjects = subjects;
    this.contents = new SlavicContents(words, phrases, subjects);
    this.sources = new SlavicSources(words, phrases, subjects, contents);
  }

  /// An attribution, and what its words say of its speaker.
  ///
  /// @param speakerCase the case in which the speaker is mentioned
  record Found(Frame frame, Case speakerCase, Agreement agreement) {
    Found with(Frame other) {
      return new Found(other, speakerCase, agreement);
    }
  }

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
      var made = sources.source(s, i, !found.isEmpty());
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

  private @Nullable Found made(Sentence s, Site site, Set<Span> speech, @Nullable Found last) {
    var verb = site.verb();
    var left = subjects.left(s, site.group());
    var speaker = subjects.speaker(s, site, left, last);
    var next = site.at() + 1;
    if (speaker != null && speaker.after()) next = Math.max(next, speaker.to());
    var about = subjects.adjuncts(s, next, left, site.group());
    next = about.next();
    if (speaker == null && verb.finite() && phrases.end(s, next, s.size(), false) > next) {
      var late = phrases.subjectAfter(s, next, verb);
      if (late != null && about.addressee() != null) {
        speaker = SlavicSubjects.of(s, late.from(), late.to(), Case.NOMINATIVE, true);
        var more = subjects.adjuncts(s, late.to(), left, site.group());
        next = more.next();
      }
    }
    var tail = new Content(s, site, speaker, left, next, speech);
    var content = contents.quotedAfter(tail);
    var rule = Rule.QUOTATION_CUE;
    if (content == null) content = contents.quotedBefore(tail);
    if (content == null && verb.takes("clause")) {
      content = contents.clauseAfter(tail);
      rule =
          verb.tense() == Tense.GERUND
              ? Rule.PARTICIPLE
              : verb.tense() == Tense.IMPERSONAL ? Rule.PASSIVE : Rule.CUE_CLAUSE;
    }
    if (content == null && (verb.takes("clause") || verb.takes("quote"))) {
      content = contents.around(tail);
      rule = Rule.CUE_AFTER;
    }
    if (content == null) {
      content = contents.complement(tail);
      rule =
          verb.tense() == Tense.GERUND
              ? Rule.PARTICIPLE
              : verb.takes("inf") && contents.infinitive(s, next)
                  ? Rule.CUE_INFINITIVE
                  : Rule.CUE_OBJECT;
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
}
