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
import java.util.Objects;
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
        classes.add(
            new BaseRate.ReferenceClass(
                entry.getKey(),
                chosen.syntax().weight(),
                cases(Objects.requireNonNull(cases)),
                counted(cases.syntax().recorded())));
    }
    return List.copyOf(classes);
  }

  private static @Nullable String counted(@Nullable Recorded recorded) {
    return recorded == null
        ? null
        : recorded.set().text()
            + (recorded.filter().text().isBlank() ? "" : ", " + recorded.filter().text())
            + (recorded.unverified() ? ", with unverified records" : "");
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

  private List<BaseRate.PastCase> cases(Declared<Statement.ReferenceClass> reference) {
    var recorded = reference.syntax().recorded();
    if (recorded != null) return recorded(reference, recorded);
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

  /// The records of a class by how they ended; those of no outcome are of the first, which takes
  /// what the others leave. What happened after the as-of date is not known yet.
  private List<BaseRate.PastCase> recorded(
      Declared<Statement.ReferenceClass> reference, Recorded recorded) {
    var outcomes = new ArrayList<Integer>();
    for (var sorted : recorded.outcomes())
      outcomes.add(
          checking
              .conditions()
              .outcome(question, sorted.outcome(), reference.at(sorted.outcome().span())));
    if (outcomes.isEmpty())
      report(
          Problem.of(
                  Code.E505,
                  reference.at(recorded.span()),
                  "nothing says which of these records ended how")
              .expecting(
                  "an outcome and its records below, such as `open \"outcome = troops_sent\"`")
              .grammar("OUTCOME FILTER {, OUTCOME FILTER}"));
    var filters = recorded.outcomes().stream().map(sorted -> sorted.filter().text()).toList();
    var asked =
        new Records.Asked(
            recorded.set().text(), recorded.filter().text(), filters, recorded.unverified());
    var cases = new ArrayList<BaseRate.PastCase>();
    switch (checking.records().read(asked)) {
      case Records.Reading.Found(var found) -> {
        for (var one : found) {
          var date = one.date();
          if (date != null && date.isAfter(checking.dates().asOf())) continue;
          var outcome = one.outcome() < 0 ? 0 : outcomes.get(one.outcome());
          if (outcome >= 0) cases.add(new BaseRate.PastCase(one.name(), outcome));
        }
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
    return List.copyOf(cases);
  }

  private void report(Problem problem) {
    checking.findings().add(problem);
  }
}
