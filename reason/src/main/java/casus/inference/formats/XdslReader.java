package casus.inference.formats;

import casus.inference.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the format of GeNIe and SMILE (SMILE programmer's manual, "XDSL file format"): `smile`
/// holds `nodes`, each with `state`s, `parents`, and by kind
///
/// - `cpt`: `probabilities`, the first parent slowest, the node's states side by side;
/// - `deterministic`: `resultingstates`, one for each configuration of the parents;
/// - `noisymax`: `parameters`, for each parent and each of its states the distribution of what it
///   contributes, then the leak; within a parent in the order of `strengths`, its states from the
///   strongest to the one that contributes nothing (as they are listed, where that is left out).
///   The node's own states are listed from the strongest. The parameters are those of Díez, each
///   cause alone without the leak.
///
/// Layout and other extensions are ignored. Other kinds of node are refused.
final class XdslReader {
  private static final Set<String> KINDS = Set.of("cpt", "deterministic", "noisymax");
  private static final Set<String> PARTS =
      Set.of(
          "state",
          "parents",
          "probabilities",
          "resultingstates",
          "strengths",
          "parameters",
          "property",
          "comment");

  private final Source source;
  private final Draft draft;

  private XdslReader(Source source) {
    this.source = source;
    draft = new Draft(source);
  }

  static Reading read(String text) {
    return Source.read(text, source -> new XdslReader(source).file());
  }

  private Reading file() {
    var root = XmlText.read(source);
    if (!root.name.equals("smile")) {
      throw source.broken(root.at, "the element <" + root.name + ">", "<smile>");
    }
    var dynamic = root.child("dynamic");
    if (dynamic != null) {
      throw source.broken(dynamic.at, "a dynamic network", "a network without time slices");
    }
    var nodes = root.child("nodes");
    if (nodes == null) throw source.broken(root.at, "no <nodes>", "one");
    nodes.children.forEach(this::declare);
    if (!source.isSound()) return new Reading.Malformed(source.faults());
    nodes.children.forEach(this::define);
    return draft.finish();
  }

  private void declare(Element node) {
    if (!KINDS.contains(node.name)) {
      source.fault(
          node.at,
          "a node of the kind " + Source.quoted(node.name),
          "\"cpt\", \"deterministic\" or \"noisymax\"");
      return;
    }
    for (var part : node.children) {
      if (!PARTS.contains(part.name)) {
        source.note(part.at, "<" + part.name + ">, ignored", "a part of a discrete chance node");
      }
    }
    var dynamic = node.attributes.get("dynamic");
    if (dynamic != null) {
      source.fault(dynamic.at(), "a node in time slices", "a node without them");
    }
    var states = new ArrayList<Word>();
    for (var state : node.children("state")) states.add(id(state));
    draft.declare(id(node), states);
  }

  private Word id(Element element) {
    var id = element.attributes.get("id");
    if (id == null) throw source.broken(element.at, "<" + element.name + "> without an id", "one");
    return new Word(Spelling.IDENTIFIER.read(id.text()), id.at());
  }

  private void define(Element node) {
    var child = draft.child(id(node));
    if (child == null) return;
    var parents = draft.parents(child, names(node.child("parents")));
    if (parents == null) return;
    switch (node.name) {
      case "cpt" -> {
        var part = part(node, "probabilities");
        if (part != null) draft.table(child, parents, part.at, numbers(part));
      }
      case "deterministic" -> deterministic(node, child, parents);
      default -> noisyMax(node, child, parents);
    }
  }

  private static List<Word> names(@Nullable Element list) {
    if (list == null) return List.of();
    var names = new ArrayList<Word>();
    for (var word : list.words()) {
      names.add(new Word(Spelling.IDENTIFIER.read(word.text()), word.at()));
    }
    return names;
  }

  private @Nullable Element part(Element node, String name) {
    var part = node.child(name);
    if (part == null) source.fault(node.at, "a node without <" + name + ">", "one");
    return part;
  }

  private Numbers numbers(Element part) {
    var numbers = new Numbers();
    for (var word : part.words()) numbers.addProbability(source, word);
    return numbers;
  }

  private void deterministic(Element node, Variable child, List<Variable> parents) {
    var part = part(node, "resultingstates");
    if (part == null) return;
    var names = names(part);
    var rows = Draft.configurations(parents);
    if (names.size() != rows) {
      source.fault(
          part.at,
          Draft.counted(names.size(), "state") + " for " + Source.quoted(child.name()),
          Draft.counted(rows, "state") + ", one for each configuration");
      return;
    }
    if (!draft.canImply(rows, child.size(), part.at, "a table of " + Draft.counted(rows, "row"))) {
      return;
    }
    var states = names.stream().mapToInt(name -> draft.state(child, name)).toArray();
    if (Arrays.stream(states).allMatch(state -> state >= 0)) {
      draft.deterministic(child, parents, states);
    }
  }

  private void noisyMax(Element node, Variable child, List<Variable> parents) {
    var part = part(node, "parameters");
    if (part == null) return;
    var strengths = strengths(node, parents);
    if (strengths == null) return;
    var numbers = numbers(part);
    var rows = parents.stream().mapToLong(Variable::size).sum() + 1;
    if (numbers.size() != rows * child.size()) {
      source.fault(
          part.at,
          Draft.counted(numbers.size(), "number") + " for " + Source.quoted(child.name()),
          Draft.counted(child.size(), "state")
              + " times "
              + Draft.counted(rows, "row")
              + ", one for each state of each parent and one for the leak");
      return;
    }
    var values = draft.rows(child, numbers);
    if (values == null) return;
    var size = child.size();
    var contributions = new double[parents.size() + 1][];
    var row = 0;
    for (var i = 0; i < parents.size(); i++) {
      var order = strengths[i];
      contributions[i] = new double[order.length * size];
      for (var state : order) {
        System.arraycopy(values, row++ * size, contributions[i], state * size, size);
      }
    }
    contributions[parents.size()] = Arrays.copyOfRange(values, row * size, (row + 1) * size);
    draft.strongestFirstNoisyMax(child, parents, part.at, contributions);
  }

  /// For each parent its states from the strongest, or null and a fault.
  private int @Nullable [][] strengths(Element node, List<Variable> parents) {
    var strengths = new int[parents.size()][];
    var part = node.child("strengths");
    var words = part == null ? List.<Word>of() : part.words();
    var states = parents.stream().mapToLong(Variable::size).sum();
    if (part != null && words.size() != states) {
      source.fault(
          part.at,
          Draft.counted(words.size(), "strength"),
          Draft.counted(states, "strength") + ", one for each state of each parent");
      return null;
    }
    var next = 0;
    for (var i = 0; i < strengths.length; i++) {
      var size = parents.get(i).size();
      strengths[i] = new int[size];
      var seen = new boolean[size];
      for (var k = 0; k < size; k++) {
        var word = part == null ? null : words.get(next++);
        var state = word == null ? k : Numbers.parseCount(word.text());
        if (state < 0 || state >= size || seen[(int) state]) {
          source.fault(
              word == null ? node.at : word.at(),
              word == null ? "no strength" : word.quoted(),
              "each state of " + Source.quoted(parents.get(i).name()) + " once, counted from 0");
          return null;
        }
        seen[(int) state] = true;
        strengths[i][k] = (int) state;
      }
    }
    return strengths;
  }
}
