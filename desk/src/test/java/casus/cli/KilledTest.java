package casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import casus.desk.Dossiers;
import casus.desk.Opening.Opened;
import casus.desk.Reviewing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `casus review` and `casus draft` as processes of their own, killed at any moment: what was said
/// to be written is in the dossier, once, and both files can be read. Seeded; -Dcasus.full=true
/// kills more often.
class KilledTest {
  private static final long SEED = 20200817;
  private static final int KILLS = Boolean.getBoolean("casus.full") ? 200 : 6;
  private static final int SAYINGS = 40;
  private static final Pattern CLAIM = Pattern.compile("(?m)^claim (C\\d+) .*@herald \"(.*)\"$");

  @TempDir private Path folder = Path.of("");

  private void write() throws IOException {
    Files.createDirectories(folder.resolve("sources"));
    Files.writeString(
        folder.resolve("dossier.md"),
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
        source herald "The Herald"  grade B  text sources/herald.md  leans none
        ```
        """);
    var herald = new StringBuilder();
    for (var i = 1; i <= SAYINGS; i++)
      herald.append("Minister Tor Lund said that gate number ").append(i).append(" was shut.\n\n");
    Files.writeString(folder.resolve("sources/herald.md"), herald);
  }

  private Process start(String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("casus.cli.Main");
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectError(folder.resolve("errors.txt").toFile())
        .start();
  }

  @Test
  void aKilledReviewLosesNothingAndDoublesNothing() throws Exception {
    System.out.println("KilledTest seed " + SEED);
    var random = new Random(SEED);
    write();
    assertThat(start("draft", ".").waitFor()).isZero();
    var written = new HashSet<String>();
    for (var kill = 0; kill < KILLS; kill++) {
      if (written.size() > SAYINGS - 5) {
        Files.delete(folder.resolve("proposals.jsonl"));
        written.clear();
        write();
        assertThat(start("draft", ".").waitFor()).isZero();
      }
      review(random, written);
      verify(written);
    }
  }

  /// Accepts one after the other, and is killed some time after one of them.
  private void review(Random random, Set<String> written) throws Exception {
    var process = start("review", ".");
    var after = 1 + random.nextInt(3);
    try (var out =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var in = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8)) {
      in.write("a\nherald\n\n".repeat(after + 3));
      in.flush();
      var seen = 0;
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        var claim = CLAIM.matcher(line.replaceFirst("^.*\\+ ", ""));
        if (claim.matches()) {
          written.add(claim.group(2));
          if (++seen == after) {
            // Somewhere in the next decision: microseconds to milliseconds after this one.
            Thread.sleep(random.nextInt(8), random.nextInt(999_999));
            process.destroyForcibly();
          }
        }
      }
    } catch (IOException cut) {
      // The pipe breaks where the process is killed.
      assertThat(process.waitFor()).isNotZero();
    } finally {
      process.destroyForcibly();
      process.waitFor();
    }
    assertThat(Files.readString(folder.resolve("errors.txt"))).isEmpty();
  }

  private void verify(Set<String> written) throws IOException {
    var opened = (Opened) Dossiers.open(folder, "dossier.md", Map.of());
    var review = ((Reviewing.Opening.Ready) Reviewing.open(opened)).review();
    var names = new ArrayList<String>();
    var quotes = new ArrayList<String>();
    var claims = CLAIM.matcher(Files.readString(folder.resolve("dossier.md")));
    while (claims.find()) {
      names.add(claims.group(1));
      quotes.add(claims.group(2));
    }
    assertThat(names).doesNotHaveDuplicates();
    assertThat(quotes).doesNotHaveDuplicates().containsAll(written);
    assertThat(review.size() - review.open().size()).isEqualTo(quotes.size());
    written.addAll(quotes);
  }

  @Test
  void aKilledDraftLeavesTheOldProposalsOrTheNew() throws Exception {
    var random = new Random(SEED + 1);
    write();
    assertThat(start("draft", ".").waitFor()).isZero();
    var before = Files.readString(folder.resolve("proposals.jsonl"));
    var herald = Files.readString(folder.resolve("sources/herald.md"));
    Files.writeString(folder.resolve("sources/herald.md"), herald.replace("gate", "door"));
    assertThat(start("draft", ".").waitFor()).isZero();
    var after = Files.readString(folder.resolve("proposals.jsonl"));
    assertThat(after).isNotEqualTo(before);
    for (var kill = 0; kill < KILLS; kill++) {
      Files.writeString(folder.resolve("proposals.jsonl"), before);
      var process = start("draft", ".");
      Thread.sleep(300 + random.nextInt(900));
      process.destroyForcibly();
      process.waitFor();
      assertThat(Files.readString(folder.resolve("proposals.jsonl"))).isIn(before, after);
    }
  }
}
