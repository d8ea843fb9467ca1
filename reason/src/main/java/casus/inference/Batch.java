package casus.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Evaluates one tape for many inputs in lock-step, [#LANES] side by side in plain loops over
/// neighbouring doubles, which the compiler of the JVM turns into vector instructions.
final class Batch {
  private static final int LANES = Tape.LANES;

  /// Fewer multiplications than this are not worth a second thread.
  private static final long WORTH_THREADS = 4_000_000;

  private final ReducedCircuit circuit;
  private final ReducedTape reduced;
  private final double[] parameters;
  private final List<Evidence> evidence;

  /// Inputs that vary: which parameter goes to which leaf, which likelihood to which.
  private final int[] parameterOf;

  private final int[] parameterLeaf;
  private final int[] likelihoodLeaf;

  /// By evidence, in the order of `likelihoodLeaf`.
  private final double[][] likelihoods;

  Batch(ReducedCircuit circuit, List<Evidence> evidence) {
    this.circuit = circuit;
    this.reduced = circuit.reduced();
    this.parameters = circuit.parameters();
    this.evidence = evidence;
    var varyingEvidence = circuit.varyingEvidence();
    var leaves = circuit.circuit().leaves();
    var places = reduced.places();
    var theta = leaves.theta();
    var varying = new ArrayList<Integer>();
    for (var i = 0; i < theta.length; i++) {
      if (theta[i] > 0 && places[theta[i]] >= 0) varying.add(i);
    }
    parameterOf = varying.stream().mapToInt(Integer::intValue).toArray();
    parameterLeaf = Arrays.stream(parameterOf).map(i -> places[theta[i]]).toArray();
    likelihoodLeaf =
        varyingEvidence.stream()
            .flatMapToInt(v -> {
              var first = leaves.lambda()[v.index()];
              return Arrays.stream(places, first, first + v.size());
            })
            .toArray();
    likelihoods = new double[evidence.size()][];
    for (var e = 0; e < likelihoods.length; e++) {
      var one = evidence.get(e);
      likelihoods[e] =
          varyingEvidence.stream()
              .flatMapToDouble(v -> Arrays.stream(circuit.likelihood(one, v)))
              .toArray();
    }
  }

  /// As `[evidence][draw][state]`.
  double[][][] overDraws(int draws, ParameterSource source) {
    var out = new double[evidence.size()][draws][circuit.circuit().query().size()];
    var blocks = (draws + LANES - 1) / LANES;
    inThreads(
        blocks,
        (long) draws * evidence.size() * reduced.tape().terms(),
        (from, to) -> {
          var lanes = lanes();
          var leaves = reduced.tape().leaves();
          var drawn = new double[LANES][];
          for (var j = 0; j < LANES; j++) drawn[j] = parameters.clone();
          for (var block = from; block < to; block++) {
            var first = block * LANES;
            var used = Math.min(LANES, draws - first);
            for (var j = 0; j < used; j++) source.fill(first + j, drawn[j]);
            writeParameters(lanes, drawn);
            for (var e = 0; e < likelihoods.length; e++) {
              for (var j = 0; j < used; j++) writeLikelihoods(lanes, j, likelihoods[e]);
              reduced.tape().upwardInLanes(lanes, e == 0 ? leaves : reduced.firstMoving());
              for (var j = 0; j < used; j++) {
                if (read(lanes, j, out[e][first + j])) continue;
                out[e][first + j] = slowly(drawn[j], evidence.get(e));
              }
            }
          }
        });
    return out;
  }

  /// As `[evidence][state]`.
  double[][] overEvidence() {
    var cases = evidence.size();
    var out = new double[cases][circuit.circuit().query().size()];
    var blocks = (cases + LANES - 1) / LANES;
    inThreads(
        blocks,
        (long) cases * reduced.tape().terms(),
        (from, to) -> {
          var lanes = lanes();
          var leaves = reduced.tape().leaves();
          for (var block = from; block < to; block++) {
            var first = block * LANES;
            var used = Math.min(LANES, cases - first);
            for (var j = 0; j < used; j++) writeLikelihoods(lanes, j, likelihoods[first + j]);
            reduced.tape().upwardInLanes(lanes, leaves);
            for (var j = 0; j < used; j++) {
              if (read(lanes, j, out[first + j])) continue;
              out[first + j] = slowly(parameters, evidence.get(first + j));
            }
          }
        });
    return out;
  }

  private double[] lanes() {
    var lanes = new double[Math.multiplyExact(reduced.tape().nodes(), LANES)];
    var constants = reduced.constants();
    for (var n = 0; n < constants.length; n++) {
      Arrays.fill(lanes, n * LANES, (n + 1) * LANES, constants[n]);
    }
    return lanes;
  }

  /// Puts the draws side by side. Written out, as [Tape#upwardInLanes] is: this takes as long as
  /// the arithmetic where every parameter is drawn. A lane that no draw was left for is written
  /// too.
  private void writeParameters(double[] lanes, double[][] drawn) {
    var d0 = drawn[0];
    var d1 = drawn[1];
    var d2 = drawn[2];
    var d3 = drawn[3];
    var d4 = drawn[4];
    var d5 = drawn[5];
    var d6 = drawn[6];
    var d7 = drawn[7];
    for (var i = 0; i < parameterLeaf.length; i++) {
      var to = parameterLeaf[i] * LANES;
      var from = parameterOf[i];
      lanes[to] = d0[from];
      lanes[to + 1] = d1[from];
      lanes[to + 2] = d2[from];
      lanes[to + 3] = d3[from];
      lanes[to + 4] = d4[from];
      lanes[to + 5] = d5[from];
      lanes[to + 6] = d6[from];
      lanes[to + 7] = d7[from];
    }
  }

  private void writeLikelihoods(double[] lanes, int lane, double[] likelihood) {
    for (var i = 0; i < likelihood.length; i++) {
      lanes[likelihoodLeaf[i] * LANES + lane] = likelihood[i];
    }
  }

  /// Whether the roots are within the range of plain doubles; then they are written, normalised.
  private boolean read(double[] lanes, int lane, double[] posterior) {
    var roots = reduced.tape().roots();
    var sum = 0.0;
    for (var o = 0; o < roots.length; o++) {
      posterior[o] = roots[o] < 0 ? 0 : lanes[roots[o] * LANES + lane];
      sum += posterior[o];
    }
    for (var o = 0; o < roots.length; o++) posterior[o] /= sum;
    return sum >= Propagation.SMALLEST_LINEAR && sum <= Propagation.LARGEST_LINEAR;
  }

  private double[] slowly(double[] drawn, Evidence one) {
    var mixed = parameters.clone();
    for (var i : parameterOf) mixed[i] = drawn[i];
    return circuit.whole(mixed, one).posterior();
  }

  private interface Range {
    void run(int from, int to);
  }

  /// Splits the blocks among threads; every block writes to places of its own.
  private static void inThreads(int blocks, long work, Range range) {
    var threads =
        work < WORTH_THREADS ? 1 : Math.min(blocks, Runtime.getRuntime().availableProcessors());
    if (threads <= 1) {
      range.run(0, blocks);
      return;
    }
    var failure = new AtomicReference<@Nullable RuntimeException>();
    IntConsumer part =
        k -> {
          try {
            range.run(
                (int) ((long) blocks * k / threads), (int) ((long) blocks * (k + 1) / threads));
          } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
          }
        };
    var others = new ArrayList<Thread>();
    for (var k = 1; k < threads; k++) {
      var own = k;
      others.add(Thread.ofPlatform().daemon().start(() -> part.accept(own)));
    }
    part.accept(0);
    for (var thread : others) join(thread);
    var failed = failure.get();
    if (failed != null) throw failed;
  }

  private static void join(Thread thread) {
    var interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) Thread.currentThread().interrupt();
  }
}
