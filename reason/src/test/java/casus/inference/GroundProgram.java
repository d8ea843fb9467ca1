package casus.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A ground probabilistic logic program under the distribution semantics (Sato 1995): independent
/// choices, and an and/or graph over them with negation as failure. A positive cycle has its least
/// model: the nodes of the cycle start out false and are derived anew as often as there are nodes.
final class GroundProgram {
  /// A reference to a node: `node + 1`, negated for its negation; 0 is true.
  record Node(Kind kind, int choice, int alternative, List<Integer> children) {}

  enum Kind {
    CHOICE,
    AND,
    OR
  }

  static final int TRUE = 0;

  /// By choice, the probabilities of its alternatives; what is left is the chance of none.
  final List<List<Double>> choices = new ArrayList<>();

  final List<Node> nodes = new ArrayList<>();
  final Map<String, Integer> queries = new LinkedHashMap<>();
  final Map<Integer, Boolean> evidence = new LinkedHashMap<>();

  /// @return a reference to the new node
  int add(Node node) {
    nodes.add(node);
    return nodes.size();
  }

  int gate(Kind kind, List<Integer> children) {
    return add(new Node(kind, -1, -1, children));
  }

  int alternative(int choice, double probability) {
    choices.get(choice).add(probability);
    return add(new Node(Kind.CHOICE, choice, choices.get(choice).size(), List.of()));
  }

  /// P(query | evidence) by query; empty if the evidence is inconsistent.
  Map<String, Double> answers() {
    var model = new Translation();
    var found = model.evidence();
    if (found == null) return Map.of();
    var circuit = Circuit.compile(model.network, model.network.variables().getFirst()).circuit();
    var answer = circuit.propagate(found);
    if (answer.isImpossible()) return Map.of();
    var answers = new TreeMap<String, Double>();
    for (var query : queries.entrySet()) {
      var p = 0.0;
      switch (model.literal(query.getValue())) {
        case Always always -> p = always.value ? 1 : 0;
        case Among among -> {
          var posterior = answer.posterior(among.variable);
          for (var s = 0; s < posterior.length; s++) if (among.states[s]) p += posterior[s];
        }
      }
      answers.put(query.getKey(), p);
    }
    return answers;
  }

  private sealed interface Literal {
    Literal negated();
  }

  private record Always(boolean value) implements Literal {
    @Override
    public Literal negated() {
      return new Always(!value);
    }
  }

  /// True when the variable is in one of these states.
  private record Among(Variable variable, boolean[] states) implements Literal {
    @Override
    public Literal negated() {
      var others = states.clone();
      for (var s = 0; s < others.length; s++) others[s] = !others[s];
      return new Among(variable, others);
    }
  }

  private final class Translation {
    private final Network.Builder builder = Network.builder();
    private final List<Variable> choiceVariables = new ArrayList<>();
    private final List<Literal> values =
        new ArrayList<>(Collections.nCopies(nodes.size(), new Always(false)));
    private int gates;
    final Network network;

    Translation() {
      for (var choice : choices) choiceVariables.add(choiceVariable(choice));
      if (choices.isEmpty()) builder.prior(builder.addVariable("nothing", "so"), 1);
      for (var component : new Components(nodes).inOrder) derive(component);
      network = builder.build();
    }

    Literal literal(int reference) {
      if (reference == TRUE) return new Always(true);
      var value = values.get(Math.abs(reference) - 1);
      return reference > 0 ? value : value.negated();
    }

    /// Null if two findings contradict each other on one choice.
    @Nullable Evidence evidence() {
      var found = Evidence.none();
      for (var finding : evidence.entrySet()) {
        var literal = literal(finding.getKey());
        if (!finding.getValue()) literal = literal.negated();
        switch (literal) {
          case Always always -> {
            if (!always.value) return null;
          }
          case Among among -> {
            var likelihood = found.likelihood(among.variable);
            for (var s = 0; s < likelihood.length; s++) if (!among.states[s]) likelihood[s] = 0;
            if (Arrays.stream(likelihood).sum() == 0) return null;
            found = found.withLikelihood(among.variable, likelihood);
          }
        }
      }
      return found;
    }

    private Variable choiceVariable(List<Double> alternatives) {
      var states = new ArrayList<>(List.of("none"));
      var probabilities = new double[alternatives.size() + 1];
      probabilities[0] = 1;
      for (var k = 1; k < probabilities.length; k++) {
        states.add("alternative " + k);
        probabilities[k] = alternatives.get(k - 1);
        probabilities[0] -= probabilities[k];
      }
      probabilities[0] = probabilities[0] < 1e-12 ? 0 : probabilities[0];
      var variable = builder.addVariable("choice " + choiceVariables.size(), states);
      builder.prior(variable, probabilities);
      return variable;
    }

    /// In every round conjunctions first, then disjunctions from their new values: after round t
    /// every disjunction with a derivation through t disjunctions is complete, and a shortest
    /// derivation never passes one twice. The last round completes the conjunctions.
    private void derive(List<Integer> component) {
      var members = new ArrayList<>(component);
      members.sort(Comparator.comparing(n -> nodes.get(n).kind()));
      var disjunctions = members.stream().filter(n -> nodes.get(n).kind() == Kind.OR).count();
      var rounds = refersToItself(members) ? disjunctions + 1 : 1;
      for (var n : members) {
        if (nodes.get(n).kind() != Kind.AND) continue;
        for (var child : nodes.get(n).children()) {
          var nested =
              members.contains(Math.abs(child) - 1)
                  && nodes.get(Math.abs(child) - 1).kind() == Kind.AND;
          if (nested) rounds = members.size() + 1L;
        }
      }
      for (; rounds > 0; rounds--) {
        for (var n : members) values.set(n, value(nodes.get(n), members));
      }
    }

    private boolean refersToItself(List<Integer> members) {
      return members.stream()
          .flatMap(n -> nodes.get(n).children().stream())
          .anyMatch(child -> members.contains(Math.abs(child) - 1));
    }

    private Literal value(Node node, List<Integer> component) {
      if (node.kind() == Kind.CHOICE) {
        var variable = choiceVariables.get(node.choice());
        var states = new boolean[variable.size()];
        states[node.alternative()] = true;
        return new Among(variable, states);
      }
      var and = node.kind() == Kind.AND;
      var merged = new LinkedHashMap<Variable, boolean[]>();
      for (var child : node.children()) {
        if (child < 0 && component.contains(-child - 1)) {
          throw new UnsupportedOperationException("a cycle through negation");
        }
        switch (literal(child)) {
          case Always always -> {
            if (always.value != and) return always;
          }
          case Among among ->
              merged.merge(among.variable, among.states.clone(), (a, b) -> both(a, b, and));
        }
      }
      if (merged.isEmpty()) return new Always(and);
      if (merged.size() == 1) {
        var only = merged.entrySet().iterator().next();
        return new Among(only.getKey(), only.getValue());
      }
      return gate(and, List.copyOf(merged.keySet()), List.copyOf(merged.values()));
    }

    private static boolean[] both(boolean[] a, boolean[] b, boolean and) {
      var result = a.clone();
      for (var s = 0; s < a.length; s++) result[s] = and ? a[s] && b[s] : a[s] || b[s];
      return result;
    }

    /// Memory 1: decided already (an `and` that failed, an `or` that holds).
    private Literal gate(boolean and, List<Variable> parents, List<boolean[]> states) {
      var next = new int[parents.size()][][];
      for (var i = 0; i < next.length; i++) {
        var undecided = new int[parents.get(i).size()];
        var decided = new int[parents.get(i).size()];
        Arrays.fill(decided, 1);
        for (var s = 0; s < undecided.length; s++) undecided[s] = states.get(i)[s] == and ? 0 : 1;
        next[i] = i == 0 ? new int[][] {undecided} : new int[][] {undecided, decided};
      }
      var variable = builder.addBinary("gate " + gates++);
      var rows = and ? new double[] {0, 1, 1, 0} : new double[] {1, 0, 0, 1};
      builder.fold(variable, parents, next, rows, new boolean[4]);
      return new Among(variable, new boolean[] {false, true});
    }
  }

  /// The strongly connected components of the graph, what a component depends on before it (Tarjan
  /// 1972).
  private static final class Components {
    final List<List<Integer>> inOrder = new ArrayList<>();
    private final List<Node> nodes;
    private final int[] entered;
    private final int[] low;
    private final List<Integer> stack = new ArrayList<>();
    private int clock;

    Components(List<Node> nodes) {
      this.nodes = nodes;
      entered = new int[nodes.size()];
      low = new int[nodes.size()];
      for (var n = 0; n < entered.length; n++) if (entered[n] == 0) visit(n);
    }

    private void visit(int n) {
      entered[n] = low[n] = ++clock;
      stack.addLast(n);
      for (var child : nodes.get(n).children()) {
        if (child == TRUE) continue;
        var c = Math.abs(child) - 1;
        if (entered[c] == 0) visit(c);
        if (entered[c] > 0) low[n] = Math.min(low[n], low[c]);
      }
      if (low[n] < entered[n]) return;
      var component = new ArrayList<Integer>();
      while (component.isEmpty() || component.getLast() != n) component.addLast(stack.removeLast());
      for (var member : component) entered[member] = -1;
      inOrder.add(component);
    }
  }
}
