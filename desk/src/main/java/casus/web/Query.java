package casus.web;

import casus.answer.WhatIf;
import casus.answer.WhatIf.Changes;
import casus.model.Quantity;
import casus.view.screen.ChangeScreen;
import io.helidon.common.parameters.Parameters;
import io.helidon.webserver.http.ServerRequest;
import java.util.LinkedHashMap;

/// What an address asks beyond its path.
final class Query {
  /// Browsers round what a slider holds; a number that differs by less is no change.
  private static final double ROUNDING = 1e-9;

  private static final double SMALL = 1e-3;

  private Query() {}

  /// The changes that an address names: `n.NUMBER=0.3`, `f.FACT=true`, `r.ISSUE=READING`. What only
  /// says again what the dossier says (a form without scripts sends every field) is no change; a
  /// number that cannot be read is NaN, which no number may be.
  static Changes changes(Parameters query, WhatIf whatIf) {
    var numbers = new LinkedHashMap<String, Double>();
    var facts = new LinkedHashMap<String, Boolean>();
    var readings = new LinkedHashMap<String, String>();
    for (var name : query.names()) {
      var value = query.first(name).orElse("");
      if (name.length() < 3 || value.isEmpty()) continue;
      var id = name.substring(2);
      switch (name.substring(0, 2)) {
        case ChangeScreen.NUMBER -> {
          var number = number(value);
          if (!isPoint(whatIf, id, number)) numbers.put(id, number);
        }
        case ChangeScreen.FACT -> facts.put(id, Boolean.parseBoolean(value));
        case ChangeScreen.READING -> readings.put(id, value);
        default -> {}
      }
    }
    return new Changes(numbers, facts, readings);
  }

  /// A whole number that an address names; 0 where it names none.
  static int number(ServerRequest request, String name) {
    try {
      return Integer.parseInt(request.query().first(name).orElse("0"));
    } catch (NumberFormatException wrong) {
      return 0;
    }
  }

  private static double number(String typed) {
    try {
      return Double.parseDouble(typed);
    } catch (NumberFormatException wrong) {
      return Double.NaN;
    }
  }

  private static boolean isPoint(WhatIf whatIf, String id, double value) {
    for (Quantity number : whatIf.numbers())
      if (number.id().equals(id))
        return Math.abs(number.point() - value)
            <= ROUNDING * Math.max(SMALL, Math.abs(number.point()));
    return false;
  }
}
