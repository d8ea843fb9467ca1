package casus.names;

import casus.text.Span;
import java.util.ArrayList;
import java.util.List;

/// Finds the persons, organisations and places that an English text names, by rules and tables.
///
/// The same text always gives the same names; the time grows with its length. An instance holds the
/// tables, cannot change, and may be used by many at once.
public final class Names {
  private final States states = new States();
  private final WordLists words = new WordLists();
  private final Gazetteer gazetteer = new Gazetteer(states, words);
  private final WordRules alone = new WordRules(words, states);
  private final BodyRules bodies = new BodyRules(words);
  private final SiteRules sites = new SiteRules(words);
  private final PersonRules persons = new PersonRules(words);
  private final ListRule lists = new ListRule(words);
  private final OtherThings others = new OtherThings(words);
  private final StateMeant meant = new StateMeant(words, states);

  /// The names in a text, in its order; none overlaps another.
  public List<Name> of(String text) {
    var wording = new Wording(text, words, gazetteer, states);
    var proposed = new ArrayList<Candidate>();
    alone.propose(wording, proposed);
    bodies.propose(wording, proposed);
    sites.propose(wording, proposed);
    persons.propose(wording, proposed);
    proposed.removeIf(candidate -> others.own(wording, candidate));
    var memory = new Memory(wording, words);
    var first = Choice.best(wording.size(), proposed);
    memory.read(first);
    memory.propose(proposed);
    lists.propose(wording, first, proposed);
    proposed.removeIf(candidate -> others.own(wording, candidate));
    var chosen = Choice.best(wording.size(), proposed);
    memory.read(chosen);
    var names = new ArrayList<Name>();
    var before = 0;
    for (var candidate : chosen) {
      var from = persons.withTitle(wording, candidate, before);
      var span = new Span(wording.at(from).start(), wording.at(candidate.to() - 1).end());
      names.add(
          Name.of(
              text,
              span,
              candidate.kind(),
              memory.fullest(candidate),
              meant.state(wording, candidate)));
      before = candidate.to();
    }
    return List.copyOf(names);
  }
}
