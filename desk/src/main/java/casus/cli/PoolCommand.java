package casus.cli;

import casus.desk.ForecastSets.Gathered;
import casus.desk.ForecastSets.Part;
import casus.desk.Pooling;
import casus.desk.Pooling.Seen;
import casus.desk.Pooling.Wanted;
import casus.desk.Reporting;
import casus.ledger.ForecastSet;
import casus.ledger.PosedQuestion;
import casus.pool.Average;
import casus.pool.Moment;
import casus.pool.Pool;
import casus.pool.Pool.Training;
import casus.score.Bootstrap;
import casus.view.Page;
import casus.view.PoolJson;
import casus.view.PoolText;
import casus.view.chart.PoolScores;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `casus pool`.
@Command(
    name = "pool",
    header =
        "Makes one forecast of many, in several ways, and says how good each has been: means, medians, odds, weights.",
    footer = {
      "",
      "  casus pool pros                          all pools of an imported set, with their scores",
      "  casus pool cases/open                    what those on record together say of open questions",
      "  casus pool pros --by median              one of them",
      "  casus pool pros --extremise 1.5          all log-odds times one and a half",
      "  casus pool pros --linked links.txt       answers to linked questions made coherent first",
      ""
    })
final class PoolCommand implements Callable<Integer> {
  private static final double DEFAULT_TRIM = 0.1;
  private static final int DRAWS = 2000;

  /// The ways to pool, by the names that a user writes.
  enum By {
    MEAN,
    MEDIAN,
    LOG_ODDS,
    GEOMETRIC,
    TRIMMED,
    EXTREMISED,
    PAST_SCORE,
    COHERENT;

    String written() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @ParentCommand private Casus casus = new Casus(Terminal.ofProcess());

  @Mixin private WhichForecasts which = new WhichForecasts();

  @Option(
      names = "--by",
      paramLabel = "POOL",
      description =
          "This pool only: mean, median, log-odds, geometric, trimmed, extremised, past-score, coherent. May be repeated.")
  private List<String> by = new ArrayList<>();

  @Option(
      names = "--extremise",
      paramLabel = "FACTOR",
      description =
          "By what log-odds are multiplied: a number such as 1.5, or `fit` (the default: what would have been best on past questions).")
  private @Nullable String extremise;

  @Option(
      names = "--trim",
      paramLabel = "SHARE",
      description =
          "How many forecasts the trimmed mean leaves out at each end: 10%% by default, below 50%%.")
  private @Nullable Percent trim;

  @Option(
      names = "--linked",
      paramLabel = "FILE",
      description =
          "How questions hang together, one link to a line: `by-june implies by-july` (docs/forecasts.md).")
  private @Nullable String linked;

  @Option(
      names = "--at",
      paramLabel = "DATE",
      description = "As of the end of a day (UTC), rather than each question when it closed.")
  private @Nullable LocalDate at;

  @Option(names = "--every", description = "Every forecast counts, not each forecaster's last one.")
  private boolean every;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the draws behind the intervals; 1 by default.")
  private long seed;

  @Option(names = "--full", description = "The pools of all questions, resolved ones too.")
  private boolean full;

  @Option(names = "--svg", paramLabel = "FILE", description = "Write the scores as a picture, too.")
  private @Nullable String svg;

  @Option(names = "--json", description = "The answer as JSON (docs/json.md), nothing else.")
  private boolean json;

  @Mixin private Look look = new Look();

  @Override
  public Integer call() throws IOException {
    var terminal = casus.terminal();
    var page = look.page(terminal).full(full);
    if (at != null && every)
      return Messages.misuse(terminal, "--every counts forecasts until the close: leave out --at");
    Gathered gathered;
    try (var _ = Progress.of(terminal, "reading")) {
      gathered = which.gather(terminal);
    }
    return gathered instanceof Gathered.Found(var set, var parts)
        ? pooled(terminal, page, set, parts)
        : WhichForecasts.none(terminal, page, gathered);
  }

  private int pooled(Terminal terminal, Page page, ForecastSet set, List<Part> parts)
      throws IOException {
    var pools = new ArrayList<Pool>();
    var wrong = choose(set, pools);
    if (wrong != null) return Messages.misuse(terminal, wrong);
    return switch (Pooling.pool(
        terminal.folder(), set, new Wanted(moment(), pools, linked, new Bootstrap(DRAWS, seed)))) {
      case Seen.Faulty(var problems) -> Messages.problems(terminal, page, problems);
      case Seen.Done(var table, var links) -> {
        if (table.questions().isEmpty())
          yield Messages.misuse(terminal, "of no question is there a forecast in time");
        var chart = svg == null ? null : PoolScores.of(table);
        if (svg != null && chart == null)
          yield Messages.misuse(terminal, "no outcome is known yet: there are no scores to draw");
        if (svg != null && chart != null)
          Reporting.write(terminal.folder().resolve(svg), chart.file());
        var name = parts.stream().map(Part::name).collect(Collectors.joining(", "));
        terminal
            .out()
            .print(json ? PoolJson.of(name, table) : PoolText.of(name, table, links, page));
        if (svg != null) terminal.err().println("wrote " + svg);
        yield ExitCode.OK;
      }
    };
  }

  private Moment moment() {
    if (at != null)
      return new Moment.At(at.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1));
    return every ? new Moment.Every() : new Moment.Close();
  }

  /// Says which pools are wanted.
  ///
  /// @return what is wrong with the options, or null
  private @Nullable String choose(ForecastSet set, List<Pool> pools) {
    var share = trim == null ? DEFAULT_TRIM : trim.fraction();
    if (!(share >= 0 && share < 0.5)) return "--trim takes away a share below 50% at each end";
    var factor = extremise == null || extremise.equals("fit") ? Double.NaN : number(extremise);
    if (extremise != null && !extremise.equals("fit") && !(factor > 0 && factor <= 100))
      return "--extremise takes a number over 0 such as 1.5, or `fit`, not `" + extremise + "`";
    var wanted = new ArrayList<By>();
    for (var typed : by) {
      var found =
          Stream.of(By.values())
              .filter(one -> one.written().equals(typed))
              .findFirst()
              .orElse(null);
      if (found == null)
        return "there is no pool `"
            + typed
            + "`; there are "
            + Stream.of(By.values()).map(By::written).collect(Collectors.joining(", "));
      wanted.add(found);
    }
    if (wanted.contains(By.COHERENT) && linked == null)
      return "a coherent pool needs to know how questions hang together: --linked FILE";
    if (wanted.isEmpty()) {
      wanted.addAll(List.of(By.values()));
      // With two outcomes it is the mean of log-odds, and without links the mean.
      if (set.questions().values().stream().allMatch(PosedQuestion::isBinary))
        wanted.remove(By.GEOMETRIC);
      wanted.remove(By.COHERENT);
      if (linked != null) wanted.add(1, By.COHERENT);
    }
    for (var one : wanted) pools.addAll(pools(one, share, factor));
    return null;
  }

  private static List<Pool> pools(By by, double share, double factor) {
    return switch (by) {
      case MEAN -> List.of(new Pool.Averaged(new Average.Mean()));
      case MEDIAN -> List.of(new Pool.Averaged(new Average.Median()));
      case LOG_ODDS -> List.of(new Pool.Averaged(new Average.LogOdds()));
      case GEOMETRIC -> List.of(new Pool.Averaged(new Average.Geometric()));
      case TRIMMED -> List.of(new Pool.Averaged(new Average.Trimmed(share)));
      case EXTREMISED ->
          Double.isNaN(factor)
              ? List.of(new Pool.Fitted(Training.PAST), new Pool.Fitted(Training.OTHERS))
              : List.of(new Pool.Averaged(new Average.Extremised(factor)));
      case PAST_SCORE -> List.of(new Pool.Proven(Training.PAST), new Pool.Proven(Training.OTHERS));
      case COHERENT -> List.of(new Pool.Coherentised());
    };
  }

  private static double number(String typed) {
    try {
      return Double.parseDouble(typed.strip());
    } catch (NumberFormatException none) {
      return -1;
    }
  }
}
