package casus.bench;

import casus.history.Counting;
import casus.history.Filter;
import casus.history.RecordSet;
import casus.history.ReferenceClass;
import casus.history.SetCatalogue;
import casus.history.store.Imported;
import casus.history.store.OpenRecords;
import casus.history.store.RecordStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// The outside view over the 273,296 directed dyad-years of ATOP 5.1, from the folder `history` of
/// the shared data: the file imported, and a class counted with all that is said of it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 3)
@SuppressWarnings("NullAway.Init")
public class PastRecords {
  private static final String NAME = "atop-directed-dyad-year";
  private static final Path FILE =
      Path.of(System.getProperty("casus.shared", "../shared/data"))
          .resolve("history/atop51_directed_dyad_year.csv");
  private static final ReferenceClass ASKED =
      new ReferenceClass(
          NAME, "year between 1950 and 2000 and defense = yes", "consul = yes", false);

  private Path home;
  private RecordSet set;
  private OpenRecords records;

  /// Imports the file and opens its records.
  @Setup
  public void prepare() throws IOException {
    home = Files.createTempDirectory("casus-bench");
    importAtop();
    set = SetCatalogue.known().named(NAME).orElseThrow();
    records = new RecordStore(home).open(set).orElseThrow();
  }

  /// Removes what was imported.
  @TearDown
  public void clean() throws IOException {
    records.close();
    try (var files = Files.walk(home)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }

  /// From a file of 6 MB to records that are checked and kept.
  @Benchmark
  public Imported importAtop() throws IOException {
    return new RecordStore(home).add(FILE, "atop.csv", false, LocalDate.of(2026, 1, 1));
  }

  /// k of n alone, as one neighbouring filter asks for it.
  @Benchmark
  public Object tally() {
    return records.tally(new Filter.Everything(), new Filter.Everything());
  }

  /// The whole answer: k of n, clusters, neighbouring filters, twelve cases.
  @Benchmark
  public Object query() {
    return Counting.count(ASKED, records, 12);
  }

  /// The same, the store opened for it.
  @Benchmark
  public Object openAndQuery() {
    try (var opened = new RecordStore(home).open(set).orElseThrow()) {
      return Counting.count(ASKED, opened, 12);
    }
  }
}
