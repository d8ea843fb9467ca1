package casus.check;

import casus.syntax.Statement;
import casus.text.Code;
import casus.text.NearestName;
import casus.text.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// An instrument as written, with what the dossier refines in it already in place.
final class InstrumentDraft {
  private final Declared<Statement.Instrument> head;
  private final List<Declared<Statement.Term>> terms = new ArrayList<>();
  private final List<Declared<Statement.Article>> articles = new ArrayList<>();
  private final List<Declared<Statement.Council>> councils = new ArrayList<>();
  private final List<Declared<Statement.ActionIncludes>> actions = new ArrayList<>();
  private final List<Declared<Statement.Prevails>> rankings = new ArrayList<>();
  private boolean obligationsPrevail;
  private boolean refined;

  private InstrumentDraft(Declared<Statement.Instrument> head) {
    this.head = head;
  }

  String id() {
    return head.syntax().name().text();
  }

  Declared<Statement.Instrument> head() {
    return head;
  }

  List<Declared<Statement.Term>> terms() {
    return terms;
  }

  List<Declared<Statement.Article>> articles() {
    return articles;
  }

  List<Declared<Statement.Council>> councils() {
    return councils;
  }

  List<Declared<Statement.ActionIncludes>> actions() {
    return actions;
  }

  List<Declared<Statement.Prevails>> rankings() {
    return rankings;
  }

  boolean obligationsPrevail() {
    return obligationsPrevail;
  }

  boolean isRefined() {
    return refined;
  }

  /// All instruments of all files, refined.
  static List<InstrumentDraft> of(Declarations declarations, Findings findings) {
    Map<String, InstrumentDraft> drafts = new LinkedHashMap<>();
    for (var declared : declarations.of(Statement.Instrument.class)) {
      var draft = new InstrumentDraft(declared);
      for (var statement : declared.syntax().body()) draft.add(declared.with(statement), findings);
      drafts.putIfAbsent(draft.id(), draft);
    }
    for (var refine : declarations.of(Statement.Refine.class)) {
      var name = refine.syntax().instrument();
      var draft = drafts.get(name.text());
      if (draft != null) {
        draft.refine(refine, findings);
        continue;
      }
      var nearest = NearestName.of(name.text(), drafts.keySet());
      findings.add(
          Problem.of(
                  Code.E201,
                  refine.at(name.span()),
                  "there is no instrument `" + name.text() + "` to refine")
              .expecting("an instrument in use, its file named by `use`")
              .hint(nearest));
    }
    return List.copyOf(drafts.values());
  }

  private void add(Declared<Statement> declared, Findings findings) {
    switch (declared.syntax()) {
      case Statement.Term term -> terms.add(declared.with(term));
      case Statement.Article article -> articles.add(declared.with(article));
      case Statement.Council council -> councils.add(declared.with(council));
      case Statement.ActionIncludes action -> actions.add(declared.with(action));
      case Statement.Prevails ranking -> rankings.add(declared.with(ranking));
      case Statement.ObligationsPrevail _ -> obligationsPrevail = true;
      default ->
          findings.add(
              Problem.of(
                      Code.E105,
                      declared.at(declared.syntax().span()),
                      "this statement cannot stand inside an instrument")
                  .expecting(
                      "a term, an article, a council, an action or a ranking; others stand at the margin"));
    }
  }

  private void refine(Declared<Statement.Refine> refine, Findings findings) {
    refined = true;
    var body = new InstrumentDraft(head);
    for (var statement : refine.syntax().body()) body.add(refine.with(statement), findings);
    replace(terms, body.terms, term -> term.atom().name().text());
    replace(articles, body.articles, article -> article.number().text());
    replace(councils, body.councils, council -> council.name().text());
    actions.addAll(body.actions);
    rankings.addAll(body.rankings);
    obligationsPrevail |= body.obligationsPrevail;
  }

  /// The refined ones take the place of those with the same name; new ones come last.
  private static <S> void replace(
      List<Declared<S>> old, List<Declared<S>> refined, Function<S, String> name) {
    Map<String, List<Declared<S>>> waiting = new LinkedHashMap<>();
    for (var declared : refined)
      waiting.computeIfAbsent(name.apply(declared.syntax()), _ -> new ArrayList<>()).add(declared);
    var replaced = Set.copyOf(waiting.keySet());
    var merged = new ArrayList<Declared<S>>();
    for (var declared : old) {
      var key = name.apply(declared.syntax());
      if (!replaced.contains(key)) merged.add(declared);
      var now = waiting.remove(key);
      if (now != null) merged.addAll(now);
    }
    waiting.values().forEach(merged::addAll);
    old.clear();
    old.addAll(merged);
  }
}
