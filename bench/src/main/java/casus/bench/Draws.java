package casus.bench;

import casus.inference.Circuit;
import casus.inference.ParameterSource;
import casus.inference.Workload;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;

/// Posteriors of the first variable without a finding over many draws, in each of which every table
/// is another. The circuit is compiled for the variables with findings. The numbers are drawn
/// beforehand: only inference is timed.
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init")
public class Draws extends NetworkState {
  private static final long SEED = 1;

  /// Names of published networks.
  @Param("alarm")
  public String network;

  /// How many draws.
  @Param("10000")
  public int draws;

  private Circuit circuit;
  private double[][] drawn;
  private BitSet varying;

  @Override
  String network() {
    return network;
  }

  @Override
  void prepare() {
    var model = published.network();
    var findings = published.sets().getFirst();
    var query = model.variables().stream().filter(v -> !findings.has(v)).findFirst().orElseThrow();
    var workload = Workload.any(model).withObservable(findings.variables());
    circuit = Circuit.compile(model, query, workload).circuit();
    varying = new BitSet();
    varying.set(0, model.parameterCount());
    var random = new SplittableRandom(SEED);
    drawn = new double[draws][];
    for (var d = 0; d < draws; d++) drawn[d] = redrawn(random);
  }

  /// Each row with its entries multiplied by standard exponentials and brought back to a sum of 1;
  /// what is 0 stays 0.
  private double[] redrawn(SplittableRandom random) {
    var model = published.network();
    var parameters = model.parameters();
    for (var variable : model.variables()) {
      var from = model.parameterOffset(variable);
      var to = from + model.model(variable).parameterCount();
      for (var row = from; row < to; row += variable.size()) {
        var sum = 0.0;
        for (var i = row; i < row + variable.size(); i++) {
          parameters[i] *= -Math.log1p(-random.nextDouble());
          sum += parameters[i];
        }
        for (var i = row; i < row + variable.size(); i++) parameters[i] /= sum;
      }
    }
    return parameters;
  }

  /// All draws with the first set of findings.
  @Benchmark
  public double[][] posteriors() {
    ParameterSource source =
        (draw, parameters) -> System.arraycopy(drawn[draw], 0, parameters, 0, parameters.length);
    var model = published.network();
    return circuit.posteriors(
        model.parameters(), varying, draws, source, published.sets().getFirst());
  }
}
