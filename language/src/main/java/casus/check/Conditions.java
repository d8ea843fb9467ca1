package casus.check;

import casus.check.Names.Kind;
import casus.model.Act;
import casus.model.Condition;
import casus.syntax.Atom;
import casus.syntax.Name;
import casus.text.Code;
import casus.text.Place;
import casus.text.Problem;
import casus.text.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Conditions as written to conditions with their names resolved.
final class Conditions {
  private static final Set<Kind> CONDITIONAL = EnumSet.of(Kind.FACT, Kind.TERM);

  private final Names names;
  private final Findings findings;

  Conditions(Names names, Findings findings) {
    this.names = names;
    this.findings = findings;
  }

  /// The condition, or null after reporting all that is wrong with it.
  @Nullable Condition resolve(casus.syntax.Condition written, Scope scope) {
    return switch (written) {
      case casus.syntax.Condition.Truth(boolean value, Span _) -> new Condition.Truth(value);
      case casus.syntax.Condition.Holds(Atom atom) -> holds(atom, scope);
      case casus.syntax.Condition.Could could -> could(could, scope);
      case casus.syntax.Condition.Reached reached -> reached(reached, scope);
      case casus.syntax.Condition.Decision(Name council, Span _) -> {
        var id = council(council, scope);
        yield id == null ? null : new Condition.DecisionOf(id);
      }
      case casus.syntax.Condition.ArticleHolds(Name article, Span _) -> {
        var id = article(article, scope);
        yield id == null ? null : articleHolds(id);
      }
      case casus.syntax.Condition.Not(casus.syntax.Condition inner, Span _) -> {
        var resolved = resolve(inner, scope);
        yield resolved == null ? null : negate(resolved);
      }
      case casus.syntax.Condition.And(List<casus.syntax.Condition> parts, Span _) -> {
        var resolved = all(parts, scope);
        yield resolved == null ? null : new Condition.And(resolved);
      }
      case casus.syntax.Condition.Or(List<casus.syntax.Condition> parts, Span _) -> {
        var resolved = all(parts, scope);
        yield resolved == null ? null : new Condition.Or(resolved);
      }
    };
  }

  private static Condition negate(Condition condition) {
    return switch (condition) {
      case Condition.Truth(boolean value) -> new Condition.Truth(!value);
      case Condition.Not(Condition inner) -> inner;
      default -> new Condition.Not(condition);
    };
  }

  private @Nullable List<Condition> all(List<casus.syntax.Condition> parts, Scope scope) {
    var resolved = new ArrayList<Condition>();
    for (var part : parts) {
      var condition = resolve(part, scope);
      if (condition != null) resolved.add(condition);
    }
    return resolved.size() == parts.size() ? List.copyOf(resolved) : null;
  }

  private @Nullable Condition holds(Atom atom, Scope scope) {
    var argument = atom.argument() == null ? null : atom.argument().text();
    if (atom.argument() != null && !isPlaceForState(atom.argument(), scope)) return null;
    var name = atom.name().text();
    var party = party(name, scope);
    if (party != null && argument != null) return new Condition.PartyTo(party, argument);
    if (scope.instrument() != null) {
      var local = scope.instrument() + "." + name;
      if (names.is(Kind.TERM, local)) return term(local, atom, argument, scope);
    }
    if (names.is(Kind.TERM, name)) return term(name, atom, argument, scope);
    if (scope.instrument() != null) return factOfInstrument(atom, argument, scope);
    if (names.is(Kind.FACT, atom.text())) return new Condition.FactHolds(name, argument);
    var outcomes = argument == null ? names.outcomes(name) : List.<Names.Outcome>of();
    if (outcomes.size() == 1) {
      var outcome = outcomes.getFirst();
      return new Condition.Reached(outcome.question(), outcome.index(), false);
    }
    if (outcomes.size() > 1) ambiguousOutcome(name, outcomes, scope.at(atom.span()));
    else unknown(atom, scope);
    return null;
  }

  /// The instrument of which `party(A)` or `north-atlantic.party(A)` speaks; null for any other
  /// name, and where the instrument has a term of its own by this name.
  private @Nullable String party(String name, Scope scope) {
    if (names.is(Kind.TERM, name)) return null;
    if (name.equals("party") && scope.instrument() != null)
      return names.is(Kind.TERM, scope.instrument() + ".party") ? null : scope.instrument();
    if (!name.endsWith(".party")) return null;
    var instrument = name.substring(0, name.length() - ".party".length());
    return names.is(Kind.INSTRUMENT, instrument) ? instrument : null;
  }

  /// `P`, `S`, `A` and `V` inside an instrument, else an actor.
  private boolean isPlaceForState(Name argument, Scope scope) {
    var text = argument.text();
    var variable = Dependencies.isVariable(text);
    if (variable && scope.instrument() != null) return true;
    if (!variable) return actor(argument, scope.at(argument.span()));
    findings.add(
        Problem.of(
                Code.E201,
                scope.at(argument.span()),
                "`" + text + "` stands for a state inside an instrument only")
            .expecting("an actor's code"));
    return false;
  }

  /// Whether an actor is known; reports one that is not.
  boolean actor(Name code, Place place) {
    if (names.isActor(code.text())) return true;
    findings.add(
        Problem.of(Code.E201, place, "there is no actor `" + code.text() + "`")
            .expecting("a declared actor, or a party to an instrument in use")
            .hint(
                orElse(
                    names.suggest(code.text(), names.actors()),
                    "`actor " + code.text() + " \"…\"` to declare it")));
    return false;
  }

  private @Nullable Condition term(String term, Atom atom, @Nullable String argument, Scope scope) {
    var parameter = names.parameter(term);
    if (parameter == null && argument != null) {
      findings.add(
          Problem.of(Code.E203, scope.at(atom.span()), "the term `" + term + "` takes no argument")
              .hint("`" + term + "`"));
      return null;
    }
    if (parameter != null && argument == null) {
      findings.add(
          Problem.of(Code.E203, scope.at(atom.span()), "the term `" + term + "` needs a state")
              .expecting(
                  "`" + term + "(" + (scope.instrument() == null ? "CODE" : parameter) + ")`"));
      return null;
    }
    return new Condition.TermHolds(term, argument);
  }

  /// An unqualified name inside an instrument that is none of its terms asks for a fact, which the
  /// dossier may or may not declare.
  private @Nullable Condition factOfInstrument(Atom atom, @Nullable String argument, Scope scope) {
    var name = atom.name().text();
    if (name.contains(".")) {
      unknown(atom, scope);
      return null;
    }
    if (scope.closed() && names.facts(name).isEmpty()) {
      var nearest = names.suggest(atom.name().text(), termsAndStems(scope));
      if (nearest != null) {
        findings.add(noSuch(atom, scope).hint(nearest));
        return null;
      }
    }
    return new Condition.FactHolds(name, argument);
  }

  private List<String> termsAndStems(Scope scope) {
    var known = new ArrayList<String>();
    var prefix = scope.instrument() + ".";
    for (var term : names.all(EnumSet.of(Kind.TERM)))
      known.add(term.startsWith(prefix) ? term.substring(prefix.length()) : term);
    for (var fact : names.all(EnumSet.of(Kind.FACT))) known.add(Names.stem(fact));
    return known;
  }

  private Problem noSuch(Atom atom, Scope scope) {
    return Problem.of(
            Code.E201, scope.at(atom.span()), "there is no fact or term `" + atom.text() + "`")
        .expecting("the name of a fact or term");
  }

  private void ambiguousOutcome(String name, List<Names.Outcome> outcomes, Place place) {
    var choices =
        outcomes.stream().map(outcome -> "`" + outcome.question() + " = " + name + "`").toList();
    findings.add(
        Problem.of(Code.E203, place, "several questions have the outcome `" + name + "`")
            .expecting(String.join(" or ", choices)));
  }

  private void unknown(Atom atom, Scope scope) {
    var text = atom.text();
    var entry = names.entry(text);
    if (entry != null) {
      findings.add(wrongKind(scope.at(atom.span()), text, entry, "a fact, a term or an outcome"));
      return;
    }
    var known = names.all(CONDITIONAL);
    known.addAll(names.outcomeNames());
    findings.add(
        Problem.of(
                Code.E201,
                scope.at(atom.span()),
                "there is no fact, term or outcome `" + text + "`")
            .expecting("a fact, a term or an outcome of a question")
            .hint(names.suggest(text, known)));
  }

  private static Problem wrongKind(Place place, String text, Names.Entry entry, String expected) {
    var problem =
        Problem.of(Code.E203, place, "`" + text + "` is " + entry.kind().one()).expecting(expected);
    return switch (entry.kind()) {
      case COUNCIL -> problem.hint("`decision of " + text + "`");
      case ARTICLE -> problem.hint("`article " + text + "`");
      default -> problem;
    };
  }

  /// The act that `could(…)` asks about, or null after reporting unknown actors and actions.
  Condition.@Nullable Could could(casus.syntax.Condition.Could could, Scope scope) {
    var act = could.act();
    var known = isPlaceForState(act.actor(), scope);
    known &= action(act.action(), scope.at(act.action().span()));
    known &= isPlaceForState(act.target(), scope);
    var order = could.order();
    if (order != null) known &= known(Kind.INSTRUMENT, order, scope.at(order.span()));
    if (!known) return null;
    return new Condition.Could(
        new Act(act.actor().text(), act.action().text(), act.target().text()),
        order == null ? null : order.text());
  }

  private boolean action(Name action, Place place) {
    if (names.isAction(action.text())) return true;
    findings.add(
        Problem.of(Code.E201, place, "no instrument speaks of the action `" + action.text() + "`")
            .expecting("an action of an article in use")
            .hint(
                orElse(
                    names.suggest(action.text(), names.actions()),
                    names.actions().isEmpty()
                        ? "`use PATH` for the treaty that rules it"
                        : String.join(" or ", names.actions()))));
    return false;
  }

  /// Whether a name of one kind is known; reports one that is not.
  boolean known(Kind kind, Name name, Place place) {
    if (names.is(kind, name.text())) return true;
    var entry = names.entry(name.text());
    findings.add(
        entry != null
            ? wrongKind(place, name.text(), entry, kind.one())
            : Problem.of(Code.E201, place, "there is no " + kind.word() + " `" + name.text() + "`")
                .expecting(kind.one())
                .hint(names.suggest(name.text(), names.all(EnumSet.of(kind)))));
    return false;
  }

  Condition.@Nullable Reached reached(casus.syntax.Condition.Reached reached, Scope scope) {
    if (!known(Kind.QUESTION, reached.question(), scope.at(reached.question().span()))) return null;
    var question = reached.question().text();
    var index = outcome(question, reached.outcome(), scope.at(reached.outcome().span()));
    return index < 0 ? null : new Condition.Reached(question, index, reached.orMore());
  }

  /// The position of an outcome in its question; -1 after reporting that there is none.
  int outcome(String question, Name outcome, Place place) {
    var outcomes = names.outcomesOf(question);
    var index = outcomes.indexOf(outcome.text());
    if (index < 0)
      findings.add(
          Problem.of(
                  Code.E505,
                  place,
                  "the question `" + question + "` has no outcome `" + outcome.text() + "`")
              .expecting(String.join(", ", outcomes))
              .hint(names.suggest(outcome.text(), outcomes)));
    return index;
  }

  /// The id of a council, of the instrument at hand or of the dossier; null after reporting that
  /// there is none.
  @Nullable String council(Name council, Scope scope) {
    var local = scope.instrument() + "." + council.text();
    if (scope.instrument() != null && names.is(Kind.COUNCIL, local)) return local;
    return known(Kind.COUNCIL, council, scope.at(council.span())) ? council.text() : null;
  }

  /// The id of an article; null after reporting that there is none.
  @Nullable String article(Name article, Scope scope) {
    var local = scope.instrument() + "." + article.text();
    if (scope.instrument() != null && names.is(Kind.ARTICLE, local)) return local;
    if (names.is(Kind.ARTICLE, article.text())) return article.text();
    findings.add(
        Problem.of(
                Code.E201, scope.at(article.span()), "there is no article `" + article.text() + "`")
            .expecting("an article of an instrument in use, such as cst.4")
            .hint(names.suggest(article.text(), names.all(EnumSet.of(Kind.ARTICLE)))));
    return null;
  }

  static Condition.ArticleHolds articleHolds(String id) {
    var point = id.indexOf('.');
    return new Condition.ArticleHolds(id.substring(0, point), id.substring(point + 1));
  }

  private static String orElse(@Nullable String first, String second) {
    return first == null ? second : first;
  }

  /// Whether a fact is declared; reports one that is not.
  boolean fact(Atom atom, Place place) {
    return known(Kind.FACT, new Name(atom.text(), atom.span()), place);
  }

  /// The outcome that `leans for open` or `leans for troops.open` speaks of; null after reporting
  /// that there is none or more than one.
  Names.@Nullable Outcome leanedOutcome(Name written, Place place) {
    var point = written.text().indexOf('.');
    if (point > 0) {
      var question = written.text().substring(0, point);
      if (!known(Kind.QUESTION, new Name(question, written.span()), place)) return null;
      var name = new Name(written.text().substring(point + 1), written.span());
      var index = outcome(question, name, place);
      return index < 0 ? null : new Names.Outcome(question, index);
    }
    var outcomes = names.outcomes(written.text());
    if (outcomes.size() == 1) return outcomes.getFirst();
    if (outcomes.isEmpty())
      findings.add(
          Problem.of(Code.E505, place, "no question has the outcome `" + written.text() + "`")
              .expecting("an outcome: " + String.join(", ", names.outcomeNames()))
              .hint(names.suggest(written.text(), names.outcomeNames())));
    else
      findings.add(
          Problem.of(
                  Code.E203, place, "several questions have the outcome `" + written.text() + "`")
              .expecting(
                  "QUESTION.OUTCOME, such as `"
                      + outcomes.getFirst().question()
                      + "."
                      + written.text()
                      + "`"));
    return null;
  }

  /// What is read in several ways: a term or an article, the former also by its name alone where
  /// only one instrument has it. Null after reporting that there is none.
  @Nullable String issue(Name written, Place place) {
    var text = written.text();
    if (names.is(Kind.TERM, text) || names.is(Kind.ARTICLE, text)) return text;
    var issues = names.all(EnumSet.of(Kind.TERM, Kind.ARTICLE));
    var ending = issues.stream().filter(issue -> issue.endsWith("." + text)).toList();
    if (ending.size() == 1) return ending.getFirst();
    findings.add(
        Problem.of(
                ending.isEmpty() ? Code.E201 : Code.E203,
                place,
                ending.isEmpty()
                    ? "there is no term `" + text + "`"
                    : "several instruments have the term `" + text + "`")
            .expecting(ending.isEmpty() ? "a term or an article" : String.join(" or ", ending))
            .hint(ending.isEmpty() ? names.suggest(text, issues) : null));
    return null;
  }
}
