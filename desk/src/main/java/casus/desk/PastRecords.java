package casus.desk;

import casus.check.Records;
import casus.desk.LookingBack.Found;
import casus.desk.LookingBack.Looked;
import casus.history.Clustering;
import casus.history.RecordSet;
import casus.history.Records.Case;
import casus.history.ReferenceClass;
import casus.history.SetCatalogue;
import casus.text.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The record sets of a user, for base rates of a dossier that are counted in them.
record PastRecords(LookingBack history) implements Records {
  private static final int ALL = Integer.MAX_VALUE;
  private static final int UNSORTED = -1;

  @Override
  public Reading read(Asked asked) {
    RecordSet set = null;
    List<Case> cases = List.of();
    var outcomes = new int[0];
    for (var i = 0; i < asked.outcomes().size(); i++) {
      var sorted = asked.outcomes().get(i);
      var counted =
          new ReferenceClass(
              asked.set(), asked.filter(), sorted.filter(), asked.unverified(), asked.asOf());
      switch (history.count(counted, ALL)) {
        case Looked.Nowhere(var found) -> {
          return nowhere(found);
        }
        case Looked.Misread(var problems) -> {
          return misread(problems.getFirst(), i);
        }
        case Looked.Seen(var view, var _) -> {
          set = view.set();
          cases = view.cases();
          if (i == 0) {
            outcomes = new int[cases.size()];
            Arrays.fill(outcomes, UNSORTED);
          }
          // The first filter that a record meets counts.
          for (var c = 0; c < outcomes.length; c++)
            if (outcomes[c] == UNSORTED && cases.get(c).success()) outcomes[c] = sorted.outcome();
        }
      }
    }
    for (var c = 0; c < outcomes.length; c++) if (outcomes[c] == UNSORTED) outcomes[c] = 0;
    return set == null
        ? new Reading.Found("", List.of(), List.of())
        : new Reading.Found(set.unit(), named(cases, outcomes), worth(set, cases, outcomes));
  }

  private static List<PastCase> named(List<Case> cases, int[] outcomes) {
    var named = new ArrayList<PastCase>();
    for (var i = 0; i < outcomes.length; i++)
      named.add(new PastCase(name(cases.get(i)), outcomes[i]));
    return named;
  }

  /// "1968-08-28 Chad · France · troops_sent".
  private static String name(Case one) {
    return one.when().isEmpty() ? one.label() : one.when() + " " + one.label();
  }

  /// Of each outcome that occurs, as how many independent cases the records count.
  private static List<Worth> worth(RecordSet set, List<Case> cases, int[] outcomes) {
    var worth = new ArrayList<Worth>();
    var occurring = Arrays.stream(outcomes).distinct().sorted().toArray();
    for (var outcome : occurring) {
      var strongest = strongest(set, cases, outcomes, outcome);
      if (strongest != null && strongest.effectiveCases() < cases.size())
        worth.add(new Worth(outcome, strongest.effectiveCases(), strongest.of()));
    }
    return worth;
  }

  private static @Nullable Clustering strongest(
      RecordSet set, List<Case> cases, int[] outcomes, int outcome) {
    var successes = new boolean[outcomes.length];
    for (var i = 0; i < outcomes.length; i++) successes[i] = outcomes[i] == outcome;
    return Clustering.strongest(set, cases, successes);
  }

  private static Reading nowhere(Found found) {
    return switch (found) {
      case Found.Absent(var set, var from) ->
          new Reading.Missing(
              "`casus history import` takes in the file of "
                  + from.title()
                  + (set.equals(from) ? "" : ", from which they are made"));
      case Found.Unknown _, Found.Stored _ ->
          new Reading.Unknown(SetCatalogue.known().sets().stream().map(set -> set.name()).toList());
    };
  }

  private static Reading misread(Problem problem, int outcome) {
    var own = problem.place().source().name().equals("filter");
    return new Reading.Misread(
        own ? 0 : outcome + 1, problem.found(), problem.expected(), problem.hint());
  }
}
