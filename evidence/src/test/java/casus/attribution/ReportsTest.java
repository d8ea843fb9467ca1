package casus.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import casus.attribution.Proposal.Passage;
import casus.attribution.QuoteScore.Count;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// How good the proposals are on Russian and Belarusian reports that we wrote and marked ourselves:
/// those that the rules were written with, and those that were written when the rules were
/// finished. Prints its figures.
final class ReportsTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| \\*(.+)\\* \\| (.+) \\|$");
  private final Attribution attribution = new Attribution();

  @Test
  void readsTheReportsItWasWrittenWith() throws IOException {
    var figures = figures("development");
    assertThat(figures.content().f1()).isGreaterThan(0.9);
    assertThat(figures.speaker().f1()).isGreaterThan(0.9);
    assertThat(figures.direct().f1()).isGreaterThan(0.9);
  }

  /// What the rules had not seen. The floors leave room for what a mended rule may lose.
  @Test
  void readsReportsThatWereWrittenAfterTheRules() throws IOException {
    var figures = figures("heldout");
    assertThat(figures.content().f1()).isGreaterThan(0.9);
    assertThat(figures.speaker().f1()).isGreaterThan(0.8);
    assertThat(figures.direct().f1()).isGreaterThan(0.8);
  }

  /// The table of the page says what is proposed.
  @Test
  void thePageIsTrue() throws IOException {
    var page = Files.readString(Path.of("../docs/attribution.md"));
    var section = page.substring(page.indexOf("## Russian and Belarusian"));
    var rows = ROW.matcher(section.substring(0, section.indexOf("\n## ", 3)));
    var read = 0;
    for (; rows.find(); read++)
      assertThat(shown(rows.group(1))).as(rows.group(1)).isEqualTo(rows.group(2));
    assertThat(read).isGreaterThan(5);
  }

  private String shown(String text) {
    return attribution.of(text).stream()
        .map(each ->
            (each.speaker() == null ? "-" : each.speaker().name())
                + ": "
                + each.content().stream().map(Passage::text).collect(Collectors.joining(" / ")))
        .collect(Collectors.joining("; "));
  }

  private record Figures(Count content, Count speaker, Count direct) {}

  private Figures figures(String folder) throws IOException {
    var content = Count.NONE;
    var speaker = Count.NONE;
    var direct = Count.NONE;
    var act = 0;
    var polarity = 0;
    for (var report : Report.all(folder)) {
      var proposals = attribution.of(report.text());
      var pairs = report.pairs(proposals);
      var proposed = proposals.size();
      var marked = report.sayings().size();
      var named = pairs.stream().filter(Report::sameSpeaker).toList();
      content = content.plus(new Count(pairs.size(), proposed, marked));
      speaker = speaker.plus(new Count(named.size(), proposed, marked));
      direct =
          direct.plus(
              new Count(
                  (int) named.stream().filter(ReportsTest::direct).count(),
                  (int) proposals.stream().filter(each -> each.form() == Form.DIRECT).count(),
                  (int)
                      report.sayings().stream()
                          .filter(each -> each.form() == Form.DIRECT)
                          .count()));
      for (var pair : pairs) {
        var manner = pair.proposal().manner();
        if (manner.act() == pair.marked().act()) act++;
        if (manner.polarity() == pair.marked().polarity()) polarity++;
      }
    }
    System.out.printf(Locale.ROOT, "reports, %s%n", folder);
    print("content", content);
    print("content and speaker's name", speaker);
    print("direct speech, speaker's name", direct);
    System.out.printf(
        Locale.ROOT,
        "of %d found: act right %d, polarity right %d%n",
        content.right(),
        act,
        polarity);
    return new Figures(content, speaker, direct);
  }

  private static boolean direct(Report.Pair pair) {
    return pair.marked().form() == Form.DIRECT && pair.proposal().form() == Form.DIRECT;
  }

  private static void print(String what, Count count) {
    System.out.printf(
        Locale.ROOT,
        "%-30s precision %.3f, recall %.3f, F1 %.3f  right %d, proposed %d, marked %d%n",
        what,
        (double) count.right() / Math.max(1, count.proposed()),
        (double) count.right() / Math.max(1, count.marked()),
        count.f1(),
        count.right(),
        count.proposed(),
        count.marked());
  }

  @Test
  void everyReportIsMarked() throws IOException {
    for (var folder : List.of("development", "heldout"))
      for (var report : Report.all(folder))
        assertThat(report.sayings()).as(report.name()).hasSizeGreaterThan(5);
  }
}
