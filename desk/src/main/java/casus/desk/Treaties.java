package casus.desk;

import casus.check.Checker;
import casus.model.Article;
import casus.model.Condition;
import casus.model.Dossier;
import casus.model.Instrument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    for (var path : Library.paths()) {
      var dossier = law(path, asOf);
      if (dossier == null
          || dossier.law().instruments().stream().noneMatch(i -> binds(i, actor, target))) continue;
      paths.add(path);
      var asked = new ArrayList<Condition.FactHolds>();
      dossier
          .law()
          .terms()
          .forEach(term -> term.readings().forEach(r -> collect(r.means(), asked)));
      for (var instrument : dossier.law().instruments())
        for (var article : instrument.articles()) collect(article, asked);
      for (var fact : asked) facts.putIfAbsent(fact.name(), declaration(fact, target, whom));
    }
    facts.values().removeIf(String::isEmpty);
    return new Treaties(List.copyOf(paths), List.copyOf(facts.values()));
  }

  private static @Nullable Dossier law(String path, LocalDate asOf) {
    var source = Library.read(path);
    return source == null
        ? null
        : Checker.check(source, new FolderFiles(java.nio.file.Path.of(""), ""), asOf).dossier();
  }

  private static boolean binds(Instrument instrument, String actor, String target) {
    if (!instrument.inForce()) return false;
    if (instrument.statuteOf() != null) return instrument.statuteOf().equals(actor);
    return instrument.obligationsPrevail()
        || instrument.parties().containsAll(List.of(actor, target));
  }

  private static void collect(Article article, List<Condition.FactHolds> asked) {
    collect(article.when(), asked);
    article.needs().forEach(need -> collect(need, asked));
    article.triggers().forEach(trigger -> collect(trigger.when(), asked));
    article.exceptions().forEach(exception -> collect(exception.condition(), asked));
  }

  private static void collect(@Nullable Condition condition, List<Condition.FactHolds> asked) {
    switch (condition) {
      case Condition.FactHolds fact -> asked.add(fact);
      case Condition.Not(var inner) -> collect(inner, asked);
      case Condition.And(var parts) -> parts.forEach(part -> collect(part, asked));
      case Condition.Or(var parts) -> parts.forEach(part -> collect(part, asked));
      case null, default -> {}
    }
  }

  private static String declaration(Condition.FactHolds fact, String target, String whom) {
    var of = fact.argument();
    if (of == null || of.length() > 1) return "";
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
