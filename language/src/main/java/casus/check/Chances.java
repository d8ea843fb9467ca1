package casus.check;

import casus.model.Chance;
import casus.model.Condition;
import casus.model.Quantity;
import casus.syntax.Day;
import casus.text.Code;
import casus.text.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Probabilities that depend on conditions or dates: of all the numbers written, those in force on
/// the as-of date.
final class Chances {
  private final Amounts amounts;
  private final Conditions conditions;
  private final Dates dates;
  private final Findings findings;

  Chances(Amounts amounts, Conditions conditions, Dates dates, Findings findings) {
    this.amounts = amounts;
    this.conditions = conditions;
    this.dates = dates;
    this.findings = findings;
  }

  private record Dated(@Nullable Condition condition, Quantity probability, LocalDate since) {}

  /// The chance, or null after reporting what is wrong with it.
  @Nullable Chance resolve(casus.syntax.Chance written, Amounts.Purpose purpose, Scope scope) {
    var inForce = new ArrayList<Dated>();
    var later = new ArrayList<Dated>();
    var sound = true;
    for (var one : written.cases()) {
      var condition = one.condition() == null ? null : conditions.resolve(one.condition(), scope);
      var probability = amounts.probability(one.amount(), purposeOf(one, written, purpose));
      sound &= probability != null && (condition != null || one.condition() == null);
      var known = isKnown(one.since(), purpose);
      if (probability == null) continue;
      (known ? inForce : later).add(new Dated(condition, probability, since(one.since())));
    }
    if (!sound) return null;
    return chance(inForce, later, written, purpose);
  }

  private boolean isKnown(@Nullable Day since, Amounts.Purpose purpose) {
    return since == null
        || dates.isKnown(Dates.Item.NUMBER, since, purpose.where().at(since.span()));
  }

  private static LocalDate since(@Nullable Day day) {
    return day == null ? LocalDate.MIN : day.day();
  }

  private static Amounts.Purpose purposeOf(
      casus.syntax.Chance.Case one, casus.syntax.Chance all, Amounts.Purpose purpose) {
    if (one.condition() != null)
      return suffixed(purpose, " if " + purpose.where().slice(one.condition().span()));
    var depends = all.cases().stream().anyMatch(other -> other.condition() != null);
    return depends ? suffixed(purpose, " otherwise") : purpose;
  }

  private static Amounts.Purpose suffixed(Amounts.Purpose purpose, String suffix) {
    return new Amounts.Purpose(purpose.id() + suffix, purpose.label() + suffix, purpose.where());
  }

  /// Of several numbers for the same case the latest counts. Before the first dated number, that
  /// first one stands in: the fact was no less uncertain then.
  private @Nullable Chance chance(
      List<Dated> inForce,
      List<Dated> later,
      casus.syntax.Chance written,
      Amounts.Purpose purpose) {
    var cases = new ArrayList<Dated>();
    @Nullable Dated otherwise = null;
    for (var dated : inForce)
      if (dated.condition() == null) otherwise = later(otherwise, dated);
      else replaceOrAdd(cases, dated);
    if (otherwise == null)
      for (var dated : later)
        if (dated.condition() == null
            && (otherwise == null || dated.since().isBefore(otherwise.since()))) otherwise = dated;
    if (otherwise == null) {
      if (!written.cases().isEmpty())
        findings.add(
            Problem.of(
                    Code.E102,
                    purpose.where().at(written.cases().getLast().amount().span()),
                    "no probability is left for all other cases")
                .expecting("a last amount with `otherwise`")
                .grammar("amount if condition {, amount if condition}, amount otherwise"));
      return null;
    }
    var resolved = new ArrayList<Chance.Case>();
    for (var dated : cases) resolved.add(new Chance.Case(dated.condition(), dated.probability()));
    resolved.add(new Chance.Case(null, otherwise.probability()));
    return new Chance(List.copyOf(resolved));
  }

  private static Dated later(@Nullable Dated one, Dated other) {
    return one == null || other.since().isAfter(one.since()) ? other : one;
  }

  private static void replaceOrAdd(List<Dated> cases, Dated dated) {
    for (var i = 0; i < cases.size(); i++)
      if (java.util.Objects.equals(cases.get(i).condition(), dated.condition())) {
        cases.set(i, later(cases.get(i), dated));
        return;
      }
    cases.add(dated);
  }
}
