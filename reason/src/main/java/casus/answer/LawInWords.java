package casus.answer;

import casus.model.Dossier;
import casus.treaty.Formula;
import casus.treaty.Issue;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Formulas of the law for a reader: under the readings in force, and in words.
final class LawInWords {
  private final Dossier dossier;
  private final Asked asked;
  private final List<Issue> issues;

  LawInWords(Dossier dossier, Asked asked, List<Issue> issues) {
    this.dossier = dossier;
    this.asked = asked;
    this.issues = List.copyOf(issues);
  }

  /// The index of the reading in force, or null where the readings have weights.
  @Nullable Integer chosen(String issue) {
    for (var known : issues)
      if (known.id().equals(issue) && known.weights() == null) {
        for (var choice : asked.readings())
          if (choice.issue().equals(issue) && known.readings().contains(choice.reading()))
            return known.readings().indexOf(choice.reading());
        return 0;
      }
    return null;
  }

  /// The formula without the readings that are in force and those that are not.
  Formula inForce(Formula formula) {
    return switch (formula) {
      case Formula.ReadingIs(String issue, int reading) -> {
        var chosen = chosen(issue);
        yield chosen == null ? formula : Formula.constant(chosen == reading);
      }
      case Formula.Not(Formula inner) -> Formula.not(inForce(inner));
      case Formula.And(List<Formula> parts) ->
          Formula.and(parts.stream().map(this::inForce).toList());
      case Formula.Or(List<Formula> parts) ->
          Formula.or(parts.stream().map(this::inForce).toList());
      case Formula.Named _,
          Formula.Constant _,
          Formula.FactHolds _,
          Formula.Reached _,
          Formula.Decides _ ->
          formula;
    };
  }

  /// "request(BLR)", "decision of cst.council".
  String words(Formula atom) {
    return switch (atom) {
      case Formula.FactHolds(String id) -> id;
      case Formula.Decides decides -> "decision of " + decides.council();
      case Formula.Reached reached -> {
        var question = dossier.question(reached.question());
        yield reached.question()
            + (reached.orMore() ? " >= " : " = ")
            + (question == null ? "?" : question.outcomes().get(reached.outcome()).id());
      }
      case Formula.ReadingIs(String issue, int reading) -> issue + " = " + reading(issue, reading);
      case Formula.Named(String name, Formula _) -> name;
      case Formula.Not(Formula inner) -> "not " + inner(inner);
      case Formula.And(List<Formula> parts) -> joined(parts, " and ");
      case Formula.Or(List<Formula> parts) -> joined(parts, " or ");
      case Formula.Constant(boolean value) -> value ? "always" : "never";
    };
  }

  private String inner(Formula formula) {
    return formula instanceof Formula.And || formula instanceof Formula.Or
        ? "(" + words(formula) + ")"
        : words(formula);
  }

  private String joined(List<Formula> parts, String by) {
    return parts.stream().map(this::inner).collect(Collectors.joining(by));
  }

  private String reading(String issue, int index) {
    for (var known : issues) if (known.id().equals(issue)) return known.readings().get(index);
    return "reading " + (index + 1);
  }
}
