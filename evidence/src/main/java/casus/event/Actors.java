package casus.event;

import casus.event.Event.Actor;
import casus.mention.Passage;
import casus.mention.Phrases;
import casus.mention.Sentence;
import casus.mention.Token;
import casus.mention.Vocabulary;
import casus.names.States;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who is named in a sentence: states by their names, peoples and capitals, joined with the words
/// that say what they are there: `the Turkish army`, `rebels in Sudan`.
final class Actors {
  /// Words of the longest name of a state.
  private static final int LONGEST = 6;

  private static final Set<String> LINKS = Set.of("of", "in", "from");
  private static final Set<String> SMALL =
      Set.of("the", "a", "an", "'s", "'", "-", "s", "former", "senior", "top", "new", "deputy");
  private final States states = new States();
  private final Phrases roles;

  /// An actor by its tokens.
  record Found(int from, int end, Actor actor) {}

  private final Vocabulary words;
  private final Verbs verbs;

  Actors(Vocabulary words, Verbs verbs) {
    this.words = words;
    this.verbs = verbs;
    try (var stream = Actors.class.getResourceAsStream("roles.txt")) {
      if (stream == null) throw new IllegalStateException("roles.txt is not in the jar");
      roles = Phrases.read(stream);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// The word for a state that begins at a token.
  ///
  /// @param seat whether it is the capital or the government by its house
  private record Named(String code, boolean seat, int end) {}

  /// The actors of a sentence, in its order.
  List<Found> of(Sentence s, String text) {
    var found = new ArrayList<Found>();
    for (var i = 0; i < s.size(); ) {
      var next = at(s, i, text);
      if (next != null) found.add(next);
      i = next == null ? i + 1 : next.end();
    }
    return found;
  }

  private @Nullable Found at(Sentence s, int from, String text) {
    var state = state(s, from, text);
    if (state != null) {
      var end = state.end();
      // what they are stands behind, with adjectives between
      for (var i = state.end(); i < Math.min(s.size(), state.end() + 4); i++) {
        var role = roles.at(s, i);
        if (role != null) return found(s, from, role.end(), text, state.code(), role.value());
        var t = s.at(i);
        if ((!t.word() && !t.dash()) || LINKS.contains(t.lower()) || t.is("and")) break;
        if (!SMALL.contains(t.lower()) && (t.capital() || verbal(t))) break;
      }
      return found(s, from, end, text, state.code(), state.seat() ? "GOV" : null);
    }
    var role = roles.at(s, from);
    // acronyms are words in lower case: "un", "who"
    if (role == null || (named(role.value()) && !s.at(from).capital())) return null;
    if (!named(role.value()) && LINKS.contains(s.at(role.end()).lower())) {
      var at = s.is(role.end() + 1, "the") ? role.end() + 2 : role.end() + 1;
      var of = state(s, at, text);
      if (of != null) return found(s, from, of.end(), text, of.code(), role.value());
    }
    return found(s, from, role.end(), text, null, role.value());
  }

  private static boolean named(String sector) {
    return sector.equals("IGO") || sector.equals("NGO");
  }

  /// Whether a word ends the phrase that a state opens: `Moscow sent troops`.
  private boolean verbal(Token t) {
    return t.lower().endsWith("ed")
        || t.lower().endsWith("ing")
        || words.section("stop").value(t) != null
        || verbs.form(t.lower()) != null;
  }

  private static Found found(
      Sentence s, int from, int end, String text, @Nullable String code, @Nullable String sector) {
    return new Found(from, end, new Actor(Passage.of(text, s.span(from, end)), code, sector));
  }

  private @Nullable Named state(Sentence s, int from, String text) {
    if (!s.at(from).capital()) return null;
    for (var end = Math.min(s.size(), from + LONGEST); end > from; end--) {
      var span = s.span(from, end);
      var words = text.substring(span.start(), span.end());
      var named = states.named(words);
      if (named == null) named = states.ofPeople(words);
      if (named != null) return new Named(named.code(), false, end);
      named = states.seatedAt(words);
      if (named != null) return new Named(named.code(), true, end);
    }
    return null;
  }
}
