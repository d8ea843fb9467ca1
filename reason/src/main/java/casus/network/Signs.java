package casus.network;

import casus.inference.Network;
import casus.inference.Variable;
import casus.model.Dossier;
import casus.model.Indicator;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/// Indicators as leaves. Where a sign was not seen in the part of its window that has passed, the
/// leaf tells seeing it by then from seeing it later: with constant hazard, P(seen by then) = 1 −
/// (1 − p)^(passed / window).
record Signs(Dossier dossier, Quantities quantities, Network.Builder builder, List<Cells> cells) {
  private static final List<String> PLAIN = List.of("not seen", "seen");
  private static final List<String> WINDOW = List.of("not seen", "seen later", "seen");

  /// @param conditions of all cases but the last
  Variable add(Indicator indicator, List<Literal> conditions) {
    var passed = passed(indicator);
    var states = passed < 1 ? WINDOW : PLAIN;
    var variable = builder.addVariable("sign " + indicator.id(), states);
    var cases = Cases.of(conditions);
    var index =
        indicator.cases().cases().stream().map(c -> quantities.of(c.probability())).toList();
    var size = states.size();
    var cell =
        Cells.of(
            variable,
            index,
            cases.chosen().length * size,
            (q, parameters, offset) -> {
              for (var row = 0; row < cases.chosen().length; row++) {
                var p = q[index.get(cases.chosen()[row])];
                var byNow = size == 2 ? p : 1 - Math.pow(1 - p, passed);
                var at = offset + row * size;
                parameters[at] = 1 - p;
                if (size == 3) parameters[at + 1] = Math.max(0, p - byNow);
                parameters[at + size - 1] = byNow;
              }
            });
    cells.add(cell);
    var free = new boolean[cell.count()];
    Arrays.fill(free, true);
    builder.table(variable, cases.parents(), cell.at(quantities.points()), free);
    return variable;
  }

  /// The part of the window that has passed without the sign, from 0 to 1; 1 where that is not the
  /// matter. A sign that repeats this one and was seen settles it.
  private double passed(Indicator indicator) {
    if (indicator.withinDays() == 0) return 1;
    LocalDate last = null;
    for (var sign : alike(dossier, indicator))
      switch (sign.observation()) {
        case Indicator.Observation.None _ -> {}
        case Indicator.Observation.Seen _ -> {
          return 1;
        }
        case Indicator.Observation.NotSeenBy(var date) -> {
          if (last == null || date.isAfter(last)) last = date;
        }
      }
    if (last == null) return 1;
    var from =
        dossier.questions().isEmpty() ? dossier.asOf() : dossier.questions().getFirst().from();
    var days = ChronoUnit.DAYS.between(from, last) + 1.0;
    return Math.clamp(days / indicator.withinDays(), 0, 1);
  }

  /// The sign itself and those that repeat it.
  static List<Indicator> alike(Dossier dossier, Indicator indicator) {
    return dossier.indicators().stream()
        .filter(
            other -> other.id().equals(indicator.id()) || indicator.id().equals(other.sameSignAs()))
        .toList();
  }
}
