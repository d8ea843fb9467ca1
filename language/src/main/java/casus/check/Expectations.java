package casus.check;

import casus.check.Names.Kind;
import casus.model.Condition;
import casus.model.Expectation;
import casus.model.Origin;
import casus.syntax.Atom;
import casus.syntax.Name;
import casus.text.Code;
import casus.text.Problem;
import casus.text.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The tests of a file, resolved.
final class Expectations {
  private static final Set<Kind> SWINGING =
      EnumSet.of(
          Kind.FACT,
          Kind.TERM,
          Kind.ARTICLE,
          Kind.COUNCIL,
          Kind.REASON,
          Kind.SOURCE,
          Kind.CLAIM,
          Kind.INDICATOR,
          Kind.QUESTION);

  private final Checking checking;
  private final Scenarios scenarios;

  Expectations(Checking checking, Scenarios scenarios) {
    this.checking = checking;
    this.scenarios = scenarios;
  }

  /// The tests of the file that was asked for; those of the files it uses are theirs.
  List<Expectation> resolve() {
    var resolved = new ArrayList<Expectation>();
    var main = checking.main();
    for (var written : main.document().expectations()) {
      var expectation = expectation(new Declared<>(written, main.source()));
      if (expectation != null) resolved.add(expectation);
    }
    return List.copyOf(resolved);
  }

  private @Nullable Expectation expectation(Declared<casus.syntax.Expectation> declared) {
    var span = declared.syntax().span();
    var origin = declared.origin(span);
    var written = declared.slice(span).replaceFirst("^expect\\s+", "");
    var setting = setting(declared.syntax().setting(), declared);
    return switch (declared.syntax()) {
      case casus.syntax.Expectation.Status status -> {
        var could = checking.conditions().could(status.could(), Scope.dossier(declared));
        var expected = status(status, declared);
        yield could == null || expected == null
            ? null
            : new Expectation.StatusIs(could, expected, setting, written, origin);
      }
      case casus.syntax.Expectation.Between between ->
          between(between, declared, setting, written, origin);
      case casus.syntax.Expectation.Compared compared -> {
        var event = resolve(compared.event(), declared);
        var than = compared.than() == null ? null : resolve(compared.than(), declared);
        yield event == null || (than == null && compared.than() != null)
            ? null
            : new Expectation.Compared(event, compared.higher(), than, setting, written, origin);
      }
      case casus.syntax.Expectation.SwingFirst swing -> {
        var outcome = checking.conditions().reached(swing.outcome(), Scope.dossier(declared));
        var candidates = candidates(swing.candidates(), declared);
        yield outcome == null || candidates.isEmpty()
            ? null
            : new Expectation.SwingFirst(outcome, candidates, setting, written, origin);
      }
    };
  }

  private @Nullable Condition resolve(casus.syntax.Condition written, Declared<?> where) {
    return checking.conditions().resolve(written, Scope.dossier(where));
  }

  private Expectation.@Nullable Status status(
      casus.syntax.Expectation.Status written, Declared<?> where) {
    var name = written.status().strip().toUpperCase(java.util.Locale.ROOT).replace(' ', '_');
    for (var status : Expectation.Status.values()) if (status.name().equals(name)) return status;
    checking
        .findings()
        .add(
            Problem.of(
                    Code.E201,
                    where.at(written.span()),
                    "there is no legal status `" + written.status() + "`")
                .expecting(
                    "lawful, permitted, obliged, forbidden, silent, conflict or depends on reading"));
    return null;
  }

  private @Nullable Expectation between(
      casus.syntax.Expectation.Between written,
      Declared<?> where,
      Expectation.Setting setting,
      String text,
      Origin origin) {
    var event = resolve(written.event(), where);
    var low = written.tolerance() ? Math.max(0, written.low()) : written.low();
    var high = written.tolerance() ? Math.min(1, written.high()) : written.high();
    if (!(low >= 0 && low <= 1 && high >= 0 && high <= 1)) {
      report(Code.E302, "a bound outside 0 to 100%", "0 to 100%", where, written.span());
      return null;
    }
    if (low > high) {
      report(
          Code.E303,
          "the lower bound is over the upper one",
          "the lower bound first",
          where,
          written.span());
      return null;
    }
    return event == null ? null : new Expectation.Between(event, low, high, setting, text, origin);
  }

  private void report(Code code, String found, String expected, Declared<?> where, Span span) {
    checking.findings().add(Problem.of(code, where.at(span), found).expecting(expected));
  }

  private List<String> candidates(List<Atom> atoms, Declared<?> where) {
    var candidates = new ArrayList<String>();
    for (var atom : atoms) {
      var text = atom.text();
      var entry = checking.names().entry(text);
      if (text.equals("base")
          || (entry != null && SWINGING.contains(entry.kind()))
          || isStrength(text)) candidates.add(text);
      else
        checking
            .findings()
            .add(
                Problem.of(
                        Code.E201,
                        where.at(atom.span()),
                        "there is nothing to swing named `" + text + "`")
                    .expecting("`base`, a fact, a term, a reason, a source or a word of the scale")
                    .hint(checking.names().suggest(text, checking.names().all(SWINGING))));
    }
    return candidates.size() == atoms.size() ? List.copyOf(candidates) : List.of();
  }

  private boolean isStrength(String word) {
    return checking.amounts().strengths().stream()
        .anyMatch(strength -> strength.id().equals("strength " + word));
  }

  private Expectation.Setting setting(casus.syntax.Expectation.Setting written, Declared<?> where) {
    var given = scenarios.suppositions(written.given(), where, new HashSet<>());
    var scenario = known(Kind.SCENARIO, written.scenario(), where);
    var lever = known(Kind.LEVER, written.lever(), where);
    var readings = new ArrayList<Expectation.ReadingChoice>();
    for (var choice : written.readings()) {
      var reading = reading(choice.term(), choice.reading(), where);
      if (reading != null) readings.add(reading);
    }
    return new Expectation.Setting(
        given,
        written.asOf() == null ? null : written.asOf().day(),
        scenario,
        lever,
        List.copyOf(readings));
  }

  private @Nullable String known(Kind kind, @Nullable Name name, Declared<?> where) {
    if (name == null) return null;
    return checking.conditions().known(kind, name, where.at(name.span())) ? name.text() : null;
  }

  private Expectation.@Nullable ReadingChoice reading(Name issue, Name reading, Declared<?> where) {
    var id = checking.conditions().issue(issue, where.at(issue.span()));
    if (id == null) return null;
    var readings = checking.names().readings(id);
    if (readings.contains(reading.text())) return new Expectation.ReadingChoice(id, reading.text());
    checking
        .findings()
        .add(
            Problem.of(
                    Code.E201,
                    where.at(reading.span()),
                    "`" + id + "` has no reading `" + reading.text() + "`")
                .expecting(readings.isEmpty() ? "a contested term" : String.join(", ", readings))
                .hint(checking.names().suggest(reading.text(), readings)));
    return null;
  }
}
