package casus.check;

import casus.check.Names.Kind;
import casus.model.Condition;
import casus.model.Dossier;
import casus.model.Norm;
import casus.syntax.Atom;
import casus.syntax.Document;
import casus.syntax.Parsed;
import casus.text.Code;
import casus.text.Place;
import casus.text.Problem;
import casus.text.SourceText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Resolves what is asked of a finished dossier: conditions and queries from the command line and
/// from prose.
public final class Pieces {
  private final Names names = new Names();
  private final Map<String, Piece> pieces = new HashMap<>();

  private Pieces() {}

  /// The names of a dossier, to be asked as often as needed.
  public static Pieces of(Dossier dossier) {
    var pieces = new Pieces();
    pieces.know(dossier);
    return pieces;
  }

  /// A condition with its names resolved, or what is wrong with it.
  ///
  /// @param source the text that the condition's spans point into
  public Parsed<Condition> condition(casus.syntax.Condition written, SourceText source) {
    var findings = new Findings();
    var condition = resolve(written, source, findings);
    return new Parsed<>(condition, findings.inOrder(List.of(source)));
  }

  /// What a query asks for, or what is wrong with it.
  ///
  /// @param source the text that the query's spans point into
  public Parsed<Piece> query(Document.Query query, SourceText source) {
    var findings = new Findings();
    @Nullable Piece piece =
        switch (query) {
          case Document.Query.Probability(var event, boolean inWords) -> {
            var condition = resolve(event, source, findings);
            yield condition == null ? null : new Piece.OfProbability(condition, inWords);
          }
          case Document.Query.Could(var written) -> {
            var could =
                new Conditions(names, findings).could(written, new Scope(source, null, true));
            yield could == null ? null : new Piece.OfAct(could);
          }
          case Document.Query.Named(Atom atom) -> named(atom, source, findings);
        };
    return new Parsed<>(piece, findings.inOrder(List.of(source)));
  }

  private @Nullable Condition resolve(
      casus.syntax.Condition written, SourceText source, Findings findings) {
    return new Conditions(names, findings).resolve(written, new Scope(source, null, true));
  }

  private @Nullable Piece named(Atom atom, SourceText source, Findings findings) {
    var piece = pieces.get(atom.text());
    if (piece != null) return piece;
    findings.add(
        Problem.of(
                Code.E201, new Place(source, atom.span()), "nothing is named `" + atom.text() + "`")
            .expecting("a claim, a fact, a source, a reason, an article or another name")
            .hint(names.suggest(atom.text(), names.all(EnumSet.allOf(Kind.class)))));
    return null;
  }

  private void know(Dossier dossier) {
    for (var question : dossier.questions()) {
      know(Kind.QUESTION, question.id(), new Piece.OfQuestion(question));
      for (var outcome : question.outcomes()) names.knowOutcome(question.id(), outcome.id());
    }
    for (var fact : dossier.facts()) know(Kind.FACT, fact.id(), new Piece.OfFact(fact));
    for (var claim : dossier.claims()) know(Kind.CLAIM, claim.id(), new Piece.OfClaim(claim));
    for (var source : dossier.sources()) know(Kind.SOURCE, source.id(), new Piece.OfSource(source));
    for (var indicator : dossier.indicators())
      know(Kind.INDICATOR, indicator.id(), new Piece.OfIndicator(indicator));
    for (var weighing : dossier.weighings())
      for (var reason : weighing.reasons())
        know(Kind.REASON, reason.id(), new Piece.OfReason(weighing.question(), reason));
    for (var scenario : dossier.scenarios())
      know(Kind.SCENARIO, scenario.id(), new Piece.OfScenario(scenario));
    for (var lever : dossier.levers()) know(Kind.LEVER, lever.id(), new Piece.OfLever(lever));
    for (var actor : dossier.actors()) names.knowActor(actor.code());
    law(dossier);
  }

  private void law(Dossier dossier) {
    var law = dossier.law();
    for (var term : law.terms()) {
      know(Kind.TERM, term.id(), new Piece.OfTerm(term));
      names.knowParameter(term.id(), term.parameter());
      for (var reading : term.readings()) names.knowReading(term.id(), reading.id());
    }
    for (var council : law.councils())
      know(Kind.COUNCIL, council.id(), new Piece.OfCouncil(council));
    for (var includes : law.actions()) {
      names.knowAction(includes.action());
      includes.narrower().forEach(names::knowAction);
    }
    for (var instrument : law.instruments()) {
      know(Kind.INSTRUMENT, instrument.id(), new Piece.OfInstrument(instrument));
      for (var membership : instrument.memberships()) names.knowActor(membership.party());
      if (instrument.statuteOf() != null) names.knowActor(instrument.statuteOf());
      for (var article : instrument.articles()) {
        know(Kind.ARTICLE, article.id(), new Piece.OfArticle(article));
        var norms = new ArrayList<Norm>();
        if (article.norm() != null) norms.add(article.norm());
        for (var reading : article.readings()) {
          names.knowReading(article.id(), reading.id());
          if (reading.norm() != null) norms.add(reading.norm());
        }
        norms.forEach(names::knowNorm);
      }
    }
  }

  private void know(Kind kind, String id, Piece piece) {
    names.know(kind, id);
    pieces.putIfAbsent(id, piece);
  }
}
