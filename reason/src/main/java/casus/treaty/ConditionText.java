package casus.treaty;

import casus.model.Condition;
import casus.model.Council;
import casus.model.Dossier;
import casus.model.Norm;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Conditions, norms and rules of decision in the words of the language, for readers.
public final class ConditionText {
  private ConditionText() {}

  /// @param target what `P` and `S` stand for, or null to leave them
  public static String of(Condition condition, Dossier dossier, @Nullable String target) {
    return switch (condition) {
      case Condition.Truth truth -> truth.value() ? "always" : "never";
      case Condition.FactHolds fact -> fact.name() + argument(fact.argument(), target);
      case Condition.TermHolds term -> term.term() + argument(term.argument(), target);
      case Condition.Could could ->
          "could("
              + could.act().actor()
              + " "
              + could.act().action()
              + " "
              + bound(could.act().target(), target)
              + (could.order() == null ? "" : " under " + could.order())
              + ")";
      case Condition.Reached reached ->
          reached.question() + (reached.orMore() ? " >= " : " = ") + outcome(dossier, reached);
      case Condition.PartyTo(String instrument, String state) ->
          instrument + ".party(" + bound(state, target) + ")";
      case Condition.DecisionOf decision -> "decision of " + decision.council();
      case Condition.ArticleHolds article ->
          "article " + article.instrument() + "." + article.number();
      case Condition.Not not -> "not " + inner(not.condition(), dossier, target);
      case Condition.And and ->
          and.parts().stream()
              .map(c -> inner(c, dossier, target))
              .collect(Collectors.joining(" and "));
      case Condition.Or or ->
          or.parts().stream()
              .map(c -> inner(c, dossier, target))
              .collect(Collectors.joining(" or "));
    };
  }

  private static String outcome(Dossier dossier, Condition.Reached reached) {
    var question = dossier.question(reached.question());
    return question == null ? "?" : question.outcomes().get(reached.outcome()).id();
  }

  private static String inner(Condition condition, Dossier dossier, @Nullable String target) {
    var text = of(condition, dossier, target);
    return condition instanceof Condition.And || condition instanceof Condition.Or
        ? "(" + text + ")"
        : text;
  }

  private static String argument(@Nullable String argument, @Nullable String target) {
    return argument == null ? "" : "(" + bound(argument, target) + ")";
  }

  private static String bound(String argument, @Nullable String target) {
    return target != null && Grounding.isVariable(argument) ? target : argument;
  }

  /// "each party must assist(P)".
  public static String of(Norm norm) {
    var subject =
        switch (norm.subject()) {
          case Norm.Subject.AnyState _ -> "any state";
          case Norm.Subject.AnyOrganisation _ -> "any organisation";
          case Norm.Subject.EachParty _ -> "each party";
          case Norm.Subject.Collective collective -> "the " + collective.name();
          case Norm.Subject.One one -> one.actor();
        };
    var modality =
        switch (norm.modality()) {
          case MAY -> " may ";
          case MUST -> " must ";
          case MUST_NOT -> " must not ";
        };
    return subject
        + modality
        + norm.action()
        + (norm.target().isEmpty() ? "" : "(" + norm.target() + ")")
        + (norm.withForce() ? " with force" : "");
  }

  /// "consensus: nobody votes against; veto: USA".
  public static String of(Council.Rule rule) {
    var words =
        switch (rule) {
          case Council.Rule.Consensus _ -> "consensus: nobody votes against";
          case Council.Rule.Unanimity _ -> "unanimity: everybody votes in favour";
          case Council.Rule.Count count -> count.needed() + " votes in favour";
          case Council.Rule.Share share ->
              (share.strict() ? "more than " : "at least ")
                  + share.numerator()
                  + "/"
                  + share.denominator()
                  + (share.ofPresent() ? " of those present" : " of the members");
        };
    return words + (rule.vetoes().isEmpty() ? "" : "; veto: " + String.join(", ", rule.vetoes()));
  }
}
