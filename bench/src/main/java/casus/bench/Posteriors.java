package casus.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.infra.Blackhole;

/// One query: a set of findings is entered and propagated, and the posteriors of all variables are
/// read; the mean over the sets of a network. An engine that answers wrongly is not timed.
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init")
public class Posteriors extends NetworkState {
  /// Names of published networks.
  @Param({"asia", "child", "alarm", "insurance", "hailfinder", "win95pts", "hepar2"})
  public String network;

  /// Engines.
  @Param({"TREE", "REVISED", "CIRCUIT"})
  public Engine.Kind engine;

  private Engine opened;

  @Override
  String network() {
    return network;
  }

  @Override
  void prepare() {
    opened = engine.checked(published);
  }

  /// All sets of findings, one after the other.
  @Benchmark
  @OperationsPerInvocation(PublishedNetwork.SETS)
  public void query(Blackhole hole) {
    for (var set = 0; set < PublishedNetwork.SETS; set++) hole.consume(opened.posteriors(set));
  }
}
