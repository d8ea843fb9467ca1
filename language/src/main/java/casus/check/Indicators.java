package casus.check;

import casus.check.Names.Kind;
import casus.model.Chance;
import casus.model.Condition;
import casus.model.Indicator;
import casus.model.Quantity;
import casus.syntax.Name;
import casus.syntax.Statement;
import casus.text.Code;
import casus.text.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Signs to watch: how likely each is under what, and whether it was seen by the as-of date.
final class Indicators {
  private final Checking checking;

  Indicators(Checking checking) {
    this.checking = checking;
  }

  List<Indicator> resolve() {
    var indicators = new ArrayList<Indicator>();
    Map<String, Declared<Statement.Indicator>> byId = new HashMap<>();
    for (var declared : checking.declarations().of(Statement.Indicator.class)) {
      if (byId.putIfAbsent(declared.syntax().name().text(), declared) != null) continue;
      var indicator = indicator(declared);
      if (indicator != null) indicators.add(indicator);
    }
    circles(byId);
    return List.copyOf(indicators);
  }

  private @Nullable Indicator indicator(Declared<Statement.Indicator> declared) {
    var written = declared.syntax();
    var chance = chance(declared);
    var observation = observation(declared);
    var same = written.sameSignAs();
    var known =
        same == null || checking.conditions().known(Kind.INDICATOR, same, declared.at(same.span()));
    if (chance == null || !known) return null;
    return new Indicator(
        written.name().text(),
        written.text().text(),
        written.withinDays(),
        chance,
        observation,
        same == null ? null : same.text(),
        declared.origin(written.span()));
  }

  private @Nullable Chance chance(Declared<Statement.Indicator> declared) {
    var written = declared.syntax();
    var cases = new ArrayList<Chance.Case>();
    var labels = new Ids();
    var sound = true;
    for (var one : written.cases()) {
      var condition =
          one.condition() == null
              ? null
              : checking.conditions().resolve(one.condition(), Scope.dossier(declared));
      var words =
          one.condition() == null ? "otherwise" : "if " + declared.slice(one.condition().span());
      var probability = probability(one.amount(), labels.unique(words), declared);
      if (probability == null || (condition == null && one.condition() != null)) sound = false;
      else cases.add(new Chance.Case(condition, probability));
    }
    if (written.otherwise() != null) {
      var otherwise = probability(written.otherwise(), "otherwise", declared);
      if (otherwise == null) sound = false;
      else cases.add(new Chance.Case(null, otherwise));
    }
    if (!sound || cases.isEmpty()) return null;
    return cases.getLast().condition() == null
        ? new Chance(List.copyOf(cases))
        : closed(cases, declared);
  }

  private @Nullable Quantity probability(
      casus.syntax.Amount amount, String words, Declared<Statement.Indicator> declared) {
    var written = declared.syntax();
    return checking
        .amounts()
        .probability(
            amount,
            new Amounts.Purpose(
                written.name().text() + " " + words,
                "chance of seeing \"" + written.text().text() + "\" " + words,
                declared));
  }

  /// Cases that name every outcome of a question leave nothing else: the last of them stands for
  /// all that is left.
  private @Nullable Chance closed(List<Chance.Case> cases, Declared<Statement.Indicator> declared) {
    @Nullable String question = null;
    Set<Integer> reached = new HashSet<>();
    for (var one : cases)
      if (one.condition() instanceof Condition.Reached only
          && !only.orMore()
          && (question == null || question.equals(only.question()))) {
        question = only.question();
        reached.add(only.outcome());
      } else {
        return open(declared, "says nothing for all other cases");
      }
    var outcomes = question == null ? List.<String>of() : checking.names().outcomesOf(question);
    for (var i = 0; i < outcomes.size(); i++)
      if (!reached.contains(i))
        return open(declared, "says nothing for the outcome `" + outcomes.get(i) + "`");
    var closed = new ArrayList<>(cases.subList(0, cases.size() - 1));
    closed.add(new Chance.Case(null, cases.getLast().probability()));
    return new Chance(List.copyOf(closed));
  }

  private @Nullable Chance open(Declared<Statement.Indicator> declared, String what) {
    var written = declared.syntax();
    checking
        .findings()
        .add(
            Problem.of(
                    Code.E505,
                    declared.at(written.span()),
                    "the indicator `" + written.name().text() + "` " + what)
                .expecting("an amount for every outcome, or `else`")
                .hint("`else AMOUNT` at the end"));
    return null;
  }

  private Indicator.Observation observation(Declared<Statement.Indicator> declared) {
    var written = declared.syntax();
    var cites = new ArrayList<String>();
    for (Name claim : written.seenCites()) {
      var known = checking.conditions().known(Kind.CLAIM, claim, declared.at(claim.span()));
      if (known && !checking.names().isLeftOut(claim.text())) cites.add(claim.text());
    }
    var seen = written.seen();
    var notSeen = written.notSeenBy();
    if (seen != null && notSeen != null && !seen.day().isAfter(notSeen.day()))
      checking
          .findings()
          .add(
              Problem.of(
                      Code.E504,
                      declared.at(notSeen.span()),
                      "`"
                          + written.name().text()
                          + "` was seen on "
                          + seen.day()
                          + " and not seen by "
                          + notSeen.day())
                  .expecting("one of the two"));
    if (seen != null && isKnown(seen, declared))
      return new Indicator.Observation.Seen(seen.day(), List.copyOf(cites));
    if (notSeen != null && isKnown(notSeen, declared))
      return new Indicator.Observation.NotSeenBy(notSeen.day());
    return new Indicator.Observation.None();
  }

  private boolean isKnown(casus.syntax.Day day, Declared<?> where) {
    return checking.dates().isKnown(Dates.Item.OBSERVATION, day, where.at(day.span()));
  }

  private void circles(Map<String, Declared<Statement.Indicator>> byId) {
    var circles = Circles.in(byId.keySet(), id -> same(byId.get(id)));
    for (var circle : circles) {
      var declared = java.util.Objects.requireNonNull(byId.get(circle.getFirst()));
      var lines = new ArrayList<String>();
      for (var id : circle) {
        var one = java.util.Objects.requireNonNull(byId.get(id));
        lines.add("`" + id + "` (" + one.origin(one.syntax().span()) + ")");
      }
      checking
          .findings()
          .add(
              Code.E204,
              declared.at(declared.syntax().span()),
              "indicators are the same sign as each other: " + String.join(", ", lines));
    }
  }

  private static List<String> same(@Nullable Declared<Statement.Indicator> declared) {
    var same = declared == null ? null : declared.syntax().sameSignAs();
    return same == null ? List.of() : List.of(same.text());
  }
}
