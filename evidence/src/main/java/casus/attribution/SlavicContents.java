package casus.attribution;

import casus.attribution.SlavicSubjects.Site;
import casus.attribution.SlavicSubjects.Speaker;
import casus.attribution.SlavicWords.Agreement;
import casus.attribution.SlavicWords.Tense;
import casus.attribution.SlavicWords.Verb;
import casus.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is said, as far as a verb of reporting and its sentence tell: speech beside it, a clause
/// after or around it, its object.
final class SlavicContents {
  /// How far from its verb the comma before a clause may stand.
  private static final int REACH = 25;

  private final SlavicWords words;
  private final SlavicPhrases phrases;
  private final SlavicSubjects subjects;

  SlavicContents(SlavicWords words, SlavicPhrases phrases, SlavicSubjects subjects) {
    this.words = words;
    this.phrases = phrases;
    this.subjects = subjects;
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
  record Content(
      Sentence s, Site site, @Nullable Speaker speaker, int left, int next, Set<Span> speech) {}

  @Nullable List<Span> quotedAfter(Content c) {
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

  @Nullable List<Span> quotedBefore(Content c) {
    var s = c.s();
    var verb = c.site().verb();
    if (!verb.takes("quote") || verb.tense() == Tense.GERUND) return null;
    var i = c.left() - 1;
    while (i >= 0 && (s.is(i, ",") || SlavicSentences.dash(s.get(i)))) i--;
    if (i < 0 || !s.quotation(i) || !c.speech().contains(s.get(i).span())) return null;
    if (i == c.left() - 1 && !c.s().get(i).text().isEmpty() && subjects.named(s, i)) return null;
    var spans = new ArrayList<Span>();
    spans.add(s.get(i).span());
    for (var k = c.next(); k < s.size(); k++) {
      if (!s.quotation(k) || !c.speech().contains(s.get(k).span())) continue;
      if (k > 0 && SlavicSentences.dash(s.get(k - 1))) spans.add(s.get(k).span());
      break;
    }
    return spans;
  }

  @Nullable List<Span> clauseAfter(Content c) {
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
  @Nullable List<Span> around(Content c) {
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

  int clauseStart(Sentence s, int before) {
    var start = 0;
    for (var i = 0; i < before; i++) if (s.is(i, ";") || ending(s, i)) start = i + 1;
    while (start < before
        && (words.is("conjunctions", s.get(start))
            && !s.is(start, "если")
            && !s.is(start, "калі")
            && s.get(start).lower().length() < 3)) start++;
    return start;
  }

  static boolean ending(Sentence s, int i) {
    return s.is(i, ".") || s.is(i, "!") || s.is(i, "?") || s.is(i, "…") || s.is(i, "...");
  }

  /// What stands after a verb as its object, infinitive or with its preposition.
  @Nullable List<Span> complement(Content c) {
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

  boolean infinitive(Sentence s, int i) {
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
  int clauseEnd(Sentence s, int from, Verb verb) {
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
      var subject = phrases.subjectAfter(s, subjects.skipped(s, i + 1), other);
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
}
