package casus.cli;

import casus.desk.Advising;
import casus.desk.Advising.Advised;
import casus.desk.Opening;
import casus.view.LegalJson;
import casus.view.LegalText;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `casus could`.
@Command(
    name = "could",
    header = "Says whether an act would be lawful, article by article, and what it would take.",
    footer = {
      "",
      "  casus could cases/belarus-2020                              the act the dossier asks about",
      "  casus could cases/belarus-2020 'RUS use-force BLR'          the same, named",
      "  casus could cases/belarus-2020 'RUS use-force BLR under cst'   under one instrument alone",
      "  casus could cases/belarus-2020 --reading un-charter.consent=broad",
      "  casus could cases/belarus-2020 --suppose 'request(BLR)' --full",
      ""
    })
final class CouldCommand implements Callable<Integer> {
  @ParentCommand private Casus casus = new Casus(Terminal.ofProcess());

  @Mixin private OneDossier dossier = new OneDossier();

  @Mixin private Suppositions suppositions = new Suppositions();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ACT",
      description = "WHO ACTION WHERE, as in 'RUS use-force BLR'; the dossier's own by default.")
  private @Nullable String act;

  @Option(
      names = "--full",
      description = "Everything: all pathways, exceptions that never applied, all ways.")
  private boolean full;

  @Option(names = "--json", description = "The answer as JSON (docs/json.md), nothing else.")
  private boolean json;

  @Override
  public Integer call() {
    var terminal = casus.terminal();
    var page = dossier.look().page(terminal).full(full);
    return switch (dossier.open(terminal)) {
      case Opening.NotOpened(var problem) -> Messages.notOpened(terminal, page, problem);
      case Opening.Opened opened -> {
        Advised advised;
        try (var _ = Progress.of(terminal, "computing")) {
          advised = Advising.advise(opened, act, suppositions.on(dossier.asOf()));
        }
        yield switch (advised) {
          case Advised.Answered(var answer) -> {
            terminal.out().print(json ? LegalJson.of(answer) : LegalText.of(answer, page));
            yield ExitCode.OK;
          }
          case Advised.Faulty(var problems) -> Messages.problems(terminal, page, problems);
          case Advised.Misread(var problems) -> Messages.misread(terminal, page, problems);
          case Advised.Unknown(var unknown) -> Messages.unknown(terminal, unknown);
          case Advised.NoAct(var actors) ->
              Messages.misuse(
                  terminal,
                  "the dossier asks about no act; name one, as in 'RUS use-force BLR'"
                      + (actors.isEmpty() ? "" : "; its actors are " + String.join(", ", actors)));
          case Advised.Refused(var problem, var names) ->
              Messages.refused(terminal, page, problem, names);
        };
      }
    };
  }
}
