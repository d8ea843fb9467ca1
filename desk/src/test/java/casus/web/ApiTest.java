package casus.web;

import static org.assertj.core.api.Assertions.assertThat;

import casus.desk.Assessed;
import casus.desk.Assessing;
import casus.desk.Dossiers;
import casus.desk.Opening;
import casus.desk.Request;
import casus.desk.SourceChecking;
import casus.view.AssessmentJson;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The server does what its description (`docs/schema/openapi.json`) says.
@TestInstance(Lifecycle.PER_CLASS)
class ApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// A value for every parameter that the description names; what it names and this does not fails.
  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("dossier", "belarus-2020"),
          Map.entry("asOf", "2020-08-16"),
          Map.entry("scenario", "asked"),
          Map.entry("suppose", "hostile"),
          Map.entry("set", "not provoked"),
          Map.entry("reading", "cst.aggression = broad"),
          Map.entry("question", "troops"),
          Map.entry("outcome", "covert"),
          Map.entry("draws", "20"),
          Map.entry("seed", "7"),
          Map.entry("threshold", "0.05"),
          Map.entry("full", "false"),
          Map.entry("numbers", "n.prior hostile=0.5"),
          Map.entry("facts", "f.request(BLR)=true"),
          Map.entry("readings", "r.cst.aggression=broad"),
          Map.entry("act", "RUS use-force BLR"),
          Map.entry("name", "cst"),
          Map.entry("between", "RUS"),
          Map.entry("at", "2020-08-17"),
          Map.entry("/api/history set", "requests"),
          Map.entry("filter", "responder = RUS"),
          Map.entry("success", "outcome = troops_sent"),
          Map.entry("withUnverified", "true"));

  private final Served served = Served.over(Served.ROOT.resolve("cases"));
  private JsonNode description = JSON.createObjectNode();

  @BeforeAll
  void describe() throws IOException {
    description = JSON.readTree(Files.readString(Served.ROOT.resolve("docs/schema/openapi.json")));
  }

  @AfterAll
  void stop() {
    served.close();
  }

  @Test
  void theDescriptionIsServed() {
    assertThat(JSON.readTree(served.get("/api/openapi.json").body())).isEqualTo(description);
    assertThat(served.get("/api/assessment.schema.json").statusCode()).isEqualTo(200);
    assertThat(served.get("/api/pom.xml").statusCode()).isEqualTo(404);
  }

  /// Every address, with each of its parameters alone, answers with what its schema allows.
  @TestFactory
  Stream<DynamicTest> everyParameterIsTaken() {
    var tests = new ArrayList<DynamicTest>();
    for (var path : description.get("paths").properties()) {
      var operation = path.getValue().get("get");
      tests.add(
          DynamicTest.dynamicTest(path.getKey(), () -> answers(path.getKey(), operation, null)));
      for (var parameter : operation.get("parameters")) {
        var name = resolved(parameter).get("name").asString();
        if (name.equals("dossier")) continue;
        tests.add(
            DynamicTest.dynamicTest(
                path.getKey() + " with " + name, () -> answers(path.getKey(), operation, name)));
      }
    }
    return tests.stream();
  }

  private JsonNode resolved(JsonNode parameter) {
    var reference = parameter.get("$ref");
    return reference == null ? parameter : description.at(reference.asString().substring(1));
  }

  private void answers(String path, JsonNode operation, @Nullable String with) throws IOException {
    var query = new ArrayList<String>();
    for (var parameter : operation.get("parameters"))
      if (resolved(parameter).get("name").asString().equals("dossier"))
        query.add("dossier=belarus-2020");
    if (path.equals("/api/assess")) query.add("full=false");
    if (path.equals("/api/history") && with != null) {
      if (!with.equals("set")) query.add("set=requests");
      if (!with.equals("success")) query.add("success=" + encoded("outcome = troops_sent"));
    }
    if (with != null) {
      var value = VALUES.getOrDefault(path + " " + with, VALUES.getOrDefault(with, ""));
      assertThat(value).as("a value for %s", with).isNotEmpty();
      if (with.equals("between")) query.add("between=BLR");
      if (value.matches("[nfr]\\..*")) {
        var equals = value.indexOf('=', value.indexOf(' ') < 0 ? 0 : value.indexOf(' '));
        query.add(encoded(value.substring(0, equals)) + "=" + encoded(value.substring(equals + 1)));
      } else if (!with.equals("full")) query.add(with + "=" + encoded(value));
    }
    var answer = served.get(path + (query.isEmpty() ? "" : "?" + String.join("&", query)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).contains("application/json");
    var schema = operation.at("/responses/200/content/application~1json/schema");
    Schemas.assertValid(schema, answer.body());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void whatIsAskedWronglyIsSaid() throws IOException {
    var wrong = new TreeMap<String, Integer>();
    wrong.put("/api/assess?dossier=belarus-2021", 404);
    wrong.put("/api/assess?dossier=belarus-2020&scenario=nothing", 404);
    wrong.put("/api/assess?dossier=belarus-2020&draws=0", 400);
    wrong.put("/api/assess?dossier=belarus-2020&draws=many", 400);
    wrong.put("/api/assess?dossier=belarus-2020&asOf=yesterday", 400);
    wrong.put("/api/assess?dossier=belarus-2020&threshold=2", 400);
    wrong.put("/api/assess?dossier=belarus-2020&colour=red", 400);
    wrong.put("/api/assess?dossier=belarus-2020&suppose=asked(BLR)", 422);
    wrong.put("/api/assess?dossier=belarus-2020&suppose=%3Cscript%3E", 422);
    wrong.put("/api/assess", 400);
    wrong.put("/api/what-if?dossier=belarus-2020&n.prior%20hostile=2", 400);
    wrong.put("/api/what-if?dossier=belarus-2020&n.prior%20hostile=x", 400);
    wrong.put("/api/what-if?dossier=belarus-2020&f.nobody=true", 400);
    wrong.put("/api/what-if?dossier=belarus-2020&r.cst.aggression=huge", 400);
    wrong.put("/api/what-if?dossier=belarus-2020&n.=1&f.crisis(BLR)=false", 400);
    wrong.put("/api/history?set=request&success=x", 404);
    wrong.put("/api/history?set=requests", 400);
    wrong.put("/api/history?set=requests&success=colour%20%3D%20red", 422);
    wrong.put("/api/treaties?name=cstt", 404);
    wrong.put("/api/treaties?between=RUS", 400);
    wrong.put("/api/treaties?between=RUS&between=QQQ", 404);
    wrong.put("/api/could?dossier=belarus-2020&act=nonsense", 422);
    var schema =
        description.at("/components/responses/wrong/content/application~1problem+json/schema");
    for (var each : wrong.entrySet()) {
      var answer = served.get(each.getKey());
      assertThat(answer.statusCode())
          .as(each.getKey() + "\n" + answer.body())
          .isEqualTo(each.getValue());
      assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
      Schemas.assertValid(schema, answer.body());
      assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\tat ");
    }
  }

  /// The same bytes as the command prints.
  @Test
  void itGivesWhatTheCommandGives() {
    var opened =
        (Opening.Opened) Dossiers.open(Served.ROOT.resolve("cases"), "belarus-2020", Map.of());
    var request = Request.PLAIN.by(50, 3, Double.NaN, false);
    assertThat(served.get("/api/assess?dossier=belarus-2020&draws=50&seed=3&full=false").body())
        .isEqualTo(
            Assessing.assess(opened, request) instanceof Assessed.Answered(var answer, var problems)
                ? AssessmentJson.of(answer, problems)
                : "");
    assertThat(served.get("/api/sources?dossier=belarus-2020").body())
        .isEqualTo(SourceChecking.check(opened).json());
  }
}
