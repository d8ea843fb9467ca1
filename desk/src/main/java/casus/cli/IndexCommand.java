package casus.cli;

import casus.desk.Indexing;
import casus.desk.Indexing.Change;
import casus.desk.Indexing.Indexed;
import casus.desk.Indexing.Line;
import casus.view.IndexText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `casus index`.
@Command(
    name = "index",
    header =
        "Gathers the ledgers of many dossiers and all imported sets in one database, for scores and pools over all of them.",
    footer = {
      "",
      "  casus index cases              the ledgers below a folder, and all imported sets",
      "  casus score --index            scores over everything in it",
      "  casus index --rebuild          everything read again from the files",
      ""
    })
final class IndexCommand implements Callable<Integer> {
  @ParentCommand private Casus casus = new Casus(Terminal.ofProcess());

  @Parameters(
      arity = "0..*",
      paramLabel = "FOLDER",
      description =
          "Dossiers, or folders of them; this folder by default. What was indexed before is brought up to date, too.")
  private List<String> folders = new ArrayList<>();

  @Option(
      names = "--rebuild",
      description =
          "Read everything again, and accept what files have lost since they were indexed.")
  private boolean rebuild;

  @Option(names = "--full", description = "All files, those that are as before too.")
  private boolean full;

  @Mixin private Look look = new Look();

  @Override
  public Integer call() {
    var terminal = casus.terminal();
    var page = look.page(terminal).full(full);
    Indexed indexed;
    try (var _ = Progress.of(terminal, "indexing")) {
      indexed =
          Indexing.index(
              terminal.folder(),
              folders.isEmpty() ? List.of(".") : folders,
              rebuild,
              terminal.environment());
    }
    return switch (indexed) {
      case Indexed.Refused(var because) -> Messages.misuse(terminal, because);
      case Indexed.Done(var place, var lines, var problems) -> {
        terminal
            .out()
            .print(IndexText.of(place, lines.stream().map(IndexCommand::row).toList(), page));
        var kept = lines.stream().anyMatch(line -> line.change() == Change.KEPT);
        if (!problems.isEmpty()) Messages.problems(terminal, page, problems);
        yield kept || !problems.isEmpty() ? ExitCode.FOUND : ExitCode.OK;
      }
    };
  }

  private static IndexText.Row row(Line line) {
    return new IndexText.Row(
        switch (line.change()) {
          case NEW -> "new";
          case CHANGED -> "changed";
          case SAME -> "as before";
          case GONE -> "gone";
          case KEPT -> line.lost().isEmpty() ? "unreadable" : "lost entries";
        },
        line.origin(),
        line.lost(),
        line.change() == Change.KEPT);
  }
}
