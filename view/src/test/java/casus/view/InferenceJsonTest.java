package casus.view;

import static org.assertj.core.api.Assertions.assertThat;

import casus.answer.NetworkAnswer;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class InferenceJsonTest {
  private static final Path DOCS = Path.of("../docs");
  private static final ObjectMapper JSON = new ObjectMapper();

  static final NetworkAnswer EVERYTHING =
      new NetworkAnswer(
          -2.5,
          List.of(
              new NetworkAnswer.Posterior(
                  "intent", List.of("bluff", "attack"), new double[] {0.125, 0.875}, false),
              new NetworkAnswer.Posterior(
                  "sky", List.of("clear", "cloudy"), new double[] {0, 1}, true)),
          List.of(
              new NetworkAnswer.Explained(
                  0.625, List.of(new NetworkAnswer.State("intent", "attack"))),
              new NetworkAnswer.Explained(
                  0.125, List.of(new NetworkAnswer.State("intent", "bluff")))),
          new NetworkAnswer.Sensitivity(
              "intent",
              "attack",
              0.875,
              List.of(
                  new NetworkAnswer.Parameter("P(intent = attack)", 0.05, 1.5, Double.NaN, 1),
                  new NetworkAnswer.Parameter(
                      "P(x = s | intent = attack)", 0.5, -0.0001, 0.8, 0.7))),
          new NetworkAnswer.Telling(
              "intent", 0.5436, List.of(new NetworkAnswer.Told("imagery", 0.25))),
          new NetworkAnswer.Engine("junction tree", 4, 3, List.of("intent", "sky"), 24, 20, 480));

  private static final NetworkAnswer NOTHING =
      new NetworkAnswer(
          0,
          List.of(),
          List.of(),
          null,
          null,
          new NetworkAnswer.Engine("junction tree", 1, 1, List.of(), 2, 0, 0));

  private static String schemaText() throws IOException {
    return Files.readString(DOCS.resolve("schema/inference.schema.json"));
  }

  private static void assertValid(String json) throws IOException {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schemaText(), InputFormat.JSON);
    assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
  }

  @Test
  void everything() throws IOException {
    var json =
        InferenceJson.of(
            "border.bif", 2, List.of("sky = cloudy"), EVERYTHING, List.of(Belarus.error()));
    assertValid(json);
    var tree = JSON.readTree(json);
    assertThat(tree.at("/sensitivity/parameters/0/less").isNull()).isTrue();
    assertThat(tree.at("/posteriors/0/states/1/probability").asDouble()).isEqualTo(0.875);
  }

  @Test
  void nothing() throws IOException {
    assertValid(InferenceJson.of("border.bif", 2, List.of(), NOTHING, List.of()));
  }

  @Test
  void docsAndSchemaNameTheSameProperties() throws IOException {
    var schema = JSON.readTree(schemaText());
    var all = new TreeSet<String>();
    collect("document", schema, all);
    for (var definition : schema.path("$defs").properties())
      collect(definition.getKey(), definition.getValue(), all);
    var row = Pattern.compile("\\| `(\\w+)` \\|.*");
    var documented = new TreeSet<String>();
    var owner = "";
    for (var line : Files.readAllLines(DOCS.resolve("json.md"))) {
      var cells = row.matcher(line);
      if (line.startsWith("## ")) owner = line.substring(3);
      else if (cells.matches() && owner.startsWith("infer "))
        documented.add(owner.substring("infer ".length()) + "." + cells.group(1));
    }
    assertThat(documented).isEqualTo(all);
  }

  private static void collect(String owner, JsonNode schema, Set<String> names) {
    for (var property : schema.path("properties").properties())
      names.add(owner + "." + property.getKey());
  }

  @Test
  void theScreenIsNeverWiderThanThePage() {
    for (var width : List.of(40, 60, 100)) {
      var text =
          InferenceText.of(
              "border.bif", 2, List.of("sky = cloudy"), EVERYTHING, Page.PLAIN.width(width));
      assertThat(text.lines()).allMatch(line -> line.length() <= width);
      assertThat(text).contains("P(intent = attack)", "88%", "as 1, but intent = bluff");
    }
    var plain = InferenceText.of("border.bif", 2, List.of(), EVERYTHING, Page.PLAIN.ascii(true));
    assertThat(plain).matches("[\\x00-\\x7F]*");
  }
}
