package casus.view;

import static org.assertj.core.api.Assertions.assertThat;

import casus.answer.Assessment.Refused;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

class AssessmentJsonTest {
  private static final DocumentedFormat FORMAT = new DocumentedFormat("assessment", "");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static void assertValid(String json) throws IOException {
    FORMAT.assertValid(json);
  }

  @Test
  void an_answer() throws IOException {
    var json = AssessmentJson.of(Belarus.answer(), Belarus.lints());
    assertValid(json);
    Golden.verify("assess.json", json);
  }

  @Test
  void an_answer_with_much_that_is_absent() throws IOException {
    var json = AssessmentJson.of(Belarus.sparse(), List.of());
    assertValid(json);
    var tree = JSON.readTree(json);
    assertThat(tree.path("could").isNull()).isTrue();
    assertThat(tree.path("conflict").path("bits").isNull()).isTrue();
  }

  @Test
  void a_refusal() throws IOException {
    var refused = new Refused("E801", "The question is too wide.", List.of("a", "b"));
    var json = AssessmentJson.of(refused, Belarus.lints());
    assertValid(json);
    Golden.verify("refused.json", json);
  }

  @Test
  void problems_alone() throws IOException {
    assertValid(AssessmentJson.of(List.of(Belarus.error())));
  }

  @Test
  void the_schema_is_closed() throws IOException {
    var more = (ObjectNode) JSON.readTree(AssessmentJson.of(Belarus.answer(), List.of()));
    ((ObjectNode) more.path("could")).put("surprise", 1);
    assertThat(FORMAT.schema().validate(more)).isNotEmpty();
    var less = (ObjectNode) JSON.readTree(AssessmentJson.of(Belarus.answer(), List.of()));
    less.remove("levers");
    assertThat(FORMAT.schema().validate(less)).isNotEmpty();
    var mixed = (ObjectNode) JSON.readTree(AssessmentJson.of(List.of(Belarus.error())));
    mixed.put("subject", "open");
    assertThat(FORMAT.schema().validate(mixed)).isNotEmpty();
  }

  @Test
  void the_schema_ships_with_the_classes() throws IOException {
    try (var shipped = AssessmentJson.class.getResourceAsStream("assessment.schema.json")) {
      assertThat(shipped).isNotNull();
      assertThat(new String(shipped.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
          .isEqualTo(FORMAT.schemaText());
    }
  }

  @Test
  void numbers_are_not_rounded_and_what_is_not_a_number_is_null() throws IOException {
    var tree = JSON.readTree(AssessmentJson.of(Belarus.answer(), List.of()));
    assertThat(tree.at("/outcomes/2/probability").asDouble()).isEqualTo(0.00969);
    assertThat(tree.at("/would/reasons/3/factor").asDouble()).isEqualTo(1 / 3.0);
    assertThat(tree.at("/drivers/3/ifFalse").isNull()).isTrue();
    assertThat(tree.at("/scenarios/2/outcomes/open").isNull()).isTrue();
    assertThat(tree.at("/scenarios/2/readings").isNull()).isTrue();
  }

  @Test
  void docs_and_schema_name_the_same_properties() throws IOException {
    FORMAT.assertDocumented(null);
  }
}
