package casus.check;

import casus.check.Names.Kind;
import casus.model.Condition;
import casus.model.Quantity;
import casus.model.Weighing;
import casus.syntax.Amount;
import casus.syntax.Name;
import casus.syntax.Statement;
import casus.text.Code;
import casus.text.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The reasons for and against each outcome, the conditions that rule one out, and overlaps.
final class Weighings {
  private final Checking checking;
  private final Set<String> withBase;
  private final Ids ids = new Ids();
  private final Map<String, Integer> outcomeOfReason = new HashMap<>();

  /// @param withBase questions for which a base rate is written
  Weighings(Checking checking, Set<String> withBase) {
    this.checking = checking;
    this.withBase = withBase;
  }

  List<Weighing> resolve() {
    for (var name : checking.names().all(java.util.EnumSet.allOf(Kind.class))) ids.take(name);
    Map<String, List<Declared<Statement.Weigh>>> byQuestion = new LinkedHashMap<>();
    for (var weigh : checking.declarations().of(Statement.Weigh.class)) {
      var name = weigh.syntax().question();
      if (checking.conditions().known(Kind.QUESTION, name, weigh.at(name.span())))
        byQuestion.computeIfAbsent(name.text(), _ -> new ArrayList<>()).add(weigh);
    }
    var weighings = new ArrayList<Weighing>();
    byQuestion.forEach((question, written) -> weighings.add(weighing(question, written)));
    return List.copyOf(weighings);
  }

  private Weighing weighing(String question, List<Declared<Statement.Weigh>> written) {
    var reasons = new ArrayList<Weighing.Reason>();
    var gates = new ArrayList<Weighing.Gate>();
    var overlaps = new ArrayList<Weighing.Overlap>();
    for (var weigh : written) {
      if (!withBase.contains(question)) noBase(weigh);
      for (var block : weigh.syntax().reasons()) reasons(question, block, weigh, reasons);
      for (var gate : weigh.syntax().gates()) {
        var outcome = outcome(question, gate.outcome(), weigh);
        var condition = checking.conditions().resolve(gate.condition(), Scope.dossier(weigh));
        if (outcome >= 0 && condition != null)
          gates.add(new Weighing.Gate(outcome, condition, weigh.origin(gate.span())));
      }
    }
    for (var weigh : written)
      for (var overlap : weigh.syntax().overlaps()) overlap(overlap, weigh, overlaps);
    var first = written.getFirst();
    return new Weighing(
        question,
        List.copyOf(reasons),
        List.copyOf(gates),
        List.copyOf(overlaps),
        first.origin(first.syntax().span()));
  }

  private void noBase(Declared<Statement.Weigh> weigh) {
    var name = weigh.syntax().question().text();
    checking
        .findings()
        .add(
            Problem.of(
                    Code.E502,
                    weigh.at(weigh.syntax().span()),
                    "reasons are weighed for `" + name + "`, which has no base rate")
                .expecting(
                    "`base "
                        + name
                        + "`: the odds that reasons multiply, from cases like this one"));
  }

  private int outcome(String question, Name outcome, Declared<?> where) {
    return checking.conditions().outcome(question, outcome, where.at(outcome.span()));
  }

  private void reasons(
      String question,
      Statement.Weigh.Reasons block,
      Declared<Statement.Weigh> weigh,
      List<Weighing.Reason> reasons) {
    var outcome = outcome(question, block.outcome(), weigh);
    for (var written : block.reasons()) {
      var reason = reason(written, block.outcome().text(), outcome, weigh);
      if (reason != null && outcome >= 0) reasons.add(reason);
    }
  }

  private Weighing.@Nullable Reason reason(
      Statement.Reason written, String outcomeName, int outcome, Declared<Statement.Weigh> weigh) {
    var id = id(written, outcomeName);
    var strength = written.strength();
    var factor = strength == null ? null : factor(strength, id, written, weigh);
    @Nullable Condition condition = null;
    var sound = strength == null ? written.inBase() : factor != null;
    if (strength == null && !written.inBase())
      checking
          .findings()
          .add(
              Problem.of(
                      Code.E102,
                      weigh.at(written.text().span()),
                      "the reason \"" + written.text().text() + "\" has no strength")
                  .expecting("a word of the scale, a factor such as x3, or `in base`")
                  .grammar("+|- TEXT [as NAME] strength [if condition] [\"[\" CLAIMS \"]\"]"));
    if (written.condition() != null) {
      condition = checking.conditions().resolve(written.condition(), Scope.dossier(weigh));
      sound &= condition != null;
    }
    var cites = new ArrayList<String>();
    for (var claim : written.cites()) {
      var known = checking.conditions().known(Kind.CLAIM, claim, weigh.at(claim.span()));
      if (known && !checking.names().isLeftOut(claim.text())) cites.add(claim.text());
    }
    outcomeOfReason.put(id, outcome);
    if (!sound) return null;
    return new Weighing.Reason(
        id,
        written.text().text(),
        outcome,
        written.favours(),
        factor,
        condition,
        List.copyOf(cites),
        written.inBase(),
        written.because() == null ? null : written.because().text(),
        weigh.origin(written.span()));
  }

  /// Its name, else its text as a name, with the outcome where the text alone is taken.
  private String id(Statement.Reason written, String outcome) {
    if (written.name() != null) return written.name().text();
    var slug = Ids.slug(written.text().text());
    return ids.unique(ids.isTaken(slug) ? slug + "-" + outcome : slug);
  }

  private @Nullable Quantity factor(
      Amount strength, String id, Statement.Reason written, Declared<Statement.Weigh> weigh) {
    var purpose =
        new Amounts.Purpose(
            "factor " + id, "weight of the reason \"" + written.text().text() + "\"", weigh);
    return checking.amounts().factor(strength, purpose, written.because());
  }

  private void overlap(
      Statement.Weigh.Overlap written,
      Declared<Statement.Weigh> weigh,
      List<Weighing.Overlap> overlaps) {
    var correlation = written.correlation();
    var sound = correlation >= 0 && correlation <= 1;
    if (!sound)
      checking
          .findings()
          .add(
              Problem.of(
                      Code.E302,
                      weigh.at(written.span()),
                      "an overlap of " + Amounts.number(correlation))
                  .expecting("0 (independent) to 1 (one reason in several wordings)"));
    Name first = written.reasons().getFirst();
    for (var name : written.reasons()) {
      var known = checking.conditions().known(Kind.REASON, name, weigh.at(name.span()));
      sound &= known;
      if (known
          && !java.util.Objects.equals(
              outcomeOfReason.get(name.text()), outcomeOfReason.get(first.text()))) {
        checking
            .findings()
            .add(
                Problem.of(
                        Code.E505,
                        weigh.at(name.span()),
                        "`"
                            + first.text()
                            + "` and `"
                            + name.text()
                            + "` are reasons of different outcomes")
                    .expecting(
                        "reasons of one outcome: only their factors are multiplied together"));
        sound = false;
      }
    }
    if (sound)
      overlaps.add(
          new Weighing.Overlap(
              written.reasons().stream().map(Name::text).distinct().toList(), correlation));
  }
}
