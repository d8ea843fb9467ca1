package casus.cli;

import casus.desk.Explaining;
import casus.desk.Explaining.Explained;
import casus.desk.Judging;
import casus.desk.Opening;
import casus.view.ExplanationText;
import casus.view.JudgementText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `casus explain`.
@Command(
    name = "explain",
    header =
        "Traces a number, or anything that has a name, back to the quoted passages it rests on.",
    footer = {
      "",
      "  casus explain cases/belarus-2020 'P(troops = open)'",
      "  casus explain cases/belarus-2020 'could(RUS use-force BLR)'",
      "  casus explain cases/belarus-2020 hostile          a fact, by its name",
      "  casus explain cases/belarus-2020 C4               a claim; a source, a reason, a sign",
      "  casus explain cases/belarus-2020 cst.4            an article of a treaty",
      ""
    })
final class ExplainCommand implements Callable<Integer> {
  @ParentCommand private Casus casus = new Casus(Terminal.ofProcess());

  @Mixin private OneDossier dossier = new OneDossier();

  @Parameters(
      index = "1",
      paramLabel = "WHAT",
      description = "P(…) of conditions as in the dossier, could(WHO ACT WHOM), or a name.")
  private String what = "";

  @Override
  public Integer call() {
    var terminal = casus.terminal();
    var page = dossier.look().page(terminal);
    return switch (dossier.open(terminal)) {
      case Opening.NotOpened(var problem) -> Messages.notOpened(terminal, page, problem);
      case Opening.Opened opened ->
          switch (Explaining.explain(opened, dossier.asOf(), what)) {
            case Explained.Found(var explanation) -> {
              terminal.out().print(JudgementText.of(Judging.judgement(opened), page));
              terminal.out().print(ExplanationText.of(explanation, page));
              yield ExitCode.OK;
            }
            case Explained.Faulty(var problems) -> Messages.problems(terminal, page, problems);
            case Explained.Misread(var problems) -> Messages.misread(terminal, page, problems);
            case Explained.Refused(var problem) ->
                Messages.refused(terminal, page, problem, List.of());
            case Explained.Unknown(var typed, var nearest) ->
                Messages.misuse(
                    terminal,
                    "nothing in the dossier is called `"
                        + typed
                        + "`"
                        + (nearest == null ? "" : "; did you mean `" + nearest + "`?"));
          };
    };
  }
}
