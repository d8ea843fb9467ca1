package casus.answer;

import casus.inference.Circuit;
import casus.inference.Evidence;
import casus.inference.Variable;
import casus.model.Condition;
import casus.model.Dossier;
import casus.model.Fact;
import casus.model.Indicator;
import casus.network.Built;
import casus.network.DossierNetwork;
import casus.network.NetworkBuilder;
import casus.treaty.Acts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The effect of every statement of a dossier on its answers: the outcomes, and the status of the
/// act that it asks about, overall and if requested, each under the headline's readings and under
/// every other reading of one term.
///
/// Facts are set one way and the other, not learned: learning a fact on which nothing rests still
/// discredits whoever spoke of it, and so would seem to matter. Claims are withdrawn, signs
/// unobserved, reasons left out.
final class Effects {
  /// One part in a thousand of the odds.
  private static final double LOGITS = 1e-3;

  /// What an open sign tells.
  private static final double BITS = 1e-4;

  /// Whatever moves below this, or above 1 minus this, is not seen.
  private static final double VISIBLE = 1e-4;

  private final Inquiry inquiry;
  private final DossierNetwork network;
  private final double[] parameters;
  private final Circuit outcome;
  private final @Nullable Circuit status;
  private final @Nullable Variable request;
  private final double[] now;
  private final List<Effect> effects = new ArrayList<>();

  private Effects(Dossier dossier) {
    inquiry = Dossiers.open(dossier);
    network = settable(dossier);
    parameters = network.parameters(network.points());
    outcome = circuit(network.outcome(inquiry.question().id()));
    var act = Acts.all(dossier).stream().findFirst();
    request = act.map(could -> network.fact("request(" + could.act().target() + ")")).orElse(null);
    status = act.map(could -> circuit(network.status(could))).orElse(null);
    now = answers(network.observed());
  }

  static List<Effect> of(Dossier dossier) {
    var effects = new Effects(dossier);
    effects.facts();
    effects.claims();
    effects.signs();
    effects.levers();
    effects.scenarios();
    effects.reasons();
    return List.copyOf(effects.effects);
  }

  private Circuit circuit(Variable query) {
    return Circuit.compile(network.network(), query).circuit();
  }

  /// The dossier's network, in which every fact can be set.
  private static DossierNetwork settable(Dossier dossier) {
    var facts = dossier.facts().stream().map(Fact::id).collect(Collectors.toSet());
    return switch (NetworkBuilder.build(
        dossier, Set.copyOf(facts), List.<Condition>of(), Acts.all(dossier))) {
      case Built.Ready(var ready) -> ready;
      case Built.TooManyReasons(var names) -> throw new AssertionError(names);
    };
  }

  private double[] answers(Evidence evidence) {
    var all = new ArrayList<double[]>(List.of(outcome.posteriors(parameters, under(evidence))));
    if (status != null) {
      all.addAll(List.of(status.posteriors(parameters, under(evidence))));
      if (request != null)
        all.addAll(List.of(status.posteriors(parameters, under(evidence.with(request, 1)))));
    }
    return all.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  /// The headline's readings, and every other reading of one term.
  private List<Evidence> under(Evidence evidence) {
    var under = new ArrayList<>(List.of(evidence));
    for (var issue : inquiry.issues())
      for (var reading = 1; reading < issue.readings().size(); reading++)
        under.add(network.read(evidence, issue.id(), reading));
    return under;
  }

  private void facts() {
    for (var fact : inquiry.dossier().facts())
      note(
          "fact",
          fact.id(),
          largest(
              answers(network.set(network.observed(), fact.id(), true)),
              answers(network.set(network.observed(), fact.id(), false))));
  }

  private void claims() {
    for (var claim : inquiry.dossier().claims()) {
      var variable = network.claim(claim.id());
      note("claim", claim.id(), variable == null ? 0 : without(variable));
    }
  }

  private double without(Variable observed) {
    return largest(now, answers(network.observed().without(observed)));
  }

  private void signs() {
    var told = new HashMap<String, Double>();
    Movers.watch(inquiry).forEach(row -> told.put(row.id(), row.bits()));
    for (var sign : inquiry.dossier().indicators()) {
      var variable = network.indicator(sign.id());
      var open = sign.observation() instanceof Indicator.Observation.None;
      if (open) effects.add(new Effect("sign", sign.id(), told.getOrDefault(sign.id(), 0.0), BITS));
      else note("sign", sign.id(), variable == null ? 0 : without(variable));
    }
  }

  private void levers() {
    for (var lever : ScenarioAnswers.levers(inquiry))
      note("lever", lever.id(), largest(array(lever.before()), array(lever.after())));
  }

  private void scenarios() {
    var before = inquiry.headline().posterior();
    for (var scenario : ScenarioAnswers.scenarios(inquiry))
      note("scenario", scenario.id(), largest(before, array(scenario.outcomes())));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(value -> value).toArray();
  }

  /// Leaving out a reason for any outcome moves the first one too.
  private void reasons() {
    var counted = CountedReasons.of(inquiry);
    var without = ReasonShares.of(inquiry, counted, 0).without();
    var before = inquiry.headline().posterior()[0];
    Map<String, Double> moved = new HashMap<>();
    for (var i = 0; i < without.length; i++)
      moved.put(counted.rows().get(i).reason().id(), Math.abs(logit(before) - logit(without[i])));
    for (var weighing : inquiry.dossier().weighings())
      for (var reason : weighing.reasons())
        note("reason", reason.id(), moved.getOrDefault(reason.id(), 0.0));
  }

  private void note(String kind, String id, double size) {
    effects.add(new Effect(kind, id, size, LOGITS));
  }

  private static double largest(double[] one, double[] other) {
    var largest = 0.0;
    for (var i = 0; i < one.length; i++)
      largest = Math.max(largest, Math.abs(logit(one[i]) - logit(other[i])));
    return largest;
  }

  private static double logit(double probability) {
    var visible = Math.clamp(probability, VISIBLE, 1 - VISIBLE);
    return Math.log(visible) - Math.log(1 - visible);
  }
}
