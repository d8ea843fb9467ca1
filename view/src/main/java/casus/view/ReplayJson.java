package casus.view;

import casus.answer.Movement.Part;
import casus.answer.Replay;
import java.util.Locale;

/// A dossier replayed as JSON, as `docs/json.md` and `docs/schema/replay.schema.json` describe it.
public final class ReplayJson {
  /// Raised when a field changes its meaning or goes; new fields do not raise it.
  public static final int VERSION = 1;

  private ReplayJson() {}

  public static String of(Replay replay) {
    return JsonOut.document(out ->
        out.count("version", VERSION)
            .flag("replayed", true)
            .text("warning", ReplayWords.WARNING)
            .text("dossier", replay.dossier().id())
            .text("writtenAsOf", replay.dossier().writtenAsOf().toString())
            .text("question", replay.question().id())
            .text("subject", replay.outcome().id())
            .array(
                "days",
                replay.days(),
                (o, day) -> {
                  o.text("asOf", day.date().toString())
                      .flag("afterOwnDate", day.beyond())
                      .text("noAnswer", day.because())
                      .array(
                          "outcomes",
                          day.outcomes(),
                          (r, rung) ->
                              r.text("id", rung.id())
                                  .probability("probability", rung.probability())
                                  .probability("atLeast", rung.atLeast()))
                      .object(
                          "moved",
                          day.moved(),
                          (m, moved) ->
                              m.number("by", moved.after() - moved.before())
                                  .array("parts", moved.parts(), ReplayJson::part)
                                  .number("together", moved.remainder()));
                }));
  }

  private static void part(JsonOut out, Part part) {
    out.text("kind", part.kind().name().toLowerCase(Locale.ROOT))
        .texts("names", part.names())
        .number("effect", part.effect());
  }
}
