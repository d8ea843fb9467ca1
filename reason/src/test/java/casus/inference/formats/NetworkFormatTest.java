package casus.inference.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.fail;

import casus.inference.Circuit;
import casus.inference.Evidence;
import casus.inference.LocalModel;
import casus.inference.Network;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkFormatTest {
  static final Map<NetworkFormat, String> GARDEN =
      new EnumMap<>(
          Map.of(
              NetworkFormat.BIF, NetworkTexts.BIF,
              NetworkFormat.XMLBIF, NetworkTexts.XMLBIF,
              NetworkFormat.XDSL, NetworkTexts.XDSL,
              NetworkFormat.NET, NetworkTexts.NET,
              NetworkFormat.UAI, NetworkTexts.UAI));

  static Reading.Read read(NetworkFormat format, String text) {
    return switch (format.read(text)) {
      case Reading.Read read -> read;
      case Reading.Malformed malformed -> fail(malformed.faults().toString());
    };
  }

  static String written(NetworkFormat format, Network network) {
    return switch (format.write(network)) {
      case Writing.Written written -> written.text();
      case Writing.Unwritable unwritable -> fail(unwritable.reasons().toString());
    };
  }

  static double[] posterior(Network network, String variable, Evidence evidence) {
    return Circuit.compile(network, network.variable(variable))
        .circuit()
        .propagate(evidence)
        .posterior();
  }

  private static double[] values(Network network, String variable) {
    return network.model(network.variable(variable)) instanceof LocalModel.Table table
        ? table.values()
        : new double[0];
  }

  @Test
  void oneNetworkIsTheSameInEveryFormat() {
    GARDEN.forEach((format, text) -> {
      var read = read(format, text);
      assertThat(read.notes()).isEmpty();
      var named = format != NetworkFormat.UAI;
      var network = read.network();
      var lawn = network.variable(named ? "the lawn" : "x1");
      assertThat(lawn.states())
          .isEqualTo(named ? List.of("dry", "a bit damp", "wet") : List.of("0", "1", "2"));
      assertThat(network.model(lawn).parents())
          .extracting("name")
          .isEqualTo(named ? List.of("rain", "sprinkler") : List.of("x0", "x2"));
      assertThat(values(network, lawn.name()))
          .containsExactly(
              new double[] {0.9, 0.1, 0, 0.1, 0.3, 0.6, 0.2, 0.3, 0.5, 0.01, 0.19, 0.8},
              within(1e-15));
      assertThat(values(network, named ? "sprinkler" : "x2"))
          .containsExactly(new double[] {0.6, 0.4, 0.99, 0.01}, within(1e-15));
    });
  }

  @Test
  void aBifTableListsTheChildSlowest() {
    var network =
        read(
                NetworkFormat.BIF,
                """
                variable a { type discrete [2] { t, f }; }
                variable b { type discrete [2] { t, f }; }
                probability ( a b ) { table 0.6 0.05 0.4 0.95; }
                probability ( b ) { table 0.15 0.85; }
                """)
            .network();
    assertThat(values(network, "a")).containsExactly(0.6, 0.4, 0.05, 0.95);
  }

  @Test
  void namesThatAFormatCannotHoldComeBack() {
    var names =
        List.of(
            "",
            " ",
            "a b",
            "9",
            "_",
            "x_u0020_",
            "x_u_",
            "x_u0078_",
            "\"",
            "\\",
            "a\nb",
            "é",
            "𝕏",
            "\ud835",
            "a//b",
            "//",
            "/*",
            "%",
            "{}();|,",
            "<&>",
            "]]>",
            " edge ",
            "\u0000",
            "x_u00e9_",
            "table",
            "x");
    for (var format :
        List.of(NetworkFormat.BIF, NetworkFormat.XMLBIF, NetworkFormat.XDSL, NetworkFormat.NET)) {
      var builder = Network.builder();
      for (var name : names) {
        var variable = builder.addVariable(name, names);
        var values = new double[names.size()];
        values[0] = 0.25;
        values[1] = 0.75;
        builder.prior(variable, values);
      }
      var back = read(format, written(format, builder.build())).network();
      assertThat(back.variables()).extracting("name").isEqualTo(names);
      for (var variable : back.variables()) assertThat(variable.states()).isEqualTo(names);
    }
  }

  @Test
  void whatOnlyLooksEscapedIsLeftAlone() {
    // No writer of this format escapes a letter.
    assertThat(Spelling.IDENTIFIER.read("max_u0041_kg")).isEqualTo("max_u0041_kg");
    assertThat(Spelling.IDENTIFIER.read("x_2000_")).isEqualTo("x_2000_");
    assertThat(Spelling.IDENTIFIER.written("a b")).isEqualTo("ax_u0020_b");
  }

  @Test
  void aNoisyMaxEntersFactorisedAndLeavesAsItCame() {
    var network = read(NetworkFormat.XDSL, NetworkTexts.NOISY_MAX).network();
    assertThat(network.model(network.variable("damage"))).isInstanceOf(LocalModel.Fold.class);
    assertThat(network.variables().stream().filter(network::isHidden)).hasSize(3);
    // P(no damage | low oil, old) = 0.4 · 0.7 · 0.97; P(at most light) = 0.9 · 0.95 · 0.99.
    var evidence =
        Evidence.none().with(network.variable("oil"), "low").with(network.variable("age"), "old");
    var none = 0.4 * 0.7 * 0.97;
    var atMostLight = 0.9 * 0.95 * 0.99;
    assertThat(posterior(network, "damage", evidence))
        .containsExactly(new double[] {1 - atMostLight, atMostLight - none, none}, within(1e-12));
    // State none of the oil is the strongest.
    evidence = evidence.with(network.variable("oil"), "none");
    assertThat(posterior(network, "damage", evidence)[2])
        .isCloseTo(0.1 * 0.7 * 0.97, within(1e-12));

    var factorised = written(NetworkFormat.XDSL, network);
    assertThat(factorised).contains("<noisymax id=\"damage\">").contains("<strengths>0 2 1 0 1<");
    for (var format : NetworkFormat.values()) {
      var back = read(format, written(format, network)).network();
      var name = format == NetworkFormat.UAI ? "x2" : "damage";
      assertThat(posterior(back, name, Evidence.none()))
          .containsExactly(posterior(network, "damage", Evidence.none()), within(1e-12));
    }
  }

  @Test
  void aNoisyMaxTooLargeForATableIsWrittenAsItselfOrRefused() {
    var builder = Network.builder();
    var causes = new ArrayList<casus.inference.Variable>();
    var contributions = new double[30][];
    for (var i = 0; i < contributions.length; i++) {
      var cause = builder.addVariable("cause" + i, "present", "absent");
      builder.prior(cause, 0.1, 0.9);
      causes.add(cause);
      contributions[i] = new double[] {0.1, 0.2, 0.7, 0, 0, 1};
    }
    var effect = builder.addVariable("effect", "strong", "weak", "none");
    builder.noisyMin(effect, causes, contributions, new double[] {0, 0.1, 0.9});
    var network = builder.build();
    var back = read(NetworkFormat.XDSL, written(NetworkFormat.XDSL, network)).network();
    assertThat(back.parameters()).isEqualTo(network.parameters());
    assertThat(NetworkFormat.BIF.write(network))
        .isEqualTo(
            new Writing.Unwritable(
                List.of("effect would need a table of more than 1048576 entries")));
  }

  @Test
  void foldsAreWrittenAsTables() {
    var builder = Network.builder();
    var voters = new ArrayList<casus.inference.Variable>();
    for (var i = 0; i < 4; i++) {
      voters.add(builder.addBinary("voter" + i));
      builder.prior(voters.get(i), 0.3, 0.7);
    }
    builder.threshold(builder.addBinary("carried"), voters, 3);
    var wet = builder.addBinary("wet");
    builder.noisyOr(wet, voters, new double[] {0.1, 0.2, 0.3, 0.4}, 0.05);
    var network = builder.build();
    for (var format : NetworkFormat.values()) {
      var back = read(format, written(format, network)).network();
      assertThat(back.variables()).hasSize(6);
      for (var variable : List.of("carried", "wet")) {
        var name = format == NetworkFormat.UAI ? variable.equals("wet") ? "x5" : "x4" : variable;
        assertThat(posterior(back, name, Evidence.none()))
            .containsExactly(posterior(network, variable, Evidence.none()), within(1e-12));
      }
    }
  }

  @Test
  void aSharedHiddenVariableIsRefused() {
    var builder = Network.builder();
    var luck = builder.addHidden("luck", "bad", "good");
    builder.prior(luck, 0.5, 0.5);
    builder.table(builder.addBinary("win"), List.of(luck), 1, 0, 0, 1);
    builder.table(builder.addBinary("joy"), List.of(luck), 1, 0, 0, 1);
    assertThat(NetworkFormat.NET.write(builder.build()))
        .isEqualTo(
            new Writing.Unwritable(
                List.of(
                    "win depends on luck, which is hidden and serves other variables too",
                    "joy depends on luck, which is hidden and serves other variables too")));
  }

  @Test
  void rowsNearOneAreRenormalisedAndFurtherOnesNoted() {
    var silent = read(NetworkFormat.UAI, "BAYES 1 3 1 1 0 3 0.333333 0.333333 0.333333");
    assertThat(silent.notes()).isEmpty();
    assertThat(silent.network().parameters())
        .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-15));
    var noted = read(NetworkFormat.UAI, "BAYES 1 3 1 1 0 3 0.3333 0.3333 0.3333");
    assertThat(noted.notes())
        .extracting(Fault::message)
        .containsExactly(
            "1:19: found 1 row of \"x0\" not summing to 1, renormalised, expected a sum of 1");
  }

  @Test
  void aPotentialWithoutDataIsUniformAndNoted() {
    var read = read(NetworkFormat.NET, "node a { states = (\"t\" \"f\"); } potential (a) { }");
    assertThat(read.network().parameters()).containsExactly(0.5, 0.5);
    assertThat(read.notes())
        .extracting(Fault::message)
        .containsExactly("1:43: found no data for \"a\", taken as uniform, expected \"data\"");
  }

  @Test
  void evidenceAndMarginalsAreReadAndWritten() {
    var network = read(NetworkFormat.BIF, NetworkTexts.BIF).network();
    var rain = network.variable("rain");
    var lawn = network.variable("the lawn");
    var evidence = Evidence.none().with(rain, 1).with(lawn, 2);
    assertThat(UaiEvidence.write(evidence, network))
        .isEqualTo(new Writing.Written("2 0 1 1 2\n", List.of()));
    for (var text : List.of("2 0 1 1 2\n", "1\n2 1 2 0 1")) {
      assertThat(UaiEvidence.read(text, network))
          .isInstanceOfSatisfying(
              UaiEvidence.Sets.Read.class,
              read -> {
                assertThat(read.evidence()).hasSize(1);
                assertThat(read.evidence().getFirst()).hasToString(evidence.toString());
              });
    }
    assertThat(UaiEvidence.write(Evidence.none().withLikelihood(lawn, 1, 0.5, 0), network))
        .isEqualTo(new Writing.Unwritable(List.of("the lawn is left in more than one state")));
    assertThat(UaiEvidence.read("1 1 3", network))
        .isInstanceOfSatisfying(
            UaiEvidence.Sets.Malformed.class,
            malformed ->
                assertThat(malformed.faults())
                    .extracting(Fault::message)
                    .containsExactly("1:5: found 3 as a state, expected at most 2"));
    var answer = Circuit.compile(network, rain).circuit().propagate(evidence);
    var text = UaiMarginals.write(network, answer);
    assertThat(text).startsWith("MAR\n3 2 0.0 1.0 3 0.0 0.0 1.0 2 ");
    assertThat(UaiMarginals.read(text)).isEqualTo(UaiMarginals.read(text.replace("MAR", "MAR\n1")));
    assertThat(UaiMarginals.read("MAR 1 2000000000 0.5"))
        .isInstanceOfSatisfying(
            UaiMarginals.Marginals.Malformed.class,
            malformed ->
                assertThat(malformed.faults())
                    .extracting(Fault::message)
                    .containsExactly(
                        "1:7: found 2000000000 as the number of states, expected at most 7"
                            + " (the file ends before more could follow)"));
  }

  @Test
  void formatsAreKnownByTheEndingsOfFiles() {
    assertThat(NetworkFormat.ofFileName("a/Asia.BIF")).contains(NetworkFormat.BIF);
    assertThat(NetworkFormat.ofFileName("a.xdsl")).contains(NetworkFormat.XDSL);
    assertThat(NetworkFormat.ofFileName("a.docx")).isEmpty();
  }
}
