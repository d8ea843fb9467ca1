package casus.inference;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Reads propositional ProbLog (facts, annotated disjunctions, rules with `\+`, queries, evidence)
/// and and/or graphs of grounded programs.
final class ProblogReader {
  private static final Pattern QUERY = Pattern.compile("query\\((\\w+)\\)");
  private static final Pattern EVIDENCE = Pattern.compile("evidence\\((\\w+),(true|false)\\)");
  private static final Pattern HEAD = Pattern.compile("(?:([0-9.]+)::)?(\\w+)");

  private ProblogReader() {}

  static GroundProgram fromText(String text) {
    var program = new GroundProgram();
    var atoms = new LinkedHashMap<String, Integer>();
    var derivations = new HashMap<String, List<Integer>>();
    var statements =
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .map(line -> line.substring(0, line.length() - 1))
            .toList();
    // Atoms first, as disjunctions that are filled in afterwards: rules refer forward and in
    // cycles.
    var names = Pattern.compile("\\b[a-z]\\w*\\b").matcher(text);
    while (names.find()) {
      var children = derivations.computeIfAbsent(names.group(), name -> new ArrayList<>());
      atoms.computeIfAbsent(names.group(), name -> program.gate(GroundProgram.Kind.OR, children));
    }
    for (var statement : statements) {
      var query = QUERY.matcher(statement);
      var evidence = EVIDENCE.matcher(statement);
      if (query.matches()) {
        program.queries.put(query.group(1), requireNonNull(atoms.get(query.group(1))));
      } else if (evidence.matches()) {
        program.evidence.put(
            requireNonNull(atoms.get(evidence.group(1))), evidence.group(2).equals("true"));
      } else {
        clause(program, atoms, derivations, statement);
      }
    }
    return program;
  }

  private static void clause(
      GroundProgram program,
      Map<String, Integer> atoms,
      Map<String, List<Integer>> derivations,
      String statement) {
    var parts = statement.split(":-", -1);
    var body = new ArrayList<Integer>();
    if (parts.length > 1) {
      for (var literal : parts[1].split(",", -1)) {
        var name = literal.strip();
        var atom =
            requireNonNull(atoms.get(name.startsWith("\\+") ? name.substring(2).strip() : name));
        body.add(name.startsWith("\\+") ? -atom : atom);
      }
    }
    var choice = -1;
    for (var head : parts[0].split(";", -1)) {
      var m = HEAD.matcher(head.strip());
      if (!m.matches()) throw new IllegalArgumentException("cannot read " + statement);
      var conditions = new ArrayList<>(body);
      if (m.group(1) != null) {
        if (choice < 0) {
          choice = program.choices.size();
          program.choices.add(new ArrayList<>());
        }
        conditions.add(program.alternative(choice, Double.parseDouble(m.group(1))));
      }
      var derivation = program.gate(GroundProgram.Kind.AND, conditions);
      requireNonNull(derivations.get(m.group(2))).add(derivation);
    }
  }

  static GroundProgram fromGraph(JsonNode json) {
    var program = new GroundProgram();
    var groups = new HashMap<String, Integer>();
    var references = new HashMap<Integer, Integer>();
    // A node of the file becomes the node with the same position here.
    for (var node : json.get("nodes"))
      references.put(node.get("id").asInt(), references.size() + 1);
    for (var node : json.get("nodes")) {
      if (node.get("type").asString().equals("atom")) {
        var group =
            node.get("group").isNull() ? "alone " + node.get("id") : node.get("group").asString();
        var choice = groups.computeIfAbsent(group, name -> groups.size());
        if (choice == program.choices.size()) program.choices.add(new ArrayList<>());
        program.alternative(choice, node.get("p").asDouble());
      } else {
        var kind =
            node.get("type").asString().equals("and")
                ? GroundProgram.Kind.AND
                : GroundProgram.Kind.OR;
        var children = new ArrayList<Integer>();
        for (var child : node.get("children")) children.add(reference(child, references));
        program.gate(kind, children);
      }
    }
    var never = program.gate(GroundProgram.Kind.OR, List.of());
    for (var query : json.get("queries").properties()) {
      program.queries.put(
          query.getKey(),
          query.getValue().isNull() ? never : reference(query.getValue(), references));
    }
    for (var finding : json.get("evidence")) {
      program.evidence.put(
          reference(finding.get("node"), references), finding.get("value").asBoolean());
    }
    return program;
  }

  private static int reference(JsonNode id, Map<Integer, Integer> references) {
    if (id.asInt() == 0) return GroundProgram.TRUE;
    var reference = requireNonNull(references.get(Math.abs(id.asInt())));
    return id.asInt() > 0 ? reference : -reference;
  }
}
