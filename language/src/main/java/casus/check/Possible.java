package casus.check;

import casus.model.Article;
import casus.model.Condition;
import casus.model.Instrument;
import casus.model.Law;
import casus.model.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether provisions can hold, and can hold together, whatever the facts and under any readings:
/// what they speak of is chosen freely, one after the other. Facts are taken to be independent of
/// each other, and the target of the act to be a party.
final class Possible {
  /// After so many steps nothing is said.
  private static final int MOST = 20_000;

  private static final int DEEPEST = 50;

  private final Map<String, Term> terms = new HashMap<>();
  private final Map<String, Article> articles = new HashMap<>();
  private final Set<String> empty = new HashSet<>();

  Possible(Law law) {
    for (var term : law.terms()) terms.put(term.id(), term);
    for (var instrument : law.instruments())
      for (var article : instrument.articles()) articles.put(article.id(), article);
    for (var council : law.councils()) if (council.members().isEmpty()) empty.add(council.id());
  }

  /// One norm that an article gives: by itself, or read in one way.
  ///
  /// @param reading index, or -1
  record Provision(Instrument instrument, Article article, int reading) {}

  /// Whether all of them can be active at once; unknown where there is too much to try.
  Truth together(List<Provision> provisions) {
    var choices = new LinkedHashMap<String, Integer>();
    provisions.stream()
        .map(this::choices)
        .sorted(Comparator.comparingInt(Map::size))
        .forEach(own -> own.forEach(choices::putIfAbsent));
    var search = new Search(provisions, new ArrayList<>(choices.entrySet()));
    var found = search.from(0);
    return found ? Truth.YES : search.steps > MOST ? Truth.UNKNOWN : Truth.NO;
  }

  /// Tries one choice after the other, and gives up a branch as soon as it rules a provision out.
  private final class Search {
    private final List<Provision> provisions;
    private final List<Map.Entry<String, Integer>> choices;
    private final Map<String, Integer> world = new HashMap<>();
    private int steps;

    Search(List<Provision> provisions, List<Map.Entry<String, Integer>> choices) {
      this.provisions = provisions;
      this.choices = choices;
    }

    boolean from(int position) {
      if (++steps > MOST) return false;
      var all = Truth.YES;
      for (var provision : provisions) all = all.and(active(provision, world));
      if (all != Truth.UNKNOWN || position == choices.size()) return all == Truth.YES;
      var choice = choices.get(position);
      for (var value = choice.getValue() - 1; value >= 0; value--) {
        world.put(choice.getKey(), value);
        if (from(position + 1)) return true;
      }
      world.remove(choice.getKey());
      return false;
    }
  }

  private Map<String, Integer> choices(Provision provision) {
    var choices = new LinkedHashMap<String, Integer>();
    if (provision.reading() >= 0) {
      var readings = provision.article().readings();
      choices.put("article " + provision.article().id(), readings.size());
      var when = readings.get(provision.reading()).when();
      if (when != null) collect(when, null, choices, new HashSet<>());
    }
    collect(provision.article(), choices, new HashSet<>());
    return choices;
  }

  private void collect(Article article, Map<String, Integer> choices, Set<String> seen) {
    if (!seen.add(article.id())) return;
    for (var condition : conditions(article)) collect(condition, null, choices, seen);
    for (var unless : article.exceptions()) collect(unless.condition(), null, choices, seen);
  }

  private void collect(
      Condition condition,
      @Nullable String argument,
      Map<String, Integer> choices,
      Set<String> seen) {
    switch (condition) {
      case Condition.Truth _ -> {}
      case Condition.TermHolds(String id, String own) -> {
        var term = terms.get(id);
        if (term == null || !seen.add(id + "(" + own + ")")) return;
        choices.put("term " + id, term.readings().size());
        for (var reading : term.readings())
          collect(reading.means(), state(own, argument), choices, seen);
      }
      case Condition.ArticleHolds(String instrument, String number) -> {
        var article = articles.get(instrument + "." + number);
        if (article != null) collect(article, choices, seen);
      }
      case Condition.Not(Condition inner) -> collect(inner, argument, choices, seen);
      case Condition.And(List<Condition> parts) ->
          parts.forEach(part -> collect(part, argument, choices, seen));
      case Condition.Or(List<Condition> parts) ->
          parts.forEach(part -> collect(part, argument, choices, seen));
      case Condition.FactHolds _,
          Condition.Could _,
          Condition.Reached _,
          Condition.PartyTo _,
          Condition.DecisionOf _ ->
          choices.put(leaf(condition, argument), 2);
    }
  }

  /// The target of the act under one name.
  private static @Nullable String state(@Nullable String own, @Nullable String argument) {
    if (own == null) return argument;
    if (!own.equals("P") && !own.equals("S")) return own;
    return argument == null ? "target" : argument;
  }

  private static String leaf(Condition condition, @Nullable String argument) {
    return switch (condition) {
      case Condition.FactHolds(String name, String own) ->
          own == null ? name : name + "(" + state(own, argument) + ")";
      case Condition.PartyTo(String instrument, String own) ->
          instrument + ".party(" + state(own, argument) + ")";
      default -> condition.toString();
    };
  }

  private static List<Condition> conditions(Article article) {
    var conditions = new ArrayList<Condition>();
    if (article.when() != null) conditions.add(article.when());
    if (article.with() != null)
      conditions.add(new Condition.ArticleHolds(article.instrument(), article.with()));
    if (article.triggers().size() == 1) conditions.add(article.triggers().getFirst().when());
    if (article.triggers().size() > 1)
      conditions.add(
          new Condition.Or(article.triggers().stream().map(Article.Trigger::when).toList()));
    conditions.addAll(article.needs());
    return conditions;
  }

  private Truth active(Provision provision, Map<String, Integer> world) {
    var article = provision.article();
    var holds = holds(article, world, 0);
    if (provision.reading() < 0) return holds;
    var chosen = chosen(world, "article " + article.id(), provision.reading());
    var when = article.readings().get(provision.reading()).when();
    return holds.and(chosen).and(when == null ? Truth.YES : holds(when, null, world, 0));
  }

  private static Truth chosen(Map<String, Integer> world, String name, int value) {
    var chosen = world.get(name);
    return chosen == null ? Truth.UNKNOWN : Truth.of(chosen == value);
  }

  private Truth holds(Article article, Map<String, Integer> world, int depth) {
    if (depth >= DEEPEST || article.dormant()) return Truth.NO;
    var all = Truth.YES;
    for (var condition : conditions(article))
      all = all.and(holds(condition, null, world, depth + 1));
    for (var unless : article.exceptions())
      all = all.and(holds(unless.condition(), null, world, depth + 1).not());
    return all;
  }

  private Truth holds(
      Condition condition, @Nullable String argument, Map<String, Integer> world, int depth) {
    return switch (condition) {
      case Condition.Truth(boolean value) -> Truth.of(value);
      case Condition.TermHolds(String id, String own) -> {
        var term = terms.get(id);
        if (term == null || depth >= DEEPEST) yield Truth.NO;
        var any = Truth.NO;
        for (var i = 0; i < term.readings().size(); i++)
          any =
              any.or(
                  chosen(world, "term " + id, i)
                      .and(
                          holds(
                              term.readings().get(i).means(),
                              state(own, argument),
                              world,
                              depth + 1)));
        yield any;
      }
      case Condition.ArticleHolds(String instrument, String number) -> {
        var article = articles.get(instrument + "." + number);
        yield article == null ? Truth.NO : holds(article, world, depth + 1);
      }
      case Condition.DecisionOf(String council) when empty.contains(council) -> Truth.NO;
      case Condition.Not(Condition inner) -> holds(inner, argument, world, depth).not();
      case Condition.And(List<Condition> parts) -> {
        var all = Truth.YES;
        for (var part : parts) all = all.and(holds(part, argument, world, depth));
        yield all;
      }
      case Condition.Or(List<Condition> parts) -> {
        var any = Truth.NO;
        for (var part : parts) any = any.or(holds(part, argument, world, depth));
        yield any;
      }
      case Condition.FactHolds _,
          Condition.Could _,
          Condition.Reached _,
          Condition.PartyTo _,
          Condition.DecisionOf _ ->
          chosen(world, leaf(condition, argument), 1);
    };
  }

  /// Yes, no, or not decided by the choices made so far.
  enum Truth {
    NO,
    UNKNOWN,
    YES;

    static Truth of(boolean value) {
      return value ? YES : NO;
    }

    Truth and(Truth other) {
      return compareTo(other) <= 0 ? this : other;
    }

    Truth or(Truth other) {
      return compareTo(other) >= 0 ? this : other;
    }

    Truth not() {
      return of(this == NO, this == YES);
    }

    private static Truth of(boolean yes, boolean no) {
      return yes ? YES : no ? NO : UNKNOWN;
    }
  }
}
