package casus.view;

import casus.answer.Interval;
import casus.history.Clustering;
import casus.history.Field;
import casus.history.OutsideView;
import casus.history.Proportion;
import casus.history.RecordSet;
import casus.history.Records;
import casus.history.StoredSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Record sets and what was counted in them as JSON, as `docs/json.md` and
/// `docs/schema/history.schema.json` describe it.
public final class HistoryJson {
  /// Raised when a field changes its meaning or goes; new fields do not raise it.
  public static final int VERSION = 1;

  private HistoryJson() {}

  /// The sets that can be counted in.
  public static String of(List<StoredSet> stored) {
    return document(stored, null);
  }

  /// What was counted, beside the set it was counted in.
  public static String of(OutsideView view, StoredSet stored) {
    return document(List.of(stored), view);
  }

  private static String document(List<StoredSet> stored, @Nullable OutsideView view) {
    return JsonOut.document(out ->
        out.count("version", VERSION)
            .array("sets", stored, HistoryJson::set)
            .object("view", view, HistoryJson::view));
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
