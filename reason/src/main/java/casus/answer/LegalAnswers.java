package casus.answer;

import casus.answer.CouldAnswer.PathwayAnswer;
import casus.answer.LegalAnswer.Against;
import casus.answer.LegalAnswer.Contested;
import casus.answer.LegalAnswer.Lift;
import casus.answer.LegalAnswer.Prohibition;
import casus.answer.LegalAnswer.Reading;
import casus.answer.LegalAnswer.Requirement;
import casus.answer.LegalAnswer.Route;
import casus.answer.LegalAnswer.Ways;
import casus.model.Article;
import casus.model.Condition;
import casus.model.Term;
import casus.treaty.Formula;
import casus.treaty.GroundNorm;
import casus.treaty.GroundNorm.Bearing;
import casus.treaty.Grounding;
import casus.treaty.Issue;
import casus.treaty.LegalOpinion;
import casus.treaty.LegalOpinion.Opposition;
import casus.treaty.Pathway;
import casus.treaty.SufficientSets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The legal answer with its reasons. Formulas are taken from a grounding that keeps every fact, so
/// that what is given, and what the dossier does not speak of, shows too.
final class LegalAnswers {
  private final Inquiry inquiry;
  private final CouldAnswer could;
  private final LegalOpinion opinion;
  private final LegalOpinion whole;
  private final Grounds grounds;

  private LegalAnswers(Inquiry inquiry, Condition.Could act, CouldAnswer could) {
    this.inquiry = inquiry;
    this.could = could;
    opinion = inquiry.network().grounding().opinion(act.act(), act.order());
    var grounding = Grounding.whole(inquiry.dossier());
    whole = grounding.opinion(act.act(), act.order());
    grounds = new Grounds(inquiry, grounding);
  }

  static LegalAnswer of(Inquiry inquiry, Condition.Could act, Answer.Setting setting) {
    var could = CouldAnswers.of(inquiry, act, inquiry.overReadings(inquiry.evidence()));
    return new LegalAnswers(inquiry, act, could).answer(setting);
  }

  private LegalAnswer answer(Answer.Setting setting) {
    var routes = new ArrayList<Route>();
    for (var p = 0; p < could.pathways().size(); p++)
      routes.add(route(could.pathways().get(p), whole.pathways().get(p)));
    return new LegalAnswer(
        inquiry.dossier(),
        setting,
        could,
        issues(),
        routes,
        opinion.norms().stream()
            .filter(norm -> norm.bearing() == Bearing.FORBIDS)
            .map(this::prohibition)
            .toList(),
        ways(whole.lawful()));
  }

  // ── readings ──

  private List<Contested> issues() {
    var bearing = bearing();
    var pivotal = new LinkedHashSet<>(could.overall().pivotal());
    if (could.givenRequest() != null) pivotal.addAll(could.givenRequest().pivotal());
    // What moves the facts alone, by way of signs of an outcome that the law is a reason for, is no
    // reading of the act's law.
    pivotal.retainAll(bearing);
    var ids = new LinkedHashSet<>(pivotal);
    inquiry.network().grounding().issues().stream()
        .map(Issue::id)
        .filter(bearing::contains)
        .forEach(ids::add);
    return ids.stream().map(id -> new Contested(id, pivotal.contains(id), readings(id))).toList();
  }

  /// Ids of the issues that occur in what the law says of the act.
  private List<String> bearing() {
    var formulas = new ArrayList<Formula>();
    formulas.add(opinion.lawful());
    opinion.pathways().forEach(pathway -> formulas.add(pathway.open()));
    return formulas.stream()
        .flatMap(formula -> formula.everyPart().stream())
        .filter(Formula.ReadingIs.class::isInstance)
        .map(part -> ((Formula.ReadingIs) part).issue())
        .distinct()
        .toList();
  }

  private List<Reading> readings(String issue) {
    var law = inquiry.dossier().law();
    for (var term : law.terms()) if (term.id().equals(issue)) return readings(term);
    for (var instrument : law.instruments())
      for (var article : instrument.articles())
        if (article.id().equals(issue)) return readings(article);
    return List.of();
  }

  private List<Reading> readings(Term term) {
    var readings = new ArrayList<Reading>();
    for (var r : term.readings())
      readings.add(
          new Reading(
              r.id(), r.text(), isChosen(term.id(), readings.size()), r.heldBy(), r.origin()));
    return readings;
  }

  private List<Reading> readings(Article article) {
    var readings = new ArrayList<Reading>();
    for (var r : article.readings())
      readings.add(
          new Reading(
              r.id(), r.text(), isChosen(article.id(), readings.size()), r.heldBy(), r.origin()));
    return readings;
  }

  private boolean isChosen(String issue, int reading) {
    var chosen = grounds.law().chosen(issue);
    return chosen != null && chosen == reading;
  }

  // ── what speaks for it ──

  private Route route(PathwayAnswer answer, Pathway pathway) {
    var article = pathway.norm().article();
    return new Route(
        answer,
        article.text(),
        pathway.exception() == null ? article.origin() : pathway.exception().origin(),
        pathway.conditions().stream().map(grounds::of).toList(),
        ways(pathway.open()));
  }

  // ── what stands against it ──

  private Prohibition prohibition(GroundNorm norm) {
    var against = new ArrayList<Against>();
    for (var opposition : whole.oppositions())
      if (opposition.forbids().id().equals(norm.id()) && canMeet(opposition))
        against.add(
            new Against(
                opposition.allows().id(),
                opposition.prevails(),
                grounds.probability(opposition.allows().active())));
    return new Prohibition(
        norm.article().id(),
        norm.reading() == null ? null : norm.reading().id(),
        norm.article().text(),
        grounds.probability(norm.applies()),
        grounds.probability(norm.active()),
        norm.exceptions().stream()
            .map(e -> new Lift(e.unless().label(), grounds.probability(e.holds())))
            .toList(),
        against,
        inquiry.network().grounding().isUnverified(norm.article()),
        norm.article().cite() == null ? norm.instrument().cite() : norm.article().cite(),
        norm.article().origin());
  }

  /// Whether both norms can be active at once, under some readings.
  private static boolean canMeet(Opposition opposition) {
    var both = Formula.and(opposition.forbids().active(), opposition.allows().active());
    return SufficientSets.of(both, _ -> Optional.empty(), _ -> false)
        .map(sets -> !sets.isEmpty())
        .orElse(true);
  }

  // ── why not ──

  /// Under the headline's readings, and under every reading that would ask for something else.
  private List<Ways> ways(Formula formula) {
    var headline = ways(formula, null, null, 0);
    var all = new ArrayList<>(List.of(headline));
    for (var issue : occurring(formula))
      for (var r = 0; r < issue.readings().size(); r++) {
        var chosen = grounds.law().chosen(issue.id());
        if (chosen == null || chosen == r) continue;
        var other = ways(formula, issue.id() + " = " + issue.readings().get(r), issue.id(), r);
        var further = further(other, headline);
        if (!further.sets().isEmpty()) all.add(further);
      }
    return all;
  }

  private List<Issue> occurring(Formula formula) {
    var ids =
        formula.everyPart().stream()
            .filter(Formula.ReadingIs.class::isInstance)
            .map(part -> ((Formula.ReadingIs) part).issue())
            .collect(Collectors.toSet());
    return grounds.issues().stream().filter(issue -> ids.contains(issue.id())).toList();
  }

  /// The sets of another reading that ask for something else than the headline's do.
  private static Ways further(Ways other, Ways headline) {
    return new Ways(
        other.reading(),
        other.tooMany(),
        other.sets().stream()
            .filter(set -> headline.sets().stream().noneMatch(set::containsAll))
            .toList());
  }

  /// @param issue the one that is read otherwise than in the headline, or null
  private Ways ways(
      Formula formula, @Nullable String reading, @Nullable String issue, int instead) {
    var sets =
        SufficientSets.of(
            formula,
            r -> {
              @Nullable Integer chosen =
                  r.issue().equals(issue)
                      ? Integer.valueOf(instead)
                      : grounds.law().chosen(r.issue());
              return chosen == null ? Optional.empty() : Optional.of(chosen == r.reading());
            },
            grounds::isSettled);
    return new Ways(
        reading,
        sets.isEmpty(),
        sets.orElse(List.of()).stream()
            .map(set -> set.stream().map(this::requirement).toList())
            .sorted(
                Comparator.<List<Requirement>>comparingInt(List::size)
                    .thenComparing(Comparator.comparingDouble(LegalAnswers::likely).reversed()))
            .toList());
  }

  /// For the order alone: as if the requirements had nothing to do with each other.
  private static double likely(List<Requirement> set) {
    return set.stream()
        .mapToDouble(r -> Double.isNaN(r.probability()) ? 0.5 : r.probability())
        .reduce(1, (a, b) -> a * b);
  }

  private Requirement requirement(SufficientSets.Requirement requirement) {
    var p = grounds.probability(requirement.atom());
    return new Requirement(
        (requirement.holds() ? "" : "not ") + grounds.law().words(requirement.atom()),
        grounds.text(requirement.atom()),
        requirement.holds() ? p : 1 - p);
  }
}
