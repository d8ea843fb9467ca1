package casus.check;

import casus.check.Names.Kind;
import casus.model.Condition;
import casus.model.Fact;
import casus.model.Lever;
import casus.model.Scenario;
import casus.syntax.Statement;
import casus.text.Code;
import casus.text.Place;
import casus.text.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What if we learned this, what if somebody did that.
final class Scenarios {
  private final Checking checking;
  private final Map<String, Fact> given = new HashMap<>();

  Scenarios(Checking checking, List<Fact> facts) {
    this.checking = checking;
    for (var fact : facts) if (fact.basis() instanceof Fact.Basis.Given) given.put(fact.id(), fact);
  }

  List<Scenario> scenarios() {
    var scenarios = new ArrayList<Scenario>();
    for (var declared : checking.declarations().of(Statement.Scenario.class)) {
      var written = declared.syntax();
      var overrides = new ArrayList<Scenario.Setting>();
      var overridden = new HashSet<String>();
      for (var override : written.overrides()) {
        var fact = override.fact();
        if (!checking.conditions().fact(fact, declared.at(fact.span()))) continue;
        if (overridden.add(fact.text()))
          overrides.add(new Scenario.Setting(fact.text(), override.value()));
      }
      scenarios.add(
          new Scenario(
              written.name().text(),
              written.text().text(),
              suppositions(written.suppose(), declared, overridden),
              List.copyOf(overrides),
              declared.origin(written.span())));
    }
    return List.copyOf(scenarios);
  }

  /// Conditions that are supposed together: none may contradict another or, unless overridden, what
  /// is given.
  List<Condition> suppositions(
      List<casus.syntax.Condition> written, Declared<?> where, Set<String> overridden) {
    var conditions = new ArrayList<Condition>();
    Map<String, Boolean> supposed = new HashMap<>();
    for (var one : written) {
      var condition = checking.conditions().resolve(one, Scope.dossier(where));
      if (condition == null) continue;
      conditions.add(condition);
      contradictions(condition, supposed, overridden, where.at(one.span()));
    }
    return List.copyOf(conditions);
  }

  private void contradictions(
      Condition condition, Map<String, Boolean> supposed, Set<String> overridden, Place place) {
    if (condition instanceof Condition.And(List<Condition> parts)) {
      for (var part : parts) contradictions(part, supposed, overridden, place);
      return;
    }
    var literal = literal(condition);
    if (literal == null) return;
    var before = supposed.put(literal.fact(), literal.value());
    if (before != null && before != literal.value())
      checking
          .findings()
          .add(
              Problem.of(
                      Code.E504,
                      place,
                      "`" + literal.fact() + "` is supposed to be both true and false")
                  .expecting("one of the two"));
    var fact = given.get(literal.fact());
    if (fact == null || overridden.contains(literal.fact())) return;
    if (fact.basis() instanceof Fact.Basis.Given(boolean value) && value != literal.value())
      checking
          .findings()
          .add(
              Problem.of(
                      Code.E504,
                      place,
                      "`"
                          + fact.id()
                          + "` is given "
                          + value
                          + " ("
                          + fact.origin()
                          + ") and supposed to be "
                          + literal.value())
                  .expecting("what does not contradict a given fact")
                  .hint("`override " + fact.id() + " to " + literal.value() + "`"));
  }

  /// A fact or its negation, as a setting; null for any other condition.
  static Scenario.@Nullable Setting literal(Condition condition) {
    return switch (condition) {
      case Condition.FactHolds fact -> new Scenario.Setting(fact.id(), true);
      case Condition.Not(Condition.FactHolds fact) -> new Scenario.Setting(fact.id(), false);
      default -> null;
    };
  }

  List<Lever> levers() {
    var levers = new ArrayList<Lever>();
    for (var declared : checking.declarations().of(Statement.Lever.class)) {
      var written = declared.syntax();
      var by = written.by();
      if (by != null) checking.conditions().actor(by, declared.at(by.span()));
      levers.add(
          new Lever(
              written.name().text(),
              written.text().text(),
              by == null ? null : by.text(),
              settings(declared),
              declared.origin(written.span())));
    }
    return List.copyOf(levers);
  }

  private List<Scenario.Setting> settings(Declared<Statement.Lever> declared) {
    var settings = new ArrayList<Scenario.Setting>();
    Map<String, Boolean> set = new HashMap<>();
    for (var written : declared.syntax().set()) {
      var place = declared.at(written.span());
      var condition = checking.conditions().resolve(written, Scope.dossier(declared));
      if (condition == null) continue;
      var literal = literal(condition);
      if (literal == null) {
        checking
            .findings()
            .add(
                Problem.of(
                        Code.E105,
                        place,
                        "a lever sets `" + declared.slice(written.span()) + "`, which is no fact")
                    .expecting("a fact, or `not` and a fact: those that it follows from")
                    .grammar("lever NAME TEXT by ACTOR set lit {, lit}"));
        continue;
      }
      var before = set.put(literal.fact(), literal.value());
      if (before == null) settings.add(literal);
      else if (before != literal.value())
        checking
            .findings()
            .add(
                Problem.of(Code.E504, place, "`" + literal.fact() + "` is set both true and false")
                    .expecting("one of the two"));
    }
    return List.copyOf(settings);
  }

  /// Whether a name is a scenario's, or a lever's; reports one that is not.
  boolean known(Kind kind, casus.syntax.Name name, Declared<?> where) {
    return checking.conditions().known(kind, name, where.at(name.span()));
  }
}
