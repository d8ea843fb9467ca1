package casus.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command `casus` and how its subcommands are run.
@Command(
    name = "casus",
    mixinStandardHelpOptions = true,
    versionProvider = Casus.Version.class,
    header = "casus turns a geopolitical judgement into something you can run.",
    description = {
      "A dossier is a Markdown file in which you state a question with its possible outcomes, who said "
          + "what, which facts are uncertain, which treaties apply, and what speaks for and against. casus "
          + "computes how likely each outcome is, shows what would change that, and traces every number back "
          + "to a quoted source.",
      ""
    },
    footer = {
      "",
      "  casus new niger-2023                  begin a dossier: five questions, and you have a first answer",
      "  casus assess cases/belarus-2020       could they, would they, how likely, what would change it",
      "  casus assess my-case --scenario asked what if that happens",
      "  casus could my-case                   what the law says, article by article, and what it would take",
      "  casus explain my-case 'P(war = yes)'  where does that number come from",
      "  casus check my-case                   what is wrong or weak in the dossier",
      ""
    },
    synopsisHeading = "How to call it:%n  ",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands (`casus COMMAND --help` says more):%n",
    subcommands = {
      AssessCommand.class,
      CouldCommand.class,
      TreatiesCommand.class,
      DraftCommand.class,
      ReviewCommand.class,
      ReplayCommand.class,
      DisagreeCommand.class,
      ExplainCommand.class,
      CheckCommand.class,
      TestCommand.class,
      FmtCommand.class,
      RenderCommand.class,
      ReportCommand.class,
      OpenCommand.class,
      InferCommand.class,
      ExportCommand.class,
      ConvertCommand.class,
      NewCommand.class,
      RecordCommand.class,
      ResolveCommand.class,
      SourceCommand.class,
      HistoryCommand.class,
      ImportCommand.class,
      PoolCommand.class,
      ScoreCommand.class,
      IndexCommand.class,
      CompletionCommand.class
    })
final class Casus implements Runnable {
  private final Terminal terminal;
  private @CommandLine.Spec @Nullable CommandSpec spec;

  Casus(Terminal terminal) {
    this.terminal = terminal;
  }

  Terminal terminal() {
    return terminal;
  }

  /// Runs one command and says how it ended.
  static int run(Terminal terminal, String... args) {
    try {
      return commandLine(terminal).execute(args);
    } catch (StackOverflowError | OutOfMemoryError | RuntimeException fault) {
      return apologise(terminal, fault);
    } finally {
      terminal.flush();
    }
  }

  static CommandLine commandLine(Terminal terminal) {
    var line = new CommandLine(new Casus(terminal));
    line.setOut(terminal.out()).setErr(terminal.err());
    line.registerConverter(Percent.class, new Percent.Converter());
    line.registerConverter(LocalDate.class, Casus::date);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
    line.setUsageHelpWidth(Math.clamp(terminal.width(), 60, 100));
    line.setUsageHelpAutoWidth(false);
    line.setParameterExceptionHandler((wrong, _) -> misused(terminal, wrong));
    line.setExecutionExceptionHandler((fault, _, _) -> apologise(terminal, fault));
    examplesFirst(line);
    line.getSubcommands().values().forEach(Casus::withHelp);
    return line;
  }

  private static void withHelp(CommandLine command) {
    command
        .getCommandSpec()
        .addMixin("help", CommandSpec.forAnnotatedObject(new HelpOption()))
        .usageMessage()
        .synopsisHeading("How to call it:%n  ")
        .parameterListHeading("%n")
        .optionListHeading("%nOptions:%n");
    examplesFirst(command);
    command.getSubcommands().values().forEach(Casus::withHelp);
  }

  private static LocalDate date(String typed) {
    try {
      return LocalDate.parse(typed.strip());
    } catch (DateTimeParseException wrong) {
      throw new TypeConversionException("'" + typed + "' is not a date such as 2020-08-17");
    }
  }

  private static void examplesFirst(CommandLine line) {
    line.setHelpSectionKeys(
        List.of(
            UsageMessageSpec.SECTION_KEY_HEADER,
            UsageMessageSpec.SECTION_KEY_FOOTER,
            UsageMessageSpec.SECTION_KEY_DESCRIPTION,
            UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING,
            UsageMessageSpec.SECTION_KEY_SYNOPSIS,
            UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_PARAMETER_LIST,
            UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_OPTION_LIST,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST));
  }

  /// `casus` alone: the help, as an error only because nothing was asked.
  @Override
  public void run() {
    Objects.requireNonNull(spec).commandLine().usage(terminal.out());
  }

  private static int misused(Terminal terminal, ParameterException wrong) {
    var unmatched = wrong instanceof UnmatchedArgumentException found ? found : null;
    var what =
        unmatched != null && wrong.getCommandLine().getParent() == null
            ? "there is no command `" + unmatched.getUnmatched().getFirst() + "`"
            : wrong.getMessage();
    terminal.err().println("casus: " + what);
    if (unmatched != null && !unmatched.getSuggestions().isEmpty())
      terminal
          .err()
          .println("       did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?");
    terminal
        .err()
        .println(
            "       `"
                + wrong.getCommandLine().getCommandSpec().qualifiedName()
                + " --help` shows how to call it");
    return ExitCode.USAGE;
  }

  private static int apologise(Terminal terminal, Throwable fault) {
    terminal.out().flush();
    if (fault instanceof IOException failure) return unwritten(terminal, failure);
    var what =
        switch (fault) {
          case StackOverflowError _ -> "the dossier is nested too deep for it";
          case OutOfMemoryError _ -> "it ran out of memory";
          default ->
              fault.getClass().getSimpleName()
                  + (fault.getMessage() == null ? "" : ": " + fault.getMessage());
        };
    terminal
        .err()
        .println(
            "casus: sorry, casus itself failed ("
                + what.lines().findFirst().orElse("")
                + "); please open an issue with the command and the dossier (CASUS_TRACE=1 shows details)");
    if (terminal.environment().getOrDefault("CASUS_TRACE", "").equals("1"))
      fault.printStackTrace(terminal.err());
    return ExitCode.FAULT;
  }

  /// Only writing can fail with an exception: what cannot be read is a problem with a code.
  private static int unwritten(Terminal terminal, IOException failure) {
    var because =
        switch (failure) {
          case NoSuchFileException _ -> "there is no folder to write it in: ";
          case AccessDeniedException _ -> "it may not be written: ";
          default -> "writing failed: ";
        };
    terminal.err().println("casus: " + because + failure.getMessage());
    return ExitCode.FOUND;
  }

  /// The version in the jar's manifest.
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"casus " + number()};
    }

    /// "0.1.0".
    static String number() {
      var version = Casus.class.getPackage().getImplementationVersion();
      return version == null ? "0.1.0" : version;
    }

    /// "casus 0.1.0".
    static String words() {
      return new Version().getVersion()[0];
    }
  }
}
