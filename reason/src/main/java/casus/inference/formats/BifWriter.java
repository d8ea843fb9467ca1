package casus.inference.formats;

import casus.inference.Network;

/// Writes what [BifReader] reads: a row for each configuration; names in quotation marks where they
/// would fall apart without.
final class BifWriter {
  private BifWriter() {}

  static Writing write(Network network) {
    var families = Families.of(network);
    if (!families.reasons().isEmpty()) return new Writing.Unwritable(families.reasons());
    var text = new StringBuilder("network unknown {\n}\n");
    for (var family : families.inOrder()) {
      var child = family.child();
      text.append("variable ").append(name(child.name())).append(" {\n  type discrete [ ");
      text.append(child.size()).append(" ] { ");
      for (var s = 0; s < child.size(); s++) {
        text.append(s == 0 ? "" : ", ").append(name(child.states().get(s)));
      }
      text.append(" };\n}\n");
    }
    for (var family : families.inOrder()) probability(text, family);
    return new Writing.Written(text.toString(), families.notes());
  }

  private static void probability(StringBuilder text, Family family) {
    var parents = family.parents();
    text.append("probability ( ").append(name(family.child().name()));
    for (var i = 0; i < parents.size(); i++) {
      text.append(i == 0 ? " | " : ", ").append(name(parents.get(i).name()));
    }
    text.append(" ) {\n");
    var size = family.child().size();
    var states = new int[parents.size()];
    for (var row = 0; row < family.values().length; row += size) {
      text.append(parents.isEmpty() ? "  table " : "  (");
      for (var i = 0; i < states.length; i++) {
        text.append(i == 0 ? "" : ", ").append(name(parents.get(i).states().get(states[i])));
      }
      if (!parents.isEmpty()) text.append(") ");
      for (var s = 0; s < size; s++) {
        text.append(s == 0 ? "" : ", ").append(family.values()[row + s]);
      }
      text.append(";\n");
      for (var i = states.length - 1; i >= 0; i--) {
        if (++states[i] < parents.get(i).size()) break;
        states[i] = 0;
      }
    }
    text.append("}\n");
  }

  private static String name(String name) {
    var spelled = Spelling.IN_QUOTES.written(name);
    return needsQuotes(spelled) ? '"' + spelled + '"' : spelled;
  }

  private static boolean needsQuotes(String name) {
    if (name.startsWith("//") || name.startsWith("/*")) return true;
    for (var i = 0; i < name.length(); i++) {
      if (Source.isBlank(name.charAt(i)) || "{}()[];|,\"".indexOf(name.charAt(i)) >= 0) return true;
    }
    return false;
  }
}
