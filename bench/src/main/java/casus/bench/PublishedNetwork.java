package casus.bench;

import casus.inference.Evidence;
import casus.inference.Network;
import casus.inference.formats.NetworkFormat;
import casus.inference.formats.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A published network and sets of findings on it. They are read from `bn` in the folder named by
/// the system property `casus.shared`, by default `../shared/data`: `bif/NAME.bif` and
/// `evid/NAME.evid`.
///
/// @param sets [#SETS] sets of findings, each possible
record PublishedNetwork(String name, Network network, List<Evidence> sets) {
  /// How many sets of findings every network comes with.
  static final int SETS = 10;

  /// @throws IOException if a file cannot be read
  /// @throws IllegalArgumentException if a file does not hold what it should
  static PublishedNetwork read(String name) throws IOException {
    var folder = Path.of(System.getProperty("casus.shared", "../shared/data"), "bn");
    var network =
        switch (NetworkFormat.BIF.read(
            Files.readString(folder.resolve("bif").resolve(name + ".bif")))) {
          case Reading.Read read -> read.network();
          case Reading.Malformed malformed ->
              throw new IllegalArgumentException(name + ": " + malformed.faults());
        };
    var sets = sets(network, folder.resolve("evid").resolve(name + ".evid"));
    if (sets.size() != SETS)
      throw new IllegalArgumentException(name + " has " + sets.size() + " sets of findings");
    return new PublishedNetwork(name, network, sets);
  }

  /// How many sets there are, then one line for each: how many pairs, then pairs of the index of a
  /// variable and of its state.
  private static List<Evidence> sets(Network network, Path file) throws IOException {
    var sets = new ArrayList<Evidence>();
    var lines = Files.readAllLines(file);
    for (var line : lines.subList(1, lines.size())) {
      if (line.isBlank()) continue;
      var numbers = Arrays.stream(line.strip().split("\\s+")).mapToInt(Integer::parseInt).toArray();
      var evidence = Evidence.none();
      for (var i = 1; i < numbers.length; i += 2)
        evidence = evidence.with(network.variables().get(numbers[i]), numbers[i + 1]);
      sets.add(evidence);
    }
    return List.copyOf(sets);
  }

  /// A table with one row for each variable and one entry for each of its states.
  double[][] table() {
    return network.variables().stream()
        .map(variable -> new double[variable.size()])
        .toArray(double[][]::new);
  }
}
