package casus.check;

import casus.model.Condition;
import casus.model.Expectation;
import casus.syntax.Document;
import casus.text.Code;
import casus.text.Place;
import casus.text.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the prose and the tests of a file ask for: events and acts, and the names they mention. A
/// reference in prose to nothing is a lint: the dossier can be computed without it.
final class Asked {
  private final Checking checking;
  private final List<Condition> conditions = new ArrayList<>();
  private final List<Condition> inProse = new ArrayList<>();
  private final Set<String> mentioned = new HashSet<>();

  Asked(Checking checking, List<Expectation> tests) {
    this.checking = checking;
    tests.forEach(this::test);
    for (var reference : checking.main().document().prose()) prose(reference);
  }

  /// Events and acts whose probability or status is asked.
  List<Condition> conditions() {
    return conditions;
  }

  /// Those that the prose asks for.
  List<Condition> inProse() {
    return inProse;
  }

  /// Names that the prose mentions, such as claims.
  Set<String> mentioned() {
    return mentioned;
  }

  private void test(Expectation test) {
    switch (test) {
      case Expectation.StatusIs status -> conditions.add(status.could());
      case Expectation.Between between -> conditions.add(between.event());
      case Expectation.Compared compared -> {
        conditions.add(compared.event());
        if (compared.than() != null) conditions.add(compared.than());
      }
      case Expectation.SwingFirst swing -> conditions.add(swing.outcome());
    }
  }

  private void prose(Document.ProseReference reference) {
    var source = checking.main().source();
    var place = new Place(source, reference.span());
    switch (reference) {
      case Document.ProseReference.Citation(var claim, var _) -> {
        mentioned.add(claim.text());
        if (checking.names().entry(claim.text()) == null) nothing(place, claim.text());
      }
      case Document.ProseReference.Value(Document.Query.Named(var atom), var _) -> {
        mentioned.add(atom.text());
        if (checking.names().entry(atom.text()) == null) nothing(place, atom.text());
      }
      case Document.ProseReference.Value(Document.Query.Probability probability, var _) ->
          ask(probability.event(), place);
      case Document.ProseReference.Value(Document.Query.Could(var could), var _) ->
          ask(could, place);
    }
  }

  private void ask(casus.syntax.Condition written, Place place) {
    var apart = new Findings();
    var scope = new Scope(place.source(), null, true);
    var condition = new Conditions(checking.names(), apart).resolve(written, scope);
    if (condition != null) {
      conditions.add(condition);
      inProse.add(condition);
    }
    for (var problem : apart.inOrder(List.of()))
      checking
          .findings()
          .add(
              new Problem(
                  Code.W117,
                  problem.place(),
                  problem.found(),
                  problem.expected(),
                  problem.grammar(),
                  problem.hint()));
  }

  private void nothing(Place place, String name) {
    var known = checking.names().all(java.util.EnumSet.allOf(Names.Kind.class));
    checking
        .findings()
        .add(
            Problem.of(Code.W117, place, "nothing is named `" + name + "`")
                .expecting("a claim, a finding or another name of the dossier")
                .hint(checking.names().suggest(name, known)));
  }
}
