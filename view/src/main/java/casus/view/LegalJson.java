package casus.view;

import casus.answer.Answer.Setting;
import casus.answer.LegalAnswer;
import casus.answer.LegalAnswer.Contested;
import casus.answer.LegalAnswer.Ground;
import casus.answer.LegalAnswer.Prohibition;
import casus.answer.LegalAnswer.Requirement;
import casus.answer.LegalAnswer.Route;
import casus.answer.LegalAnswer.Ways;
import java.util.List;
import java.util.Locale;

/// What the law says of an act as JSON, as `docs/json.md` and `docs/schema/legal.schema.json`
/// describe it.
public final class LegalJson {
  /// Raised when a field changes its meaning or goes; new fields do not raise it.
  public static final int VERSION = 1;

  private LegalJson() {}

  /// The whole document, ending in a line feed.
  public static String of(LegalAnswer answer) {
    return JsonOut.document(out ->
        out.count("version", VERSION)
            .text("dossier", answer.dossier().id())
            .text("asOf", answer.dossier().asOf().toString())
            .object("setting", answer.setting(), LegalJson::setting)
            .object("could", answer.could(), CouldJson::could)
            .array("issues", answer.issues(), LegalJson::issue)
            .array("routes", answer.routes(), LegalJson::route)
            .array("prohibitions", answer.prohibitions(), LegalJson::prohibition)
            .array("ways", answer.ways(), LegalJson::ways));
  }

  private static void setting(JsonOut out, Setting setting) {
    out.text("scenario", setting.scenario())
        .texts("suppositions", setting.suppositions())
        .texts("settings", setting.settings())
        .texts("readings", setting.readings());
  }

  private static void issue(JsonOut out, Contested issue) {
    out.text("id", issue.id())
        .flag("pivotal", issue.pivotal())
        .array(
            "readings",
            issue.readings(),
            (o, reading) ->
                o.text("id", reading.id())
                    .text("text", reading.text())
                    .flag("chosen", reading.chosen())
                    .text("heldBy", reading.heldBy())
                    .place("place", reading.origin()));
  }

  private static void route(JsonOut out, Route route) {
    out.text("treaty", route.pathway().treaty())
        .text("article", route.pathway().article())
        .text("exception", route.pathway().exception())
        .text("text", route.text())
        .place("place", route.origin())
        .array("grounds", route.grounds(), LegalJson::ground)
        .array("ways", route.ways(), LegalJson::ways);
  }

  private static void ground(JsonOut out, Ground ground) {
    out.text("label", ground.label())
        .text("mode", ground.mode().name().toLowerCase(Locale.ROOT))
        .text("state", ground.state().name().toLowerCase(Locale.ROOT))
        .probability("probability", ground.probability())
        .text("note", ground.note())
        .text("quote", ground.quote())
        .place("place", ground.origin())
        .array("because", ground.because(), LegalJson::ground);
  }

  private static void prohibition(JsonOut out, Prohibition prohibition) {
    out.text("article", prohibition.article())
        .text("reading", prohibition.reading())
        .text("text", prohibition.text())
        .probability("applies", prohibition.applies())
        .probability("stands", prohibition.stands())
        .array(
            "lifts",
            prohibition.lifts(),
            (o, lift) -> o.text("exception", lift.label()).probability("holds", lift.probability()))
        .array(
            "against",
            prohibition.against(),
            (o, against) ->
                o.text("norm", against.norm())
                    .text("prevails", against.prevails().name().toLowerCase(Locale.ROOT))
                    .probability("active", against.active()))
        .flag("fromMemory", prohibition.fromMemory())
        .text("cite", prohibition.cite())
        .place("place", prohibition.origin());
  }

  private static void ways(JsonOut out, Ways ways) {
    out.text("reading", ways.reading())
        .flag("tooMany", ways.tooMany())
        .array("sets", ways.sets(), LegalJson::set);
  }

  private static void set(JsonOut out, List<Requirement> set) {
    out.array(
        "requirements",
        set,
        (o, requirement) ->
            o.text("words", requirement.words())
                .text("text", requirement.text())
                .probability("probability", requirement.probability()));
  }
}
