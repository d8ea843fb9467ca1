package casus.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// NOTICE, at the root of the repository, names what is not ours: the libraries that the modules
/// need when they run, and the tables that were taken from elsewhere.
final class NoticeTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().resolveSibling("");
  private static final Pattern DEPENDENCY =
      Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);

  /// Versions, plugins and profiles: what is no dependency of the module.
  private static final Pattern ELSEWHERE =
      Pattern.compile("<(dependencyManagement|build|profiles)>.*?</\\1>", Pattern.DOTALL);

  private static final Pattern GROUP = Pattern.compile("<groupId>([^<]+)</groupId>");
  private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)</artifactId>");

  /// The modules that are shipped; `bench` is not.
  private static final List<String> MODULES =
      List.of("language", "reason", "view", "evidence", "ledger", "desk");

  @Test
  void everyLibraryIsNamedWithItsGroup() throws IOException {
    var notice = Files.readAllLines(ROOT.resolve("NOTICE"));
    var needed = new ArrayList<String>();
    needed.addAll(libraries(ROOT.resolve("pom.xml")));
    for (var module : MODULES) needed.addAll(libraries(ROOT.resolve(module).resolve("pom.xml")));
    assertThat(needed).contains("org.jsoup jsoup", "org.jspecify jspecify");
    for (var library : needed) {
      var group = library.substring(0, library.indexOf(' '));
      var artifact = library.substring(library.indexOf(' ') + 1);
      assertThat(notice)
          .as("NOTICE names %s", library)
          .anyMatch(line ->
              line.matches(Pattern.quote(artifact) + "\\s+" + Pattern.quote(group) + "\\s.*"));
    }
  }

  /// What a library brings along is on the class path of this module's tests.
  @Test
  void whatTheLibrariesBringIsNamedToo() throws IOException {
    var notice = Files.readString(ROOT.resolve("NOTICE"));
    var path = System.getProperty("java.class.path");
    for (var library :
        List.of(
            "apache-mime4j-core",
            "commons-io",
            "commons-logging",
            "fontbox",
            "pdfbox-io",
            "jackson-core",
            "jackson-annotations")) {
      assertThat(path).contains(library);
      assertThat(notice).contains("\n" + library + " ");
    }
  }

  @Test
  void tablesTakenFromElsewhereAreNamed() throws IOException {
    var notice = Files.readString(ROOT.resolve("NOTICE"));
    var tables = ROOT.resolve("evidence/src/main/resources/casus/names");
    try (var files = Files.list(tables)) {
      for (var file : files.sorted().toList()) {
        var head = Files.readString(file).lines().limit(5).toList().toString();
        var name = file.getFileName().toString();
        var foreign = head.contains("Creative Commons") || head.contains("public domain");
        assertThat(notice.contains("\n" + name + " ")).as(name).isEqualTo(foreign);
      }
    }
  }

  private static List<String> libraries(Path pom) throws IOException {
    var libraries = new ArrayList<String>();
    var text = Files.readString(pom);
    var matcher = DEPENDENCY.matcher(ELSEWHERE.matcher(text).replaceAll(""));
    while (matcher.find()) {
      var dependency = matcher.group(1);
      var group = GROUP.matcher(dependency);
      var artifact = ARTIFACT.matcher(dependency);
      if (dependency.contains("<scope>test</scope>")
          || dependency.contains("<scope>provided</scope>")
          || !group.find()
          || !artifact.find()) continue;
      if (!group.group(1).equals("casus")) libraries.add(group.group(1) + " " + artifact.group(1));
    }
    return libraries;
  }
}
