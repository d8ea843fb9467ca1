package casus.inference.formats;

import casus.inference.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the Interchange Format for Bayesian Networks 0.15 (Cozman 1998):
///
/// ```text
/// file        = { network | variable | probability }
/// network     = "network" [name] "{" { property } "}"
/// variable    = "variable" name "{" { "type" "discrete" "[" count "]" "{" {state} "}" ";"
///                                   | property } "}"
/// probability = "probability" "(" child ["|"] {parent} ")" "{"
///                 { "table" {number} ";" | "default" {number} ";"
///                 | "(" {state} ")" {number} ";" | property } "}"
/// property    = "property" … ";"
/// ```
///
/// Commas are blanks. A `table` lists the child's states slowest, as the specification says; rows
/// for configurations list the child's states side by side.
final class BifReader {
  private static final Tokens.Lexis LEXIS = new Tokens.Lexis("{}()[];|", ",", false, false);
  private static final Spelling NAMES = Spelling.IN_QUOTES;

  private final Source source;
  private final Tokens tokens;
  private final Draft draft;
  private final List<Block> blocks = new ArrayList<>();

  /// A probability block as it stands: its names may be declared further down.
  private record Block(
      Word child,
      List<Word> parents,
      List<Row> rows,
      @Nullable Row table,
      @Nullable Row otherwise) {}

  private record Row(int at, List<Word> states, Numbers numbers) {}

  private BifReader(Source source) {
    this.source = source;
    tokens = new Tokens(source, LEXIS);
    draft = new Draft(source);
  }

  static Reading read(String text) {
    return Source.read(text, source -> new BifReader(source).file());
  }

  private Reading file() {
    while (tokens.peek().kind() != Tokens.Kind.END) {
      if (tokens.takes("network")) network();
      else if (tokens.takes("variable")) variable();
      else if (tokens.takes("probability")) probability();
      else if (tokens.peek().is("property")) tokens.skipPastSemicolon();
      else throw tokens.unexpected("\"network\", \"variable\" or \"probability\"");
    }
    blocks.forEach(this::define);
    return draft.finish();
  }

  private void network() {
    if (tokens.peek().isName()) tokens.take();
    tokens.expect('{');
    while (!tokens.takes('}')) {
      if (!tokens.peek().is("property")) throw tokens.unexpected("\"property\" or \"}\"");
      tokens.skipPastSemicolon();
    }
  }

  private void variable() {
    var name = name("the name of a variable");
    List<Word> states = null;
    tokens.expect('{');
    while (!tokens.takes('}')) {
      if (tokens.peek().is("property")) {
        tokens.skipPastSemicolon();
      } else if (tokens.takes("type")) {
        states = discrete(name);
      } else {
        throw tokens.unexpected("\"type\", \"property\" or \"}\"");
      }
    }
    draft.declare(name, states == null ? List.of() : states);
  }

  private List<Word> discrete(Word name) {
    if (!tokens.takes("discrete")) throw tokens.unexpected("\"discrete\"");
    tokens.expect('[');
    var count = tokens.name("the number of states");
    tokens.expect(']');
    tokens.expect('{');
    var states = new ArrayList<Word>();
    while (!tokens.takes('}')) states.add(name("a state or \"}\""));
    tokens.takes(';');
    if (Numbers.parseCount(count.text()) != states.size()) {
      source.fault(
          count.at(),
          count.quoted() + " as the number of states of " + name.quoted(),
          states.size() + ", as many as are listed");
    }
    return states;
  }

  private void probability() {
    tokens.expect('(');
    var child = name("the name of a variable");
    tokens.takes('|');
    var parents = new ArrayList<Word>();
    while (!tokens.takes(')')) parents.add(name("a parent or \")\""));
    tokens.expect('{');
    var rows = new ArrayList<Row>();
    Row table = null;
    Row otherwise = null;
    while (!tokens.takes('}')) {
      var at = tokens.peek().at();
      if (tokens.peek().is("property")) {
        tokens.skipPastSemicolon();
      } else if (tokens.takes("table")) {
        if (table != null) source.fault(at, "a second \"table\"", "one");
        table = new Row(at, List.of(), numbers());
      } else if (tokens.takes("default")) {
        if (otherwise != null) source.fault(at, "a second \"default\"", "one");
        otherwise = new Row(at, List.of(), numbers());
      } else if (tokens.takes('(')) {
        var states = new ArrayList<Word>();
        while (!tokens.takes(')')) states.add(name("a state or \")\""));
        rows.add(new Row(at, states, numbers()));
      } else {
        throw tokens.unexpected("\"table\", \"default\", \"(\", \"property\" or \"}\"");
      }
    }
    blocks.add(new Block(child, parents, rows, table, otherwise));
  }

  private Numbers numbers() {
    var numbers = new Numbers();
    while (!tokens.takes(';')) {
      numbers.addProbability(source, tokens.name("a probability or \";\""));
    }
    return numbers;
  }

  private Word name(String expected) {
    var word = tokens.name(expected);
    return new Word(NAMES.read(word.text()), word.at());
  }

  private void define(Block block) {
    var child = draft.child(block.child());
    if (child == null) return;
    var parents = draft.parents(child, block.parents());
    if (parents == null) return;
    var at = block.child().at();
    var table = block.table();
    if (table != null) {
      if (!block.rows().isEmpty() || block.otherwise() != null) {
        source.fault(table.at(), "a \"table\" beside other rows", "either");
      } else if (draft.fits(child, parents, table.at(), table.numbers())) {
        draft.table(child, parents, at, childFastest(table.numbers(), child.size()));
      }
      return;
    }
    var numbers = rows(block, child, parents);
    if (numbers != null) draft.table(child, parents, at, numbers);
  }

  private static Numbers childFastest(Numbers childSlowest, int states) {
    var rows = childSlowest.size() / states;
    var numbers = new Numbers();
    for (var row = 0; row < rows; row++) {
      for (var s = 0; s < states; s++) {
        numbers.add(childSlowest.value(s * rows + row), childSlowest.place(s * rows + row));
      }
    }
    return numbers;
  }

  private @Nullable Numbers rows(Block block, Variable child, List<Variable> parents) {
    var count = Draft.configurations(parents);
    var otherwise = block.otherwise();
    var at = block.child().at();
    var found = Draft.counted(block.rows().size(), "row") + " for " + block.child().quoted();
    if (otherwise == null) {
      if (count != block.rows().size()) {
        source.fault(at, found, Draft.counted(count, "row"));
        return null;
      }
    } else if (!draft.canImply(
        count, child.size(), at, found + " of " + count + " and a \"default\"")) {
      return null;
    }
    var byRow = new Row[(int) count];
    var sound = otherwise == null || isComplete(otherwise, child);
    for (var row : block.rows()) {
      var index = index(row, parents);
      if (index >= 0 && byRow[index] != null) {
        source.fault(row.at(), "a second row for the same configuration", "one row for each");
        sound = false;
      } else if (index >= 0) {
        byRow[index] = row;
      }
      sound &= index >= 0 && isComplete(row, child);
    }
    if (!sound) return null;
    var numbers = new Numbers();
    for (var row : byRow) {
      // As many different rows as there are configurations, or else a default: never neither.
      var used = row != null ? row : otherwise;
      for (var s = 0; used != null && s < child.size(); s++) {
        numbers.add(used.numbers().value(s), used.numbers().place(s));
      }
    }
    return numbers;
  }

  private boolean isComplete(Row row, Variable child) {
    if (row.numbers().size() == child.size()) return true;
    source.fault(
        row.at(),
        Draft.counted(row.numbers().size(), "number") + " for " + Source.quoted(child.name()),
        Draft.counted(child.size(), "number"));
    return false;
  }

  private int index(Row row, List<Variable> parents) {
    if (row.states().size() != parents.size()) {
      source.fault(
          row.at(),
          Draft.counted(row.states().size(), "state"),
          Draft.counted(parents.size(), "state") + ", one for each parent");
      return -1;
    }
    var index = 0;
    for (var i = 0; i < parents.size(); i++) {
      var state = draft.state(parents.get(i), row.states().get(i));
      if (state < 0) return -1;
      index = index * parents.get(i).size() + state;
    }
    return index;
  }
}
