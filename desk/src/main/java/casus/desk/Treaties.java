package casus.desk;

import casus.model.Article;
import casus.model.Condition;
import casus.model.Dossier;
import casus.model.Instrument;
import casus.model.Norm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the library has on two actors.
///
/// @param paths the library files to use
/// @param facts lines that declare what those files ask about the target
public record Treaties(List<String> paths, List<String> facts) {
  private static final Map<String, String> KNOWN =
      Map.of(
          "attack", "there has been an armed attack on %s",
          "request", "the government of %s asks for forces",
          "crisis", "the security and stability of %s are threatened",
          "foreign", "armed groups steered from abroad fight in %s",
          "hybrid", "a campaign of messages and media is run against %s from abroad",
          "lawful", "the government of %s that asks is the lawful one");

  /// The instruments that bind both actors on that day, the domestic law of the one that acts, and
  /// whatever binds every state.
  public static Treaties between(String who, String whom, LocalDate asOf) {
    var actor = Starter.code(who);
    var target = Starter.code(whom);
    var paths = new ArrayList<String>();
    var facts = new LinkedHashMap<String, String>();
    var asking = new LinkedHashMap<String, Questions>();
    for (var provision : LawInForce.on(asOf).binding(actor, target))
      asking
          .computeIfAbsent(provision.path(), _ -> new Questions(provision.law()))
          .of(provision.instrument());
    asking.forEach((path, asked) -> {
      paths.add(path);
      for (var fact : asked.facts) facts.putIfAbsent(fact.name(), declaration(fact, target, whom));
    });
    facts.values().removeIf(String::isEmpty);
    return new Treaties(List.copyOf(paths), List.copyOf(facts.values()));
  }

  /// What the articles on the use of force ask, down through terms and other articles.
  private static final class Questions {
    private final Dossier dossier;
    private final Set<String> force = new HashSet<>(Set.of("use-force"));
    private final Set<String> seen = new HashSet<>();
    private final List<Condition.FactHolds> facts = new ArrayList<>();

    Questions(Dossier dossier) {
      this.dossier = dossier;
      for (var includes : dossier.law().actions())
        if (includes.action().equals("use-force")) force.addAll(includes.narrower());
    }

    void of(Instrument instrument) {
      for (var article : instrument.articles())
        if (isOnForce(article.norm())
            || article.readings().stream().anyMatch(reading -> isOnForce(reading.norm())))
          of(article);
    }

    private boolean isOnForce(@Nullable Norm norm) {
      return norm != null && force.contains(norm.action());
    }

    private void of(Article article) {
      if (!seen.add(article.id())) return;
      of(article.when());
      if (article.with() != null)
        of(new Condition.ArticleHolds(article.instrument(), article.with()));
      article.needs().forEach(this::of);
      article.triggers().forEach(trigger -> of(trigger.when()));
      article.exceptions().forEach(exception -> of(exception.condition()));
      article.readings().forEach(reading -> of(reading.when()));
    }

    /// What is asked of a third state (`V`) is left to whoever knows of one.
    private void of(@Nullable Condition condition) {
      switch (condition) {
        case Condition.FactHolds fact -> facts.add(fact);
        case Condition.TermHolds(String id, String argument) -> {
          if ("V".equals(argument) || "A".equals(argument) || !seen.add("term " + id)) return;
          for (var term : dossier.law().terms())
            if (term.id().equals(id)) term.readings().forEach(reading -> of(reading.means()));
        }
        case Condition.ArticleHolds(String instrument, String number) -> {
          for (var one : dossier.law().instruments())
            for (var article : one.articles())
              if (article.id().equals(instrument + "." + number)) of(article);
        }
        case Condition.Not(var inner) -> of(inner);
        case Condition.And(var parts) -> {
          if (!speaksOfOthers(parts)) parts.forEach(this::of);
        }
        case Condition.Or(var parts) -> parts.forEach(this::of);
        case null, default -> {}
      }
    }

    private static boolean speaksOfOthers(List<Condition> parts) {
      return parts.stream()
          .anyMatch(part ->
              switch (part) {
                case Condition.FactHolds fact -> isOther(fact.argument());
                case Condition.TermHolds term -> isOther(term.argument());
                default -> false;
              });
    }

    private static boolean isOther(@Nullable String argument) {
      return "V".equals(argument) || "A".equals(argument);
    }
  }

  private static String declaration(Condition.FactHolds fact, String target, String whom) {
    var of = fact.argument();
    if (!"P".equals(of) && !"S".equals(of)) return "";
    var text =
        KNOWN.getOrDefault(
            fact.name(), fact.name().replace('-', ' ') + ": say when this holds of %s");
    var prior = fact.name().equals("attack") ? "2% (0.5..5%)" : "20% (10..40%)";
    return "fact "
        + fact.name()
        + "("
        + target
        + ") \""
        + text.formatted(Starter.title(whom)).replace('"', '\'')
        + "\"  prior "
        + prior;
  }
}
