package casus.view;

import casus.answer.Answer;
import casus.answer.Interval;
import casus.answer.WouldAnswer.BaseAnswer;
import casus.answer.WouldAnswer.ClassAnswer;
import casus.history.Clustering;
import casus.history.Field;
import casus.history.OutsideView;
import casus.history.Proportion;
import casus.history.RecordSet;
import casus.history.Records;
import casus.history.StoredSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Record sets and what was counted in them as JSON, as `docs/json.md` and
/// `docs/schema/history.schema.json` describe it.
public final class HistoryJson {
  /// Raised when a field changes its meaning or goes; new fields do not raise it.
  public static final int VERSION = 1;

  private HistoryJson() {}

  /// The sets that can be counted in.
  public static String of(List<StoredSet> stored) {
    return document(stored, null, null);
  }

  /// What was counted, beside the set it was counted in.
  public static String of(OutsideView view, StoredSet stored) {
    return document(List.of(stored), view, null);
  }

  /// What is behind the base rate of the outcome that an answer speaks of.
  ///
  /// @param views what was counted for it, by the text of the class
  /// @param stored the sets it was counted in
  public static String of(Answer answer, Map<String, OutsideView> views, List<StoredSet> stored) {
    return document(stored, null, new Behind(answer, views));
  }

  private record Behind(Answer answer, Map<String, OutsideView> views) {}

  private static String document(
      List<StoredSet> stored, @Nullable OutsideView view, @Nullable Behind behind) {
    return JsonOut.document(out ->
        out.count("version", VERSION)
            .array("sets", stored, HistoryJson::set)
            .object("view", view, HistoryJson::view)
            .object("outcome", behind, HistoryJson::outcome));
  }

  private static void outcome(JsonOut out, Behind behind) {
    var answer = behind.answer();
    var outcome = answer.question().outcomes().get(answer.subject());
    var base = OutcomeHistory.base(answer);
    var words = answer.dossier().yardstick();
    out.text("id", outcome.id())
        .text("text", outcome.text())
        .text("question", answer.question().id())
        .text("asked", answer.question().text())
        .text("asOf", answer.asOf().toString())
        .probability("outside", base.probability())
        .text("outsideWords", words.words(base.probability()))
        .interval("range", base.range())
        .flag("fromClass", base.fromClass())
        .probability("inside", base.inside())
        .text("insideWords", words.words(base.inside()))
        .probability("gateOpen", base.gateOpen())
        .number("odds", base.odds())
        .array("classes", base.classes(), (o, one) -> known(o, one, base, behind));
  }

  private static void known(JsonOut out, ClassAnswer known, BaseAnswer base, Behind behind) {
    var question = behind.answer().question();
    out.text("text", known.text())
        .object("count", new Proportion(known.successes(), known.cases()), HistoryJson::count)
        .number("worth", known.worth())
        .text("sharing", known.sharing())
        .interval("interval", known.interval())
        .number("weight", known.weight())
        .number("part", known.part())
        .probability(
            "without",
            base.classes().size() == 1 ? Double.NaN : OutcomeHistory.without(base, known))
        .text("counts", known.counts())
        .array(
            "cases",
            OutcomeHistory.cases(behind.answer(), known),
            (o, one) ->
                o.text("name", one.name())
                    .text("outcome", question.outcomes().get(one.outcome()).id()))
        .object("view", behind.views().get(known.text()), HistoryJson::view);
  }

  private static void set(JsonOut out, StoredSet stored) {
    RecordSet set = stored.set();
    out.text("name", set.name())
        .text("title", set.title())
        .text("unit", set.unit())
        .text("counted", set.counted())
        .text("citation", set.citation())
        .text("terms", set.terms())
        .text("homepage", set.homepage())
        .text("edition", blank(stored.edition()))
        .count("records", stored.records())
        .text("file", blank(stored.file()))
        .text("sha256", blank(stored.sha256()))
        .text("imported", blank(stored.on()))
        .text("madeFrom", set.derivation() == null ? null : set.derivation().from())
        .text("rule", set.derivation() == null ? null : set.derivation().rule())
        .texts("warnings", set.warnings())
        .array("fields", set.fields(), HistoryJson::field);
  }

  private static @Nullable String blank(String text) {
    return text.isEmpty() ? null : text;
  }

  private static void field(JsonOut out, Field field) {
    out.text("name", field.key())
        .text("column", field.name())
        .text("type", field.type().name().toLowerCase(Locale.ROOT))
        .text("meaning", blank(field.meaning()))
        .text(
            "states",
            field.states() == null ? null : field.states().name().toLowerCase(Locale.ROOT))
        .texts("codes", field.codes());
  }

  private static void view(JsonOut out, OutsideView view) {
    out.text("set", view.set().name())
        .text("filter", view.filter())
        .text("success", view.success())
        .object("count", view.count(), HistoryJson::count)
        .count("undecided", view.undecided())
        .count("unverifiedLeftOut", view.unverifiedOut())
        .count("unverifiedTakenIn", view.unverifiedIn())
        .array("clusters", view.clusters(), HistoryJson::cluster)
        .object("cautious", view.cautious(), HistoryJson::count)
        .array(
            "neighbours",
            view.neighbours(),
            (o, neighbour) ->
                o.text("change", neighbour.change())
                    .object("count", neighbour.count(), HistoryJson::count))
        .array("cases", view.cases(), HistoryJson::record)
        .count("casesLeftOut", view.casesLeftOut())
        .texts("warnings", view.warnings());
  }

  private static void count(JsonOut out, Proportion count) {
    out.number("successes", count.successes())
        .number("cases", count.cases())
        .probability("rate", count.rate())
        .probability("jeffreysMean", count.jeffreysMean())
        .interval("jeffreys90", interval(count.jeffreys90()))
        .interval("wilson95", interval(count.wilson95()))
        .probability("laplace", count.laplace());
  }

  private static Interval interval(Proportion.Bounds bounds) {
    return new Interval(bounds.low(), bounds.high());
  }

  private static void cluster(JsonOut out, Clustering cluster) {
    out.text("of", cluster.of())
        .text("field", cluster.field())
        .count("groups", cluster.groups())
        .count("largest", cluster.largest())
        .number("correlation", cluster.correlation())
        .number("designEffect", cluster.designEffect())
        .number("effectiveCases", cluster.effectiveCases());
  }

  private static void record(JsonOut out, Records.Case one) {
    out.text("id", one.id())
        .text("when", one.when())
        .text("label", one.label())
        .flag("success", one.success())
        .text("reference", blank(one.reference()));
  }
}
