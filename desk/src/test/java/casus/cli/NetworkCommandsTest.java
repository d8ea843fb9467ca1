package casus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A dossier that goes out as a network file comes back with its own probabilities.
class NetworkCommandsTest {
  private static final String FOUNDING = Repository.ROOT.resolve("cases/belarus-2020").toString();

  @TempDir private Path folder = Path.of("");

  private Session.Ran run(String... command) {
    return new Session(folder).run(command);
  }

  private static List<Double> probabilities(String json, String after) {
    var found = new java.util.ArrayList<Double>();
    var matcher = Pattern.compile("\"probability\": ([0-9.E-]+)").matcher(json);
    matcher.region(json.indexOf(after), json.length());
    while (matcher.find()) found.add(Double.parseDouble(matcher.group(1)));
    return found;
  }

  @Test
  void theFoundingCaseAnswersAsItselfFromEveryFormat() {
    var assessed = run("assess", FOUNDING, "--json", "--draws", "1").out();
    var expected = probabilities(assessed, "\"outcomes\"").subList(0, 3);
    for (var ending : List.of("xdsl", "bif", "xml", "net", "uai")) {
      var evidence = ending.equals("uai") ? "findings.evid" : "findings-" + ending + ".txt";
      var file = "troops." + ending;
      assertThat(run("export", FOUNDING, file, "--evidence", evidence).exit()).isZero();
      var variable = ending.equals("uai") ? outcomeNumber() : "troops";
      var ran = run("infer", file, "--evidence-file", evidence, "--query", variable, "--json");
      assertThat(ran.err()).isEmpty();
      var actual = probabilities(ran.out(), "\"posteriors\"");
      assertThat(actual).hasSize(3);
      for (var i = 0; i < 3; i++)
        assertThat(actual.get(i)).as(file).isCloseTo(expected.get(i), within(1e-9));
    }
  }

  /// UAI has no names: variables are numbered in order of declaration, as BIF lists them.
  private String outcomeNumber() {
    try {
      var names =
          Pattern.compile("variable (\\S+) ")
              .matcher(Files.readString(folder.resolve("troops.bif")));
      for (var i = 0; names.find(); i++) if (names.group(1).equals("troops")) return "x" + i;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return "";
  }

  @Test
  void manyReasonsAreWrittenInSteps() throws IOException {
    var dossier =
        new StringBuilder("```casus\ndossier many  as of 2031-05-20\nactor VAL \"Valdria\"\n");
    dossier.append("question troops \"Troops?\"\n  from 2031-05-20 to 2031-12-31\n  outcomes\n");
    dossier.append("    none \"no\"\n    open \"yes\"\n");
    dossier.append(
        "base troops\n  class \"cases\"\n    A-1 none 1998-04-02, B-2 open 2011-02-03\n");
    for (var i = 0; i < 18; i++)
      dossier.append("fact f%d \"fact %d\"  prior %d%%\n".formatted(i, i, 10 + 4 * i));
    dossier.append("weigh troops\n  for open\n");
    for (var i = 0; i < 18; i++)
      dossier.append(
          "    %s \"reason %d\"  %s  if f%d\n"
              .formatted(i % 3 == 0 ? "-" : "+", i, i % 2 == 0 ? "slight" : "moderate", i));
    Files.writeString(folder.resolve("many.md"), dossier + "```\n");
    var exported = run("export", "many.md", "many.xdsl");
    assertThat(exported.err()).isEmpty();
    assertThat(Files.readString(folder.resolve("many.xdsl"))).contains("troops_step_1");
    var expected =
        probabilities(run("assess", "many.md", "--json", "--draws", "1").out(), "\"outcomes\"");
    var actual =
        probabilities(
            run("infer", "many.xdsl", "--query", "troops", "--json").out(), "\"posteriors\"");
    for (var i = 0; i < 2; i++) assertThat(actual.get(i)).isCloseTo(expected.get(i), within(1e-9));
  }

  @Test
  void whatCannotBeWrittenLeavesNothingBehind() throws IOException {
    Files.writeString(folder.resolve("one.uai"), "BAYES 1 2 1 1 0 2 0.5 0.5");
    var ran = run("convert", "one.uai", "nowhere/one.bif");
    assertThat(ran.exit()).isEqualTo(ExitCode.FOUND);
    assertThat(ran.err()).contains("there is no folder to write it in");
    Files.writeString(folder.resolve("bad.uai"), "BAYES 1 2 1 1 0 2 0.5");
    assertThat(run("convert", "bad.uai", "bad.bif").exit()).isEqualTo(ExitCode.FOUND);
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("one.uai", "bad.uai");
    }
  }

  @Test
  void theEngineSaysHowItComputedOnStderr() {
    var file = Repository.ROOT.resolve("spec/networks/files/border.bif").toString();
    var ran = run("infer", file, "--query", "intent", "--engine-info");
    assertThat(ran.err())
        .matches("(?s)computed by a junction tree of \\d+ cliques, .*\\d+ ms to compute\n");
    assertThat(ran.out()).contains("intent").doesNotContain("clique");
  }
}
