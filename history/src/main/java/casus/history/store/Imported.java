package casus.history.store;

import casus.history.SetCatalogue.Near;
import casus.history.StoredSet;
import casus.text.Problem;
import java.util.List;

/// What came of importing a file.
public sealed interface Imported {
  /// @param replaced whether an earlier import of the set is gone
  /// @param remarks what is odd and no error: numbers that are no states, or not yet
  record Done(StoredSet stored, boolean replaced, List<String> remarks) implements Imported {}

  /// The file is no set that casus knows.
  ///
  /// @param problem E706
  /// @param nearest the sets that share most of its columns
  record Unrecognised(Problem problem, List<Near> nearest) implements Imported {}

  /// The file is a set that casus knows, and breaks its rules, or cannot be read.
  record Faulty(List<Problem> problems) implements Imported {}
}
