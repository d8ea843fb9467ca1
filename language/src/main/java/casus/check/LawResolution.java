package casus.check;

import casus.model.Article;
import casus.model.Council;
import casus.model.Instrument;
import casus.model.Law;
import casus.model.Term;
import casus.syntax.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All instruments, the dossier's own terms and councils, and what ranks over what.
final class LawResolution {
  private final Checking checking;
  private final Terms terms;
  private final Councils councils;
  private final Articles articles;
  private final List<Term> allTerms = new ArrayList<>();
  private final List<Council> allCouncils = new ArrayList<>();

  LawResolution(Checking checking) {
    this.checking = checking;
    this.terms = new Terms(checking);
    this.councils = new Councils(checking);
    this.articles = new Articles(checking);
  }

  Law resolve() {
    var instruments = new ArrayList<Instrument>();
    for (var draft : checking.instruments()) instruments.add(instrument(draft));
    for (var term : checking.declarations().of(Statement.Term.class))
      add(allTerms, terms.term(term, "", Scope.dossier(term)));
    for (var council : checking.declarations().of(Statement.Council.class))
      add(allCouncils, councils.council(council, "", null, Scope.dossier(council)));
    var rankings = new Rankings(checking).resolve(instruments);
    return new Law(
        List.copyOf(instruments),
        List.copyOf(allTerms),
        List.copyOf(allCouncils),
        actions(),
        rankings);
  }

  private static <T> void add(List<T> list, @org.jspecify.annotations.Nullable T item) {
    if (item != null) list.add(item);
  }

  private Instrument instrument(InstrumentDraft draft) {
    var head = draft.head();
    var written = head.syntax();
    var dates = checking.dates();
    var begins = written.inForce() != null ? written.inForce() : written.signed();
    if (written.ended() != null)
      dates.period(
          begins, written.ended(), "`" + draft.id() + "`", head.at(written.ended().span()));
    var memberships = new Memberships(draft, checking);
    for (var term : draft.terms())
      add(allTerms, terms.term(term, draft.id() + ".", scope(term, draft)));
    for (var council : draft.councils())
      add(
          allCouncils,
          councils.council(council, draft.id() + ".", memberships, scope(council, draft)));
    var inForce = new ArrayList<Article>();
    for (var article : draft.articles()) {
      var resolved = articles.article(article, draft.id(), scope(article, draft));
      for (var rule : resolved.councilRules())
        add(allCouncils, councils.ofParties(rule, memberships, scope(article, draft)));
      var since = article.syntax().since();
      var until = article.syntax().until();
      if (until != null)
        dates.period(
            since, until, "article " + article.syntax().number().text(), article.at(until.span()));
      if (dates.provisionInForce(since, until)) inForce.add(resolved.article());
    }
    return new Instrument(
        draft.id(),
        written.title().text(),
        written.statuteOf() == null ? null : written.statuteOf().text(),
        written.signed() == null ? null : written.signed().day(),
        dates.provisionInForce(begins, written.ended()),
        written.cite() == null ? null : written.cite().text(),
        written.fromMemory(),
        memberships.active(),
        memberships.all(),
        List.copyOf(inForce),
        draft.obligationsPrevail(),
        draft.isRefined(),
        head.origin(written.span()));
  }

  private Scope scope(Declared<?> where, InstrumentDraft draft) {
    return new Scope(where.source(), draft.id(), checking.isOwn(where.source()));
  }

  /// Every `action … includes`, those of one action as one.
  private List<Law.ActionIncludes> actions() {
    Map<String, Set<String>> narrower = new LinkedHashMap<>();
    for (var draft : checking.instruments())
      for (var action : draft.actions()) include(narrower, action.syntax());
    for (var action : checking.declarations().of(Statement.ActionIncludes.class))
      include(narrower, action.syntax());
    var actions = new ArrayList<Law.ActionIncludes>();
    narrower.forEach(
        (action, included) -> actions.add(new Law.ActionIncludes(action, List.copyOf(included))));
    return List.copyOf(actions);
  }

  private static void include(Map<String, Set<String>> narrower, Statement.ActionIncludes action) {
    var included = narrower.computeIfAbsent(action.action().text(), _ -> new LinkedHashSet<>());
    for (var name : action.included()) included.add(name.text());
  }
}
