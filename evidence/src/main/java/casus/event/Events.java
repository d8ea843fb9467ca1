package casus.event;

import casus.event.Event.Actor;
import casus.event.Verbs.Form;
import casus.event.Verbs.Inflection;
import casus.mention.Day;
import casus.mention.Mention;
import casus.mention.Mentions;
import casus.mention.Passage;
import casus.mention.Phrases;
import casus.mention.Sentence;
import casus.mention.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds the events that an English text reports: the main verbs of its clauses, and the actors
/// before and behind them. The same text gives the same events, and the time grows with its length.
public final class Events {
  private static final Set<String> BE =
      Set.of("is", "are", "was", "were", "be", "been", "being", "am", "'s");
  private static final Set<String> WILL = Set.of("will", "would", "shall", "'ll", "'d");
  private static final Set<String> OUGHT = Set.of("should", "must");
  private static final Set<String> MAY = Set.of("may", "might", "could", "can");
  private static final Set<String> HELPERS = Set.of("has", "have", "had", "do", "does", "did");
  private static final Set<String> NEGATIONS = Set.of("not", "never", "n't", "no");
  private static final Set<String> DETERMINERS =
      Set.of(
          "the", "a", "an", "its", "his", "her", "their", "this", "that", "these", "those", "any",
          "some", "every", "no", "our", "all", "such");
  private static final Set<String> PREPOSITIONS =
      Set.of(
          "of", "in", "on", "at", "by", "for", "with", "from", "into", "about", "against",
          "between", "under", "over", "during", "without", "through", "near", "across", "amid",
          "despite");
  private static final Set<String> TOWARDS = Set.of("to", "against", "with", "on", "from", "for");
  private static final Set<String> PRONOUNS = Set.of("it", "he", "she", "they", "we", "i", "who");
  private static final Set<String> INTENTS =
      Set.of(
          "going",
          "due",
          "set",
          "scheduled",
          "expected",
          "prepared",
          "preparing",
          "ready",
          "poised",
          "planning",
          "plans",
          "intends",
          "about",
          "likely",
          "determined",
          "willing",
          "hopes");
  private static final Set<String> BEGUN =
      Set.of("began", "begun", "started", "continued", "managed", "helped", "forced", "used");
  private static final Set<String> REPORTS =
      Set.of("said", "says", "say", "that", "reported", "announced", "announcing", "saying");
  private static final Set<String> SUBORDINATORS =
      Set.of(
          "after",
          "before",
          "when",
          "while",
          "because",
          "since",
          "until",
          "although",
          "though",
          "if");

  private final Verbs verbs = new Verbs();
  private final Vocabulary words = Vocabulary.english();
  private final Actors actors = new Actors(words, verbs);
  private final Mentions mentions = new Mentions(words);
  private final Phrases contexts = table("contexts.txt");
  private final Phrases nouns = table("nouns.txt");

  private static Phrases table(String name) {
    try (var stream = Events.class.getResourceAsStream(name)) {
      if (stream == null) throw new IllegalStateException(name + " is not in the jar");
      return Phrases.read(stream);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// A verb that reports something, with its auxiliaries.
  private record Group(
      int from, int head, Form form, boolean passive, boolean negated, Mood mood) {}

  private enum Mood {
    FACT,
    WILL,
    OUGHT,
    MAY
  }

  /// The events of a text, in its order.
  ///
  /// @param published the day that `on Monday` counts from; null if it is not known
  public List<Event> of(String text, @Nullable LocalDate published) {
    var days = new ArrayList<Day>();
    for (Mention mention : mentions.of(text, published))
      if (mention instanceof Day day) days.add(day);
    var events = new ArrayList<Event>();
    var first = 0;
    for (var sentence : Sentence.of(text, words)) {
      var end = sentence.at(sentence.size() - 1).end();
      var last = first;
      while (last < days.size() && days.get(last).passage().span().start() < end) last++;
      sentence(sentence, text, days.subList(first, last), events);
      first = last;
    }
    return List.copyOf(events);
  }

  private void sentence(Sentence s, String text, List<Day> days, Collection<Event> events) {
    var named = actors.of(s, text);
    var settings = settings(s);
    var already = events.size();
    var free = 0;
    var clause = 0;
    for (var i = 0; i < s.size(); i++) {
      if (i < free) continue;
      var group = group(s, i);
      if (group == null) continue;
      var pattern = verbs.pattern(s, i, group.form(), group.passive());
      if (pattern == null) continue;
      var type = meant(pattern.type(), group);
      if (type == null) continue;
      var end = clauseEnd(s, i + 1);
      var before = subjects(named, s, clause, group.from());
      var after = objects(named, s, i + 1, end);
      var sources = group.passive() ? byPhrase(named, s, i + 1, end) : before;
      var targets = group.passive() ? before : without(after, sources);
      events.add(
          new Event(
              Passage.of(text, s.span(group.from(), i + 1)),
              type,
              pattern.mode(),
              settings,
              sources,
              targets,
              nearest(days, s.at(i).start()),
              sources.isEmpty() ? 0.4 : pattern.nouns().isEmpty() ? 0.6 : 0.7));
      clause = end;
      free = end;
    }
    if (events.size() == already) noun(s, text, named, settings, days, events);
  }

  /// `the Turkish attack on rebels`, `clashes between soldiers and rebels`: the first noun that
  /// reports something, in a sentence without a verb that does.
  private void noun(
      Sentence s,
      String text,
      List<Actors.Found> named,
      Set<String> settings,
      List<Day> days,
      Collection<Event> events) {
    for (var i = 0; i < s.size(); i++) {
      var hit = nouns.at(s, i);
      // "did not attack" is a verb
      if (hit == null || (i > 0 && auxiliary(s.at(i - 1).lower()))) continue;
      var by = byPhrase(named, s, hit.end(), s.size());
      var between = s.is(hit.end(), "between") || s.is(hit.end() - 1, "between");
      var behind = phrase(named, s, hit.end(), s.size());
      var before = subjects(named, s, 0, i);
      var sources = !by.isEmpty() ? by : between ? behind : before;
      if (sources.isEmpty() && behind.isEmpty()) continue;
      events.add(
          new Event(
              Passage.of(text, s.span(i, hit.end())),
              EventType.valueOf(hit.value()),
              null,
              settings,
              sources,
              between || !by.isEmpty() ? without(before, sources) : without(behind, sources),
              nearest(days, s.at(i).start()),
              0.3));
      return;
    }
  }

  private Set<String> settings(Sentence s) {
    var found = new TreeSet<String>();
    for (var i = 0; i < s.size(); i++) {
      var hit = contexts.at(s, i);
      if (hit != null) found.add(hit.value());
    }
    return found;
  }

  private static @Nullable Day nearest(List<Day> days, int place) {
    @Nullable Day best = null;
    for (var day : days)
      if (best == null
          || Math.abs(day.passage().span().start() - place)
              < Math.abs(best.passage().span().start() - place)) best = day;
    return best;
  }

  /// What is done only in words is another event: `will attack` threatens, `will not leave`
  /// refuses.
  private static @Nullable EventType meant(EventType type, Group group) {
    if (group.negated())
      return group.mood() == Mood.FACT && !group.form().lemma().equals("be")
          ? null
          : EventType.REJECT;
    return switch (group.mood()) {
      case FACT -> type;
      case WILL ->
          type.hostile()
              ? EventType.THREATEN
              : type.compareTo(EventType.RETREAT) <= 0 ? EventType.AGREE : type;
      case OUGHT -> type.compareTo(EventType.REQUEST) < 0 ? EventType.REQUEST : type;
      case MAY -> type.hostile() ? EventType.THREATEN : type;
    };
  }

  // --- verbs

  private @Nullable Group group(Sentence s, int head) {
    var t = s.at(head);
    var form = t.word() && !(t.capital() && head > 0) ? verbs.form(t.lower()) : null;
    if (form == null) return null;
    var i = head;
    var be = false;
    var helped = false;
    var negated = false;
    var to = false;
    var mood = Mood.FACT;
    while (i > 0) {
      var before = s.at(i - 1);
      var w = before.lower();
      if (NEGATIONS.contains(w)) negated = true;
      else if (BE.contains(w)) be = true;
      else if (WILL.contains(w)) mood = Mood.WILL;
      else if (OUGHT.contains(w)) mood = Mood.OUGHT;
      else if (MAY.contains(w)) mood = Mood.MAY;
      else if (HELPERS.contains(w)) helped = true;
      else if (w.equals("to") && i == head && form.may(Inflection.BASE)) to = true;
      else if (to && INTENTS.contains(w)) mood = Mood.WILL;
      else if (!w.endsWith("ly") && !w.equals("also")) break;
      i--;
    }
    if (to && be) mood = Mood.WILL;
    if (to && mood == Mood.FACT && !BEGUN.contains(s.at(i - 1).lower())) return null;
    if (be && form.may(Inflection.PARTICIPLE) && !to)
      return new Group(i, head, form, true, negated, mood);
    // "is attacking"; ", accusing it of lies" says what the clause's subject does
    if (form.may(Inflection.GERUND))
      return be || s.is(head - 1, ",") ? new Group(i, head, form, false, negated, mood) : null;
    if (be && !to) return null;
    if (to || mood != Mood.FACT || helped) {
      if (mood != Mood.FACT && !helped && !form.may(Inflection.BASE)) return null;
      return new Group(i, head, form, false, negated, mood);
    }
    return finite(s, head, form) ? new Group(i, head, form, false, negated, mood) : null;
  }

  private static boolean auxiliary(String word) {
    return NEGATIONS.contains(word)
        || WILL.contains(word)
        || MAY.contains(word)
        || OUGHT.contains(word)
        || HELPERS.contains(word)
        || word.equals("to");
  }

  /// Whether a form without auxiliaries is a verb here, and no noun or adjective.
  private static boolean finite(Sentence s, int head, Form form) {
    if (head == 0) return false;
    var before = s.at(head - 1);
    var next = s.at(head + 1);
    if (DETERMINERS.contains(before.lower()) && !before.is("that")) return false;
    if (PREPOSITIONS.contains(before.lower()) || (before.is("and") && !form.may(Inflection.PAST)))
      return false;
    if (before.is("'s") || before.number()) return false;
    var past = form.may(Inflection.PAST) || form.may(Inflection.PARTICIPLE);
    if (past && !form.may(Inflection.BASE)) {
      if (!form.may(Inflection.PAST)) return false;
      // "soldiers killed by rebels", "the man accused of it"
      return !next.is("by");
    }
    if (form.may(Inflection.PRESENT))
      return DETERMINERS.contains(next.lower())
          || next.capital()
          || next.is("to")
          || next.is("for")
          || next.is("on")
          || next.is("against");
    if (past) return !before.dash();
    return (before.lower().endsWith("s") && !next.is("of")) || PRONOUNS.contains(before.lower());
  }

  /// Where the clause of a verb ends: what is said inside it is no event of its own.
  private int clauseEnd(Sentence s, int from) {
    for (var i = from; i < s.size(); i++) {
      var t = s.at(i);
      if (t.is(";") || t.is("but") || t.is("while") || t.is("whereas")) return i + 1;
      if (t.is("and") || (t.is(",") && !s.is(i + 1, "and"))) {
        var verb = verbBehind(s, i + 1);
        if (verb) return i + 1;
      }
    }
    return s.size();
  }

  /// Whether a verb with a tense opens the next clause: `and accused`, `and the army withdrew`.
  private boolean verbBehind(Sentence s, int from) {
    for (var i = from; i < Math.min(s.size(), from + 2); i++) {
      var t = s.at(i);
      if (t.mark()) return false;
      var form = t.capital() ? null : verbs.form(t.lower());
      if (form != null && form.may(Inflection.PAST) && !form.may(Inflection.BASE) && i == from)
        return s.is(from - 1, "and");
    }
    return false;
  }

  // --- actors

  /// Those named before a verb: in the phrase nearest to the clause's beginning that names any.
  private static List<Actor> subjects(List<Actors.Found> named, Sentence s, int from, int to) {
    var start = from;
    // "After X left, Y came", "In Sudan, rebels attacked": the subject stands behind the comma
    var opening = s.at(from).lower();
    if (from < to && (SUBORDINATORS.contains(opening) || PREPOSITIONS.contains(opening)))
      for (var i = from; i < to; i++)
        if (s.is(i, ",")) {
          start = i + 1;
          break;
        }
    // "X said Y had attacked": what is said has a subject of its own
    for (var i = to - 1; i > start; i--)
      if (REPORTS.contains(s.at(i).lower())) {
        var inner = phrase(named, s, i + 1, to);
        if (!inner.isEmpty()) return inner;
        break;
      }
    var phrase = phrase(named, s, start, to);
    if (phrase.isEmpty()) phrase = phrase(named, s, from, to);
    return phrase.isEmpty() && from > 0 ? phrase(named, s, 0, to) : phrase;
  }

  /// The first actors of a stretch, with those that `and` joins to them.
  private static List<Actor> phrase(List<Actors.Found> named, Sentence s, int from, int to) {
    var found = new ArrayList<Actor>();
    var end = -1;
    for (var actor : named) {
      if (actor.from() < from || actor.end() > to) continue;
      if (end >= 0 && !joined(s, end, actor.from())) break;
      found.add(actor.actor());
      end = actor.end();
    }
    return found;
  }

  /// Whether nothing but a joint, articles and adjectives stands between two actors.
  private static boolean joined(Sentence s, int from, int to) {
    var joint = false;
    for (var i = from; i < to; i++) {
      var t = s.at(i);
      if (t.is("and") || t.is(",") || t.is("or")) joint = true;
      else if (!joint || !t.word() || PREPOSITIONS.contains(t.lower())) return false;
    }
    return joint && to - from < 5;
  }

  /// Those named behind a verb; in `sent troops to Lithuania` whom it was sent to.
  private static List<Actor> objects(List<Actors.Found> named, Sentence s, int from, int to) {
    var first = phrase(named, s, from, to);
    if (first.isEmpty() || first.stream().anyMatch(actor -> actor.state() != null)) return first;
    for (var actor : named) {
      if (actor.from() < from || actor.end() > to || actor.actor().state() == null) continue;
      var before = DETERMINERS.contains(s.at(actor.from() - 1).lower()) ? 2 : 1;
      return TOWARDS.contains(s.at(actor.from() - before).lower())
          ? phrase(named, s, actor.from(), to)
          : first;
    }
    return first;
  }

  private static List<Actor> byPhrase(List<Actors.Found> named, Sentence s, int from, int to) {
    for (var i = from; i < to; i++) if (s.is(i, "by")) return phrase(named, s, i + 1, to);
    return List.of();
  }

  private static List<Actor> without(List<Actor> targets, List<Actor> sources) {
    return targets.stream().filter(target -> !sources.contains(target)).toList();
  }
}
