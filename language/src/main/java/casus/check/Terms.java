package casus.check;

import casus.model.Condition;
import casus.model.Quantity;
import casus.model.Term;
import casus.syntax.Statement;
import casus.text.Code;
import casus.text.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Legal terms and the ways they are read.
final class Terms {
  private final Checking checking;

  Terms(Checking checking) {
    this.checking = checking;
  }

  /// @param prefix "cst." inside an instrument, else empty
  @Nullable Term term(Declared<Statement.Term> declared, String prefix, Scope scope) {
    var written = declared.syntax();
    var id = prefix + written.atom().name().text();
    var parameter = written.atom().argument();
    if (parameter != null && !parameter.text().equals("P") && !parameter.text().equals("S"))
      report(
          Problem.of(
                  Code.E603,
                  declared.at(parameter.span()),
                  "the term `" + id + "` has the parameter `" + parameter.text() + "`")
              .expecting("P for a party, or S for any state"));
    var readings = readings(declared, id, scope);
    if (readings.isEmpty()) return null;
    checkWeights(readings, declared, id);
    return new Term(
        id,
        parameter == null ? null : parameter.text(),
        written.text() == null ? null : written.text().text(),
        readings,
        declared.origin(written.span()));
  }

  private List<Term.Reading> readings(Declared<Statement.Term> declared, String id, Scope scope) {
    var written = declared.syntax();
    var readings = new ArrayList<Term.Reading>();
    if (written.means() != null) {
      if (!written.readings().isEmpty())
        report(
            Problem.of(
                    Code.E603,
                    declared.at(written.span()),
                    "the term `" + id + "` has both a meaning of its own and readings")
                .expecting("one or the other; the meaning can be the first reading"));
      var means = checking.conditions().resolve(written.means(), scope);
      if (means != null)
        readings.add(
            new Term.Reading(
                "as-defined",
                written.text() == null ? id : written.text().text(),
                means,
                null,
                null,
                declared.origin(written.span())));
    }
    var seen = new HashSet<String>();
    for (var reading : written.readings()) {
      distinct(reading, seen, declared, id, checking);
      var resolved = reading(reading, declared, id, scope);
      if (resolved != null) readings.add(resolved);
    }
    return List.copyOf(readings);
  }

  /// Two readings of one issue cannot share a name.
  static void distinct(
      Statement.Reading reading,
      Set<String> seen,
      Declared<?> declared,
      String id,
      Checking checking) {
    if (!seen.add(reading.name().text()))
      checking
          .findings()
          .add(
              Code.E202,
              declared.at(reading.name().span()),
              "`" + id + "` already has a reading `" + reading.name().text() + "`");
  }

  private Term.@Nullable Reading reading(
      Statement.Reading reading, Declared<Statement.Term> declared, String id, Scope scope) {
    var means =
        reading.means() == null
            ? new Condition.Truth(false)
            : checking.conditions().resolve(reading.means(), scope);
    if (means == null) return null;
    return new Term.Reading(
        reading.name().text(),
        reading.text() == null ? reading.name().text() : reading.text().text(),
        means,
        weight(reading, declared, id, checking),
        reading.heldBy() == null ? null : reading.heldBy().text(),
        declared.origin(reading.span()));
  }

  static @Nullable Quantity weight(
      Statement.Reading reading, Declared<?> declared, String id, Checking checking) {
    if (reading.weight() == null) return null;
    var name = reading.name().text();
    return checking
        .amounts()
        .probability(
            reading.weight(),
            new Amounts.Purpose(
                "weight " + id + " " + name,
                "chance that `" + name + "` is the right reading of " + id,
                declared));
  }

  private void checkWeights(
      List<Term.Reading> readings, Declared<Statement.Term> declared, String id) {
    var weights = new ArrayList<Quantity>();
    for (var reading : readings) if (reading.weight() != null) weights.add(reading.weight());
    weights(weights, readings.size(), declared.at(declared.syntax().span()), id, checking);
  }

  /// Weights are given to all readings or to none, and together make 100 %.
  static void weights(
      List<Quantity> weights, int readings, casus.text.Place place, String id, Checking checking) {
    if (weights.isEmpty()) return;
    var sum = weights.stream().mapToDouble(Quantity::point).sum();
    if (weights.size() == readings && Math.abs(sum - 1) < 0.005) return;
    var found =
        weights.size() < readings
            ? "only some readings of `" + id + "` have a weight"
            : "the weights of the readings of `" + id + "` make " + Amounts.percent(sum);
    checking
        .findings()
        .add(
            Problem.of(Code.E305, place, found)
                .expecting("a weight for every reading, together 100%, or none at all"));
  }

  private void report(Problem problem) {
    checking.findings().add(problem);
  }
}
