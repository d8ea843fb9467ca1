package casus.desk;

import static org.assertj.core.api.Assertions.assertThat;

import casus.desk.Drafting.Drafted;
import casus.desk.Opening.Opened;
import casus.desk.Reviewing.Accepted;
import casus.desk.Reviewing.Becomes;
import casus.desk.Reviewing.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a stored text to claims in the dossier.
class ReviewingTest {
  private static final LocalDate DAY = LocalDate.of(2031, 5, 18);

  private static final String DOSSIER =
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
      source wire "The Wire"  grade B  text sources/wire.md  leans none
      ```
      """;

  private static final String HERALD =
      """
      The premier of Meresk, Ana Corvan, said on Monday that a request for allied help had been signed.

      "We have no soldiers to spare," Valdria's minister Tor Lund said.
      """;

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(folder.resolve("sources"));
    Files.writeString(folder.resolve("dossier.md"), DOSSIER);
    Files.writeString(folder.resolve("sources/herald.md"), HERALD);
    Files.writeString(folder.resolve("sources/wire.md"), "MERESK — " + HERALD);
  }

  private Opened opened() {
    return (Opened) Dossiers.open(folder, "dossier.md", Map.of());
  }

  private Drafted.Done draft(String... names) throws IOException {
    return (Drafted.Done) Drafting.draft(opened(), List.of(names), null);
  }

  private Reviewing review() throws IOException {
    return ((Reviewing.Opening.Ready) Reviewing.open(opened())).review();
  }

  private String text(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  @Test
  void copiesOfOneReportAreSeen() throws IOException {
    var herald = draft().drafts().getFirst();
    assertThat(herald.candidates()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(herald.fresh()).isEqualTo(herald.candidates().size());
    assertThat(herald.candidates().getLast().words()).contains("no soldiers to spare");
    assertThat(herald.candidates().getLast().head()).contains("Lund");
    assertThat(herald.candidates()).allMatch(c -> c.alsoIn().contains("wire"));
  }

  @Test
  void anAcceptedClaimIsQuotedInTheDossierAndStaysDecided() throws IOException {
    draft("herald");
    var review = review();
    var id = review.open().getLast();
    assertThat(review.item(id).source()).isEqualTo("herald");
    var accepted =
        review.accept(id, new Wording("lund", "Tor Lund", DAY, "there are no soldiers", null));
    assertThat(accepted).isInstanceOf(Accepted.Written.class);
    assertThat(text("dossier.md"))
        .contains(
            "source lund \"Tor Lund\"  grade F  via herald\n",
            "claim C1 lund 2031-05-18 \"there are no soldiers\"  @herald \"We have no soldiers to"
                + " spare\"\n");
    assertThat(review().open()).doesNotContain(id);
    assertThat(draft().drafts().getFirst().candidates().getLast().status())
        .isEqualTo("accepted as C1");
  }

  @Test
  void aCrashBetweenTheTwoFilesLosesNothingAndDoublesNothing() throws IOException {
    draft("herald");
    var before = text("proposals.jsonl");
    var review = review();
    var id = review.open().getLast();
    review.accept(id, new Wording("herald", "", DAY, "there are no soldiers", null));
    // As if the process had been killed after the dossier was written.
    Files.writeString(folder.resolve("proposals.jsonl"), before);
    assertThat(review().open()).doesNotContain(id);
    assertThat(text("proposals.jsonl")).contains("\"status\":\"ACCEPTED\",\"became\":\"C1\"");
  }

  @Test
  void whatTheDossierCannotHoldIsNotWritten() throws IOException {
    draft("herald");
    var review = review();
    var later = LocalDate.of(2031, 6, 1);
    var accepted =
        review.accept(review.open().getFirst(), new Wording("herald", "", later, "x", null));
    assertThat(accepted).isInstanceOf(Accepted.Refused.class);
    assertThat(text("dossier.md")).isEqualTo(DOSSIER);
  }

  @Test
  void aDecisionIsTakenBackUnlessTheFileChangedSince() throws IOException {
    draft("herald");
    var review = review();
    var id = review.open().getFirst();
    review.accept(id, new Wording("herald", "", DAY, "x", null));
    assertThat(review.undo()).isEqualTo(id);
    assertThat(text("dossier.md")).isEqualTo(DOSSIER);
    review.accept(id, new Wording("herald", "", DAY, "x", null));
    Files.writeString(folder.resolve("dossier.md"), text("dossier.md") + "\nMy note.\n");
    assertThat(review.undo()).isNull();
    assertThat(text("dossier.md")).endsWith("My note.\n");
  }

  @Test
  void whatSomebodyWroteMeanwhileIsKept() throws IOException {
    draft("herald");
    var review = review();
    Files.writeString(folder.resolve("dossier.md"), DOSSIER + "\nMy note.\n");
    var id = review.open().getFirst();
    assertThat(review.accept(id, new Wording("herald", "", DAY, "x", null)))
        .isInstanceOf(Accepted.Written.class);
    assertThat(text("dossier.md")).contains("claim C1 herald").endsWith("My note.\n");
  }

  @Test
  void copiesAreDecidedTogetherAndTakenBackTogether() throws IOException {
    draft();
    var review = review();
    var all = review.open();
    var id = all.getFirst();
    assertThat(review.item(id).copies()).containsExactly("wire");
    var accepted = review.accept(id, new Wording("herald", "", DAY, "x", null));
    assertThat(((Accepted.Written) accepted).copies()).containsExactly("wire");
    assertThat(review.open()).hasSize(all.size() - 2);
    assertThat(review.undo()).isEqualTo(id);
    assertThat(review.open()).isEqualTo(all);
  }

  @Test
  void numbersBecomeFindingsAndInstrumentsAreUsed() throws IOException {
    Files.writeString(
        folder.resolve("sources/herald.md"),
        """
        A poll of 1,200 adults found that under 7 % of adults want
        foreign troops. Valdria invokes Article 51 of the UN Charter.
        """
            .replace("\n", " "));
    draft("herald");
    var review = review();
    var items = review.open().stream().map(review::item).toList();
    var number =
        items.stream().filter(item -> item.becomes() == Becomes.FINDING).findFirst().orElseThrow();
    assertThat(number.head()).isEqualTo("0..7%");
    var wording = new Wording("herald", "", DAY, "few adults want foreign troops", number.number());
    assertThat(review.accept(number.id(), wording)).isInstanceOf(Accepted.Written.class);
    assertThat(text("dossier.md"))
        .contains(
            "finding F1 herald 2031-05-18 \"few adults want foreign troops\" 0..7% of adults");
    var law =
        items.stream().filter(item -> item.becomes() == Becomes.USE).findFirst().orElseThrow();
    assertThat(law.manner()).contains("article 51");
    var used = review.accept(law.id(), new Wording("herald", "", DAY, "", null));
    assertThat(((Accepted.Written) used).lines()).containsExactly("use treaties/un-charter");
    assertThat(text("dossier.md"))
        .contains("dossier meresk  as of 2031-05-20\nuse treaties/un-charter\n");
  }

  @Test
  void aBrokenLineIsNamed() throws IOException {
    Files.writeString(folder.resolve("proposals.jsonl"), "{\"id\": \"p1\"}\nnonsense\n");
    assertThat(Reviewing.open(opened())).isInstanceOf(Reviewing.Opening.Faulty.class);
    assertThat(text("proposals.jsonl")).contains("nonsense");
  }

  @Test
  void passesOverWhatIsMaskedAndTakesTheDayOfTheDocument() throws IOException {
    var page =
        """
        <html lang="en"><head><title>No soldiers</title>
        <meta property="article:published_time" content="2031-05-16T08:00:00Z"></head><body>
        <article><h1>No soldiers</h1>
        <p>"We have no soldiers to spare," Valdria's minister Tor Lund said in the assembly, which met
        at noon and listened to him for most of an hour before it went on to other matters.</p>
        <p>The border had been closed for two days, and the assembly did not vote that day, because too
        many of its members had stayed at home in the provinces.</p></article>
        <div class="related"><p>"Read our other articles now," editor Ana Berg said.</p></div>
        </body></html>
        """;
    Files.writeString(folder.resolve("page.html"), page);
    var fetching = new Fetching(AddressPolicy.PUBLIC, 1 << 20, Duration.ofSeconds(1));
    var adding = new SourceAdding(opened(), folder, fetching, DAY);
    assertThat(adding.add("page.html", null)).isInstanceOf(SourceAdding.Added.Stored.class);
    assertThat(text("sources/page.md")).contains("Read our other articles now");
    Files.writeString(
        folder.resolve("dossier.md"), DOSSIER.replace("sources/herald.md", "sources/page.md"));

    var found = draft("herald").drafts().getFirst().candidates();
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().words()).contains("no soldiers to spare");
    var review = review();
    assertThat(review.item(review.open().getFirst()).date()).isEqualTo(LocalDate.of(2031, 5, 16));
  }
}
