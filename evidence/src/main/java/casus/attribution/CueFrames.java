package casus.attribution;

import casus.attribution.Clauses.Phrase;
import casus.attribution.CueSites.Site;
import casus.attribution.Cues.Inflection;
import casus.attribution.Cues.Verb;
import casus.attribution.VerbGroup.Voice;
import casus.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is said beside a verb of saying, thinking, wanting or showing: the rules around it, one
/// sentence at a time.
final class CueFrames {
  private final Cues cues;
  private final Clauses clauses;
  private final CueSites sites;
  private final Extents extents;

  CueFrames(Cues cues, Clauses clauses, CueSites sites, Extents extents) {
    this.cues = cues;
    this.clauses = clauses;
    this.sites = sites;
    this.extents = extents;
  }

  List<Frame> of(Sentence s) {
    var found = sites.of(s);
    var frames = new ArrayList<Frame>();
    for (var i = 0; i < found.size(); i++) {
      var frame = frame(s, found, i);
      if (frame != null) frames.add(frame);
    }
    return frames;
  }

  private @Nullable Frame frame(Sentence s, List<Site> sites, int which) {
    var site = sites.get(which);
    var group = site.group();
    var verb = group.verb();
    var fronted = fronted(s, site);
    if (fronted != null) return fronted;
    if (group.voice() == Voice.PASSIVE) return passive(s, sites, which);
    if (site.inverted()) return after(s, site);
    var c = group.head() + 1;
    if (c < s.size() && s.get(c).word() && verb.particle(s.get(c).lower())) c++;
    var limit = limit(s, sites, which, c);
    var back = site.shared() ? null : clauseAfter(s, site, c);
    if (back != null) return back;
    @Nullable Phrase addressee = null;
    var start = c;
    if (verb.takes("told")
        && start < s.size()
        && !s.is(start, "that")
        && !s.is(start, ":")
        && !s.is(start, ",")) {
      var end = clauses.nounPhraseEnd(s, start);
      if (end > start) {
        addressee = new Phrase(start, end);
        start = end;
      }
    }
    if (verb.takes("quote") && s.is(start, "to") && start + 1 < s.size()) {
      var end = clauses.nounPhraseEnd(s, start + 1);
      if (end > start + 1 && (s.is(end, "that") || s.is(end, ":") || s.is(end, ","))) {
        addressee = new Phrase(start + 1, end);
        start = end;
      }
    }
    var rest = content(s, verb, start, limit);
    if (rest == null || rest.from() >= rest.to() || takenBack(s, group, rest.from())) return null;
    rest = trimmed(s, verb, rest);
    var rule = group.voice() == Voice.GERUND ? Rule.PARTICIPLE : rest.rule();
    return make(
        s,
        site,
        List.of(s.span(rest.from(), rest.to())),
        rule,
        addressee,
        group.head() + 1,
        rest.from());
  }

  /// `As Berg noted, …`, `As reported by Reuters, …`: what follows the comma.
  private @Nullable Frame fronted(Sentence s, Site site) {
    var group = site.group();
    var subject = site.subject();
    if (subject == null || group.voice() == Voice.GERUND) return null;
    var as = site.from() - 1;
    var opens = as == 0 || (as == 1 && Words.COORDINATORS.contains(s.get(0).lower()));
    if (!opens || !s.is(as, "as")) return null;
    var behind = group.voice() == Voice.PASSIVE ? subject.to() : group.head() + 1;
    var comma = clauses.adverbialEnd(s, behind);
    if (s.is(comma, "it") && s.is(comma + 1, ",")) comma++;
    if (!s.is(comma, ",")) return null;
    var to = Extents.closed(s, comma + 1);
    if (to <= comma + 1) return null;
    return make(
        s, site, List.of(s.span(comma + 1, to)), Rule.CUE_AFTER, null, group.head() + 1, comma);
  }

  /// `declined to say`: the saying is what counts, and it has a frame of its own.
  private boolean takenBack(Sentence s, VerbGroup group, int from) {
    if (!Words.REFUSING_VERBS.contains(s.get(group.head()).lower()) || !s.is(from, "to"))
      return false;
    var next = from + 1 < s.size() ? cues.verb(s.get(from + 1)) : null;
    return next != null && next.takes("quote");
  }

  private record Content(int from, int to, Rule rule) {}

  /// What is spoken of ends where the sentence goes on about the saying: `condemned the attack |
  /// during a visit`.
  private Content trimmed(Sentence s, Verb verb, Content content) {
    var from = content.from();
    if (s.quotation(from)) return content;
    var object =
        content.rule() == Rule.CUE_OBJECT
            || (content.rule() == Rule.CUE_CLAUSE
                && verb.takes("object")
                && !clausal(s, from, content.to()));
    if (!object) return content;
    var to = extents.objectEnd(s, from, content.to(), verb.takes("asked"));
    return new Content(from, to, Rule.CUE_OBJECT);
  }

  private boolean clausal(Sentence s, int from, int to) {
    if (s.is(from, ":") || Words.SUBORDINATORS.contains(s.get(from).lower())) return true;
    for (var i = from + 1; i < to; i++) {
      var t = s.get(i);
      if (t.is(",") || Words.SUBORDINATORS.contains(t.lower())) return false;
      if (cues.finite(t) && Words.noun(s.get(i - 1))) return true;
      if (Words.auxiliary(t)) return true;
    }
    return false;
  }

  /// What follows the verb, as far as its frames allow it.
  private @Nullable Content content(Sentence s, Verb verb, int start, int limit) {
    if (start >= limit) return null;
    var i = start;
    if (verb.takes("clause") || verb.takes("quote") || verb.takes("that")) {
      var skip = clauses.adverbialEnd(s, i);
      if (skip > i && skip < limit) {
        var next = s.get(skip);
        var bare = Words.DAYS.contains(s.get(i).lower()) || Words.adverb(s.get(i));
        if (next.is("that")
            || next.is(":")
            || next.quotation()
            || (next.is(",") && s.quotation(skip + 1))) i = skip;
        else if (bare && !Words.PREPOSITIONS.contains(s.get(i).lower())) i = skip;
      }
      if (s.is(i, ",")) {
        if (s.quotation(i + 1)) return new Content(i + 1, limit, Rule.QUOTATION_CUE);
        // "said, in a letter, that": what stands between two commas is passed over
        var close = i + 1;
        while (close < limit && !s.is(close, ",") && close - i < 25) close++;
        if (close + 1 < limit
            && s.is(close, ",")
            && (s.quotation(close + 1) || s.is(close + 1, "that"))) i = close + 1;
        else return null;
      }
      if (i < limit && ShallowClauses.dash(s.get(i))) {
        var close = i + 1;
        while (close < limit && !ShallowClauses.dash(s.get(close)) && close - i < 25) close++;
        if (close + 1 < limit && s.is(close + 1, "that")) i = close + 1;
      }
      if (i >= limit) return null;
      if (s.is(i, ":"))
        return i + 1 < s.size()
            ? new Content(
                i + 1,
                s.quotation(i + 1) ? quotationsEnd(s, i + 1) : limit,
                s.quotation(i + 1) ? Rule.QUOTATION_CUE : Rule.CUE_CLAUSE)
            : null;
      var t = s.get(i);
      if (t.quotation()) return new Content(i, limit, Rule.QUOTATION_CUE);
      if (t.is("that")
          || t.is("whether")
          || t.is("how")
          || t.is("why")
          || t.is("if")
          || t.is("what")
          || t.is("where")
          || t.is("who")
          || (t.is("when") && !verb.takes("object"))) return new Content(i, limit, Rule.CUE_CLAUSE);
      if (verb.takes("clause") && clauseStart(t)) return new Content(i, limit, Rule.CUE_CLAUSE);
    }
    var t = s.get(start);
    if (verb.takes("inf") && (t.is("to") || (t.is("not") && s.is(start + 1, "to"))))
      return new Content(start, limit, Rule.CUE_INFINITIVE);
    if (t.word()
        && Words.PREPOSITIONS.contains(t.lower())
        && verb.takes(t.lower())
        && start + 1 < limit) return new Content(start + 1, limit, Rule.CUE_OBJECT);
    if ((verb.takes("object") || verb.takes("asked")) && clauseStart(t))
      return new Content(start, limit, Rule.CUE_OBJECT);
    return null;
  }

  private static int quotationsEnd(Sentence s, int from) {
    var i = from;
    while (s.quotation(i)) i++;
    return i;
  }

  private static boolean clauseStart(Token t) {
    if (t.quotation() || t.kind() == Token.Kind.NUMBER || t.is("$")) return true;
    if (!t.word()) return false;
    var w = t.lower();
    return !(Words.PREPOSITIONS.contains(w) && !w.equals("about"))
        && !Words.COORDINATORS.contains(w)
        && !Words.auxiliary(t)
        && !w.equals("'s")
        && !w.equals("as")
        && !w.equals("when")
        && !w.equals("while")
        && !w.equals("after")
        && !w.equals("before")
        && !w.equals("because")
        && !w.equals("than")
        && !Words.DAYS.contains(w);
  }

  /// Where the content of a cue must end: before the next clause that has a cue of its own beside
  /// it, and before what the author adds.
  private int limit(Sentence s, List<Site> sites, int which, int from) {
    var end = Extents.closed(s, from);
    for (var j = 0; j < sites.size(); j++) {
      if (j == which) continue;
      var other = sites.get(j);
      var at = other.from() <= from ? other.group().from() : other.from();
      if (other.inverted()) at = other.group().from();
      if (at <= from || at >= end || at == 0) continue;
      if (other.subject() != null && !other.shared() && relative(s, other.subject())) continue;
      // "said he held no dinners and never called a donor": one clause, unless it speaks again
      if (other.shared()
          && !s.is(at - 1, ",")
          && !s.is(at - 2, ",")
          && !other.group().verb().takes("quote")) continue;
      var quotation = s.quotation(at - 1) ? at - 1 : at - 2;
      if (!other.shared()
          && s.quotation(quotation)
          && quotation > from
          && (s.is(quotation - 1, ":") || s.is(quotation - 1, ","))) end = quotation - 1;
      var before = s.get(at - 1);
      if (Words.COORDINATORS.contains(before.lower())
          || before.is(",")
          || before.is("while")
          || before.is("as")
          || before.is("after")
          || before.is("although")
          || before.is("though")) {
        end = at - 1;
        while (end > from
            && (s.is(end - 1, ",") || Words.COORDINATORS.contains(s.get(end - 1).lower()))) end--;
      }
    }
    return Extents.clauseEnd(s, from, end);
  }

  /// The content before a cue whose verb nothing follows: `…, Smith said on Monday.`
  private @Nullable Frame clauseAfter(Sentence s, Site site, int c) {
    var verb = site.group().verb();
    if (!(verb.takes("quote") || verb.takes("clause") || verb.takes("that"))
        || site.subject() == null
        || relative(s, site.subject())) return null;
    var before = site.from() - 1;
    if (before < 0) return null;
    var asBefore = s.is(before, "as") && before > 0;
    if (asBefore) before--;
    var opened = s.quotation(before) || s.is(before, ",") || ShallowClauses.dash(s.get(before));
    if (!opened) return null;
    var end = clauses.adverbialEnd(s, c);
    if (verb.takes("told") && end == c) end = clauses.adverbialEnd(s, clauses.nounPhraseEnd(s, c));
    var quoted = s.quotation(before) || (s.quotation(before - 1) && s.is(before, ","));
    var done =
        quoted
            ? !s.quotation(end) && !s.is(end, ":") && !s.is(end, "that") && !s.is(c, "that")
            : end >= s.size()
                || (!s.get(end).word()
                    && !s.quotation(end)
                    && !s.is(end, ":")
                    && !(s.is(end, ",") && s.quotation(end + 1)));
    if (!done || asks(s)) return null;
    return behind(s, site, before, end);
  }

  /// `Asked about the border, Berg declined to comment`: the question is not what is said.
  private static boolean asks(Sentence s) {
    var first = s.is(0, "when") ? 1 : 0;
    return s.is(first, "asked") || s.is(first, "pressed") || s.is(first, "questioned");
  }

  private static boolean relative(Sentence s, Phrase subject) {
    return subject.to() == subject.from() + 1
        && (s.is(subject.from(), "who")
            || s.is(subject.from(), "which")
            || s.is(subject.from(), "that"));
  }

  private @Nullable Frame after(Sentence s, Site site) {
    var before = site.group().from() - 1;
    return behind(
        s, site, before, site.subject() == null ? site.group().head() + 1 : site.subject().to());
  }

  /// A frame whose content stands before its cue, and goes on behind it where a quotation does.
  private @Nullable Frame behind(Sentence s, Site site, int mark, int end) {
    var to = s.is(mark, ",") || ShallowClauses.dash(s.get(mark)) ? mark : mark + 1;
    var from = contentStart(s, to);
    if (from >= to) return null;
    var spans = new ArrayList<Span>();
    spans.add(s.span(from, to));
    var next = end;
    var quoted = s.quotation(to - 1);
    if (quoted) {
      while (next < s.size() && !s.quotation(next) && !s.is(next, ";")) next++;
      if (s.quotation(next)
          && next > 0
          && (s.is(next - 1, ",") || s.is(next - 1, ":") || s.is(next - 1, "."))
          && !cueBetween(s, end, next)) spans.add(s.span(next, next + 1));
    } else if (s.is(end, ",") && end + 2 < s.size() && goesOn(s, end + 1)) {
      var stop = s.size();
      while (stop > end + 1 && Extents.closing(s.get(stop - 1))) stop--;
      if (stop > end + 1) spans.add(s.span(end + 1, stop));
    }
    var rule = quoted ? Rule.QUOTATION_CUE : Rule.CUE_AFTER;
    return make(s, site, spans, rule, addressee(s, site), site.group().head() + 1, end);
  }

  private @Nullable Phrase addressee(Sentence s, Site site) {
    var c = site.group().head() + 1;
    if (site.inverted() || !site.group().verb().takes("told") || c >= s.size() || !s.get(c).word())
      return null;
    var end = clauses.nounPhraseEnd(s, c);
    return end > c ? new Phrase(c, end) : null;
  }

  private boolean cueBetween(Sentence s, int from, int to) {
    for (var i = from; i < to; i++) {
      var verb = cues.verb(s.get(i));
      if (verb != null
          && verb.takes("quote")
          && !verb.may(Inflection.GERUND)
          && i > 0
          && Words.noun(s.get(i - 1))) return true;
    }
    return false;
  }

  /// Whether what follows an inserted `, he said,` belongs to the inserted-into clause.
  private boolean goesOn(Sentence s, int i) {
    var t = s.get(i);
    if (!t.word() && t.kind() != Token.Kind.NUMBER) return false;
    var w = t.lower();
    return !(w.endsWith("ing") && w.length() > 4)
        && !w.equals("while")
        && !w.equals("although")
        && !w.equals("though")
        && !w.equals("who")
        && !w.equals("which")
        && !w.equals("referring")
        && !w.equals("as")
        && !w.equals("when")
        && !w.equals("after");
  }

  private int contentStart(Sentence s, int to) {
    if (s.quotation(to - 1)) {
      var i = to - 1;
      while (i > 0 && s.quotation(i - 1)) i--;
      if (i == 0) return 0;
      var first = i;
      for (var k = 0; k < i; k++) if (s.is(k, ":")) first = k + 1;
      return first < i ? first : startOfClause(s, i);
    }
    return startOfClause(s, to - 1);
  }

  private int startOfClause(Sentence s, int to) {
    var i = 0;
    for (var k = 0; k < to; k++) if (s.is(k, ";") || s.is(k, ":")) i = k + 1;
    while (i < to && Words.COORDINATORS.contains(s.get(i).lower())) i++;
    return i;
  }

  private @Nullable Frame passive(Sentence s, List<Site> sites, int which) {
    var site = sites.get(which);
    var verb = site.group().verb();
    var c = site.group().head() + 1;
    var limit = limit(s, sites, which, c);
    if (c >= limit) return null;
    var t = s.get(c);
    if (site.subject() != null) {
      var from = startOfClause(s, site.group().from());
      var to = site.group().from();
      var words = clauses.subject(s, to);
      if (words != null) from = words.from();
      if (from >= to) return null;
      var spans = new ArrayList<Span>();
      spans.add(s.span(from, to));
      var by = site.subject().from() - 1;
      if (t.word() && (verb.takes(t.lower()) || verb.takes("asked")) && by > c && !t.is("by"))
        spans.add(s.span(c, by));
      return make(s, site, List.copyOf(spans), Rule.PASSIVE, null, c, c);
    }
    var asked = verb.act() == Act.ASK && question(t);
    if (asked) {
      var from = t.is("about") ? c + 1 : c;
      var to = from;
      while (to < limit && !s.is(to, ",")) to++;
      return from < to ? make(s, site, List.of(s.span(from, to)), Rule.PASSIVE, null, c, c) : null;
    }
    var clausal = t.is("that") && (verb.takes("clause") || verb.takes("that"));
    var inf = t.is("to") && (verb.takes("inf") || verb.takes("clause")) && verb.act() != Act.WANT;
    var accused = t.is("of") && verb.act() == Act.ACCUSE;
    if (!(clausal || inf || accused)) return null;
    var spans = new ArrayList<Span>();
    var subject = clauses.subject(s, site.group().from());
    if (!clausal && subject != null) spans.add(s.span(subject.from(), subject.to()));
    spans.add(s.span(c, limit));
    return make(s, site, spans, Rule.PASSIVE, null, c, c);
  }

  private static boolean question(Token t) {
    return switch (t.lower()) {
      case "whether", "if", "about", "how", "why", "what", "who", "which", "where", "when" -> true;
      default -> false;
    };
  }

  private Frame make(
      Sentence s,
      Site site,
      List<Span> content,
      Rule rule,
      @Nullable Phrase addressee,
      int head,
      int end) {
    var group = site.group();
    var subject = site.subject();
    var act = group.verb().act();
    var polarity =
        group.unsaid() ? Polarity.UNSAID : act == Act.DENY ? Polarity.DENIED : Polarity.ASSERTED;
    var rumoured = (group.voice() == Voice.PASSIVE && subject == null) || reportedly(s, group);
    var modality =
        rumoured
            ? Modality.RUMOURED
            : group.hypothetical() || supposed(s, site.from())
                ? Modality.HYPOTHETICAL
                : Modality.ACTUAL;
    return new Frame(
        content,
        subject == null ? null : s.span(subject.from(), subject.to()),
        s.span(group.from(), group.head() + 1),
        new Proposal.Manner(act, polarity, modality),
        addressee == null ? null : s.span(addressee.from(), addressee.to()),
        day(s, head, Math.min(s.size(), Math.max(end, head) + 4)),
        rule);
  }

  private static boolean supposed(Sentence s, int from) {
    return from > 0
        && (s.is(from - 1, "if") || s.is(from - 1, "unless") || s.is(from - 1, "whether"));
  }

  private static boolean reportedly(Sentence s, VerbGroup group) {
    for (var i = Math.max(0, group.from() - 1); i < group.head(); i++)
      if (s.is(i, "reportedly") || s.is(i, "allegedly") || s.is(i, "supposedly")) return true;
    return false;
  }

  private static @Nullable Span day(Sentence s, int from, int to) {
    for (var i = from; i < to; i++) {
      if (s.quotation(i)) return null;
      if (!Words.DAYS.contains(s.get(i).lower()) || s.is(i, "may")) continue;
      var end = i + 1;
      while (end < s.size()
          && (s.get(end).kind() == Token.Kind.NUMBER
              || (s.is(end, ",")
                  && end + 1 < s.size()
                  && s.get(end + 1).kind() == Token.Kind.NUMBER))) end++;
      return s.span(i, end);
    }
    return null;
  }
}
