package casus.treaty;

import casus.model.Article;
import casus.model.Condition;
import casus.model.Council;
import casus.model.Dossier;
import casus.model.Instrument;
import casus.model.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What an instrument says on a day, with the law its file draws on.
public record Provisions(Dossier law, Instrument instrument) {

  /// Where it stands in the library: "treaties/cst".
  public String path() {
    return instrument.origin().file().replaceFirst("\\.md$", "");
  }

  /// The terms it defines, as far as its articles of the day use them.
  public List<Term> terms() {
    var prefix = instrument.id() + ".";
    var used = new HashSet<String>();
    for (var article : instrument.articles())
      for (var condition : conditions(article)) use(condition, used);
    return law.law().terms().stream()
        .filter(term -> term.id().startsWith(prefix) && used.contains(term.id()))
        .toList();
  }

  private static List<Condition> conditions(Article article) {
    var conditions = new ArrayList<>(Grounding.conditions(article));
    article.exceptions().forEach(unless -> conditions.add(unless.condition()));
    for (var reading : article.readings())
      if (reading.when() != null) conditions.add(reading.when());
    return conditions;
  }

  /// A term may be defined by another one.
  private void use(Condition condition, Set<String> used) {
    Mentions.walk(
        condition,
        part -> {
          if (part instanceof Condition.TermHolds(String id, String _) && used.add(id))
            for (var term : law.law().terms())
              if (term.id().equals(id))
                term.readings().forEach(reading -> use(reading.means(), used));
        });
  }

  /// The bodies it sets up.
  public List<Council> councils() {
    var prefix = instrument.id() + ".";
    return law.law().councils().stream().filter(c -> c.id().startsWith(prefix)).toList();
  }

  /// Whether an article is known only from memory.
  public boolean isRemembered(Article article) {
    return article.fromMemory() || instrument.fromMemory();
  }

  /// What an article gives, in words: its norm, or one for each of its readings.
  public List<String> gives(Article article) {
    var gives = new ArrayList<String>();
    if (article.norm() != null) gives.add(ConditionText.of(article.norm()));
    for (var reading : article.readings())
      gives.add(
          "read as "
              + reading.id()
              + ": "
              + (reading.norm() == null ? "gives nothing" : ConditionText.of(reading.norm()))
              + (reading.when() == null ? "" : " when " + words(reading.when())));
    return gives;
  }

  /// What an article needs before it gives anything: "when attack(P)", "needs a decision of …".
  public List<String> needs(Article article) {
    var needs = new ArrayList<String>();
    if (article.with() != null) needs.add("with article " + article.with());
    if (article.when() != null) needs.add("when " + words(article.when()));
    if (!article.triggers().isEmpty())
      needs.add(
          "when "
              + String.join(
                  " or ", article.triggers().stream().map(t -> words(t.when())).toList()));
    article.needs().forEach(need -> needs.add("needs " + words(need)));
    return needs;
  }

  private String words(Condition condition) {
    return ConditionText.of(condition, law, null);
  }
}
