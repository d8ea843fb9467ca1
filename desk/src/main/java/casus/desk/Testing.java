package casus.desk;

import casus.answer.Assessor;
import casus.check.Checked;
import casus.check.Checker;
import casus.desk.Opening.Opened;
import casus.model.Expectation;
import casus.text.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Runs a dossier's tests.
public final class Testing {
  private Testing() {}

  /// @param problems the dossier's; where there are errors nothing is run
  public record Tested(List<Result> results, List<Problem> problems) {
    public boolean allMet() {
      return results.stream().allMatch(Result::met)
          && problems.stream().noneMatch(Problem::isError);
    }
  }

  /// @param found what was found, in words with numbers
  public record Result(Expectation expectation, boolean met, String found) {}

  public static Tested test(Opened opened) {
    var checked = Checker.check(opened.source(), opened.files(), null);
    if (checked.hasErrors()) return new Tested(List.of(), checked.problems());
    var replays = new Replays(opened, checked, new HashMap<>());
    var results = new ArrayList<Result>();
    for (var expectation : checked.expectations()) results.add(replays.result(expectation));
    return new Tested(List.copyOf(results), checked.problems());
  }

  /// The dossier as of the dates its tests speak of, each checked and compiled once.
  private record Replays(Opened opened, Checked now, Map<LocalDate, Replay> replays) {
    private record Replay(Checked checked, Assessor assessor) {}

    Result result(Expectation expectation) {
      var asOf = expectation.setting().asOf();
      var replay = replays.get(asOf == null ? LocalDate.MAX : asOf);
      if (replay == null) {
        var checked = asOf == null ? now : Checker.check(opened.source(), opened.files(), asOf);
        var dossier = checked.dossier();
        if (checked.hasErrors() || dossier == null)
          return new Result(
              expectation, false, "the dossier has errors as of " + asOf + ": " + first(checked));
        replay = new Replay(checked, Assessor.of(dossier));
        replays.put(asOf == null ? LocalDate.MAX : asOf, replay);
      }
      for (var same : replay.checked().expectations())
        if (same.origin().equals(expectation.origin())) {
          var verdict = replay.assessor().verdict(same);
          return new Result(expectation, verdict.met(), verdict.found());
        }
      return new Result(expectation, false, "nothing that it names existed as of " + asOf);
    }

    private static String first(Checked checked) {
      return checked.problems().stream()
          .filter(Problem::isError)
          .findFirst()
          .map(Problem::found)
          .orElse("nothing is left to compute");
    }
  }
}
