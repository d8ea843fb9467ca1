package casus.web;

import static org.assertj.core.api.Assertions.assertThat;

import casus.desk.Workspace;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartPagesTest {
  private static final Path FOUNDING = Served.ROOT.resolve("cases/belarus-2020");

  @TempDir private Path folder;
  private Visitor visitor;

  @BeforeEach
  void serve() throws IOException {
    visitor = Visitor.of(folder);
  }

  @AfterEach
  void stop() {
    visitor.close();
  }

  private static String form(Map<String, String> changed) {
    var fields =
        Map.of(
            "question", "Will Valdria send \"troops\" to Meresk?",
            "outcomes", "nothing\r\nadvisers\r\nannounced troops",
            "who", "Valdria",
            "whom", "Meresk",
            "asOf", "2031-05-20",
            "deadline", "2031-12-31",
            "seen", "",
            "strength", "moderate",
            "name", "");
    var form = new StringBuilder();
    fields.forEach((name, value) ->
        form.append(name)
            .append('=')
            .append(URLEncoder.encode(changed.getOrDefault(name, value), StandardCharsets.UTF_8))
            .append('&'));
    return form.toString();
  }

  private long errors(String dossier) {
    var workspace = Objects.requireNonNull(Workspace.of(folder, ".", Map.of()));
    var problems = Objects.requireNonNull(workspace.dossier(dossier)).edition().problems();
    return problems.stream().filter(problem -> problem.isError()).count();
  }

  @Test
  void anEmptyFolderOffersTheFoundingCaseAndANewOne() throws Exception {
    visitor.page("/");
    assertThat(visitor.get("/").body()).contains("/founding?csrf=", "href=\"/new\"");
    assertThat(visitor.post("/founding", "").statusCode()).isEqualTo(303);
    try (Stream<Path> files = Files.walk(FOUNDING)) {
      for (var file : files.filter(Files::isRegularFile).toList())
        assertThat(folder.resolve("belarus-2020").resolve(FOUNDING.relativize(file).toString()))
            .hasSameBinaryContentAs(file);
    }
    assertThat(visitor.get("/").body()).contains("belarus-2020").doesNotContain("/founding?");
    assertThat(visitor.get("/part/shelf/belarus-2020").body())
        .contains(">Minsk asks in writing</a>")
        .contains("/change/belarus-2020?f.request%28BLR%29=true");
  }

  @Test
  void whatIsThereIsNotOverwritten() throws Exception {
    Files.createDirectories(folder.resolve("belarus-2020"));
    Files.writeString(folder.resolve("belarus-2020/dossier.md"), "mine");
    visitor.post("/founding", "");
    assertThat(folder.resolve("belarus-2020/dossier.md")).hasContent("mine");
    var begun = visitor.post("/new", form(Map.of("name", "belarus-2020")));
    assertThat(begun.statusCode()).isEqualTo(400);
    assertThat(begun.body()).contains("belarus-2020 already", "Valdria");
    assertThat(folder.resolve("belarus-2020/dossier.md")).hasContent("mine");
  }

  @Test
  void aFewQuestionsMakeADossierThatAnswers() throws Exception {
    visitor.page("/new");
    assertThat(visitor.get("/new").body())
        .contains("how much more likely would you see this", "eight times as likely");
    var begun = visitor.post("/new", form(Map.of()));
    assertThat(begun.headers().firstValue("Location")).hasValue("/read/will-valdria-send-troops");
    assertThat(errors("will-valdria-send-troops")).isZero();
    assertThat(visitor.get("/part/shelf/will-valdria-send-troops").body()).contains("%</a>");
  }

  @Test
  void theFirstEvidenceIsQuotedWithTheStrengthThatWasChosen() throws Exception {
    var seen = "Columns on the \"northern\" road, $ACTOR & <b>more</b>.";
    visitor.post("/new", form(Map.of("seen", seen, "strength", "strong", "name", "meresk")));
    var text = Files.readString(folder.resolve("meresk/dossier.md"));
    assertThat(text)
        .contains("\"Columns on the \\\"northern\\\" road, $ACTOR & <b>more</b>\"")
        .contains("C1 for strong");
    assertThat(Files.readString(folder.resolve("meresk/sources/first.md")))
        .contains("1. Columns on the \"northern\" road, $ACTOR & <b>more</b>.");
    assertThat(errors("meresk")).isZero();
    var workspace = Objects.requireNonNull(Workspace.of(folder, ".", Map.of()));
    var edition = Objects.requireNonNull(workspace.dossier("meresk")).edition();
    var quote =
        Objects.requireNonNull(
                Objects.requireNonNull(Objects.requireNonNull(edition.dossier()).claim("C1")))
            .quote();
    assertThat(Objects.requireNonNull(quote).passage()).isNotNull();
  }

  @Test
  void answersThatMakeNoDossierAreAskedAgain() throws Exception {
    for (var wrong :
        Map.of(
                "question", " ",
                "outcomes", "only one",
                "deadline", "2031-01-01",
                "asOf", "tomorrow",
                "strength", "huge",
                "name", "../outside")
            .entrySet()) {
      var answer = visitor.post("/new", form(Map.of(wrong.getKey(), wrong.getValue())));
      assertThat(answer.statusCode()).as(wrong.toString()).isEqualTo(400);
      assertThat(answer.body()).contains("role=\"alert\"");
    }
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
    assertThat(folder.resolveSibling("outside")).doesNotExist();
  }

  @Test
  void aLinkThatLeadsElsewhereIsNotFollowed() throws Exception {
    var elsewhere = Files.createTempDirectory("elsewhere");
    Files.createSymbolicLink(folder.resolve("meresk"), elsewhere);
    assertThat(visitor.post("/new", form(Map.of("name", "meresk"))).statusCode()).isEqualTo(400);
    try (var files = Files.list(elsewhere)) {
      assertThat(files).isEmpty();
    }
    Files.delete(elsewhere);
  }
}
