package casus.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.fail;

import casus.answer.NetworkAnswer;
import casus.answer.NetworkInquiry;
import casus.answer.NetworkQuestions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What a network is asked, against [Enumeration] on random networks. 100 by default, 2,000 with
/// -Dcasus.full=true.
class NetworkInquiryTest {
  private static final int NETWORKS = Boolean.getBoolean("casus.full") ? 2000 : 100;
  private static final double CLOSE = 1e-9;

  private static NetworkInquiry.Outcome ask(RandomNetworks.Instance instance, int explanations) {
    var network = instance.network();
    return NetworkInquiry.ask(
        network,
        new NetworkQuestions(
            instance.evidence(),
            visible(network),
            explanations,
            new NetworkQuestions.Target(instance.query(), instance.query().size() - 1),
            1000,
            instance.query()));
  }

  /// Only what the sensitivity rests on is compiled.
  private static NetworkAnswer narrow(RandomNetworks.Instance instance) {
    var asked =
        new NetworkQuestions(
            instance.evidence(),
            List.of(),
            0,
            new NetworkQuestions.Target(instance.query(), instance.query().size() - 1),
            1000,
            null);
    return NetworkInquiry.ask(instance.network(), asked)
            instanceof NetworkInquiry.Outcome.Answered(var answer)
        ? answer
        : fail("no answer");
  }

  private static List<Variable> visible(Network network) {
    return network.variables().stream().filter(v -> !network.isHidden(v)).toList();
  }

  @Test
  void answersEqualEnumeration() {
    var parameters = 0;
    for (var seed = 0L; seed < NETWORKS; seed++) {
      var instance = RandomNetworks.instance(seed);
      var network = instance.network();
      var all =
          new Enumeration(network, instance.query(), network.parameters(), instance.evidence());
      switch (ask(instance, 4)) {
        case NetworkInquiry.Outcome.Impossible(var findings) -> {
          assertThat(all.evidence()).as("seed " + seed).isZero();
          assertThat(findings).isNotEmpty();
        }
        case NetworkInquiry.Outcome.TooWide wide -> fail(wide.toString());
        case NetworkInquiry.Outcome.Answered(var answer) -> {
          posteriors(instance, all, answer);
          parameters += sensitivity(instance, all, answer);
          explanations(instance, all, answer);
          information(instance, all, answer);
          sensitivity(instance, all, narrow(instance));
        }
      }
    }
    assertThat(parameters).isGreaterThan(NETWORKS);
  }

  private static void posteriors(
      RandomNetworks.Instance instance, Enumeration all, NetworkAnswer answer) {
    var variables = visible(instance.network());
    assertThat(answer.logEvidence()).isCloseTo(Math.log(all.evidence()), within(CLOSE));
    for (var i = 0; i < variables.size(); i++)
      for (var s = 0; s < variables.get(i).size(); s++) {
        var sum = 0.0;
        for (var row : all.joint[variables.get(i).index()]) sum += row[s];
        assertThat(answer.posteriors().get(i).probabilities()[s])
            .isCloseTo(sum / all.evidence(), within(CLOSE));
      }
  }

  /// Every entry of a table is moved, the rest of its row in proportion, and all is enumerated
  /// anew.
  private static int sensitivity(
      RandomNetworks.Instance instance, Enumeration all, NetworkAnswer answer) {
    var network = instance.network();
    var state = instance.query().size() - 1;
    var told = new HashMap<String, NetworkAnswer.Parameter>();
    var sensitivity = Objects.requireNonNull(answer.sensitivity());
    for (var parameter : sensitivity.parameters()) told.put(parameter.name(), parameter);
    assertThat(sensitivity.parameters())
        .isSortedAccordingTo(
            Comparator.comparingDouble(
                (NetworkAnswer.Parameter one) -> -Math.abs(one.derivative())));
    var found = 0;
    for (var child : network.variables()) {
      if (!(network.model(child) instanceof LocalModel.Table table)) continue;
      for (var row = 0; row < table.values().length / child.size(); row++)
        for (var s = child.size() == 2 ? 1 : 0; s < child.size(); s++) {
          var value = table.values()[row * child.size() + s];
          if (value <= 0 || value >= 1) continue;
          var parameter = told.get(name(child, table, row, s));
          var step = Math.min(value, 1 - value) / 1000;
          var slope =
              (moved(instance, child, row, s, value + step, state)
                      - moved(instance, child, row, s, value - step, state))
                  / (2 * step);
          if (parameter == null) {
            assertThat(slope).isCloseTo(0, within(1e-6));
            continue;
          }
          found++;
          assertThat(parameter.value()).isEqualTo(value);
          assertThat(parameter.derivative())
              .isCloseTo(slope, within(1e-4 * Math.max(1, Math.abs(slope))));
          same(parameter.less(), moved(instance, child, row, s, Math.max(0, value - 0.1), state));
          same(parameter.more(), moved(instance, child, row, s, Math.min(1, value + 0.1), state));
        }
    }
    assertThat(all.byQuery[state] / all.evidence())
        .isCloseTo(sensitivity.probability(), within(CLOSE));
    return found;
  }

  private static void same(double ours, double theirs) {
    if (Double.isNaN(theirs)) assertThat(ours).isNaN();
    else assertThat(ours).isCloseTo(theirs, within(CLOSE));
  }

  private static double moved(
      RandomNetworks.Instance instance, Variable child, int row, int s, double to, int state) {
    var parameters = instance.network().parameters();
    var start = instance.network().parameterOffset(child) + row * child.size();
    var rest = 1 - parameters[start + s];
    for (var other = 0; other < child.size(); other++)
      parameters[start + other] = other == s ? to : parameters[start + other] / rest * (1 - to);
    var all =
        new Enumeration(instance.network(), instance.query(), parameters, instance.evidence());
    return all.evidence() == 0 ? Double.NaN : all.byQuery[state] / all.evidence();
  }

  private static String name(Variable child, LocalModel.Table table, int row, int s) {
    var given = "";
    var rest = row;
    for (var i = table.parents().size() - 1; i >= 0; i--) {
      var parent = table.parents().get(i);
      var one = parent.name() + " = " + parent.states().get(rest % parent.size());
      given = given.isEmpty() ? one : one + ", " + given;
      rest /= parent.size();
    }
    return "P("
        + child.name()
        + " = "
        + child.states().get(s)
        + (given.isEmpty() ? "" : " | " + given)
        + ")";
  }

  /// The best by evidence on everything: the probability of each assignment of what is visible.
  private static void explanations(
      RandomNetworks.Instance instance, Enumeration all, NetworkAnswer answer) {
    var network = instance.network();
    var hidden = network.variables().stream().anyMatch(network::isHidden);
    assertThat(answer.explanations()).isNotEmpty();
    assertThat(answer.explanations().getFirst().probability())
        .isCloseTo(all.best / all.evidence(), within(CLOSE));
    var seen = new HashSet<List<NetworkAnswer.State>>();
    for (var explained : answer.explanations()) assertThat(seen.add(explained.states())).isTrue();
    if (hidden) return;
    var probabilities = new double[answer.explanations().size()];
    for (var i = 0; i < probabilities.length; i++)
      probabilities[i] = answer.explanations().get(i).probability();
    var expected = best(instance, probabilities.length);
    for (var i = 0; i < probabilities.length; i++)
      assertThat(probabilities[i]).isCloseTo(expected[i] / all.evidence(), within(CLOSE));
  }

  private static double[] best(RandomNetworks.Instance instance, int count) {
    var variables = instance.network().variables();
    var states = new int[variables.size()];
    var found = new ArrayList<Double>();
    while (true) {
      found.add(joint(instance, states));
      var i = states.length - 1;
      while (i >= 0 && ++states[i] == variables.get(i).size()) states[i--] = 0;
      if (i < 0) break;
    }
    found.sort(Comparator.reverseOrder());
    return found.stream().limit(count).mapToDouble(Double::doubleValue).toArray();
  }

  private static double joint(RandomNetworks.Instance instance, int[] states) {
    var network = instance.network();
    var product = 1.0;
    for (var variable : network.variables()) {
      var row = 0;
      switch (network.model(variable)) {
        case LocalModel.Table table -> {
          for (var parent : table.parents()) row = row * parent.size() + states[parent.index()];
        }
        case LocalModel.Fold fold -> {
          for (var i = 0; i < fold.parents().size(); i++)
            row = fold.next()[i][row][states[fold.parents().get(i).index()]];
        }
      }
      product *=
          Network.values(network.model(variable))[row * variable.size() + states[variable.index()]];
      product *= instance.evidence().likelihood(variable)[states[variable.index()]];
    }
    return product;
  }

  private static void information(
      RandomNetworks.Instance instance, Enumeration all, NetworkAnswer answer) {
    var telling = Objects.requireNonNull(answer.information());
    Map<String, Double> told = new HashMap<>();
    for (var one : telling.variables()) told.put(one.variable(), one.bits());
    for (var variable : visible(instance.network())) {
      var bits = told.get(variable.name());
      if (bits == null) continue;
      assertThat(bits).isCloseTo(mutual(all.joint[variable.index()]), within(CLOSE));
    }
  }

  private static double mutual(double[][] joint) {
    var total = Arrays.stream(joint).flatMapToDouble(Arrays::stream).sum();
    var bits = 0.0;
    for (var x = 0; x < joint.length; x++)
      for (var y = 0; y < joint[x].length; y++) {
        if (joint[x][y] == 0) continue;
        var column = 0.0;
        for (var row : joint) column += row[y];
        bits +=
            joint[x][y]
                / total
                * Math.log(joint[x][y] * total / Arrays.stream(joint[x]).sum() / column)
                / Math.log(2);
      }
    return bits;
  }
}
