package casus.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class CompilationTest {
  /// Sixty facts, every pair of which has been claimed about: width 60.
  @Test
  void aNetworkThatIsTooWideIsRefusedBeforeItCostsAnything() {
    var builder = Network.builder();
    var facts = new ArrayList<Variable>();
    for (var i = 0; i < 60; i++) {
      facts.add(builder.addBinary("fact" + i));
      builder.prior(facts.getLast(), 0.5, 0.5);
    }
    for (var i = 0; i < 60; i++) {
      for (var j = 0; j < i; j++) {
        builder.table(
            builder.addBinary(i + " and " + j),
            List.of(facts.get(i), facts.get(j)),
            0.9,
            0.1,
            0.8,
            0.2,
            0.7,
            0.3,
            0.6,
            0.4);
      }
    }
    var network = builder.build();
    var result =
        Assertions.assertTimeout(
            Duration.ofSeconds(60), () -> Circuit.compile(network, facts.getFirst()));
    assertThat(result).isInstanceOf(Compilation.TooWide.class);
    var wide = (Compilation.TooWide) result;
    assertThat(wide.width()).isBetween(58, 60);
    assertThat(wide.entries()).isGreaterThan(1e17);
    assertThat(wide.bytes()).isGreaterThan(wide.entries());
    assertThat(wide.variables()).contains(facts.get(30)).hasSize(wide.width());

    // With all but ten of them known for certain, the same network is narrow.
    var certain = Evidence.none();
    for (var fact : facts.subList(10, 60)) certain = certain.with(fact, 1);
    var narrow =
        Circuit.compile(network, facts.getFirst(), Workload.any(network).withCertain(certain));
    assertThat(narrow).isInstanceOf(Compilation.Compiled.class);
  }

  @Test
  void theLimitStopsACircuitThatGrowsBeyondIt() {
    var network = DossierBenchmark.dossier(new SplittableRandom(7));
    var query = network.variable("outcome");
    var size = Circuit.compile(network, query).circuit().size();
    var any = Workload.any(network);
    assertThat(Circuit.compile(network, query, any.within(any.limits().withEntries(size / 2))))
        .isInstanceOf(Compilation.TooWide.class);
    assertThat(Circuit.compile(network, query, any.within(any.limits().withEntries(2L * size))))
        .isInstanceOf(Compilation.Compiled.class);
  }

  @Test
  void compilingTwiceGivesTheSameCircuit() {
    var network = DossierBenchmark.dossier(new SplittableRandom(7));
    var first = Circuit.compile(network, network.variable("outcome")).circuit();
    var second = Circuit.compile(network, network.variable("outcome")).circuit();
    assertThat(first.tape().left()).isEqualTo(second.tape().left());
    assertThat(first.tape().right()).isEqualTo(second.tape().right());
  }
}
