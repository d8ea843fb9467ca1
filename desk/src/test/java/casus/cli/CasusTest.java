package casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CasusTest {
  private static final String[] NIGER = {
    "new",
    "niger",
    "--question",
    "Will ECOWAS intervene in Niger?",
    "--outcomes",
    "no intervention, a blockade, an invasion",
    "--who",
    "Nigeria",
    "--whom",
    "Niger",
    "--as-of",
    "2023-08-10",
    "--deadline",
    "2023-12-31"
  };

  @TempDir private Path folder = Path.of("");

  private Session session() {
    return new Session(folder);
  }

  private Session.Ran niger(String... command) {
    if (!Files.exists(folder.resolve("niger"))) assertThat(session().run(NIGER).exit()).isZero();
    return session().run(command);
  }

  @Test
  void aNewDossierChecksAndAnswers() {
    var checked = niger("check", "niger");
    assertThat(checked.out()).doesNotContain("error");
    assertThat(checked.exit()).isZero();
    var assessed = niger("assess", "niger");
    assertThat(assessed.err()).isEmpty();
    assertThat(assessed.out()).contains("an-invasion");
    assertThat(niger("test", "niger").out()).isEqualTo("2 expectations met\n");
    assertThat(niger("fmt", "--check", "niger").out()).isEmpty();
    assertThat(niger("render", "niger").out()).doesNotContain("{{");
  }

  @Test
  void aNewDossierUsesTheTreatiesThatBindBoth() {
    var written =
        session()
            .run(
                "new",
                "by",
                "--question",
                "Force?",
                "--outcomes",
                "none, some",
                "--who",
                "Russia",
                "--whom",
                "Belarus",
                "--as-of",
                "2020-08-17",
                "--deadline",
                "2020-12-31");
    assertThat(written.out()).contains("treaties/cst", "treaties/union-state");
    assertThat(session().run("check", "by").out()).doesNotContain("error");
    var assessed = session().run("assess", "by");
    assertThat(assessed.err()).isEmpty();
    assertThat(assessed.exit()).isZero();
  }

  @Test
  void newAsksAtATerminalUntilTheAnswersMakeSense() {
    var asked =
        session()
            .at("ioe")
            .typing(
                "Will \"they\" march?\nonly one\nno; yes, in force\nA \\ B\nÉ\nsoon\n2020-12-31\n")
            .run("new", "odd/näme");
    assertThat(asked.err()).contains("at least two outcomes", "'soon' is not a date");
    assertThat(asked.exit()).isZero();
    var assessed = session().run("assess", "odd/näme");
    assertThat(assessed.err()).isEmpty();
    assertThat(assessed.exit()).isZero();
  }

  @Test
  void newNeverReplacesWithoutForce() throws IOException {
    assertThat(session().run(NIGER).exit()).isZero();
    Files.writeString(folder.resolve("niger/dossier.md"), "mine");
    assertThat(session().run(NIGER).err()).contains("--force");
    assertThat(folder.resolve("niger/dossier.md")).hasContent("mine");
    var forced = Arrays.copyOf(NIGER, NIGER.length + 1);
    forced[NIGER.length] = "--force";
    assertThat(session().run(forced).exit()).isZero();
  }

  @Test
  void newSaysWhatIsMissingWhereNobodyCanBeAsked() {
    var ran = session().run("new", "x");
    assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("--question");
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @Test
  void misspeltNamesAreAnsweredWithTheNearest() {
    assertThat(niger("asess", "niger").err()).contains("no command `asess`", "assess");
    assertThat(niger("assess", "niger", "--scenarios", "x").err()).contains("--scenario");
    assertThat(niger("assess", "niger", "--scenario", "prepard").err())
        .contains("did you mean `prepared`?");
    assertThat(niger("assess", "niger", "--outcome", "an-invasio").err())
        .contains("did you mean `an-invasion`?");
    assertThat(niger("assess", "niger", "--question", "x").err()).contains("the dossier has main");
    assertThat(niger("explain", "niger", "resistd").err()).contains("did you mean `resisted`?");
    assertThat(niger("explain", "niger", "P(readdy)").err()).contains("ready");
    var supposed = niger("assess", "niger", "--suppose", "readdy");
    assertThat(supposed.err()).contains("--suppose:1:1", "ready");
    assertThat(supposed.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(niger("assess", "niger", "--as-of", "yesterday").err()).contains("not a date");
    assertThat(niger("assess", "niger", "--draws", "0").exit()).isEqualTo(ExitCode.USAGE);
    assertThat(niger("assess", "nigr").exit()).isEqualTo(ExitCode.FOUND);
  }

  @Test
  void suppositionsAndInterventionsMoveTheAnswer() {
    var plain = niger("assess", "niger", "--json").out();
    assertThat(niger("assess", "niger", "--json", "--suppose", "ready, not resisted").out())
        .isNotEqualTo(plain);
    assertThat(niger("assess", "niger", "--json", "--set", "not ready").out()).isNotEqualTo(plain);
    assertThat(niger("assess", "niger", "--json", "--scenario", "prepared").out())
        .isNotEqualTo(plain);
    assertThat(niger("assess", "niger", "--json").out()).isEqualTo(plain);
    assertThat(niger("assess", "niger", "--set", "ready or resisted").exit())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void coloursOnlyWhereAPersonLooks() {
    assertThat(niger("assess", "niger").out()).doesNotContain("\u001b[");
    assertThat(session().at("o").run("assess", "niger").out()).contains("\u001b[");
    assertThat(session().at("o").with("NO_COLOR", "1").run("assess", "niger").out())
        .doesNotContain("\u001b[");
    assertThat(session().run("assess", "niger", "--color", "always").out()).contains("\u001b[");
  }

  @Test
  void linesKeepToTheWidth() {
    niger("check", "niger");
    var narrow = session().with("COLUMNS", "60").run("assess", "niger", "--full").out();
    assertThat(narrow.lines()).allMatch(line -> line.length() <= 60);
    assertThat(niger("assess", "niger", "--width", "72").out().lines())
        .allMatch(line -> line.length() <= 72);
  }

  @Test
  void fmtIsDoneAfterOnce() throws IOException {
    niger("check", "niger");
    var file = folder.resolve("niger/dossier.md");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("prior 30% (15..50%)", "prior    30% ( 15 .. 50% )  # a guess"));
    assertThat(niger("fmt", "--check", "niger").exit()).isEqualTo(ExitCode.FOUND);
    niger("fmt", "niger");
    var once = Files.readString(file);
    assertThat(once).contains("# a guess");
    assertThat(niger("fmt", "niger").out()).isEmpty();
    assertThat(file).hasContent(once);
  }

  @Test
  void renderNeverWritesOverTheDossier() {
    assertThat(niger("render", "niger", "-o", "niger/dossier.md").exit()).isEqualTo(ExitCode.USAGE);
    assertThat(niger("render", "niger", "-o", "report.md").exit()).isZero();
    assertThat(folder.resolve("report.md")).exists();
  }

  @Test
  void whatCannotBeWrittenIsSaidInOneLine() {
    var ran = niger("render", "niger", "-o", "nowhere/report.md");
    assertThat(ran.exit()).isNotZero();
    assertThat(ran.err().lines()).hasSize(1);
  }
}
