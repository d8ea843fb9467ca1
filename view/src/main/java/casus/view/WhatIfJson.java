package casus.view;

import casus.answer.WhatIf;
import casus.answer.WhatIf.Changes;
import casus.answer.WhatIf.Picture.Drawn;
import java.util.List;
import java.util.Locale;

/// The answer under other numbers, findings and readings as JSON, and the dossiers that there are,
/// as `docs/json.md` and `docs/schema/what-if.schema.json` describe it.
public final class WhatIfJson {
  /// Raised when a field changes its meaning or goes; new fields do not raise it.
  public static final int VERSION = 1;

  private WhatIfJson() {}

  /// The names by which dossiers are asked for.
  public static String dossiers(List<String> names) {
    return JsonOut.document(out -> out.count("version", VERSION).texts("dossiers", names));
  }

  /// @param drawn the answer under the changes
  public static String of(WhatIf whatIf, Changes changes, Drawn drawn) {
    return JsonOut.document(out ->
        out.count("version", VERSION)
            .text("dossier", whatIf.dossier().id())
            .text("question", whatIf.question())
            .text("asOf", whatIf.dossier().asOf().toString())
            .count("changes", changes.count())
            .text("subject", drawn.outcomes().get(whatIf.subject()).id())
            .array(
                "outcomes",
                drawn.outcomes(),
                (o, rung) ->
                    o.text("id", rung.id())
                        .text("text", rung.text())
                        .probability("probability", rung.probability())
                        .probability("atLeast", rung.atLeast())
                        .text("words", rung.words()))
            .array(
                "numbers",
                whatIf.numbers(),
                (o, number) ->
                    o.text("id", number.id())
                        .text("label", number.label())
                        .text("unit", number.unit().name().toLowerCase(Locale.ROOT))
                        .number("point", number.point())
                        .number("low", number.low())
                        .number("high", number.high())
                        .number(
                            "value", changes.numbers().getOrDefault(number.id(), number.point())))
            .array(
                "facts",
                whatIf.facts(),
                (o, fact) ->
                    o.text("id", fact.id())
                        .text("text", fact.text())
                        .probability("probability", drawn.facts().get(fact.id()))
                        .text("supposed", supposed(changes, fact.id())))
            .array(
                "readings",
                whatIf.readings(),
                (o, issue) ->
                    o.text("id", issue.id())
                        .texts("readings", issue.readings())
                        .text(
                            "chosen",
                            changes
                                .readings()
                                .getOrDefault(issue.id(), issue.readings().getFirst()))));
  }

  private static String supposed(Changes changes, String fact) {
    var value = changes.facts().get(fact);
    return value == null ? "no" : value ? "true" : "false";
  }
}
