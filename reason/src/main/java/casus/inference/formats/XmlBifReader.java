package casus.inference.formats;

import java.util.ArrayList;
import java.util.List;

/// Reads the XML-based BayesNets Interchange Format 0.3 (Cozman 1998): `BIF` holds a `NETWORK`,
/// that holds `VARIABLE`s (`NAME`, `OUTCOME` for each state) and `DEFINITION`s (`FOR` the child,
/// `GIVEN` for each parent, `TABLE`: the first parent slowest, the child's states side by side).
/// Properties are ignored; decision and utility variables are refused.
final class XmlBifReader {
  private final Source source;
  private final Draft draft;

  private XmlBifReader(Source source) {
    this.source = source;
    draft = new Draft(source);
  }

  static Reading read(String text) {
    return Source.read(text, source -> new XmlBifReader(source).file());
  }

  private Reading file() {
    var root = XmlText.read(source);
    if (!root.name.equals("BIF")) {
      throw source.broken(root.at, "the element <" + root.name + ">", "<BIF>");
    }
    var version = root.attributes.get("VERSION");
    if (version != null && !version.text().equals("0.3")) {
      throw source.broken(version.at(), "version " + version.quoted(), "version 0.3");
    }
    var network = root.child("NETWORK");
    if (network == null) throw source.broken(root.at, "no <NETWORK>", "one");
    network.children("VARIABLE").forEach(this::variable);
    if (!source.isSound()) return new Reading.Malformed(source.faults());
    network.children("DEFINITION").forEach(this::definition);
    return draft.finish();
  }

  private void variable(Element variable) {
    var type = variable.attributes.get("TYPE");
    if (type != null && !type.text().equals("nature")) {
      source.fault(
          type.at(), "a variable of type " + type.quoted(), "\"nature\", a chance variable");
      return;
    }
    var name = variable.child("NAME");
    if (name == null) throw source.broken(variable.at, "a variable without <NAME>", "its name");
    var states = new ArrayList<Word>();
    for (var outcome : variable.children("OUTCOME")) states.add(name(outcome));
    draft.declare(name(name), states);
  }

  private static Word name(Element element) {
    var word = element.trimmed();
    return new Word(Spelling.TRIMMED.read(word.text()), word.at());
  }

  private void definition(Element definition) {
    var children = definition.children("FOR");
    if (children.size() != 1) {
      source.fault(definition.at, children.size() + " <FOR> in a definition", "one: the child");
      return;
    }
    var child = draft.child(name(children.getFirst()));
    if (child == null) return;
    List<Word> given = definition.children("GIVEN").stream().map(XmlBifReader::name).toList();
    var parents = draft.parents(child, given);
    if (parents == null) return;
    var table = definition.child("TABLE");
    if (table == null) {
      source.fault(
          definition.at, "no <TABLE> for " + Source.quoted(child.name()), "its probabilities");
      return;
    }
    var numbers = new Numbers();
    for (var word : table.words()) numbers.addProbability(source, word);
    draft.table(child, parents, table.at, numbers);
  }
}
