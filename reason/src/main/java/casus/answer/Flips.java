package casus.answer;

import casus.inference.Evidence;
import casus.model.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// What would carry the subject over a boundary: the smallest sets of facts, were they learned, and
/// of readings, were they chosen.
///
/// @param found at most five, all of the smallest size that does it, the largest effect first
/// @param exhaustive whether every set up to the size of those found (up to three, where none was)
///   was tried, rather than only sets of the facts and readings with the largest effects
record Flips(List<Flip> found, boolean exhaustive) {
  private static final int MOST_FOUND = 5;
  private static final int LARGEST_SET = 3;

  /// Sets tried at most.
  private static final int BUDGET = 50_000;

  private static final int AT_ONCE = 4096;

  /// One fact known, or one reading chosen.
  ///
  /// @param about the fact's or the issue's id: a set holds one change about each
  private record Change(
      String about, String words, java.util.function.UnaryOperator<Evidence> to) {}

  private record Tried(List<Change> changes, double after) {}

  static Flips of(Inquiry inquiry) {
    var before = inquiry.headline().posterior()[inquiry.subject()];
    var boundary = boundary(inquiry, before);
    var changes = changes(inquiry);
    var alone = tried(inquiry, sets(changes, 1));
    var exhaustive = true;
    var sets = alone;
    for (var size = 1; size <= LARGEST_SET; size++) {
      if (size > 1) {
        var considered = considered(changes, alone, before, size);
        exhaustive &= considered.size() == changes.size();
        sets = tried(inquiry, sets(considered, size));
      }
      var found = crossing(inquiry, sets, boundary, before);
      if (!found.isEmpty()) return new Flips(found, exhaustive);
    }
    return new Flips(List.of(), exhaustive);
  }

  /// The boundary asked for, or the yardstick's nearest.
  private static double boundary(Inquiry inquiry, double before) {
    if (!Double.isNaN(inquiry.asked().threshold())) return inquiry.asked().threshold();
    var bands = inquiry.dossier().yardstick().bands();
    var nearest = bands.getLast().from();
    for (var band : bands)
      if (band.from() > 0 && Math.abs(band.from() - before) < Math.abs(nearest - before))
        nearest = band.from();
    return nearest;
  }

  private static List<Change> changes(Inquiry inquiry) {
    var changes = new ArrayList<Change>();
    for (var fact : inquiry.dossier().facts()) {
      if (fact.basis() instanceof Fact.Basis.Given) continue;
      var variable = Objects.requireNonNull(inquiry.network().fact(fact.id()));
      if (inquiry.evidence().has(variable)) continue;
      for (var state = 0; state < 2; state++) {
        var known = state;
        changes.add(
            new Change(
                fact.id(),
                fact.id() + " = " + (state == 1),
                evidence -> evidence.with(variable, known)));
      }
    }
    for (var issue : inquiry.issues())
      for (var reading = 1; reading < issue.readings().size(); reading++) {
        var chosen = reading;
        changes.add(
            new Change(
                issue.id(),
                issue.id() + " = " + issue.readings().get(reading),
                evidence -> inquiry.network().read(evidence, issue.id(), chosen)));
      }
    return changes;
  }

  /// As many changes as the budget allows in sets of that size, those with the largest effect
  /// alone.
  private static List<Change> considered(
      List<Change> changes, List<Tried> alone, double before, int size) {
    var most = changes.size();
    while (most > size && count(most, size) > BUDGET) most--;
    if (most == changes.size()) return changes;
    var strongest =
        alone.stream()
            .sorted(Comparator.comparingDouble((Tried t) -> -Math.abs(t.after() - before)))
            .limit(most)
            .map(tried -> tried.changes().getFirst())
            .toList();
    return changes.stream().filter(strongest::contains).toList();
  }

  private static double count(int things, int size) {
    var count = 1.0;
    for (var i = 0; i < size; i++) count *= (things - i) / (i + 1.0);
    return count;
  }

  private static List<List<Change>> sets(List<Change> changes, int size) {
    var sets = new ArrayList<List<Change>>();
    extend(changes, 0, size, List.of(), sets);
    return sets;
  }

  private static void extend(
      List<Change> changes, int from, int size, List<Change> chosen, List<List<Change>> sets) {
    if (chosen.size() == size) {
      sets.add(chosen);
      return;
    }
    for (var i = from; i < changes.size(); i++) {
      var change = changes.get(i);
      if (chosen.stream().anyMatch(other -> other.about().equals(change.about()))) continue;
      var longer = new ArrayList<>(chosen);
      longer.add(change);
      extend(changes, i + 1, size, List.copyOf(longer), sets);
    }
  }

  /// The sets that are possible, each with the subject's probability.
  private static List<Tried> tried(Inquiry inquiry, List<List<Change>> sets) {
    var tried = new ArrayList<Tried>();
    for (var from = 0; from < sets.size(); from += AT_ONCE) {
      var some = sets.subList(from, Math.min(sets.size(), from + AT_ONCE));
      var evidence =
          some.stream()
              .map(set -> {
                var changed = inquiry.evidence();
                for (var change : set) changed = change.to().apply(changed);
                return changed;
              })
              .toList();
      var posteriors = inquiry.circuit().posteriors(inquiry.parameters(), evidence);
      for (var i = 0; i < some.size(); i++) {
        var sum = 0.0;
        for (var p : posteriors[i]) sum += p;
        if (sum > 0.5) tried.add(new Tried(some.get(i), posteriors[i][inquiry.subject()]));
      }
    }
    return tried;
  }

  private static List<Flip> crossing(
      Inquiry inquiry, List<Tried> sets, double boundary, double before) {
    return sets.stream()
        .filter(tried -> tried.after() >= boundary != before >= boundary)
        .sorted(Comparator.comparingDouble(tried -> -Math.abs(tried.after() - before)))
        .limit(MOST_FOUND)
        .map(tried ->
            new Flip(
                tried.changes().stream().map(Change::words).toList(),
                boundary,
                before,
                tried.after(),
                inquiry.dossier().yardstick().words(tried.after())))
        .toList();
  }
}
