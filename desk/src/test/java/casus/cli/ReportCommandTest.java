package casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
  @TempDir private Path folder = Path.of("");

  private Session session() {
    return new Session(folder);
  }

  private String founding() {
    return Repository.ROOT.resolve("cases/belarus-2020").toString();
  }

  private String written(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  @Test
  void theFoundingCase() throws IOException {
    var ran = session().run("report", founding(), "-o", "report.html");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).isEqualTo("wrote report.html\n");
    var html = written("report.html");
    assertThat(html.length()).isLessThan(600_000);
    assertThat(html).doesNotContain("{{", "```", "NaN");
    assertThat(html)
        .containsPattern("<a rel=\"nofollow\" href=\"#likely\">1\\.7%( to 2\\.0%)?</a>")
        .contains("<a rel=\"nofollow\" href=\"#claim-C1\">[C1]</a>");
    var ids = all(" id=\"([^\"]+)\"", html);
    assertThat(ids).containsAll(all(" href=\"#([^\"]+)\"", html));
  }

  private static java.util.Set<String> all(String pattern, String html) {
    return Pattern.compile(pattern)
        .matcher(html)
        .results()
        .map(r -> r.group(1))
        .collect(Collectors.toSet());
  }

  @Test
  void screenAndReportSayTheSame() throws IOException {
    session().run("report", founding(), "-o", "report.md");
    var report = written("report.md").replace("\\", "").replaceAll("\\s+", " ");
    var screen = session().run("assess", founding(), "--width", "100").out();
    var bottomLine = screen.substring(0, screen.indexOf("\n\n")).replaceAll("\\s+", " ");
    assertThat(report).contains(bottomLine);
  }

  @Test
  void theSameDossierGivesTheSameBytes() throws IOException {
    session().run("report", founding(), "-o", "one.html", "--draws", "50");
    session().run("report", founding(), "-o", "two.html", "--draws", "50");
    assertThat(written("one.html")).isEqualTo(written("two.html"));
  }

  @Test
  void theNameSaysWhatIsWanted() {
    var ran = session().run("report", founding(), "-o", "report.docx");
    assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err())
        .isEqualTo("casus: report.docx should end in .html or .md, to say which is wanted\n");
    assertThat(folder.resolve("report.docx")).doesNotExist();
  }

  @Test
  void theDossierIsNeverOverwritten() throws IOException {
    var dossier = folder.resolve("dossier.md");
    Files.writeString(dossier, Repository.read(Path.of("README.md")));
    var before = written("dossier.md");
    var ran = session().run("report", ".", "-o", "dossier.md");
    assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("is the dossier itself");
    assertThat(written("dossier.md")).isEqualTo(before);
  }

  @Test
  void whatIsWrongIsSaidAndNothingIsWritten() throws IOException {
    Files.writeString(folder.resolve("dossier.md"), "```casus\nquestion q\n```\n");
    var broken = session().run("report", ".", "-o", "report.html");
    assertThat(broken.exit()).isEqualTo(ExitCode.FOUND);
    assertThat(broken.err()).contains("dossier.md:").contains("error E");
    var unknown = session().run("report", founding(), "-o", "report.html", "--outcome", "opne");
    assertThat(unknown.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(unknown.err()).contains("did you mean `open`?");
    var nowhere = session().run("report", founding(), "-o", "no/such/folder/report.html");
    assertThat(nowhere.exit()).isEqualTo(ExitCode.FOUND);
    assertThat(nowhere.err()).contains("there is no folder to write it in");
    assertThat(folder.resolve("report.html")).doesNotExist();
  }
}
