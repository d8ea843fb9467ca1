package casus.inference.formats;

import casus.inference.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the NET language of Hugin (Hugin API reference manual, chapter "The NET language"):
///
/// ```text
/// file      = elements | "class" name "{" { attribute | element } "}"
/// element   = "net" block | ["discrete"] "node" name block
///           | "potential" "(" child ["|" {parent}] ")" block
/// block     = "{" { attribute } "}"
/// attribute = name "=" … ";"
/// ```
///
/// Of a node, `states` counts; of a potential, `data`: its parentheses must balance, the numbers in
/// them are read in order, the first parent slowest, the child's states side by side. Left out, the
/// potential is uniform, as the manual has it; that is noted. Comments begin with `%`.
final class NetReader {
  private static final Tokens.Lexis LEXIS = new Tokens.Lexis("{}()=;|", "", true, true);

  private final Source source;
  private final Tokens tokens;
  private final Draft draft;
  private final List<Potential> potentials = new ArrayList<>();

  /// A potential as it stands: its names may be declared further down.
  private record Potential(Word child, List<Word> parents, @Nullable Numbers data) {}

  private NetReader(Source source) {
    this.source = source;
    tokens = new Tokens(source, LEXIS);
    draft = new Draft(source);
  }

  static Reading read(String text) {
    return Source.read(text, source -> new NetReader(source).file());
  }

  private Reading file() {
    if (tokens.takes("class")) {
      tokens.name("the name of a class");
      tokens.expect('{');
      while (!tokens.takes('}')) element(true);
    }
    while (tokens.peek().kind() != Tokens.Kind.END) element(false);
    potentials.forEach(this::define);
    return draft.finish();
  }

  private void element(boolean inClass) {
    var first = tokens.peek();
    if (first.kind() != Tokens.Kind.WORD) throw tokens.unexpected("\"node\" or \"potential\"");
    switch (first.text()) {
      case "net" -> {
        tokens.take();
        tokens.expect('{');
        while (!tokens.takes('}')) skipAttribute(tokens.name("an attribute or \"}\""));
      }
      case "node" -> {
        tokens.take();
        node();
      }
      case "discrete" -> {
        tokens.take();
        tokens.expect("node");
        node();
      }
      case "potential" -> {
        tokens.take();
        potential();
      }
      case "continuous", "decision", "utility", "function", "instance" ->
          throw tokens.unexpected("only discrete chance nodes (\"node\")");
      default -> {
        if (!inClass) throw tokens.unexpected("\"net\", \"node\" or \"potential\"");
        skipAttribute(tokens.take().word());
      }
    }
  }

  private void skipAttribute(Word name) {
    if (!tokens.takes('=')) {
      throw tokens.unexpected("\"=\" after " + name.quoted());
    }
    while (!tokens.takes(';')) {
      if (tokens.peek().kind() == Tokens.Kind.END || tokens.peek().is('}')) {
        throw tokens.unexpected("\";\"");
      }
      tokens.take();
    }
  }

  private void node() {
    var name = name("the name of a node");
    var states = new ArrayList<Word>();
    tokens.expect('{');
    while (!tokens.takes('}')) {
      var attribute = tokens.name("an attribute or \"}\"");
      if (!attribute.text().equals("states")) {
        skipAttribute(attribute);
        continue;
      }
      tokens.expect('=');
      tokens.expect('(');
      states.clear();
      while (!tokens.takes(')')) {
        var state = tokens.name("a state or \")\"");
        states.add(new Word(Spelling.PRINTABLE.read(state.text()), state.at()));
      }
      tokens.expect(';');
    }
    draft.declare(name, states);
  }

  private Word name(String expected) {
    var word = tokens.name(expected);
    return new Word(Spelling.IDENTIFIER.read(word.text()), word.at());
  }

  private void potential() {
    tokens.expect('(');
    var child = name("the name of a node");
    var parents = new ArrayList<Word>();
    if (!tokens.takes(')')) {
      if (tokens.peek().isName()) {
        throw tokens.unexpected("\"|\" or \")\": a potential has one child");
      }
      tokens.expect('|');
      while (!tokens.takes(')')) parents.add(name("a parent or \")\""));
    }
    tokens.expect('{');
    Numbers data = null;
    Word model = null;
    while (!tokens.takes('}')) {
      var attribute = tokens.name("an attribute or \"}\"");
      if (attribute.text().equals("data")) {
        tokens.expect('=');
        data = data();
      } else {
        if (attribute.text().equals("model_data")) model = attribute;
        skipAttribute(attribute);
      }
    }
    if (data == null && model != null) {
      throw source.broken(model.at(), "an expression without its table", "\"data\"");
    }
    potentials.add(new Potential(child, parents, data));
  }

  private Numbers data() {
    var numbers = new Numbers();
    var open = 0;
    while (open > 0 || !tokens.peek().is(';')) {
      if (tokens.takes('(')) {
        open++;
      } else if (open > 0 && tokens.takes(')')) {
        open--;
      } else if (tokens.peek().is("normal")) {
        throw tokens.unexpected("the table of a discrete node");
      } else {
        numbers.addProbability(source, tokens.name("a probability, \"(\" or \")\""));
      }
    }
    tokens.expect(';');
    return numbers;
  }

  private void define(Potential potential) {
    var child = draft.child(potential.child());
    if (child == null) return;
    @Nullable List<Variable> parents = draft.parents(child, potential.parents());
    if (parents == null) return;
    var at = potential.child().at();
    if (potential.data() != null) {
      draft.table(child, parents, at, potential.data());
    } else {
      source.note(
          at, "no data for " + potential.child().quoted() + ", taken as uniform", "\"data\"");
      draft.uniform(child, parents, at);
    }
  }
}
