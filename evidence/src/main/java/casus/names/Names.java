package casus.names;

import casus.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the persons, organisations and places that an English text names, by rules and tables.
///
/// The same text always gives the same names; the time grows with its length. An instance holds the
/// tables, cannot change, and may be used by many at once.
public final class Names {
  private final States states = new States();
  private final WordLists words = new WordLists();
  private final Gazetteer gazetteer = new Gazetteer(states, words);
  private final BodyRules bodies = new BodyRules(words);
  private final SiteRules sites = new SiteRules(words);
  private final PersonRules persons = new PersonRules(words);

  /// The names in a text, in its order; none overlaps another.
  public List<Name> of(String text) {
    var wording = new Wording(text, words, gazetteer, states);
    var proposed = new ArrayList<Candidate>();
    known(wording, proposed);
    bodies.propose(wording, proposed);
    sites.propose(wording, proposed);
    persons.propose(wording, proposed);
    acronyms(wording, proposed);
    leaders(wording, proposed);
    peoples(wording, proposed);
    proposed.removeIf(candidate -> elsewhere(wording, candidate));
    var memory = new Memory(wording, words);
    memory.read(best(wording.size(), proposed));
    memory.propose(proposed);
    var chosen = best(wording.size(), proposed);
    memory.read(chosen);
    var names = new ArrayList<Name>();
    var before = 0;
    for (var candidate : chosen) {
      var from = persons.withTitle(wording, candidate, before);
      var span = new Span(wording.at(from).start(), wording.at(candidate.to() - 1).end());
      names.add(
          Name.of(
              text, span, candidate.kind(), memory.fullest(candidate), state(wording, candidate)));
      before = candidate.to();
    }
    return List.copyOf(names);
  }

  private void known(Wording text, List<Candidate> found) {
    for (var i = 0; i < text.size(); i++) {
      var match = text.known(i);
      if (match == null) continue;
      var single = match.end() == i + 1;
      if (single && text.at(i).first() && text.common(text.text(i))) continue;
      if (single && words.opening.contains(text.text(i)) && text.at(i).first()) continue;
      var weight = match.known().sure() ? 2.2 : 1.6;
      found.add(new Candidate(i, match.end(), match.known().kind(), weight));
    }
  }

  /// `CTF 50` and the like: capitals that are no word and no common abbreviation.
  private void acronyms(Wording text, List<Candidate> found) {
    for (var i = 0; i < text.size(); i++) {
      var token = text.at(i);
      if (!token.word()
          || !token.capitals()
          || text.heading(i)
          || words.other.contains(token.text())) continue;
      if (token.text().length() < 2 || token.text().length() > 9) continue;
      if (neighbours(text, i)) continue;
      if (i > 0 && Character.isDigit(text.text(i - 1).charAt(0)) && token.text().length() < 3)
        continue;
      var numbered = text.joined(i + 1) && text.number(i + 1) && text.known(i) == null;
      found.add(new Candidate(i, numbered ? i + 2 : i + 1, Kind.ORGANISATION, 1.6));
    }
  }

  private void leaders(Wording text, List<Candidate> found) {
    for (var i = 0; i < text.size(); i++)
      if (text.capital(i) && words.leaders.contains(text.text(i)))
        found.add(new Candidate(i, i + 1, Kind.PERSON, 1.9));
  }

  /// `Belarusians`: a people, by a noun in the plural.
  private void peoples(Wording text, List<Candidate> found) {
    for (var i = 0; i < text.size(); i++) {
      if (!text.capital(i)) continue;
      var length = text.stateWords(i);
      var people = text.text(i, i + length);
      if (length == 0 || !people.endsWith("s") || states.named(people) != null) continue;
      if (states.ofPeople(people.substring(0, people.length() - 1)) == null) continue;
      found.add(new Candidate(i, i + length, Kind.ORGANISATION, 1.8));
    }
  }

  /// Whether words are the name of a ship or an operation.
  private boolean elsewhere(Wording text, Candidate candidate) {
    var from = candidate.from();
    if (words.ships.contains(text.text(from))) return true;
    if (!text.joined(from)) return false;
    var before = text.text(from - 1);
    if (words.ships.contains(before)) return true;
    if (before.equals("of"))
      return text.capital(from - 2) && words.events.contains(text.text(from - 2));
    for (var i = from; i > 0 && text.joined(i) && text.capital(i - 1); i--)
      if (words.operations.contains(text.text(i - 1))) return true;
    return false;
  }

  /// Whether other words in capitals stand beside, so that capitals say nothing.
  private static boolean neighbours(Wording text, int i) {
    return shouted(text, i - 1) || shouted(text, i + 1);
  }

  private static boolean shouted(Wording text, int i) {
    return i >= 0
        && i < text.size()
        && text.at(i).word()
        && text.at(i).capitals()
        && text.text(i).length() > 3;
  }

  /// The candidates of the greatest weight together of which no two share a word, in order.
  private static List<Candidate> best(int size, List<Candidate> candidates) {
    var byEnd = new ArrayList<>(candidates);
    byEnd.sort(
        Comparator.comparingInt(Candidate::to)
            .thenComparingInt(Candidate::from)
            .thenComparing(Candidate::kind));
    var weight = new double[size + 1];
    var last = new Candidate[size + 1];
    var next = 0;
    for (var end = 1; end <= size; end++) {
      weight[end] = weight[end - 1];
      for (; next < byEnd.size() && byEnd.get(next).to() == end; next++) {
        var candidate = byEnd.get(next);
        var sum = weight[candidate.from()] + candidate.weight();
        if (sum > weight[end] + 1e-9) {
          weight[end] = sum;
          last[end] = candidate;
        }
      }
    }
    var chosen = new ArrayList<Candidate>();
    for (var end = size; end > 0; ) {
      var candidate = last[end];
      if (candidate == null) {
        end--;
        continue;
      }
      chosen.add(candidate);
      end = candidate.from();
    }
    return chosen.reversed();
  }

  /// The state a name stands for.
  private @Nullable String state(Wording text, Candidate candidate) {
    var whole = text.text(candidate.from(), candidate.to());
    var named = states.named(whole);
    if (candidate.kind() != Kind.PERSON && named != null) return named.code();
    if (candidate.kind() == Kind.PLACE) {
      var seat = states.seatedAt(whole);
      return seat != null && acts(text, candidate) ? seat.code() : null;
    }
    if (candidate.kind() == Kind.PERSON) return null;
    var seat = states.seatedAt(whole);
    if (seat != null) return seat.code();
    var match = text.known(candidate.from());
    if (match != null && match.end() == candidate.to()) return null;
    if (!institution(text, candidate)) return null;
    var first = text.stateWords(candidate.from());
    if (first > 0) {
      var state = text.ofState(candidate.from(), candidate.from() + first);
      if (state != null) return state.code();
    }
    for (var length = 3; length > 0; length--) {
      var from = candidate.to() - length;
      if (from <= candidate.from()) continue;
      var of = text.text(from - 1);
      var state = text.ofState(from, candidate.to());
      if (state != null && (of.equals("of") || of.equals("the"))) return state.code();
    }
    return null;
  }

  /// Whether a body is one that states have: `Ministry of …`, `… army`.
  private boolean institution(Wording text, Candidate candidate) {
    for (var i = candidate.from(); i < candidate.to(); i++)
      if (words.stateBody.contains(text.text(i)) || words.stateGroup.contains(text.text(i)))
        return true;
    return text.capital(candidate.to() - 1)
        && text.ofState(candidate.from(), candidate.to()) != null;
  }

  /// Whether a capital acts, and so stands for its government: `Minsk denies`.
  private boolean acts(Wording text, Candidate candidate) {
    return words.acts.contains(text.text(candidate.to()))
        && !words.beforePlaces.contains(text.text(candidate.from() - 1));
  }
}
