package casus.cli;

import casus.desk.Dossiers;
import casus.desk.Opening;
import casus.desk.Replaying;
import casus.desk.Replaying.By;
import casus.desk.Replaying.Replayed;
import casus.desk.Reporting;
import casus.view.ReplayJson;
import casus.view.ReplayText;
import casus.view.chart.ForecastHistory;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `casus replay`.
@Command(
    name = "replay",
    header = "Says what the dossier would have said on each day, and what moved it.",
    footer = {
      "",
      "  casus replay cases/belarus-2020                    each day on which something became known",
      "  casus replay cases/belarus-2020 --by week --from 2020-08-03",
      "  casus replay cases/belarus-2020 --by month --to 2020-12-31   later than its own date: only time passes",
      "  casus replay cases/belarus-2020 --svg history.svg",
      ""
    })
final class ReplayCommand implements Callable<Integer> {
  @ParentCommand private Casus casus = new Casus(Terminal.ofProcess());

  @Mixin private NamedDossier dossier = new NamedDossier();

  @Option(
      names = "--by",
      paramLabel = "STEP",
      defaultValue = "change",
      description =
          "Which days: change (the default: those on which something became known or the law changed), day, week, month.")
  private By by = By.CHANGE;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description =
          "The first day; by default the question's, or when something first became known.")
  private @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "The last day, up to the deadline; by default the dossier's own date.")
  private @Nullable LocalDate to;

  @Option(
      names = "--question",
      paramLabel = "NAME",
      description = "Which question, where the dossier asks several; the first by default.")
  private @Nullable String question;

  @Option(
      names = "--outcome",
      paramLabel = "NAME",
      description = "Which outcome to speak of; the first that matters by default.")
  private @Nullable String outcome;

  @Option(names = "--full", description = "Everything that moved each step.")
  private boolean full;

  @Option(names = "--json", description = "The replay as JSON (docs/json.md), nothing else.")
  private boolean json;

  @Option(names = "--svg", paramLabel = "FILE", description = "Write it as a picture, too.")
  private @Nullable String svg;

  @Override
  public Integer call() throws IOException {
    var terminal = casus.terminal();
    var page = dossier.look().page(terminal).full(full);
    return switch (Dossiers.open(terminal.folder(), dossier.written(), terminal.environment())) {
      case Opening.NotOpened(var problem) -> Messages.problems(terminal, page, List.of(problem));
      case Opening.Opened opened -> {
        Replayed replayed;
        try (var _ = Progress.of(terminal, "replaying")) {
          replayed =
              Replaying.replay(opened, new Replaying.Wanted(by, from, to, question, outcome));
        }
        yield switch (replayed) {
          case Replayed.Misused(var because) -> Messages.misuse(terminal, because);
          case Replayed.NotReady(var because) -> Messages.unanswered(terminal, page, because);
          case Replayed.Done(var replay) -> {
            if (svg != null)
              Reporting.write(terminal.folder().resolve(svg), ForecastHistory.of(replay).file());
            terminal.out().print(json ? ReplayJson.of(replay) : ReplayText.of(replay, page));
            if (svg != null) terminal.err().println("wrote " + svg);
            yield ExitCode.OK;
          }
        };
      }
    };
  }
}
