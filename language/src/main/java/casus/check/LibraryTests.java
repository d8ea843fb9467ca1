package casus.check;

import casus.check.Names.Kind;
import casus.model.Chance;
import casus.model.Fact;
import casus.model.Quantity;
import casus.syntax.Condition;
import casus.syntax.Document;
import casus.syntax.Expectation;
import casus.syntax.Name;
import java.util.ArrayList;
import java.util.List;

/// What the tests of a library file speak of without declaring it: a treaty has no facts and knows
/// no states but its parties. The states are taken as they are named, and what a test gives becomes
/// an undecided fact.
final class LibraryTests {
  private final Names names;
  private final Document document;
  private final List<Fact> facts = new ArrayList<>();

  private LibraryTests(Names names, Document document) {
    this.names = names;
    this.document = document;
  }

  /// Makes the names known.
  ///
  /// @return the undecided facts
  static List<Fact> facts(Names names, Document document) {
    var tests = new LibraryTests(names, document);
    for (var expectation : document.expectations()) {
      if (expectation instanceof Expectation.Status status) tests.act(status.could().act());
      if (expectation instanceof Expectation.Between between) tests.condition(between.event());
      if (expectation instanceof Expectation.Compared compared) tests.condition(compared.event());
      for (var given : expectation.setting().given()) tests.condition(given);
    }
    return List.copyOf(tests.facts);
  }

  private void condition(Condition condition) {
    switch (condition) {
      case Condition.Holds holds -> holds(holds);
      case Condition.Could could -> act(could.act());
      case Condition.Not not -> condition(not.condition());
      case Condition.And and -> and.parts().forEach(this::condition);
      case Condition.Or or -> or.parts().forEach(this::condition);
      case Condition.Truth _,
          Condition.Reached _,
          Condition.Decision _,
          Condition.ArticleHolds _ -> {}
    }
  }

  private void act(Condition.Act act) {
    state(act.actor());
    state(act.target());
  }

  private void state(Name code) {
    if (!Dependencies.isVariable(code.text())) names.knowActor(code.text());
  }

  private void holds(Condition.Holds holds) {
    var atom = holds.atom();
    if (atom.argument() != null) state(atom.argument());
    var id = atom.text();
    if (id.contains(".") || names.is(Kind.TERM, atom.name().text()) || names.entry(id) != null)
      return;
    names.know(Kind.FACT, id);
    var origin = new Declared<>(holds, document.source()).origin(atom.span());
    var half =
        new Quantity(
            "prior " + id,
            "prior of " + id + ", undecided",
            "50%",
            Quantity.Unit.PROBABILITY,
            0.5,
            0.5,
            0.5,
            origin);
    facts.add(
        new Fact(
            id,
            id,
            new Fact.Basis.Prior(new Chance(List.of(new Chance.Case(null, half)))),
            List.of(),
            origin));
  }
}
