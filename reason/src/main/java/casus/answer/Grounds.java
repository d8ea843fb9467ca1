package casus.answer;

import casus.answer.CouldAnswer.State;
import casus.answer.LegalAnswer.Ground;
import casus.answer.LegalAnswer.Mode;
import casus.model.Claim;
import casus.model.Fact;
import casus.model.Origin;
import casus.model.Term;
import casus.treaty.Formula;
import casus.treaty.Grounding;
import casus.treaty.Issue;
import casus.treaty.Pathway;
import casus.treaty.SufficientSets.Requirement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a condition of the law comes down to: terms as they are read, the facts below them, and who
/// said so. Each step says how it is known.
final class Grounds {
  /// From here something is said to hold, and from 1 minus this to be missing.
  static final double HOLDS = 0.95;

  private final Inquiry inquiry;
  private final Grounding whole;
  private final LawInWords law;

  /// @param whole keeps every fact, so that it knows issues that the inquiry's own folded away
  Grounds(Inquiry inquiry, Grounding whole) {
    this.inquiry = inquiry;
    this.whole = whole;
    law = new LawInWords(inquiry.dossier(), inquiry.asked(), whole.issues());
  }

  /// The readings in force, and formulas in words.
  LawInWords law() {
    return law;
  }

  /// The contested terms and articles that the act comes down to, whatever is given.
  List<Issue> issues() {
    return whole.issues();
  }

  /// HOLDS from 95 %, MISSING to 5 %, UNKNOWN between.
  static State state(double probability) {
    if (probability >= HOLDS) return State.HOLDS;
    return probability <= 1 - HOLDS ? State.MISSING : State.UNKNOWN;
  }

  /// The headline's probability; NaN where the network has no answer.
  double probability(Formula formula) {
    if (formula instanceof Formula.FactHolds(String id)) return fact(id);
    var literal = inquiry.network().find(formula);
    if (literal != null) return Inquiry.probability(inquiry.headline(), literal);
    return settled(formula);
  }

  private double fact(String id) {
    var fact = inquiry.dossier().fact(id);
    if (fact == null) return 0;
    var literal = inquiry.network().find(new Formula.FactHolds(id));
    if (literal != null) return Inquiry.probability(inquiry.headline(), literal);
    if (fact.basis() instanceof Fact.Basis.Given given) return given.value() ? 1 : 0;
    var variable = inquiry.network().fact(id);
    return variable == null ? Double.NaN : inquiry.headline().posterior(variable)[1];
  }

  /// 0 or 1 where the parts settle it, else NaN.
  private double settled(Formula formula) {
    return switch (formula) {
      case Formula.Constant(boolean value) -> value ? 1 : 0;
      case Formula.Not(Formula inner) -> 1 - probability(inner);
      case Formula.Named(String _, Formula inner) -> probability(inner);
      case Formula.And(List<Formula> parts) -> 1 - any(parts, true);
      case Formula.Or(List<Formula> parts) -> any(parts, false);
      case Formula.ReadingIs(String issue, int reading) -> {
        var chosen = law.chosen(issue);
        yield chosen == null ? Double.NaN : chosen == reading ? 1 : 0;
      }
      case Formula.FactHolds _, Formula.Reached _, Formula.Decides _ -> Double.NaN;
    };
  }

  /// Whether any of these holds, or fails: 1, 0, or NaN; where one alone is open, its probability.
  private double any(List<Formula> parts, boolean fails) {
    var open = 0.0;
    var count = 0;
    for (var part : parts) {
      var p = fails ? 1 - probability(part) : probability(part);
      if (p == 1) return 1;
      if (p == 0) continue;
      open = p;
      count++;
    }
    return count == 0 ? 0 : count == 1 ? open : Double.NaN;
  }

  boolean isSettled(Requirement requirement) {
    var p = probability(requirement.atom());
    return requirement.holds() ? p >= HOLDS : p <= 1 - HOLDS;
  }

  /// What the dossier says of a fact or a council, or null where it does not speak of it.
  @Nullable String text(Formula atom) {
    if (atom instanceof Formula.FactHolds(String id)) {
      var fact = inquiry.dossier().fact(id);
      return fact == null ? null : fact.text().isEmpty() ? id : fact.text();
    }
    if (atom instanceof Formula.Decides decides)
      for (var council : inquiry.dossier().law().councils())
        if (council.id().equals(decides.council())) return council.text();
    return law.words(atom);
  }

  /// One thing that a pathway needs.
  Ground of(Pathway.Need need) {
    var holds = law.inForce(need.holds());
    return holds instanceof Formula.Constant ? labelled(of(holds), need.text()) : of(holds);
  }

  private static Ground labelled(Ground ground, String label) {
    return new Ground(
        label,
        ground.mode(),
        ground.state(),
        ground.probability(),
        ground.note(),
        ground.origin(),
        ground.quote(),
        ground.because());
  }

  private Ground of(Formula formula) {
    return switch (formula) {
      case Formula.FactHolds(String id) -> belief(id);
      case Formula.Named named -> named(named);
      case Formula.Not(Formula inner) -> composite(formula, "not this", List.of(inner));
      case Formula.And(List<Formula> parts) -> composite(formula, "all of these", parts);
      case Formula.Or(List<Formula> parts) -> composite(formula, "any of these", parts);
      case Formula.Decides decides -> council(decides);
      case Formula.Reached _ -> believed(formula, "the outcome of a question", null, List.of());
      case Formula.ReadingIs _, Formula.Constant _ -> ofLaw(formula, "", null, List.of());
    };
  }

  private List<Ground> all(List<Formula> parts) {
    return parts.stream().map(part -> of(law.inForce(part))).toList();
  }

  private Ground composite(Formula formula, String how, List<Formula> parts) {
    return labelled(ofLaw(formula, how, null, all(parts)), "");
  }

  private Ground ofLaw(
      Formula formula, String note, @Nullable Origin origin, List<Ground> because) {
    var p = probability(formula);
    return new Ground(law.words(formula), Mode.LAW, state(p), p, note, origin, null, because);
  }

  private Ground believed(
      Formula formula, String note, @Nullable Origin origin, List<Ground> because) {
    var p = probability(formula);
    return new Ground(law.words(formula), Mode.BELIEF, state(p), p, note, origin, null, because);
  }

  private Ground named(Formula.Named named) {
    for (var term : inquiry.dossier().law().terms())
      if (named.isTerm(term.id())) return term(term, named);
    return ofLaw(named, how(named), null, below(named));
  }

  /// How the parts of what a name stands for go together, where there are several.
  private String how(Formula.Named named) {
    return switch (law.inForce(named.formula())) {
      case Formula.And _ -> "all of these";
      case Formula.Or _ -> "any of these";
      default -> "";
    };
  }

  /// What a name stands for, part by part.
  private List<Ground> below(Formula.Named named) {
    var means = law.inForce(named.formula());
    return switch (means) {
      case Formula.And(List<Formula> parts) -> all(parts);
      case Formula.Or(List<Formula> parts) -> all(parts);
      case Formula.Constant(boolean value) ->
          List.of(
              new Ground(
                  value ? "always" : "never",
                  Mode.LAW,
                  value ? State.HOLDS : State.MISSING,
                  value ? 1 : 0,
                  "under this reading",
                  null,
                  null,
                  List.of()));
      default -> List.of(of(means));
    };
  }

  private Ground term(Term term, Formula.Named named) {
    var index = law.chosen(term.id());
    var reading = term.readings().get(index == null ? 0 : index);
    var contested = term.isContested();
    var note =
        !contested
            ? reading.text()
            : index == null
                ? "over its readings"
                : "read as " + reading.id() + ": “" + reading.text() + "”";
    return ofLaw(named, note, contested ? reading.origin() : term.origin(), below(named));
  }

  private Ground council(Formula.Decides decides) {
    for (var council : inquiry.dossier().law().councils())
      if (council.id().equals(decides.council()))
        return believed(
            decides, council.text() == null ? "" : council.text(), council.origin(), List.of());
    return believed(decides, "", null, List.of());
  }

  // ── facts and claims ──

  private Ground belief(String id) {
    var fact = inquiry.dossier().fact(id);
    if (fact == null)
      return new Ground(
          id,
          Mode.BELIEF,
          State.UNDECLARED,
          0,
          "the dossier does not speak of it, so it counts as false",
          null,
          null,
          List.of());
    var p = fact(id);
    var claims = new ArrayList<Ground>();
    for (var evidence : fact.evidence()) {
      var claim = inquiry.dossier().claim(evidence.claim());
      if (claim != null) claims.add(said(claim, evidence));
    }
    var given = fact.basis() instanceof Fact.Basis.Given;
    return new Ground(
        id,
        Mode.BELIEF,
        state(p),
        p,
        (given ? "given: " : "") + fact.text(),
        fact.origin(),
        null,
        claims);
  }

  private static Ground said(Claim claim, Fact.Evidence evidence) {
    var support =
        switch (evidence.support()) {
          case Fact.Support.Ratio ratio ->
              (ratio.favours() ? "for, " : "against, ") + Figures.factor(ratio.ratio().point());
          case Fact.Support.Rates rates ->
              "said with "
                  + rates.ifTrue().written()
                  + " if so, "
                  + rates.ifFalse().written()
                  + " if not";
        };
    var quote = claim.quote();
    return new Ground(
        claim.id(),
        Mode.SAID,
        State.HOLDS,
        Double.NaN,
        claim.source() + ", " + claim.date() + ", " + support + ": " + claim.text(),
        quote == null || quote.passage() == null ? claim.origin() : quote.passage(),
        quote == null ? null : quote.words(),
        List.of());
  }
}
