package casus.check;

import casus.model.BaseRate;
import casus.syntax.Statement;
import casus.text.Code;
import casus.text.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
        var to = reference.cases().isEmpty() ? picked : listed;
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
                entry.getKey(), chosen.syntax().weight(), cases(Objects.requireNonNull(cases))));
    }
    return List.copyOf(classes);
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
}
