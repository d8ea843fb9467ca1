package casus.check;

import casus.text.Code;
import casus.text.Place;
import casus.text.Problem;
import casus.text.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The problems found so far. The same problem found twice, say through two tests, is one problem.
final class Findings {
  private final Set<Problem> problems = new LinkedHashSet<>();
  private int errors;

  void add(Problem problem) {
    if (problems.add(problem) && problem.isError()) errors++;
  }

  void add(Code code, Place place, String found) {
    add(Problem.of(code, place, found));
  }

  boolean hasErrors() {
    return errors > 0;
  }

  /// File by file, each from top to bottom.
  List<Problem> inOrder(List<SourceText> files) {
    Map<SourceText, Integer> ranks = new HashMap<>();
    for (var file : files) ranks.putIfAbsent(file, ranks.size());
    var sorted = new ArrayList<>(problems);
    sorted.sort(
        Comparator.<Problem>comparingInt(
                problem -> ranks.getOrDefault(problem.place().source(), ranks.size()))
            .thenComparingInt(problem -> problem.place().span().start())
            .thenComparing(Problem::code));
    return List.copyOf(sorted);
  }
}
