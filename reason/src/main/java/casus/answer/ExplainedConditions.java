package casus.answer;

import static casus.answer.Telling.node;

import casus.model.Article;
import casus.model.Condition;
import casus.model.Term;
import casus.treaty.Acts;
import casus.treaty.ConditionText;
import casus.treaty.Formula;
import casus.treaty.LegalOpinion;
import casus.treaty.Mentions;
import casus.treaty.Pathway;
import java.util.ArrayList;
import java.util.List;

/// Conditions down to the facts: terms and articles under the reading in force, legal status by its
/// pathways.
final class ExplainedConditions {
  private final Telling telling;
  private final Inquiry inquiry;

  /// The acts that the dossier asks about, and those of the condition explained.
  private final List<Condition.Could> acts;

  ExplainedConditions(Telling telling) {
    this.telling = telling;
    inquiry = telling.inquiry();
    acts = new ArrayList<>(Acts.all(inquiry.dossier()));
  }

  /// Issues come up while conditions are grounded, so it is made when it is needed.
  private LawInWords law() {
    return new LawInWords(
        inquiry.dossier(), inquiry.asked(), inquiry.network().grounding().issues());
  }

  /// A condition of the dossier itself.
  Explanation of(Condition condition) {
    acts.addAll(Mentions.acts(condition));
    var formula = inquiry.network().grounding().condition(condition);
    return of(formula, Wording.of(condition, inquiry.dossier()));
  }

  private Explanation of(Formula formula, String words) {
    return switch (formula) {
      case Formula.Constant _ when inquiry.dossier().fact(words) != null ->
          new ExplainedEvidence(telling).fact(words);
      case Formula.Constant constant ->
          node(
              words,
              constant.value() ? "100%" : "0%",
              "settled by what is given; what the dossier does not declare counts as false",
              null,
              List.of());
      case Formula.FactHolds holds -> new ExplainedEvidence(telling).fact(holds.fact());
      case Formula.Named named -> named(named);
      case Formula.Not not -> composite(words, formula, "it must not hold", List.of(not.formula()));
      case Formula.And and -> composite(words, formula, "all of these must hold", and.parts());
      case Formula.Or or -> composite(words, formula, "any of these is enough", or.parts());
      case Formula.ReadingIs reading -> reading(reading);
      case Formula.Reached _ ->
          node(
              words, percent(formula), "the outcome of a question of the dossier", null, List.of());
      case Formula.Decides decides ->
          inquiry.dossier().law().councils().stream()
              .filter(council -> council.id().equals(decides.council()))
              .map(council -> new ExplainedEvidence(telling).council(council, decides.target()))
              .map(told ->
                  node(told.label(), percent(formula), told.note(), told.origin(), told.because()))
              .findFirst()
              .orElseGet(() -> node(words, percent(formula), "", null, List.of()));
    };
  }

  private Explanation of(Formula formula) {
    return of(formula, law().words(formula));
  }

  private Explanation composite(String words, Formula formula, String note, List<Formula> parts) {
    return node(words, percent(formula), note, null, parts.stream().map(part -> of(part)).toList());
  }

  private String percent(Formula formula) {
    var p = telling.probability(formula);
    return Double.isNaN(p) ? "" : Figures.percent(p);
  }

  private Explanation reading(Formula.ReadingIs reading) {
    var chosen =
        inquiry.network().grounding().issues().stream()
            .filter(issue -> issue.id().equals(reading.issue()))
            .map(issue -> issue.readings().get(reading.reading()))
            .findFirst()
            .orElse("?");
    return node(
        reading.issue() + " read as " + chosen,
        percent(reading),
        "whether this reading is in force",
        null,
        List.of());
  }

  private Explanation named(Formula.Named named) {
    var value = percent(named);
    return telling.once(
        named.name(),
        named.name(),
        value,
        null,
        () -> {
          for (var term : inquiry.dossier().law().terms())
            if (named.isTerm(term.id())) return term(term, named, value);
          for (var asked : acts) if (named.name().equals(name(asked))) return legal(asked, value);
          var parts = law().inForce(named.formula());
          return node(named.name(), value, "its own conditions hold", null, List.of(of(parts)));
        });
  }

  private static String name(Condition.Could could) {
    return "could(" + could.act() + (could.order() == null ? "" : " under " + could.order()) + ")";
  }

  private Explanation term(Term term, Formula.Named named, String value) {
    var index = law().chosen(term.id());
    var reading = term.readings().get(index == null ? 0 : index);
    var note = new StringBuilder();
    if (!term.isContested()) note.append("means: ").append(reading.text());
    else if (index == null)
      note.append(
          reading.weight() == null
              ? "all readings come to the same"
              : "over all readings, by their weights");
    else
      note.append("read as ")
          .append(reading.id())
          .append(" (“")
          .append(reading.text())
          .append("”)")
          .append(others(term, index, named));
    if (note.toString().equals("means: ")) note.append("what follows");
    return node(
        named.name(),
        value,
        note.toString(),
        reading.origin(),
        List.of(of(law().inForce(named.formula()))));
  }

  /// What the term's probability would be under its other readings.
  private String others(Term term, int chosen, Formula.Named named) {
    var literal = inquiry.network().find(named);
    if (literal == null) return "";
    var others = new ArrayList<String>();
    for (var i = 0; i < term.readings().size(); i++) {
      if (i == chosen) continue;
      var evidence = inquiry.network().read(inquiry.evidence(), term.id(), i);
      var propagation = inquiry.circuit().propagate(inquiry.parameters(), evidence);
      if (propagation.isImpossible()) continue;
      others.add(
          "read as "
              + term.readings().get(i).id()
              + " it would be "
              + Figures.percent(Inquiry.probability(propagation, literal)));
    }
    return others.isEmpty() ? "" : "; " + String.join(", ", others);
  }

  /// A term by its id.
  Explanation term(Term term) {
    var used =
        formulas().stream()
            .flatMap(formula -> formula.everyPart().stream())
            .filter(part -> part instanceof Formula.Named named && named.isTerm(term.id()))
            .distinct()
            .map(part -> of(part))
            .toList();
    var readings =
        term.readings().stream()
            .map(reading ->
                node(
                    "reading " + reading.id(),
                    "",
                    "“"
                        + reading.text()
                        + "” means "
                        + Wording.of(reading.means(), inquiry.dossier())
                        + (reading.heldBy() == null ? "" : "; held by " + reading.heldBy()),
                    reading.origin(),
                    List.of()))
            .toList();
    var because = new ArrayList<>(readings);
    because.addAll(used);
    return node(
        term.id(),
        term.readings().size() == 1 ? "one reading" : term.readings().size() + " readings",
        term.text() == null ? "" : term.text(),
        term.origin(),
        because);
  }

  /// Every formula that the dossier's acts and reasons come down to.
  private List<Formula> formulas() {
    var formulas = new ArrayList<Formula>();
    for (var opinion : opinions()) {
      formulas.add(opinion.lawful());
      opinion.pathways().forEach(pathway -> formulas.add(pathway.open()));
    }
    for (var weighing : inquiry.dossier().weighings()) {
      for (var reason : weighing.reasons())
        if (reason.condition() != null)
          formulas.add(inquiry.network().grounding().condition(reason.condition()));
      for (var gate : weighing.gates())
        formulas.add(inquiry.network().grounding().condition(gate.condition()));
    }
    return formulas;
  }

  private List<LegalOpinion> opinions() {
    return Acts.all(inquiry.dossier()).stream().map(this::opinion).toList();
  }

  private LegalOpinion opinion(Condition.Could could) {
    return inquiry.network().grounding().opinion(could.act(), could.order());
  }

  private Explanation legal(Condition.Could could, String value) {
    var opinion = opinion(could);
    return node(
        name(could),
        value,
        "lawful: permitted, obliged, or silent because an exception lifted the prohibition; forbidden"
            + " with "
            + percent(opinion.forbidden()),
        null,
        opinion.pathways().stream().map(this::pathway).toList());
  }

  private Explanation pathway(Pathway pathway) {
    var article = pathway.norm().article();
    var label =
        pathway.norm().reading() == null
            ? pathway.label()
            : pathway.label() + " read as " + pathway.norm().reading().id();
    var origin = pathway.exception() == null ? article.origin() : pathway.exception().origin();
    var value = "open with " + percent(pathway.open());
    var note =
        pathway.gives()
            + (article.text() == null ? "" : ": " + article.text())
            + (pathway.outranked() ? "; a prohibition ranks higher" : "")
            + (article.dormant() ? "; never put into effect" : "")
            + (article.fromMemory() ? "; known from memory, unverified" : "");
    return telling.once(
        "pathway " + label + " " + pathway.norm().id(),
        label,
        value,
        origin,
        () ->
            node(
                label,
                value,
                note,
                origin,
                pathway.conditions().stream().map(this::need).toList()));
  }

  private Explanation need(Pathway.Need need) {
    return need.holds() instanceof Formula.ReadingIs reading
        ? reading(reading)
        : of(law().inForce(need.holds()), need.text());
  }

  /// An article by its id, with the pathways that rest on it.
  Explanation article(Article article) {
    var pathways =
        opinions().stream()
            .flatMap(opinion -> opinion.pathways().stream())
            .filter(pathway -> pathway.norm().article().id().equals(article.id()))
            .map(this::pathway)
            .distinct()
            .toList();
    var because = new ArrayList<>(pathways);
    for (var reading : article.readings())
      because.add(
          node(
              "reading " + reading.id(),
              reading.norm() == null ? "gives nothing" : ConditionText.of(reading.norm()),
              "“" + reading.text() + "”",
              reading.origin(),
              List.of()));
    if (pathways.isEmpty() && article.when() != null) because.add(of(article.when()));
    var note =
        (article.text() == null ? "" : article.text())
            + (article.cite() == null ? "" : "; " + article.cite())
            + (pathways.isEmpty() ? "; it bears on no act that the dossier asks about" : "");
    return node(
        article.id(),
        article.norm() == null ? "" : ConditionText.of(article.norm()),
        note,
        article.origin(),
        because);
  }
}
