package casus.inference.formats;

import java.util.ArrayList;
import java.util.List;

/// Reads the model format of the UAI inference competitions (2008 to 2022), words separated by
/// blanks:
///
/// ```text
/// file  = "BAYES" n {states: n times} n {scope: n times} {table: n times}
/// scope = size {variable: size times}          the child last
/// table = size {number: size times}            the last variable of the scope fastest
/// ```
///
/// Variables are numbers there; here variable i is called `xi`, its states `0`, `1`, ….
final class UaiReader {
  private final Source source;
  private final UaiWords words;

  private UaiReader(Source source) {
    this.source = source;
    words = new UaiWords(source, 0);
  }

  static Reading read(String text) {
    return Source.read(text, source -> new UaiReader(source).file());
  }

  private Reading file() {
    var kind = words.next("\"BAYES\"");
    if (kind.text().equals("MARKOV")) {
      throw source.broken(kind.at(), "a Markov network", "a Bayesian network (\"BAYES\")");
    }
    if (!kind.text().equals("BAYES")) throw source.broken(kind.at(), kind.quoted(), "\"BAYES\"");
    var draft = new Draft(source);
    declare(draft);
    var count = draft.variables().size();
    var factors = words.count("the number of tables", words.most());
    if (factors != count) {
      throw source.broken(
          words.place(), Draft.counted(factors, "table"), count + ", one for each variable");
    }
    var scopes = new ArrayList<List<Word>>();
    for (var i = 0; i < count; i++) scopes.add(scope(count));
    for (var scope : scopes) table(draft, scope);
    words.expectEnd();
    return draft.finish();
  }

  private void declare(Draft draft) {
    var count = words.count("the number of variables", words.most());
    var names = new ArrayList<Word>();
    var sizes = new ArrayList<Integer>();
    var states = 0L;
    for (var i = 0; i < count; i++) {
      // Every state takes a number in the variable's own table, so the text bounds their count.
      var size = words.count("the number of states of variable " + i, words.most() - states);
      if (size == 0) throw source.broken(words.place(), "no state", "at least one");
      names.add(new Word("x" + i, words.place()));
      sizes.add((int) size);
      states += size;
    }
    for (var i = 0; i < count; i++) {
      var listed = new ArrayList<Word>();
      for (var s = 0; s < sizes.get(i); s++) {
        listed.add(new Word(Integer.toString(s), names.get(i).at()));
      }
      draft.declare(names.get(i), listed);
    }
  }

  private List<Word> scope(int variables) {
    var size = words.count("the size of a scope", words.most());
    if (size == 0) throw source.broken(words.place(), "an empty scope", "at least the child");
    var scope = new ArrayList<Word>();
    for (var i = 0; i < size; i++) {
      var index = words.index("a variable", variables);
      scope.add(new Word("x" + index, words.place()));
    }
    return scope;
  }

  private void table(Draft draft, List<Word> scope) {
    var size = words.count("the size of a table", words.most());
    var at = words.place();
    var numbers = new Numbers();
    for (var i = 0L; i < size; i++) numbers.addProbability(source, words.next("a probability"));
    var child = draft.child(scope.getLast());
    if (child == null) return;
    var parents = draft.parents(child, scope.subList(0, scope.size() - 1));
    if (parents != null) draft.table(child, parents, at, numbers);
  }
}
