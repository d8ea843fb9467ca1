package casus.treaty;

import casus.model.Condition;
import casus.model.Dossier;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Conditions in plain words, for those who do not know the names of the language: facts, terms and
/// councils as their texts put it.
public final class ConditionWords {
  private final Dossier dossier;
  private final @Nullable String target;

  /// @param target what `P` and `S` stand for, or null where nothing is bound
  public ConditionWords(Dossier dossier, @Nullable String target) {
    this.dossier = dossier;
    this.target = target;
  }

  /// "Minsk formally asks Russia for forces, or a state has made an armed attack on Belarus".
  public String of(Condition condition) {
    return switch (condition) {
      case Condition.Truth truth -> truth.value() ? "always" : "never";
      case Condition.FactHolds fact -> fact(fact);
      case Condition.TermHolds held -> term(held);
      case Condition.Could could ->
          name(could.act().actor())
              + " may lawfully "
              + plain(could.act().action())
              + " "
              + name(bound(could.act().target()));
      case Condition.Reached reached -> outcome(reached);
      case Condition.PartyTo(String instrument, String state) ->
          name(bound(state)) + " is bound by " + instrument(instrument);
      case Condition.DecisionOf decision -> "a decision of the " + council(decision.council());
      case Condition.ArticleHolds(String instrument, String number) ->
          "article " + number + " applies" + article(instrument, number);
      case Condition.Not(Condition inner) -> "it is not so that " + of(inner);
      case Condition.And(List<Condition> parts) ->
          parts.stream().map(this::inside).collect(Collectors.joining(" and "));
      case Condition.Or(List<Condition> parts) ->
          needed(parts).stream().map(this::of).collect(Collectors.joining(", or "));
    };
  }

  private String inside(Condition condition) {
    return condition instanceof Condition.Or ? "(" + of(condition) + ")" : of(condition);
  }

  /// Without the alternatives that ask for all that another asks for, and more.
  private static List<Condition> needed(List<Condition> alternatives) {
    return alternatives.stream()
        .filter(one ->
            alternatives.stream()
                .noneMatch(other ->
                    !conjuncts(other).equals(conjuncts(one))
                        && conjuncts(one).containsAll(conjuncts(other))))
        .toList();
  }

  private static Set<Condition> conjuncts(Condition condition) {
    if (!(condition instanceof Condition.And(List<Condition> parts))) return Set.of(condition);
    var all = new LinkedHashSet<Condition>();
    parts.forEach(part -> all.addAll(conjuncts(part)));
    return all;
  }

  private String fact(Condition.FactHolds held) {
    var id = Grounding.factId(held, target);
    var fact = dossier.fact(id);
    if (fact != null && !fact.text().isEmpty()) return fact.text();
    return plain(held.name()) + (held.argument() == null ? "" : of(held.argument()));
  }

  private String term(Condition.TermHolds held) {
    var text = plain(held.term().substring(held.term().lastIndexOf('.') + 1));
    for (var term : dossier.law().terms())
      if (term.id().equals(held.term()) && term.text() != null) text = term.text();
    return held.argument() == null || bound(held.argument()).equals(target)
        ? text
        : text + of(held.argument());
  }

  private String of(String argument) {
    return " (" + name(bound(argument)) + ")";
  }

  private String outcome(Condition.Reached reached) {
    var question = dossier.question(reached.question());
    if (question == null) return reached.question();
    var outcome = question.outcomes().get(reached.outcome());
    return "“"
        + (outcome.text().isEmpty() ? outcome.id() : outcome.text())
        + "”"
        + (reached.orMore() ? " or more" : "")
        + " comes about";
  }

  private String council(String id) {
    for (var council : dossier.law().councils())
      if (council.id().equals(id) && council.text() != null)
        return council.text().split(":", 2)[0].strip();
    return plain(id.substring(id.lastIndexOf('.') + 1));
  }

  private String article(String instrument, String number) {
    for (var known : dossier.law().instruments())
      if (known.id().equals(instrument))
        for (var article : known.articles())
          if (article.number().equals(number) && article.text() != null)
            return " (" + article.text() + ")";
    return "";
  }

  private String instrument(String id) {
    for (var known : dossier.law().instruments())
      if (known.id().equals(id)) return "“" + known.title() + "”";
    return id;
  }

  private String name(String actor) {
    for (var known : dossier.actors()) if (known.code().equals(actor)) return known.name();
    return actor;
  }

  private String bound(String argument) {
    return target != null && Grounding.isVariable(argument) ? target : argument;
  }

  private static String plain(String name) {
    return name.replace('-', ' ');
  }
}
