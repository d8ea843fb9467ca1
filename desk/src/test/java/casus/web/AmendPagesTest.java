package casus.web;

import static org.assertj.core.api.Assertions.assertThat;

import casus.desk.Editing;
import casus.desk.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AmendPagesTest {
  private static final String TRIED = "?f.request(MER)=true&n.prior%20request(MER)=0.41234";

  @TempDir private Path folder;
  private Path file;
  private Visitor visitor;

  @BeforeEach
  void serve() throws IOException {
    Meresk.write(folder);
    file = folder.resolve("meresk/dossier.md");
    visitor = Visitor.of(folder);
  }

  @AfterEach
  void stop() {
    visitor.close();
  }

  private String hash() {
    var workspace = Objects.requireNonNull(Workspace.of(folder, ".", Map.of()));
    var dossier = Objects.requireNonNull(workspace.dossier("meresk"));
    return Editing.now(dossier) instanceof Editing.Now.Whole now ? now.hash() : "";
  }

  @Test
  void theBarOffersWhatCanBeKept() throws Exception {
    assertThat(visitor.get("/part/picture/meresk" + TRIED).body())
        .contains("2 changes")
        .contains("/scenario/meresk?n.prior%20request%28MER%29=0.41234&amp;f.request%28MER%29=true")
        .contains("/write/meresk?");
    assertThat(visitor.get("/part/picture/meresk").body()).doesNotContain("/scenario/", "/write/");
    assertThat(visitor.get("/part/picture/meresk?f.able=true").body()).doesNotContain("/write/");
  }

  @Test
  void aScenarioIsNamedAndWritten() throws Exception {
    visitor.page("/scenario/meresk" + TRIED);
    assertThat(visitor.get("/scenario/meresk" + TRIED).body())
        .contains("It is so that Meresk asks for &lt;b&gt;help&lt;/b&gt;.")
        .contains("A scenario holds no numbers")
        .contains("value=\"" + hash() + "\"");
    var form = "base=" + hash() + "&name=pleads&words=Meresk+%3Cb%3Epleads";
    var saved = visitor.post("/scenario/meresk" + TRIED, form);
    assertThat(saved.statusCode()).isEqualTo(303);
    assertThat(saved.headers().firstValue("Location").orElse(""))
        .matches("/edit/meresk\\?saved=1&line=\\d+");
    assertThat(Files.readString(file))
        .contains("scenario pleads \"Meresk <b>pleads\"  suppose request(MER)");
    var again =
        visitor.post("/scenario/meresk" + TRIED, form.replaceFirst("base=\\w+", "base=" + hash()));
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(again.body())
        .contains("is already the name of a scenario", "Meresk &lt;b&gt;pleads");
  }

  @Test
  void numbersAreShownAndThenWritten() throws Exception {
    visitor.page("/write/meresk" + TRIED);
    assertThat(visitor.get("/write/meresk" + TRIED).body())
        .contains("30% (20..45%) becomes 41.2% (20..45%)", "save it as a scenario");
    assertThat(Files.readString(file)).isEqualTo(Meresk.DOSSIER);
    var saved = visitor.post("/write/meresk" + TRIED, "base=" + hash());
    assertThat(saved.statusCode()).isEqualTo(303);
    assertThat(Files.readString(file))
        .isEqualTo(Meresk.DOSSIER.replace("prior 30% (20..45%)", "prior 41.2% (20..45%)"));
  }

  @Test
  void whatAnotherWroteMeanwhileStays() throws Exception {
    var seen = hash();
    Files.writeString(file, Meresk.DOSSIER + "\nTheirs.\n");
    for (var path : new String[] {"/write/meresk", "/scenario/meresk"}) {
      var answer = visitor.post(path + TRIED, "base=" + seen + "&words=it+asks");
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.body()).contains("changed meanwhile", "value=\"" + hash() + "\"");
    }
    assertThat(Files.readString(file)).isEqualTo(Meresk.DOSSIER + "\nTheirs.\n");
  }

  @Test
  void whereNothingCanBeWrittenNothingIsOffered() throws Exception {
    visitor.page("/write/meresk?f.request(MER)=true");
    assertThat(visitor.get("/write/meresk?f.request(MER)=true").body())
        .contains("There is nothing to write")
        .doesNotContain("<form");
    assertThat(visitor.get("/scenario/meresk").body())
        .contains("no fact was switched")
        .doesNotContain("<form");
  }
}
