package casus.cli;

import casus.desk.Dossiers;
import casus.desk.Opening;
import casus.desk.Opening.Opened;
import casus.desk.Resolving;
import casus.desk.Resolving.Resolved;
import casus.view.LedgerJson;
import casus.view.LedgerText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `casus resolve`.
@Command(
    name = "resolve",
    header = "Puts on record how a question came out, and shows what everybody said last.",
    footer = {
      "",
      "  casus resolve cases/open/my-case open=no covert=no   all but one outcome are ruled out",
      "  casus resolve cases/open/my-case troops=none --on 2026-12-31 --evidence 'nothing was reported'",
      "  casus resolve cases/open/my-case --void 'the state was dissolved'",
      ""
    })
final class ResolveCommand implements Callable<Integer> {
  @ParentCommand private Casus casus = new Casus(Terminal.ofProcess());

  @Mixin private NamedDossier dossier = new NamedDossier();

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "OUTCOME",
      description = "OUTCOME=yes, OUTCOME=no (all but one), or QUESTION=OUTCOME.")
  private List<String> words = new ArrayList<>();

  @Option(
      names = "--question",
      paramLabel = "NAME",
      description = "Which question, where several on record have such outcomes.")
  private @Nullable String question;

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description =
          "From when the outcome was known; today by default, or the deadline once it is over.")
  private @Nullable LocalDate on;

  @Option(names = "--evidence", paramLabel = "TEXT", description = "What shows it.")
  private @Nullable String evidence;

  @Option(names = "--at", paramLabel = "URL", description = "Where that is.")
  private @Nullable String address;

  @Option(
      names = "--void",
      paramLabel = "WHY",
      description = "The question has no answer, for this reason; nobody is scored.")
  private @Nullable String because;

  @Option(names = "--as", paramLabel = "NAME", description = "Who says so.")
  private @Nullable String by;

  @Option(names = "--json", description = "The answer as JSON (docs/json.md), nothing else.")
  private boolean json;

  @Override
  public Integer call() {
    var terminal = casus.terminal();
    var page = dossier.look().page(terminal);
    return switch (Dossiers.open(terminal.folder(), dossier.written(), terminal.environment())) {
      case Opening.NotOpened(var problem) -> Messages.problems(terminal, page, List.of(problem));
      case Opened opened ->
          switch (Resolving.resolve(
              opened,
              new Resolving.Order(
                  words,
                  question,
                  on,
                  because,
                  evidence,
                  address,
                  by,
                  terminal.now(),
                  Casus.Version.number()))) {
            case Resolved.Broken(var problems) -> Messages.problems(terminal, page, problems);
            case Resolved.Misused(var why) -> Messages.misuse(terminal, why);
            case Resolved.Failed(var why) -> Messages.failed(terminal, why);
            case Resolved.Written written -> {
              terminal
                  .out()
                  .print(
                      json
                          ? LedgerJson.of(
                              written.file(),
                              written.ledger(),
                              List.of(written.entry()),
                              written.last(),
                              written.remarks(),
                              List.of())
                          : LedgerText.resolved(
                              written.name(),
                              written.resolution(),
                              written.last(),
                              written.ledger(),
                              written.file(),
                              written.remarks(),
                              page));
              yield ExitCode.OK;
            }
          };
    };
  }
}
