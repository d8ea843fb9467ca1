package casus.check;

import casus.model.Instrument;
import casus.model.Law;
import casus.syntax.Name;
import casus.syntax.Statement;
import casus.text.Code;
import casus.text.Place;
import casus.text.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which article prevails over which; nothing may prevail over itself by a detour.
final class Rankings {
  private final Checking checking;
  private final List<Ranked> rankings = new ArrayList<>();

  Rankings(Checking checking) {
    this.checking = checking;
  }

  private record Ranked(Law.Ranking ranking, Place place) {}

  /// @param instruments as in force on the as-of date: rankings of other articles say nothing then
  List<Law.Ranking> resolve(List<Instrument> instruments) {
    for (var draft : checking.instruments())
      for (var ranking : draft.rankings())
        rank(ranking, new Scope(ranking.source(), draft.id(), true));
    for (var ranking : checking.declarations().of(Statement.Prevails.class))
      rank(ranking, Scope.dossier(ranking));
    circles();
    var inForce = new HashSet<String>();
    for (var instrument : instruments)
      for (var article : instrument.articles()) inForce.add(article.id());
    return rankings.stream()
        .map(Ranked::ranking)
        .filter(ranking -> inForce.contains(ranking.higher()) && inForce.contains(ranking.lower()))
        .toList();
  }

  private void rank(Declared<Statement.Prevails> declared, Scope scope) {
    var higher = article(declared.syntax().higher(), scope);
    for (var name : declared.syntax().lower()) {
      var lower = article(name, scope);
      if (higher != null && lower != null)
        rankings.add(
            new Ranked(
                new Law.Ranking(higher, lower, declared.origin(declared.syntax().span())),
                declared.at(declared.syntax().span())));
    }
  }

  private @Nullable String article(Name name, Scope scope) {
    return checking.conditions().article(name, scope);
  }

  private void circles() {
    Map<String, Map<String, Ranked>> below = new LinkedHashMap<>();
    for (var ranked : rankings)
      below
          .computeIfAbsent(ranked.ranking().higher(), _ -> new LinkedHashMap<>())
          .putIfAbsent(ranked.ranking().lower(), ranked);
    var circles =
        Circles.in(below.keySet(), article -> below.getOrDefault(article, Map.of()).keySet());
    for (var circle : circles) report(circle, below);
  }

  private void report(List<String> circle, Map<String, Map<String, Ranked>> below) {
    var lines = new ArrayList<String>();
    @Nullable Place last = null;
    for (var i = 0; i < circle.size(); i++) {
      var higher = circle.get(i);
      var lower = circle.get((i + 1) % circle.size());
      var step = below.getOrDefault(higher, Map.of()).get(lower);
      if (step == null) continue;
      lines.add("`" + higher + "` over `" + lower + "` (" + step.ranking().origin() + ")");
      last = step.place();
    }
    if (last == null) return;
    checking
        .findings()
        .add(
            Problem.of(
                    Code.E601, last, "articles are ranked in a circle: " + String.join(", ", lines))
                .expecting("one of these lines less"));
  }
}
