package casus.inference.formats;

import casus.inference.Network;

/// Writes what [NetReader] reads: names as identifiers, states as texts, a line for each row.
final class NetWriter {
  private NetWriter() {}

  static Writing write(Network network) {
    var families = Families.of(network);
    if (!families.reasons().isEmpty()) return new Writing.Unwritable(families.reasons());
    var names = families.names(Spelling.IDENTIFIER);
    var text = new StringBuilder("net\n{\n}\n");
    for (var family : families.inOrder()) {
      text.append("\nnode ").append(names.get(family.child().index())).append("\n{\n  states = (");
      for (var state : family.child().states()) text.append(' ').append(quoted(state));
      text.append(" );\n}\n");
    }
    for (var family : families.inOrder()) {
      text.append("\npotential ( ").append(names.get(family.child().index()));
      for (var i = 0; i < family.parents().size(); i++) {
        text.append(i == 0 ? " | " : " ").append(names.get(family.parents().get(i).index()));
      }
      text.append(" )\n{\n  data =\n");
      data(text, family);
      text.append(";\n}\n");
    }
    return new Writing.Written(text.toString(), families.notes());
  }

  /// One pair of parentheses around the values of each parent and of the child.
  private static void data(StringBuilder text, Family family) {
    var parents = family.parents();
    var size = family.child().size();
    var states = new int[parents.size()];
    var opening = parents.size() + 1;
    for (var row = 0; row < family.values().length; row += size) {
      if (row > 0) text.append('\n');
      text.append("  ").append("(".repeat(opening));
      for (var s = 0; s < size; s++) text.append(' ').append(family.values()[row + s]);
      text.append(" )");
      opening = 1;
      for (var i = states.length - 1; i >= 0; i--) {
        if (++states[i] < parents.get(i).size()) break;
        states[i] = 0;
        text.append(')');
        opening++;
      }
    }
  }

  private static String quoted(String state) {
    var spelled = Spelling.PRINTABLE.written(state);
    return '"' + spelled.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
