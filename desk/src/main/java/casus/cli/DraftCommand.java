package casus.cli;

import casus.desk.Dossiers;
import casus.desk.Drafting;
import casus.desk.Drafting.Drafted;
import casus.desk.LanguageModel;
import casus.desk.Opening;
import casus.view.DraftText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `casus draft`.
@Command(
    name = "draft",
    header =
        "Proposes claims from the stored texts of a dossier's sources: who said what, and where.",
    footer = {
      "",
      "  casus draft cases/belarus-2020             all sources; writes proposals.jsonl in the dossier",
      "  casus draft cases/belarus-2020 meduza      one source",
      "  casus review cases/belarus-2020            then accept, edit or reject them one by one",
      ""
    })
final class DraftCommand implements Callable<Integer> {
  @ParentCommand private Casus casus = new Casus(Terminal.ofProcess());

  @Mixin private NamedDossier dossier = new NamedDossier();

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "SOURCE",
      description = "Sources by their names; all that have a stored text by default.")
  private List<String> sources = new ArrayList<>();

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description =
          "Ask a language model too: one of a local Ollama, or of the server in CASUS_MODEL_URL with"
              + " the key in CASUS_MODEL_KEY. The texts are sent there.")
  private @Nullable String model;

  @Override
  public Integer call() throws IOException {
    var terminal = casus.terminal();
    var page = dossier.look().page(terminal);
    return switch (Dossiers.open(terminal.folder(), dossier.written(), terminal.environment())) {
      case Opening.NotOpened(var problem) -> Messages.problems(terminal, page, List.of(problem));
      case Opening.Opened opened -> {
        Drafted drafted;
        var asked = model == null ? null : LanguageModel.named(model, terminal.environment());
        var doing = asked == null ? "reading" : "asking " + model + " at " + asked.address();
        try (var _ = Progress.of(terminal, doing)) {
          drafted = Drafting.draft(opened, sources, asked);
        }
        yield switch (drafted) {
          case Drafted.Done(var drafts, var remarks) -> {
            terminal.out().print(DraftText.of(drafts, page));
            remarks.forEach(remark -> terminal.err().println("casus: " + remark));
            yield ExitCode.OK;
          }
          case Drafted.Faulty(var problems) -> Messages.problems(terminal, page, problems);
          case Drafted.Unknown(var typed, var nearest) ->
              Messages.misuse(
                  terminal,
                  "the dossier has no source `"
                      + typed
                      + "`"
                      + (nearest == null ? "" : "; did you mean `" + nearest + "`?"));
        };
      }
    };
  }
}
