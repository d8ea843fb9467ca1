package casus.desk;

import casus.check.Records;
import casus.desk.LookingBack.Found;
import casus.desk.LookingBack.Looked;
import casus.history.Records.Case;
import casus.history.ReferenceClass;
import casus.history.SetCatalogue;
import casus.text.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The record sets of a user, for base rates of a dossier that are counted in them.
record PastRecords(LookingBack history) implements Records {
  private static final int ALL = Integer.MAX_VALUE;

  @Override
  public Reading read(Asked asked) {
    var cases = new ArrayList<Records.PastCase>();
    for (var i = 0; i < asked.outcomes().size(); i++) {
      var counted =
          new ReferenceClass(
              asked.set(), asked.filter(), asked.outcomes().get(i), asked.unverified());
      switch (history.count(counted, ALL)) {
        case Looked.Nowhere(var found) -> {
          return nowhere(found);
        }
        case Looked.Misread(var problems) -> {
          return misread(problems.getFirst(), i);
        }
        case Looked.Seen(var view, var _) -> sort(view.cases(), i, cases);
      }
    }
    return new Reading.Found(List.copyOf(cases));
  }

  /// Takes in which cases ended in an outcome; the first one that holds stays.
  private static void sort(List<Case> seen, int outcome, List<Records.PastCase> cases) {
    for (var i = 0; i < seen.size(); i++) {
      var one = seen.get(i);
      if (i == cases.size())
        cases.add(new Records.PastCase(name(one), one.success() ? outcome : -1, day(one.when())));
      else if (one.success() && cases.get(i).outcome() < 0)
        cases.set(i, new Records.PastCase(name(one), outcome, cases.get(i).date()));
    }
  }

  /// "1968-08-28 Chad · France · troops_sent".
  private static String name(Case one) {
    return one.when().isEmpty() ? one.label() : one.when() + " " + one.label();
  }

  /// A day, or the last one of a year: what is dated by its year alone may have happened on it.
  private static @Nullable LocalDate day(String when) {
    try {
      if (when.matches("\\d{4}")) return Year.parse(when).atMonth(12).atEndOfMonth();
      return when.isEmpty() ? null : LocalDate.parse(when);
    } catch (DateTimeException other) {
      return null;
    }
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
