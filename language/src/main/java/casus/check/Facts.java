package casus.check;

import casus.check.Names.Kind;
import casus.model.Fact;
import casus.model.Quantity;
import casus.syntax.Amount;
import casus.syntax.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is uncertain: where each fact's probability comes from and what claims bear on it.
final class Facts {
  private final Checking checking;

  Facts(Checking checking) {
    this.checking = checking;
  }

  List<Fact> resolve() {
    var facts = new ArrayList<Fact>();
    var seen = new HashSet<String>();
    for (var declared : checking.declarations().of(Statement.Fact.class)) {
      var fact = fact(declared);
      if (fact != null && seen.add(fact.id())) facts.add(fact);
    }
    return List.copyOf(facts);
  }

  private @Nullable Fact fact(Declared<Statement.Fact> declared) {
    var written = declared.syntax();
    var argument = written.atom().argument();
    if (argument != null) checking.conditions().actor(argument, declared.at(argument.span()));
    var basis = basis(declared);
    var evidence = evidence(declared);
    if (basis == null) return null;
    return new Fact(
        written.atom().text(),
        written.text().text(),
        basis,
        evidence,
        declared.origin(written.span()));
  }

  private Fact.@Nullable Basis basis(Declared<Statement.Fact> declared) {
    var scope = Scope.dossier(declared);
    return switch (declared.syntax().value()) {
      case Statement.FactValue.Prior(casus.syntax.Chance written) -> {
        var chance = checking.chances().resolve(written, prior(declared), scope);
        yield chance == null ? null : new Fact.Basis.Prior(chance);
      }
      case Statement.FactValue.Given given -> new Fact.Basis.Given(isTrue(given, declared));
      case Statement.FactValue.ArisesFrom arises -> causes(arises, declared, scope);
      case Statement.FactValue.DecisionOf(casus.syntax.Name council) -> {
        var id = checking.conditions().council(council, scope);
        yield id == null ? null : new Fact.Basis.Decision(id);
      }
    };
  }

  private static Amounts.Purpose prior(Declared<Statement.Fact> declared) {
    var fact = declared.syntax();
    return new Amounts.Purpose(
        "prior " + fact.atom().text(), "prior that " + fact.text().text(), declared);
  }

  /// Before the day since which it is given, the opposite was so.
  private boolean isTrue(Statement.FactValue.Given given, Declared<Statement.Fact> declared) {
    var since = given.since();
    var known =
        since == null
            || checking.dates().isKnown(Dates.Item.NUMBER, since, declared.at(since.span()));
    return known == given.value();
  }

  private Fact.@Nullable Basis causes(
      Statement.FactValue.ArisesFrom arises, Declared<Statement.Fact> declared, Scope scope) {
    var causes = new ArrayList<Fact.Cause>();
    var fact = declared.syntax().atom().text();
    var ids = new Ids();
    for (var cause : arises.causes()) {
      var condition = checking.conditions().resolve(cause.condition(), scope);
      var words = declared.slice(cause.condition().span());
      var id = ids.unique(fact + " from " + words);
      var purpose =
          new Amounts.Purpose(
              id, "chance that " + words + " brings it about that " + text(declared), declared);
      var strength = checking.amounts().probability(cause.strength(), purpose);
      if (condition != null && strength != null) causes.add(new Fact.Cause(condition, strength));
    }
    var leak = arises.leak() == null ? null : leak(arises.leak(), declared);
    var sound =
        causes.size() == arises.causes().size() && (leak == null) == (arises.leak() == null);
    return sound ? new Fact.Basis.ArisesFrom(List.copyOf(causes), leak) : null;
  }

  private @Nullable Quantity leak(Amount amount, Declared<Statement.Fact> declared) {
    var purpose =
        new Amounts.Purpose(
            declared.syntax().atom().text() + " leak",
            "chance that something else brings it about that " + text(declared),
            declared);
    return checking.amounts().probability(amount, purpose);
  }

  private static String text(Declared<Statement.Fact> declared) {
    return declared.syntax().text().text();
  }

  /// The claims that bear on the fact and are known on the as-of date.
  private List<Fact.Evidence> evidence(Declared<Statement.Fact> declared) {
    var evidence = new ArrayList<Fact.Evidence>();
    var seen = new HashSet<String>();
    for (var line : declared.syntax().evidence()) {
      var claim = line.claim();
      var known = checking.conditions().known(Kind.CLAIM, claim, declared.at(claim.span()));
      var support = support(line, declared);
      if (!known || support == null || checking.names().isLeftOut(claim.text())) continue;
      if (!seen.add(claim.text())) {
        checking
            .findings()
            .add(
                casus.text.Problem.of(
                        casus.text.Code.E202,
                        declared.at(claim.span()),
                        "the claim `" + claim.text() + "` bears twice on the same fact")
                    .expecting("one line: a claim counts once"));
        continue;
      }
      evidence.add(new Fact.Evidence(claim.text(), support, declared.origin(line.span())));
    }
    return List.copyOf(evidence);
  }

  private Fact.@Nullable Support support(
      Statement.Evidence line, Declared<Statement.Fact> declared) {
    var fact = declared.syntax().atom().text();
    var claim = line.claim().text();
    return switch (line.support()) {
      case Statement.Support.Strength strength -> {
        var purpose =
            new Amounts.Purpose(
                claim + " on " + fact, "weight of " + claim + " on " + fact, declared);
        var because = strength.because();
        var ratio = checking.amounts().factor(strength.strength(), purpose, because);
        yield ratio == null
            ? null
            : new Fact.Support.Ratio(
                strength.favours(), ratio, because == null ? null : because.text());
      }
      case Statement.Support.Rates(Amount ifTrue, Amount ifFalse) -> {
        var whereTrue = rate(ifTrue, claim + " if " + fact, declared);
        var whereFalse = rate(ifFalse, claim + " if not " + fact, declared);
        yield whereTrue == null || whereFalse == null
            ? null
            : new Fact.Support.Rates(whereTrue, whereFalse);
      }
    };
  }

  private @Nullable Quantity rate(Amount amount, String id, Declared<Statement.Fact> declared) {
    return checking
        .amounts()
        .probability(amount, new Amounts.Purpose(id, "chance of " + id, declared));
  }
}
