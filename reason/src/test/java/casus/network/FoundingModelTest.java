package casus.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casus.check.Checker;
import casus.check.Files.Reading;
import casus.inference.Circuit;
import casus.inference.Evidence;
import casus.inference.Propagation;
import casus.inference.Variable;
import casus.model.Condition;
import casus.model.Dossier;
import casus.text.SourceText;
import casus.treaty.Pathway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// Every number of the founding model, which was compiled by hand to a discrete model and
/// enumerated, rounded to five places: from records put together by hand, and from the file.
@ParameterizedClass
@MethodSource("dossiers")
class FoundingModelTest {
  private static final double CLOSE = 1e-5;
  private static final List<Condition> EVENTS =
      List.of(Draft.holds("request(BLR)"), Draft.holds("hostile"));

  private final DossierNetwork network;
  private final Circuit circuit;

  FoundingModelTest(Origin origin) {
    network = Draft.network(origin.dossier(), Set.of(), EVENTS, List.of(FoundingDossier.USE_FORCE));
    circuit = Circuit.compile(network.network(), network.outcome("troops")).circuit();
  }

  /// @param name how the dossier was come by
  record Origin(String name, Dossier dossier) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Origin> dossiers() throws IOException {
    return List.of(
        new Origin("put together by hand", FoundingDossier.dossier()),
        new Origin("read from its file", fromFile()));
  }

  private static Dossier fromFile() throws IOException {
    var file = Path.of("..", "spec", "founding", "golden.md");
    var checked =
        Checker.check(
            new SourceText("golden.md", Files.readString(file)),
            _ -> new Reading.Missing(List.of()),
            null);
    return Objects.requireNonNull(checked.dossier(), () -> checked.problems().toString());
  }

  /// Evidence under the first reading of everything.
  private Evidence strict() {
    return network.observed();
  }

  /// Evidence under the other reading of everything.
  private Evidence broad(Evidence evidence) {
    var broad = network.read(evidence, "un-charter.consent", 1);
    return network.read(network.read(broad, "cst.aggression", 1), "union-state.2", 1);
  }

  private Evidence given(Evidence evidence, String fact, boolean value) {
    return evidence.with(variable(fact), value ? 1 : 0);
  }

  private Variable variable(String fact) {
    return Objects.requireNonNull(network.fact(fact), fact);
  }

  @Test
  void strictReadings() {
    expect(strict(), 0.57527, 0.41504, 0.00969)
        .facts(0.00514, 0.03, 0.3, 0.25, 0.81373, 0.61597, 0.9, 0.73103, 0.35)
        .lawful(0.07616, 0.92384)
        .pathways(0.00054, 0.105, 0, 0.075);
  }

  @Test
  void broadReadings() {
    expect(broad(strict()), 0.57379, 0.41368, 0.01254)
        .facts(0.00514, 0.03, 0.3, 0.25, 0.81373, 0.61597, 0.9, 0.73103, 0.35)
        .lawful(0.3, 0.7)
        .pathways(0.00367, 0.105, 0.3036, 0.3);
  }

  @Test
  void broadReadingsWithoutClaims() {
    expect(broad(network.background()), 0.54821, 0.433, 0.01879)
        .facts(0.01, 0.03, 0.3, 0.25, 0.7, 0.5, 0.9, 0.5, 0.35)
        .lawful(0.3, 0.7)
        .pathways(0.00417, 0.105, 0.307, 0.3);
  }

  @Test
  void requestMadeUnderBroadReadings() {
    expect(given(broad(strict()), "request(BLR)", true), 0.55884, 0.39972, 0.04144)
        .facts(0.00514, 0.03, 1, 0.25, 0.81373, 0.61597, 0.9, 0.73103, 0.35)
        .lawful(1, 0)
        .pathways(0.01224, 0.35, 1, 1);
  }

  @Test
  void requestMadeUnderStrictReadings() {
    expect(given(strict(), "request(BLR)", true), 0.56378, 0.40426, 0.03196)
        .facts(0.00514, 0.03, 1, 0.25, 0.81373, 0.61597, 0.9, 0.73103, 0.35)
        .lawful(0.25385, 0.74615)
        .pathways(0.0018, 0.35, 0, 0.25);
  }

  @Test
  void requestMadeAndWelcomeUnderBroadReadings() {
    var asked = given(broad(strict()), "request(BLR)", true);
    expect(given(asked, "hostile", false), 0.43004, 0.44012, 0.12983)
        .facts(0.00514, 0.03, 1, 0.25, 0, 0.53414, 0.9, 0.73103, 0.35)
        .lawful(1, 0)
        .pathways(0.01224, 0.35, 1, 1);
  }

  @Test
  void swingOfTheRanges() {
    expectSwing("prior attack(BLR)", 0.01245, 0.01264);
    expectSwing("prior foreign(BLR)", 0.01254, 0.01254);
    expectSwing("prior request(BLR)", 0.00841, 0.01873);
    expectSwing("prior lawful(BLR)", 0.01254, 0.01254);
    expectSwing("prior hostile", 0.01504, 0.01029);
    expectSwing("prior lukewarm", 0.0138, 0.01139);
    expectSwing("prior consensus", 0.01254, 0.01254);
    expectSwing("base troops open", 0.0055, 0.01859);
  }

  private void expectSwing(String id, double atLow, double atHigh) {
    for (var i = 0; i < network.quantities().size(); i++) {
      var quantity = network.quantities().get(i);
      if (!quantity.id().equals(id)) continue;
      var values = network.points();
      values[i] = quantity.low();
      close(id + " low", open(values), atLow);
      values[i] = quantity.high();
      close(id + " high", open(values), atHigh);
      return;
    }
    throw new AssertionError(id);
  }

  private double open(double[] values) {
    return circuit.propagate(network.parameters(values), broad(strict())).posterior()[2];
  }

  private Expected expect(Evidence evidence, double none, double covert, double open) {
    var propagation = circuit.propagate(evidence);
    close("none", propagation.posterior()[0], none);
    close("covert", propagation.posterior()[1], covert);
    close("open", propagation.posterior()[2], open);
    return new Expected(propagation);
  }

  private final class Expected {
    private final Propagation propagation;

    Expected(Propagation propagation) {
      this.propagation = propagation;
    }

    Expected facts(double... expected) {
      var facts =
          List.of(
              "attack(BLR)",
              "foreign(BLR)",
              "request(BLR)",
              "lawful(BLR)",
              "hostile",
              "lukewarm",
              "sanctions",
              "ru-opinion",
              "consensus");
      for (var i = 0; i < expected.length; i++)
        close(facts.get(i), propagation.posterior(variable(facts.get(i)))[1], expected[i]);
      return this;
    }

    Expected lawful(double lawful, double forbidden) {
      var act = FoundingDossier.USE_FORCE;
      var opinion = network.grounding().opinion(act.act(), act.order());
      close("lawful", probability(network.literal(opinion.lawful())), lawful);
      close("forbidden", probability(network.literal(opinion.forbidden())), forbidden);
      return this;
    }

    /// Of the treaty, of the organisation's charter, of the Union State, and by consent.
    Expected pathways(double cst, double charter, double union, double consent) {
      var expected =
          Map.of(
              "cst.4", cst,
              "csto-charter.7", charter,
              "union-state.2", union,
              "un-charter.2.4: consent(S)", consent);
      var act = FoundingDossier.USE_FORCE;
      var pathways = network.grounding().opinion(act.act(), act.order()).pathways();
      assertThat(pathways.stream().map(Pathway::label)).containsAll(expected.keySet());
      for (var pathway : pathways) {
        var wanted = expected.get(pathway.label());
        if (wanted != null)
          close(pathway.label(), probability(network.literal(pathway.open())), wanted);
      }
      return this;
    }

    private double probability(Literal literal) {
      var variable = literal.variable();
      if (variable == null) return literal.positive() ? 1 : 0;
      return propagation.posterior(variable)[literal.positive() ? 1 : 0];
    }
  }

  private static void close(String what, double actual, double expected) {
    assertThat(actual).as(what).isCloseTo(expected, within(CLOSE));
  }
}
