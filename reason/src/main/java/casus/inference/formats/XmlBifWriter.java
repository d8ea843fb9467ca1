package casus.inference.formats;

import casus.inference.Network;

/// Writes what [XmlBifReader] reads.
final class XmlBifWriter {
  private XmlBifWriter() {}

  static Writing write(Network network) {
    var families = Families.of(network);
    if (!families.reasons().isEmpty()) return new Writing.Unwritable(families.reasons());
    var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text.append("<BIF VERSION=\"0.3\">\n<NETWORK>\n<NAME>unknown</NAME>\n");
    for (var family : families.inOrder()) {
      text.append("<VARIABLE TYPE=\"nature\">\n");
      element(text, "NAME", family.child().name());
      for (var state : family.child().states()) element(text, "OUTCOME", state);
      text.append("</VARIABLE>\n");
    }
    for (var family : families.inOrder()) {
      text.append("<DEFINITION>\n");
      element(text, "FOR", family.child().name());
      for (var parent : family.parents()) element(text, "GIVEN", parent.name());
      text.append("  <TABLE>");
      var size = family.child().size();
      for (var i = 0; i < family.values().length; i++) {
        text.append(i == 0 ? "" : i % size == 0 ? "\n    " : " ").append(family.values()[i]);
      }
      text.append("</TABLE>\n</DEFINITION>\n");
    }
    text.append("</NETWORK>\n</BIF>\n");
    return new Writing.Written(text.toString(), families.notes());
  }

  private static void element(StringBuilder text, String element, String content) {
    var spelled =
        Spelling.TRIMMED
            .written(content)
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;");
    text.append("  <").append(element).append('>').append(spelled);
    text.append("</").append(element).append(">\n");
  }
}
