package casus.check;

import casus.check.Names.Kind;
import casus.syntax.Name;
import casus.syntax.Statement;
import casus.text.Code;
import casus.text.Place;
import casus.text.Problem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Enters all declared names, so that order does not matter afterwards.
final class Namespace {
  private final Names names = new Names();
  private final Findings findings;

  private Namespace(Findings findings) {
    this.findings = findings;
  }

  static Names of(Declarations declarations, List<InstrumentDraft> instruments, Findings findings) {
    var namespace = new Namespace(findings);
    for (var declared : declarations.all()) namespace.enter(declared);
    for (var instrument : instruments) namespace.enter(instrument);
    namespace.outcomesBesideFacts(declarations);
    return namespace.names;
  }

  private void enter(Declared<Statement> declared) {
    switch (declared.syntax()) {
      case Statement.Question question -> question(declared.with(question));
      case Statement.Actor actor -> actor(declared.with(actor));
      case Statement.Source source -> declare(Kind.SOURCE, source.name(), declared);
      case Statement.Claim claim -> declare(Kind.CLAIM, claim.name(), declared);
      case Statement.Fact fact ->
          names.declare(Kind.FACT, fact.atom().text(), declared.at(fact.atom().span()), findings);
      case Statement.Term term -> term(declared.with(term), "");
      case Statement.Council council -> declare(Kind.COUNCIL, council.name(), declared);
      case Statement.ActionIncludes action -> action(action);
      case Statement.Instrument instrument -> declare(Kind.INSTRUMENT, instrument.name(), declared);
      case Statement.Indicator indicator -> declare(Kind.INDICATOR, indicator.name(), declared);
      case Statement.Scenario scenario -> declare(Kind.SCENARIO, scenario.name(), declared);
      case Statement.Lever lever -> declare(Kind.LEVER, lever.name(), declared);
      case Statement.Weigh weigh -> reasons(declared.with(weigh));
      case Statement.DossierHead _,
          Statement.Use _,
          Statement.Scale _,
          Statement.Refine _,
          Statement.Article _,
          Statement.Prevails _,
          Statement.ObligationsPrevail _,
          Statement.Base _ -> {}
    }
  }

  private void declare(Kind kind, Name name, Declared<?> where) {
    names.declare(kind, name.text(), where.at(name.span()), findings);
  }

  private void question(Declared<Statement.Question> declared) {
    var question = declared.syntax();
    declare(Kind.QUESTION, question.name(), declared);
    if (!names.outcomesOf(question.name().text()).isEmpty()) return;
    var seen = new HashSet<String>();
    for (var outcome : question.outcomes()) {
      if (seen.add(outcome.name().text()))
        names.knowOutcome(question.name().text(), outcome.name().text());
      else
        findings.add(
            Code.E202,
            declared.at(outcome.name().span()),
            "the outcome `" + outcome.name().text() + "` is listed twice");
    }
  }

  /// An actor may be declared by a library file and again by the dossier.
  private void actor(Declared<Statement.Actor> declared) {
    var code = declared.syntax().code();
    if (names.isActor(code.text()) && names.is(Kind.ACTOR, code.text())) return;
    declare(Kind.ACTOR, code, declared);
    names.knowActor(code.text());
  }

  private void action(Statement.ActionIncludes action) {
    names.knowAction(action.action().text());
    for (var included : action.included()) names.knowAction(included.text());
  }

  private void reasons(Declared<Statement.Weigh> declared) {
    for (var reasons : declared.syntax().reasons())
      for (var reason : reasons.reasons())
        if (reason.name() != null) declare(Kind.REASON, reason.name(), declared);
  }

  private void term(Declared<Statement.Term> declared, String prefix) {
    var atom = declared.syntax().atom();
    var id = prefix + atom.name().text();
    names.declare(Kind.TERM, id, declared.at(atom.span()), findings);
    if (prefix.isEmpty() && !names.facts(id).isEmpty() && !names.is(Kind.FACT, id))
      findings.add(
          Problem.of(
                  Code.E202,
                  declared.at(atom.span()),
                  "`" + id + "` is a term and the fact `" + names.facts(id).getFirst() + "`")
              .expecting("a name of its own"));
    names.knowParameter(id, atom.argument() == null ? null : atom.argument().text());
    for (var reading : declared.syntax().readings()) names.knowReading(id, reading.name().text());
  }

  private void enter(InstrumentDraft instrument) {
    var prefix = instrument.id() + ".";
    for (var term : instrument.terms()) term(term, prefix);
    for (var council : instrument.councils())
      names.declare(
          Kind.COUNCIL,
          prefix + council.syntax().name().text(),
          council.at(council.syntax().name().span()),
          findings);
    articles(instrument, prefix);
    for (var action : instrument.actions()) action(action.syntax());
    for (var party : instrument.head().syntax().parties()) names.knowActor(party.code().text());
    var statuteOf = instrument.head().syntax().statuteOf();
    if (statuteOf != null) names.knowActor(statuteOf.text());
  }

  /// One number may stand for several versions of an article, one after the other in time.
  private void articles(InstrumentDraft instrument, String prefix) {
    Map<String, List<Declared<Statement.Article>>> versions = new HashMap<>();
    for (var declared : instrument.articles()) {
      var article = declared.syntax();
      var id = prefix + article.number().text();
      var earlier = versions.computeIfAbsent(id, _ -> new java.util.ArrayList<>());
      if (earlier.isEmpty())
        names.declare(Kind.ARTICLE, id, declared.at(article.number().span()), findings);
      for (var other : earlier) overlap(id, other, declared);
      earlier.add(declared);
      if (article.norm() != null) norm(article.norm());
      for (var reading : article.readings()) {
        names.knowReading(id, reading.name().text());
        if (reading.norm() != null) norm(reading.norm());
      }
    }
  }

  private void norm(Statement.Norm norm) {
    names.knowNorm(norm.action().text(), norm.withForce());
  }

  private void overlap(
      String id, Declared<Statement.Article> one, Declared<Statement.Article> other) {
    if (endsBefore(one.syntax(), other.syntax()) || endsBefore(other.syntax(), one.syntax()))
      return;
    Place place = other.at(other.syntax().number().span());
    findings.add(
        Problem.of(
                Code.E202,
                place,
                "article `"
                    + id
                    + "` stands twice, also at "
                    + one.at(one.syntax().number().span()).label())
            .expecting("versions with periods that do not meet: `until DATE`, `since DATE`"));
  }

  private static boolean endsBefore(Statement.Article one, Statement.Article other) {
    return one.until() != null
        && other.since() != null
        && one.until().day().isBefore(other.since().day());
  }

  private void outcomesBesideFacts(Declarations declarations) {
    for (var declared : declarations.of(Statement.Question.class))
      for (var outcome : declared.syntax().outcomes()) {
        var entry = names.entry(outcome.name().text());
        if (entry == null || (entry.kind() != Kind.FACT && entry.kind() != Kind.TERM)) continue;
        var where = entry.place() == null ? "" : " at " + entry.place().label();
        findings.add(
            Problem.of(
                    Code.E202,
                    declared.at(outcome.name().span()),
                    "the outcome `" + entry.id() + "` is also " + entry.kind().one() + where)
                .expecting("a name of its own: conditions could mean either"));
      }
  }
}
