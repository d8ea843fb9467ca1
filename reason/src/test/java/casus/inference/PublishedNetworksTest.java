package casus.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Posteriors and P(evidence) of published networks equal those on which other engines agree.
class PublishedNetworksTest {
  private static final double CLOSE = 1e-9;

  @ParameterizedTest
  @ValueSource(
      strings = {"asia", "child", "alarm", "insurance", "hailfinder", "win95pts", "hepar2"})
  void posteriorsEqualThoseOfOtherEngines(String name) throws IOException {
    var folder = SharedFolder.require("bn");
    var network = PublishedFormatsTest.read(folder.resolve("bif/" + name + ".bif"));
    var evidence = evidence(network, folder.resolve("evid/" + name + ".evid"));
    var circuit = Circuit.compile(network, network.variables().getFirst()).circuit();
    for (var line : Files.readAllLines(folder.resolve("golden/" + name + ".marginals.txt"))) {
      var numbers =
          Arrays.stream(line.strip().split("\\s+")).mapToDouble(Double::parseDouble).toArray();
      var answer = circuit.propagate(evidence.get((int) numbers[0] + 1));
      assertThat(answer.logEvidence()).isCloseTo(numbers[1], within(CLOSE));
      var i = 2;
      for (var variable : network.variables()) {
        for (var p : answer.posterior(variable))
          assertThat(p).isCloseTo(numbers[i++], within(CLOSE));
      }
      assertThat(i).isEqualTo(numbers.length);
    }
  }

  /// The largest take memory and time: all of them with -Dcasus.full=true.
  @ParameterizedTest
  @MethodSource("referenced")
  void junctionTreesAgreeWithOtherEngines(String name) throws IOException {
    var folder = SharedFolder.require("bn");
    var network = PublishedFormatsTest.read(folder.resolve("bif/" + name + ".bif"));
    var evidence = evidence(network, folder.resolve("evid/" + name + ".evid"));
    var tree = JunctionTree.of(network);
    for (var line : Files.readAllLines(folder.resolve("golden/" + name + ".marginals.txt"))) {
      var numbers =
          Arrays.stream(line.strip().split("\\s+")).mapToDouble(Double::parseDouble).toArray();
      var beliefs = tree.infer(evidence.get((int) numbers[0] + 1)).beliefs();
      // The reference for munin1 has no P(evidence): 0 stands there.
      if (!name.equals("munin1") || numbers[0] < 0)
        assertThat(beliefs.logEvidence()).isCloseTo(numbers[1], within(CLOSE));
      var i = 2;
      for (var variable : network.variables()) {
        for (var p : beliefs.posterior(variable))
          assertThat(p).isCloseTo(numbers[i++], within(CLOSE));
      }
      assertThat(i).isEqualTo(numbers.length);
    }
  }

  static List<String> referenced() {
    var names =
        new ArrayList<>(
            List.of(
                "asia",
                "child",
                "alarm",
                "insurance",
                "hailfinder",
                "win95pts",
                "hepar2",
                "water",
                "pathfinder",
                "andes",
                "pigs",
                "mildew",
                "munin2"));
    if (Boolean.getBoolean("casus.full"))
      names.addAll(List.of("munin3", "diabetes", "munin4", "munin", "barley", "link", "munin1"));
    return names;
  }

  /// No reference file: against enumeration.
  @ParameterizedTest
  @ValueSource(strings = {"cancer", "earthquake", "survey", "sachs"})
  void posteriorsEqualEnumeration(String name) throws IOException {
    var folder = SharedFolder.require("bn");
    var network = PublishedFormatsTest.read(folder.resolve("bif/" + name + ".bif"));
    var query = network.variables().getLast();
    var circuit = Circuit.compile(network, query).circuit();
    for (var evidence : evidence(network, folder.resolve("evid/" + name + ".evid"))) {
      var expected = new Enumeration(network, query, network.parameters(), evidence);
      var answer = circuit.propagate(evidence);
      assertThat(answer.evidenceProbability()).isCloseTo(expected.evidence(), within(CLOSE));
      for (var variable : network.variables()) {
        var joint = answer.joint(variable);
        for (var o = 0; o < query.size(); o++) {
          for (var s = 0; s < variable.size(); s++) {
            assertThat(joint[o][s])
                .isCloseTo(
                    expected.joint[variable.index()][o][s] / expected.evidence(), within(CLOSE));
          }
        }
      }
    }
  }

  /// No evidence first, then the sets of the file: how many pairs, then index of the variable and
  /// of its state.
  private static List<Evidence> evidence(Network network, Path file) throws IOException {
    var sets = new ArrayList<>(List.of(Evidence.none()));
    var lines = Files.readAllLines(file);
    for (var line : lines.subList(1, lines.size())) {
      if (line.isBlank()) continue;
      var numbers = Arrays.stream(line.strip().split("\\s+")).mapToInt(Integer::parseInt).toArray();
      var evidence = Evidence.none();
      for (var i = 1; i < numbers.length; i += 2) {
        evidence = evidence.with(network.variables().get(numbers[i]), numbers[i + 1]);
      }
      sets.add(evidence);
    }
    return sets;
  }
}
