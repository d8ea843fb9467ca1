package casus.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Probabilistic logic programs have the probabilities that ProbLog gives them.
class ProblogTest {
  private static final double CLOSE = 1e-6;
  private final JsonMapper json = new JsonMapper();

  @Test
  void randomPrograms() throws IOException {
    var file = SharedFolder.require("problog").resolve("random_programs.jsonl");
    var lines = Files.readAllLines(file);
    var inconsistent = 0;
    for (var line : lines) {
      var test = json.readTree(line);
      if (test.get("expected").isString()) inconsistent++;
      check(test, ProblogReader.fromText(test.get("program").asString()));
    }
    System.out.println(
        "ProbLog, random programs: "
            + lines.size()
            + " run, "
            + inconsistent
            + " of them with inconsistent evidence, none left out");
  }

  @Test
  void systemTests() throws IOException {
    var folder = SharedFolder.require("problog");
    var run = 0;
    var cyclic = 0;
    try (var files = Files.newDirectoryStream(folder, "*.json")) {
      for (var file : files) {
        var test = json.readTree(Files.readString(file));
        check(test, ProblogReader.fromGraph(test));
        run++;
        if (test.get("positive_cycle").asBoolean()) cyclic++;
      }
    }
    System.out.println(
        "ProbLog, system tests: "
            + run
            + " run, "
            + cyclic
            + " of them with positive cycles, none left out");
    assertThat(run).isPositive();
  }

  /// Two ways round a ring, from either end, and a self-supporting atom that stays false.
  @Test
  void positiveCyclesHaveTheirLeastModel() {
    var program =
        ProblogReader.fromText(
            String.join(
                "\n",
                List.of(
                    "0.5::x.",
                    "0.4::y.",
                    "a :- b.",
                    "b :- a.",
                    "a :- x.",
                    "b :- y.",
                    "c :- c.",
                    "query(a).",
                    "query(c).")));
    var answers = program.answers();
    assertThat(answers.get("a")).isCloseTo(0.7, within(1e-12));
    assertThat(answers.get("c")).isZero();
  }

  private static void check(JsonNode test, GroundProgram program) {
    var answers = program.answers();
    if (test.get("expected").isString()) {
      assertThat(test.get("expected").asString()).isEqualTo("inconsistent");
      assertThat(answers).as("%s", test.get("name")).isEmpty();
      return;
    }
    for (var expected : test.get("expected").properties()) {
      assertThat(answers.get(expected.getKey()))
          .as("%s of %s", expected.getKey(), test.get("name"))
          .isCloseTo(expected.getValue().asDouble(), within(CLOSE));
    }
  }
}
