package casus.cli;

import casus.desk.Inferring;
import casus.desk.Inferring.Inferred;
import casus.view.InferenceJson;
import casus.view.InferenceText;
import casus.view.ProblemsText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `casus infer`.
@Command(
    name = "infer",
    header = "Asks a Bayesian network of GeNIe, Hugin and others: exact probabilities, and why.",
    footer = {
      "",
      "  casus infer border.xdsl                              all probabilities",
      "  casus infer border.xdsl --evidence hospitals=present --query intent,crossing",
      "  casus infer border.xdsl --mpe 3                      the three most probable explanations",
      "  casus infer border.xdsl --sensitivity crossing=yes   which numbers matter most for that",
      "  casus infer border.xdsl --information intent         what would tell most about that",
      ""
    })
final class InferCommand implements Callable<Integer> {
  private static final int MOST_EXPLANATIONS = 1000;
  private static final int MOST_NUMBERS = 10_000;

  @ParentCommand private Casus casus = new Casus(Terminal.ofProcess());

  @Mixin private Look look = new Look();

  @Parameters(paramLabel = "FILE", description = "The network.")
  private String file = "";

  @Option(
      names = "--from",
      paramLabel = "FORMAT",
      description = "Its format: bif, xmlbif, xdsl, net, uai; by default by the ending.")
  private @Nullable String from;

  @Option(
      names = "--evidence",
      paramLabel = "FINDINGS",
      description = "What was found: name=state, separated by commas; name=a|b if either.")
  private List<String> evidence = new ArrayList<>();

  @Option(
      names = "--evidence-file",
      paramLabel = "FILE",
      description =
          "The same from a file: name = state on each line, or UAI's form in a .evid file.")
  private @Nullable String evidenceFile;

  @Option(
      names = "--query",
      paramLabel = "NAMES",
      description = "The variables whose probabilities are wanted, separated by commas.")
  private List<String> query = new ArrayList<>();

  @Option(
      names = "--all",
      description = "The probabilities of all variables; so if nothing is asked.")
  private boolean all;

  @Option(
      names = "--mpe",
      paramLabel = "K",
      arity = "0..1",
      fallbackValue = "1",
      defaultValue = "0",
      description = "The K most probable explanations, 1 if no number is given.")
  private int explanations;

  @Option(
      names = "--sensitivity",
      paramLabel = "NAME=STATE",
      description = "The numbers of the network that this probability depends on most.")
  private @Nullable String sensitivity;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many numbers with --sensitivity (default 10).")
  private int top;

  @Option(
      names = "--information",
      paramLabel = "NAME",
      description = "How many bits each other variable would tell about this one.")
  private @Nullable String information;

  @Option(names = "--json", description = "The answer as JSON (docs/json.md), nothing else.")
  private boolean json;

  @Option(
      names = "--engine-info",
      description = "Say, on stderr, how it was computed and how long it took.")
  private boolean engineInfo;

  @Override
  public Integer call() {
    var terminal = casus.terminal();
    var page = look.page(terminal);
    if (explanations < 0 || explanations > MOST_EXPLANATIONS)
      return Messages.misuse(terminal, "--mpe takes a number from 1 to " + MOST_EXPLANATIONS);
    if (top < 1 || top > MOST_NUMBERS)
      return Messages.misuse(terminal, "--top takes a number from 1 to " + MOST_NUMBERS);
    var request =
        new Inferring.Request(
            file,
            from,
            evidence,
            evidenceFile,
            query,
            all,
            explanations,
            sensitivity,
            top,
            information);
    Inferred inferred;
    try (var _ = Progress.of(terminal, "computing")) {
      inferred = Inferring.infer(terminal.folder(), request);
    }
    return switch (inferred) {
      case Inferred.Misused(var because) -> Messages.misuse(terminal, because);
      case Inferred.Faulty(var problems) -> Messages.problems(terminal, page, problems);
      case Inferred.Misread(var problems) -> Messages.misread(terminal, page, problems);
      case Inferred.Refused(var problem, var names) ->
          Messages.refused(terminal, page, problem, names);
      case Inferred.Answered(
              var name,
              var variables,
              var findings,
              var answer,
              var remarks,
              var readMillis,
              var computeMillis) -> {
        if (!json) terminal.err().print(ProblemsText.of(remarks, page));
        terminal
            .out()
            .print(
                json
                    ? InferenceJson.of(name, variables, findings, answer, remarks)
                    : InferenceText.of(name, variables, findings, answer, page));
        if (engineInfo)
          terminal.err().print(InferenceText.engine(answer.engine(), readMillis, computeMillis));
        yield ExitCode.OK;
      }
    };
  }
}
