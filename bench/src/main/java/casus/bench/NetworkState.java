package casus.bench;

import java.io.IOException;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What all measurements share: a published network, and how long is measured.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx6g"})
@SuppressWarnings("NullAway.Init") // before anything is measured, fields are set
public abstract class NetworkState {
  PublishedNetwork published;

  /// The name of the network.
  abstract String network();

  /// Makes ready what is measured; [#published] has been read.
  abstract void prepare();

  /// Reads the network and prepares. One method for both: the order of several is not defined.
  @Setup
  public void setUp() throws IOException {
    published = PublishedNetwork.read(network());
    prepare();
  }
}
