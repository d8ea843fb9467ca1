package casus.answer;

import casus.inference.Evidence;
import casus.inference.Variable;
import casus.model.Condition;
import casus.model.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// What if we learned this, what if somebody did that: scenarios condition, levers intervene.
final class ScenarioAnswers {
  private ScenarioAnswers() {}

  static List<ScenarioAnswer> scenarios(Inquiry inquiry) {
    return inquiry.dossier().scenarios().stream().map(s -> scenario(inquiry, s)).toList();
  }

  private static ScenarioAnswer scenario(Inquiry inquiry, Scenario scenario) {
    var network = inquiry.network();
    var supposes = new ArrayList<String>();
    var evidence = inquiry.evidence();
    for (var setting : scenario.overrides()) {
      supposes.add(Wording.of(setting));
      evidence = network.set(evidence, setting.fact(), setting.value());
    }
    var overridden = evidence;
    var contradicted = new ArrayList<String>();
    for (var condition : scenario.suppose()) {
      supposes.add(Wording.of(condition, inquiry.dossier()));
      evidence = supposing(inquiry, evidence, condition, contradicted);
    }
    var propagation = inquiry.circuit().propagate(inquiry.parameters(), evidence);
    if (propagation.isImpossible())
      contradicted.addAll(propagation.conflict().stream().map(Variable::name).toList());
    if (!contradicted.isEmpty())
      return new ScenarioAnswer(
          scenario.id(),
          scenario.text(),
          supposes,
          0,
          inquiry.question().outcomes().stream().map(_ -> Double.NaN).toList(),
          new Interval(Double.NaN, Double.NaN),
          contradicted.stream().distinct().collect(Collectors.joining(", ")));
    var before = inquiry.circuit().propagate(inquiry.parameters(), overridden);
    var chance =
        scenario.overrides().isEmpty()
            ? Math.exp(propagation.logEvidence() - before.logEvidence())
            : Double.NaN;
    return new ScenarioAnswer(
        scenario.id(),
        scenario.text(),
        supposes,
        chance,
        boxed(propagation.posterior()),
        Outcomes.range(inquiry.overReadings(evidence), inquiry.subject(), false),
        null);
  }

  /// The evidence with a condition supposed.
  ///
  /// @param contradicted where to note a condition that cannot hold
  static Evidence supposing(
      Inquiry inquiry, Evidence evidence, Condition condition, List<String> contradicted) {
    var network = inquiry.network();
    var literal = network.literal(network.grounding().condition(condition));
    if (literal.isConstant()) {
      if (!literal.positive()) contradicted.add(Wording.of(condition, inquiry.dossier()));
      return evidence;
    }
    var variable = Objects.requireNonNull(literal.variable());
    var state = literal.positive() ? 1 : 0;
    if (evidence.has(variable) && evidence.likelihood(variable)[state] == 0) {
      contradicted.add(Wording.of(condition, inquiry.dossier()));
      return evidence;
    }
    return network.with(evidence, literal);
  }

  static List<LeverAnswer> levers(Inquiry inquiry) {
    var before = boxed(inquiry.headline().posterior());
    var answers = new ArrayList<LeverAnswer>();
    for (var lever : inquiry.dossier().levers()) {
      var evidence = inquiry.evidence();
      for (var setting : lever.set())
        evidence = inquiry.network().set(evidence, setting.fact(), setting.value());
      var after = inquiry.circuit().propagate(inquiry.parameters(), evidence).posterior();
      answers.add(
          new LeverAnswer(
              lever.id(),
              lever.text(),
              lever.by(),
              lever.set().stream().map(Wording::of).toList(),
              before,
              boxed(after),
              Outcomes.range(inquiry.overReadings(evidence), inquiry.subject(), false)));
    }
    return List.copyOf(answers);
  }

  private static List<Double> boxed(double[] probabilities) {
    return Arrays.stream(probabilities).boxed().toList();
  }
}
