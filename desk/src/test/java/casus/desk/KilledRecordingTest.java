package casus.desk;

import static org.assertj.core.api.Assertions.assertThat;

import casus.ledger.Content.RecordedForecast;
import casus.ledger.Entry;
import casus.text.Code;
import casus.text.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Recording by programs of their own: killed at any moment, several at once, on a disk that is
/// full. What was said to be recorded is in the ledger, once, and the ledger verifies. Seeded;
/// -Dcasus.full=true kills a thousand times.
class KilledRecordingTest {
  private static final long SEED = 20261122;
  private static final int KILLS = Boolean.getBoolean("casus.full") ? 1000 : 8;

  /// A new ledger is begun where one has grown so long that the programs spend their time reading.
  private static final int LONG = 300;

  @TempDir private Path folder = Path.of("");

  private LedgerFile write(Path into) throws IOException {
    Files.createDirectories(into);
    Files.writeString(
        into.resolve("dossier.md"),
        """
        # Troops for Meresk

        ```casus
        dossier meresk  as of 2031-05-20
        question troops "Will Valdria send troops?"  from 2031-05-20 to 2031-12-31
          outcomes
            none "no"
            open "yes"
        base troops
          open 10%
        ```
        """);
    return LedgerFile.beside(into.resolve("dossier.md"), "dossier.md");
  }

  private List<String> command(Path dossier, String by, int count, boolean whole) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(RecordingLoop.class.getName());
    command.addAll(List.of(dossier.toString(), by, Integer.toString(count)));
    if (whole) command.add("whole");
    return command;
  }

  private Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command).redirectError(folder.resolve("errors.txt").toFile()).start();
  }

  private static BufferedReader lines(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  @Test
  void nothingRecordedIsLostOrDoubledByAKill() throws Exception {
    System.out.println("KilledRecordingTest seed " + SEED);
    var random = new Random(SEED);
    var told = new HashSet<String>();
    var ledger = write(folder.resolve("0"));
    var entries = 0;
    var fragments = 0;
    for (var kill = 0; kill < KILLS; kill++) {
      told.addAll(killed(ledger.path().resolveSibling(""), "kill-" + kill, random));
      var reading = ledger.read();
      assertThat(reading.problems()).allMatch(p -> p.code() == Code.W123);
      if (!reading.fragment().isEmpty()) fragments++;
      var ids = reading.ledger().entries().stream().map(Entry::id).toList();
      assertThat(ids).doesNotHaveDuplicates().containsAll(told);
      assertThat(reading.ledger().forecasts())
          .extracting(RecordedForecast::note)
          .doesNotHaveDuplicates();
      assertThat(reading.ledger().heads()).hasSize(1);
      if (ids.size() > LONG || kill == KILLS - 1) {
        entries += ids.size();
        told.clear();
        ledger = write(folder.resolve(Integer.toString(kill + 1)));
      }
    }
    System.out.println(
        KILLS + " kills, " + entries + " entries on record, " + fragments + " unfinished lines");
  }

  /// Kills it some time after one of its first entries.
  private Set<String> killed(Path dossier, String by, Random random) throws Exception {
    var told = new LinkedHashSet<String>();
    var process = start(command(dossier, by, 1_000_000, random.nextInt(10) == 0));
    var after = 1 + random.nextInt(4);
    try (var out = lines(process)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        assertThat(line).matches("[0-9a-f]{64}");
        told.add(line);
        if (told.size() != after) continue;
        Thread.sleep(random.nextInt(4), random.nextInt(999_999));
        process.destroyForcibly();
      }
    } catch (IOException cut) {
      // The pipe breaks where the process is killed.
      assertThat(process.waitFor()).isNotZero();
    } finally {
      process.destroyForcibly();
      process.waitFor();
    }
    assertThat(told.size()).as(Files.readString(folder.resolve("errors.txt"))).isPositive();
    return told;
  }

  @Test
  void programsThatRecordAtOnceWaitForEachOther() throws Exception {
    var ledger = write(folder.resolve("several"));
    var programs = new ArrayList<Process>();
    for (var by : List.of("petra", "tor", "ana"))
      programs.add(start(command(folder.resolve("several"), by, 60, false)));
    var told = new ArrayList<String>();
    for (var program : programs) {
      try (var out = lines(program)) {
        told.addAll(out.lines().toList());
      }
      assertThat(program.waitFor()).isZero();
    }
    var reading = ledger.read();
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.ledger().entries())
        .extracting(Entry::id)
        .hasSize(180)
        .containsExactlyInAnyOrderElementsOf(told);
    // One after the other, so each follows exactly one.
    assertThat(reading.ledger().entries().stream().skip(1)).allMatch(e -> e.after().size() == 1);
    assertThat(reading.ledger().heads()).hasSize(1);
  }

  /// The system lets no file of the program grow beyond so many kilobytes, and cuts a write short
  /// that would.
  @Test
  void whereNoRoomIsLeftTheLedgerStaysAsItWas() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")));
    var ledger = write(folder.resolve("full"));
    var command = command(folder.resolve("full"), "petra", 30, false);
    var limited = new ArrayList<>(List.of("/bin/bash", "-c", "ulimit -f 8; exec \"$@\"", "bash"));
    limited.addAll(command);
    fill(ledger, limited, 8 << 10);
  }

  @Test
  void onAFullDiskTheLedgerStaysAsItWas() throws Exception {
    var disk = Files.createDirectory(folder.resolve("disk"));
    Assumptions.assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", disk.toString()),
        "a small disk can be mounted by root alone");
    try {
      fill(write(disk), command(disk, "petra", 30, false), 16 << 10);
    } finally {
      assertThat(run("umount", disk.toString())).isTrue();
    }
  }

  private static boolean run(String... command) throws Exception {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  private void fill(LedgerFile ledger, List<String> command, int room) throws Exception {
    var process = start(command);
    List<String> told;
    try (var out = lines(process)) {
      told = out.lines().toList();
    }
    process.waitFor();
    assertThat(told).as(Files.readString(folder.resolve("errors.txt"))).hasSize(30);
    var recorded = told.stream().filter(line -> line.matches("[0-9a-f]{64}")).toList();
    var refused = told.subList(recorded.size(), told.size());
    assertThat(recorded).isNotEmpty();
    assertThat(refused)
        .isNotEmpty()
        .allMatch(
            line -> line.contains("it is as long as it was before, and nothing was recorded"));
    System.out.println(refused.getFirst());
    var reading = ledger.read();
    assertThat(reading.problems()).extracting(Problem::code).isEmpty();
    assertThat(reading.ledger().entries())
        .extracting(Entry::id)
        .containsExactlyElementsOf(recorded);
    assertThat(Files.size(ledger.path())).isLessThanOrEqualTo(room);
  }
}
