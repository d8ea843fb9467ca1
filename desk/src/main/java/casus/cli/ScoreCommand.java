package casus.cli;

import casus.desk.Reporting;
import casus.desk.Scoring;
import casus.desk.Scoring.Scored;
import casus.score.Basis;
import casus.score.Scorecard.Settings;
import casus.view.ForecastsText;
import casus.view.ScoreJson;
import casus.view.ScoreText;
import casus.view.chart.Reliability;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `casus score`.
@Command(
    name = "score",
    header =
        "How good forecasts were: scores, skill, calibration, and who is better than the others.",
    footer = {
      "",
      "  casus score cases/open                        a folder of dossiers with what was recorded",
      "  casus score pros                              a set that was imported",
      "  casus score forecasts.csv --only 'iran-*'     a file, some of its questions",
      "  casus score pros --svg calibration.svg        the reliability diagram",
      ""
    })
final class ScoreCommand implements Callable<Integer> {
  private static final int MOST_BINS = 100;
  private static final int MOST_DRAWS = 100_000;

  @ParentCommand private Casus casus = new Casus(Terminal.ofProcess());

  @Mixin private WhichForecasts which = new WhichForecasts();

  @Option(
      names = "--of",
      paramLabel = "WHICH",
      defaultValue = "last",
      description =
          "Which forecasts count for calibration and in the tables by forecaster and question: last of each forecaster (the default), every, daily.")
  private Basis basis = Basis.LAST;

  @Option(
      names = "--bins",
      paramLabel = "N",
      defaultValue = "10",
      description = "Bins of the calibration, of equal width (default 10).")
  private int bins;

  @Option(
      names = "--draws",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How often questions are drawn anew for the intervals (default 1000).")
  private int draws;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The seed of these draws (default 1).")
  private long seed;

  @Option(names = "--full", description = "All forecasters and questions, not the first of them.")
  private boolean full;

  @Option(
      names = "--json",
      description = "The same as JSON (docs/json.md), unrounded, nothing else.")
  private boolean json;

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description = "Write the reliability diagram to this file, too.")
  private @Nullable String svg;

  @Mixin private Look look = new Look();

  @Override
  public Integer call() throws IOException {
    var terminal = casus.terminal();
    var page = look.page(terminal).full(full);
    if (bins < 1 || bins > MOST_BINS)
      return Messages.misuse(terminal, "--bins takes a number from 1 to " + MOST_BINS);
    if (draws < 1 || draws > MOST_DRAWS)
      return Messages.misuse(terminal, "--draws takes a number from 1 to " + MOST_DRAWS);
    Scored scored;
    try (var _ = Progress.of(terminal, "scoring")) {
      scored =
          Scoring.score(
              terminal.folder(),
              which.asked(),
              new Settings(basis, bins, draws, seed),
              terminal.environment());
    }
    return switch (scored) {
      case Scored.Without(var because) -> WhichForecasts.none(terminal, page, because);
      case Scored.Unresolved(var pending, var dropped, var late) -> {
        terminal.err().println("casus: " + ScoreText.nothing(pending, dropped, late));
        yield ExitCode.NO_ANSWER;
      }
      case Scored.Done(var card, var parts) -> {
        if (!json)
          terminal.err().print(ForecastsText.remarks(WhichForecasts.imported(parts), page));
        if (svg != null)
          Reporting.write(
              terminal.folder().resolve(svg), Reliability.of(card.calibration()).file());
        terminal
            .out()
            .print(
                json
                    ? ScoreJson.of(card, WhichForecasts.titles(parts))
                    : ScoreText.of(card, WhichForecasts.titles(parts), page));
        if (svg != null) terminal.err().println("wrote " + svg);
        yield ExitCode.OK;
      }
    };
  }
}
