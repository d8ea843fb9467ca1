package casus.check;

import casus.syntax.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The statements of all files, by kind, in the order they were written.
final class Declarations {
  private final Map<Class<?>, List<Declared<?>>> byKind = new HashMap<>();
  private final List<Declared<Statement>> all = new ArrayList<>();

  /// @param files the main file first; the `dossier` line of a file that is merely used says
  ///   nothing
  Declarations(List<Uses.Loaded> files) {
    for (var file : files)
      for (var statement : file.document().statements()) {
        if (statement instanceof Statement.DossierHead && !file.path().isEmpty()) continue;
        var declared = new Declared<>(statement, file.source());
        all.add(declared);
        byKind.computeIfAbsent(statement.getClass(), _ -> new ArrayList<>()).add(declared);
      }
  }

  List<Declared<Statement>> all() {
    return all;
  }

  /// The statements of one kind, those of the main file first.
  <S extends Statement> List<Declared<S>> of(Class<S> kind) {
    var found = new ArrayList<Declared<S>>();
    for (var declared : byKind.getOrDefault(kind, List.of()))
      found.add(declared.with(kind.cast(declared.syntax())));
    return found;
  }
}
