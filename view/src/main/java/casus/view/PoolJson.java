package casus.view;

import casus.answer.Interval;
import casus.ledger.Outcome;
import casus.ledger.PosedQuestion;
import casus.pool.Average;
import casus.pool.Moment;
import casus.pool.Pool;
import casus.pool.PoolTable;
import casus.pool.PoolTable.Row;
import casus.pool.Pooled;
import casus.score.Bounds;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Pools of forecasts as JSON, as `docs/json.md` and `docs/schema/pools.schema.json` describe it.
public final class PoolJson {
  /// Raised when a field changes its meaning or goes; new fields do not raise it.
  public static final int VERSION = 1;

  private PoolJson() {}

  public static String of(String name, PoolTable table) {
    return JsonOut.document(out -> {
      out.count("version", VERSION).text("of", name);
      switch (table.moment()) {
        case Moment.Close _ -> out.text("moment", "close").text("at", null);
        case Moment.At(var instant) -> out.text("moment", "at").text("at", instant.toString());
        case Moment.Every _ -> out.text("moment", "every").text("at", null);
      }
      out.count("resolved", table.resolved())
          .count("forecasters", table.forecasters())
          .count("forecasts", table.voices())
          .number("individual", table.individual());
      bounds(out, "individualInterval", table.individualBounds());
      out.count("draws", table.bootstrap().draws()).count("seed", table.bootstrap().seed());
      out.array("questions", table.questions(), PoolJson::question);
      out.array("pools", table.rows(), PoolJson::pool);
    });
  }

  private static void question(JsonOut out, PosedQuestion question) {
    out.text("id", question.id())
        .text("title", question.title())
        .texts("outcomes", question.outcomes())
        .flag("ladder", question.ladder())
        .text("closes", time(question.closes()))
        .text(
            "happened",
            question.outcome() instanceof Outcome.Happened(var index, var _)
                ? question.outcomes().get(index)
                : null);
  }

  private static void pool(JsonOut out, Row row) {
    out.text("pool", name(row.pool()))
        .text("words", row.pool().words())
        .text("learns", learns(row.pool()))
        .number("brier", row.score());
    bounds(out, "interval", row.bounds());
    out.array("pooled", row.pooled(), PoolJson::pooled);
  }

  private static void pooled(JsonOut out, Pooled pooled) {
    out.text("question", pooled.question().id()).text("until", time(pooled.moment()));
    out.count("forecasts", pooled.voices());
    out.object(
        "probabilities",
        pooled,
        (inner, one) -> {
          for (var o = 0; o < one.probabilities().length; o++)
            inner.probability(one.question().outcomes().get(o), one.probabilities()[o]);
        });
    out.number("factor", pooled.factor().orElse(Double.NaN)).count("learned", pooled.learned());
  }

  private static String name(Pool pool) {
    return switch (pool) {
      case Pool.Averaged(var average) ->
          switch (average) {
            case Average.Mean _ -> "mean";
            case Average.Median _ -> "median";
            case Average.LogOdds _ -> "log-odds";
            case Average.Geometric _ -> "geometric";
            case Average.Trimmed _ -> "trimmed";
            case Average.Extremised _ -> "extremised";
          };
      case Pool.Fitted _ -> "fitted";
      case Pool.Proven _ -> "past-score";
      case Pool.Coherentised _ -> "coherent";
    };
  }

  private static @Nullable String learns(Pool pool) {
    var training =
        switch (pool) {
          case Pool.Fitted(var from) -> from;
          case Pool.Proven(var from) -> from;
          case Pool.Averaged _, Pool.Coherentised _ -> null;
        };
    return training == null ? null : training.name().toLowerCase(Locale.ROOT);
  }

  private static void bounds(JsonOut out, String name, Bounds bounds) {
    out.interval(name, bounds.isKnown() ? new Interval(bounds.low(), bounds.high()) : null);
  }

  private static @Nullable String time(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
