package casus.check;

import casus.model.Article;
import casus.model.Claim;
import casus.model.Condition;
import casus.model.Council;
import casus.model.Fact;
import casus.model.Indicator;
import casus.model.Instrument;
import casus.model.Lever;
import casus.model.Question;
import casus.model.Scenario;
import casus.model.Source;
import casus.model.Term;
import casus.model.Weighing;

/// What a query of prose or command line turned out to mean.
public sealed interface Piece {
  /// @param inWords whether the yardstick's words are wanted
  record OfProbability(Condition event, boolean inWords) implements Piece {}

  record OfAct(Condition.Could could) implements Piece {}

  record OfClaim(Claim claim) implements Piece {}

  record OfFact(Fact fact) implements Piece {}

  record OfSource(Source source) implements Piece {}

  record OfTerm(Term term) implements Piece {}

  record OfArticle(Article article) implements Piece {}

  record OfInstrument(Instrument instrument) implements Piece {}

  record OfCouncil(Council council) implements Piece {}

  record OfQuestion(Question question) implements Piece {}

  record OfReason(String question, Weighing.Reason reason) implements Piece {}

  record OfIndicator(Indicator indicator) implements Piece {}

  record OfScenario(Scenario scenario) implements Piece {}

  record OfLever(Lever lever) implements Piece {}
}
