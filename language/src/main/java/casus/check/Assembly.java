package casus.check;

import casus.model.BaseRate;
import casus.model.Claim;
import casus.model.Dossier;
import casus.model.Expectation;
import casus.model.Fact;
import casus.model.Question;
import casus.model.Source;
import casus.model.Yardstick;
import casus.syntax.Statement;
import casus.text.Code;
import casus.text.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts the dossier together, part after part, then looks at it as a whole: circles, leans, lints.
final class Assembly {
  private final Checking checking;
  private final Files files;
  private final Yardstick yardstick;

  Assembly(Checking checking, Files files, Yardstick yardstick) {
    this.checking = checking;
    this.files = files;
    this.yardstick = yardstick;
  }

  record Assembled(Dossier dossier, List<Expectation> tests) {}

  Assembled run() {
    new Strengths(checking).resolve();
    var questions = new Questions(checking).resolve();
    if (questions.size() == 1) {
      var only = questions.getFirst();
      checking.amounts().knowPeriod(new Amounts.Period(only.from(), only.to()));
    }
    leaveOutLaterClaims();
    var facts = facts();
    var sources = new Sources(checking).resolve();
    var scenarios = new Scenarios(checking, facts);
    var draft = draft(questions, facts, sources, scenarios);
    var tests = new Expectations(checking, scenarios).resolve();
    var dependencies = new Dependencies(draft);
    var asked = new Asked(checking, tests);
    if (new DependencyCircles(checking, dependencies).report(draft, asked.conditions()))
      return new Assembled(draft, tests);
    var claims = new Leans(checking, draft, dependencies, sources).resolve();
    var dossier = finished(draft, claims, checking.dates().leftOut());
    var replay = checking.dates().asOf().isBefore(checking.dates().written());
    if (!replay && !checking.findings().hasErrors())
      Lints.over(new Review(checking, dossier, tests, dependencies, asked));
    return new Assembled(dossier, tests);
  }

  private void leaveOutLaterClaims() {
    for (var claim : checking.declarations().of(Statement.Claim.class)) {
      var date = claim.syntax().date();
      if (!checking.dates().isKnown(Dates.Item.CLAIM, date, claim.at(date.span())))
        checking.names().leaveOut(claim.syntax().name().text());
    }
  }

  private List<Fact> facts() {
    var fromTests =
        checking.isLibrary()
            ? LibraryTests.facts(checking.names(), checking.main().document())
            : List.<Fact>of();
    var facts = new ArrayList<>(new Facts(checking).resolve());
    facts.addAll(fromTests);
    return List.copyOf(facts);
  }

  private Dossier draft(
      List<Question> questions,
      List<Fact> facts,
      Map<String, Source> sources,
      Scenarios scenarios) {
    var heads = checking.declarations().of(Statement.DossierHead.class);
    var head = heads.isEmpty() ? null : heads.getFirst();
    var texts = StoredTexts.read(checking, files, sources);
    var weighings = new Weighings(checking, withBase()).resolve();
    return new Dossier(
        head == null ? stem(checking.main().source().name()) : head.syntax().name().text(),
        title(),
        checking.dates().asOf(),
        checking.dates().written(),
        Dossier.LeftOut.NOTHING,
        yardstick,
        checking.amounts().strengths(),
        questions,
        actors(),
        List.copyOf(sources.values()),
        new Claims(checking, sources, texts, facts).resolve(),
        facts,
        new LawResolution(checking).resolve(),
        bases(questions),
        weighings,
        new Indicators(checking).resolve(),
        scenarios.scenarios(),
        scenarios.levers(),
        order(),
        head == null ? checking.start() : head.origin(head.syntax().span()));
  }

  private static Dossier finished(Dossier draft, List<Claim> claims, Dossier.LeftOut leftOut) {
    return new Dossier(
        draft.id(),
        draft.title(),
        draft.asOf(),
        draft.writtenAsOf(),
        leftOut,
        draft.yardstick(),
        draft.strengths(),
        draft.questions(),
        draft.actors(),
        draft.sources(),
        claims,
        draft.facts(),
        draft.law(),
        draft.baseRates(),
        draft.weighings(),
        draft.indicators(),
        draft.scenarios(),
        draft.levers(),
        draft.orderOfDeclaration(),
        draft.origin());
  }

  private String title() {
    var heads = checking.declarations().of(Statement.DossierHead.class);
    if (!heads.isEmpty()) {
      var title = heads.getFirst().syntax().title();
      if (title != null) return title.text();
    }
    var heading = checking.main().document().title();
    return heading.isEmpty() ? stem(checking.main().source().name()) : heading;
  }

  /// "cst" for "treaties/cst.md".
  private static String stem(String path) {
    var file = path.substring(path.replace('\\', '/').lastIndexOf('/') + 1);
    var point = file.lastIndexOf('.');
    return point > 0 ? file.substring(0, point) : file;
  }

  private List<casus.model.Actor> actors() {
    var actors = new ArrayList<casus.model.Actor>();
    var seen = new HashSet<String>();
    for (var declared : checking.declarations().of(Statement.Actor.class)) {
      var written = declared.syntax();
      if (!seen.add(written.code().text())) continue;
      var kind = written.kind() == null ? "state" : written.kind().text();
      actors.add(
          new casus.model.Actor(
              written.code().text(),
              written.name().text(),
              switch (kind) {
                case "body" -> casus.model.Actor.Kind.BODY;
                case "person" -> casus.model.Actor.Kind.PERSON;
                default -> casus.model.Actor.Kind.STATE;
              },
              declared.origin(written.span())));
    }
    return List.copyOf(actors);
  }

  private Set<String> withBase() {
    var questions = new HashSet<String>();
    for (var base : checking.declarations().of(Statement.Base.class))
      questions.add(base.syntax().question().text());
    return questions;
  }

  /// A question with neither base rate nor reasons has no answer; one with reasons only is reported
  /// where they are weighed.
  private List<BaseRate> bases(List<Question> questions) {
    var weighed = new HashSet<String>();
    for (var weigh : checking.declarations().of(Statement.Weigh.class))
      weighed.add(weigh.syntax().question().text());
    var withBase = withBase();
    for (var declared : checking.declarations().of(Statement.Question.class)) {
      var name = declared.syntax().name();
      if (withBase.contains(name.text()) || weighed.contains(name.text())) continue;
      checking
          .findings()
          .add(
              Problem.of(
                      Code.E501,
                      declared.at(name.span()),
                      "the question `" + name.text() + "` has no base rate")
                  .expecting("`base " + name.text() + "`: what usually happens in such cases"));
    }
    return new BaseRates(checking, questions).resolve();
  }

  private List<String> order() {
    var order = new ArrayList<String>();
    for (var declared : checking.declarations().all())
      switch (declared.syntax()) {
        case Statement.Fact fact -> order.add(fact.atom().text());
        case Statement.Indicator indicator -> order.add(indicator.name().text());
        case Statement.Source source -> order.add(source.name().text());
        case Statement.Question question -> order.add(question.name().text());
        default -> {}
      }
    return List.copyOf(order);
  }
}
