package casus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ReplayCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder = Path.of("");

  private static String founding() {
    return Repository.ROOT.resolve("cases/belarus-2020").toString();
  }

  private JsonNode replayed(String... options) throws IOException {
    var command = new ArrayList<>(java.util.List.of("replay", founding(), "--json"));
    command.addAll(java.util.List.of(options));
    var ran = new Session(folder).run(command.toArray(String[]::new));
    assertThat(ran.err()).isEmpty();
    var schema = Repository.read(Path.of("docs/schema/replay.schema.json"));
    var found =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schema, InputFormat.JSON)
            .validate(ran.out(), InputFormat.JSON);
    assertThat(found).isEmpty();
    return JSON.readTree(ran.out());
  }

  private static double probability(JsonNode day, String outcome) {
    for (var rung : day.get("outcomes"))
      if (rung.get("id").asString().equals(outcome)) return rung.get("probability").asDouble();
    throw new AssertionError(outcome);
  }

  @Test
  void theEffectsOfAStepSumToIt() throws IOException {
    var days = replayed("--from", "2020-08-01").get("days");
    assertThat(days.size()).isGreaterThan(5);
    for (var i = 1; i < days.size(); i++) {
      var step = days.get(i).get("moved");
      var sum = step.get("together").asDouble();
      for (var part : step.get("parts")) sum += part.get("effect").asDouble();
      var by = probability(days.get(i), "open") - probability(days.get(i - 1), "open");
      assertThat(step.get("by").asDouble()).isCloseTo(by, within(1e-12));
      assertThat(sum).isCloseTo(by, within(1e-12));
    }
  }

  @Test
  void aDayIsAnsweredAsAnAssessmentOfThatDay() throws IOException {
    for (var day : replayed("--by", "day", "--from", "2020-08-13").get("days")) {
      var date = day.get("asOf").asString();
      var assessed =
          new Session(folder).run("assess", founding(), "--as-of", date, "--draws", "1", "--json");
      for (var outcome : JSON.readTree(assessed.out()).get("outcomes"))
        assertThat(probability(day, outcome.get("id").asString()))
            .isCloseTo(outcome.get("probability").asDouble(), within(1e-12));
    }
  }

  @Test
  void aClaimsEffectIsWhatTheAnswerLosesWithoutIt() throws IOException {
    var step =
        replayed("--by", "day", "--from", "2020-08-09", "--to", "2020-08-10").at("/days/1/moved");
    assertThat(step.at("/parts/0/names/0").asString()).isEqualTo("C12");
    assertThat(step.at("/parts/0/effect").asDouble())
        .isCloseTo(step.get("by").asDouble(), within(1e-12));
    assertThat(step.get("together").asDouble()).isCloseTo(0, within(1e-12));
  }

  @Test
  void aWeekIsAWeekWhetherAnythingBecameKnownOrNot() throws IOException {
    var days = replayed("--by", "week", "--from", "2020-08-03", "--to", "2020-09-01").get("days");
    var dates = new ArrayList<String>();
    days.forEach(day -> dates.add(day.get("asOf").asString()));
    assertThat(dates)
        .containsExactly(
            "2020-08-03", "2020-08-10", "2020-08-17", "2020-08-24", "2020-08-31", "2020-09-01");
    assertThat(days.get(2).get("afterOwnDate").asBoolean()).isFalse();
    assertThat(days.get(3).get("afterOwnDate").asBoolean()).isTrue();
    assertThat(probability(days.get(3), "open")).isEqualTo(probability(days.get(2), "open"));
  }

  @Test
  void aDayOnWhichOnlyTheLawChangesIsADay() throws IOException {
    var days = replayed("--from", "2012-01-01", "--to", "2012-12-31").get("days");
    var law = new ArrayList<String>();
    for (var day : days)
      for (var part : day.at("/moved/parts"))
        if (part.get("kind").asString().equals("law"))
          law.add(day.get("asOf").asString() + " " + part.get("names"));
    // Uzbekistan suspended its membership; the charter's amendment entered into force.
    assertThat(law).hasSize(2);
    assertThat(law.getFirst()).startsWith("2012-06-28").contains("csto-charter");
    assertThat(law.getLast()).startsWith("2012-12-19");
  }

  @Test
  void thePictureSaysThatItIsReplayed() throws Exception {
    var ran = new Session(folder).run("replay", founding(), "--svg", "history.svg");
    assertThat(ran.exit()).isZero();
    assertThat(ran.err()).contains("wrote history.svg");
    var svg = Files.readString(folder.resolve("history.svg"));
    assertThat(svg).contains("Replayed, not on record").contains("(1) ").doesNotContain("NaN");
    javax.xml.parsers.DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(folder.resolve("history.svg").toFile());
  }

  @Test
  void daysThatMakeNoSenseAreRefused() {
    var session = new Session(folder);
    assertThat(session.run("replay", founding(), "--to", "2021-02-01").err())
        .contains("after the deadline of `troops`, 2020-12-31");
    assertThat(session.run("replay", founding(), "--from", "2020-09-01").err())
        .contains("there is no day from 2020-09-01 to 2020-08-17");
    var many = session.run("replay", founding(), "--by", "day", "--from", "1990-01-01");
    assertThat(many.err()).contains("over the most that are replayed, 1000");
    assertThat(many.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(session.run("replay", founding(), "--question", "troop").err())
        .contains("did you mean `troops`?");
  }
}
