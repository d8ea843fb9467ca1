package casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceCommandTest {
  private static final String NOTE =
      "# A note\n\nThe premier said that no letter had been sent to anybody.\n\nHe said it twice, on Monday.\n";

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void aDossierAndANote() throws IOException {
    assertThat(
            session(
                    "new",
                    "my",
                    "--question",
                    "War?",
                    "--outcomes",
                    "no, yes",
                    "--who",
                    "A",
                    "--whom",
                    "B",
                    "--as-of",
                    "2031-01-01",
                    "--deadline",
                    "2031-12-31")
                .exit())
        .isZero();
    Files.writeString(folder.resolve("note.md"), NOTE);
  }

  private Session.Ran session(String... command) {
    return new Session(folder).run(command);
  }

  private Path file(String name) {
    return folder.resolve("my/sources").resolve(name);
  }

  /// Stores the note and quotes it in the dossier.
  private void quoted(String words) throws IOException {
    assertThat(session("source", "add", "my", "note.md").exit()).isZero();
    var dossier = folder.resolve("my/dossier.md");
    var text = Files.readString(dossier);
    var first = text.indexOf("\nclaim ");
    Files.writeString(
        dossier,
        text.substring(0, first)
            + "\nsource note \"A note\"  grade B  text sources/note.md  leans none"
            + "\nclaim Q1 note 2030-12-31 \"no letter\"  @note \""
            + words
            + "\""
            + text.substring(first));
  }

  @Test
  void storesAFileItsTextAndARecord() throws IOException {
    var added = session("source", "add", "my", "note.md");
    assertThat(added.err()).isEmpty();
    assertThat(added.out())
        .contains("source note \"A note\"  grade F  text sources/note.md", "language   en");
    assertThat(file("raw/note.md")).hasContent(NOTE);
    assertThat(file("note.md")).hasContent(NOTE.strip());
    assertThat(Files.readString(file("note.json"))).contains("\"rawSha256\"", "\"textSha256\"");
    try (var left = Files.walk(folder.resolve("my"))) {
      assertThat(left.filter(one -> one.toString().endsWith(".new"))).isEmpty();
    }
  }

  @Test
  void theStatementFitsTheDossier() throws IOException {
    Files.writeString(folder.resolve("odd.md"), "# He said \"no\\\" – and \u202Eleft\n\nWords.\n");
    var added = session("source", "add", "my", "odd.md").out();
    var statement = added.lines().filter(line -> line.strip().startsWith("source ")).findFirst();
    var dossier = folder.resolve("my/dossier.md");
    var text = Files.readString(dossier);
    var first = text.indexOf("\nclaim ");
    Files.writeString(
        dossier,
        text.substring(0, first) + "\n" + statement.orElseThrow().strip() + text.substring(first));
    assertThat(session("check", "my").out()).doesNotContain("error");
  }

  @Test
  void neverWritesOverAnotherText() throws IOException {
    assertThat(session("source", "add", "my", "note.md").exit()).isZero();
    var again = session("source", "add", "my", "note.md");
    assertThat(again.out()).contains("already stored");
    assertThat(again.exit()).isZero();
    Files.writeString(folder.resolve("other.md"), "Other words.");
    var other = session("source", "add", "my", "other.md", "--name", "note");
    assertThat(other.exit()).isEqualTo(ExitCode.FOUND);
    assertThat(other.err()).contains("already holds something else", "--name");
    assertThat(file("note.md")).hasContent(NOTE.strip());
    assertThat(session("source", "add", "my", "other.md", "--name", "first").err())
        .contains("sources/first.md");
  }

  @Test
  void completesWhatWasInterrupted() throws IOException {
    assertThat(session("source", "add", "my", "note.md").exit()).isZero();
    Files.delete(file("note.json"));
    assertThat(session("source", "add", "my", "note.md").out()).contains("stored sources/note.md");
    assertThat(file("note.json")).exists();
  }

  @Test
  void saysWhatIsWrongWithEachAndStoresTheRest() throws IOException {
    Files.write(folder.resolve("empty.html"), new byte[0]);
    var added =
        session(
            "source", "add", "my", "gone.html", "empty.html", "note.md", ".", "http://localhost/");
    assertThat(added.exit()).isEqualTo(ExitCode.FOUND);
    assertThat(added.err().lines())
        .containsExactly(
            "casus: gone.html: there is no such file",
            "casus: empty.html: it is empty",
            "casus: .: it is a folder; name the files in it",
            "casus: http://localhost/: localhost is 127.0.0.1, a private or local address; save the page and add the file");
    assertThat(file("note.md")).exists();
    assertThat(session("source", "add", "my", "note.md", "--name", "../x").err())
        .contains("is no name for a source");
    assertThat(session("source", "add", "nowhere", "note.md").exit()).isEqualTo(ExitCode.FOUND);
    assertThat(session("source", "add", "my", "a", "b", "--name", "x").exit())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void neverWritesOutOfTheDossier() throws IOException {
    var away = Files.createDirectory(folder.resolve("away"));
    Files.createSymbolicLink(file("raw"), away);
    assertThat(session("source", "add", "my", "note.md").err()).contains("leads out");
    assertThat(away).isEmptyDirectory();
  }

  @Test
  void whatIsIntactIsSaidToBe() throws IOException {
    quoted("no letter had been sent");
    var checked = session("source", "check", "my", "--full");
    assertThat(checked.err()).isEmpty();
    assertThat(checked.out())
        .contains(
            "intact     sources/note.md: and sources/raw/note.md",
            "intact     Q1 “no letter had been sent”: sources/note.md:3");
    assertThat(checked.exit()).isZero();
  }

  @Test
  void whatMovedSaysHowFar() throws IOException {
    quoted("no letter had been sent");
    Files.writeString(file("note.md"), "Added: \n" + Files.readString(file("note.md")));
    var checked = session("source", "check", "my");
    assertThat(checked.out())
        .contains(
            "changed    sources/note.md: not the text that was stored",
            "moved      Q1 “no letter had been sent”: 8 characters further on, to sources/note.md:4");
    assertThat(checked.exit()).isEqualTo(ExitCode.FOUND);
  }

  @Test
  void whatChangedAndWhatIsGoneAreTold() throws IOException {
    quoted("no letter had been sent");
    var text = Files.readString(file("note.md"));
    Files.writeString(file("note.md"), text.replace("no letter had been", "no letters had been"));
    assertThat(session("source", "check", "my").out())
        .contains("changed    Q1", "now says “no letters had been sent”: 1 character differ");
    Files.writeString(file("note.md"), "Something else altogether.");
    assertThat(session("source", "check", "my").out()).contains("gone       Q1");
    Files.delete(file("note.md"));
    var missing = session("source", "check", "my");
    assertThat(missing.exit()).isEqualTo(ExitCode.FOUND);
    assertThat(missing.out() + missing.err()).contains("missing    sources/note.md");
  }

  @Test
  void changedRawFilesAndRecordsAreTold() throws IOException {
    quoted("no letter had been sent");
    Files.writeString(file("raw/note.md"), "forged");
    assertThat(session("source", "check", "my").out())
        .contains("changed    sources/raw/note.md: not the bytes that were stored");
    Files.delete(file("raw/note.md"));
    assertThat(session("source", "check", "my").out()).contains("missing    sources/raw/note.md");
    var record = Files.readString(file("note.json"));
    Files.writeString(file("note.json"), record.replace("\"note.md\"", "\"../../secret\""));
    assertThat(session("source", "check", "my").out()).contains("broken     sources/note.json");
    Files.writeString(file("note.json"), "[".repeat(100_000));
    assertThat(session("source", "check", "my").out()).contains("broken     sources/note.json");
  }

  @Test
  void quotedAdvertisementsAreMasked() throws IOException {
    Files.writeString(
        folder.resolve("page.html"),
        "<html><body><article><p>The premier said that no letter had been sent, and he said it twice.</p>"
            + "<div class=related>Valdria calls up all of its reserves</div></article></body></html>");
    assertThat(session("source", "add", "my", "page.html", "--name", "note").out())
        .contains("masked related articles");
    var dossier = folder.resolve("my/dossier.md");
    var text = Files.readString(dossier);
    var first = text.indexOf("\nclaim ");
    Files.writeString(
        dossier,
        text.substring(0, first)
            + "\nsource note \"A page\"  grade B  text sources/note.md  leans none"
            + "\nclaim Q1 note 2030-12-31 \"reserves\"  @note \"calls up all of its reserves\""
            + text.substring(first));
    var checked = session("source", "check", "my");
    assertThat(checked.out()).contains("masked     Q1", "among the related articles");
    assertThat(checked.exit()).isZero();
  }

  @Test
  void theTextIsNoDossierOfItsOwn() throws IOException {
    Files.writeString(folder.resolve("note.md"), NOTE + "\n```casus\nnonsense\n```\n");
    assertThat(session("source", "add", "my", "note.md").exit()).isZero();
    assertThat(session("check", "my").out()).doesNotContain("error");
    assertThat(Files.readString(file("note.md"))).contains("nonsense");
  }

  @Test
  void helpShowsHowToCallIt() {
    assertThat(session("source").out()).contains("casus source add", "check");
    assertThat(session("source", "add", "--help").out()).contains("FILE-or-URL", "--name");
    assertThat(session("source", "check").exit()).isEqualTo(ExitCode.USAGE);
  }
}
