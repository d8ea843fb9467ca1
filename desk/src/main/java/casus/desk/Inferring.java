package casus.desk;

import casus.answer.NetworkAnswer;
import casus.answer.NetworkInquiry;
import casus.answer.NetworkInquiry.Outcome;
import casus.answer.NetworkQuestions;
import casus.inference.Evidence;
import casus.inference.Network;
import casus.inference.Variable;
import casus.inference.formats.UaiEvidence;
import casus.text.Code;
import casus.text.NearestName;
import casus.text.Place;
import casus.text.Problem;
import casus.text.SourceText;
import casus.text.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Questions to a network in a file.
public final class Inferring {
  private Inferring() {}

  /// What is asked, in its user's words.
  ///
  /// @param file the network
  /// @param format its format, or null for the one that its ending names
  /// @param evidence findings, `name = state`, separated by commas
  /// @param evidenceFile a file of findings, or null
  /// @param query names of variables, separated by commas
  /// @param all whether the probabilities of all variables are wanted
  /// @param explanations how many of the most probable explanations are wanted
  /// @param sensitivity `name = state`, or null
  /// @param parameters how many parameters are wanted with it
  /// @param information the name of a variable, or null
  public record Request(
      String file,
      @Nullable String format,
      List<String> evidence,
      @Nullable String evidenceFile,
      List<String> query,
      boolean all,
      int explanations,
      @Nullable String sensitivity,
      int parameters,
      @Nullable String information) {}

  /// What came of it.
  public sealed interface Inferred {
    /// @param findings as they were understood, `name = state`
    /// @param variables how many the network has
    /// @param remarks warnings of reading the file
    /// @param readMillis how long reading took
    /// @param computeMillis how long computing took
    record Answered(
        String file,
        int variables,
        List<String> findings,
        NetworkAnswer answer,
        List<Problem> remarks,
        long readMillis,
        long computeMillis)
        implements Inferred {}

    /// A file has errors.
    record Faulty(List<Problem> problems) implements Inferred {}

    /// What was asked cannot be read.
    record Misread(List<Problem> problems) implements Inferred {}

    /// The command makes no sense.
    record Misused(String because) implements Inferred {}

    /// There is no exact answer.
    ///
    /// @param problem E801 or E802
    /// @param names the variables, or findings, that make it so
    record Refused(Problem problem, List<String> names) implements Inferred {}
  }

  /// @param from the folder that the files are relative to
  public static Inferred infer(Path from, Request request) {
    return switch (Networks.format(request.file(), request.format(), "--from")) {
      case Networks.Named.NoFormat(var because) -> new Inferred.Misused(because);
      case Networks.Named.Format(var format) -> {
        var began = System.nanoTime();
        yield switch (Networks.open(from, request.file(), format)) {
          case Networks.Opened.Faulty(var problems) -> new Inferred.Faulty(problems);
          case Networks.Opened.Sound sound ->
              new Asking(from, request, sound, millisSince(began)).inferred();
        };
      }
    };
  }

  private static long millisSince(long began) {
    return (System.nanoTime() - began) / 1_000_000;
  }

  /// One request to one network.
  private record Asking(Path from, Request request, Networks.Opened.Sound opened, long readMillis) {

    Inferred inferred() {
      var wrong = new ArrayList<Problem>();
      var evidence = Evidence.none();
      if (request.evidenceFile() != null) {
        switch (stored(request.evidenceFile())) {
          case FindingLines.Found.Wrong(var problems) -> {
            return new Inferred.Faulty(problems);
          }
          case FindingLines.Found.Findings(var findings) -> evidence = findings;
        }
      }
      for (var words : request.evidence()) {
        switch (FindingLines.commas(new SourceText("--evidence", words), network())) {
          case FindingLines.Found.Wrong(var problems) -> wrong.addAll(problems);
          case FindingLines.Found.Findings(var findings) -> evidence = evidence.and(findings);
        }
      }
      var posteriors = posteriors(wrong);
      NetworkQuestions.Target target = null;
      if (request.sensitivity() != null) {
        var words = new SourceText("--sensitivity", request.sensitivity());
        switch (FindingLines.commas(words, network())) {
          case FindingLines.Found.Wrong(var problems) -> wrong.addAll(problems);
          case FindingLines.Found.Findings(var findings) -> target = target(words, findings, wrong);
        }
      }
      var information =
          request.information() == null
              ? null
              : variable("--information", request.information(), wrong);
      if (!wrong.isEmpty()) return new Inferred.Misread(wrong);
      return answered(
          new NetworkQuestions(
              evidence,
              posteriors,
              request.explanations(),
              target,
              request.parameters(),
              information));
    }

    private Network network() {
      return opened.network();
    }

    private FindingLines.Found stored(String file) {
      return switch (Networks.text(from, file)) {
        case Networks.Stored.Unread(var problem) -> new FindingLines.Found.Wrong(List.of(problem));
        case Networks.Stored.Text(var source) ->
            file.toLowerCase(Locale.ROOT).endsWith(".evid")
                ? numbered(source)
                : FindingLines.lines(source, network());
      };
    }

    private FindingLines.Found numbered(SourceText source) {
      return switch (UaiEvidence.read(source.text(), network())) {
        case UaiEvidence.Sets.Malformed(var faults) ->
            new FindingLines.Found.Wrong(Networks.problems(Code.E704, source, faults));
        case UaiEvidence.Sets.Read(var sets) when sets.size() > 1 ->
            new FindingLines.Found.Wrong(
                List.of(
                    Problem.of(
                            Code.E704,
                            new Place(source, new Span(0, 1)),
                            "found " + sets.size() + " sets of findings")
                        .expecting("one: casus answers one question at a time")));
        case UaiEvidence.Sets.Read(var sets) -> new FindingLines.Found.Findings(sets.getFirst());
      };
    }

    /// Everything, where nothing else is asked.
    private List<Variable> posteriors(List<Problem> wrong) {
      var nothing =
          request.query().isEmpty()
              && request.explanations() == 0
              && request.sensitivity() == null
              && request.information() == null;
      if (request.all() || nothing)
        return network().variables().stream().filter(v -> !network().isHidden(v)).toList();
      var variables = new ArrayList<Variable>();
      for (var words : request.query()) {
        var whole = FindingLines.variable(network(), words.strip());
        for (var name : whole == null ? words.split(",") : new String[] {words}) {
          var variable = variable("--query", name, wrong);
          if (variable != null && !variables.contains(variable)) variables.add(variable);
        }
      }
      return List.copyOf(variables);
    }

    private @Nullable Variable variable(String option, String typed, List<Problem> wrong) {
      var name = typed.strip();
      var found = FindingLines.variable(network(), name);
      if (found == null) {
        var place = new Place(new SourceText(option, name), new Span(0, name.length()));
        var names = FindingLines.names(network());
        wrong.add(
            new Problem(
                Code.E201,
                place,
                "the network has no variable `" + name + "`",
                FindingLines.listed(names),
                null,
                NearestName.of(name, names)));
      }
      return found;
    }

    private static NetworkQuestions.@Nullable Target target(
        SourceText words, Evidence findings, List<Problem> wrong) {
      var variables = findings.variables();
      if (variables.size() == 1) {
        var likelihood = findings.likelihood(variables.getFirst());
        var states = new ArrayList<Integer>();
        for (var s = 0; s < likelihood.length; s++) if (likelihood[s] > 0) states.add(s);
        if (states.size() == 1)
          return new NetworkQuestions.Target(variables.getFirst(), states.getFirst());
      }
      var place = new Place(words, new Span(0, words.text().length()));
      wrong.add(
          Problem.of(Code.E102, place, "this is not one state of one variable")
              .expecting("name = state"));
      return null;
    }

    private Inferred answered(NetworkQuestions questions) {
      var began = System.nanoTime();
      return switch (NetworkInquiry.ask(network(), questions)) {
        case Outcome.Answered(var answer) ->
            new Inferred.Answered(
                request.file(),
                FindingLines.names(network()).size(),
                FindingLines.write(questions.evidence()).lines().toList(),
                answer,
                opened.remarks(),
                readMillis,
                millisSince(began));
        case Outcome.Impossible(var variables) -> {
          var findings = Evidence.none();
          for (var variable : variables)
            findings = findings.withLikelihood(variable, questions.evidence().likelihood(variable));
          yield new Inferred.Refused(
              refusal(Code.E802, "These findings cannot all be true"),
              FindingLines.write(findings).lines().toList());
        }
        case Outcome.TooWide(var width, var bytes, var variables) ->
            new Inferred.Refused(
                refusal(
                    Code.E801,
                    String.format(
                        Locale.ROOT,
                        "An exact answer would hold %d variables together and take about %.1f GB",
                        width,
                        bytes / 1e9)),
                variables.stream().map(Variable::name).toList());
      };
    }

    private Problem refusal(Code code, String because) {
      return Problem.of(code, new Place(opened.source(), new Span(0, 0)), because);
    }
  }
}
