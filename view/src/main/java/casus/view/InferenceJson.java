package casus.view;

import casus.answer.NetworkAnswer;
import casus.text.Problem;
import java.util.List;

/// What a network answers as JSON, as `docs/json.md` and `docs/schema/inference.schema.json`
/// describe it.
public final class InferenceJson {
  /// Raised when a field changes its meaning or goes; new fields do not raise it.
  public static final int VERSION = 1;

  private InferenceJson() {}

  /// The whole document, ending in a line feed.
  ///
  /// @param findings `name = state`
  /// @param problems warnings of reading the network
  public static String of(
      String file,
      int variables,
      List<String> findings,
      NetworkAnswer answer,
      List<Problem> problems) {
    return JsonOut.document(out ->
        out.count("version", VERSION)
            .text("file", file)
            .count("variables", variables)
            .texts("findings", findings)
            .number("logEvidence", answer.logEvidence())
            .array("posteriors", answer.posteriors(), InferenceJson::posterior)
            .array("explanations", answer.explanations(), InferenceJson::explained)
            .object("sensitivity", answer.sensitivity(), InferenceJson::sensitivity)
            .object("information", answer.information(), InferenceJson::telling)
            .object(
                "engine",
                answer.engine(),
                (o, engine) ->
                    o.text("method", engine.method())
                        .count("cliques", engine.cliques())
                        .count("width", engine.width())
                        .texts("widest", engine.widest())
                        .number("states", engine.states())
                        .count("entries", engine.entries())
                        .count("bytes", engine.bytes()))
            .array("problems", problems, AssessmentJson::problem));
  }

  private record StateProbability(String state, double probability) {}

  private static void posterior(JsonOut out, NetworkAnswer.Posterior posterior) {
    var states = new java.util.ArrayList<StateProbability>();
    for (var s = 0; s < posterior.states().size(); s++)
      states.add(new StateProbability(posterior.states().get(s), posterior.probabilities()[s]));
    out.text("variable", posterior.variable())
        .flag("observed", posterior.observed())
        .array(
            "states",
            states,
            (o, one) -> o.text("state", one.state()).probability("probability", one.probability()));
  }

  private static void explained(JsonOut out, NetworkAnswer.Explained explained) {
    out.probability("probability", explained.probability())
        .array(
            "states",
            explained.states(),
            (o, one) -> o.text("variable", one.variable()).text("state", one.state()));
  }

  private static void sensitivity(JsonOut out, NetworkAnswer.Sensitivity sensitivity) {
    out.text("variable", sensitivity.variable())
        .text("state", sensitivity.state())
        .probability("probability", sensitivity.probability())
        .array(
            "parameters",
            sensitivity.parameters(),
            (o, one) ->
                o.text("name", one.name())
                    .probability("value", one.value())
                    .number("derivative", one.derivative())
                    .probability("less", one.less())
                    .probability("more", one.more()));
  }

  private static void telling(JsonOut out, NetworkAnswer.Telling telling) {
    out.text("variable", telling.variable())
        .number("entropy", telling.entropy())
        .array(
            "variables",
            telling.variables(),
            (o, one) -> o.text("variable", one.variable()).number("bits", one.bits()));
  }
}
