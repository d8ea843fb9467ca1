package casus.bench;

import casus.inference.Beliefs;
import casus.inference.Circuit;
import casus.inference.Evidence;
import casus.inference.JunctionTree;
import casus.inference.Network;
import casus.inference.ParameterSource;
import casus.inference.Variable;
import casus.inference.Workload;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Networks of the shapes that large dossiers have. Needs no files.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx6g"})
@SuppressWarnings("NullAway.Init") // before anything is measured, fields are set
public class Dossiers {
  private static final long SEED = 1;
  private static final int DRAWS = 100_000;
  private static final int DIFFERENT = 1_000;

  /// The shapes.
  public enum Shape {
    /// 100 causes of an event on which 30 voters lean, 16 of whom carry a motion; the question
    /// turns on how many of 40 reasons and the motion are given, through a logit.
    COUNCIL {
      @Override
      Network network() {
        var random = new SplittableRandom(SEED);
        var builder = Network.builder();
        var causes = roots(builder, "cause", 100, random);
        var event = builder.addBinary("event");
        var strengths = random.doubles(causes.size(), 0.02, 0.1).toArray();
        builder.noisyOr(event, causes, strengths, 0.01);
        var voters = new ArrayList<Variable>();
        for (var i = 0; i < 30; i++) {
          var voter = builder.addBinary("voter " + i);
          builder.table(voter, List.of(event), rows(2, random));
          voters.add(voter);
        }
        var motion = builder.addBinary("motion");
        builder.threshold(motion, voters, 16);
        var reasons = roots(builder, "reason", 40, random);
        reasons.add(motion);
        var question = builder.addBinary("question");
        builder.fold(
            question,
            reasons,
            counts(reasons.size()),
            logits(reasons.size()),
            new boolean[2 * reasons.size() + 2]);
        return builder.build();
      }

      @Override
      String question() {
        return "question";
      }
    },
    /// 200 voters, each with a chance of its own; 101 carry the motion.
    VOTERS {
      @Override
      Network network() {
        var builder = Network.builder();
        var voters = roots(builder, "voter", 200, new SplittableRandom(SEED));
        builder.threshold(builder.addBinary("motion"), voters, 101);
        return builder.build();
      }

      @Override
      String question() {
        return "motion";
      }
    },
    /// 300 facts, each resting on up to two of the five before it, and 500 claims of 25 sources,
    /// each speaking of 20 facts that follow each other.
    CLAIMS {
      @Override
      Network network() {
        return claims(300, 25, 20);
      }

      @Override
      String question() {
        return "fact 299";
      }
    },
    /// As CLAIMS, with 100 variables in all.
    HUNDRED {
      @Override
      Network network() {
        return claims(40, 2, 29);
      }

      @Override
      String question() {
        return "fact 39";
      }
    };

    private static final int SOURCE_STATES = 3;

    abstract Network network();

    abstract String question();

    /// Every source speaks of facts that follow each other, the last source of the last ones.
    private static Network claims(int facts, int sources, int claimsEach) {
      var random = new SplittableRandom(SEED);
      var builder = Network.builder();
      var all = new ArrayList<Variable>();
      for (var i = 0; i < facts; i++) {
        var fact = builder.addBinary("fact " + i);
        var parents = new ArrayList<Variable>();
        for (var back = 1; back <= Math.min(5, i) && parents.size() < 2; back++)
          if (random.nextInt(3) == 0) parents.add(all.get(i - back));
        builder.table(fact, parents, rows(1 << parents.size(), random));
        all.add(fact);
      }
      for (var s = 0; s < sources; s++) {
        var source = builder.addVariable("source " + s, "poor", "fair", "good");
        builder.prior(source, 0.2, 0.5, 0.3);
        var first = (facts - claimsEach) * s / (sources - 1);
        for (var c = 0; c < claimsEach; c++) {
          var claim = builder.addBinary("claim " + s + "." + c);
          var parents = List.of(all.get(first + c), source);
          builder.table(claim, parents, rows(2 * SOURCE_STATES, random));
        }
      }
      return builder.build();
    }

    /// A fold that counts the yes/no parents that are true.
    private static int[][][] counts(int parents) {
      var next = new int[parents][][];
      for (var i = 0; i < parents; i++) {
        next[i] = new int[i + 1][];
        for (var m = 0; m <= i; m++) next[i][m] = new int[] {m, m + 1};
      }
      return next;
    }

    private static double[] logits(int parents) {
      var rows = new double[2 * parents + 2];
      for (var m = 0; m <= parents; m++) {
        rows[2 * m + 1] = 1 / (1 + Math.exp((parents / 2 - m) / 2.0));
        rows[2 * m] = 1 - rows[2 * m + 1];
      }
      return rows;
    }

    private static List<Variable> roots(
        Network.Builder builder, String name, int count, SplittableRandom random) {
      var roots = new ArrayList<Variable>();
      for (var i = 0; i < count; i++) {
        var root = builder.addBinary(name + " " + i);
        builder.prior(root, rows(1, random));
        roots.add(root);
      }
      return roots;
    }

    private static double[] rows(int count, SplittableRandom random) {
      var rows = new double[2 * count];
      for (var r = 0; r < count; r++) {
        rows[2 * r] = random.nextDouble(0.05, 0.95);
        rows[2 * r + 1] = 1 - rows[2 * r];
      }
      return rows;
    }
  }

  /// The shape.
  @Param public Shape shape;

  private Network network;
  private JunctionTree tree;
  private Beliefs revised;
  private Evidence findings;
  private Variable changing;
  private Variable question;
  private Circuit circuit;
  private double[][] drawn;
  private BitSet varying;
  private int turn;

  /// Every seventh visible variable but the question has been found in its first state.
  @Setup
  public void setUp() {
    network = shape.network();
    tree = JunctionTree.of(network);
    question = visible().filter(v -> v.name().equals(shape.question())).findFirst().orElseThrow();
    findings = Evidence.none();
    for (var variable : visible().toList())
      if (variable.index() % 7 == 3 && !variable.equals(question))
        findings = findings.with(variable, 0);
    changing = findings.variables().getFirst();
    revised = tree.infer(findings).beliefs();
    var workload = Workload.any(network).withObservable(findings.variables());
    circuit = Circuit.compile(network, question, workload).circuit();
    varying = new BitSet();
    varying.set(0, network.parameterCount());
    var random = new SplittableRandom(SEED);
    drawn = new double[DIFFERENT][];
    for (var d = 0; d < DIFFERENT; d++) drawn[d] = redrawn(random);
  }

  private Stream<Variable> visible() {
    return network.variables().stream().filter(v -> !network.isHidden(v));
  }

  /// The numbers of the network with every pair that sums to 1 moved half way to a random one.
  private double[] redrawn(SplittableRandom random) {
    var parameters = network.parameters();
    for (var i = 0; i + 1 < parameters.length; i += 2) {
      var other = random.nextDouble();
      if (parameters[i] == 0 || parameters[i + 1] == 0) continue;
      if (Math.abs(parameters[i] + parameters[i + 1] - 1) > 1e-9) continue;
      parameters[i] = (parameters[i] + other) / 2;
      parameters[i + 1] = 1 - parameters[i];
    }
    return parameters;
  }

  /// All posteriors, asked anew.
  @Benchmark
  public double posteriors() {
    return read(tree.infer(findings).beliefs());
  }

  /// One finding is changed, and all posteriors are read again.
  @Benchmark
  public double oneFindingChanged() {
    turn ^= 1;
    return read(revised.revise(findings.with(changing, turn)).beliefs());
  }

  /// All posteriors, all derivatives, and what every variable says about the question.
  @Benchmark
  public double everything() {
    var beliefs = tree.infer(findings).beliefs();
    return read(beliefs)
        + beliefs.relativeDerivatives()[0]
        + beliefs.information(question)[question.index()];
  }

  /// 100,000 draws of all parameters, the posterior of the question: a thousand draws, over and
  /// over, so that only inference is timed.
  @Benchmark
  public double[][] draws() {
    ParameterSource source =
        (draw, to) -> System.arraycopy(drawn[draw % DIFFERENT], 0, to, 0, to.length);
    return circuit.posteriors(network.parameters(), varying, DRAWS, source, findings);
  }

  private double read(Beliefs beliefs) {
    var sum = 0.0;
    for (var variable : network.variables())
      if (!network.isHidden(variable)) sum += beliefs.posterior(variable)[0];
    return sum;
  }
}
