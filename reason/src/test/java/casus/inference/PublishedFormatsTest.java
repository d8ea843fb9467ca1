package casus.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.fail;

import casus.inference.formats.NetworkFormat;
import casus.inference.formats.Reading;
import casus.inference.formats.UaiEvidence;
import casus.inference.formats.Writing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Files of other programs are read, mean what those programs say, and come back unchanged from
/// every format. Networks above 100,000 parameters make the round trip with -Dcasus.full=true.
class PublishedFormatsTest {
  private static final int LARGEST = Boolean.getBoolean("casus.full") ? Integer.MAX_VALUE : 100_000;

  /// The network of a file, which must be sound.
  static Network read(Path file) throws IOException {
    var format = NetworkFormat.ofFileName(file.getFileName().toString()).orElseThrow();
    return read(format, Files.readString(file));
  }

  private static Network read(NetworkFormat format, String text) {
    return switch (format.read(text)) {
      case Reading.Read read -> read.network();
      case Reading.Malformed malformed -> fail(malformed.faults().toString());
    };
  }

  @Test
  void allNetworksOfTheRepositoryAreReadAndComeBackFromEveryFormat() throws IOException {
    var folder = SharedFolder.require("bn").resolve("bif");
    var count = 0;
    try (var files = Files.list(folder)) {
      for (var file : files.sorted().toList()) {
        var network = read(file);
        count++;
        if (network.parameterCount() > LARGEST) continue;
        for (var format : NetworkFormat.values()) assertComesBack(network, format, file);
      }
    }
    assertThat(count).isEqualTo(24);
  }

  private static void assertComesBack(Network network, NetworkFormat format, Path file) {
    var what = format + " of " + file.getFileName();
    if (!(format.write(network) instanceof Writing.Written written)) {
      fail(what);
      return;
    }
    var back = read(format, written.text());
    var named = format != NetworkFormat.UAI;
    assertThat(back.variables()).as(what).hasSameSizeAs(network.variables());
    for (var variable : network.variables()) {
      var same = named ? back.variable(variable.name()) : back.variables().get(variable.index());
      if (named) assertThat(same.states()).as(what).isEqualTo(variable.states());
      var parents = network.model(variable).parents();
      var sameParents = back.model(same).parents();
      assertThat(sameParents).as(what).hasSameSizeAs(parents);
      for (var i = 0; i < parents.size(); i++) {
        if (named) assertThat(sameParents.get(i).name()).isEqualTo(parents.get(i).name());
        else assertThat(sameParents.get(i).index()).isEqualTo(parents.get(i).index());
      }
      var values = Network.values(network.model(variable));
      var sameValues = Network.values(back.model(same));
      assertThat(sameValues).as(what).hasSameSizeAs(values);
      for (var i = 0; i < values.length; i++) {
        if (Math.abs(values[i] - sameValues[i]) > 1e-12) fail(what + ": " + variable.name());
      }
    }
  }

  @Test
  void everyFileOfAKnownFormatIsReadOrRefusedForTheRightReason() throws IOException {
    var folder = SharedFolder.require("bn").resolve("formats");
    var refused = new TreeMap<String, String>();
    var count = 0;
    try (var files = Files.list(folder)) {
      for (var file : files.sorted().toList()) {
        var name = file.getFileName().toString();
        var format = NetworkFormat.ofFileName(name);
        if (format.isEmpty()) continue;
        count++;
        switch (format.get().read(Files.readString(file))) {
          case Reading.Malformed malformed ->
              refused.put(name, malformed.faults().getFirst().message());
          case Reading.Read read -> {
            assertThat(read.notes()).as(name).isEmpty();
            for (var to : NetworkFormat.values()) {
              if (read.network().variables().stream().noneMatch(read.network()::isHidden)) {
                assertComesBack(read.network(), to, file);
              }
            }
          }
        }
      }
    }
    assertThat(count).isEqualTo(17);
    assertThat(refused)
        .isEqualTo(
            Map.of(
                "grid4x4.uai",
                "1:1: found a Markov network, expected a Bayesian network (\"BAYES\")",
                "influence_diagram_OilWildcater.bifxml",
                "7:17: found a variable of type \"decision\", expected \"nature\", a chance"
                    + " variable"));
  }

  @Test
  void theFilesMeanWhatTheirProgramsSay() throws IOException {
    var folder = SharedFolder.require("bn").resolve("formats");
    probability(folder, "rain.xdsl", "grass_wet", "yes", 0.589);
    probability(folder, "dog.xml", "light-on", "true", 0.1325);
    probability(folder, "chest_clinic.net", "D", "yes", 0.4359706);
    // The leak, the broken equipment and the human error each let the accident happen.
    probability(folder, "NoisyAND.xdsl", "Accident", "Accident", 0.95 * 0.216 * 0.19);
    probability(folder, "Animals.xdsl", "WarmBlooded", "True", 0.8);
    probability(folder, "VentureBNExpanded.xdsl", "Forecast", "Good", 0.226);
    probability(folder, "unbbayes_NoisyOr.net", "C1", "no", 0.421875);
    var alarm = read(folder.resolve("../bif/alarm.bif"));
    probability(folder, "alarm.net", "BP", "LOW", marginal(alarm, "BP", "LOW"));
    // That file lists the parents of some variables in another order than their tables have: only
    // what has one parent at most can be compared.
    var intubation = marginal(alarm, "INTUBATION", "NORMAL");
    probability(folder, "alarm.bifxml", "INTUBATION", "NORMAL", intubation);
  }

  private static void probability(
      Path folder, String file, String variable, String state, double expected) throws IOException {
    assertThat(marginal(read(folder.resolve(file)), variable, state))
        .as(file)
        .isCloseTo(expected, within(1e-9));
  }

  private static double marginal(Network network, String name, String state) {
    var variable = network.variable(name);
    var circuit = Circuit.compile(network, variable).circuit();
    return circuit.propagate(Evidence.none()).posterior()[variable.states().indexOf(state)];
  }

  @Test
  void evidenceSetsAreRead() throws IOException {
    var folder = SharedFolder.require("bn");
    var network = read(folder.resolve("bif/asia.bif"));
    var text = Files.readString(folder.resolve("evid/asia.evid"));
    if (!(UaiEvidence.read(text, network) instanceof UaiEvidence.Sets.Read read)) {
      fail("evidence");
      return;
    }
    assertThat(read.evidence()).hasSize(10);
    assertThat(read.evidence().getFirst().variables()).containsExactly(network.variables().get(6));
  }
}
