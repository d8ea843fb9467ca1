package casus.treaty;

import casus.model.Act;
import casus.model.Article;
import casus.model.Condition;
import casus.model.Norm;
import casus.treaty.GroundNorm.Bearing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One way in which an act could be lawful: a permission, an obligation, or an exception to a
/// prohibition. It is open when its conditions hold, even where a norm that ranks higher forbids
/// the act all the same.
///
/// @param norm the norm it rests on; for an exception the prohibition it lifts
/// @param exception the exception, or null
/// @param gives what it gives where open: "may deploy", "lifts the prohibition"
/// @param outranked whether some prohibition prevails over it
/// @param conditions what it needs, one by one
public record Pathway(
    GroundNorm norm,
    Article.@Nullable Unless exception,
    String gives,
    Formula open,
    boolean outranked,
    List<Need> conditions) {

  /// One thing a pathway needs.
  ///
  /// @param text as the instrument puts it
  /// @param words the same in plain words
  /// @param facts ids of the facts it comes down to, declared or not
  /// @param issue the contested term or article whose reading it turns on, or null
  public record Need(
      String text, String words, Formula holds, List<String> facts, @Nullable String issue) {}

  /// "cst.4", "un-charter.2.4: consent(BLR)".
  public String label() {
    return exception == null ? norm.article().id() : norm.article().id() + ": " + exception.label();
  }

  static List<Pathway> of(Grounding grounding, Act act, List<GroundNorm> norms, Ranking ranking) {
    var pathways = new ArrayList<Pathway>();
    for (var norm : norms) {
      if (norm.bearing() == Bearing.FORBIDS) {
        for (var exempt : norm.exceptions())
          pathways.add(
              new Pathway(
                  norm,
                  exempt.unless(),
                  "lifts the prohibition",
                  exempt.holds(),
                  false,
                  needs(grounding, norm, act, List.of(exempt.unless().condition()), List.of())));
      } else {
        pathways.add(
            new Pathway(
                norm,
                null,
                (norm.norm().modality() == Norm.Modality.MAY ? "may " : "must ")
                    + norm.norm().action(),
                norm.active(),
                norms.stream()
                    .anyMatch(n -> n.bearing() == Bearing.FORBIDS && ranking.prevails(n, norm)),
                needs(
                    grounding,
                    norm,
                    act,
                    conditions(norm),
                    norm.article().exceptions().stream().map(Article.Unless::condition).toList())));
      }
    }
    return List.copyOf(pathways);
  }

  private static List<Condition> conditions(GroundNorm norm) {
    var article = norm.article();
    var conditions = Grounding.joined(Grounding.conditions(article));
    if (norm.reading() == null || norm.reading().when() == null) return conditions;
    var all = new ArrayList<>(conditions);
    all.add(article.when() == null ? 0 : 1, norm.reading().when());
    return all;
  }

  private static List<Need> needs(
      Grounding grounding,
      GroundNorm norm,
      Act act,
      List<Condition> conditions,
      List<Condition> exceptions) {
    var needs = new ArrayList<Need>();
    if (norm.reading() != null)
      needs.add(
          new Need(
              "read as " + norm.reading().id(),
              "the article is read so: “" + norm.reading().text() + "”",
              new Formula.ReadingIs(
                  norm.article().id(), norm.article().readings().indexOf(norm.reading())),
              List.of(),
              norm.article().id()));
    if (norm.article().dormant())
      needs.add(
          new Need(
              "put into effect", "it is put into effect", Formula.Constant.FALSE, List.of(), null));
    for (var condition : conditions)
      for (var part : conjuncts(condition)) needs.add(need(grounding, act, part));
    for (var exception : exceptions) needs.add(need(grounding, act, new Condition.Not(exception)));
    return List.copyOf(needs);
  }

  /// What speaks of `V` stays together, since it speaks of one state.
  private static List<Condition> conjuncts(Condition condition) {
    return condition instanceof Condition.And and
            && !Mentions.variable(condition, Binding.SOME_STATE)
        ? and.parts()
        : List.of(condition);
  }

  private static Need need(Grounding grounding, Act act, Condition written) {
    var condition =
        Binding.bind(
            Binding.bind(written, Binding.ACTOR, act.actor()),
            Binding.SOME_STATE,
            grounding.onlyState());
    var formula = grounding.condition(condition, act.actor(), act.target());
    var facts = new LinkedHashSet<String>();
    Mentions.walk(
        condition,
        part -> {
          if (part instanceof Condition.FactHolds fact)
            facts.add(Grounding.factId(fact, act.target()));
        });
    String issue = null;
    for (var part : formula.everyPart()) {
      if (part instanceof Formula.FactHolds fact) facts.add(fact.fact());
      if (part instanceof Formula.ReadingIs reading && issue == null) issue = reading.issue();
    }
    return new Need(
        ConditionText.of(condition, grounding.dossier(), act.target()),
        new ConditionWords(grounding.dossier(), act.target()).of(condition),
        formula,
        List.copyOf(facts),
        issue);
  }
}
