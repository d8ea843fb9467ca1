package casus.syntax;

import casus.text.Code;
import casus.text.Place;
import casus.text.Problem;
import casus.text.SourceText;
import casus.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The problems found in one file. A file that is not a dossier at all would yield one for each
/// line; after [#MOST] the rest are counted only.
final class ProblemList {
  static final int MOST = 10_000;

  private final SourceText source;
  private final List<Problem> problems = new ArrayList<>();

  ProblemList(SourceText source) {
    this.source = source;
  }

  void add(Problem problem) {
    if (!isFull()) problems.add(problem);
  }

  void add(Code code, Span span, String found, String expected) {
    add(at(code, span, found).expecting(expected));
  }

  Problem at(Code code, Span span, String found) {
    return Problem.of(code, new Place(source, span), found);
  }

  /// Whether further problems are no longer kept, so that nobody need word them.
  boolean isFull() {
    return problems.size() >= MOST;
  }

  List<Problem> inFileOrder() {
    problems.sort(Comparator.comparingInt(problem -> problem.place().span().start()));
    return List.copyOf(problems);
  }
}
