package casus.desk;

import static org.assertj.core.api.Assertions.assertThat;

import casus.check.Files.Reading;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderFilesTest {
  @TempDir private Path world = Path.of("");
  private FolderFiles files = new FolderFiles(Path.of(""), "", Map.of());

  @BeforeEach
  void aDossierBesideASecret() throws IOException {
    Files.createDirectories(world.resolve("case/sources"));
    Files.writeString(world.resolve("secret.md"), "secret");
    Files.writeString(world.resolve("case/sources/paper.md"), "text");
    files = new FolderFiles(world.resolve("case"), "case/", Map.of());
  }

  private String found(String path) {
    return files.read(path) instanceof Reading.Found(var source)
        ? source.name() + ": " + source.text()
        : "nothing";
  }

  private String unreadable(String path) {
    return files.read(path) instanceof Reading.Unreadable(var reason) ? reason : "nothing";
  }

  @Test
  void readsWhatLiesInTheFolder() {
    assertThat(found("sources/paper.md")).isEqualTo("case/sources/paper.md: text");
    assertThat(found("./sources/paper")).isEqualTo("case/sources/paper.md: text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.md",
        "./../secret",
        "sources/../../secret",
        "/etc/passwd",
        "~/x",
        "C:/x",
        "..\\secret.md"
      })
  void neverLeavesTheFolder(String path) {
    assertThat(files.read(path)).isInstanceOf(Reading.Outside.class);
  }

  @Test
  void neverFollowsALinkOutOfTheFolder() throws IOException {
    Files.createSymbolicLink(world.resolve("case/link.md"), world.resolve("secret.md"));
    Files.createSymbolicLink(world.resolve("case/away"), world);
    assertThat(files.read("link.md")).isInstanceOf(Reading.Outside.class);
    assertThat(files.read("away/secret.md")).isInstanceOf(Reading.Outside.class);
  }

  @Test
  void offersTheNearestName() {
    assertThat(files.read("sources/papre.md"))
        .isEqualTo(new Reading.Missing(List.of("sources/paper.md")));
    assertThat(files.read("treaties/csr")).isEqualTo(new Reading.Missing(List.of("treaties/cst")));
    assertThat(files.read("\0")).isInstanceOf(Reading.Missing.class);
    assertThat(files.read("treaties/../secret")).isInstanceOf(Reading.Missing.class);
  }

  @Test
  void refusesWhatIsNotText() throws IOException {
    Files.write(world.resolve("case/latin.md"), "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(unreadable("latin.md")).contains("UTF-8", "E9");
    Files.write(world.resolve("case/marked.md"), "\ufefftext".getBytes(StandardCharsets.UTF_8));
    assertThat(found("marked.md")).endsWith(": text");
  }

  @Test
  void refusesWhatIsTooLarge() throws IOException {
    try (var large = new RandomAccessFile(world.resolve("case/large.md").toFile(), "rw")) {
      large.setLength(StoredText.LARGEST + 1);
    }
    assertThat(unreadable("large.md")).contains("MB");
  }

  @Test
  void writesInOneStepAndKeepsPermissionsAndLinks() throws IOException {
    var real = world.resolve("real.md");
    Files.writeString(real, "old");
    Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r-----"));
    var link = Files.createSymbolicLink(world.resolve("link.md"), real);
    StoredText.write(link, "new");
    assertThat(real).hasContent("new");
    assertThat(link).isSymbolicLink();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
        .isEqualTo("rw-r-----");
    try (var left = Files.list(world)) {
      assertThat(left.filter(file -> file.toString().endsWith(".new"))).isEmpty();
    }
  }
}
