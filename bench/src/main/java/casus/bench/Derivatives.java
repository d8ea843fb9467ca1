package casus.bench;

import casus.inference.Beliefs;
import casus.inference.JunctionTree;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.infra.Blackhole;

/// What the derivatives of P(findings) by every parameter cost on top of all posteriors.
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init")
public class Derivatives extends NetworkState {
  /// Names of published networks.
  @Param({"asia", "child", "alarm", "insurance", "hailfinder", "win95pts", "hepar2"})
  public String network;

  private JunctionTree tree;
  private double[][] posteriors;

  @Override
  String network() {
    return network;
  }

  @Override
  void prepare() {
    tree = JunctionTree.of(published.network());
    posteriors = published.table();
  }

  /// All posteriors.
  @Benchmark
  @OperationsPerInvocation(PublishedNetwork.SETS)
  public void posteriors(Blackhole hole) {
    for (var set = 0; set < PublishedNetwork.SETS; set++) {
      propagated(set);
      hole.consume(posteriors);
    }
  }

  /// All posteriors and all derivatives.
  @Benchmark
  @OperationsPerInvocation(PublishedNetwork.SETS)
  public void posteriorsAndDerivatives(Blackhole hole) {
    for (var set = 0; set < PublishedNetwork.SETS; set++) {
      hole.consume(propagated(set).relativeDerivatives());
      hole.consume(posteriors);
    }
  }

  private Beliefs propagated(int set) {
    var beliefs = tree.infer(published.sets().get(set)).beliefs();
    for (var variable : published.network().variables())
      beliefs.posterior(variable, posteriors[variable.index()]);
    return beliefs;
  }
}
