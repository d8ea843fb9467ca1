package casus.cli;

import casus.desk.AddressPolicy;
import casus.desk.Dossiers;
import casus.desk.Fetching;
import casus.desk.Opening;
import casus.desk.SourceAdding;
import casus.desk.SourceAdding.Added;
import casus.document.About;
import casus.document.DocumentReader;
import casus.document.Masked;
import casus.document.StoredDocument;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `casus source add`.
@Command(
    name = "add",
    header =
        "Stores documents in a dossier's folder `sources`, and prints the `source` lines for them.",
    footer = {
      "",
      "  casus source add my-case article.html",
      "  casus source add my-case https://example.org/news --name herald",
      ""
    })
final class SourceAddCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @ParentCommand private SourceCommand source = new SourceCommand();

  @Mixin private NamedDossier dossier = new NamedDossier();

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE-or-URL",
      description =
          "Web pages, PDF, Word, mail (EML), Markdown and text files; a web address is fetched.")
  private List<String> written = new ArrayList<>();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The name to store one document under; made of the file's name by default.")
  private @Nullable String name;

  @Override
  public Integer call() throws IOException {
    var terminal = source.terminal();
    if (name != null && written.size() > 1)
      return Messages.misuse(terminal, "--name names one document; there are " + written.size());
    return switch (Dossiers.open(terminal.folder(), dossier.written(), terminal.environment())) {
      case Opening.NotOpened(var problem) ->
          Messages.problems(terminal, dossier.look().page(terminal), List.of(problem));
      case Opening.Opened opened -> {
        var fetching = new Fetching(AddressPolicy.PUBLIC, DocumentReader.LARGEST, PATIENCE);
        var adding = new SourceAdding(opened, terminal.folder(), fetching, terminal.today());
        var exit = ExitCode.OK;
        for (var one : written) if (!add(terminal, adding, one)) exit = ExitCode.FOUND;
        yield exit;
      }
    };
  }

  private boolean add(Terminal terminal, SourceAdding adding, String one) throws IOException {
    Added added;
    try (var _ = Progress.of(terminal, "reading " + one)) {
      added = adding.add(one, name);
    }
    switch (added) {
      case Added.Not(var because) -> terminal.err().println("casus: " + one + ": " + because);
      case Added.Already(var record, var statement) -> {
        terminal.out().println(one + " is already stored as sources/" + record.name() + ".md");
        terminal.out().println("  " + statement);
      }
      case Added.Stored(var record, var document, var statement) -> {
        terminal.out().println("stored sources/" + record.name() + ".md, and the file as it came");
        about(document.about()).forEach(line -> terminal.out().println("  " + line));
        terminal.out().println("  " + masked(document));
        terminal.out().println("for the dossier, with a grade A to E once you have judged it:");
        terminal.out().println("  " + statement);
      }
    }
    return !(added instanceof Added.Not);
  }

  private static Stream<String> about(About about) {
    return Stream.of(
            said("title", about.title()),
            said("author", about.author()),
            said("publisher", about.publisher()),
            said("date", about.date()),
            said("language", about.language()),
            said("address", about.canonical()))
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull);
  }

  private static @Nullable String said(String what, @Nullable Object value) {
    return value == null ? null : String.format("%-9s  %s", what, value);
  }

  private static String masked(StoredDocument document) {
    var counts = new EnumMap<Masked.Kind, Integer>(Masked.Kind.class);
    var all = 0;
    for (var part : document.masked()) {
      var length = part.span().end() - part.span().start();
      counts.merge(part.kind(), length, Integer::sum);
      all += length;
    }
    var kept = document.text().length() - all;
    if (counts.isEmpty()) return "text       " + kept + " characters, nothing masked";
    return "text       "
        + kept
        + " characters of article; masked "
        + counts.entrySet().stream()
            .map(one -> one.getKey().words() + " " + one.getValue())
            .collect(Collectors.joining(", "));
  }
}
