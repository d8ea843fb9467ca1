package casus.cli;

import casus.desk.Starter;
import casus.desk.Starting;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `casus new`.
@Command(
    name = "new",
    header =
        "Writes a first dossier that already gives an answer; you then replace its numbers and texts.",
    footer = {
      "",
      "  casus new niger-2023                  asks five questions",
      "  casus new niger-2023 --question 'Will ECOWAS intervene in Niger?' --outcomes 'no intervention, "
          + "a blockade, an invasion' --who Nigeria --whom Niger --as-of 2023-08-10 --deadline 2023-12-31",
      ""
    })
final class NewCommand implements Callable<Integer> {
  @ParentCommand private Casus casus = new Casus(Terminal.ofProcess());

  @Parameters(
      paramLabel = "NAME",
      description = "The folder to create; its last part names the dossier.")
  private String name = "";

  @Option(names = "--question", paramLabel = "TEXT", description = "The question, as a sentence.")
  private @Nullable String question;

  @Option(
      names = "--outcomes",
      paramLabel = "TEXTS",
      description = "What may happen, from the least to the most, separated by commas.")
  private @Nullable String outcomes;

  @Option(names = "--deadline", paramLabel = "DATE", description = "By when, such as 2020-12-31.")
  private @Nullable String deadline;

  @Option(
      names = "--who",
      paramLabel = "ACTOR",
      description = "Who would act: a country's name or code, or another name.")
  private @Nullable String who;

  @Option(names = "--whom", paramLabel = "ACTOR", description = "On whom.")
  private @Nullable String whom;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "The day the dossier speaks of; today by default.")
  private @Nullable String asOf;

  @Option(names = "--force", description = "Replace a dossier that is already there.")
  private boolean force;

  /// The analyst's answer makes no sense.
  private static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String what;

    Unusable(String what) {
      super(what);
      this.what = what;
    }
  }

  @Override
  public Integer call() throws IOException {
    var terminal = casus.terminal();
    try {
      var starter = starter(terminal);
      if (!Starting.mayWrite(terminal.folder(), name, force))
        return Messages.misuse(terminal, name + " already holds a dossier; --force replaces it");
      var treaties = Starting.write(terminal.folder(), name, starter);
      var used =
          treaties.paths().isEmpty()
              ? ""
              : " (it uses " + String.join(", ", treaties.paths()) + ")";
      terminal.out().println("wrote " + name + "/dossier.md" + used);
      terminal.out().println("next: casus assess " + name);
      return ExitCode.OK;
    } catch (Unusable unusable) {
      return Messages.misuse(terminal, unusable.what);
    }
  }

  private Starter starter(Terminal terminal) throws IOException {
    var text =
        ask(
            terminal,
            question,
            "--question",
            "What is the question, in one sentence?",
            Function.identity());
    var ladder =
        ask(
            terminal,
            outcomes,
            "--outcomes",
            "What may happen, from the least to the most, separated by commas?",
            NewCommand::ladder);
    var actor =
        ask(terminal, who, "--who", "Who would act (a country or a body)?", Function.identity());
    var target = ask(terminal, whom, "--whom", "On whom?", Function.identity());
    var end =
        ask(terminal, deadline, "--deadline", "By when (such as 2020-12-31)?", NewCommand::date);
    var day = asOf == null ? terminal.today() : date(asOf);
    if (!end.isAfter(day))
      throw new Unusable(
          "the deadline "
              + end
              + " is not after "
              + day
              + "; --as-of says of which day the dossier speaks");
    return new Starter(
        name.replaceFirst("/+$", "").replaceFirst(".*/", ""),
        text,
        ladder,
        day,
        end,
        actor,
        target);
  }

  /// The option where it was given, else the answer at the terminal, asked until it makes sense.
  private static <T> T ask(
      Terminal terminal,
      @Nullable String given,
      String option,
      String prompt,
      Function<String, T> read)
      throws IOException {
    if (given != null) return read.apply(given.strip());
    if (!terminal.asks()) throw new Unusable("no terminal to ask at: " + option + " is missing");
    while (true) {
      terminal.err().print(prompt + " ");
      terminal.err().flush();
      var line = terminal.in().readLine();
      if (line == null) throw new Unusable(option + " is missing");
      if (line.isBlank()) continue;
      try {
        return read.apply(line.strip());
      } catch (Unusable again) {
        terminal.err().println(again.what);
      }
    }
  }

  private static List<String> ladder(String typed) {
    var texts =
        Arrays.stream(typed.split("[,;]"))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .toList();
    if (texts.size() < 2)
      throw new Unusable("there must be at least two outcomes, separated by commas");
    return texts;
  }

  private static LocalDate date(String typed) {
    try {
      return LocalDate.parse(typed.strip());
    } catch (DateTimeParseException wrong) {
      throw new Unusable("'" + typed + "' is not a date such as 2020-12-31");
    }
  }
}
