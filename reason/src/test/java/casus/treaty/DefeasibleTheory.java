package casus.treaty;

import casus.treaty.Defeat.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A theory of defeasible logic, and which of its literals follow, put as formulas over its facts
/// by [Defeat]. A literal is an atom, or `-` and an atom.
///
/// @param superiority pairs of labels, the stronger first
/// @param definite the literals that follow by facts and strict rules alone (+Δ), by other engines
/// @param provable the literals that follow defeasibly (+∂), by other engines
/// @param refuted the literals that provably do not (−∂), by other engines
record DefeasibleTheory(
    String name,
    List<String> facts,
    List<Statement> rules,
    Set<List<String>> superiority,
    List<String> literals,
    Set<String> definite,
    Set<String> provable,
    Set<String> refuted) {

  enum Kind {
    STRICT,
    DEFEASIBLE,
    DEFEATER
  }

  record Statement(String label, Kind kind, List<String> body, String head) {}

  static DefeasibleTheory of(JsonNode json) {
    var rules = new ArrayList<Statement>();
    for (var rule : json.get("rules"))
      rules.add(
          new Statement(
              rule.get("label").asString(),
              Kind.valueOf(rule.get("type").asString().toUpperCase(java.util.Locale.ROOT)),
              strings(rule.get("body")),
              rule.get("head").asString()));
    var superiority = new HashSet<List<String>>();
    for (var pair : json.get("superiority")) superiority.add(strings(pair));
    var expected = json.get("expected_ambiguity_blocking");
    return new DefeasibleTheory(
        json.get("name").asString(),
        strings(json.get("facts")),
        rules,
        superiority,
        strings(json.get("literals")),
        Set.copyOf(strings(expected.get("+D"))),
        Set.copyOf(strings(expected.get("+d"))),
        Set.copyOf(strings(expected.get("-d"))));
  }

  private static List<String> strings(JsonNode array) {
    var strings = new ArrayList<String>();
    for (var one : array) strings.add(one.asString());
    return strings;
  }

  private static String complement(String literal) {
    return literal.startsWith("-") ? literal.substring(1) : "-" + literal;
  }

  private static String atom(String literal) {
    return literal.startsWith("-") ? literal.substring(1) : literal;
  }

  /// Whether some atom depends on itself.
  boolean hasLoop() {
    var edges = new ArrayList<List<String>>();
    for (var rule : rules)
      for (var literal : rule.body()) edges.add(List.of(atom(literal), atom(rule.head())));
    return cyclic(edges);
  }

  boolean hasCyclicSuperiority() {
    return cyclic(superiority);
  }

  /// Whether what is left after taking away, again and again, every edge that nothing leads to is
  /// more than nothing.
  private static boolean cyclic(Iterable<List<String>> edges) {
    var left = new ArrayList<List<String>>();
    edges.forEach(left::add);
    while (true) {
      var reached = new HashSet<String>();
      left.forEach(edge -> reached.add(edge.getLast()));
      if (!left.removeIf(edge -> !reached.contains(edge.getFirst()))) return !left.isEmpty();
    }
  }

  /// The formulas of one theory without loops; every stated fact is a leaf.
  final class Conclusions {
    private final Map<String, Formula> definite = new HashMap<>();
    private final Map<String, Formula> defeasible = new HashMap<>();

    /// When the literal follows by facts and strict rules alone (+Δ).
    Formula definitely(String literal) {
      var known = definite.get(literal);
      if (known != null) return known;
      var ways = new ArrayList<Formula>();
      if (facts.contains(literal)) ways.add(new Formula.FactHolds(literal));
      for (var rule : rules)
        if (rule.kind() == Kind.STRICT && rule.head().equals(literal))
          ways.add(Formula.and(rule.body().stream().map(this::definitely).toList()));
      var made = Formula.or(ways);
      definite.put(literal, made);
      return made;
    }

    /// When the literal follows defeasibly (+∂): it follows definitely, or its complement does not
    /// and the rules for it win.
    Formula defeasibly(String literal) {
      var known = defeasible.get(literal);
      if (known != null) return known;
      var opposite = complement(literal);
      var stands =
          Defeat.stands(
              speakingFor(literal),
              speakingFor(opposite),
              (stronger, weaker) -> superiority.contains(List.of(stronger, weaker)));
      var made =
          Formula.or(definitely(literal), Formula.and(Formula.not(definitely(opposite)), stands));
      defeasible.put(literal, made);
      return made;
    }

    private List<Rule> speakingFor(String literal) {
      return rules.stream()
          .filter(rule -> rule.head().equals(literal))
          .map(rule ->
              new Rule(
                  rule.label(),
                  Formula.and(rule.body().stream().map(this::defeasibly).toList()),
                  rule.kind() == Kind.DEFEATER))
          .toList();
    }
  }

  Conclusions conclusions() {
    return new Conclusions();
  }
}
