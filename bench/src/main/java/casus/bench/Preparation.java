package casus.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;

/// From a network in memory to the first answer: an order is found, tables are made, one set of
/// findings is propagated and all posteriors are read.
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init")
public class Preparation extends NetworkState {
  /// Names of published networks.
  @Param({"asia", "child", "alarm", "insurance", "hailfinder", "win95pts", "hepar2"})
  public String network;

  /// Engines; one that is revised is prepared like the tree.
  @Param({"TREE", "CIRCUIT"})
  public Engine.Kind engine;

  @Override
  String network() {
    return network;
  }

  @Override
  void prepare() {
    engine.checked(published);
  }

  /// From the network to the first answer.
  @Benchmark
  public double[][] firstAnswer() {
    return engine.open(published).posteriors(0);
  }
}
