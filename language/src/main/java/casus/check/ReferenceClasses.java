package casus.check;

import casus.model.BaseRate;
import casus.syntax.Statement;
import casus.syntax.Statement.ReferenceClass.Recorded;
import casus.text.Code;
import casus.text.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The classes of past cases that a base rate draws on. `base Q from class "…" weight 2` picks
/// classes by their text from those listed anywhere for that question; otherwise all count.
final class ReferenceClasses {
  private final Checking checking;
  private final String question;

  ReferenceClasses(Checking checking, String question) {
    this.checking = checking;
    this.question = question;
  }

  List<BaseRate.ReferenceClass> resolve(List<Declared<Statement.Base>> bases) {
    Map<String, Declared<Statement.ReferenceClass>> listed = new LinkedHashMap<>();
    Map<String, Declared<Statement.ReferenceClass>> picked = new LinkedHashMap<>();
    for (var base : bases)
      for (var reference : base.syntax().classes()) {
        var to = reference.cases().isEmpty() && reference.recorded() == null ? picked : listed;
        if (to.put(reference.text().text(), base.with(reference)) != null)
          checking
              .findings()
              .add(
                  Code.E202,
                  base.at(reference.text().span()),
                  "the class \"" + reference.text().text() + "\" stands twice");
      }
    var classes = new ArrayList<BaseRate.ReferenceClass>();
    for (var entry : (picked.isEmpty() ? listed : picked).entrySet()) {
      var chosen = entry.getValue();
      var cases = listed.get(entry.getKey());
      if (cases == null) unlisted(chosen, listed.keySet());
      else if (checkWeight(chosen))
        classes.add(known(entry.getKey(), chosen.syntax().weight(), cases));
    }
    return List.copyOf(classes);
  }

  private BaseRate.ReferenceClass known(
      String text, double weight, Declared<Statement.ReferenceClass> reference) {
    var recorded = reference.syntax().recorded();
    if (recorded == null) return known(text, weight, listed(reference), null, List.of());
    var sorted = sorted(reference, recorded);
    var found = found(reference, recorded, sorted);
    var cases = new ArrayList<BaseRate.PastCase>();
    for (var one : found.cases())
      if (one.outcome() >= 0) cases.add(new BaseRate.PastCase(one.name(), one.outcome()));
    var where =
        new BaseRate.Recorded(
            recorded.set().text(),
            recorded.filter().text(),
            sorted.stream().map(s -> new BaseRate.Sorted(s.outcome(), s.filter())).toList(),
            recorded.unverified(),
            found.unit());
    return known(text, weight, List.copyOf(cases), where, found.worth());
  }

  private BaseRate.ReferenceClass known(
      String text,
      double weight,
      List<BaseRate.PastCase> cases,
      BaseRate.@Nullable Recorded where,
      List<Records.Worth> worth) {
    var said = new ArrayList<BaseRate.Said>();
    for (var o = 0; o < checking.names().outcomesOf(question).size(); o++) {
      var outcome = o;
      said.add(
          JeffreysPool.said(
              (int) cases.stream().filter(one -> one.outcome() == outcome).count(),
              cases.size(),
              worth.stream().filter(w -> w.outcome() == outcome).findFirst().orElse(null)));
    }
    return new BaseRate.ReferenceClass(text, weight, cases, where, List.copyOf(said));
  }

  private void unlisted(Declared<Statement.ReferenceClass> chosen, Iterable<String> listed) {
    var text = chosen.syntax().text();
    checking
        .findings()
        .add(
            Problem.of(
                    Code.E201,
                    chosen.at(text.span()),
                    "the class \"" + text.text() + "\" lists no cases for `" + question + "`")
                .expecting("a class with its cases below it")
                .grammar("CASE OUTCOME [DATE] {, CASE OUTCOME [DATE]}")
                .hint(checking.names().suggest(text.text(), listed)));
  }

  private boolean checkWeight(Declared<Statement.ReferenceClass> reference) {
    var weight = reference.syntax().weight();
    if (weight > 0 && Double.isFinite(weight)) return true;
    checking
        .findings()
        .add(
            Problem.of(
                    Code.E505,
                    reference.at(reference.syntax().span()),
                    "a class of weight " + Amounts.number(weight))
                .expecting("a weight over 0"));
    return false;
  }

  private List<BaseRate.PastCase> listed(Declared<Statement.ReferenceClass> reference) {
    var cases = new ArrayList<BaseRate.PastCase>();
    for (var one : reference.syntax().cases()) {
      var outcome =
          checking
              .conditions()
              .outcome(question, one.outcome(), reference.at(one.outcome().span()));
      var date = one.date();
      var known =
          date == null
              || checking.dates().isKnown(Dates.Item.CASE, date, reference.at(date.span()));
      if (outcome >= 0 && known) cases.add(new BaseRate.PastCase(one.name().text(), outcome));
    }
    return List.copyOf(cases);
  }

  private List<Records.Sorted> sorted(
      Declared<Statement.ReferenceClass> reference, Recorded recorded) {
    var sorted = new ArrayList<Records.Sorted>();
    for (var one : recorded.outcomes())
      sorted.add(
          new Records.Sorted(
              checking
                  .conditions()
                  .outcome(question, one.outcome(), reference.at(one.outcome().span())),
              one.filter().text()));
    if (sorted.isEmpty())
      report(
          Problem.of(
                  Code.E505,
                  reference.at(recorded.span()),
                  "nothing says which of these records ended how")
              .expecting(
                  "an outcome and its records below, such as `open \"outcome = troops_sent\"`")
              .grammar("OUTCOME FILTER {, OUTCOME FILTER}"));
    return sorted;
  }

  /// The records of a class by how they ended; those of no outcome are of the first, which takes
  /// what the others leave. What happened after the as-of date is not known yet.
  private Records.Reading.Found found(
      Declared<Statement.ReferenceClass> reference,
      Recorded recorded,
      List<Records.Sorted> sorted) {
    var asked =
        new Records.Asked(
            recorded.set().text(),
            recorded.filter().text(),
            sorted,
            recorded.unverified(),
            checking.dates().asOf());
    switch (checking.records().read(asked)) {
      case Records.Reading.Found found -> {
        return found;
      }
      case Records.Reading.Unknown(var sets) ->
          report(
              Problem.of(
                      Code.E201,
                      reference.at(recorded.set().span()),
                      "there is no record set `" + recorded.set().text() + "`")
                  .expecting("a set that `casus history` lists")
                  .hint(checking.names().suggest(recorded.set().text(), sets)));
      case Records.Reading.Missing(var because) ->
          report(
              Problem.of(
                  Code.E701,
                  reference.at(recorded.set().span()),
                  "the records `" + recorded.set().text() + "` are not at hand: " + because));
      case Records.Reading.Misread(var filter, var what, var expected, var hint) -> {
        var text = filter == 0 ? recorded.filter() : recorded.outcomes().get(filter - 1).filter();
        var problem = Problem.of(Code.E102, reference.at(text.span()), what);
        if (expected != null) problem = problem.expecting(expected);
        report(problem.hint(hint));
      }
    }
    return new Records.Reading.Found("", List.of(), List.of());
  }

  private void report(Problem problem) {
    checking.findings().add(problem);
  }
}
