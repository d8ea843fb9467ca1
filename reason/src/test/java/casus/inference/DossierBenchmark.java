package casus.inference;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/// Times, in a fresh JVM and from the first call on, what one answer about a dossier needs:
///
/// `java -XX:TieredStopAtLevel=1 -cp reason/target/classes:reason/target/test-classes
/// casus.inference.DossierBenchmark`
final class DossierBenchmark {
  private static final int DRAWS = 2000;
  private static final int EVIDENCES = 8;

  private DossierBenchmark() {}

  /// A hundred variables: sources, facts, claims that share sources, votes, gates, an outcome with
  /// eight reasons, indicators.
  static Network dossier(SplittableRandom random) {
    var b = Network.builder();
    var sources = new ArrayList<Variable>();
    for (var i = 0; i < 8; i++) sources.add(binary(b, "source" + i, List.of(), random));
    var facts = new ArrayList<Variable>();
    for (var i = 0; i < 26; i++) {
      var parents =
          i > 8 && i % 4 == 0 ? List.of(facts.get(random.nextInt(i))) : List.<Variable>of();
      facts.add(binary(b, "fact" + i, parents, random));
    }
    for (var i = 0; i < 34; i++) {
      var parents =
          List.of(
              facts.get(random.nextInt(facts.size())), sources.get(random.nextInt(sources.size())));
      binary(b, "claim" + i, parents, random);
    }
    var votes = new ArrayList<Variable>();
    for (var i = 0; i < 7; i++) {
      votes.add(binary(b, "vote" + i, List.of(facts.get(3)), random));
    }
    var council = b.addBinary("council");
    b.threshold(council, votes, 5);
    var gates = new ArrayList<Variable>();
    for (var i = 0; i < 8; i++) {
      var gate = b.addBinary("gate" + i);
      var parents =
          List.of(
              i == 0 ? council : facts.get(i),
              facts.get(i + 9),
              i < 2 ? facts.get(17) : gates.get(i - 2));
      if (i % 2 == 0) b.and(gate, parents);
      else b.or(gate, parents);
      gates.add(gate);
    }
    var reasons = new ArrayList<Variable>(facts.subList(10, 17));
    reasons.add(gates.get(6));
    reasons.add(gates.get(7));
    var outcome = b.addVariable("outcome", "none", "covert", "open");
    var values = new double[(1 << reasons.size()) * 3];
    for (var row = 0; row < values.length; row += 3) {
      var x = random.nextDouble();
      var y = random.nextDouble() * (1 - x);
      values[row] = x;
      values[row + 1] = y;
      values[row + 2] = 1 - x - y;
    }
    b.table(outcome, reasons, values);
    for (var i = 0; i < 15; i++) binary(b, "indicator" + i, List.of(outcome), random);
    return b.build();
  }

  private static Variable binary(
      Network.Builder b, String name, List<Variable> parents, SplittableRandom random) {
    var v = b.addBinary(name);
    var rows = 1;
    for (var parent : parents) rows *= parent.size();
    var values = new double[rows * 2];
    for (var row = 0; row < rows; row++) {
      values[2 * row] = 0.05 + 0.9 * random.nextDouble();
      values[2 * row + 1] = 1 - values[2 * row];
    }
    b.table(v, parents, values);
    return v;
  }

  static Evidence claims(Network network, SplittableRandom random) {
    var evidence = Evidence.none();
    for (var v : network.variables()) {
      if (v.name().startsWith("claim")) evidence = evidence.with(v, random.nextInt(2));
    }
    return evidence;
  }

  public static void main(String[] args) {
    for (var round = 0; round < (args.length > 0 ? Integer.parseInt(args[0]) : 3); round++)
      run(round);
  }

  private static void run(int round) {
    var random = new SplittableRandom(7);
    var network = dossier(random);
    var evidences = new ArrayList<Evidence>();
    var claims = claims(network, random);
    for (var i = 0; i < EVIDENCES; i++) {
      evidences.add(
          i == 0
              ? claims
              : claims
                  .with(network.variable("fact" + i), i % 2)
                  .with(network.variable("indicator" + i), 1));
    }
    // Everything but the outcome's own table and the gates is uncertain.
    var varying = new BitSet();
    for (var v : network.variables()) {
      if (v.name().startsWith("gate") || v.name().equals("council")) continue;
      varying.set(
          network.parameterOffset(v),
          network.parameterOffset(v) + network.model(v).parameterCount());
    }
    var parameters = network.parameters();
    var positions = varying.stream().toArray();
    ParameterSource source =
        (draw, target) -> {
          var factor = 1 - 1e-4 * (draw % 100);
          for (var i : positions) target[i] = parameters[i] * factor;
        };
    var t0 = System.nanoTime();
    var circuit = Circuit.compile(network, network.variable("outcome")).circuit();
    var t1 = System.nanoTime();
    var answer = circuit.propagate(claims);
    for (var v : network.variables()) answer.joint(v);
    answer.derivatives();
    var t2 = System.nanoTime();
    var cpu = cpuMillis();
    var posteriors = circuit.posteriors(parameters, varying, DRAWS, source, evidences);
    cpu = cpuMillis() - cpu;
    var t3 = System.nanoTime();
    var explanation = circuit.mostProbable(parameters, claims);
    var t4 = System.nanoTime();
    System.out.printf(
        "round %d: %d variables, %d terms; compile %.1f ms, all joints and derivatives %.2f ms,"
            + " %d draws x %d evidences %.1f ms (%d ms of processor), explanation %.2f ms (%.6f %.3f)%n",
        round,
        network.variables().size(),
        circuit.size(),
        (t1 - t0) / 1e6,
        (t2 - t1) / 1e6,
        DRAWS,
        EVIDENCES,
        (t3 - t2) / 1e6,
        cpu,
        (t4 - t3) / 1e6,
        posteriors[7][1999][2],
        explanation.logProbability());
  }

  private static long cpuMillis() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
  }
}
